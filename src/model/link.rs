//! Addresses that are safe to put into a page.
//!
//! Both types are made only from a parsed URL and written out serialised, so what a reader's browser sees is what was
//! decided on: `java\nscript:` has become `javascript:` before anyone looks at its scheme.

use std::rc::Rc;

use crate::host::{text, url};

/// Longer addresses are dropped: no honest link needs more, and browsers disagree beyond it.
const LONGEST: usize = 8 * 1024;

/// An address a reader may follow: http, https, mailto or tel.
///
/// Copies share it: every line and run of a long text may stand in one link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SafeLink(Rc<String>);

impl SafeLink {
    /// Parses `input`, resolved against `base`.
    ///
    /// Other schemes, user names and passwords in the address, and addresses over 8 KiB give `None`.
    pub fn parse(input: &str, base: Option<&str>) -> Option<Self> {
        let href = parse(input, base)?;
        matches!(url::scheme(&href), "http" | "https" | "mailto" | "tel")
            .then(|| Self(Rc::new(href)))
    }

    pub fn href(&self) -> &str {
        &self.0
    }

    /// The host, for links to a web page.
    pub fn host(&self) -> Option<&str> {
        url::host(&self.0)
    }

    /// Whether this is a web page rather than an address to write to or call.
    pub fn is_web(&self) -> bool {
        matches!(url::scheme(&self.0), "http" | "https")
    }
}

/// The address of a picture, film or sound: http, https, or a small raster picture inside the address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SafeMedia(String);

/// A picture inside an address may be this long: enough for a small thumbnail.
const LONGEST_DATA: usize = 512 * 1024;

impl SafeMedia {
    /// Parses `input`, resolved against `base`.
    ///
    /// SVG inside an address is refused, since it can run script when opened on its own.
    pub fn parse(input: &str, base: Option<&str>) -> Option<Self> {
        let trimmed = input.trim_start();
        if trimmed
            .get(..5)
            .is_some_and(|start| start.eq_ignore_ascii_case("data:"))
        {
            return Self::parse_data(trimmed);
        }
        let href = parse(input, base)?;
        matches!(url::scheme(&href), "http" | "https").then_some(Self(href))
    }

    fn parse_data(input: &str) -> Option<Self> {
        if input.len() > LONGEST_DATA {
            return None;
        }
        // Serialised it may be three times as long.
        let href = url::resolve(input, None).filter(|href| href.len() <= LONGEST_DATA)?;
        let kind = text::until(href.strip_prefix("data:image/")?, ";,");
        matches!(kind, "png" | "jpeg" | "gif" | "webp" | "avif").then_some(Self(href))
    }

    pub fn src(&self) -> &str {
        &self.0
    }
}

fn parse(input: &str, base: Option<&str>) -> Option<String> {
    let input = input.trim();
    if input.is_empty() || input.len() > LONGEST {
        return None;
    }
    let href = url::resolve(input, base)?;
    let named_user = url::authority(&href).is_some_and(|authority| authority.contains('@'));
    (!named_user && href.len() <= LONGEST).then_some(href)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: Option<&str> = Some("https://news.example/world/a.json");

    #[test]
    fn only_four_schemes_are_links() {
        for good in [
            "https://a.example/",
            "http://a.example",
            "mailto:a@b.example",
            "tel:+15550100",
            "b.html",
            "//c.example/d",
        ] {
            assert!(SafeLink::parse(good, BASE).is_some(), "{good:?}");
        }
        for bad in [
            "javascript:alert(1)",
            "JAVASCRIPT:alert(1)",
            "java\tscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "vbscript:x",
            "data:text/html,<script>",
            "file:///etc/passwd",
            "blob:https://a.example/1",
            "about:blank",
            "view-source:https://a.example",
            "intent://a#Intent;end",
            "ftp://a.example/",
            "https://bank.example@evil.example/",
            "http://",
            "",
        ] {
            assert_eq!(SafeLink::parse(bad, BASE), None, "{bad:?}");
        }
    }

    #[test]
    fn the_serialised_address_is_kept() {
        let link = SafeLink::parse(" HTTPS://News.Example/a b?q=\u{e9}#\"x\" ", None).unwrap();
        assert_eq!(link.href(), "https://news.example/a%20b?q=%C3%A9#%22x%22");
    }

    #[test]
    fn only_raster_pictures_live_inside_an_address() {
        assert!(SafeMedia::parse("data:image/png;base64,AAAA", None).is_some());
        assert!(SafeMedia::parse("  DATA:image/webp;base64,AAAA", None).is_some());
        for bad in [
            "data:image/svg+xml,<svg/>",
            "data:text/html,x",
            "data:,x",
            "mailto:a@b.example",
        ] {
            assert_eq!(SafeMedia::parse(bad, BASE), None, "{bad:?}");
        }
    }

    #[test]
    fn a_picture_that_grows_too_long_when_it_is_serialised_is_refused() {
        let grows = |count| format!("data:image/png,{}", "ä".repeat(count));
        assert!(SafeMedia::parse(&grows(1000), None).is_some());
        assert_eq!(SafeMedia::parse(&grows(200_000), None), None);
    }

    #[test]
    fn an_endless_address_is_dropped() {
        let long = format!("https://a.example/{}", "x".repeat(9000));
        assert_eq!(SafeLink::parse(&long, None), None);
    }

    #[test]
    fn copies_of_a_link_share_its_address() {
        let link = SafeLink::parse("https://a.example/", None).unwrap();
        assert!(std::ptr::eq(link.clone().href(), link.href()));
    }
}
