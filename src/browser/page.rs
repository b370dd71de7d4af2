//! The page the viewer stands on: its root element, what it says in meta elements, and its address.

use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AbortController, Document, Element, HtmlElement, Window};

/// The window. Only called where there is one: the element and the page are the only callers' callers.
fn window() -> Window {
    web_sys::window().expect("the viewer runs in a window")
}

fn document() -> Document {
    window().document().expect("a window has a document")
}

/// The element that the stand-alone page gives the viewer, if this is such a page.
pub fn root() -> Option<HtmlElement> {
    document()
        .get_element_by_id("article-viewer")?
        .dyn_into()
        .ok()
}

/// Empties an element of the shell that was shown until now.
pub fn clear(element: &Element) {
    element.set_text_content(None);
}

/// The line below `root` that screen readers announce, made if it is not there.
pub fn status_line(root: &Element) -> HtmlElement {
    let line = document()
        .create_element("p")
        .expect("p is the name of an element");
    line.set_class_name("av-hidden");
    set(&line, "role", "status");
    let _ = root.append_child(&line);
    line.unchecked_into()
}

/// Sets an attribute; the names are the program's own.
pub fn set(element: &Element, name: &'static str, value: &str) {
    // It fails only for a malformed name.
    let _ = element.set_attribute(name, value);
}

/// Removes an attribute.
pub fn unset(element: &Element, name: &'static str) {
    let _ = element.remove_attribute(name);
}

/// Appends a paragraph of plain text.
pub fn append_text(parent: &Element, class: &'static str, text: &str) {
    if let Ok(paragraph) = document().create_element("p") {
        paragraph.set_class_name(class);
        paragraph.set_text_content(Some(text));
        let _ = parent.append_child(&paragraph);
    }
}

/// The content of `<meta name="…">`.
pub fn meta(name: &str) -> Option<String> {
    let selector = format!("meta[name=\"{name}\"]");
    document()
        .query_selector(&selector)
        .ok()??
        .get_attribute("content")
}

/// The text of `<script type="application/json" id="article">`.
pub fn inline_article() -> Option<String> {
    let script = document()
        .query_selector("script[type=\"application/json\"]#article")
        .ok()??;
    script.text_content().filter(|text| !text.trim().is_empty())
}

/// The address that relative addresses on the page are resolved against.
pub fn base() -> String {
    document().base_uri().ok().flatten().unwrap_or_default()
}

/// The page's own address.
pub fn address() -> String {
    window().location().href().unwrap_or_default()
}

/// The query of the page's address, with its question mark.
pub fn search() -> String {
    window().location().search().unwrap_or_default()
}

/// The path of the page's address.
pub fn path() -> String {
    window().location().pathname().unwrap_or_default()
}

/// The absolute address of `href` if it leads to this very page with another query: to another article.
pub fn another_article(href: &str) -> Option<String> {
    let url = web_sys::Url::new_with_base(href, &base()).ok()?;
    let here = web_sys::Url::new(&address()).ok()?;
    let same_page = url.origin() == here.origin() && url.pathname() == here.pathname();
    (same_page && url.search() != here.search()).then(|| url.href())
}

/// A parameter of the page's address; empty is absent.
pub fn query(name: &str) -> Option<String> {
    let search = window().location().search().ok()?;
    let value = web_sys::UrlSearchParams::new_with_str(&search)
        .ok()?
        .get(name);
    value.filter(|value| !value.trim().is_empty())
}

/// Whether the device has a network at all; true where the browser does not know.
pub fn is_online() -> bool {
    window().navigator().on_line()
}

/// Loads the page anew.
pub fn reload() {
    let _ = window().location().reload();
}

/// A request that the page's own script started, before the program was there.
pub struct Early {
    pub url: String,
    pub response: Promise,
    pub controller: AbortController,
}

/// Takes the early request, once.
pub fn take_early() -> Option<Early> {
    let document: JsValue = document().into();
    let name = JsValue::from_str("earlyArticle");
    let early = Reflect::get(&document, &name)
        .ok()
        .filter(JsValue::is_object)?;
    let _ = Reflect::set(&document, &name, &JsValue::UNDEFINED);
    let member = |name: &str| Reflect::get(&early, &JsValue::from_str(name)).ok();
    Some(Early {
        url: member("url")?.as_string()?,
        response: member("response")?.dyn_into().ok()?,
        controller: member("controller")?.dyn_into().ok()?,
    })
}

/// Moves the focus to the headline below `root`, so that a screen reader starts there; nothing scrolls.
pub fn focus_headline(root: &Element) {
    let headline = root.query_selector(".av-headline").ok().flatten();
    if let Some(headline) = headline.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = headline.focus_with_options(&options);
    }
}
