//! Lists, definitions and footnotes.

use super::names::{Attribute, Tag};
use super::tree::Kind;
use super::{Reader, number};
use crate::model::Block;
use crate::model::block::{Description, Descriptions, Footnote, Footnotes, List, ListItem};

impl Reader<'_> {
    pub fn list(&self, at: usize, ordered: bool, out: &mut Vec<Block>) {
        let mut notes = Footnotes::default();
        let mut items: Vec<ListItem> = Vec::new();
        let mut inner = at + 1;
        while inner < self.tree.after(at) {
            let next = self.tree.after(inner);
            let id = self.tree.attribute(inner, Attribute::Id);
            match self.tree.kind(inner) {
                Kind::Element(Tag::Item) => match id.filter(|id| self.notes.contains(id)) {
                    Some(id) => notes.items.push(Footnote {
                        id: id.to_owned(),
                        blocks: self.blocks(self.tree.inside(inner)),
                    }),
                    None => items.push(ListItem {
                        blocks: self.blocks(self.tree.inside(inner)),
                    }),
                },
                // A list right inside a list belongs to the item before it; so does any text.
                _ => {
                    let stray = self.blocks(inner..next);
                    match items.last_mut() {
                        Some(item) => item.blocks.extend(stray),
                        None if stray.is_empty() => {}
                        None => items.push(ListItem { blocks: stray }),
                    }
                }
            }
            inner = next;
        }
        if !items.is_empty() {
            let start = self.tree.attribute(at, Attribute::Start).and_then(number);
            out.push(Block::List(List {
                start: ordered.then(|| {
                    start
                        .and_then(|start| i32::try_from(start).ok())
                        .unwrap_or(1)
                }),
                items,
            }));
        }
        if !notes.items.is_empty() {
            out.push(Block::Footnotes(notes));
        }
    }

    pub fn descriptions(&self, at: usize, out: &mut Vec<Block>) {
        let mut items: Vec<Description> = Vec::new();
        let mut inner = at + 1;
        while inner < self.tree.after(at) {
            let inside = self.tree.inside(inner);
            match self.tree.kind(inner) {
                // Groups of terms and details may stand in boxes of their own.
                Kind::Element(Tag::Box) => {
                    inner += 1;
                    continue;
                }
                Kind::Element(Tag::Term) => {
                    if items.last().is_none_or(|item| !item.details.is_empty()) {
                        items.push(Description::default());
                    }
                    if let Some(item) = items.last_mut() {
                        item.terms.push(self.text(inside.clone()));
                        self.media(inside, &mut item.details);
                    }
                }
                _ => {
                    let details = match self.tree.kind(inner) {
                        Kind::Element(Tag::Details) => self.blocks(inside),
                        _ => self.blocks(inner..self.tree.after(inner)),
                    };
                    match items.last_mut() {
                        Some(item) => item.details.extend(details),
                        None => out.extend(details),
                    }
                }
            }
            inner = self.tree.after(inner);
        }
        if !items.is_empty() {
            out.push(Block::Descriptions(Descriptions { items }));
        }
    }
}
