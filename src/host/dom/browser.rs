use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/host/platform.js")]
extern "C" {
    #[wasm_bindgen(js_name = buildNode)]
    fn build_node(script: &str) -> web_sys::Node;
}

pub fn build(script: &str) -> web_sys::Node {
    build_node(script)
}
