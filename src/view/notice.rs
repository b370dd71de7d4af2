//! What a reader must know before or instead of reading.

use super::article::isolated;
use super::{Node, Words, el};
use crate::model::{Notice, NoticeKind};

pub fn notice(notice: Notice, words: &Words) -> Node {
    let sentence = match notice.message {
        Some(message) => isolated(message),
        None => isolated(words.text(key(notice.kind))),
    };
    let link = notice.link.map(|link| {
        let host = link.host().unwrap_or_else(|| link.href()).to_owned();
        el("a")
            .class("av-notice__link")
            .attr("href", link.href().to_owned())
            .child(isolated(words.with("notice_link", "host", &host)))
            .into()
    });
    el("div")
        .class("av-notice")
        .attr("role", "note")
        .attr("data-notice", notice.kind.word())
        .child(
            el("p").child(sentence).children(
                link.map(|link| [Node::text(" "), link])
                    .into_iter()
                    .flatten(),
            ),
        )
        .into()
}

fn key(kind: NoticeKind) -> &'static str {
    match kind {
        NoticeKind::Gated => "notice_gated",
        NoticeKind::Password => "notice_password",
        NoticeKind::Withdrawn => "notice_withdrawn",
        NoticeKind::Embargoed => "notice_embargoed",
        NoticeKind::Draft => "notice_draft",
        NoticeKind::Elsewhere => "notice_elsewhere",
    }
}
