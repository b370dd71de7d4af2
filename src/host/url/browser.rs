use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/host/platform.js")]
extern "C" {
    #[wasm_bindgen(js_name = resolveUrl)]
    fn resolve_url(input: &str, base: Option<&str>) -> Option<String>;
}

pub fn resolve(input: &str, base: Option<&str>) -> Option<String> {
    resolve_url(input, base)
}
