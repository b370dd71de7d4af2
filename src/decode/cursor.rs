//! A value, its document and the notes: what every format reads with.

use std::cell::RefCell;

use serde_json::{Map, Value};

use super::{JsonKind, JsonPath, Note, NoteKind};
use crate::model::media::{ImageType, Size};
use crate::model::{Language, SafeLink, SafeMedia, Timestamp};

/// A document may earn this many notes; a broken export would earn one a block.
const MOST_NOTES: usize = 200;

/// What all cursors of one document share.
pub struct Context<'a> {
    root: &'a Value,
    base: RefCell<Option<String>>,
    notes: RefCell<Vec<Note>>,
}

impl<'a> Context<'a> {
    pub fn new(root: &'a Value, base: Option<&str>, notes: Vec<Note>) -> Self {
        Self {
            root,
            base: RefCell::new(base.map(str::to_owned)),
            notes: RefCell::new(notes),
        }
    }

    /// A cursor on the whole document.
    pub fn top(&'a self) -> Cursor<'a> {
        Cursor {
            value: self.root,
            context: self,
        }
    }

    pub fn into_notes(self) -> Vec<Note> {
        self.notes.into_inner()
    }
}

/// A place in a document.
///
/// Reading is tolerant: each of the readers below gives `None` for what is absent, `null` or an empty text, and for a
/// value of another type also leaves a note with its address.
/// The address is searched for only then, so a cursor is two references and costs nothing.
#[derive(Clone, Copy)]
pub struct Cursor<'a> {
    value: &'a Value,
    context: &'a Context<'a>,
}

impl<'a> Cursor<'a> {
    pub fn value(&self) -> &'a Value {
        self.value
    }

    /// This object's members, or `None` for another type, without a note.
    pub fn members(&self) -> Option<&'a Map<String, Value>> {
        self.value.as_object()
    }

    /// The address relative URLs are resolved against.
    pub fn base(&self) -> Option<String> {
        self.context.base.borrow().clone()
    }

    /// Resolves relative addresses against another base from now on.
    pub fn set_base(&self, base: &str) {
        *self.context.base.borrow_mut() = Some(base.to_owned());
    }

    /// A cursor on a value that stands elsewhere in the same document, or was made from it.
    pub fn on(&self, value: &'a Value) -> Self {
        Self {
            value,
            context: self.context,
        }
    }

    /// The member `key`, if there is one that is not `null`.
    pub fn at(&self, key: &str) -> Option<Self> {
        match self.value.get(key) {
            None | Some(Value::Null) => None,
            Some(value) => Some(self.on(value)),
        }
    }

    /// Leaves a note about this value.
    pub fn note(&self, kind: NoteKind) {
        self.context
            .note(|| JsonPath::of(self.value, self.context.root), kind);
    }

    /// Leaves a note about a member that is not there.
    pub fn note_missing(&self, key: &str, wanted: &'static str) {
        let path = || JsonPath::of(self.value, self.context.root).member(key);
        self.context.note(path, NoteKind::Missing { wanted });
    }

    fn wrong_type(&self, wanted: &'static str) {
        self.note(NoteKind::WrongType {
            wanted,
            found: JsonKind::of(self.value),
        });
    }

    /// This value as a text that has more than white space in it. A number is written out: ids are at times numbers.
    pub fn as_text(&self) -> Option<String> {
        match self.value {
            Value::String(text) if text.trim().is_empty() => None,
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => number.as_i64().map(|whole| whole.to_string()).or_else(|| {
                number
                    .as_f64()
                    .map(|number| crate::host::intl::number(number, "en"))
            }),
            Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => {
                self.wrong_type("a text");
                None
            }
        }
    }

    /// The member `key` as a text.
    pub fn text(&self, key: &str) -> Option<String> {
        self.at(key)?.as_text()
    }

    /// The member `key` as a text in one line: trimmed.
    pub fn line(&self, key: &str) -> Option<String> {
        self.text(key).map(|text| text.trim().to_owned())
    }

    /// The member `key` as a number; a text that holds one will do.
    pub fn number(&self, key: &str) -> Option<f64> {
        let member = self.at(key)?;
        let number = match member.value {
            Value::Number(number) => number.as_f64(),
            Value::String(text) => decimal(text.trim()),
            Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
        };
        if number.is_none() {
            member.wrong_type("a number");
        }
        number
    }

    /// The member `key` as true or false; the words `true` and `false` will do.
    pub fn flag(&self, key: &str) -> Option<bool> {
        let member = self.at(key)?;
        let flag = match member.value {
            Value::Bool(flag) => Some(*flag),
            Value::String(text) if text.eq_ignore_ascii_case("true") => Some(true),
            Value::String(text) if text.eq_ignore_ascii_case("false") => Some(false),
            Value::Null
            | Value::Number(_)
            | Value::String(_)
            | Value::Array(_)
            | Value::Object(_) => None,
        };
        if flag.is_none() {
            member.wrong_type("true or false");
        }
        flag
    }

    /// The items of this list, without its nulls; a single value is a list of one.
    pub fn items(&self) -> Vec<Cursor<'a>> {
        let (context, value) = (self.context, self.value);
        let cursor = move |value| Cursor { value, context };
        match value {
            Value::Array(items) => items
                .iter()
                .filter(|item| !item.is_null())
                .map(cursor)
                .collect(),
            Value::Null => Vec::new(),
            single => vec![cursor(single)],
        }
    }

    /// The items of the member `key`; absent is empty.
    pub fn list(&self, key: &str) -> Vec<Cursor<'a>> {
        self.at(key)
            .map(|member| member.items())
            .unwrap_or_default()
    }

    /// Whether this is an object; another type leaves a note.
    pub fn is_object_or_note(&self, wanted: &'static str) -> bool {
        let object = self.value.is_object();
        if !object {
            self.wrong_type(wanted);
        }
        object
    }

    /// The member `key` as a moment.
    pub fn timestamp(&self, key: &str) -> Option<Timestamp> {
        let member = self.at(key)?;
        let text = member.as_text()?;
        let moment = Timestamp::parse(&text);
        if moment.is_none() {
            member.note(NoteKind::UnreadableDate {
                found: short(&text),
            });
        }
        moment
    }

    /// The member `key` as a language tag.
    pub fn language(&self, key: &str) -> Option<Language> {
        let member = self.at(key)?;
        let tag = member.as_text()?;
        let language = Language::parse(&tag);
        if language.is_none() {
            member.note(NoteKind::UnknownWord {
                wanted: "a language tag such as en-GB",
                found: short(&tag),
            });
        }
        language
    }

    /// The member `key` as one of a few words, which `parse` knows.
    pub fn word<T>(
        &self,
        key: &str,
        wanted: &'static str,
        parse: fn(&str) -> Option<T>,
    ) -> Option<T> {
        let member = self.at(key)?;
        let text = member.as_text()?;
        let word = parse(text.trim());
        if word.is_none() {
            member.note(NoteKind::UnknownWord {
                wanted,
                found: short(&text),
            });
        }
        word
    }

    /// This text as an address to follow.
    pub fn as_link(&self) -> Option<SafeLink> {
        let text = self.as_text()?;
        let link = SafeLink::parse(&text, self.context.base.borrow().as_deref());
        if link.is_none() {
            self.note(NoteKind::RefusedAddress {
                found: short(&text),
            });
        }
        link
    }

    /// The member `key` as an address to follow.
    pub fn link(&self, key: &str) -> Option<SafeLink> {
        self.at(key)?.as_link()
    }

    /// This text as the address of a picture, film or sound.
    pub fn as_media(&self) -> Option<SafeMedia> {
        let text = self.as_text()?;
        let media = SafeMedia::parse(&text, self.context.base.borrow().as_deref());
        if media.is_none() {
            self.note(NoteKind::RefusedAddress {
                found: short(&text),
            });
        }
        media
    }

    /// The member `key` as the address of a picture, film or sound.
    pub fn media(&self, key: &str) -> Option<SafeMedia> {
        self.at(key)?.as_media()
    }

    /// The members `width` and `height`, if both can be true.
    pub fn size(&self) -> Option<Size> {
        Size::new(self.number("width")?, self.number("height")?)
    }

    /// The member `key` as the MIME type of a picture.
    pub fn image_type(&self, key: &str) -> Option<ImageType> {
        self.word(key, "the MIME type of a picture", ImageType::parse)
    }
}

