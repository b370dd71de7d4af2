use super::View;
use crate::model::block::Preformatted;

pub fn preformatted(view: &mut View<'_>, block: &Preformatted) {
    view.open("pre.av-preformatted");
    // A drawing of letters or a telegram runs as its letters do, whatever the article does.
    view.attr("dir", "auto");
    // It may be wider than the page, and then scrolls by keyboard.
    view.attr("tabindex", "0");
    view.attr("role", "group");
    view.label("preformatted");
    view.open("span");
    view.theirs();
    view.text(&block.text);
    view.close();
    view.close();
}
