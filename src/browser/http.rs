//! One GET request with its limits, its repetitions and its end; `http.js` beside this file does the waiting.

use wasm_bindgen::prelude::*;

use super::page::{BETWEEN, Ear};

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

    #[wasm_bindgen(js_name = answerFacts)]
    fn answer_facts() -> String;

    #[wasm_bindgen(js_name = takeBytes)]
    fn take_bytes() -> Vec<u8>;
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
    let facts = answer_facts();
    let (code, more) = facts.split_once(BETWEEN).unwrap_or_default();
    let (number, url) = more.split_once(BETWEEN).unwrap_or_default();
    Answer {
        code: code.to_owned(),
        number: number.parse().unwrap_or_default(),
        url: url.to_owned(),
        bytes: take_bytes(),
    }
}
