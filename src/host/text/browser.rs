use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/host/platform.js")]
extern "C" {
    #[wasm_bindgen(js_name = decodeBytes)]
    fn decode_bytes(bytes: &[u8]) -> String;
}

pub fn decode(bytes: &[u8]) -> String {
    decode_bytes(bytes)
}
