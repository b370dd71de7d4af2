//! A picture that does not come leaves its alternative text in a box of the same size: `failed_picture.js`.

use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen(module = "/src/aids/failed_picture.js")]
extern "C" {
    #[wasm_bindgen(js_name = watchPictures)]
    pub fn start(root: &Element);
}
