//! Which format a document has, from the document alone.
//!
//! Every format is asked and the strongest claim wins, so the order of the list means nothing.

use crate::json::Json;

use super::formats::{FORMATS, Format};
use super::{DecodeError, JsonKind};

/// What a format says of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Claim {
    No,
    /// Its shape fits, and nothing better may come.
    Maybe,
    /// Ours, but not an article: what it is instead.
    NotAnArticle(&'static str),
    /// Ours beyond doubt.
    Certain,
}

/// Finds the format of `document`, or takes the one the caller names.
pub fn format(document: &Json, named: Option<&str>) -> Result<&'static Format, DecodeError> {
    if let Some(name) = named {
        let found = FORMATS.iter().find(|format| format.name == name);
        return found.ok_or_else(|| DecodeError::NoSuchFormat {
            name: name.to_owned(),
        });
    }
    let strongest = FORMATS
        .iter()
        .map(|format| ((format.claims)(document), format))
        .max_by_key(|(claim, _)| *claim);
    match strongest {
        Some((Claim::Certain | Claim::Maybe, format)) => Ok(format),
        Some((Claim::NotAnArticle(what), format)) => Err(DecodeError::NotAnArticle {
            format: format.title,
            what,
        }),
        Some((Claim::No, _)) | None => Err(DecodeError::UnknownFormat {
            found: JsonKind::of(document),
            top_level_keys: document
                .members()
                .unwrap_or_default()
                .iter()
                .take(12)
                .map(|(key, _)| key.chars().take(40).collect())
                .collect(),
        }),
    }
}
