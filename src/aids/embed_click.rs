//! A player of another site is loaded only when the reader asks for it: `embed_click.js`.

use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen(module = "/src/aids/embed_click.js")]
extern "C" {
    #[wasm_bindgen(js_name = watchEmbeds)]
    pub fn start(root: &Element);
}
