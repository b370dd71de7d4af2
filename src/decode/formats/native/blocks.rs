//! The blocks of a body: a string is a paragraph, anything else is an object with a `type`.

mod math;
mod media;
mod parts;
pub mod rare;
mod table;

use super::{inlines, paragraph};
use crate::decode::{Cursor, NoteKind, fields};
use crate::model::block::{Divider, PullQuote, Quote, Unsupported};
use crate::model::inline::plain_text;
use crate::model::{Block, SafeLink};

pub use media::{image, lead};

/// Reads one block; `None` where something is missing that it cannot do without, with a note.
pub type Reader = fn(Cursor<'_>) -> Option<Block>;

/// The kinds of blocks that most articles have, sorted; the order has no meaning.
pub const COMMON: &[(&str, Reader)] = &[
    ("divider", |_| Some(Block::Divider(Divider))),
    ("heading", |from| {
        Some(fields::heading(from, inlines::member(from, "text")))
    }),
    ("image", |from| media::figure(from).map(Block::Figure)),
    ("list", parts::list),
    ("paragraph", |from| {
        Some(paragraph(inlines::member(from, "text")))
    }),
    ("pullquote", |from| {
        Some(Block::PullQuote(PullQuote {
            text: inlines::member(from, "text"),
            cite: inlines::member(from, "cite"),
        }))
    }),
    ("quote", |from| {
        Some(Block::Quote(Quote {
            blocks: inner(from),
            cite: inlines::member(from, "cite"),
        }))
    }),
];

/// The names of all kinds.
pub fn kinds() -> impl Iterator<Item = &'static str> {
    COMMON.iter().chain(rare::RARE).map(|(kind, _)| *kind)
}

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
    let common = COMMON.iter().find(|(known, _)| *known == kind);
    match common {
        Some((_, read)) => Some(*read),
        None if is_common(kind) => None,
        // Called through the table, so that the build can put it into a file of its own.
        None => std::hint::black_box(rare::reader as fn(&str) -> Option<Reader>)(kind),
    }
}

/// Whether a `type` needs nothing but [`COMMON`] and the inlines to be read and shown.
///
/// The word `code` names a block and an inline; the block is a rare one. A picture has a `type` too, with a slash in it,
/// which no kind has.
pub fn is_common(kind: &str) -> bool {
    let is_media_type = kind.contains('/');
    let is_inline = kind != "code" && inlines::knows(kind);
    is_media_type || is_inline || COMMON.iter().any(|(known, _)| *known == kind)
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
