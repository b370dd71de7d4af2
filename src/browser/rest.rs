//! The part of the program that only other formats than ours need; a release keeps it in a file of its own.

use wasm_bindgen::prelude::*;

use super::page::Ear;

#[wasm_bindgen(inline_js = r#"
export function bringRest(hear) {
  const detail = {};
  dispatchEvent(new CustomEvent("article-viewer-rest", { detail }));
  detail.coming.then(() => hear("rest"), () => hear("no_rest"));
}
"#)]
extern "C" {
    /// Has the rest brought (`src/start.js`), unless it is there; `ear` hears `rest` when it is, or `no_rest`.
    #[wasm_bindgen(js_name = bringRest)]
    pub fn bring(ear: &Ear);
}
