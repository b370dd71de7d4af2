use super::nodes;
use crate::model::Block;
use crate::model::block::{List, ListItem};
use crate::view::{Node, Words, el, inline};

pub fn list(list: List, words: &Words) -> Node {
    let element = match list.start {
        Some(1) => el("ol"),
        Some(start) => el("ol").attr("start", start.to_string()),
        None => el("ul"),
    };
    element
        .class("av-list")
        .children(list.items.into_iter().map(|entry| item(entry, words)))
        .into()
}

/// An item of one paragraph needs no paragraph around its words.
fn item(mut item: ListItem, words: &Words) -> Node {
    let mut element = el("li");
    if let Some(Block::Paragraph(_)) = item.blocks.first()
        && let Block::Paragraph(first) = item.blocks.remove(0)
    {
        element = element.children(inline::nodes(first.text));
    }
    element.children(nodes(item.blocks, words, 2)).into()
}
