//! Blocks that hold other blocks.

use super::super::author;
use super::{block, flow, inlines, inner};
use crate::decode::Cursor;
use crate::json::Json;
use crate::model::block::{
    BoxKind, BoxOut, Description, Descriptions, Details, Event, EventDate, Footnote, Footnotes,
    List, ListItem, Post, Question, Questions, Timeline,
};
use crate::model::{Block, Text, Timestamp};

pub fn list(cursor: Cursor<'_>) -> Option<Block> {
    let ordered = cursor.flag("ordered").unwrap_or(false);
    let start = cursor.number("start").map_or(1, |start| start as i32);
    Some(Block::List(List {
        start: ordered.then_some(start),
        items: cursor.list("items", item),
    }))
}

fn item(cursor: Cursor<'_>) -> Option<ListItem> {
    let blocks = match cursor.value() {
        Json::Object(_) if cursor.at("type").is_some() => block(cursor).into_iter().collect(),
        _ => flow(cursor),
    };
    Some(ListItem { blocks })
}

pub fn descriptions(cursor: Cursor<'_>) -> Option<Block> {
    let item = |cursor: Cursor<'_>| {
        Some(Description {
            terms: cursor.at("term").map(terms).unwrap_or_default(),
            details: cursor.at("details").map(flow).unwrap_or_default(),
        })
    };
    Some(Block::Descriptions(Descriptions {
        items: cursor.objects("items", item),
    }))
}

/// One text, or several in a list, where none of its items is an inline.
fn terms(cursor: Cursor<'_>) -> Vec<Text> {
    if cursor.items().iter().any(|item| item.members().is_some()) {
        return vec![inlines::text(cursor)];
    }
    cursor.each(|item| Some(inlines::text(item)))
}

pub fn details(cursor: Cursor<'_>) -> Option<Block> {
    Some(Block::Details(Details {
        summary: inlines::member(cursor, "summary"),
        blocks: inner(cursor),
        open: cursor.flag("open").unwrap_or(false),
    }))
}

pub fn box_out(cursor: Cursor<'_>) -> Option<Block> {
    Some(Block::BoxOut(BoxOut {
        kind: BoxKind::at(cursor.choice("kind", BoxKind::WORDS)).unwrap_or(BoxKind::Info),
        title: inlines::member(cursor, "title"),
        blocks: inner(cursor),
    }))
}

pub fn questions(cursor: Cursor<'_>) -> Option<Block> {
    let item = |cursor: Cursor<'_>| {
        Some(Question {
            question: inlines::member(cursor, "question"),
            blocks: inner(cursor),
        })
    };
    Some(Block::Questions(Questions {
        items: cursor.objects("items", item),
    }))
}

pub fn timeline(cursor: Cursor<'_>) -> Option<Block> {
    let item = |cursor: Cursor<'_>| {
        Some(Event {
            date: cursor.line("date").map(|date| {
                Timestamp::parse(&date).map_or(EventDate::Words(date), EventDate::Moment)
            }),
            title: inlines::member(cursor, "title"),
            blocks: inner(cursor),
        })
    };
    Some(Block::Timeline(Timeline {
        items: cursor.objects("items", item),
    }))
}

pub fn footnotes(cursor: Cursor<'_>) -> Option<Block> {
    let item = |cursor: Cursor<'_>| {
        if cursor.at("id").is_none() {
            cursor.note_missing("id", "the name that its references use");
        }
        Some(Footnote {
            id: cursor.line("id").unwrap_or_default(),
            blocks: inner(cursor),
        })
    };
    Some(Block::Footnotes(Footnotes {
        items: cursor.objects("items", item),
    }))
}

pub fn post(cursor: Cursor<'_>) -> Option<Block> {
    Some(Block::Post(Post {
        id: cursor.line("id"),
        published: cursor.timestamp("published"),
        updated: cursor.timestamp("updated"),
        title: inlines::member(cursor, "title"),
        key: cursor.flag("key").unwrap_or(false),
        pinned: cursor.flag("pinned").unwrap_or(false),
        author: cursor.at("author").and_then(author),
        blocks: inner(cursor),
    }))
}
