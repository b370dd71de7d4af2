//! What is to be opened: pure, from what the page says.

use super::{LoadError, LoadErrorKind};
use crate::browser::page;
use crate::host::url;

/// Where the bytes are.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// At this absolute http or https address.
    Address(String),
    /// In the page itself.
    Inline(String),
}

/// What a page offers; empty is absent. The order is that of `pageOffer` in `browser/page.js`.
#[derive(Clone, Debug, Default)]
pub struct Offer {
    /// `?src=…`
    pub asked: String,
    /// The page's default article.
    pub default: String,
    /// The address that relative ones are resolved against.
    pub base: String,
    /// `<meta name="article-viewer-sources">`: origins between spaces, or `*`.
    pub allowed: String,
    /// `<meta name="article-viewer-limits">`
    pub limits: String,
    /// `&format=…`
    pub format: String,
    /// `&item=…`
    pub item: String,
    /// The page's query without `item`: the address of the list that it is in.
    pub list: String,
    /// The text of `<script type="application/json" id="article">`: last, since it may hold anything.
    pub inline: String,
}

impl Offer {
    /// Reads the offer of the page as it stands now.
    pub fn of_page() -> Self {
        let offer = page::offer();
        let mut rest = offer.as_str();
        let mut next = || {
            let (part, after) = rest.split_once(page::BETWEEN).unwrap_or((rest, ""));
            rest = after;
            part.to_owned()
        };
        Self {
            asked: next(),
            default: next(),
            base: next(),
            allowed: next(),
            limits: next(),
            format: next(),
            item: next(),
            list: next(),
            inline: rest.to_owned(),
        }
    }

    /// Chooses: the address asked for, else the article in the page, else the default one.
    ///
    /// # Errors
    ///
    /// The address is none, or of a site that the page does not allow.
    pub fn choose(&self) -> Result<Source, LoadError> {
        let Self {
            asked,
            inline,
            default,
            base,
            allowed,
            ..
        } = self;
        if asked.is_empty() && !inline.is_empty() {
            return Ok(Source::Inline(inline.clone()));
        }
        let address = if asked.is_empty() { default } else { asked };
        let url = url::resolve(address.trim(), Some(base)).unwrap_or_default();
        let Some(origin) = url::origin(&url) else {
            return Err(LoadError::new(LoadErrorKind::Address, address, 0));
        };
        allow(&origin, base, allowed)?;
        Ok(Source::Address(url))
    }
}

/// Whether an article of `origin` may be opened on a page at `base`.
pub fn allow(origin: &str, base: &str, allowed: &str) -> Result<(), LoadError> {
    let own = url::origin(base);
    let listed = |entry: &str| {
        entry == "*" || url::origin(entry.trim_end_matches('/')).as_deref() == Some(origin)
    };
    if own.as_deref() == Some(origin) || allowed.split_whitespace().any(listed) {
        Ok(())
    } else {
        Err(LoadError::new(LoadErrorKind::Origin, origin, 0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offer() -> Offer {
        Offer {
            default: "articles/default.json".into(),
            base: "https://page.example/reader/index.html".into(),
            allowed: "https://a.example http://b.example:8080/".into(),
            ..Offer::default()
        }
    }

    #[track_caller]
    fn chooses(asked: &str, wanted: &str) {
        let chosen = Offer {
            asked: asked.into(),
            ..offer()
        }
        .choose();
        assert_eq!(chosen, Ok(Source::Address(wanted.into())), "{asked:?}");
    }

    #[test]
    fn the_address_wins_over_the_inline_article_and_that_over_the_default() {
        let inline = Offer {
            inline: "{}".into(),
            ..offer()
        };
        assert_eq!(inline.clone().choose(), Ok(Source::Inline("{}".into())));
        let asked = Offer {
            asked: "x.json".into(),
            ..inline
        };
        assert_eq!(
            asked.choose(),
            Ok(Source::Address("https://page.example/reader/x.json".into()))
        );
        let default = "https://page.example/reader/articles/default.json";
        assert_eq!(offer().choose(), Ok(Source::Address(default.into())));
    }

    #[test]
    fn own_and_listed_origins_are_allowed() {
        chooses("/news/1.json", "https://page.example/news/1.json");
        chooses("https://a.example/1.json", "https://a.example/1.json");
        chooses(
            "http://b.example:8080/1.json",
            "http://b.example:8080/1.json",
        );
    }

    #[test]
    fn other_origins_and_schemes_are_refused() {
        for other in [
            "https://a.example.evil.example/",
            "http://a.example/",
            "//evil.example/x",
            "https://b.example:8080/",
        ] {
            let error = Offer {
                asked: other.into(),
                ..offer()
            }
            .choose();
            assert_eq!(error.unwrap_err().kind, LoadErrorKind::Origin, "{other:?}");
        }
        for bad in [
            "javascript:alert(1)",
            "data:application/json,{}",
            "blob:https://page.example/1",
            "file:///etc/passwd",
            "http://[",
        ] {
            let error = Offer {
                asked: bad.into(),
                ..offer()
            }
            .choose();
            assert_eq!(error.unwrap_err().kind, LoadErrorKind::Address, "{bad:?}");
        }
    }
}
