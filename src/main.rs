//! One wasm, and the page as its first embedder.

use article_viewer::{app, browser};

/// Two kilobytes smaller than the standard one, and as fast: decision 0005.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    // A release has no words for a panic: decision 0011.
    if cfg!(debug_assertions) {
        browser::last_words::keep();
    }
    if let Some(root) = browser::page::take_root() {
        app::mount(root);
    }
}
