//! Which values of a file became part of the article, and which nobody looked at.

use std::collections::{BTreeMap, BTreeSet};

use super::{Position, Text};
use crate::json::Json;

/// A value, or the same value of each item of a list: `$.content_elements[*].caption`.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    pub path: String,
    /// How many values there are.
    pub count: usize,
    /// Where the first of them is.
    pub position: Option<Position>,
}

/// So many fields of each kind say enough.
const MOST: usize = 400;

/// The fields that were used, and those that were left.
pub fn fields(text: &Text<'_>, seen: &[*const Json]) -> (Vec<Field>, Vec<Field>) {
    let mut sorter = Sorter {
        text,
        seen: seen.iter().copied().collect(),
        used: Collected::default(),
        left: Collected::default(),
    };
    sorter.sort(text.root, &mut String::from("$"));
    (sorter.used.fields, sorter.left.fields)
}

struct Sorter<'a> {
    text: &'a Text<'a>,
    seen: BTreeSet<*const Json>,
    used: Collected,
    left: Collected,
}

impl Sorter<'_> {
    /// Sorts what is inside a value that was looked at.
    fn sort(&mut self, value: &Json, path: &mut String) {
        let length = path.len();
        let mut inside = false;
        let members = value.members().unwrap_or_default();
        let items = value.items();
        for (key, child) in members
            .iter()
            .map(|(key, child)| (Some(key), child))
            .chain(items.iter().map(|child| (None, child)))
        {
            match key {
                Some(key) => push_key(path, key),
                None => path.push_str("[*]"),
            }
            if self.is_seen(child) {
                inside = true;
                self.sort(child, path);
            } else if !is_empty(child) {
                self.left.add(path, self.text.position(child));
            }
            path.truncate(length);
        }
        // A list that was taken apart is what its items are.
        if !inside && !is_empty(value) {
            self.used.add(path, self.text.position(value));
        }
    }

    /// Whether somebody stood on the value, or on something inside it.
    fn is_seen(&self, value: &Json) -> bool {
        self.seen.contains(&std::ptr::from_ref(value))
            || value.items().iter().any(|item| self.is_seen(item))
            || value
                .members()
                .unwrap_or_default()
                .iter()
                .any(|(_, member)| self.is_seen(member))
    }
}

/// Nothing is lost with it.
fn is_empty(value: &Json) -> bool {
    match value {
        Json::Null => true,
        Json::Text(text) => text.trim().is_empty(),
        Json::List(items) => items.is_empty(),
        Json::Object(members) => members.is_empty(),
        Json::Bool(_) | Json::Number(_) => false,
    }
}

fn push_key(path: &mut String, key: &str) {
    let with_key = crate::decode::JsonPath::root().member(key);
    path.push_str(with_key.as_str().trim_start_matches('$'));
}

/// Fields in the order of the file.
#[derive(Default)]
struct Collected {
    places: BTreeMap<String, usize>,
    fields: Vec<Field>,
}

impl Collected {
    fn add(&mut self, path: &str, position: Option<Position>) {
        if let Some(place) = self.places.get(path) {
            self.fields[*place].count += 1;
        } else if self.fields.len() < MOST {
            self.places.insert(path.to_owned(), self.fields.len());
            self.fields.push(Field {
                path: path.to_owned(),
                count: 1,
                position,
            });
        }
    }
}
