//! The page the viewer stands on: its root element, what it offers, and what its reader does; see `page.js` beside this
//! file.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

#[wasm_bindgen(module = "/src/browser/page.js")]
extern "C" {
    /// The element that the stand-alone page gives the viewer, with its shell; `None` on any other page.
    #[wasm_bindgen(js_name = takeRoot)]
    pub fn take_root() -> Option<HtmlElement>;

    /// Announces a state to those who do not see it.
    pub fn say(root: &Element, text: &str);

    /// What the page says of itself, with [`BETWEEN`] between: `page.js` has the order.
    #[wasm_bindgen(js_name = pageOffer)]
    pub fn offer() -> String;

    /// The address of the page's list of samples, or nothing.
    #[wasm_bindgen(js_name = pageSamples)]
    pub fn samples() -> String;

    /// The reader's language and, behind [`BETWEEN`], the file of its words, once, when they are there; empty before and
    /// after.
    #[wasm_bindgen(js_name = takeWords)]
    pub fn take_words() -> String;

    /// Names the language of the interface and the direction it runs in.
    #[wasm_bindgen(js_name = markLanguage)]
    pub fn mark_language(root: &Element, language: &str, direction: &str);

    #[wasm_bindgen(js_name = markState)]
    pub fn mark_state(root: &Element, state: &str, format: &str);

    /// Goes to the place the reader left, or to the top; `within` also moves the focus to the headline.
    #[wasm_bindgen(js_name = arrive)]
    pub fn arrive(root: &Element, within: bool);

    /// Lets the browser have its turn before `ear` hears `word`.
    #[wasm_bindgen(js_name = callSoon)]
    pub fn soon(ear: &Ear, word: &str);

    /// Gives the page a title; what else its head says comes later.
    pub fn entitle(title: &str);

    /// Calls a function of the modules in `src/late.txt`, which come when the first of them is called; in time, not at once.
    pub fn late(name: &str, text: &str);

    /// The bytes of the file that the desk has at hand, or that came last; only the desk may ask.
    #[wasm_bindgen(js_name = fileAtHand)]
    pub fn file_at_hand() -> Vec<u8>;

    /// A function of ours that the page calls.
    #[derive(Clone)]
    pub type Ear;

    /// Tells `ear` what the reader does, for as long as the page lives.
    #[wasm_bindgen(js_name = listenToPage)]
    pub fn listen(root: &Element, ear: &Ear);
}

/// Stands between texts that come as one.
pub const BETWEEN: char = '\u{1f}';

/// Makes an ear of `hear`, for as long as the page lives.
///
/// It hears one word at a time: the name of a control that was used, `open` when the address asks for another article,
/// and what [`super::http::get`] has to say.
pub fn ear(hear: impl FnMut(String) + 'static) -> Ear {
    Closure::<dyn FnMut(String)>::new(hear)
        .into_js_value()
        .unchecked_into()
}
