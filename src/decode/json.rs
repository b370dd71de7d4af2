//! Bytes to one JSON value, with what is known about bytes that are none.

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
    match json::parse(text) {
        Ok(parsed) => {
            if parsed.repaired {
                note(NoteKind::Repaired);
            }
            Ok(Parsed {
                value: parsed.value,
                notes,
            })
        }
        Err(slip) => Err(not_json(text, slip)),
    }
}

fn not_json(text: &str, slip: Slip) -> DecodeError {
    let before = text.get(..slip.at).unwrap_or(text);
    let last_line = before.rsplit('\n').next().unwrap_or_default();
    DecodeError::NotJson {
        line: before.bytes().filter(|byte| *byte == b'\n').count() + 1,
        column: last_line.chars().count() + 1,
        looks_like: guess(text.trim_start(), slip.kind),
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
    } else if !start.starts_with(['{', '[', '"']) {
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
    fn repairs_are_noted() {
        let parsed = parse(b"{\"a\": \"one\ntwo\x01\"}").unwrap();
        assert_eq!(parsed.notes[0].kind, NoteKind::Repaired);
        let parsed = parse(b"[\"caf\xe9\"]").unwrap();
        assert_eq!(parsed.value.items()[0].as_str(), Some("caf\u{fffd}"));
        assert_eq!(parsed.notes[0].kind, NoteKind::BrokenUtf8);
    }
}