impl Context<'_> {
    /// The address costs a search, so it is asked for only when the note is taken.
    fn note(&self, path: impl FnOnce() -> JsonPath, kind: NoteKind) {
        let mut notes = self.notes.borrow_mut();
        match notes.len() {
            ..MOST_NOTES => notes.push(Note { path: path(), kind }),
            MOST_NOTES => notes.push(Note {
                path: JsonPath::root(),
                kind: NoteKind::TooManyNotes,
            }),
            _ => {}
        }
    }
}

/// A number such as `-12.5`; the general parser would cost the wasm several kilobytes.
fn decimal(text: &str) -> Option<f64> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, text),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let number = |digits: &str| -> Option<f64> {
        let all = !digits.is_empty()
            && digits.len() <= 15
            && digits.bytes().all(|byte| byte.is_ascii_digit());
        all.then(|| {
            digits
                .bytes()
                .fold(0.0, |sum, digit| sum * 10.0 + f64::from(digit - b'0'))
        })
    };
    let scale = fraction.bytes().fold(1.0, |scale, _| scale * 10.0);
    Some(sign * (number(whole)? + number(fraction)? / scale))
}

/// The start of a text, for a note.
fn short(text: &str) -> String {
    text.chars().take(120).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_in_texts_are_read() {
        assert_eq!(decimal("1200"), Some(1200.0));
        assert_eq!(decimal("-12.5"), Some(-12.5));
        for wrong in ["", "-", ".", "1.", "1e3", "12px", "NaN", "1.2.3"] {
            assert_eq!(decimal(wrong), None, "{wrong:?}");
        }
    }
}
