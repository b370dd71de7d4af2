//! What a panic has to say before the program is dead, for the guard outside it (`src/start.js`).

use std::panic;

use wasm_bindgen::prelude::*;

#[wasm_bindgen(inline_js = r#"
export function announcePanic(detail) {
  dispatchEvent(new CustomEvent("article-viewer-panic", { detail }));
}
"#)]
extern "C" {
    #[wasm_bindgen(js_name = announcePanic)]
    fn announce(message: &str);
}

/// From now on a panic is announced on the window as the event `article-viewer-panic`, with its message.
pub fn keep() {
    panic::set_hook(Box::new(|panic| announce(&panic.to_string())));
}
