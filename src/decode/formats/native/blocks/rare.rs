//! The blocks that few articles have. In a browser they are read by a part of the program that comes when it is needed:
//! `decode::Document::needs` says when.

use super::{Reader, inlines, link, math, media, parts, table};
use crate::decode::Cursor;
use crate::model::Block;
use crate::model::block::{
    ButtonLink, Code, Correction, CorrectionKind, Preformatted, Rating, Unsupported, Verse,
};

/// Their kinds, sorted; the order has no meaning.
pub const RARE: &[(&str, Reader)] = &[
    ("audio", media::audio),
    ("box", parts::box_out),
    ("button", |from| {
        Some(Block::ButtonLink(ButtonLink {
            link: link(from)?,
            text: from.line("text")?,
        }))
    }),
    ("card", media::card),
    ("code", |from| {
        Some(Block::Code(Code {
            text: from.text("text")?,
            language: from.line("language"),
            caption: inlines::member(from, "caption"),
        }))
    }),
    ("correction", |from| {
        Some(Block::Correction(Correction {
            kind: CorrectionKind::at(from.choice("kind", CorrectionKind::WORDS))
                .unwrap_or(CorrectionKind::Correction),
            date: from.timestamp("date"),
            text: inlines::member(from, "text"),
        }))
    }),
    ("descriptions", parts::descriptions),
    ("details", parts::details),
    ("embed", media::embed),
    ("footnotes", parts::footnotes),
    ("gallery", media::gallery),
    ("math", math::math),
    ("post", parts::post),
    ("preformatted", |from| {
        Some(Block::Preformatted(Preformatted {
            text: from.text("text")?,
        }))
    }),
    ("questions", parts::questions),
    ("rating", rating),
    ("table", table::table),
    ("timeline", parts::timeline),
    ("unsupported", |from| {
        Some(Block::Unsupported(Unsupported {
            kind: from.line("kind").unwrap_or_default(),
            text: from.line("text").unwrap_or_default(),
        }))
    }),
    ("verse", |from| {
        Some(Block::Verse(Verse {
            text: inlines::member(from, "text"),
            cite: inlines::member(from, "cite"),
        }))
    }),
    ("video", media::video),
];

pub fn reader(kind: &str) -> Option<Reader> {
    let rare = RARE.iter().find(|(known, _)| *known == kind);
    rare.map(|(_, read)| *read)
}

fn rating(cursor: Cursor<'_>) -> Option<Block> {
    let best = cursor.number("best").unwrap_or(5.0);
    let value = cursor.number("value").unwrap_or(-1.0);
    let rating = Rating::new(value, best, cursor.line("label"));
    if rating.is_none() {
        cursor.note_missing("value", "a number from 0 to best");
    }
    rating.map(Block::Rating)
}
