//! What was lost or guessed on the way: for editors and developers, never shown in the article.

use std::fmt;

use crate::json::Json;

use super::JsonPath;

/// One thing that was dropped, guessed or repaired, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    pub path: JsonPath,
    pub kind: NoteKind,
}

/// What happened; [`NoteKind::code`] is stable, the sentences are not.
#[derive(Clone, Debug, PartialEq)]
pub enum NoteKind {
    /// A value of another type than its field has.
    WrongType {
        wanted: &'static str,
        found: JsonKind,
    },
    /// A word that the field does not know.
    UnknownWord { wanted: &'static str, found: String },
    /// A word that is none of those the field knows.
    NoSuchWord {
        words: &'static [&'static str],
        found: String,
    },
    /// A date that cannot be read.
    UnreadableDate { found: String },
    /// An address that is malformed or not allowed.
    RefusedAddress { found: String },
    /// A block of a kind the viewer does not know.
    UnknownBlock { kind: String },
    /// An inline of a kind the viewer does not know; its words stay.
    UnknownInline { kind: String },
    /// A member that must be there for its block to mean anything.
    Missing { wanted: &'static str },
    /// A part of an article that cannot or need not be shown here, and why.
    LeftOut { kind: String, why: &'static str },
    /// Elements, attributes or short codes of an HTML text that have no place in an article.
    RemovedMarkup { what: String, count: u32 },
    /// A picture without a word for those who do not see it.
    NoAlt,
    /// A version of our own format that is newer than this viewer.
    NewerVersion { found: String },
    /// The JSON stood in script elements of a piece of HTML.
    Unwrapped,
    /// Bytes that are no UTF-8 were replaced.
    BrokenUtf8,
    /// Raw control characters were replaced by spaces, or halves of surrogate pairs by U+FFFD.
    Repaired,
    /// More of something than is kept.
    TooMuch { what: &'static str },
    /// Further notes were left out: the document has too many.
    TooManyNotes,
}

impl NoteKind {
    /// A short name that stays the same from version to version.
    pub fn code(&self) -> &'static str {
        match self {
            Self::WrongType { .. } => "wrong-type",
            Self::UnknownWord { .. } | Self::NoSuchWord { .. } => "unknown-word",
            Self::UnreadableDate { .. } => "unreadable-date",
            Self::RefusedAddress { .. } => "refused-address",
            Self::UnknownBlock { .. } => "unknown-block",
            Self::UnknownInline { .. } => "unknown-inline",
            Self::Missing { .. } => "missing",
            Self::LeftOut { .. } => "left-out",
            Self::RemovedMarkup { .. } => "removed-markup",
            Self::NoAlt => "no-alt",
            Self::NewerVersion { .. } => "newer-version",
            Self::Unwrapped => "unwrapped",
            Self::BrokenUtf8 => "broken-utf8",
            Self::Repaired => "repaired",
            Self::TooMuch { .. } => "too-much",
            Self::TooManyNotes => "too-many-notes",
        }
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.kind)
    }
}

impl fmt::Display for NoteKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::WrongType { wanted, found } => {
                write!(f, "wanted {wanted}, found {}", found.name())
            }
            Self::UnknownWord { wanted, found } => write!(f, "wanted {wanted}, found “{found}”"),
            Self::NoSuchWord { words, found } => {
                write!(f, "wanted one of {}, found “{found}”", words.join(", "))
            }
            Self::UnreadableDate { found } => {
                write!(
                    f,
                    "wanted a date such as 2026-11-24 or 2026-11-24T08:30:00Z, found “{found}”"
                )
            }
            Self::RefusedAddress { found } => {
                write!(f, "wanted an http or https address, found “{found}”")
            }
            Self::UnknownBlock { kind } => write!(
                f,
                "no block is called “{kind}”; a notice stands in its place"
            ),
            Self::UnknownInline { kind } => {
                write!(f, "no inline is called “{kind}”; its words stay")
            }
            Self::Missing { wanted } => write!(f, "wanted {wanted}, found nothing"),
            Self::LeftOut { kind, why } => write!(f, "“{kind}” is left out: {why}"),
            Self::RemovedMarkup { what, count } => write!(f, "left out {what} ×{count}"),
            Self::NoAlt => {
                f.write_str("wanted an alternative text for those who do not see the picture")
            }
            Self::NewerVersion { found } => {
                write!(
                    f,
                    "this viewer knows article-viewer/1; “{found}” is read as far as it is known"
                )
            }
            Self::Unwrapped => {
                f.write_str("the JSON was taken out of the script elements of a piece of HTML")
            }
            Self::BrokenUtf8 => f.write_str("bytes that are no UTF-8 were replaced"),
            Self::Repaired => f.write_str("characters that JSON does not allow were replaced"),
            Self::TooMuch { what } => write!(f, "the rest of {what} is left out"),
            Self::TooManyNotes => f.write_str("further notes are left out"),
        }
    }
}

/// The six types of JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonKind {
    Null,
    Bool,
    Number,
    Text,
    List,
    Object,
}

impl JsonKind {
    pub fn of(value: &Json) -> Self {
        match value {
            Json::Null => Self::Null,
            Json::Bool(_) => Self::Bool,
            Json::Number(_) => Self::Number,
            Json::Text(_) => Self::Text,
            Json::List(_) => Self::List,
            Json::Object(_) => Self::Object,
        }
    }
}

impl JsonKind {
    /// The kind in words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool => "true or false",
            Self::Number => "a number",
            Self::Text => "a text",
            Self::List => "a list",
            Self::Object => "an object",
        }
    }
}
