//! HTML strings to blocks, inlines and words, by an allowlist.
//!
//! Every format that carries markup comes here with a cursor on the text, for its base address and its notes.
//! The platform parses once, inertly; `tree` keeps what is allowed; the other parts turn it into the model.
//! Nothing of the markup itself survives, so there is nothing that could be parsed again:
//! names of elements and attributes come from `names`, addresses become `SafeLink` and `SafeMedia`, the rest is text.
//!
//! Classes are read for what they say of a picture, a gallery or a post of another site, and are never copied.

mod block;
mod embed;
mod figure;
mod inline;
mod list;
mod names;
mod notes;
mod quote;
mod recording;
mod short_codes;
mod srcset;
mod table;
#[cfg(test)]
mod tests;
mod tree;

use std::cell::{Cell, RefCell};

use super::{Cursor, NoteKind};
use crate::model::block::Figure;
use crate::model::inline::plain_text;
use crate::model::{Block, Inline, Text};

use tree::{Removed, Tree};

/// Gives the block for an association, by its name in the item that the markup belongs to.
pub type Resolve<'a> = &'a dyn Fn(&str) -> Option<Block>;

/// The blocks of a body or of a part of one.
///
/// Whole documents give their body; bare text and `<br><br>` become paragraphs.
/// What is dropped is counted in the cursor's notes.
pub fn blocks(cursor: Cursor<'_>, html: &str) -> Vec<Block> {
    blocks_with(cursor, html, &|_| None)
}

/// Blocks like [`blocks`], where the markup names associations: elements with `data-assoc-ref`, and what stands between
/// the comments `EMBED START Image {id: "…"}` and `EMBED END`. Where `resolve` gives nothing, the markup itself counts.
pub fn blocks_with(cursor: Cursor<'_>, html: &str, resolve: Resolve<'_>) -> Vec<Block> {
    let stream = stream(html);
    let reader = Reader::new(Some(cursor), html, &stream, resolve);
    let mut blocks = Vec::new();
    if stream.is_empty() {
        reader.plain(html, &mut blocks);
    } else {
        reader.flow(reader.tree.all(), &mut blocks);
    }
    reader.report();
    blocks
}

/// One line of text, for a headline or a caption: emphasis, sub- and superscripts, code and links stay, the rest unwraps.
pub fn inlines(cursor: Cursor<'_>, html: &str) -> Text {
    let stream = stream(html);
    if stream.is_empty() {
        return match html.trim() {
            "" => Text::new(),
            words => vec![Inline::plain(words)],
        };
    }
    let reader = Reader::new(Some(cursor), html, &stream, &|_| None);
    let mut text = Text::new();
    unwrap_styles(reader.text(reader.tree.all()), &mut text);
    reader.report();
    text
}

/// The words alone, with entities decoded once and white space as HTML shows it.
pub fn text(html: &str) -> String {
    let stream = stream(html);
    let words;
    let words = if stream.is_empty() {
        html
    } else {
        let reader = Reader::new(None, html, &stream, &|_| None);
        words = plain_text(&reader.text(reader.tree.all()));
        &words
    };
    words.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text without markup whose entities are to be decoded once: a `<` in it is a character like any other.
pub fn entities(words: &str) -> String {
    if is_plain(words) {
        return words.to_owned();
    }
    text(&words.replace('<', "&lt;"))
}

/// The first picture of a piece of markup with its caption and credit, for fields that hold a lead image.
pub fn figure(cursor: Cursor<'_>, html: &str) -> Option<Figure> {
    blocks(cursor, html)
        .into_iter()
        .find_map(|block| match block {
            Block::Figure(figure) => Some(figure),
            Block::Gallery(gallery) => gallery.images.into_iter().next(),
            _ => None,
        })
}

/// A text without these two characters means the same as HTML, and never meets the parser.
fn is_plain(html: &str) -> bool {
    !html.bytes().any(|byte| matches!(byte, b'<' | b'&'))
}

/// Nothing for a text that need not be parsed.
fn stream(html: &str) -> String {
    match is_plain(html) {
        true => String::new(),
        false => tree::stream(html),
    }
}

/// The number that an attribute begins with, such as `640` or `640px`; a percentage is none.
fn number(value: &str) -> Option<u32> {
    let value = value.trim_start();
    let rest = value.trim_start_matches(|c: char| c.is_ascii_digit());
    let (digits, rest) = value.split_at_checked(value.len() - rest.len())?;
    let fits = (1..=9).contains(&digits.len()) && !rest.starts_with('%');
    fits.then(|| {
        digits
            .bytes()
            .fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0'))
    })
}

/// What a headline or a caption cannot show, reduced to its words.
fn unwrap_styles(text: Text, into: &mut Text) {
    for mut inline in text {
        let stays = matches!(
            inline,
            Inline::Strong(_)
                | Inline::Emphasis(_)
                | Inline::Link { .. }
                | Inline::Subscript(_)
                | Inline::Superscript(_)
                | Inline::Quote(_)
                | Inline::Span { .. }
        );
        // Notes stand below a text, and these have none.
        if matches!(inline, Inline::Note(_)) {
            continue;
        }
        match inline.inner_mut() {
            Some(inner) if stays => {
                let unwrapped = std::mem::take(inner);
                unwrap_styles(unwrapped, inner);
                into.push(inline);
            }
            Some(inner) => unwrap_styles(std::mem::take(inner), into),
            None => into.push(inline),
        }
    }
}

/// Turns a tree into the model.
///
/// Its methods take places of the tree; they recurse as deep as the tree is, which is not deep.
struct Reader<'a> {
    tree: Tree<'a>,
    /// `None` where only words are wanted.
    cursor: Option<Cursor<'a>>,
    resolve: Resolve<'a>,
    /// The ids of footnotes that the text refers to.
    notes: Vec<&'a str>,
    /// Inside a poem, where a line's end is one.
    keeps_lines: Cell<bool>,
    removed: RefCell<Removed>,
}

impl<'a> Reader<'a> {
    fn new(cursor: Option<Cursor<'a>>, html: &str, stream: &'a str, resolve: Resolve<'a>) -> Self {
        let mut removed = Removed::default();
        let tree = Tree::read(stream, html, &mut removed);
        Self {
            notes: notes::ids(&tree),
            tree,
            cursor,
            resolve,
            keeps_lines: Cell::new(false),
            removed: RefCell::new(removed),
        }
    }

    fn remove(&self, what: &str) {
        self.removed.borrow_mut().add(what);
    }

    /// Leaves a note for each kind of thing that was left out.
    fn report(self) {
        if let Some(cursor) = self.cursor {
            for (what, count) in self.removed.into_inner().into_counts() {
                cursor.note(NoteKind::RemovedMarkup { what, count });
            }
        }
    }
}
