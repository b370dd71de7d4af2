//! A picture that does not come leaves its alternative text in a box of the same size.

use web_sys::Element;

use crate::browser::delegate::{Listener, target};
use crate::browser::page;

pub fn start(root: &Element) -> Listener {
    // `error` does not bubble, so it is caught on its way down.
    Listener::new(root, "error", true, |event| {
        if let Some(picture) = target(&event).filter(|target| target.tag_name() == "IMG") {
            fail(&picture);
        }
    })
}

fn fail(picture: &Element) {
    let Ok(Some(frame)) = picture.closest(".av-picture") else {
        // A small picture beside words that say the same just goes.
        page::set(picture, "hidden", "");
        return;
    };
    if frame.has_attribute("data-state") {
        return;
    }
    let alt = picture.get_attribute("alt").unwrap_or_default();
    page::set(&frame, "data-state", "failed");
    page::set(picture, "hidden", "");
    if !alt.is_empty() {
        page::append_text(&frame, "av-picture__alt", &alt);
    }
}
