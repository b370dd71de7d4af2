use super::nodes;
use crate::model::Text;
use crate::model::block::Quote;
use crate::view::{Node, Words, el, inline};

pub fn quote(quote: Quote, words: &Words) -> Node {
    let blocks = el("blockquote").children(nodes(quote.blocks, words, 2));
    el("figure")
        .class("av-quote")
        .child(blocks)
        .children(cite(quote.cite))
        .into()
}

/// Whose words they are, below a quote.
pub fn cite(text: Text) -> Option<Node> {
    (!text.is_empty()).then(|| {
        el("figcaption")
            .class("av-cite")
            .attr("dir", "auto")
            .children(inline::nodes(text))
            .into()
    })
}
