use super::{View, field_if_any};
use crate::model::block::Code;
use crate::view::figure;

pub fn code(view: &mut View<'_>, code: &Code) {
    view.open("figure.av-code");
    view.open("div.av-code__bar");
    field_if_any(view, "span.av-code__language", &code.language);
    view.open_button("button.av-button av-code__copy", "copy");
    let words = view.words;
    view.attr("data-done", words.text("copied"));
    view.say("span", "copy");
    view.close();
    view.close();
    view.open("pre.av-code__text");
    // It may be wider than the page, and then scrolls by keyboard.
    view.attr("tabindex", "0");
    view.attr("role", "group");
    view.label("code");
    view.open("code");
    view.attr("dir", "ltr");
    view.attr("translate", "no");
    view.text(&code.text);
    view.close();
    view.close();
    figure::caption(view, &code.caption, &[]);
    view.close();
}
