//! The headline: the one top heading of an article.

use super::{Node, Words, el, inline};
use crate::model::Text;

/// An article without a headline still has its heading, for those who navigate by headings.
pub fn headline(text: Text, level: u8, words: &Words) -> Node {
    let heading = el(tag(level)).class("av-headline").attr("tabindex", "-1");
    if text.is_empty() {
        return heading
            .attr("data-state", "untitled")
            .text(words.text("article"))
            .into();
    }
    heading.children(inline::nodes(text)).into()
}

/// The element of a heading; ranks outside 1 to 6 are the nearest one.
pub fn tag(level: u8) -> &'static str {
    match level {
        0 | 1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        6.. => "h6",
    }
}
