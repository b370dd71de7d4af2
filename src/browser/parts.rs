//! The parts of the program that not every article needs; a release keeps each in a file of its own.

use wasm_bindgen::prelude::*;

use super::page::Ear;

#[wasm_bindgen(inline_js = r#"
export function bringPart(part, word, hear) {
  const detail = { part, needed: part === word };
  dispatchEvent(new CustomEvent("article-viewer-part", { detail }));
  detail.coming.then(() => hear(word), () => hear("no_" + word));
}
"#)]
extern "C" {
    /// Has this part and those it needs brought (`src/start.js`), unless they are there; `ear` hears `word` when they are,
    /// or `no_` and the word.
    #[wasm_bindgen(js_name = bringPart)]
    pub fn bring(part: &str, word: &str, ear: &Ear);
}
