//! What time it is.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod native;

#[cfg(target_arch = "wasm32")]
use browser as platform;
#[cfg(not(target_arch = "wasm32"))]
use native as platform;

/// Milliseconds since 1970-01-01T00:00Z, by the reader's clock.
pub fn now() -> f64 {
    platform::now()
}
