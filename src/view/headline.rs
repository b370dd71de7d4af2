//! The headline: the one top heading of an article.

use super::{View, inline};
use crate::model::Inline;

/// An article without a headline still has its heading, for those who navigate by headings.
pub fn headline(view: &mut View<'_>, text: &[Inline]) {
    let tag = TAGS[rank(view.headline)];
    view.element(tag, "av-headline");
    view.attr("tabindex", "-1");
    if text.is_empty() {
        view.attr("data-state", "untitled");
        view.ours();
        let words = view.words;
        view.text(words.text("article"));
    }
    inline::inlines(view, text);
    view.close();
}

/// The elements of the six levels.
pub const TAGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

/// The place of a heading of this level in a list of six; levels outside 1 to 6 are the nearest one.
pub fn rank(level: u8) -> usize {
    usize::from(level.clamp(1, 6)) - 1
}
