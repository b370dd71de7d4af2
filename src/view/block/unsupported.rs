use super::View;
use crate::model::block::Unsupported;

/// A quiet notice in place of a block that the viewer does not know, with what can be read of it.
pub fn unsupported(view: &mut View<'_>, block: &Unsupported) {
    view.open("div.av-unsupported");
    view.attr("role", "note");
    view.open("p.av-unsupported__sentence");
    view.ours();
    let words = view.words;
    view.isolated(words.text("unsupported"));
    view.text(" ");
    view.open("code");
    view.isolated(&block.kind);
    view.close();
    view.close();
    if !block.text.is_empty() {
        view.open("p");
        view.isolated(&block.text);
        view.close();
    }
    view.close();
}
