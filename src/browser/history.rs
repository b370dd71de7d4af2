//! The page's own history: another article without another page, and Back to the same place.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::{History, ScrollRestoration, Window};

fn window() -> Option<Window> {
    web_sys::window()
}

fn history() -> Option<History> {
    window()?.history().ok()
}

/// Keeps the browser from restoring a place before the article is there to scroll in.
pub fn take_over_scrolling() {
    if let Some(history) = history() {
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
}

/// Notes in the present entry how far down the reader is.
pub fn remember_place() {
    let (Some(window), Some(history)) = (window(), history()) else {
        return;
    };
    let state = js_sys::Object::new();
    let place = window.scroll_y().unwrap_or_default();
    let _ = Reflect::set(
        &state,
        &JsValue::from_str("place"),
        &JsValue::from_f64(place),
    );
    let _ = history.replace_state_with_url(&state, "", None);
}

/// Goes to the place noted in the present entry, or to the top.
pub fn go_to_place() {
    let (Some(window), Some(history)) = (window(), history()) else {
        return;
    };
    let state = history.state().unwrap_or_default();
    let place = Reflect::get(&state, &JsValue::from_str("place"))
        .ok()
        .and_then(|place| place.as_f64());
    window.scroll_to_with_x_and_y(0.0, place.unwrap_or_default());
}

/// Adds an entry for `url`, which becomes the page's address.
pub fn push(url: &str) {
    if let Some(history) = history() {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(url));
    }
}
