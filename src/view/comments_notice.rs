//! Whether readers may answer: a calm line below the text, never an error.

use super::View;
use crate::model::{Comments, CommentsState};

/// The publisher's own message wins; comments that were never offered are mentioned only by such a message.
pub fn comments_notice(view: &mut View<'_>, comments: &Comments) {
    let (key, call) = match comments.state {
        CommentsState::Open => ("comments_open", "comments_open_link"),
        CommentsState::Moderated => ("comments_moderated", "comments_open_link"),
        CommentsState::Closed => ("comments_closed", "comments_read"),
        CommentsState::Off if comments.message.is_none() => return,
        CommentsState::Off => ("comments", "comments_read"),
    };
    view.open("div.av-comments");
    view.attr("data-comments", comments.state.word());
    view.attr("role", "note");
    view.label("comments");
    view.open("p.av-comments__message");
    view.message(&comments.message, key);
    view.close();
    if let Some(count) = comments.count.filter(|count| *count > 0) {
        let count = view.words.count("comments_count", count);
        view.open("p.av-comments__count");
        view.tell("span", &count);
        view.close();
    }
    if let Some(link) = &comments.link {
        view.open("a.av-comments__link");
        view.attr("href", link.href());
        view.say("span", call);
        view.close();
    }
    view.close();
}
