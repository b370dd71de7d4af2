//! The body: the blocks in their order, and what becomes of too many.

use super::{Node, Words, block, el};
use crate::model::{Block, Inline};

/// The body, and the blocks beyond `most`.
pub fn body(
    mut blocks: Vec<Block>,
    dateline: Option<String>,
    words: &Words,
    headline_level: u8,
    most: usize,
) -> (Node, Vec<Block>) {
    let rest = blocks.split_off(blocks.len().min(most));
    if let Some(dateline) = dateline {
        blocks = with_dateline(blocks, dateline);
    }
    (part(blocks, !rest.is_empty(), words, headline_level), rest)
}

/// The next part of a body that was too long, to stand after the last one; and what still remains.
pub fn more(
    mut blocks: Vec<Block>,
    words: &Words,
    headline_level: u8,
    most: usize,
) -> (Node, Vec<Block>) {
    let rest = blocks.split_off(blocks.len().min(most));
    (part(blocks, !rest.is_empty(), words, headline_level), rest)
}

fn part(blocks: Vec<Block>, has_rest: bool, words: &Words, headline_level: u8) -> Node {
    el("div")
        .class("av-body")
        .children(block::nodes(blocks, words, headline_level))
        .children(has_rest.then(|| rest_notice(words)))
        .into()
}

fn rest_notice(words: &Words) -> Node {
    let button = el("button")
        .attr("type", "button")
        .class("av-button")
        .attr("data-action", "more")
        .text(words.text("rest_show"));
    el("div")
        .class("av-rest")
        .child(el("p").text(words.text("rest_hidden")))
        .child(button)
        .into()
}

/// Newspapers set the place in front of the first words.
fn with_dateline(mut blocks: Vec<Block>, dateline: String) -> Vec<Block> {
    let mut line = vec![
        Inline::Strong(vec![Inline::Plain(dateline)]),
        Inline::plain(" \u{2014} "),
    ];
    if let Some(Block::Paragraph(first)) = blocks.first_mut() {
        line.append(&mut first.text);
        first.text = line;
    }
    blocks
}
