//! The only door to the browser beside `host`: requests and the page around the viewer.
//!
//! What waits or listens is a few lines of JavaScript beside the Rust file that describes it: in the wasm each would be
//! several times its bytes (decision 0006).
//! Everything here is small and knows no article and no view.
//! Without a browser nothing of it may be called; it compiles natively so that the floors above can be tested.

pub mod document_head;
pub mod element;
pub mod http;
pub mod last_words;
pub mod page;
pub mod parts;
