use super::{View, field_if_any};
use crate::model::block::Code;
use crate::view::figure;

pub fn code(view: &mut View<'_>, code: &Code) {
    view.open("figure.av-code>div.av-code__bar");
    field_if_any(view, "span.av-code__language", &code.language);
    view.open("button.av-button av-code__copy@type=button@data-action=copy");
    let words = view.words;
    view.attr("data-done", words.text("copied"));
    view.say("span", "copy");
    view.close();
    view.close();
    // It may be wider than the page, and then scrolls by keyboard.
    view.open("pre.av-code__text@tabindex=0@role=group");
    view.label("code");
    view.open("code@dir=ltr@translate=no");
    view.text(&code.text);
    view.close();
    view.close();
    figure::caption(view, "caption_other", &code.caption, &[]);
    view.close();
}
