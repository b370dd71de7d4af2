//! One GET request with its limits, its repetitions and its end; `http.js` beside this file does the waiting.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;

use super::page::Ear;

#[wasm_bindgen(module = "/src/browser/http.js")]
extern "C" {
    #[wasm_bindgen(js_name = requestArticle)]
    fn request_article(
        address: &str,
        bytes: usize,
        headers: u32,
        idle: u32,
        total: u32,
        slow: u32,
        ear: &Ear,
    );

    /// Ends what is on its way; its answer is then the code `cancelled`.
    #[wasm_bindgen(js_name = cancelRequest)]
    pub fn cancel();

    /// Lets `ear` hear `arrived` for what needs no request; an older one is ended and never heard of again.
    #[wasm_bindgen(js_name = arriveAtOnce)]
    pub fn arrive_at_once(ear: &Ear);

    #[wasm_bindgen(js_name = takeAnswer)]
    fn take_answer() -> Option<Array>;
}

/// Bounds of one request; times in milliseconds.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    pub bytes: usize,
    /// To the headers.
    pub headers: u32,
    /// Between two chunks.
    pub idle: u32,
    /// In all.
    pub total: u32,
    /// After this the ear hears `slow`.
    pub slow: u32,
}

/// What a request came to.
#[derive(Debug, Default)]
pub struct Answer {
    /// Empty when it went well; else why not, and what the number then means.
    pub code: String,
    pub number: usize,
    /// The address that answered in the end, after redirects.
    pub url: String,
    pub bytes: Vec<u8>,
}

/// Starts a request, or takes over the page's early one for the same address; an older one ends.
///
/// `ear` hears `waiting` when it takes a moment, `slow` when it takes long, and `arrived` when [`answer`] is there.
pub fn get(address: &str, bounds: Bounds, ear: &Ear) {
    let Bounds {
        bytes,
        headers,
        idle,
        total,
        slow,
    } = bounds;
    request_article(address, bytes, headers, idle, total, slow, ear);
}

/// The answer that `arrived` spoke of.
pub fn answer() -> Answer {
    let Some(parts) = take_answer() else {
        return Answer::default();
    };
    let bytes = parts.get(3).dyn_into::<Uint8Array>();
    Answer {
        code: parts.get(0).as_string().unwrap_or_default(),
        number: parts.get(1).as_f64().unwrap_or_default() as usize,
        url: parts.get(2).as_string().unwrap_or_default(),
        bytes: bytes.map(|bytes| bytes.to_vec()).unwrap_or_default(),
    }
}
