//! The page the viewer stands on: its root element, what it offers, and what its reader does; see `page.js` beside this
//! file.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

#[wasm_bindgen(module = "/src/browser/page.js")]
extern "C" {
    /// The element that the stand-alone page gives the viewer, emptied; `None` on any other page.
    #[wasm_bindgen(js_name = takeRoot)]
    pub fn take_root() -> Option<HtmlElement>;

    /// Announces a state to those who do not see it.
    pub fn say(root: &Element, text: &str);

    /// What the page says of itself: `page.js` has the order.
    #[wasm_bindgen(js_name = pageOffer)]
    pub fn offer() -> Vec<String>;

    #[wasm_bindgen(js_name = markState)]
    pub fn mark_state(root: &Element, state: &str, format: &str);

    /// Goes to the place the reader left, or to the top; `within` also moves the focus to the headline.
    #[wasm_bindgen(js_name = arrive)]
    pub fn arrive(root: &Element, within: bool);

    #[wasm_bindgen(js_name = listenToPage)]
    fn listen_to_page(root: &Element, hear: &Closure<dyn FnMut(String)>);
}

/// Calls `hear` for as long as the page lives: with the name of a control that was used, or with `open` when the address
/// asks for another article.
pub fn listen(root: &Element, hear: impl FnMut(String) + 'static) {
    let closure = Closure::<dyn FnMut(String)>::new(hear);
    listen_to_page(root, &closure);
    closure.forget();
}
