//! Plain text to paragraphs, for the fields that hold no markup.

use super::html;
use crate::model::block::Paragraph;
use crate::model::{Block, Inline, Text};

/// The paragraphs of a text: blank lines stand between them, and a line break inside one stays.
///
/// In a text without a blank line each line is a paragraph.
pub fn blocks(text: &str) -> Vec<Block> {
    read(text, str::to_owned)
}

/// The same for a text whose entities are to be decoded once.
pub fn decoded(text: &str) -> Vec<Block> {
    read(text, html::entities)
}

#[inline(never)]
fn read(source: &str, decode: fn(&str) -> String) -> Vec<Block> {
    let source = source.trim();
    let spaced = source.split('\n').any(|line| line.trim().is_empty());
    let mut blocks = Vec::new();
    let mut text = Text::new();
    for line in source.split('\n') {
        let line = line.trim();
        if (line.is_empty() || !spaced) && !text.is_empty() {
            blocks.push(paragraph(std::mem::take(&mut text)));
        }
        if line.is_empty() {
            continue;
        }
        if !text.is_empty() {
            text.push(Inline::Break);
        }
        text.push(Inline::plain(decode(line)));
    }
    if !text.is_empty() {
        blocks.push(paragraph(text));
    }
    blocks
}

fn paragraph(text: Text) -> Block {
    Block::Paragraph(Paragraph { text })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str) -> Vec<String> {
        let text = |block: &Block| match block {
            Block::Paragraph(paragraph) => paragraph
                .text
                .iter()
                .map(|inline| match inline {
                    Inline::Break => "/",
                    other => other.own_words(),
                })
                .collect(),
            other => panic!("{other:?}"),
        };
        blocks(source).iter().map(text).collect()
    }

    #[test]
    fn blank_lines_or_else_lines_part_paragraphs() {
        assert_eq!(
            texts("One.\r\n\r\n Two,\r\nthree.\n \nFour."),
            ["One.", "Two,/three.", "Four."]
        );
        assert_eq!(texts("\nOne.\nTwo.\n"), ["One.", "Two."]);
        assert_eq!(texts(" \n "), Vec::<String>::new());
    }

    #[test]
    fn a_sign_of_markup_is_a_character_like_any_other() {
        assert_eq!(texts("1 < 2 & <b>3</b>"), ["1 < 2 & <b>3</b>"]);
    }
}
