//! The parts of the program that not every article needs; a release keeps each in a file of its own.

use wasm_bindgen::prelude::*;

use super::page::Ear;

#[wasm_bindgen(inline_js = r#"
export function bringPart(part, hear) {
  const detail = { part };
  dispatchEvent(new CustomEvent("article-viewer-part", { detail }));
  detail.coming.then(() => hear("part"), () => hear("no_part"));
}
"#)]
extern "C" {
    /// Has the parts up to this one brought (`src/start.js`), unless they are there; `ear` hears `part` when they are, or
    /// `no_part`. The first part beside the program itself is 1.
    #[wasm_bindgen(js_name = bringPart)]
    pub fn bring(part: u32, ear: &Ear);
}
