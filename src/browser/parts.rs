//! The parts of the program that not every article needs; a release keeps each in a file of its own.

use wasm_bindgen::prelude::*;

use super::page::Ear;

#[wasm_bindgen(inline_js = r#"
export function bringPart(part, hear) {
  const detail = { part, needed: true };
  dispatchEvent(new CustomEvent("article-viewer-part", { detail }));
  detail.coming.then(() => hear(part), () => hear("no_" + part));
}
"#)]
extern "C" {
    /// Has the parts up to this one brought (`src/start.js`), unless they are there; `ear` hears its name when they are,
    /// or `no_` and its name.
    #[wasm_bindgen(js_name = bringPart)]
    pub fn bring(part: &str, ear: &Ear);
}
