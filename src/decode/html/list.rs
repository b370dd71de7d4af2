//! Lists, definitions and footnotes.

use super::names::{Attribute, Tag};
use super::object::{Object, list_of, object};
use super::{Out, Reader};
use crate::json::Json;

impl Reader<'_> {
    pub fn list(&self, at: usize, out: &mut Out) {
        let mut list = self.object(at, "list");
        if self.tree.tag(at) == Some(Tag::Ordered) {
            list.set("ordered", Json::Bool(true));
        }
        let mut items: Vec<Json> = Vec::new();
        let mut notes = Vec::new();
        let mut inner = at + 1;
        while inner < self.tree.after(at) {
            let next = self.tree.after(inner);
            let id = self
                .tree
                .attribute(inner, Attribute::Id)
                .unwrap_or_default();
            if self.tree.tag(inner) != Some(Tag::Item) {
                // A list right inside a list belongs to the item before it; so does any text.
                let stray = self.blocks(inner..next);
                match items.last_mut() {
                    Some(Json::List(item)) => item.extend(stray),
                    _ if stray.is_empty() => {}
                    _ => items.push(Json::List(stray)),
                }
            } else if self.notes.contains(&id) {
                let mut note = Object::new("");
                note.word("id", id);
                note.list("blocks", self.blocks(self.tree.inside(inner)));
                notes.push(note.into_json());
            } else {
                items.push(Json::List(self.blocks(self.tree.inside(inner))));
            }
            inner = next;
        }
        if !items.is_empty() {
            list.list("items", items);
            out.push(list.into_json());
        }
        if !notes.is_empty() {
            out.push(object("footnotes", "items", notes));
        }
    }

    pub fn descriptions(&self, at: usize, out: &mut Out) {
        let mut items: Vec<Json> = Vec::new();
        let mut inner = at + 1;
        while inner < self.tree.after(at) {
            let next = self.tree.after(inner);
            match self.tree.tag(inner) {
                // Groups of terms and details may stand in boxes of their own.
                Some(Tag::Box) => {
                    inner += 1;
                    continue;
                }
                Some(Tag::Term) => {
                    if items
                        .last()
                        .is_none_or(|item| item.get("details").is_some())
                    {
                        items.push(Object::new("").into_json());
                    }
                    if let Some(terms) = items.last_mut().and_then(|item| list_of(item, "term")) {
                        terms.push(Json::List(self.text_of(inner)));
                    }
                }
                _ => {
                    let details = self.blocks(inner..next);
                    match items.last_mut().and_then(|item| list_of(item, "details")) {
                        Some(own) => own.extend(details),
                        None => out.extend(details),
                    }
                }
            }
            inner = next;
        }
        if !items.is_empty() {
            out.push(object("descriptions", "items", items));
        }
    }
}
