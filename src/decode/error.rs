//! Why nothing could be shown.

use std::fmt;

use crate::host::text::{concat, digits, join};

use super::{JsonKind, JsonPath};

/// The few ways in which decoding fails; everything else is a note.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum DecodeError {
    /// The bytes are no JSON; lines and columns count from 1.
    NotJson {
        line: usize,
        column: usize,
        looks_like: Guess,
    },
    /// JSON, but of no format we know.
    UnknownFormat {
        found: JsonKind,
        top_level_keys: Vec<String>,
    },
    /// The caller asked for a format that does not exist.
    NoSuchFormat { name: String },
    /// The caller asked for an article that is not among those in the file.
    NoSuchItem { wanted: String, count: usize },
    /// A format we know, but something other than an article: an event, a category, a schema.
    NotAnArticle {
        format: &'static str,
        what: &'static str,
    },
    /// A value without which nothing can be read has another type.
    Unexpected {
        format: &'static str,
        path: JsonPath,
        wanted: &'static str,
        found: JsonKind,
    },
    /// An article without a headline, a text, a picture or a notice.
    NothingToRead { format: &'static str },
}

/// What bytes that are no JSON look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guess {
    /// No bytes at all, or white space.
    Empty,
    /// `<!doctype html>` …
    Html,
    /// `<?xml …` or another element.
    Xml,
    /// JSON that ends too early.
    CutShort,
    /// JSON nested deeper than 128 levels.
    TooDeep,
    /// Bytes that are no text.
    Binary,
    /// JSON with a slip at the place named.
    Slip,
    /// Some other text.
    Text,
}

impl Guess {
    /// The end of the key of our sentence, and the words for developers.
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Empty => ("empty", "nothing"),
            Self::Html => ("html", "an HTML page"),
            Self::Xml => ("xml", "XML"),
            Self::CutShort => ("cut", "JSON that ends too early"),
            Self::TooDeep => ("deep", "JSON nested deeper than 128 levels"),
            Self::Binary => ("binary", "bytes that are no text"),
            Self::Slip => ("slip", "JSON with a slip"),
            Self::Text => ("text", "plain text"),
        }
    }
}

impl DecodeError {
    /// A short name that stays the same from version to version.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotJson { looks_like, .. } => looks_like.names().0,
            Self::UnknownFormat { .. } => "unknown",
            Self::NoSuchFormat { .. } => "format",
            Self::NoSuchItem { .. } => "item",
            Self::NotAnArticle { .. } => "not_article",
            Self::Unexpected { .. } => "unexpected",
            Self::NothingToRead { .. } => "nothing",
        }
    }

    /// Whether the end is missing.
    pub fn is_cut_short(&self) -> bool {
        matches!(
            self,
            Self::NotJson {
                looks_like: Guess::CutShort | Guess::Empty,
                ..
            }
        )
    }
}

impl DecodeError {
    /// The line for developers: where, what was wanted, and what was found.
    pub fn technical(&self) -> String {
        match self {
            Self::NotJson {
                line,
                column,
                looks_like,
            } => concat(&[
                "line ",
                &digits(*line),
                ", column ",
                &digits(*column),
                ": wanted JSON, found ",
                looks_like.names().1,
            ]),
            Self::UnknownFormat {
                found,
                top_level_keys,
            } => concat(&[
                "$: wanted an article in a known format, found ",
                found.name(),
                " ",
                &list(top_level_keys),
            ]),
            Self::NoSuchFormat { name } => concat(&["no format is called “", name, "”"]),
            Self::NoSuchItem { wanted, count } => concat(&[
                "no article has the id or the number “",
                wanted,
                "”; there are ",
                &digits(*count),
            ]),
            Self::NotAnArticle { format, what } => {
                concat(&["$: wanted an article, found ", what, " (", format, ")"])
            }
            Self::Unexpected {
                format,
                path,
                wanted,
                found,
            } => concat(&[
                path.as_str(),
                ": wanted ",
                wanted,
                ", found ",
                found.name(),
                " (",
                format,
                ")",
            ]),
            Self::NothingToRead { format } => concat(&[
                "$: wanted a headline, a text or a picture, found none (",
                format,
                ")",
            ]),
        }
    }
}

/// Names with commas between them.
pub fn list(names: &[String]) -> String {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    join(&names, ", ")
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.technical())
    }
}

impl std::error::Error for DecodeError {}
