//! Listeners that are undone with their owner.

use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, EventTarget, MouseEvent, Window};

/// A listener that is removed when this is dropped.
pub struct Listener {
    target: EventTarget,
    kind: &'static str,
    capture: bool,
    closure: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Listens on `target`. With `capture` also events that do not bubble are heard, such as `error` of a picture.
    pub fn new(
        target: &EventTarget,
        kind: &'static str,
        capture: bool,
        hear: impl FnMut(Event) + 'static,
    ) -> Self {
        let closure = Closure::<dyn FnMut(Event)>::new(hear);
        let function = closure.as_ref().unchecked_ref();
        let _ = target.add_event_listener_with_callback_and_bool(kind, function, capture);
        Self {
            target: target.clone(),
            kind,
            capture,
            closure,
        }
    }

    /// Listens on the window.
    pub fn on_window(kind: &'static str, mut hear: impl FnMut() + 'static) -> Option<Self> {
        let window: Window = web_sys::window()?;
        Some(Self::new(&window, kind, false, move |_| hear()))
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let function = self.closure.as_ref().unchecked_ref();
        let _ = self.target.remove_event_listener_with_callback_and_bool(
            self.kind,
            function,
            self.capture,
        );
    }
}

/// The element an event happened on.
pub fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The nearest element around an event's target that matches `selector`.
pub fn closest(event: &Event, selector: &str) -> Option<Element> {
    target(event)?.closest(selector).ok()?
}

/// Whether a click asks for this very tab: the main button, no key that opens another, nobody else took it.
pub fn is_plain_click(event: &Event) -> bool {
    let Some(click) = event.dyn_ref::<MouseEvent>() else {
        return false;
    };
    let with_key = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
    click.button() == 0 && !with_key && !event.default_prevented()
}
