//! Parsing and resolving of URLs as the WHATWG URL standard says.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod native;

#[cfg(target_arch = "wasm32")]
use browser as platform;
#[cfg(not(target_arch = "wasm32"))]
use native as platform;

use super::text::{concat, split_last, until};

/// Parses `input` against `base` and gives the serialised URL, or `None` where the standard sees a failure.
///
/// Without a base only absolute URLs succeed.
/// The answer starts with its scheme in lower case, so decisions on the scheme are safe on it, and never on `input`.
pub fn resolve(input: &str, base: Option<&str>) -> Option<String> {
    platform::resolve(input, base)
}

/// The scheme of a serialised URL, without the colon.
pub fn scheme(href: &str) -> &str {
    until(href, ":")
}

/// What stands between `//` and the next `/`, `?` or `#` of a serialised URL: user, host and port.
pub fn authority(href: &str) -> Option<&str> {
    let (_, rest) = href.split_once(':')?;
    Some(until(rest.strip_prefix("//")?, "/?#"))
}

/// The host of a serialised URL, without user and port.
pub fn host(href: &str) -> Option<&str> {
    let authority = authority(href)?;
    let host = without_user(authority);
    // The colons inside the brackets of an IPv6 address are not in front of a port.
    let host = match split_last(host, b':') {
        Some((host, port)) if !port.ends_with(']') => host,
        _ => host,
    };
    (!host.is_empty()).then_some(host)
}

fn without_user(authority: &str) -> &str {
    split_last(authority, b'@').map_or(authority, |(_, host)| host)
}

/// Scheme, host and port of a serialised http or https URL, as the web's origin.
pub fn origin(href: &str) -> Option<String> {
    let scheme = scheme(href);
    let authority = without_user(authority(href)?);
    matches!(scheme, "http" | "https").then(|| concat(&[scheme, "://", authority]))
}

/// `text` as a part of an address, such as a value of its query: in UTF-8, all but letters, digits and `-_.~` escaped.
pub fn component(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut escaped = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            escaped.push(char::from(byte));
        } else {
            escaped.push('%');
            for digit in [byte >> 4, byte & 15] {
                escaped.push(char::from(DIGITS[usize::from(digit)]));
            }
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scheme_is_decided_on_the_parsed_url() {
        for sly in [
            "java\nscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
        ] {
            let href = resolve(sly, Some("https://news.example/")).expect("the parser takes it");
            assert_eq!(scheme(&href), "javascript", "{sly:?}");
        }
    }

    #[test]
    fn a_relative_url_needs_a_base() {
        assert_eq!(resolve("lead.png", None), None);
        assert_eq!(
            resolve("lead.png", Some("https://news.example/world/a.json")).as_deref(),
            Some("https://news.example/world/lead.png")
        );
    }

    #[test]
    fn the_host_stands_without_user_and_port() {
        assert_eq!(
            host("https://bank.example@evil.example:8443/x"),
            Some("evil.example")
        );
        assert_eq!(host("https://[::1]:8080/"), Some("[::1]"));
        assert_eq!(host("mailto:a@b.example"), None);
    }

    #[test]
    fn an_origin_keeps_its_port() {
        assert_eq!(
            origin("http://a.example:81/b").as_deref(),
            Some("http://a.example:81")
        );
        assert_eq!(origin("ftp://a.example/"), None);
    }
}
