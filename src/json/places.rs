//! Where in a text its values stand.

use super::Json;

/// The place in `text`, in bytes from 0 on, at which each value of `json` begins; `json` is what [`super::parse`] made of
/// `text`.
///
/// Each value is named by its place in memory, since two values may be equal.
pub fn places(text: &str, json: &Json) -> Vec<(*const Json, usize)> {
    let mut walk = Walk {
        bytes: text.as_bytes(),
        at: 0,
        found: Vec::new(),
    };
    walk.value(json);
    walk.found
}

/// The line and the column of a place in a text, both from 1 on; columns count characters.
pub fn line_and_column(text: &str, place: usize) -> (usize, usize) {
    let before = text.get(..place).unwrap_or(text);
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let column = before.get(start..).unwrap_or_default().chars().count() + 1;
    (line, column)
}

/// It follows the value that was parsed, so that it needs to know of the text only where things end.
struct Walk<'a> {
    bytes: &'a [u8],
    at: usize,
    found: Vec<(*const Json, usize)>,
}

impl Walk<'_> {
    fn value(&mut self, json: &Json) {
        self.skip(b" \t\r\n,:");
        self.found.push((json, self.at));
        match json {
            Json::List(items) => {
                self.at += 1;
                items.iter().for_each(|item| self.value(item));
                self.close();
            }
            Json::Object(members) => {
                self.at += 1;
                for (_, member) in members {
                    self.skip(b" \t\r\n,");
                    self.string();
                    self.value(member);
                }
                self.close();
            }
            Json::Text(_) => self.string(),
            Json::Null | Json::Bool(_) | Json::Number(_) => {
                while let Some(byte) = self.bytes.get(self.at)
                    && !b" \t\r\n,]}".contains(byte)
                {
                    self.at += 1;
                }
            }
        }
    }

    fn skip(&mut self, what: &[u8]) {
        while let Some(byte) = self.bytes.get(self.at)
            && what.contains(byte)
        {
            self.at += 1;
        }
    }

    fn close(&mut self) {
        self.skip(b" \t\r\n,");
        self.at += 1;
    }

    fn string(&mut self) {
        self.at += 1;
        while let Some(byte) = self.bytes.get(self.at) {
            self.at += match byte {
                b'"' => break,
                b'\\' => 2,
                _ => 1,
            };
        }
        self.at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::parse;

    #[test]
    fn every_value_is_found_where_it_begins() {
        let text = " {\"a\\\"b\": [1, \"x]\", {}],\n  \"ä\": null , \"c\":true}";
        let json = parse(text).unwrap().value;
        let found = places(text, &json);
        let starts: Vec<&str> = found
            .iter()
            .map(|(_, place)| text.get(*place..).unwrap())
            .map(|rest| {
                rest.get(..rest.char_indices().nth(3).map_or(rest.len(), |(at, _)| at))
                    .unwrap()
            })
            .collect();
        assert_eq!(starts, ["{\"a", "[1,", "1, ", "\"x]", "{}]", "nul", "tru"]);
        assert_eq!(line_and_column(text, found[5].1), (2, 8));
    }
}
