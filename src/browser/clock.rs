//! Timers, chance and a frame's end.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use gloo_timers::callback::Timeout;

/// A timer that is undone when it is dropped.
pub struct Timer {
    _timeout: Timeout,
}

/// Calls `then` after so many milliseconds, unless the timer is dropped before.
pub fn after(milliseconds: u32, then: impl FnOnce() + 'static) -> Timer {
    Timer {
        _timeout: Timeout::new(milliseconds, then),
    }
}

/// Waits so many milliseconds.
pub async fn sleep(milliseconds: u32) {
    let kept = Promise::new(&mut |keep, _| {
        // A callback of ours and a delay cannot be refused.
        let _ = web_sys::window().map(|window| {
            window.set_timeout_with_callback_and_timeout_and_arguments_0(&keep, milliseconds as i32)
        });
    });
    let _ = JsFuture::from(kept).await;
}

/// Waits for what has been queued until now, without letting the browser paint in between.
pub async fn soon() {
    // A promise that is already kept cannot fail.
    let _ = JsFuture::from(Promise::resolve(&JsValue::UNDEFINED)).await;
}

/// A number from 0 to 1, for spreading retries.
pub fn chance() -> f64 {
    js_sys::Math::random()
}
