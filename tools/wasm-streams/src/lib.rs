//! Stands in for the crate `wasm-streams`, of which the viewer uses nothing.
//!
//! Leptos always compiles its server calls, and those compile the real crate, whose classes are exported to JavaScript
//! and so stay in every wasm: some four kilobytes of brotli that no article ever reaches.
//! The few names that `server_fn` mentions are here, without anything behind them: decision 0005.

#![forbid(unsafe_code)]

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::JsValue;

const NEVER: &str = "the viewer makes no server calls, so it has no streams";

/// A stream of the browser's, as it was given.
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Panics: nothing of the viewer sends a stream.
    pub fn from_stream<S>(_stream: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        panic!("{NEVER}")
    }

    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// A stream that panics when it is read: nothing of the viewer reads one.
    pub fn into_stream(self) -> Never {
        Never
    }
}

/// What [`ReadableStream::into_stream`] gives.
pub struct Never;

impl Stream for Never {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        panic!("{NEVER}")
    }
}
