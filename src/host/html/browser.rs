use std::cell::Cell;

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/host/platform.js")]
extern "C" {
    #[wasm_bindgen(js_name = parseHtml)]
    fn parse_html(html: &str, elements: &str, attributes: &str) -> String;
}

thread_local! {
    static REFUSED: Cell<bool> = const { Cell::new(false) };
}

pub fn parse(html: &str, elements: &str, attributes: &str) -> String {
    let stream = parse_html(html, elements, attributes);
    // A document that was parsed has at least its root.
    if stream.is_empty() {
        REFUSED.set(true);
    }
    stream
}

pub fn was_refused() -> bool {
    REFUSED.take()
}
