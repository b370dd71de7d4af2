//! Timers.

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
