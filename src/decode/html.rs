//! HTML strings to blocks, inlines and words, by an allowlist.
//!
//! Every format that carries markup comes here with a cursor on the text, for its base address and its notes.
//! Plain markup is read here; any other the platform parses once, inertly. `tree` keeps what is allowed; the other parts
//! write it in our own format, whose readers make the model: they know every block and inline already, and a second set
//! of them would double their bytes.
//! Nothing of the markup itself survives, so there is nothing that could be parsed again:
//! names of blocks and members come from tables, addresses become `SafeLink` and `SafeMedia`, the rest is text.
//!
//! Classes are read for what they say of a picture, a gallery or a post of another site, and are never copied.

mod ahead;
mod block;
mod embed;
mod figure;
mod inline;
mod list;
mod names;
mod notes;
mod object;
mod plain;
mod quote;
mod short_codes;
mod srcset;
mod table;
#[cfg(test)]
mod tests;
mod tree;

use std::cell::{Cell, RefCell};

use super::cursor::Context;
use super::formats::native;
use super::{Cursor, NoteKind};
use crate::json::Json;
use crate::model::block::Figure;
use crate::model::{Block, Text};

pub use ahead::{Ahead, has_long};
use object::Out;
use tree::{Closed, Markup, Removed, Tree};

/// Gives the block for an association, by its name in the item that the markup belongs to.
pub type Resolve<'a> = &'a dyn Fn(&str) -> Option<Block>;

/// The blocks of a body or of a part of one.
///
/// Whole documents give their body; bare text and `<br><br>` become paragraphs.
/// What is dropped is counted in the cursor's notes.
pub fn blocks(cursor: Cursor<'_>, html: &str) -> Vec<Block> {
    cursor
        .ahead(html)
        .unwrap_or_else(|| blocks_with(cursor, html, &|_| None))
}

/// Blocks like [`blocks`], where the markup names associations: elements with `data-assoc-ref`, and what stands between
/// the comments `EMBED START Image {id: "…"}` and `EMBED END`. Where `resolve` gives nothing, the markup itself counts.
///
/// It is asked more than once for the same name.
pub fn blocks_with(cursor: Cursor<'_>, html: &str, resolve: Resolve<'_>) -> Vec<Block> {
    let markup = Markup {
        html,
        stream: &stream(html),
        closed: &Closed::default(),
    };
    blocks_of(cursor, markup, resolve)
}

fn blocks_of(cursor: Cursor<'_>, markup: Markup<'_>, resolve: Resolve<'_>) -> Vec<Block> {
    let made = read(cursor, markup, resolve, true);
    let context = Context::inside(cursor, &made);
    let mut blocks = Vec::new();
    for block in context.top().items() {
        let associated = match object::kind(block.value()) {
            "association" => block.line("name").and_then(|name| resolve(&name)),
            _ => None,
        };
        blocks.extend(associated.or_else(|| native::blocks::block(block)));
    }
    context.hand_notes_to(cursor);
    blocks
}

/// One line of text, for a headline or a caption: emphasis, sub- and superscripts, code and links stay, the rest unwraps.
pub fn inlines(cursor: Cursor<'_>, html: &str) -> Text {
    let markup = Markup {
        html,
        stream: &stream(html),
        closed: &Closed::default(),
    };
    let made = read(cursor, markup, &|_| None, false);
    let context = Context::inside(cursor, &made);
    let text = native::inlines::text(context.top());
    context.hand_notes_to(cursor);
    text
}

/// The words alone, with entities decoded once and white space as HTML shows it.
#[inline(never)]
pub fn text(html: &str) -> String {
    if is_plain(html) {
        return in_one_line(html);
    }
    let markup = Markup {
        html,
        stream: &tree::stream(html),
        closed: &Closed::default(),
    };
    let tree = Tree::read(markup, &mut Removed::default());
    tree.line(tree.all())
}

/// A text without markup whose entities are to be decoded once: a `<` in it is a character like any other.
pub fn entities(words: &str) -> String {
    if is_plain(words) {
        return words.to_owned();
    }
    let mut escaped = String::new();
    for (index, part) in words.split('<').enumerate() {
        escaped.push_str(if index > 0 { "&lt;" } else { "" });
        escaped.push_str(part);
    }
    text(&escaped)
}

/// The first picture of a piece of markup with its caption and credit, for fields that hold a lead image.
pub fn figure(cursor: Cursor<'_>, html: &str) -> Option<Figure> {
    for block in blocks(cursor, html) {
        match block {
            Block::Figure(figure) => return Some(figure),
            Block::Gallery(gallery) => return gallery.images.into_iter().next(),
            _ => {}
        }
    }
    None
}

/// A text without these two characters means the same as HTML, and never meets the parser.
#[inline(never)]
fn is_plain(html: &str) -> bool {
    !html.bytes().any(|byte| matches!(byte, b'<' | b'&'))
}

/// The stream of `html`; a text without markup has none.
#[inline(never)]
fn stream(html: &str) -> String {
    match is_plain(html) {
        true => String::new(),
        false => tree::stream(html),
    }
}

/// Reads the stream, and leaves a note for each kind of thing that was left out.
///
/// Gives blocks, or a text for a headline.
#[inline(never)]
fn read(cursor: Cursor<'_>, markup: Markup<'_>, resolve: Resolve<'_>, as_blocks: bool) -> Json {
    let html = markup.html;
    let plain = is_plain(html);
    let mut removed = Removed::default();
    let tree = Tree::read(markup, &mut removed);
    let mut reader = Reader {
        notes: Vec::new(),
        tree,
        cursor,
        resolve,
        in_headline: !as_blocks,
        keeps_lines: Cell::new(false),
        removed: RefCell::new(removed),
    };
    let mut out = Out::default();
    match (as_blocks, plain) {
        (true, true) => reader.plain(html, &mut out),
        (true, false) => {
            reader.notes = notes::ids(&reader.tree);
            reader.flow(reader.tree.all(), &mut out);
        }
        (false, true) => reader.words(html, &mut out),
        (false, false) => reader.text(reader.tree.all(), &mut out),
    }
    for (what, count) in reader.removed.into_inner().into_counts() {
        cursor.note(NoteKind::RemovedMarkup { what, count });
    }
    Json::List(out.take(0))
}

#[inline(never)]
fn in_one_line(words: &str) -> String {
    let mut line = String::new();
    for word in words.split_ascii_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// The digits that an attribute begins with, such as those of `640` or `640px`; a percentage has none.
#[inline(never)]
fn number(value: &str) -> &str {
    let value = value.trim_ascii();
    let length = value.bytes().take_while(u8::is_ascii_digit).count();
    match value.split_at_checked(length) {
        Some((digits, rest)) if !rest.starts_with('%') => digits,
        _ => "",
    }
}

/// Turns a tree into our own format.
///
/// Its methods take places of the tree; they recurse as deep as the tree is, which is not deep.
struct Reader<'a> {
    tree: Tree<'a>,
    cursor: Cursor<'a>,
    resolve: Resolve<'a>,
    /// The ids of footnotes that the text refers to.
    notes: Vec<&'a str>,
    /// Where little markup is at home.
    in_headline: bool,
    /// Inside a poem, where a line's end is one.
    keeps_lines: Cell<bool>,
    removed: RefCell<Removed>,
}
