//! `_headers`: what a host has to send, in the form that Netlify and Cloudflare Pages read.

use super::digest::Hashed;

pub fn text(policy: &str, hashed: &[&Hashed]) -> String {
    let mut text = format!(
        "\
# Headers for a host that reads this file; docs/hosting.md has them for nginx and Caddy.
# The paths are those of a site that is nothing but this folder; put your own folder before them otherwise.
# `frame-ancestors` works in a header only. It lets any page frame the viewer: name yours, or 'none'.
/*
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
        "/article-viewer.js",
        "/articles/*",
        "/bytes.json",
    ] {
        text.push_str(&format!("{path}\n  Cache-Control: no-cache\n"));
    }
    text
}

#[cfg(test)]
mod tests {
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
}
