//! The door through which JavaScript asks the program: `src/start.js` for the page, `src/element` for elements.
//!
//! One function that takes and gives texts: each further one would cost both sides its own names and conversions.

use std::cell::Cell;

use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// What answers: a command with [`super::page::BETWEEN`] between its words, the bytes and the element that it is about.
pub type Answer = fn(&str, &[u8], Option<HtmlElement>) -> String;

thread_local! {
    static ANSWER: Cell<Option<Answer>> = const { Cell::new(None) };
}

/// From now on `answer` is asked.
pub fn answer_with(answer: Answer) {
    ANSWER.set(Some(answer));
}

/// Asks the program.
#[wasm_bindgen(js_name = askViewer)]
pub fn ask(command: &str, bytes: &[u8], root: Option<HtmlElement>) -> String {
    ANSWER
        .get()
        .map(|answer| answer(command, bytes, root))
        .unwrap_or_default()
}
