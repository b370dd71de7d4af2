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

/// The lines of a text, so that a place in it is told without reading all that is before it.
pub struct Lines {
    /// Now and then a place in bytes, its line and its column.
    marks: Vec<(usize, usize, usize)>,
}

/// So many bytes are read at most to tell a place.
const BETWEEN_MARKS: usize = 1024;

impl Lines {
    pub fn of(text: &str) -> Self {
        let mut marks = vec![(0, 1, 1)];
        let (mut last, mut line, mut column) = (0, 1, 1);
        for (place, c) in text.char_indices() {
            if place - last >= BETWEEN_MARKS {
                marks.push((place, line, column));
                last = place;
            }
            if c == '\n' {
                (line, column) = (line + 1, 1);
            } else {
                column += 1;
            }
        }
        Self { marks }
    }

    /// The line and the column of a place in the same text, both from 1 on; columns count characters.
    pub fn line_and_column(&self, text: &str, place: usize) -> (usize, usize) {
        let before = self.marks.partition_point(|(mark, ..)| *mark <= place);
        let mark = self.marks.get(before.wrapping_sub(1));
        let (start, mut line, mut column) = mark.copied().unwrap_or((0, 1, 1));
        for c in text.get(start..place).unwrap_or_default().chars() {
            if c == '\n' {
                (line, column) = (line + 1, 1);
            } else {
                column += 1;
            }
        }
        (line, column)
    }
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
        assert_eq!(Lines::of(text).line_and_column(text, found[5].1), (2, 8));
    }

    #[test]
    fn places_far_into_a_text_are_told_as_those_near() {
        let text = format!("{}{}é!\n", "ä\n".repeat(3000), "ü".repeat(3000));
        let lines = Lines::of(&text);
        let place = text.find('!').unwrap();
        assert_eq!(lines.line_and_column(&text, place), (3001, 3002));
        assert_eq!(lines.line_and_column(&text, 0), (1, 1));
        assert_eq!(lines.line_and_column(&text, 3), (2, 1));
    }
}
