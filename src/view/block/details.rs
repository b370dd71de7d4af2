use super::{View, blocks, inline};
use crate::model::block::Details;

pub fn details(view: &mut View<'_>, details: &Details) {
    view.open("details.av-details");
    if details.open {
        view.attr("open", "");
    }
    view.open("summary.av-details__summary");
    if details.summary.is_empty() {
        view.say("span", "more");
    }
    inline::inlines(view, &details.summary);
    view.close();
    view.open("div.av-details__body");
    blocks(view, &details.blocks);
    view.close();
    view.close();
}
