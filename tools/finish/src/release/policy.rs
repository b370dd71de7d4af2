//! The Content Security Policy of the page.

use crate::files::{self, Done};
use std::path::Path;

/// The policy as one line; `scripts` and `styles` are the sources of the page's inline ones.
pub fn text(scripts: &[String], styles: &[String], frames: &[String]) -> String {
    let with = |fixed: &str, sources: &[String]| {
        std::iter::once(fixed)
            .chain(sources.iter().map(String::as_str))
            .collect::<Vec<_>>()
            .join(" ")
    };
    let frames = if frames.is_empty() {
        "'none'".to_owned()
    } else {
        frames.join(" ")
    };
    [
        "default-src 'none'".to_owned(),
        with("script-src 'self' 'wasm-unsafe-eval'", scripts),
        with("style-src 'self'", styles),
        "font-src 'self'".to_owned(),
        "img-src https: http: data:".to_owned(),
        "media-src https: http:".to_owned(),
        "connect-src https: http:".to_owned(),
        format!("frame-src {frames}"),
        "manifest-src 'self'".to_owned(),
        "worker-src 'self'".to_owned(),
        "base-uri 'none'".to_owned(),
        "form-action 'none'".to_owned(),
        "object-src 'none'".to_owned(),
        "require-trusted-types-for 'script'".to_owned(),
        "trusted-types article-viewer".to_owned(),
    ]
    .join("; ")
}

/// The hosts whose players may be framed, from the list that the decoder reads too.
pub fn hosts(list: &Path) -> Done<Vec<String>> {
    if list.exists() {
        sources(&files::text(list)?)
    } else {
        Ok(Vec::new())
    }
}

fn sources(list: &str) -> Done<Vec<String>> {
    list.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|host| {
            let fine = host.split('.').count() > 1
                && host.split('.').all(|label| {
                    !label.is_empty()
                        && label
                            .bytes()
                            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
                });
            match fine {
                true => Ok(format!("https://{host}")),
                false => Err(format!(
                    "embed_hosts.txt: `{host}` is no host name; wanted one like player.example.org"
                )
                .into()),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_names_the_inline_parts_and_the_frames() {
        let policy = text(
            &["'sha256-s='".into()],
            &["'sha256-t='".into()],
            &["https://a.example".into(), "https://b.example".into()],
        );
        assert_eq!(
            policy,
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-s='; \
             style-src 'self' 'sha256-t='; font-src 'self'; img-src https: http: data:; \
             media-src https: http:; connect-src https: http:; \
             frame-src https://a.example https://b.example; manifest-src 'self'; \
             worker-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; \
             require-trusted-types-for 'script'; trusted-types article-viewer"
        );
    }

    #[test]
    fn without_hosts_nothing_is_framed() {
        assert!(text(&[], &[], &[]).contains("; frame-src 'none'; "));
    }

    #[test]
    fn only_host_names_become_sources() {
        assert_eq!(
            sources("# Video.\nwww.example.org\n\n").unwrap(),
            ["https://www.example.org"]
        );
        for wrong in [
            "*",
            "https://a.example",
            "a.example; script-src *",
            "localhost",
            "a..b",
        ] {
            assert!(sources(wrong).is_err(), "{wrong}");
        }
    }
}
