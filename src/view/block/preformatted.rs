use super::View;
use crate::model::block::Preformatted;

pub fn preformatted(view: &mut View<'_>, block: &Preformatted) {
    // It may be wider than the page, and then scrolls by keyboard.
    view.open("pre.av-preformatted@tabindex=0@role=group");
    view.label("preformatted");
    view.open("span");
    view.theirs();
    view.text(&block.text);
    view.close();
    view.close();
}
