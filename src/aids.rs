//! What helps reading, on the finished article.
//!
//! An aid listens on the article's root and sets attributes there; it never builds the article again, fetches or decodes.

mod failed_picture;

use web_sys::Element;

use crate::browser::delegate::Listener;

/// The aids at work on one root; dropping it undoes their listeners.
pub struct Aids {
    _listeners: Vec<Listener>,
}

/// Starts every aid on `root`, which may change its content afterwards.
pub fn start(root: &Element) -> Aids {
    Aids {
        _listeners: vec![failed_picture::start(root)],
    }
}
