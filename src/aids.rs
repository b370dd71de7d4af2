//! What helps reading, on the finished article.
//!
//! An aid listens on the article's root and sets attributes there; it never builds the article again, fetches or decodes.
//! What a reader has to ask for is JavaScript that comes then, and has no file in Rust: `copy.js` and `embed_click.js`,
//! named in `src/late.txt`.

mod failed_picture;

use web_sys::Element;

/// Starts the aids that cannot wait on `root`, which may change its content afterwards.
pub fn start(root: &Element) {
    failed_picture::start(root);
}
