//! A JSON value as text, laid out for people: what fits into a line stands in one.

use crate::json::Json;

/// As wide as a line becomes by putting values into it.
const WIDTH: usize = 100;

pub fn pretty(value: &Json) -> String {
    let mut text = String::new();
    write(&mut text, value, 0);
    text.push('\n');
    text
}

fn write(text: &mut String, value: &Json, depth: usize) {
    let (open, close, count) = match value {
        Json::List(items) => ('[', ']', items.len()),
        Json::Object(members) => ('{', '}', members.len()),
        leaf => return write_leaf(text, leaf),
    };
    // The article itself is never in one line, however short it is.
    if depth > 0 && write_in_line(text, value) {
        return;
    }
    text.push(open);
    for index in 0..count {
        new_line(text, depth + 1);
        match value {
            Json::Object(members) => {
                let (name, value) = &members[index];
                quote(text, name);
                text.push_str(": ");
                write(text, value, depth + 1);
            }
            other => write(text, &other.items()[index], depth + 1),
        }
        if index + 1 < count {
            text.push(',');
        }
    }
    new_line(text, depth);
    text.push(close);
}

fn new_line(text: &mut String, depth: usize) {
    text.push('\n');
    text.extend(std::iter::repeat_n("  ", depth));
}

/// Writes a value into the line that has been begun, if it fits; else the text is left as it was.
fn write_in_line(text: &mut String, value: &Json) -> bool {
    let before = text.len();
    let start = text.rfind('\n').map_or(0, |place| place + 1);
    let fits = compact(text, value, start + WIDTH);
    if !fits {
        text.truncate(before);
    }
    fits
}

/// Writes a value without a line break; gives up where the text becomes longer than `most`.
fn compact(text: &mut String, value: &Json, most: usize) -> bool {
    match value {
        Json::List(items) => {
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                text.push_str(if index > 0 { ", " } else { "" });
                if !compact(text, item, most) {
                    return false;
                }
            }
            text.push(']');
        }
        Json::Object(members) => {
            text.push('{');
            for (index, (name, value)) in members.iter().enumerate() {
                text.push_str(if index > 0 { ", " } else { " " });
                quote(text, name);
                text.push_str(": ");
                if !compact(text, value, most) {
                    return false;
                }
            }
            text.push_str(if members.is_empty() { "}" } else { " }" });
        }
        leaf => write_leaf(text, leaf),
    }
    text.len() <= most
}

fn write_leaf(text: &mut String, leaf: &Json) {
    match leaf {
        Json::Bool(true) => text.push_str("true"),
        Json::Bool(false) => text.push_str("false"),
        Json::Number(digits) => text.push_str(digits),
        Json::Text(words) => quote(text, words),
        Json::Null | Json::List(_) | Json::Object(_) => text.push_str("null"),
    }
}

fn quote(text: &mut String, words: &str) {
    text.push('"');
    for c in words.chars() {
        match c {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            // What nobody sees would get lost on the next way through an editor.
            '\0'..' ' | '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' => {
                text.push_str("\\u");
                for shift in [12, 8, 4, 0] {
                    let digit = (c as u32 >> shift) & 15;
                    text.push(b"0123456789abcdef"[digit as usize].into());
                }
            }
            c => text.push(c),
        }
    }
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::parse;

    #[test]
    fn whatever_is_in_a_text_comes_back() {
        let words = "\"a\"\\b/\n\r\t\0\u{1f}\u{7f}\u{2028}\u{feff}ä€👩";
        let value = Json::Object(vec![(words.into(), Json::Text(words.into()))]);
        let parsed = parse(&pretty(&value)).unwrap();
        assert_eq!(parsed.value, value);
        assert!(!parsed.repaired);
    }

    #[test]
    fn what_fits_into_a_line_stands_in_one() {
        let value = parse(&format!(
            r#"{{"a": [1, {{"b": true}}, [], {{}}], "c": ["{}", "{}"]}}"#,
            "x".repeat(60),
            "y".repeat(60)
        ));
        let text = pretty(&value.unwrap().value);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[1], r#"  "a": [1, { "b": true }, [], {}],"#);
        assert_eq!(lines[2], r#"  "c": ["#);
        assert!(lines[3].starts_with("    \"xxx"));
        assert_eq!(lines.len(), 7);
    }
}
