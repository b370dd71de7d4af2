use super::{Ranks, View, blocks, inline, open_heading};
use crate::host::text::concat;
use crate::model::block::Post;
use crate::model::{Block, Timestamp};
use crate::view::byline;

/// Posts in a row, those that are pinned first.
pub fn posts(view: &mut View<'_>, run: &[Block]) {
    for pinned in [true, false] {
        for block in run {
            if let Block::Post(part) = block
                && part.pinned == pinned
            {
                post(view, part);
            }
        }
    }
}

fn post(view: &mut View<'_>, post: &Post) {
    let ranks = Ranks::of(view);
    // A pinned post often stands in its old place as well; only the first has the address.
    let id = post
        .id
        .as_deref()
        .map(anchor)
        .filter(|id| !view.counts.posts.contains(id));
    view.open("section.av-post");
    if let Some(id) = &id {
        view.attr("id", id);
        view.counts.posts.push(id.clone());
    }
    if post.key {
        view.attr("data-key", "");
    }
    if post.pinned {
        view.attr("data-pinned", "");
    }
    if post.key || post.pinned {
        view.open("p.av-post__marks");
        for (is, shape, key) in [
            (post.pinned, "span.av-post__pinned", "post_pinned"),
            (post.key, "span.av-post__key", "post_key"),
        ] {
            if is {
                view.say(shape, key);
            }
        }
        view.close();
    }
    if post.title.is_empty() {
        if post.published.is_some() {
            open_heading(view, 2, "av-post__title");
            times(view, post, id.as_deref());
            view.close();
            Ranks::below_last(view);
        }
    } else {
        if post.published.is_some() || post.updated.is_some() {
            view.open("p.av-post__time");
            times(view, post, id.as_deref());
            view.close();
        }
        open_heading(view, 2, "av-post__title");
        inline::inlines(view, &post.title);
        view.close();
        Ranks::below_last(view);
    }
    if let Some(author) = &post.author {
        view.open("p.av-post__author");
        byline::name(view, author);
        view.close();
    }
    view.open("div.av-post__body");
    blocks(view, &post.blocks);
    view.close();
    view.close();
    ranks.restore(view);
}

/// When it was written, as a link to itself where it has an address, and when it was changed.
fn times(view: &mut View<'_>, post: &Post, id: Option<&str>) {
    if let Some(published) = &post.published {
        if let Some(id) = id {
            view.open("a.av-post__link");
            view.attr("href", &concat(&["#", id]));
        }
        byline::time(view, published);
        if id.is_some() {
            view.close();
        }
    }
    let later = |updated: &&Timestamp| {
        post.published
            .as_ref()
            .is_none_or(|published| updated.is_after(published))
    };
    if let Some(updated) = post.updated.as_ref().filter(later) {
        view.text(" ");
        byline::date(view, "span.av-post__updated", "updated", updated);
    }
}

fn anchor(id: &str) -> String {
    let mut anchor = String::from("av-post-");
    for c in id.chars().take(80) {
        let plain = c.is_ascii_alphanumeric() || c == '_';
        anchor.push(if plain { c } else { '-' });
    }
    anchor
}
