//! Blocks and inlines in the shape of our own format, which has a reader for each of them already.

use crate::json::Json;

/// An object in the making.
pub struct Object(Vec<(String, Json)>);

impl Object {
    /// An object with its kind; an empty kind is none.
    #[inline(never)]
    pub fn new(kind: &str) -> Self {
        let mut object = Self(Vec::new());
        if !kind.is_empty() {
            object.word("type", kind);
        }
        object
    }

    /// Adds a member; an empty list says nothing.
    #[inline(never)]
    pub fn set(&mut self, key: &str, value: Json) {
        if !matches!(&value, Json::List(items) if items.is_empty()) {
            self.0.push((key.to_owned(), value));
        }
    }

    #[inline(never)]
    pub fn word(&mut self, key: &str, value: &str) {
        self.set(key, Json::Text(value.to_owned()));
    }

    #[inline(never)]
    pub fn list(&mut self, key: &str, items: Vec<Json>) {
        self.set(key, Json::List(items));
    }

    /// Adds a member that is true.
    pub fn flag(&mut self, key: &str) {
        self.set(key, Json::Bool(true));
    }

    pub fn into_json(self) -> Json {
        Json::Object(self.0)
    }

    /// Appends this to others.
    #[inline(never)]
    pub fn push(self, out: &mut Vec<Json>) {
        out.push(Json::Object(self.0));
    }
}

/// Appends an object with one list in it.
#[inline(never)]
pub fn push_list(out: &mut Vec<Json>, kind: &str, key: &str, items: Vec<Json>) {
    let mut object = Object::new(kind);
    object.list(key, items);
    object.push(out);
}

/// Appends a paragraph, unless there is nothing in it.
#[inline(never)]
pub fn push_text(out: &mut Vec<Json>, text: Vec<Json>) {
    if !text.is_empty() {
        out.push(Json::List(text));
    }
}

/// Appends plain words.
#[inline(never)]
pub fn push_words(out: &mut Vec<Json>, words: &str) {
    out.push(Json::Text(words.to_owned()));
}

/// What an object says it is.
#[inline(never)]
pub fn kind(value: &Json) -> &str {
    value.get("type").and_then(Json::as_str).unwrap_or_default()
}

/// The list that a member of an object holds, to be changed; made where it is missing.
#[inline(never)]
pub fn list_of<'a>(value: &'a mut Json, key: &str) -> Option<&'a mut Vec<Json>> {
    let Json::Object(members) = value else {
        return None;
    };
    let at = match members.iter().position(|(name, _)| name == key) {
        Some(at) => at,
        None => {
            members.push((key.to_owned(), Json::List(Vec::new())));
            members.len() - 1
        }
    };
    match members.get_mut(at) {
        Some((_, Json::List(items))) => Some(items),
        _ => None,
    }
}
