//! Footnotes: items of a list that the text points to, and that point back to it.

use super::names::{Attribute, Tag};
use super::tree::Tree;

/// More notes than these are left as the list they are.
const MOST: usize = 1000;

/// The ids of the items that are footnotes.
pub fn ids<'a>(tree: &Tree<'a>) -> Vec<&'a str> {
    let mut references = Vec::new();
    for at in tree.all() {
        if let Some(id) = fragment(tree, at)
            && references.len() < MOST
        {
            references.push(id);
        }
    }
    let mut ids = Vec::new();
    if references.is_empty() {
        return ids;
    }
    for at in tree.all() {
        if tree.tag(at) == Some(Tag::Item)
            && ids.len() < MOST
            && let Some(id) = tree.attribute(at, Attribute::Id)
            && references.contains(&id)
            && tree
                .inside(at)
                .any(|inner| fragment(tree, inner).is_some_and(|back| back != id))
        {
            ids.push(id);
        }
    }
    ids
}

/// Where a link inside the document leads.
pub fn fragment<'a>(tree: &Tree<'a>, at: usize) -> Option<&'a str> {
    if tree.tag(at) != Some(Tag::Anchor) {
        return None;
    }
    let id = tree
        .attribute(at, Attribute::Href)?
        .trim_start()
        .strip_prefix('#')?;
    (!id.is_empty()).then_some(id)
}
