//! Why nothing could be shown.

use std::fmt;

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
    /// JSON with a number that no computer number holds.
    HugeNumber,
    /// Bytes that are no text.
    Binary,
    /// JSON with a slip at the place named.
    Slip,
    /// Some other text.
    Text,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotJson {
                line,
                column,
                looks_like,
            } => {
                let seen = match looks_like {
                    Guess::Empty => "nothing",
                    Guess::Html => "an HTML page",
                    Guess::Xml => "XML",
                    Guess::CutShort => "JSON that ends too early",
                    Guess::TooDeep => "JSON nested deeper than 128 levels",
                    Guess::HugeNumber => "JSON with a number out of range",
                    Guess::Binary => "bytes that are no text",
                    Guess::Slip => "JSON with a slip",
                    Guess::Text => "plain text",
                };
                write!(f, "line {line}, column {column}: wanted JSON, found {seen}")
            }
            Self::UnknownFormat {
                found,
                top_level_keys,
            } => {
                write!(f, "$: wanted an article in a known format, found {found}")?;
                for (index, key) in top_level_keys.iter().enumerate() {
                    write!(
                        f,
                        "{}“{key}”",
                        if index == 0 { " with the keys " } else { ", " }
                    )?;
                }
                Ok(())
            }
            Self::NoSuchFormat { name } => write!(f, "no format is called “{name}”"),
            Self::NotAnArticle { format, what } => {
                write!(f, "$: wanted an article, found {what} in {format}")
            }
            Self::Unexpected {
                format,
                path,
                wanted,
                found,
            } => {
                write!(f, "{path}: wanted {wanted}, found {found} ({format})")
            }
            Self::NothingToRead { format } => {
                write!(
                    f,
                    "$: wanted a headline, a text or a picture, found none ({format})"
                )
            }
        }
    }
}

impl std::error::Error for DecodeError {}
