//! Lists, definitions and footnotes.

use super::Reader;
use super::names::{Attribute, Tag};
use super::object::Out;
use crate::json::Json;

impl Reader<'_> {
    pub fn list(&self, at: usize, out: &mut Out) {
        self.object(at, "list", out);
        if self.tree.tag(at) == Tag::Ordered {
            out.flag("ordered");
        }
        let mark = out.mark();
        let mut notes = Out::default();
        let mut inner = at + 1;
        while inner < self.tree.after(at) {
            let next = self.tree.after(inner);
            let item = out.mark();
            let id = self.tree.value(inner, Attribute::Id);
            if self.tree.tag(inner) != Tag::Item {
                // A list right inside a list belongs to the item before it; so does any text.
                self.flow(inner..next, out);
                let mut stray = out.take(item);
                match out.0.get_mut(mark..).and_then(|items| items.last_mut()) {
                    Some(Json::List(last)) => last.append(&mut stray),
                    _ => out.0.append(&mut stray),
                }
            } else if self.notes.contains(&id) {
                notes.open("");
                notes.word("id", id);
                self.blocks_member(inner, "blocks", &mut notes);
            } else {
                self.flow(self.tree.inside(inner), out);
                out.gather(item);
            }
            inner = next;
        }
        out.gather_as(mark, "items");
        if notes.mark() > 0 {
            let mark = out.open("footnotes");
            out.0.append(&mut notes.0);
            out.gather_as(mark, "items");
        }
    }

    pub fn descriptions(&self, at: usize, out: &mut Out) {
        let mark = out.open("descriptions");
        let mut described = true;
        let mut inner = at + 1;
        while inner < self.tree.after(at) {
            let tag = self.tree.tag(inner);
            // Groups of terms and details may stand in boxes of their own.
            if tag == Tag::Box {
                inner += 1;
                continue;
            }
            let is_term = tag == Tag::Term;
            if is_term && described || out.mark() == mark {
                out.open("");
            }
            described = !is_term;
            let part = out.mark();
            if is_term {
                self.text(self.tree.inside(inner), out);
                out.gather(part);
                out.append_to(part, "term");
            } else {
                self.flow(inner..self.tree.after(inner), out);
                out.append_to(part, "details");
            }
            inner = self.tree.after(inner);
        }
        out.gather_as(mark, "items");
    }
}
