//! A value, its document and the notes: what every format reads with.

use std::cell::{Cell, RefCell};

use crate::json::Json;

use super::html::Ahead;
use super::{DecodeError, JsonKind, JsonPath, Note, NoteKind, Options, tidy};
use crate::model::media::{ImageType, Size};
use crate::model::word;
use crate::model::{Block, Language, SafeLink, SafeMedia, Timestamp};

/// A document may earn this many notes; a broken export would earn one a block.
const MOST_NOTES: usize = 200;

/// A document may be searched through this often for what its references mean.
const MOST_SEARCHES: u32 = 1000;

/// All searches together look at so many entries and members of entries: an answer may hold any number of them.
const MOST_LOOKS: usize = 10_000_000;

/// What all cursors of one document share.
pub struct Context<'a> {
    root: &'a Json,
    base: RefCell<Option<String>>,
    now: Option<f64>,
    notes: RefCell<Vec<Note>>,
    keeps_notes: bool,
    /// For the report: the values that somebody stood on, by their places in memory.
    seen: Option<RefCell<Vec<*const Json>>>,
    /// Whether the document was made from markup.
    from_markup: bool,
    searches: Cell<u32>,
    looks: Cell<usize>,
    ahead: Option<&'a RefCell<Ahead>>,
}

impl<'a> Context<'a> {
    pub fn new(root: &'a Json, options: &Options, notes: Vec<Note>) -> Self {
        Self {
            root,
            base: RefCell::new(options.base.clone()),
            now: options.now,
            notes: RefCell::new(notes),
            keeps_notes: options.keeps_notes,
            seen: None,
            from_markup: false,
            searches: Cell::default(),
            looks: Cell::default(),
            ahead: None,
        }
    }

    /// Keeps in mind which values are read.
    pub fn trace(&mut self) {
        self.seen = Some(RefCell::default());
    }

    /// The values that were read, by their places in memory.
    pub fn take_seen(&self) -> Vec<*const Json> {
        let seen = self.seen.as_ref().map(|seen| seen.take());
        seen.unwrap_or_default()
    }

    /// A cursor on the whole document.
    pub fn top(&'a self) -> Cursor<'a> {
        Cursor {
            value: self.root,
            context: self,
        }
    }

    /// The context of a document that was made from the markup at `cursor`.
    pub fn inside(cursor: Cursor<'a>, made: &'a Json) -> Self {
        Self {
            root: made,
            base: cursor.context.base.clone(),
            now: cursor.context.now,
            notes: RefCell::default(),
            keeps_notes: cursor.context.keeps_notes,
            seen: None,
            from_markup: true,
            searches: Cell::default(),
            looks: Cell::default(),
            ahead: None,
        }
    }

    /// Leaves the notes about a document that was made from the value at `cursor` there.
    #[inline(never)]
    pub fn hand_notes_to(self, cursor: Cursor<'_>) {
        for note in self.into_notes() {
            cursor.note(note.kind);
        }
    }

    pub fn into_notes(self) -> Vec<Note> {
        self.notes.into_inner()
    }

    /// Long markup is asked for, or was read, ahead.
    pub fn with_ahead(self, ahead: &'a RefCell<Ahead>) -> Self {
        Self {
            ahead: Some(ahead),
            ..self
        }
    }
}

/// A place in a document.
///
/// Reading is tolerant: each of the readers below gives `None` for what is absent, `null` or an empty text, and for a
/// value of another type also leaves a note with its address.
/// The address is searched for only then, so a cursor is two references and costs nothing.
#[derive(Clone, Copy)]
pub struct Cursor<'a> {
    value: &'a Json,
    context: &'a Context<'a>,
}

