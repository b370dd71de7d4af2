use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/host/platform.js")]
extern "C" {
    #[wasm_bindgen(js_name = decodeText)]
    fn decode_text(bytes: &[u8]) -> String;
}

pub fn decode(bytes: &[u8]) -> String {
    decode_text(bytes)
}
