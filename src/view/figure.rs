//! A picture with its caption and credit.

use super::picture::{self, Loading};
use super::{Node, Words, block, el, inline};
use crate::model::block::{Display, Figure};
use crate::model::{Block, Text};

/// The lead image: wider than the text, and fetched before anything else.
pub fn lead(lead: Block, words: &Words) -> Node {
    match lead {
        Block::Figure(lead) => {
            let display = match lead.display {
                Display::Full => Display::Full,
                Display::Inline | Display::Supporting | Display::Wide => Display::Wide,
            };
            let node = node(Figure { display, ..lead }, Loading::First, words);
            el("div").class("av-lead").child(node).into()
        }
        other => el("div")
            .class("av-lead")
            .children(block::nodes(vec![other], words, 1))
            .into(),
    }
}

pub fn figure(figure: Figure, words: &Words) -> Node {
    node(figure, Loading::Lazy, words)
}

fn node(figure: Figure, loading: Loading, words: &Words) -> Node {
    let frame = picture::framed(figure.image, figure.display, loading);
    let frame: Node = match figure.link {
        Some(link) => el("a")
            .attr("href", link.href().to_owned())
            .child(frame)
            .into(),
        None => frame.into(),
    };
    el("figure")
        .class("av-figure")
        .attr("data-display", figure.display.word())
        .child(frame)
        .children(caption(figure.caption, figure.credit, words))
        .into()
}

/// Caption and credit apart, with hidden words that tell a screen reader which is which.
///
/// The words of the article stand in a `bdi`, so that the hidden ones, in the reader's language, do not set its direction.
pub fn caption(caption: Text, credit: Text, words: &Words) -> Option<Node> {
    if caption.is_empty() && credit.is_empty() {
        return None;
    }
    let part = |text: Text, class, key| {
        let label = el("span").class("av-hidden").text(words.text(key));
        (!text.is_empty()).then(|| {
            el("span")
                .class(class)
                .child(label)
                .child(el("bdi").children(inline::nodes(text)))
        })
    };
    let caption = part(caption, "av-caption__text", "caption").map(Node::from);
    let credit = part(credit, "av-caption__credit", "credit").map(Node::from);
    let space = (caption.is_some() && credit.is_some()).then(|| Node::text(" "));
    Some(
        el("figcaption")
            .class("av-caption")
            .children([caption, space, credit].into_iter().flatten())
            .into(),
    )
}
