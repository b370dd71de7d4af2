use super::{Ranks, View, blocks, inline, open_heading};
use crate::model::block::{BoxKind, BoxOut};

pub fn box_out(view: &mut View<'_>, part: &BoxOut) {
    let ranks = Ranks::of(view);
    view.open("section.av-box-out");
    view.attr("data-kind", part.kind.word());
    open_heading(view, 3, "av-box-out__title");
    if part.title.is_empty() {
        view.say("span", key(part.kind));
    }
    inline::inlines(view, &part.title);
    view.close();
    Ranks::below_last(view);
    blocks(view, &part.blocks);
    view.close();
    ranks.restore(view);
}

fn key(kind: BoxKind) -> &'static str {
    match kind {
        BoxKind::Summary => "box_summary",
        BoxKind::KeyPoints => "box_key_points",
        BoxKind::Info => "box_info",
        BoxKind::Disclaimer => "box_disclaimer",
    }
}
