//! One GET request with its limits, its repetitions and its end; `http.js` beside this file does the waiting.

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen(module = "/src/browser/http.js")]
extern "C" {
    /// A request on its way.
    #[derive(Clone)]
    pub type Request;

    #[wasm_bindgen(js_name = requestArticle)]
    fn request_article(address: &str, limit: usize, headers: u32, idle: u32, total: u32)
    -> Request;

    #[wasm_bindgen(method, getter)]
    fn answer(this: &Request) -> Promise;

    /// Ends the request; its answer is then the code `cancelled`.
    #[wasm_bindgen(method)]
    pub fn abort(this: &Request);
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
}

/// What a request came to.
#[derive(Debug)]
pub struct Answer {
    /// Empty when it went well; else why not, and what the number then means.
    pub code: String,
    pub number: usize,
    /// The address that answered in the end, after redirects.
    pub url: String,
    pub bytes: Vec<u8>,
}

/// Starts a request, or takes over the page's early one for the same address.
pub fn get(address: &str, bounds: Bounds) -> Request {
    let Bounds {
        bytes,
        headers,
        idle,
        total,
    } = bounds;
    request_article(address, bytes, headers, idle, total)
}

/// Waits for the answer.
pub async fn answer(request: Request) -> Answer {
    // The promise never rejects, so a default is as good as any.
    let parts: Array = JsFuture::from(request.answer())
        .await
        .unwrap_or_default()
        .unchecked_into();
    let bytes = parts.get(3).dyn_into::<Uint8Array>();
    Answer {
        code: parts.get(0).as_string().unwrap_or_default(),
        number: parts.get(1).as_f64().unwrap_or_default() as usize,
        url: parts.get(2).as_string().unwrap_or_default(),
        bytes: bytes.map(|bytes| bytes.to_vec()).unwrap_or_default(),
    }
}
