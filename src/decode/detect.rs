//! Which format a document has, from the document alone.
//!
//! Every format is asked and the strongest claim wins, so the order of the list means nothing.

use std::cell::Cell;

use crate::json::Json;

use super::formats::{FORMATS, Format};
use super::{Cursor, DecodeError, JsonKind, fields};

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
const ENVELOPES: &str = "result|data.item|data.items|item|_items|results|content|article|articles|story|post|posts|node|nodes|edges|data";

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
    for level in 0..=DEEPEST {
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
            Json::List(_) => match list(value, DEEPEST - level) {
                Some(found) => return Ok(found),
                None => value.one(),
            },
            _ => match inside(value) {
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

/// What an envelope holds; a text under such a name is no letter in it.
fn inside(value: Cursor<'_>) -> Option<Cursor<'_>> {
    ENVELOPES
        .split('|')
        .filter_map(|address| value.first(address))
        .find(|inner| matches!(inner.value(), Json::Object(_) | Json::List(_)))
}

/// The article in an entry of a list, which may lie in envelopes of its own.
fn opened<'a>(
    entry: Cursor<'a>,
    deepest: usize,
    is_wanted: &dyn Fn(&Json) -> bool,
) -> Option<Cursor<'a>> {
    let mut value = entry;
    for _ in 0..=deepest {
        if is_wanted(value.value()) {
            return Some(value);
        }
        value = inside(value)?;
    }
    None
}

fn is_article(claim: Claim) -> bool {
    matches!(claim, Claim::Maybe | Claim::Certain)
}

/// A plain list of documents: the first that is an article gives the format, and all of this format are its items.
fn list(whole: Cursor<'_>, deepest: usize) -> Option<Found<'_>> {
    let entries = whole.items();
    let first = entries
        .iter()
        .take(MOST_STRANGERS)
        .find_map(|entry| opened(*entry, deepest, &|value| is_article(strongest(value).0)))?;
    let format = strongest(first.value()).1?;
    let mut items = Vec::new();
    for entry in entries {
        match opened(entry, deepest, &|value| is_article((format.claims)(value))) {
            Some(item) => items.push(item),
            None => fields::leave_out(
                entry,
                "an entry of the list",
                "it is no article in the format of the others",
            ),
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::Options;
    use crate::decode::cursor::Context;
    use crate::json::parse;

    /// The format of a document, and how many articles are in it.
    fn found(json: &str) -> Option<(&'static str, usize)> {
        let document = parse(json).expect("JSON").value;
        let context = Context::new(&document, &Options::default(), Vec::new());
        let found = format(context.top(), None).ok()?;
        Some((found.format.name, found.items.len()))
    }

    const POST: &str = r#"{"title": {"rendered": "Ebb"}, "content": {"rendered": "<p>Mud.</p>"}}"#;

    /// Envelopes around what stands for `$`.
    fn around(envelope: &str, inner: &str) -> Option<(&'static str, usize)> {
        found(&envelope.replace('$', inner))
    }

    #[test]
    fn an_article_may_lie_in_envelopes() {
        for envelope in [
            r#"{"result": $}"#,
            r#"{"data": {"item": $}}"#,
            r#"{"data": {"post": $}}"#,
            r#"{"data": {"node": $}}"#,
            r#"{"data": {"article": $}}"#,
            r#"{"data": {"result": {"data": {"story": $}}}}"#,
            r#"{"content": "ok", "article": $}"#,
            r#"{"status": 200, "data": {"content": $}}"#,
        ] {
            assert_eq!(around(envelope, POST), Some(("wordpress", 1)), "{envelope}");
        }
    }

    #[test]
    fn five_envelopes_are_too_many() {
        let envelope = r#"{"data": {"data": {"data": {"data": {"data": $}}}}}"#;
        assert_eq!(around(envelope, POST), None);
    }

    #[test]
    fn an_envelope_with_several_articles_gives_them_all() {
        let two = [POST, ", ", POST].concat();
        for envelope in [
            r#"[$]"#,
            r#"{"total": 2, "limit": 10, "offset": 0, "item": [$]}"#,
            r#"{"_items": [$], "_meta": {"total": 2}}"#,
            r#"{"results": [$]}"#,
            r#"{"posts": [$]}"#,
            r#"{"articles": [$]}"#,
            r#"{"data": {"posts": {"nodes": [$]}}}"#,
            r#"{"data": [$]}"#,
        ] {
            assert_eq!(around(envelope, &two), Some(("wordpress", 2)), "{envelope}");
        }
    }

    #[test]
    fn each_entry_of_a_list_may_lie_in_an_envelope_of_its_own() {
        for (envelope, entry) in [
            (r#"{"data": {"items": [$]}}"#, r#"{"meta": {}, "item": $}"#),
            (
                r#"{"data": {"posts": {"edges": [$]}}}"#,
                r#"{"cursor": "x", "node": $}"#,
            ),
            ("[$]", r#"{"result": $}"#),
        ] {
            let entry = entry.replace('$', POST);
            let list = [&entry, r#", {"item": {"ad": true}}, null, "#, &entry].concat();
            assert_eq!(
                around(envelope, &list),
                Some(("wordpress", 2)),
                "{envelope}"
            );
        }
    }

    #[test]
    fn a_headline_list_gives_way_to_whole_articles() {
        let entry = r#"{"id": 1, "title": "Ebb", "url": "https://a.example/1", "content_html": "<p>Mud.</p>"}"#;
        assert_eq!(
            around(r#"{"articles": [$]}"#, entry),
            Some(("json-feed", 1))
        );
        let entry = r#"{"title": "Ebb", "url": "https://a.example/1", "content": "Mud"}"#;
        assert_eq!(
            around(r#"{"articles": [$]}"#, entry),
            Some(("headlines", 1))
        );
    }
}
