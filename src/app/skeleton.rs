//! What stands on the screen while the article is on its way: the same as in the shell of `index.html`.

use crate::view::masthead::masthead;
use crate::view::{Node, Words, el};

pub fn skeleton(words: &Words, slow: bool) -> Node {
    let bones = [
        "av-skeleton__headline",
        "av-skeleton__line",
        "av-skeleton__picture",
        "av-skeleton__line",
        "av-skeleton__line",
    ];
    let bones = bones.into_iter().map(|class| el("div").class(class).into());
    let slow = slow.then(|| {
        let cancel = el("button")
            .attr("type", "button")
            .class("av-button")
            .attr("data-action", "cancel")
            .text(words.text("cancel"));
        el("div")
            .class("av-slow")
            .child(el("p").text(words.text("loading_slow")))
            .child(cancel)
            .into()
    });
    let main = el("main").children(slow).child(
        el("div")
            .class("av-skeleton")
            .attr("aria-hidden", "true")
            .children(bones),
    );
    el("div")
        .class("av-screen")
        .child(masthead(None))
        .child(main)
        .into()
}
