//! The headline: the one top heading of an article.

use super::{View, inline};
use crate::model::Inline;

/// An article without a headline still has its heading, for those who navigate by headings.
pub fn headline(view: &mut View<'_>, text: &[Inline]) {
    let shape = HEADLINES[rank(view.headline)];
    view.open(shape);
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

const HEADLINES: [&str; 6] = [
    "h1.av-headline",
    "h2.av-headline",
    "h3.av-headline",
    "h4.av-headline",
    "h5.av-headline",
    "h6.av-headline",
];

/// The place of a heading of this level in a list of six; levels outside 1 to 6 are the nearest one.
pub fn rank(level: u8) -> usize {
    usize::from(level.clamp(1, 6)) - 1
}
