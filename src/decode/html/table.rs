//! Tables of figures, and tables that only hold things side by side.

use super::names::{Attribute, Tag, role};
use super::object::{Object, list_of};
use super::{Out, Reader};
use crate::json::Json;

impl Reader<'_> {
    pub fn table(&self, at: usize, out: &mut Out) {
        // A table was made for its look if it holds pictures, frames or another table.
        let inside = self.tree.inside(at);
        let layout = |inner: usize| {
            let tag = self.tree.tag(inner);
            tag.is_media() || tag == Tag::Table
        };
        if inside.clone().any(layout) {
            return self.flow(inside, out);
        }
        let mut table = Object::new("table").into_json();
        let mut section = "rows";
        let mut inner = inside.start;
        while inner < inside.end {
            let tag = self.tree.tag(inner);
            section = match tag {
                Tag::TableHead => "head",
                Tag::TableFoot => "foot",
                Tag::TableBody => "rows",
                _ => section,
            };
            // What stands inside a section follows in this loop.
            if matches!(tag, Tag::TableHead | Tag::TableBody | Tag::TableFoot) {
                inner += 1;
                continue;
            }
            if tag == Tag::TableCaption
                && let Some(caption) = list_of(&mut table, "caption")
            {
                caption.extend(self.text_of(inner));
            }
            if tag == Tag::Row {
                let mut row = Vec::new();
                let headers = self.row(inner, &mut row);
                // Without a head of its own, a first row of nothing but headers is one.
                let first = table.get("rows").is_none() && table.get("head").is_none();
                let place = if first && headers > 1 && headers == row.len() {
                    "head"
                } else {
                    section
                };
                if let Some(rows) = list_of(&mut table, place) {
                    super::object::push_text(rows, row);
                }
            }
            inner = self.tree.after(inner);
        }
        out.push(table);
    }

    /// Appends the cells of a row; says how many of them are headers.
    fn row(&self, at: usize, row: &mut Vec<Json>) -> usize {
        let mut headers = 0;
        let mut inner = at + 1;
        while inner < self.tree.after(at) {
            let tag = self.tree.tag(inner);
            if matches!(tag, Tag::Cell | Tag::HeaderCell) {
                let mut cell = self.object(inner, "");
                cell.list("text", self.text_of(inner));
                if tag == Tag::HeaderCell {
                    headers += 1;
                    cell.flag("header");
                }
                cell.word("align", self.align(inner));
                cell.push(row);
            }
            inner = self.tree.after(inner);
        }
        headers
    }

    fn align(&self, at: usize) -> &'static str {
        let mut word = self.tree.value(at, Attribute::Align);
        for rule in self.tree.value(at, Attribute::Style).split(';') {
            word = rule
                .trim_ascii()
                .strip_prefix("text-align:")
                .unwrap_or(word);
        }
        match word.trim_ascii() {
            "center" => "center",
            "right" | "end" => "end",
            _ if self.tree.is(at, role::CENTER) => "center",
            _ if self.tree.is(at, role::END) => "end",
            _ => "",
        }
    }
}
