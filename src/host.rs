//! What the platform does for the pure floors: URLs, HTML, dates and numbers in words, DOM nodes.
//!
//! Each part is one concrete interface with two makers, `browser.rs` and `native.rs`, chosen by target.
//! The browser's own parser and `Intl` cost no bytes; the native twins let every floor above be tested without a browser.
//! Host knows nothing of articles, JSON or Leptos.

pub mod clock;
#[cfg(feature = "viewer")]
pub mod dom;
pub mod html;
pub mod intl;
pub mod text;
pub mod url;
