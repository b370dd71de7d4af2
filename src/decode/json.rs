//! Bytes to one JSON value, with what is known about bytes that are none.

use super::fields::mentions;
use super::{DecodeError, Guess, JsonPath, Note, NoteKind};
use crate::host::text;
use crate::json::{self, Json, Slip, SlipKind};

pub struct Parsed {
    pub value: Json,
    pub notes: Vec<Note>,
}

/// Parses `bytes`: a byte order mark is stripped, UTF-16 with one is understood, broken UTF-8 is replaced, and slips that
/// lose nothing are repaired, each with a note.
pub fn parse(bytes: &[u8]) -> Result<Parsed, DecodeError> {
    let mut notes = Vec::new();
    let mut note = |kind| {
        notes.push(Note {
            path: JsonPath::root(),
            kind,
        })
    };
    let decoded;
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text),
        Err(_) => {
            if !matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..]) {
                note(NoteKind::BrokenUtf8);
            }
            decoded = text::decode(bytes);
            &decoded
        }
    };
    let parsed = match json::parse(text) {
        Ok(parsed) => parsed,
        Err(slip) => {
            let parsed = linked_data(text).ok_or_else(|| not_json(text, slip))?;
            note(NoteKind::Unwrapped);
            parsed
        }
    };
    if parsed.repaired {
        note(NoteKind::Repaired);
    }
    Ok(Parsed {
        value: parsed.value,
        notes,
    })
}

/// What the JSON-LD scripts of a piece of HTML hold: files exist that are pages, or parts of one, around them.
///
/// Several scripts are a list, and those that are no JSON are left out.
fn linked_data(text: &str) -> Option<json::Parsed> {
    let mut found = Vec::new();
    let mut repaired = false;
    let mut rest = text.trim_start().strip_prefix('<')?;
    loop {
        let starts = |word: &str| {
            rest.get(..word.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(word))
        };
        if starts("script")
            && let Some((tag, content)) = rest.split_once('>')
            && mentions(tag, "application/ld+json")
        {
            let end = content
                .as_bytes()
                .windows(END.len())
                .position(|window| window.eq_ignore_ascii_case(END.as_bytes()));
            let end = end.unwrap_or(content.len());
            if let Some(Ok(parsed)) = content.get(..end).map(json::parse) {
                repaired |= parsed.repaired;
                found.push(parsed.value);
            }
            rest = content.get(end..).unwrap_or_default();
        }
        match rest.split_once('<') {
            Some((_, next)) => rest = next,
            None => break,
        }
    }
    let value = match found.len() {
        0 => return None,
        1 => found.remove(0),
        _ => Json::List(found),
    };
    Some(json::Parsed { value, repaired })
}

/// The end of a script, whatever stands in it.
const END: &str = "</script";

fn not_json(json: &str, slip: Slip) -> DecodeError {
    let before = json.get(..slip.at).unwrap_or(json);
    let last_line = text::split_last(before, b'\n').map_or(before, |(_, line)| line);
    DecodeError::NotJson {
        line: before.bytes().filter(|byte| *byte == b'\n').count() + 1,
        column: text::length(last_line) + 1,
        looks_like: guess(json.trim_start(), slip.kind),
    }
}

fn guess(start: &str, slip: SlipKind) -> Guess {
    let binary = |c: char| c == '\0' || c == char::REPLACEMENT_CHARACTER;
    if start.is_empty() {
        Guess::Empty
    } else if ["<?xml", "<rss", "<feed"]
        .iter()
        .any(|word| start.starts_with(word))
    {
        Guess::Xml
    } else if start.starts_with('<') {
        Guess::Html
    } else if slip == SlipKind::TooDeep {
        Guess::TooDeep
    } else if start.chars().take(64).any(binary) {
        Guess::Binary
    } else if !matches!(start.as_bytes(), [b'{' | b'[' | b'"', ..]) {
        Guess::Text
    } else if slip == SlipKind::End {
        Guess::CutShort
    } else {
        Guess::Slip
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn looks_like(bytes: &[u8], wanted: Guess) {
        match parse(bytes) {
            Err(DecodeError::NotJson { looks_like, .. }) => assert_eq!(looks_like, wanted),
            Err(other) => panic!("another error: {other}"),
            Ok(parsed) => panic!("parsed as {:?}", parsed.value),
        }
    }

    #[test]
    fn what_is_no_json_is_named() {
        looks_like(b"", Guess::Empty);
        looks_like(b" \n\t ", Guess::Empty);
        looks_like(b"\xef\xbb\xbf", Guess::Empty);
        looks_like(b"\n<!DOCTYPE html><p>Not found", Guess::Html);
        looks_like(b"<!-- a comment --><html>", Guess::Html);
        looks_like(b"<?xml version='1.0'?><rss/>", Guess::Xml);
        looks_like(b"{\"headline\": \"Cut sho", Guess::CutShort);
        looks_like(b"{\"headline\": \"a\",}", Guess::Slip);
        looks_like(b"NaN", Guess::Text);
        looks_like(b"\x89PNG\r\n\x1a\n\0\0", Guess::Binary);
        looks_like("[".repeat(5000).as_bytes(), Guess::TooDeep);
    }

    #[test]
    fn the_place_of_a_slip_is_named() {
        let error = parse("{\n  \"a\": \"é\",\n  \"é\": ?\n}".as_bytes())
            .err()
            .expect("a slip");
        assert!(
            matches!(
                error,
                DecodeError::NotJson {
                    line: 3,
                    column: 8,
                    ..
                }
            ),
            "{error:?}"
        );
    }

    #[test]
    fn a_byte_order_mark_and_utf16_are_understood() {
        let text = |bytes: &[u8]| parse(bytes).expect("JSON").value;
        assert_eq!(text(b"\xef\xbb\xbf{}"), Json::Object(Vec::new()));
        let list = Json::List(vec![Json::Text("\u{e9}".into())]);
        assert_eq!(text(b"\xff\xfe[\0\"\0\xe9\0\"\0]\0"), list);
        assert_eq!(text(b"\xfe\xff\0[\0\"\0\xe9\0\"\0]"), list);
    }

    #[test]
    fn the_scripts_of_a_page_are_read() {
        let page = br#"<!-- Article -->
            <SCRIPT type="application/ld+json">{"@type": "WebSite", "name": "<b>"}</SCRIPT><p>Words</p>
            <script>let other = {};</script><script type='application/ld+json'>{"@type": "Article"}</script >"#;
        let parsed = parse(page).unwrap();
        assert_eq!(parsed.notes[0].kind, NoteKind::Unwrapped);
        let types: Vec<_> = parsed
            .value
            .items()
            .iter()
            .map(|item| item.get("@type"))
            .collect();
        assert_eq!(types.len(), 2);
        assert_eq!(types[1].and_then(Json::as_str), Some("Article"));
        looks_like(
            b"<script type='application/ld+json'>{</script>",
            Guess::Html,
        );
        looks_like(b"<p>No script</p>", Guess::Html);
    }

    #[test]
    fn repairs_are_noted() {
        let parsed = parse(b"{\"a\": \"one\ntwo\x01\"}").unwrap();
        assert_eq!(parsed.notes[0].kind, NoteKind::Repaired);
        let parsed = parse(b"[\"caf\xe9\"]").unwrap();
        assert_eq!(parsed.value.items()[0].as_str(), Some("caf\u{fffd}"));
        assert_eq!(parsed.notes[0].kind, NoteKind::BrokenUtf8);
    }
}
