//! A button copies the program beside it: `copy.js`.

use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen(module = "/src/aids/copy.js")]
extern "C" {
    #[wasm_bindgen(js_name = watchCopying)]
    pub fn start(root: &Element);
}
