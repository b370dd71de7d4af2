//! What helps reading, on the finished article.
//!
//! An aid listens on the article's root and sets attributes there; it never builds the article again, fetches or decodes.

mod copy;
mod embed_click;
mod failed_picture;

use web_sys::Element;

/// Starts every aid on `root`, which may change its content afterwards.
pub fn start(root: &Element) {
    copy::start(root);
    embed_click::start(root);
    failed_picture::start(root);
}
