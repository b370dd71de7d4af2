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
            self.tree
                .tag(inner)
                .is_some_and(|tag| tag.is_media() || tag == Tag::Table)
        };
        if inside.clone().any(layout) {
            return self.flow(inside, out);
        }
        let mut table = Object::new("table").into_json();
        let mut section = "rows";
        let mut section_end = inside.end;
        let mut inner = inside.start;
        while inner < inside.end {
            if inner >= section_end {
                section = "rows";
            }
            let tag = self.tree.tag(inner);
            match tag {
                // What stands inside follows in this loop.
                Some(Tag::TableHead | Tag::TableBody | Tag::TableFoot) => {
                    section = match tag {
                        Some(Tag::TableHead) => "head",
                        Some(Tag::TableFoot) => "foot",
                        _ => "rows",
                    };
                    section_end = self.tree.after(inner);
                    inner += 1;
                    continue;
                }
                Some(Tag::TableCaption) => {
                    if let Some(caption) = list_of(&mut table, "caption") {
                        caption.extend(self.text_of(inner));
                    }
                }
                Some(Tag::Row) => {
                    let (row, headers) = self.row(inner);
                    // Without a head of its own, a first row of nothing but headers is one.
                    let first = table.get("rows").is_none() && table.get("head").is_none();
                    let place = if first && headers { "head" } else { section };
                    if !row.is_empty()
                        && let Some(rows) = list_of(&mut table, place)
                    {
                        rows.push(Json::List(row));
                    }
                }
                _ => {}
            }
            inner = self.tree.after(inner);
        }
        out.push(table);
    }

    /// The cells of a row, and whether they are headers, and more than one.
    fn row(&self, at: usize) -> (Vec<Json>, bool) {
        let mut row = Vec::new();
        let mut headers = 0;
        let mut inner = at + 1;
        while inner < self.tree.after(at) {
            let tag = self.tree.tag(inner);
            if let Some(Tag::Cell | Tag::HeaderCell) = tag {
                let mut cell = self.object(inner, "");
                cell.list("text", self.text_of(inner));
                if tag == Some(Tag::HeaderCell) {
                    headers += 1;
                    cell.set("header", Json::Bool(true));
                }
                if let Some(align) = self.align(inner) {
                    cell.word("align", align);
                }
                row.push(cell.into_json());
            }
            inner = self.tree.after(inner);
        }
        let all = headers > 1 && headers == row.len();
        (row, all)
    }

    fn align(&self, at: usize) -> Option<&'static str> {
        let style = self
            .tree
            .attribute(at, Attribute::Style)
            .unwrap_or_default();
        let styled = style
            .split(';')
            .find_map(|rule| rule.trim_ascii().strip_prefix("text-align:"));
        match styled
            .or(self.tree.attribute(at, Attribute::Align))
            .map(str::trim_ascii)
        {
            Some("center") => Some("center"),
            Some("right" | "end") => Some("end"),
            _ if self.tree.is(at, role::CENTER) => Some("center"),
            _ if self.tree.is(at, role::END) => Some("end"),
            _ => None,
        }
    }
}
