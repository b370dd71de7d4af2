//! The blocks of a body: a string is a paragraph, anything else is an object with a `type`.

mod math;
mod media;
mod parts;
mod table;

use super::{inlines, paragraph};
use crate::decode::{Cursor, NoteKind};
use crate::model::block::{
    ButtonLink, Code, Correction, CorrectionKind, Divider, Heading, Preformatted, PullQuote, Quote,
    Rating, Unsupported, Verse,
};
use crate::model::inline::plain_text;
use crate::model::{Block, SafeLink};

pub use media::{image, lead};

/// Reads one block; `None` where something is missing that it cannot do without, with a note.
pub type Reader = fn(Cursor<'_>) -> Option<Block>;

/// The kinds of blocks, sorted; the order has no meaning.
pub const BLOCKS: &[(&str, Reader)] = &[
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
    ("divider", |_| Some(Block::Divider(Divider))),
    ("embed", media::embed),
    ("footnotes", parts::footnotes),
    ("gallery", media::gallery),
    ("heading", |from| {
        Some(Block::Heading(Heading {
            level: from
                .number("level")
                .map_or(2, |level| level.clamp(2.0, 6.0) as u8),
            text: inlines::member(from, "text"),
        }))
    }),
    ("image", |from| media::figure(from).map(Block::Figure)),
    ("list", parts::list),
    ("math", math::math),
    ("paragraph", |from| {
        Some(paragraph(inlines::member(from, "text")))
    }),
    ("post", parts::post),
    ("preformatted", |from| {
        Some(Block::Preformatted(Preformatted {
            text: from.text("text")?,
        }))
    }),
    ("pullquote", |from| {
        Some(Block::PullQuote(PullQuote {
            text: inlines::member(from, "text"),
            cite: inlines::member(from, "cite"),
        }))
    }),
    ("questions", parts::questions),
    ("quote", |from| {
        Some(Block::Quote(Quote {
            blocks: inner(from),
            cite: inlines::member(from, "cite"),
        }))
    }),
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

/// Reads one block; `None` leaves nothing to show and a note.
pub fn block(cursor: Cursor<'_>) -> Option<Block> {
    if cursor.members().is_none() {
        // A list in the place of a block is a paragraph of several inlines.
        return Some(paragraph(inlines::text(cursor)));
    }
    let Some(kind) = cursor.line("type") else {
        if cursor.at("text").is_some() {
            return Some(paragraph(inlines::member(cursor, "text")));
        }
        cursor.note_missing("type", "the kind of the block");
        return None;
    };
    match reader(&kind) {
        // What cannot be shown as what it is, still has words.
        Some(read) => read(cursor).or_else(|| {
            Some(unsupported(cursor, &kind))
                .filter(|block| !block.text.is_empty())
                .map(Block::Unsupported)
        }),
        None if inlines::knows(&kind) => Some(paragraph(inlines::text(cursor))),
        None => {
            let block = unsupported(cursor, &kind);
            cursor.note(NoteKind::UnknownBlock {
                kind: block.kind.clone(),
            });
            Some(Block::Unsupported(block))
        }
    }
}

fn reader(kind: &str) -> Option<Reader> {
    BLOCKS
        .iter()
        .find(|(known, _)| *known == kind)
        .map(|(_, read)| *read)
}

/// Blocks in a row, in a place where a text may stand too: a text is one paragraph, and each string of a list is one.
///
/// `{"blocks": […]}` leaves no doubt.
pub fn flow(cursor: Cursor<'_>) -> Vec<Block> {
    match cursor.at("blocks") {
        Some(blocks) if cursor.at("type").is_none() => row(blocks, false),
        _ => row(cursor, true),
    }
}

/// The blocks inside a block: its member `blocks`, or `text` for one that has little to say.
#[inline(never)]
fn inner(cursor: Cursor<'_>) -> Vec<Block> {
    match cursor.at("blocks") {
        Some(blocks) => row(blocks, false),
        None => cursor.at("text").map(flow).unwrap_or_default(),
    }
}

/// A list that holds inlines and no blocks is one text, not several paragraphs.
///
/// The word `code` names a block and an inline: `code_is_inline` says what it is among others of its like.
fn row(cursor: Cursor<'_>, code_is_inline: bool) -> Vec<Block> {
    let (mut inlines, mut blocks) = (false, false);
    for item in cursor.items() {
        let kind = item.value().get("type").and_then(|kind| kind.as_str());
        let Some(kind) = kind else { continue };
        let inline = match kind {
            "code" => {
                code_is_inline && item.at("language").is_none() && item.at("caption").is_none()
            }
            kind => inlines::knows(kind) && reader(kind).is_none(),
        };
        inlines |= inline;
        blocks |= !inline;
    }
    if inlines && !blocks {
        return vec![paragraph(inlines::text(cursor))];
    }
    cursor.each(block)
}

/// The member `url`, which must be the address of a web page.
#[inline(never)]
fn link(cursor: Cursor<'_>) -> Option<SafeLink> {
    if cursor.at("url").is_none() {
        cursor.note_missing("url", "an address");
    }
    cursor.link("url").filter(SafeLink::is_web)
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

/// A block of another kind keeps whatever words it has under the usual names.
fn unsupported(cursor: Cursor<'_>, kind: &str) -> Unsupported {
    let text = ["text", "title", "caption", "label"]
        .into_iter()
        .find_map(|key| {
            let member = cursor.at(key)?;
            let text = match member.members() {
                Some(_) => return None,
                None => plain_text(&inlines::text(member)),
            };
            Some(text).filter(|text| !text.trim().is_empty())
        });
    Unsupported {
        kind: kind.chars().take(40).collect(),
        text: text.unwrap_or_default(),
    }
}
