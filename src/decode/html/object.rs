//! Blocks and inlines in the shape of our own format, which has a reader for each of them already.

use crate::json::Json;

/// What has been written so far.
///
/// An object is opened and its members added; what is then written behind it can be gathered into a list of its own.
#[derive(Default)]
pub struct Out(pub Vec<Json>);

impl Out {
    /// The place of what is written next.
    pub fn mark(&self) -> usize {
        self.0.len()
    }

    /// Opens an object; an empty kind is none. Gives the place behind it.
    #[inline(never)]
    pub fn open(&mut self, kind: &str) -> usize {
        self.0.push(Json::Object(Vec::new()));
        if !kind.is_empty() {
            self.word("type", kind);
        }
        self.mark()
    }

    /// Adds a member to the object that was written last.
    #[inline(never)]
    pub fn set(&mut self, key: &str, value: Json) {
        if let Some(Json::Object(members)) = self.0.last_mut() {
            members.push((key.to_owned(), value));
        }
    }

    #[inline(never)]
    pub fn word(&mut self, key: &str, value: &str) {
        self.set(key, Json::Text(value.to_owned()));
    }

    /// Adds a member that is true.
    #[inline(never)]
    pub fn flag(&mut self, key: &str) {
        self.set(key, Json::Bool(true));
    }

    #[inline(never)]
    pub fn text(&mut self, words: &str) {
        self.0.push(Json::Text(words.to_owned()));
    }

    /// Takes back what was written from `mark` on; no text begins with a line's end.
    #[inline(never)]
    pub fn take(&mut self, mark: usize) -> Vec<Json> {
        let mut items = self.0.split_off(mark);
        while items.first().is_some_and(is_break) {
            items.remove(0);
        }
        items
    }

    /// Makes one list of what was written from `mark` on; nothing of nothing.
    #[inline(never)]
    pub fn gather(&mut self, mark: usize) {
        let items = self.take(mark);
        if !items.is_empty() {
            self.0.push(Json::List(items));
        }
    }

    /// Makes what was written from `mark` on a member of the object in front of it.
    #[inline(never)]
    pub fn gather_as(&mut self, mark: usize, key: &str) {
        self.gather(mark);
        if self.mark() > mark
            && let Some(items) = self.0.pop()
        {
            self.set(key, items);
        }
    }

    /// Adds what was written from `mark` on to a list of the object in front of it.
    #[inline(never)]
    pub fn append_to(&mut self, mark: usize, key: &str) {
        let mut items = self.0.split_off(mark);
        if let Some(own) = self.0.last_mut().and_then(|last| list_of(last, key)) {
            own.append(&mut items);
        }
    }

    /// The kind of what was written last.
    #[inline(never)]
    pub fn last_kind(&self) -> &str {
        self.0.last().map_or("", kind)
    }
}

/// What an object says it is.
#[inline(never)]
pub fn kind(value: &Json) -> &str {
    value.get("type").and_then(Json::as_str).unwrap_or_default()
}

pub fn is_break(value: &Json) -> bool {
    kind(value) == "break"
}

/// The list that a member of an object holds, to be changed; made where it is missing.
#[inline(never)]
pub fn list_of<'a>(value: &'a mut Json, key: &str) -> Option<&'a mut Vec<Json>> {
    let Json::Object(members) = value else {
        return None;
    };
    let mut place = members.len();
    for (at, (name, _)) in members.iter().enumerate() {
        if name == key {
            place = at;
        }
    }
    if place == members.len() {
        members.push((key.to_owned(), Json::List(Vec::new())));
    }
    match members.get_mut(place) {
        Some((_, Json::List(items))) => Some(items),
        _ => None,
    }
}
