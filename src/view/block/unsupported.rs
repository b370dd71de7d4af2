use crate::model::block::Unsupported;
use crate::view::article::isolated;
use crate::view::{Node, Words, el};

/// A quiet notice in place of a block that the viewer does not know, with what can be read of it.
pub fn unsupported(block: Unsupported, words: &Words) -> Node {
    let kind = el("code").child(isolated(block.kind));
    let sentence = el("p")
        .class("av-unsupported__sentence")
        .child(isolated(words.text("unsupported")))
        .text(" ")
        .child(kind);
    let text = (!block.text.is_empty()).then(|| el("p").child(isolated(block.text)).into());
    el("div")
        .class("av-unsupported")
        .attr("role", "note")
        .child(sentence)
        .children(text)
        .into()
}
