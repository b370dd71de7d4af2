//! What stands on the screen while the article is on its way: the same as in the shell of `index.html`.

use crate::view::{Node, Out, Words, masthead};

pub fn skeleton(words: &Words, slow: bool) -> Node {
    let out = &mut Out::default();
    out.open("div.av-screen");
    masthead::masthead(out, None, "", words);
    out.open("main");
    if slow {
        out.open("div.av-slow");
        out.leaf("p", words.text("loading_slow"));
        out.open("button.av-button");
        out.attr("type", "button");
        out.attr("data-action", "cancel");
        out.text(words.text("cancel"));
        out.close();
        out.close();
    }
    out.leaf("h1.av-skeleton", words.text("loading"));
    out.close();
    out.close();
    std::mem::take(out).into()
}
