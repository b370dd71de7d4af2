//! Whether readers may answer: a calm line below the text, never an error.

use super::article::isolated;
use super::{Node, Words, el};
use crate::model::{Comments, CommentsState};

/// The publisher's own message wins; comments that were never offered are mentioned only by such a message.
pub fn comments_notice(comments: Comments, words: &Words) -> Option<Node> {
    let (key, call) = match comments.state {
        CommentsState::Open => ("comments_open", "comments_open_link"),
        CommentsState::Moderated => ("comments_moderated", "comments_open_link"),
        CommentsState::Closed => ("comments_closed", "comments_read"),
        CommentsState::Off if comments.message.is_none() => return None,
        CommentsState::Off => ("comments", "comments_read"),
    };
    let message = match comments.message {
        Some(message) => isolated(message),
        None => isolated(words.text(key)),
    };
    let count = comments.count.filter(|count| *count > 0).map(|count| {
        el("p")
            .class("av-comments__count")
            .text(words.count("comments_count", count))
            .into()
    });
    let link = comments.link.map(|link| {
        el("a")
            .class("av-comments__link")
            .attr("href", link.href().to_owned())
            .text(words.text(call))
            .into()
    });
    let node = el("div")
        .class("av-comments")
        .attr("data-comments", comments.state.word())
        .attr("role", "note")
        .attr("aria-label", words.text("comments"))
        .child(el("p").class("av-comments__message").child(message))
        .children(count)
        .children(link);
    Some(node.into())
}
