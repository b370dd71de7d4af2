use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/host/nodes.js")]
extern "C" {
    #[wasm_bindgen(js_name = buildNode)]
    fn build_node(script: &str) -> web_sys::Node;
    #[wasm_bindgen(js_name = forgetNode)]
    fn forget_node(node: &web_sys::Node);
}

pub fn build(script: &str) -> web_sys::Node {
    build_node(script)
}

pub fn forget(node: &web_sys::Node) {
    forget_node(node);
}
