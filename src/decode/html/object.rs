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

    pub fn into_json(self) -> Json {
        Json::Object(self.0)
    }
}

/// An object with one list in it.
#[inline(never)]
pub fn object(kind: &str, key: &str, items: Vec<Json>) -> Json {
    let mut object = Object::new(kind);
    object.list(key, items);
    object.into_json()
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
