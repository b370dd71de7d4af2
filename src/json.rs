//! JSON as newsrooms write it: RFC 8259, read tolerantly where a reader loses nothing by it.
//!
//! Our own reader, because of what an article needs beside a value (decision 0004): members keep their order, numbers
//! keep their digits, raw control characters and halves of surrogate pairs are repaired on the way instead of failing
//! the file, a failure knows what it is, and it is a fifth of the size in the wasm.
//! A test holds it against serde_json over good and bad documents.

pub mod places;

/// One JSON value.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Json {
    #[default]
    Null,
    Bool(bool),
    /// The digits as they stand, since ids may be longer than a computer's number.
    Number(String),
    Text(String),
    List(Vec<Json>),
    /// In the order of the file; of members with the same name the last one counts.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The member `key` of an object.
    #[inline(never)]
    pub fn get(&self, key: &str) -> Option<&Json> {
        let members = self.members()?.iter().rev();
        members
            .into_iter()
            .find(|(name, _)| name == key)
            .map(|(_, value)| value)
    }

    pub fn members(&self) -> Option<&[(String, Json)]> {
        match self {
            Self::Object(members) => Some(members),
            _ => None,
        }
    }

    /// The items of a list; none of anything else.
    pub fn items(&self) -> &[Json] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// A value, and whether something in it had to be repaired.
#[derive(Clone, Debug, PartialEq)]
pub struct Parsed {
    pub value: Json,
    /// Control characters stood raw in a text, or half of a surrogate pair; each is a space or U+FFFD now.
    pub repaired: bool,
}

/// Where a text stops being JSON, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slip {
    /// Counts bytes from 0.
    pub at: usize,
    pub kind: SlipKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlipKind {
    /// The text ends inside a value, or has none.
    End,
    /// More than [`DEEPEST`] lists and objects inside one another.
    TooDeep,
    /// A character that cannot stand there.
    Unexpected,
}

/// As deep as JSON may be nested: far more than any article, and little enough for a small stack.
pub const DEEPEST: usize = 128;

/// Parses a whole text.
///
/// # Errors
///
/// The first place that cannot be read. Repairs are no errors.
///
/// # Examples
///
/// ```
/// use article_viewer::json::{Json, parse};
///
/// let parsed = parse(r#"{"headline": "Rain", "wordCount": 12}"#).unwrap();
/// assert_eq!(parsed.value.get("headline").and_then(Json::as_str), Some("Rain"));
/// ```
pub fn parse(text: &str) -> Result<Parsed, Slip> {
    let mut reader = Reader {
        text,
        at: 0,
        depth: 0,
        repaired: false,
    };
    let value = reader.value()?;
    reader.space();
    match reader.peek() {
        None => Ok(Parsed {
            value,
            repaired: reader.repaired,
        }),
        Some(_) => Err(reader.slip()),
    }
}

