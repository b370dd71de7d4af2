//! Which format a document has, from the document alone.
//!
//! Every format is asked and the strongest claim wins, so the order of the list means nothing.

use std::cell::Cell;

use crate::json::Json;

use super::formats::{FORMATS, Format};
use super::{Cursor, DecodeError, JsonKind, NoteKind};

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

/// One row of a format's claims: a shape, and what the format says of a document that has it.
///
/// A shape is words with spaces between them, all of which must be true: `slug:s` the member `slug` is a text, `:n` a
/// number, `:o` an object, `:l` a list, `:e` an empty list; `type=post` it is this text or number, `version=0.*` it begins
/// so; `id` it is there, even as `null`; `!id` it is not. `|` stands between choices, `.` leads into an object or the first item of a list.
pub type Shape = (&'static str, Claim);

/// What the first row whose shape fits says of the document.
#[inline(never)]
pub fn claim(document: &Json, rows: &'static [Shape]) -> Claim {
    for (shape, claim) in rows {
        if shape
            .split(' ')
            .all(|word| word.split('|').any(|fact| is_true(document, fact)))
        {
            LAST_SHAPE.set(shape);
            return *claim;
        }
    }
    Claim::No
}

thread_local! {
    /// The shape that fitted last, for the report.
    static LAST_SHAPE: Cell<&'static str> = const { Cell::new("") };
}

/// The shape by which `format` claims the document, as far as it has one.
pub fn why(format: &Format, document: &Json) -> &'static str {
    LAST_SHAPE.set("");
    (format.claims)(document);
    LAST_SHAPE.get()
}

fn is_true(document: &Json, fact: &str) -> bool {
    if let Some(fact) = fact.strip_prefix('!') {
        return !is_true(document, fact);
    }
    let (address, text) = fact.split_once('=').unwrap_or((fact, ""));
    let (address, kind) = address.split_once(':').unwrap_or((address, ""));
    let mut found = document;
    for name in address.split('.') {
        let object = found.items().first().unwrap_or(found);
        match object.get(name) {
            Some(member) => found = member,
            None => return false,
        }
    }
    match (kind, found) {
        ("s", Json::Text(_))
        | ("n", Json::Number(_))
        | ("o", Json::Object(_))
        | ("l", Json::List(_)) => true,
        ("e", Json::List(items)) => items.is_empty(),
        ("", Json::Text(word) | Json::Number(word)) => match text.strip_suffix('*') {
            Some(start) => word.starts_with(start),
            None => text.is_empty() || word == text,
        },
        ("", _) => text.is_empty(),
        _ => false,
    }
}

/// Where services put what they answer with. Tried from the top, and from there again.
const ENVELOPES: &str =
    "result|data.item|data.items|item|_items|results|content|article|story|post|data";

/// So many envelopes may lie in one another.
const DEEPEST: usize = 4;

/// A document whose format is known.
pub struct Found<'a> {
    pub format: &'static Format,
    /// What has the format: the document itself, or what an envelope holds.
    pub whole: Cursor<'a>,
    /// The articles in it: one or more.
    pub items: Vec<Cursor<'a>>,
}

/// Finds the format of `document`, and the articles in it.
///
/// A format that the caller names is taken for what it is said to be.
pub fn format<'a>(document: Cursor<'a>, named: Option<&str>) -> Result<Found<'a>, DecodeError> {
    if let Some(name) = named {
        let found = FORMATS.iter().find(|format| format.name == name);
        return found
            .map(|format| of_format(format, document))
            .ok_or_else(|| DecodeError::NoSuchFormat {
                name: name.to_owned(),
            });
    }
    let mut value = document;
    for _ in 0..=DEEPEST {
        let (claim, format) = match is_schema(value.value()) {
            true => (Claim::NotAnArticle("the description of a format"), None),
            false => strongest(value.value()),
        };
        match (claim, format) {
            (Claim::Certain | Claim::Maybe, Some(format)) => return Ok(of_format(format, value)),
            (Claim::NotAnArticle(what), format) => {
                return Err(DecodeError::NotAnArticle {
                    format: format.map_or("JSON Schema", |format| format.title),
                    what,
                });
            }
            _ => {}
        }
        value = match value.value() {
            Json::List(_) => match list(value) {
                Some(found) => return Ok(found),
                None => value.one(),
            },
            _ => match value.first(ENVELOPES) {
                Some(inner) => inner,
                None => break,
            },
        };
    }
    Err(unknown(document.value()))
}

fn of_format<'a>(format: &'static Format, whole: Cursor<'a>) -> Found<'a> {
    let mut items = (format.items)(whole);
    if items.is_empty() {
        items.push(whole);
    }
    Found {
        format,
        whole,
        items,
    }
}

/// A plain list of documents: the first that is an article gives the format, and all of this format are its items.
fn list(whole: Cursor<'_>) -> Option<Found<'_>> {
    let is_article = |claim| matches!(claim, Claim::Maybe | Claim::Certain);
    let mut items = whole.items();
    let format =
        items
            .iter()
            .take(MOST_STRANGERS)
            .find_map(|item| match strongest(item.value()) {
                (claim, format) if is_article(claim) => format,
                _ => None,
            })?;
    items.retain(|item| {
        let is_item = is_article((format.claims)(item.value()));
        if !is_item {
            item.note(NoteKind::LeftOut {
                kind: "an entry of the list".to_owned(),
                why: "it is no article in the format of the others",
            });
        }
        is_item
    });
    Some(Found {
        format,
        whole,
        items,
    })
}

/// So many entries of a list may come before the first article.
const MOST_STRANGERS: usize = 32;

fn strongest(value: &Json) -> (Claim, Option<&'static Format>) {
    let mut strongest = (Claim::No, None);
    for format in FORMATS {
        let claim = (format.claims)(value);
        if claim > strongest.0 {
            strongest = (claim, Some(format));
        }
    }
    strongest
}

/// A schema names every field of a format without being one.
fn is_schema(document: &Json) -> bool {
    let has = |key| document.get(key).is_some();
    has("$schema") && (has("properties") || has("$ref") || has("allOf"))
}

fn unknown(document: &Json) -> DecodeError {
    DecodeError::UnknownFormat {
        found: JsonKind::of(document),
        top_level_keys: document
            .members()
            .unwrap_or_default()
            .iter()
            .take(12)
            .map(|(key, _)| key.chars().take(40).collect())
            .collect(),
    }
}
