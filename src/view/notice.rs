//! What a reader must know before or instead of reading.

use super::View;
use crate::model::{Notice, NoticeKind};

pub fn notice(view: &mut View<'_>, notice: &Notice) {
    view.open("div.av-notice");
    view.attr("role", "note");
    view.attr("data-notice", notice.kind.word());
    view.open("p");
    view.message(&notice.message, key(notice.kind));
    if let Some(link) = &notice.link {
        let call = view
            .words
            .with("notice_link", "host", link.host().unwrap_or(link.href()));
        view.text(" ");
        view.open("a.av-notice__link");
        view.attr("href", link.href());
        view.tell("bdi", &call);
        view.close();
    }
    view.close();
    view.close();
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
