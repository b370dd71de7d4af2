//! Live DOM nodes from a flat script of records, made in one crossing into the browser.
//!
//! A script is a text of records, each ended by [`END`]; the first character of a record says what it is:
//!
//! | record | meaning |
//! | --- | --- |
//! | `<name` | opens an HTML element |
//! | `{name` | opens a MathML element |
//! | `@name` U+001F `value` | sets an attribute of the open element |
//! | `~--name` U+001F `value` | sets a custom property on the open element |
//! | `"text` | appends a text node |
//! | `>` | closes the open element |
//!
//! Element, attribute and property names come from the program, never from an article; texts and values cannot hold
//! the two separators because [`push_clean`] leaves control characters out.
//! So no markup is parsed here and nothing of it can become an element.
//! One crossing for a whole article is several times faster than one per node: decision 0003.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod native;

#[cfg(target_arch = "wasm32")]
use browser as platform;
#[cfg(not(target_arch = "wasm32"))]
use native as platform;

/// Ends every record of a script.
pub const END: char = '\u{1e}';
/// Parts a name from its value.
pub const VALUE: char = '\u{1f}';

/// Appends outside text to a script, without the control characters that have a meaning there.
pub fn push_clean(script: &mut String, text: &str) {
    if text.bytes().all(|byte| byte >= 0x20) {
        script.push_str(text);
    } else {
        script.extend(
            text.chars()
                .filter(|c| *c >= ' ' || matches!(c, '\t' | '\n')),
        );
    }
}

/// Makes the one node that the script describes.
///
/// Without a browser, this panics: native callers write HTML instead.
pub fn build(script: &str) -> web_sys::Node {
    platform::build(script)
}

/// Lets go of a node that [`build`] has made and that is on no page any more: browsers keep whatever has something on its way.
pub fn forget(node: &web_sys::Node) {
    platform::forget(node);
}
