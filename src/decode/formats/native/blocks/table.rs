//! Tables: rows of cells, each a text or an object with one.

use super::inlines;
use crate::decode::Cursor;
use crate::model::Block;
use crate::model::block::{Align, Cell, Row, Table};

pub fn table(cursor: Cursor<'_>) -> Option<Block> {
    let mut head = cursor.list("head", row);
    for cell in head.iter_mut().flatten() {
        cell.header = true;
    }
    Some(Block::Table(Table {
        caption: inlines::member(cursor, "caption"),
        head,
        rows: cursor.list("rows", row),
        foot: cursor.list("foot", row),
        credit: inlines::member(cursor, "credit"),
    }))
}

fn row(cursor: Cursor<'_>) -> Option<Row> {
    Some(cursor.each(cell))
}

fn cell(cursor: Cursor<'_>) -> Option<Cell> {
    // An object with a type is an inline, as in any other text.
    if cursor.members().is_none() || cursor.at("type").is_some() {
        return Some(Cell {
            text: inlines::text(cursor),
            ..Cell::default()
        });
    }
    Some(Cell {
        text: inlines::member(cursor, "text"),
        header: cursor.flag("header").unwrap_or(false),
        columns: span(cursor, "columns"),
        rows: span(cursor, "rows"),
        align: Align::at(cursor.choice("align", Align::WORDS)),
    })
}

fn span(cursor: Cursor<'_>, key: &str) -> u16 {
    let span = cursor.count(key).unwrap_or(1);
    span.min(Cell::MOST_SPAN.into()) as u16
}
