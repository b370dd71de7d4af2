use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/host/platform.js")]
extern "C" {
    #[wasm_bindgen(js_name = parseHtml)]
    fn parse_html(html: &str, elements: &str, attributes: &str) -> String;
}

pub fn parse(html: &str, elements: &str, attributes: &str) -> String {
    parse_html(html, elements, attributes)
}
