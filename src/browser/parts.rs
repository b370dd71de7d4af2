//! The parts of the program that not every article needs; a release keeps each in a file of its own.
//!
//! `src/start.js` brings them, and `http.js` beside this file waits for them as it waits for articles.

use wasm_bindgen::prelude::*;

use super::page::Ear;

#[wasm_bindgen(module = "/src/browser/http.js")]
extern "C" {
    /// Has this part and those it needs brought, unless they are there; `ear` hears `word` when they are, or `no_` and the
    /// word; before that `waiting` and `slow`. Whoever brings another part hears only of that one.
    #[wasm_bindgen(js_name = bringPart)]
    pub fn bring(part: &str, word: &str, ear: &Ear);

    /// The same for what nobody waits for: `ear` hears nothing but `word`, and only when the part is there.
    #[wasm_bindgen(js_name = bringQuietly)]
    pub fn bring_quietly(part: &str, word: &str, ear: &Ear);

    /// Has the page say that a part of it is missing, which ends the viewer: there is nothing to say it with here.
    #[wasm_bindgen(js_name = sayIncomplete)]
    pub fn say_incomplete();
}
