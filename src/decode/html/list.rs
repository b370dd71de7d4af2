//! Lists, definitions and footnotes.

use super::names::{Attribute, Tag};
use super::object::{Object, list_of, push_list};
use super::{Out, Reader};
use crate::json::Json;

impl Reader<'_> {
    pub fn list(&self, at: usize, out: &mut Out) {
        let mut list = self.object(at, "list");
        if self.tree.tag(at) == Tag::Ordered {
            list.flag("ordered");
        }
        let mut items: Vec<Json> = Vec::new();
        let mut notes = Vec::new();
        let mut inner = at + 1;
        while inner < self.tree.after(at) {
            let id = self.tree.value(inner, Attribute::Id);
            if self.tree.tag(inner) != Tag::Item {
                // A list right inside a list belongs to the item before it; so does any text.
                let mut stray = Vec::new();
                self.flow(inner..self.tree.after(inner), &mut stray);
                match items.last_mut() {
                    Some(Json::List(item)) => item.append(&mut stray),
                    _ => super::object::push_text(&mut items, stray),
                }
            } else if self.notes.contains(&id) {
                let mut note = Object::new("");
                note.word("id", id);
                note.list("blocks", self.blocks_of(inner));
                note.push(&mut notes);
            } else {
                items.push(Json::List(self.blocks_of(inner)));
            }
            inner = self.tree.after(inner);
        }
        list.list("items", items);
        list.push(out);
        if !notes.is_empty() {
            push_list(out, "footnotes", "items", notes);
        }
    }

    pub fn descriptions(&self, at: usize, out: &mut Out) {
        let mut items: Vec<Json> = Vec::new();
        let mut inner = at + 1;
        while inner < self.tree.after(at) {
            let next = self.tree.after(inner);
            match self.tree.tag(inner) {
                // Groups of terms and details may stand in boxes of their own.
                Tag::Box => {
                    inner += 1;
                    continue;
                }
                Tag::Term => {
                    if items
                        .last()
                        .is_none_or(|item| item.get("details").is_some())
                    {
                        Object::new("").push(&mut items);
                    }
                    if let Some(terms) = items.last_mut().and_then(|item| list_of(item, "term")) {
                        terms.push(Json::List(self.text_of(inner)));
                    }
                }
                _ => match items.last_mut().and_then(|item| list_of(item, "details")) {
                    Some(details) => self.flow(inner..next, details),
                    None => self.flow(inner..next, out),
                },
            }
            inner = next;
        }
        push_list(out, "descriptions", "items", items);
    }
}
