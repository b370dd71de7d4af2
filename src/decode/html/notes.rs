//! Footnotes: items of a list that the text points to, and that point back to it.

use super::names::{Attribute, Tag};
use super::tree::Tree;

/// More notes than these are left as the list they are.
const MOST: usize = 1000;

/// The ids of the items that are footnotes.
#[inline(never)]
pub fn ids<'a>(tree: &Tree<'a>) -> Vec<&'a str> {
    let mut references = Vec::new();
    let mut ids = Vec::new();
    for at in tree.all() {
        let id = fragment(tree, at);
        if !id.is_empty() && references.len() < MOST {
            references.push(id);
        }
    }
    if references.is_empty() {
        return ids;
    }
    for at in tree.all() {
        if tree.tag(at) == Tag::Item && ids.len() < MOST {
            let id = tree.value(at, Attribute::Id);
            let points_back = |inner: usize| !matches!(fragment(tree, inner), back if back.is_empty() || back == id);
            if references.contains(&id) && tree.inside(at).any(points_back) {
                ids.push(id);
            }
        }
    }
    ids
}

/// Where a link inside the document leads; empty for everything else.
#[inline(never)]
pub fn fragment<'a>(tree: &Tree<'a>, at: usize) -> &'a str {
    match tree.tag(at) {
        Tag::Anchor => tree
            .value(at, Attribute::Href)
            .trim_ascii_start()
            .strip_prefix('#')
            .unwrap_or_default(),
        _ => "",
    }
}
