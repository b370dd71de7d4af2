//! The list of formats. One format is one file here, one line in [`FORMATS`], its fixtures and its page in the docs.

use crate::json::Json;

use super::{Claim, Cursor, DecodeError};
use crate::model::Article;

mod ans;
mod apple_news;
mod contentful;
mod drupal;
mod editorjs;
mod extractor;
mod ghost;
mod guardian;
mod headlines;
mod json_feed;
pub mod native;
mod ninjs;
mod portable_text;
mod schema_org;
mod wordpress;

/// Sorted by name; the order has no meaning.
pub const FORMATS: &[Format] = &[
    ans::FORMAT,
    apple_news::FORMAT,
    contentful::FORMAT,
    drupal::FORMAT,
    editorjs::FORMAT,
    extractor::FORMAT,
    ghost::FORMAT,
    guardian::FORMAT,
    headlines::FORMAT,
    json_feed::FORMAT,
    native::FORMAT,
    ninjs::FORMAT,
    portable_text::FORMAT,
    schema_org::FORMAT,
    wordpress::FORMAT,
];

/// One way in which publishers write articles.
#[derive(Debug)]
pub struct Format {
    /// The short name: for `data-article-format`, the `format` attribute and the folder of fixtures.
    pub name: &'static str,
    /// The name people use.
    pub title: &'static str,
    /// Whether a part of the program that bears its name reads it; all that claims is in `formats`, and so are those that
    /// most sites have.
    pub is_apart: bool,
    pub claims: fn(&Json) -> Claim,
    /// The articles in a document that is a list of them; nothing where it is an article itself. See [`alone`].
    pub items: for<'a> fn(Cursor<'a>) -> Vec<Cursor<'a>>,
    /// Reads an article: one of the items of the document that was claimed, or that document itself.
    pub decode: fn(Claimed<'_>) -> Result<Article, DecodeError>,
}

/// What a format is given to read.
#[derive(Clone, Copy)]
pub struct Claimed<'a> {
    /// What the format has claimed.
    pub whole: Cursor<'a>,
    /// The one of its items that is wanted; where it has none, the same as `whole`.
    pub item: Cursor<'a>,
}

/// For formats whose documents hold one article each. A plain list of them is not for the format to take apart: `detect`
/// does.
pub fn alone(_: Cursor<'_>) -> Vec<Cursor<'_>> {
    Vec::new()
}

/// What the tests of the formats read with.
#[cfg(test)]
mod reading {
    use crate::decode::{DecodeError, Decoded, Options, decode};
    use crate::model::block::Words;
    use crate::model::{Article, Block};

    /// A day in 2027.
    const NOW: f64 = 1_800_000_000_000.0;

    pub fn read(json: &str, base: Option<&str>) -> Result<Decoded, DecodeError> {
        let options = Options {
            base: base.map(str::to_owned),
            now: Some(NOW),
            ..Options::default()
        };
        decode(json.as_bytes(), &options)
    }

    /// What each block says.
    pub fn spoken(blocks: &[Block]) -> Vec<String> {
        let mut words = Words::default();
        words.say_blocks(blocks);
        words.into_passages()
    }

    /// Holds that a document is refused, as what it is instead of an article.
    #[track_caller]
    pub fn is_refused(json: &str, wanted: &str) {
        match read(json, None) {
            Err(DecodeError::NotAnArticle { what, .. }) => assert_eq!(what, wanted),
            other => panic!("{json}: {:?}", other.map(|decoded| decoded.article)),
        }
    }

    #[track_caller]
    pub fn article(json: &str, base: Option<&str>, format: &str) -> Article {
        let decoded = read(json, base).expect("an article");
        assert_eq!(decoded.format.name, format);
        decoded.article
    }
}
