//! The only door to the browser beside `host`: requests, timers, history, the document around the viewer.
//!
//! Everything here is small and knows no article and no view.
//! Without a browser nothing of it may be called; it compiles natively so that the floors above can be tested.

pub mod clock;
pub mod delegate;
pub mod document_head;
pub mod history;
pub mod http;
pub mod last_words;
pub mod page;