impl<'a> Cursor<'a> {
    pub fn value(&self) -> &'a Json {
        self.value
    }

    /// Whether this was made from markup, where the end of a line is a space like any other.
    pub fn is_from_markup(&self) -> bool {
        self.context.from_markup
    }

    /// This object's members, or `None` for another type, without a note.
    pub fn members(&self) -> Option<&'a [(String, Json)]> {
        self.value.members()
    }

    /// The address relative URLs are resolved against.
    pub fn base(&self) -> Option<String> {
        self.context.base.borrow().clone()
    }

    /// Puts back the base that [`Cursor::base`] gave before.
    pub fn restore_base(&self, base: Option<String>) {
        *self.context.base.borrow_mut() = base;
    }

    /// Resolves relative addresses against another base from now on.
    pub fn set_base(&self, base: &str) {
        *self.context.base.borrow_mut() = Some(base.to_owned());
    }

    /// The blocks of long markup, if it was read ahead; or what stands for them while it is asked what to read.
    pub fn ahead(&self, html: &str) -> Option<Vec<Block>> {
        self.context.ahead?.borrow_mut().take(html, *self)
    }

    /// Whether a moment has passed: for dates on which something ends. Without a clock it has.
    pub fn is_past(&self, milliseconds: f64) -> bool {
        self.context.now.is_none_or(|now| milliseconds < now)
    }

    /// A cursor on the whole document, to find there what a reference means; `None` once that has been done too often.
    pub fn document(&self) -> Option<Self> {
        let searches = &self.context.searches;
        searches.set(searches.get() + 1);
        (searches.get() <= MOST_SEARCHES).then(|| self.on(self.context.root))
    }

    /// Whether a search may look at this entry too, which costs as much as the entry has members.
    #[inline(never)]
    pub fn may_look_at(&self, entry: &Json) -> bool {
        let looks = &self.context.looks;
        let members = entry.members().unwrap_or_default();
        looks.set(looks.get() + 1 + members.len());
        looks.get() <= MOST_LOOKS
    }

    /// A cursor on a value that stands elsewhere in the same document, or was made from it.
    pub fn on(&self, value: &'a Json) -> Self {
        if let Some(seen) = &self.context.seen {
            seen.borrow_mut().push(value);
        }
        Self {
            value,
            context: self.context,
        }
    }

    /// The first member with something in it among `addresses`: names with points between them, and bars between the
    /// choices. Empty texts, lists and objects are as good as absent; a way through a list leads through its first item.
    #[inline(never)]
    pub fn first(&self, addresses: &str) -> Option<Self> {
        addresses.split('|').find_map(|address| {
            address
                .split('.')
                .try_fold(*self, |from, name| from.one().at(name))
                .filter(|found| match found.value {
                    Json::Text(text) => !text.trim().is_empty(),
                    Json::List(items) => !items.is_empty(),
                    Json::Object(members) => !members.is_empty(),
                    Json::Null | Json::Bool(_) | Json::Number(_) => true,
                })
        })
    }

    /// The first item of a list; anything else is itself.
    pub fn one(&self) -> Self {
        match self.value {
            Json::List(items) => items.first().map_or(*self, |first| self.on(first)),
            _ => *self,
        }
    }

    /// The member `key`, if there is one that is not `null`.
    #[inline(never)]
    pub fn at(&self, key: &str) -> Option<Self> {
        match self.value.get(key) {
            None | Some(Json::Null) => None,
            Some(value) => Some(self.on(value)),
        }
    }

    /// Leaves a note about this value.
    #[inline(never)]
    pub fn note(&self, kind: NoteKind) {
        self.leave("", kind);
    }

    /// Leaves a note about a member that is not there.
    #[inline(never)]
    pub fn note_missing(&self, key: &str, wanted: &'static str) {
        self.leave(key, NoteKind::Missing { wanted });
    }

    fn leave(&self, key: &str, kind: NoteKind) {
        if self.context.keeps_notes {
            // Called through the table, so that the build can put it into a file of its own: readers need no notes.
            std::hint::black_box(keep as Keep)(*self, key, kind);
        }
    }

    fn wrong_type(&self, wanted: &'static str) {
        self.note(NoteKind::WrongType {
            wanted,
            found: JsonKind::of(self.value),
        });
    }

    /// This value as a text that has more than white space in it. A number is written out: ids are at times numbers.
    #[inline(never)]
    pub fn as_text(&self) -> Option<String> {
        match self.value {
            Json::Text(text) if text.trim().is_empty() => None,
            Json::Text(text) => Some(text.clone()),
            Json::Number(digits) => Some(digits.clone()),
            Json::Null | Json::Bool(_) | Json::List(_) | Json::Object(_) => {
                self.wrong_type("a text");
                None
            }
        }
    }

    /// This value as a text in one line: tidied, so that what is made of it does not change any more.
    #[inline(never)]
    pub fn as_line(&self) -> Option<String> {
        let mut line = self.as_text()?;
        tidy::line(&mut line);
        (!line.is_empty()).then_some(line)
    }

    /// The member `key` as a text.
    #[inline(never)]
    pub fn text(&self, key: &str) -> Option<String> {
        self.at(key)?.as_text()
    }

    /// The member `key` as a text in one line: tidied.
    #[inline(never)]
    pub fn line(&self, key: &str) -> Option<String> {
        self.at(key)?.as_line()
    }

    /// The member `key` as a number; a text that holds one will do.
    #[inline(never)]
    pub fn number(&self, key: &str) -> Option<f64> {
        self.at(key)?.as_number()
    }

    /// This value as a number; a text that holds one will do, and so will an object with a `value`.
    #[inline(never)]
    pub fn as_number(&self) -> Option<f64> {
        let number = match self.value {
            Json::Number(text) | Json::Text(text) => {
                let text = text.trim();
                decimal(text.strip_suffix("px").unwrap_or(text))
            }
            Json::Object(_) if self.at("value").is_some() => return self.number("value"),
            Json::Null | Json::Bool(_) | Json::List(_) | Json::Object(_) => None,
        };
        if number.is_none() {
            self.wrong_type("a number");
        }
        number
    }

    /// The member `key` as true or false; the words `true` and `false` will do.
    pub fn flag(&self, key: &str) -> Option<bool> {
        self.at(key)?.as_flag()
    }

    /// This value as true or false; the words `true` and `false` will do.
    #[inline(never)]
    pub fn as_flag(&self) -> Option<bool> {
        let flag = match self.value {
            Json::Bool(flag) => Some(*flag),
            Json::Text(text) if text.eq_ignore_ascii_case("true") => Some(true),
            Json::Text(text) if text.eq_ignore_ascii_case("false") => Some(false),
            Json::Null | Json::Number(_) | Json::Text(_) | Json::List(_) | Json::Object(_) => None,
        };
        if flag.is_none() {
            self.wrong_type("true or false");
        }
        flag
    }

    /// The items of this list, without its nulls; a single value is a list of one.
    pub fn items(&self) -> Vec<Cursor<'a>> {
        self.each(Some)
    }

    /// The items as they stand, nulls among them.
    #[inline(never)]
    fn slots(&self) -> &'a [Json] {
        match self.value {
            Json::List(items) => items,
            single => std::slice::from_ref(single),
        }
    }

    /// Visits the items of this list but its nulls; a single value is a list of one.
    #[inline(never)]
    fn visit(&self, visit: &mut dyn FnMut(Cursor<'a>)) {
        for item in self.slots() {
            if !matches!(item, Json::Null) {
                visit(self.on(item));
            }
        }
    }

    #[inline(never)]
    fn visit_member(&self, key: &str, visit: &mut dyn FnMut(Cursor<'a>)) {
        if let Some(member) = self.at(key) {
            member.visit(visit);
        }
    }

    #[inline(never)]
    fn visit_objects(&self, key: &str, visit: &mut dyn FnMut(Cursor<'a>)) {
        self.visit_member(key, &mut |item| {
            if item.is_object_or_note("an object") {
                visit(item);
            }
        });
    }

    /// The values of this object's members, or the items of a list.
    pub fn values(&self) -> Vec<Cursor<'a>> {
        match self.members() {
            Some(members) => members.iter().map(|(_, value)| self.on(value)).collect(),
            None => self.items(),
        }
    }

    /// What `read` makes of each item; items it makes nothing of are left out.
    pub fn each<T>(&self, read: fn(Cursor<'a>) -> Option<T>) -> Vec<T> {
        let mut read_items = Vec::new();
        self.visit(&mut |item| push(&mut read_items, read(item)));
        read_items
    }

    /// What `read` makes of each item of the member `key`; absent is empty.
    pub fn list<T>(&self, key: &str, read: fn(Cursor<'a>) -> Option<T>) -> Vec<T> {
        let mut read_items = Vec::new();
        self.visit_member(key, &mut |item| push(&mut read_items, read(item)));
        read_items
    }

    /// The same for a list of objects; anything else in it leaves a note.
    pub fn objects<T>(&self, key: &str, read: fn(Cursor<'a>) -> Option<T>) -> Vec<T> {
        let mut read_items = Vec::new();
        self.visit_objects(key, &mut |item| push(&mut read_items, read(item)));
        read_items
    }

    /// Refuses anything but an object: for documents of a format that the caller has named.
    pub fn must_be_object(&self, format: &'static str) -> Result<(), DecodeError> {
        match JsonKind::of(self.value) {
            JsonKind::Object => Ok(()),
            found => Err(DecodeError::Unexpected {
                format,
                path: JsonPath::root(),
                wanted: "an object",
                found,
            }),
        }
    }

    /// Whether this is an object; another type leaves a note.
    pub fn is_object_or_note(&self, wanted: &'static str) -> bool {
        let object = self.value.members().is_some();
        if !object {
            self.wrong_type(wanted);
        }
        object
    }

    /// This text as a moment; so will be a number of milliseconds, and what databases write: `{"$date": …}`.
    #[inline(never)]
    pub fn as_timestamp(&self) -> Option<Timestamp> {
        if let Some(date) = self.first("$date|$numberLong") {
            return date.as_timestamp();
        }
        let text = self.as_text()?;
        let epoch = || match decimal(text.trim())? {
            // So many can only be milliseconds, and a thousandth of them seconds.
            number @ 1e11.. => Timestamp::from_milliseconds(number),
            number @ 1e8.. => Timestamp::from_milliseconds(number * 1000.0),
            _ => None,
        };
        let moment = Timestamp::parse(&text).or_else(epoch);
        if moment.is_none() {
            self.note(NoteKind::UnreadableDate {
                found: short(&text),
            });
        }
        moment
    }

    /// The member `key` as a moment.
    pub fn timestamp(&self, key: &str) -> Option<Timestamp> {
        self.at(key)?.as_timestamp()
    }

    /// This text as a language tag.
    pub fn as_language(&self) -> Option<Language> {
        let tag = self.as_text()?;
        let language = Language::parse(&tag);
        if language.is_none() {
            self.note(NoteKind::UnknownWord {
                wanted: "a language tag such as en-GB",
                found: short(&tag),
            });
        }
        language
    }

    /// The member `key` as a language tag.
    pub fn language(&self, key: &str) -> Option<Language> {
        self.at(key)?.as_language()
    }

    /// This text as one of a few words, which `parse` knows.
    pub fn as_word<T>(&self, wanted: &'static str, parse: fn(&str) -> Option<T>) -> Option<T> {
        let text = self.as_text()?;
        let word = parse(text.trim());
        if word.is_none() {
            self.note(NoteKind::UnknownWord {
                wanted,
                found: short(&text),
            });
        }
        word
    }

    /// The member `key` as one of a few words, which `parse` knows.
    pub fn word<T>(
        &self,
        key: &str,
        wanted: &'static str,
        parse: fn(&str) -> Option<T>,
    ) -> Option<T> {
        self.at(key)?.as_word(wanted, parse)
    }

    /// This value as an address; a number is none.
    fn as_address(&self) -> Option<String> {
        if let Json::Number(_) = self.value {
            self.wrong_type("an address");
            return None;
        }
        self.as_text()
    }

    /// The member `key` as one of these words: its place among them.
    #[inline(never)]
    pub fn choice(&self, key: &str, words: &'static [&'static str]) -> Option<usize> {
        let member = self.at(key)?;
        let text = member.as_line()?;
        let place = word::place(words, &text);
        if place.is_none() {
            member.note(NoteKind::NoSuchWord {
                words,
                found: short(&text),
            });
        }
        place
    }

    /// The member `key` as a whole number from 1 on.
    #[inline(never)]
    pub fn count(&self, key: &str) -> Option<u32> {
        let number = self.number(key)?;
        // Rounded, as the sides of a size are.
        (number >= 1.0).then_some(number.round() as u32)
    }

    /// This text as an address to follow.
    #[inline(never)]
    pub fn as_link(&self) -> Option<SafeLink> {
        self.link_from(&self.as_address()?)
    }

    /// An address that stands inside this value, as one to follow.
    #[inline(never)]
    pub fn link_from(&self, address: &str) -> Option<SafeLink> {
        let link = SafeLink::parse(address, self.context.base.borrow().as_deref());
        if link.is_none() {
            self.note(NoteKind::RefusedAddress {
                found: short(address),
            });
        }
        link
    }

    /// The member `key` as an address to follow.
    #[inline(never)]
    pub fn link(&self, key: &str) -> Option<SafeLink> {
        self.at(key)?.as_link()
    }

    /// This text as the address of a picture, film or sound.
    #[inline(never)]
    pub fn as_media(&self) -> Option<SafeMedia> {
        self.media_from(&self.as_address()?)
    }

    /// An address that stands inside this value, as that of a picture, film or sound.
    #[inline(never)]
    pub fn media_from(&self, address: &str) -> Option<SafeMedia> {
        let media = SafeMedia::parse(address, self.context.base.borrow().as_deref());
        if media.is_none() {
            self.note(NoteKind::RefusedAddress {
                found: short(address),
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

type Keep = fn(Cursor<'_>, &str, NoteKind);

/// Keeps a note about the value at `cursor`, or about its member `key` where that is not empty.
fn keep(cursor: Cursor<'_>, key: &str, kind: NoteKind) {
    let mut notes = cursor.context.notes.borrow_mut();
    // The address costs a search, so there are only so many.
    let (path, kind) = match notes.len() {
        ..MOST_NOTES => {
            let path = JsonPath::of(cursor.value, cursor.context.root);
            let path = if key.is_empty() {
                path
            } else {
                path.member(key)
            };
            (path, kind)
        }
        MOST_NOTES => (JsonPath::root(), NoteKind::TooManyNotes),
        _ => return,
    };
    notes.push(Note { path, kind });
}

/// A number such as `-12.5`, without an exponent; the general parser would cost the wasm several kilobytes.
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

/// Cheaper than `extend`, which makes a loop of it.
fn push<T>(items: &mut Vec<T>, item: Option<T>) {
    if let Some(item) = item {
        items.push(item);
    }
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

    #[test]
    fn numbers_and_dates_come_in_many_shapes() {
        let json = r#"{"px": "1200px", "quantity": {"@type": "QuantitativeValue", "value": "675"}, "dates": [
            1700000000000, "1700000000", {"$date": "2023-11-14T22:13:20.000+0000"}, {"$date": {"$numberLong": "1700000000000"}}
        ]}"#;
        let document = crate::json::parse(json).unwrap().value;
        let context = Context::new(&document, &Options::default(), Vec::new());
        let top = context.top();
        assert_eq!(top.number("px"), Some(1200.0));
        assert_eq!(top.number("quantity"), Some(675.0));
        for date in top.at("dates").unwrap().items() {
            assert_eq!(
                date.as_timestamp().unwrap().machine(),
                "2023-11-14T22:13:20Z"
            );
        }
        assert!(context.into_notes().is_empty());
    }

    #[test]
    fn searches_look_at_only_so_many_entries() {
        let entry = crate::json::parse(r#"{"id": "a", "type": "b"}"#)
            .unwrap()
            .value;
        let context = Context::new(&entry, &Options::default(), Vec::new());
        let mut count = 0;
        while context.top().may_look_at(&entry) {
            count += 1;
        }
        assert_eq!(count, MOST_LOOKS / 3);
        assert!(!context.top().may_look_at(&entry));
    }
}
