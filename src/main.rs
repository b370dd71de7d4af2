//! One wasm, and the page as its first embedder.

use article_viewer::{app, browser};

fn main() {
    browser::last_words::keep();
    if let Some(root) = browser::page::root() {
        app::mount(root);
    }
}
