//! Tables of figures, and tables that only hold things side by side.

use super::Reader;
use super::names::{Attribute, Tag, role};
use super::object::Out;

impl Reader<'_> {
    pub fn table(&self, at: usize, out: &mut Out) {
        // A table was made for its look if it holds pictures, frames or another table.
        for inner in self.tree.inside(at) {
            let tag = self.tree.tag(inner);
            if tag.is_media() || tag == Tag::Table {
                return self.flow(self.tree.inside(at), out);
            }
        }
        let mark = out.open("table");
        let mut section = "rows";
        let mut first = true;
        let mut inner = at + 1;
        while inner < self.tree.after(at) {
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
            if tag == Tag::TableCaption {
                self.text_member(inner, "caption", out);
            }
            if tag == Tag::Row {
                let headers = self.row(inner, out);
                // Without a head of its own, a first row of nothing but headers is one.
                let is_head = first && headers > 1 && headers == out.mark() - mark;
                out.gather(mark);
                out.append_to(mark, if is_head { "head" } else { section });
                first = false;
            }
            inner = self.tree.after(inner);
        }
    }

    /// Writes the cells of a row; says how many of them are headers.
    fn row(&self, at: usize, out: &mut Out) -> usize {
        let mut headers = 0;
        let mut inner = at + 1;
        while inner < self.tree.after(at) {
            let tag = self.tree.tag(inner);
            if matches!(tag, Tag::Cell | Tag::HeaderCell) {
                self.object(inner, "", out);
                self.text_member(inner, "text", out);
                if tag == Tag::HeaderCell {
                    headers += 1;
                    out.flag("header");
                }
                out.word("align", self.align(inner));
            }
            inner = self.tree.after(inner);
        }
        headers
    }

    fn align(&self, at: usize) -> &'static str {
        let mut word = self.tree.value(at, Attribute::Align);
        for rule in self.tree.value(at, Attribute::Style).split(';') {
            if rule.trim_ascii_start().starts_with("text-align") {
                word = rule;
            }
        }
        if word.ends_with("center") || self.tree.is(at, role::CENTER) {
            "center"
        } else if word.ends_with("right") || self.tree.is(at, role::END) {
            "end"
        } else {
            ""
        }
    }
}