struct Reader<'a> {
    text: &'a str,
    /// Always between two characters.
    at: usize,
    depth: usize,
    repaired: bool,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    /// The slip here: the end of the text, or what stands here instead of something else.
    fn slip(&self) -> Slip {
        let kind = if self.peek().is_none() {
            SlipKind::End
        } else {
            SlipKind::Unexpected
        };
        Slip { at: self.at, kind }
    }

    /// Steps over `byte` if it comes next.
    fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn value(&mut self) -> Result<Json, Slip> {
        self.space();
        match self.peek() {
            Some(b'"') => self.string().map(Json::Text),
            Some(b'{') => self.nested(Self::object),
            Some(b'[') => self.nested(Self::list),
            Some(b't') => self.word("true", Json::Bool(true)),
            Some(b'f') => self.word("false", Json::Bool(false)),
            Some(b'n') => self.word("null", Json::Null),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => Err(self.slip()),
        }
    }

    fn nested(&mut self, read: fn(&mut Self) -> Result<Json, Slip>) -> Result<Json, Slip> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Slip {
                at: self.at,
                kind: SlipKind::TooDeep,
            });
        }
        self.at += 1;
        let value = read(self);
        self.depth -= 1;
        value
    }

    fn object(&mut self) -> Result<Json, Slip> {
        let mut members = Vec::new();
        self.space();
        if self.eat(b'}') {
            return Ok(Json::Object(members));
        }
        loop {
            self.space();
            if self.peek() != Some(b'"') {
                return Err(self.slip());
            }
            let name = self.string()?;
            self.space();
            if !self.eat(b':') {
                return Err(self.slip());
            }
            members.push((name, self.value()?));
            if self.end_of(b'}')? {
                return Ok(Json::Object(members));
            }
        }
    }

    fn list(&mut self) -> Result<Json, Slip> {
        let mut items = Vec::new();
        self.space();
        if self.eat(b']') {
            return Ok(Json::List(items));
        }
        loop {
            items.push(self.value()?);
            if self.end_of(b']')? {
                return Ok(Json::List(items));
            }
        }
    }

    /// Steps over a comma or the closing bracket; true for the bracket.
    fn end_of(&mut self, bracket: u8) -> Result<bool, Slip> {
        self.space();
        if self.eat(b',') {
            return Ok(false);
        }
        if self.eat(bracket) {
            Ok(true)
        } else {
            Err(self.slip())
        }
    }

    fn word(&mut self, word: &'static str, value: Json) -> Result<Json, Slip> {
        for byte in word.bytes() {
            if !self.eat(byte) {
                return Err(self.slip());
            }
        }
        Ok(value)
    }

    fn number(&mut self) -> Result<Json, Slip> {
        let start = self.at;
        self.eat(b'-');
        if !self.eat(b'0') {
            self.digits()?;
        }
        if self.eat(b'.') {
            self.digits()?;
        }
        if self.eat(b'e') || self.eat(b'E') {
            let _ = self.eat(b'+') || self.eat(b'-');
            self.digits()?;
        }
        Ok(Json::Number(self.since(start).to_owned()))
    }

    fn digits(&mut self) -> Result<(), Slip> {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        if self.at == start {
            Err(self.slip())
        } else {
            Ok(())
        }
    }

    fn since(&self, start: usize) -> &'a str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    fn string(&mut self) -> Result<String, Slip> {
        self.at += 1;
        let mut string = String::new();
        let mut start = self.at;
        loop {
            let Some(byte) = self.peek() else {
                return Err(self.slip());
            };
            match byte {
                b'"' => {
                    string.push_str(self.since(start));
                    self.at += 1;
                    return Ok(string);
                }
                b'\\' => {
                    string.push_str(self.since(start));
                    self.at += 1;
                    string.push(self.escape()?);
                    start = self.at;
                }
                ..b' ' => {
                    string.push_str(self.since(start));
                    string.push(' ');
                    self.at += 1;
                    self.repaired = true;
                    start = self.at;
                }
                _ => self.at += 1,
            }
        }
    }

    fn escape(&mut self) -> Result<char, Slip> {
        let plain = match self.peek() {
            Some(byte @ (b'"' | b'\\' | b'/')) => byte as char,
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.at += 1;
                return self.unicode();
            }
            _ => return Err(self.slip()),
        };
        self.at += 1;
        Ok(plain)
    }

    /// The four digits behind `\u`, and the second half of a pair where one follows.
    fn unicode(&mut self) -> Result<char, Slip> {
        let first = self.unit()?;
        if let 0xd800..0xdc00 = first {
            let behind_first = self.at;
            if self.eat(b'\\') && self.eat(b'u') {
                let second = self.unit()?;
                if let 0xdc00..0xe000 = second {
                    let code = 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
                    return Ok(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
                }
            }
            self.at = behind_first;
        }
        // Half a pair is left where a text was cut by UTF-16 units.
        Ok(char::from_u32(first).unwrap_or_else(|| {
            self.repaired = true;
            char::REPLACEMENT_CHARACTER
        }))
    }

    fn unit(&mut self) -> Result<u32, Slip> {
        let mut unit = 0;
        for _ in 0..4 {
            let digit = self.peek().and_then(|byte| (byte as char).to_digit(16));
            let Some(digit) = digit else {
                return Err(self.slip());
            };
            unit = unit * 16 + digit;
            self.at += 1;
        }
        Ok(unit)
    }
}

#[cfg(test)]
mod tests;
