//! What stands inside a line.

use super::{Element, Node, el};
use crate::model::{Inline, Text};

pub fn nodes(text: Text) -> impl Iterator<Item = Node> {
    text.into_iter().map(node)
}

fn node(inline: Inline) -> Node {
    let around = |element: Element, text: Text| element.children(nodes(text)).into();
    match inline {
        Inline::Plain(text) => Node::text(text),
        Inline::Strong(text) => around(el("strong"), text),
        Inline::Emphasis(text) => around(el("em"), text),
        Inline::Link { to, text } => around(el("a").attr("href", to.href().to_owned()), text),
        Inline::Code(code) => el("code").text(code).into(),
        Inline::Subscript(text) => around(el("sub"), text),
        Inline::Superscript(text) => around(el("sup"), text),
        Inline::Quote(text) => around(el("q"), text),
        Inline::Span {
            language,
            direction,
            text,
        } => {
            let span = el(if direction.is_some() { "bdi" } else { "span" })
                .maybe("lang", language.map(|language| language.tag().to_owned()))
                .maybe("dir", direction.map(|direction| direction.html()));
            around(span, text)
        }
        Inline::Break => el("br").into(),
    }
}
