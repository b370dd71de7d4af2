//! `_headers`: what a host has to send, in the form that Netlify and Cloudflare Pages read.

use super::digest::Hashed;

pub fn text(policy: &str, hashed: &[&Hashed]) -> String {
    let mut text = format!(
        "\
# Headers for a host that reads this file; docs/hosting.md has them for nginx and Caddy.
# The paths are those of a site that is nothing but this folder; put your own folder before them otherwise.
# `frame-ancestors` works in a header only. It lets any page frame the viewer: name yours, or 'none'.
# Pages of others may load the element, and its files with it.
/*
  Access-Control-Allow-Origin: *
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
  Content-Security-Policy: {policy}; frame-ancestors *

# The names below change with the contents, so a copy stays good for ever.
"
    );
    for file in hashed {
        text.push_str(&format!(
            "/{}\n  Cache-Control: public, max-age=31536000, immutable\n",
            file.name
        ));
        if file.name.ends_with(".wasm") {
            text.push_str("  Content-Type: application/wasm\n");
        }
    }
    text.push_str(
        "\n# These keep their names, so a copy is asked about before it is used again.\n",
    );
    for path in [
        "/",
        "/index.html",
        "/embed.html",
        "/article-viewer.js",
        "/article-frame.js",
        "/embed-demo.html",
        "/embed-demo.js",
        "/embed-demo.css",
        "/articles/*",
        "/words/*",
        "/bytes.json",
    ] {
        text.push_str(&format!("{path}\n  Cache-Control: no-cache\n"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::policy;
    use super::*;

    #[test]
    fn a_file_is_either_immutable_or_asked_about() {
        let wasm = Hashed::new("a.wasm", Vec::new());
        let text = text("default-src 'none'", &[&wasm]);
        let rule = format!(
            "/{}\n  Cache-Control: public, max-age=31536000, immutable\n",
            wasm.name
        );
        assert!(
            text.contains(&(rule + "  Content-Type: application/wasm\n")),
            "{text}"
        );
        assert!(
            text.contains("\n/index.html\n  Cache-Control: no-cache\n"),
            "{text}"
        );
        assert!(
            text.contains("\n  Content-Security-Policy: default-src 'none'; frame-ancestors *\n")
        );
    }

    #[test]
    fn the_hosting_page_and_its_examples_send_what_this_file_sends() {
        let ours = super::text("default-src 'none'", &[]);
        let docs = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
        let steady = ours
            .split("/*\n")
            .nth(1)
            .and_then(|rules| rules.split("\n\n").next())
            .expect("there are rules for every file");
        for line in steady
            .lines()
            .filter(|line| !line.contains("Policy: default"))
        {
            let (name, value) = line.trim().split_once(": ").expect("a header");
            for (file, wanted) in [
                ("hosting.md", format!("| `{name}` | `{value}` |")),
                (
                    "hosting/nginx.conf",
                    format!("add_header {name} \"{value}\" always;"),
                ),
                ("hosting/Caddyfile", format!("\t\t{name} \"{value}\"\n")),
            ] {
                let text = std::fs::read_to_string(docs.join(file)).unwrap();
                assert!(text.contains(&wanted), "docs/{file} has no {wanted}");
            }
        }
    }

    /// The texts in `docs` that repeat the policy: what stands before it, what behind it, and whether it is one with
    /// the hashes of a build.
    const REPEATED: [(&str, &str, &str, bool); 3] = [
        ("hosting.md", "```text\ndefault-src", "\n```", true),
        (
            "hosting/nginx.conf",
            "add_header Content-Security-Policy \"",
            "\"",
            false,
        ),
        (
            "hosting/Caddyfile",
            "\n\t\tContent-Security-Policy \"",
            "\"",
            false,
        ),
    ];

    /// With `BLESS=1` in the environment, the texts are changed instead.
    #[test]
    fn the_hosting_page_and_its_examples_repeat_the_policy() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let frames = policy::hosts(&root.join("src/decode/embed_hosts.txt")).unwrap();
        let hash = ["'sha256-…'".to_owned()];
        let policy = policy::text(&hash, &hash, &frames);
        let directives: Vec<&str> = policy.split("; ").collect();
        // The first three name what changes with every build; a header that outlives it leaves them to the page.
        let steady = sent(&directives[3..].join("; "));
        for (name, before, after, whole) in REPEATED {
            let wanted = match whole {
                true => directives.join(";\n"),
                false => steady.clone(),
            };
            let path = root.join("docs").join(name);
            let text = std::fs::read_to_string(&path).unwrap();
            // The name of the first directive marks the place and is part of the policy.
            let skipped = before.find("default-src").unwrap_or(before.len());
            let start = text
                .find(before)
                .unwrap_or_else(|| panic!("{name} has no policy"))
                + skipped;
            let end = start + text[start..].find(after).expect("the policy ends");
            if text[start..end] == wanted {
                continue;
            }
            assert!(
                std::env::var_os("BLESS").is_some(),
                "docs/{name} has another policy than the build; with BLESS=1 this test writes it there.\n\
                 wanted: {wanted}\n found: {}",
                &text[start..end]
            );
            std::fs::write(&path, [&text[..start], &wanted, &text[end..]].concat()).unwrap();
        }
    }

    /// The header with which a policy goes out.
    fn sent(policy: &str) -> String {
        let text = text(policy, &[]);
        let line = text
            .lines()
            .find_map(|line| line.trim().strip_prefix("Content-Security-Policy: "));
        line.expect("the header is there").to_owned()
    }
}
