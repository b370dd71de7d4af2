//! Tables of figures, and tables that only hold things side by side.

use std::ops::Range;

use super::names::{Attribute, Tag, role};
use super::tree::Kind;
use super::{Reader, number};
use crate::model::Block;
use crate::model::block::table::{Align, Cell, Row, Table};

impl Reader<'_> {
    pub fn table(&self, at: usize, out: &mut Vec<Block>) {
        let inside = self.tree.inside(at);
        if self.is_layout(inside.clone()) {
            return self.flow(inside, out);
        }
        let mut table = Table::default();
        self.part(inside, &mut table);
        // Without a head of its own, a first row of nothing but headers is one.
        let all_headers = |row: &Row| row.len() > 1 && row.iter().all(|cell| cell.header);
        if table.head.is_empty()
            && table.rows.len() > 1
            && table.rows.first().is_some_and(all_headers)
        {
            table.head.push(table.rows.remove(0));
        }
        match table.rows.is_empty() && table.head.is_empty() && table.foot.is_empty() {
            true => out.extend(
                (!table.caption.is_empty()).then(|| super::block::text_block(table.caption)),
            ),
            false => out.push(Block::Table(table)),
        }
    }

    /// Whether a table was made for its look: it holds pictures, frames or another table.
    fn is_layout(&self, mut range: Range<usize>) -> bool {
        range.any(|at| {
            matches!(
                self.tree.tag(at),
                Some(Tag::Table | Tag::Image | Tag::Picture | Tag::Frame | Tag::Video | Tag::Audio)
            )
        })
    }

    fn part(&self, range: Range<usize>, table: &mut Table) {
        let mut at = range.start;
        let mut section = Tag::TableBody;
        let mut section_end = range.end;
        while at < range.end {
            if at >= section_end {
                section = Tag::TableBody;
                section_end = range.end;
            }
            match self.tree.kind(at) {
                Kind::Element(Tag::TableCaption) => table.caption = self.text(self.tree.inside(at)),
                // What stands inside follows in this loop.
                Kind::Element(tag @ (Tag::TableHead | Tag::TableBody | Tag::TableFoot)) => {
                    section = tag;
                    section_end = self.tree.after(at);
                    at += 1;
                    continue;
                }
                Kind::Element(Tag::Row) => {
                    let row = self.row(at);
                    if !row.is_empty() {
                        match section {
                            Tag::TableHead => table.head.push(row),
                            Tag::TableFoot => table.foot.push(row),
                            _ => table.rows.push(row),
                        }
                    }
                }
                _ => {}
            }
            at = self.tree.after(at);
        }
    }

    fn row(&self, at: usize) -> Row {
        let mut row = Row::new();
        let mut cell = at + 1;
        while cell < self.tree.after(at) {
            if let Some(tag @ (Tag::Cell | Tag::HeaderCell)) = self.tree.tag(cell) {
                row.push(Cell {
                    text: self.text(self.tree.inside(cell)),
                    header: tag == Tag::HeaderCell,
                    columns: self.span_of(cell, Attribute::Columns),
                    rows: self.span_of(cell, Attribute::Rows),
                    align: self.align(cell),
                });
            }
            cell = self.tree.after(cell);
        }
        row
    }

    fn span_of(&self, at: usize, name: Attribute) -> u16 {
        let span = self.tree.attribute(at, name).and_then(number).unwrap_or(1);
        u16::try_from(span)
            .unwrap_or(Cell::MOST_SPAN)
            .clamp(1, Cell::MOST_SPAN)
    }

    fn align(&self, at: usize) -> Option<Align> {
        let styled = self.tree.attribute(at, Attribute::Style).and_then(|style| {
            style
                .split(';')
                .find_map(|rule| rule.trim().strip_prefix("text-align:"))
        });
        match styled
            .or(self.tree.attribute(at, Attribute::Align))
            .map(str::trim)
        {
            Some("center") => Some(Align::Center),
            Some("right" | "end") => Some(Align::End),
            Some("left" | "start") => Some(Align::Start),
            _ if self.tree.is(at, role::CENTER) => Some(Align::Center),
            _ if self.tree.is(at, role::END) => Some(Align::End),
            _ => None,
        }
    }
}
