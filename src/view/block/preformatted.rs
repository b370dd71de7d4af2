use super::View;
use crate::model::block::Preformatted;

pub fn preformatted(view: &mut View<'_>, block: &Preformatted) {
    // A drawing of letters or a telegram runs as its letters do, whatever the article does.
    // It may be wider than the page, and then scrolls by keyboard.
    view.open("pre.av-preformatted@dir=auto@tabindex=0@role=group");
    view.label("preformatted");
    view.open("span");
    view.theirs();
    view.text(&block.text);
    view.close();
    view.close();
}
