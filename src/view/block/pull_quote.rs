use super::quote::cite;
use crate::model::block::PullQuote;
use crate::view::{Node, el, inline};

pub fn pull_quote(quote: PullQuote) -> Node {
    let text = el("blockquote").child(el("p").children(inline::nodes(quote.text)));
    el("figure")
        .class("av-pull-quote")
        .child(text)
        .children(cite(quote.cite))
        .into()
}
