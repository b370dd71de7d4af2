//! Bytes to one JSON value, with what is known about bytes that are none.

use serde_json::Value;
use serde_json::error::Category;

use super::{DecodeError, Guess, JsonPath, Note, NoteKind};

pub struct Parsed {
    pub value: Value,
    pub notes: Vec<Note>,
}

/// Parses `bytes`: a byte order mark is stripped, UTF-16 with one is understood, broken UTF-8 is replaced, and control
/// characters that stand raw in a text are replaced by spaces, each with a note.
pub fn parse(bytes: &[u8]) -> Result<Parsed, DecodeError> {
    let mut notes = Vec::new();
    let (text, broken) = text(bytes);
    if broken {
        notes.push(Note {
            path: JsonPath::root(),
            kind: NoteKind::BrokenUtf8,
        });
    }
    let text = text.trim_start_matches('\u{feff}');
    match serde_json::from_str(text) {
        Ok(value) => Ok(Parsed { value, notes }),
        Err(error) => match repaired(text) {
            Some(value) => {
                notes.push(Note {
                    path: JsonPath::root(),
                    kind: NoteKind::RawControlCharacters,
                });
                Ok(Parsed { value, notes })
            }
            None => Err(DecodeError::NotJson {
                line: error.line().max(1),
                column: error.column().max(1),
                looks_like: guess(text, &error),
            }),
        },
    }
}

/// The bytes as text, and whether any had to be replaced.
fn text(bytes: &[u8]) -> (String, bool) {
    let utf16 = |unit: fn([u8; 2]) -> u16| {
        let units = bytes[2..].as_chunks::<2>().0.iter().map(|pair| unit(*pair));
        let mut broken = false;
        let text = char::decode_utf16(units)
            .map(|unit| {
                unit.unwrap_or_else(|_| {
                    broken = true;
                    char::REPLACEMENT_CHARACTER
                })
            })
            .collect();
        (text, broken)
    };
    match bytes {
        [0xff, 0xfe, ..] => utf16(u16::from_le_bytes),
        [0xfe, 0xff, ..] => utf16(u16::from_be_bytes),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => (text.to_owned(), false),
            Err(_) => (String::from_utf8_lossy(bytes).into_owned(), true),
        },
    }
}

/// Line breaks and tabs are white space between values and raw control characters inside a text; a space does for both.
fn repaired(text: &str) -> Option<Value> {
    let control = |c: char| c < ' ';
    let text = text.contains(control).then(|| text.replace(control, " "))?;
    serde_json::from_str(&text).ok()
}

fn guess(text: &str, error: &serde_json::Error) -> Guess {
    let start = text.trim_start();
    let begins = |word: &str| {
        start
            .get(..word.len())
            .is_some_and(|begin| begin.eq_ignore_ascii_case(word))
    };
    if start.is_empty() {
        Guess::Empty
    } else if begins("<!doctype html") || begins("<html") || begins("<head") || begins("<body") {
        Guess::Html
    } else if start.starts_with('<') {
        Guess::Xml
    } else if error.classify() == Category::Eof {
        Guess::CutShort
    } else if start
        .chars()
        .take(64)
        .any(|c| c == '\0' || c == char::REPLACEMENT_CHARACTER)
    {
        Guess::Binary
    } else if start.starts_with(['{', '[', '"']) {
        let before = before(text, error);
        if depth(before) >= DEEPEST {
            Guess::TooDeep
        } else if ends_in_huge_number(before) {
            Guess::HugeNumber
        } else {
            Guess::Slip
        }
    } else {
        Guess::Text
    }
}

/// The parser's own limit; its message would say so, but the code that writes messages is half as large as the parser.
const DEEPEST: usize = 128;

/// What stands before the place of an error.
fn before<'a>(text: &'a str, error: &serde_json::Error) -> &'a [u8] {
    let lines = text.split('\n').take(error.line().saturating_sub(1));
    let start: usize = lines.map(|line| line.len() + 1).sum();
    let bytes = text.as_bytes();
    bytes.get(..start + error.column()).unwrap_or(bytes)
}

/// How deep the last byte is nested.
fn depth(json: &[u8]) -> usize {
    let mut depth: usize = 0;
    let (mut inside_text, mut escaped) = (false, false);
    for byte in json {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if inside_text => escaped = true,
            b'"' => inside_text = !inside_text,
            b'{' | b'[' if !inside_text => depth += 1,
            b'}' | b']' if !inside_text => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    depth
}

/// Whether the last thing is a number with an exponent or with more digits than any number needs.
fn ends_in_huge_number(json: &[u8]) -> bool {
    let digits = json
        .iter()
        .rev()
        .take_while(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-'));
    let (mut length, mut exponent) = (0, false);
    for byte in digits {
        length += 1;
        exponent |= matches!(byte, b'e' | b'E');
    }
    length > 300 || (exponent && length > 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn looks_like(bytes: &[u8], wanted: Guess) {
        match parse(bytes) {
            Err(DecodeError::NotJson { looks_like, .. }) => assert_eq!(looks_like, wanted),
            Err(other) => panic!("another error: {other}"),
            Ok(parsed) => panic!("parsed as {}", parsed.value),
        }
    }

    #[test]
    fn what_is_no_json_is_named() {
        looks_like(b"", Guess::Empty);
        looks_like(b" \n\t ", Guess::Empty);
        looks_like(b"\xef\xbb\xbf", Guess::Empty);
        looks_like(b"\n<!DOCTYPE html><p>Not found", Guess::Html);
        looks_like(b"<?xml version='1.0'?><rss/>", Guess::Xml);
        looks_like(b"{\"headline\": \"Cut sho", Guess::CutShort);
        looks_like(b"{\"headline\": \"a\",}", Guess::Slip);
        looks_like(b"NaN", Guess::Text);
        looks_like(b"\x89PNG\r\n\x1a\n\0\0", Guess::Binary);
        looks_like("[".repeat(5000).as_bytes(), Guess::TooDeep);
        looks_like(b"[1e999]", Guess::HugeNumber);
    }

    #[test]
    fn the_place_of_a_slip_is_named() {
        let error = parse(b"{\n  \"a\": 1,\n  \"b\": ?\n}")
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
        assert_eq!(
            parse(b"\xef\xbb\xbf{}").unwrap().value,
            serde_json::json!({})
        );
        assert_eq!(
            parse(b"\xff\xfe[\0\"\0\xe9\0\"\0]\0").unwrap().value,
            serde_json::json!(["\u{e9}"])
        );
        assert_eq!(
            parse(b"\xfe\xff\0[\0\"\0\xe9\0\"\0]").unwrap().value,
            serde_json::json!(["\u{e9}"])
        );
    }

    #[test]
    fn repairs_are_noted() {
        let parsed = parse(b"{\"a\": \"one\ntwo\x01\"}").unwrap();
        assert_eq!(parsed.value["a"], "one two ");
        assert_eq!(parsed.notes[0].kind, NoteKind::RawControlCharacters);
        let parsed = parse(b"[\"caf\xe9\"]").unwrap();
        assert_eq!(parsed.value[0], "caf\u{fffd}");
        assert_eq!(parsed.notes[0].kind, NoteKind::BrokenUtf8);
    }
}
