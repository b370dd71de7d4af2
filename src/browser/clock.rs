//! Timers, and the time.

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

/// Milliseconds since 1970-01-01T00:00Z.
///
/// Without a browser, this panics.
pub fn now() -> f64 {
    js_sys::Date::now()
}
