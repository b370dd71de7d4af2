use super::View;
use crate::model::block::Preformatted;

pub fn preformatted(view: &mut View<'_>, block: &Preformatted) {
    view.open("pre.av-preformatted");
    // It may be wider than the page, and then scrolls by keyboard.
    view.attr("tabindex", "0");
    view.attr("role", "group");
    view.label("preformatted");
    view.text(&block.text);
    view.close();
}
