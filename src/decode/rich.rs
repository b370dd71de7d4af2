//! Rich text as trees of nodes, in documents whose fields have names of their editors' own choice.
//!
//! Portable Text and Contentful are two dialects of one idea: what they share stands here, once. A dialect says what a
//! reference leads to and how its text is read; the usual names of fields, the usual kinds of parts and the nesting of
//! marks are the same. What is text stays text: nothing here is ever read as HTML.

pub mod marks;
pub mod names;
pub mod parts;

use super::{Cursor, fields};
use crate::json::Json;
use crate::model::block::{Heading, Paragraph, PullQuote};
use crate::model::inline::plain_text;
use crate::model::{Article, Block, Inline, Text};

/// What two formats of this kind differ in.
pub struct Dialect {
    /// What a value stands for: itself, what it refers to, its words in one language. `None`, with a note, for what the
    /// document does not hold; a list is itself, and so are its items until they are asked for.
    pub resolve: for<'a> fn(Cursor<'a>) -> Option<Cursor<'a>>,
    /// Whether a value is rich text.
    pub is_rich: fn(&Json) -> bool,
    /// Adds the blocks of a rich text.
    pub blocks: fn(Cursor<'_>, &mut Vec<Block>),
    /// The same without its pictures and other parts, for places that hold words only. What is in a part has words of its
    /// own: were they read as parts again, parts in parts would be read over and over, or without an end.
    pub words: fn(Cursor<'_>, &mut Vec<Block>),
    /// The object that holds the address of the file that this is.
    pub file: for<'a> fn(Cursor<'a>) -> Option<Cursor<'a>>,
}

/// Whether something has a meaning where it was found.
type Fits = fn(Cursor<'_>, &Dialect) -> bool;

pub fn is_any(_: Cursor<'_>, _: &Dialect) -> bool {
    true
}

/// Something to read: a text, or rich text.
pub fn is_readable(from: Cursor<'_>, dialect: &Dialect) -> bool {
    match from.value() {
        Json::Text(text) => !text.trim().is_empty(),
        Json::Number(_) => true,
        other => (dialect.is_rich)(other),
    }
}

/// The first member with something in it that `fits` among `addresses`, like [`Cursor::first`], but through references.
#[inline(never)]
pub fn find<'a>(
    from: Cursor<'a>,
    dialect: &Dialect,
    addresses: &str,
    fits: Fits,
) -> Option<Cursor<'a>> {
    addresses.split('|').find_map(|address| {
        let (name, inside) = address.split_once('.').unwrap_or((address, ""));
        let mut found = (dialect.resolve)(from.first(name)?)?;
        if !inside.is_empty() {
            found = (dialect.resolve)(found.one())?.first(inside)?;
            found = (dialect.resolve)(found)?;
        }
        fits(found, dialect).then_some(found)
    })
}

/// A text as it stands: one that is nothing but the space between two words is a text too.
#[inline(never)]
pub fn verbatim(from: Cursor<'_>) -> String {
    match from.value().as_str() {
        Some(words) => words.to_owned(),
        None => from.as_text().unwrap_or_default(),
    }
}

/// Leaves a note about a reference that leads nowhere.
#[inline(never)]
pub fn leads_nowhere(from: Cursor<'_>, id: &str) {
    fields::leave_out(from, id, "the data does not hold what it refers to");
}

/// A text or a rich text, as blocks.
#[inline(never)]
pub fn blocks(from: Cursor<'_>, dialect: &Dialect) -> Vec<Block> {
    let mut blocks = Vec::new();
    if (dialect.is_rich)(from.value()) {
        (dialect.blocks)(from, &mut blocks);
    } else if let Some(text) = from.as_text() {
        blocks = fields::paragraphs(&text);
    }
    blocks
}

/// The same in one run: between two paragraphs the line breaks.
#[inline(never)]
pub fn words(from: Cursor<'_>, dialect: &Dialect) -> Text {
    let mut text = Text::new();
    if (dialect.is_rich)(from.value()) {
        let mut blocks = Vec::new();
        (dialect.words)(from, &mut blocks);
        flatten(&mut blocks, &mut text);
    } else if let Some(words) = from.as_text() {
        text = marks::plain(&words);
    }
    text
}

/// The first readable of these members, as one run.
#[inline(never)]
pub fn words_at(from: Cursor<'_>, dialect: &Dialect, addresses: &str) -> Text {
    find(from, dialect, addresses, is_readable).map_or(Text::new(), |found| words(found, dialect))
}

/// The first readable of these members, as a text in one line.
#[inline(never)]
pub fn line_at(from: Cursor<'_>, dialect: &Dialect, addresses: &str) -> Option<String> {
    let words = plain_text(&words_at(from, dialect, addresses));
    let line = words.trim();
    (!line.is_empty()).then(|| line.to_owned())
}

/// The text of blocks in one run, for places that hold no blocks.
#[inline(never)]
#[allow(clippy::ptr_arg)] // A function of this shape is what `each_inner` wants.
pub fn flatten(blocks: &mut Vec<Block>, to: &mut Text) {
    for block in blocks {
        match block {
            Block::Paragraph(Paragraph { text })
            | Block::Heading(Heading { text, .. })
            | Block::PullQuote(PullQuote { text, .. }) => {
                if !to.is_empty() && !text.is_empty() {
                    to.push(Inline::Break);
                }
                to.append(text);
            }
            other => other.each_inner(&mut |inner| flatten(inner, to)),
        }
    }
}

/// A text alone has no headline but the heading it may begin with.
pub fn headline_from_heading(article: &mut Article) {
    if article.headline.is_empty()
        && let Some(Block::Heading(first)) = article.body.first_mut()
    {
        article.headline = std::mem::take(&mut first.text);
        article.body.remove(0);
    }
}

/// A heading by the word that both formats have for it, which ends in its level: `h2`, `heading-2`.
#[inline(never)]
pub fn heading(word: &str, before: &str, text: Text) -> Result<Block, Text> {
    match word.strip_prefix(before).map(str::as_bytes) {
        Some([level @ b'1'..=b'6']) => Ok(Block::Heading(Heading {
            level: (level - b'0').max(2),
            text,
        })),
        _ => Err(text),
    }
}

#[inline(never)]
pub fn paragraph(text: Text) -> Block {
    Block::Paragraph(Paragraph { text })
}
