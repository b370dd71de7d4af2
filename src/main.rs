//! One wasm, for the page and for elements on the pages of others.

use article_viewer::{app, browser};
use web_sys::HtmlElement;

/// Two kilobytes smaller than the standard one, and as fast: decision 0005.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    // A release has no words for a panic: decision 0011.
    if cfg!(debug_assertions) {
        browser::last_words::keep();
    }
    browser::element::answer_with(answer);
}

/// `page` starts the page, which its start code alone asks for; everything else is about elements.
fn answer(command: &str, bytes: &[u8], root: Option<HtmlElement>) -> String {
    if command != "page" {
        return app::element::answer(command, bytes, root);
    }
    if let Some(root) = browser::page::take_root() {
        app::mount(root);
    }
    String::new()
}
