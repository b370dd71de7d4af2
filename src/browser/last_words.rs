//! What a panic has to say before the program is dead, for the guard outside it (`src/start.js`).

use std::panic;

use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit};

/// From now on a panic is announced on the window as the event `article-viewer-panic`, with its message.
pub fn keep() {
    panic::set_hook(Box::new(|panic| {
        let init = CustomEventInit::new();
        init.set_detail(&JsValue::from_str(&panic.to_string()));
        if let Some(window) = web_sys::window()
            && let Ok(event) = CustomEvent::new_with_event_init_dict("article-viewer-panic", &init)
        {
            let _ = window.dispatch_event(&event);
        }
    }));
}
