//! A piece of HTML as a flat stream of records, parsed inertly and handed over in one crossing.
//!
//! Nothing of it is ever part of a live document, so no script runs, no picture loads and no style applies.
//! The stream is a text of records, each ended by [`END`]; the first character of a record says what it is:
//!
//! | record | meaning |
//! | --- | --- |
//! | `<` code | opens an HTML element of the list that was given, by its place in it |
//! | `<` space name | opens another HTML element |
//! | `{` name | opens an element of another namespace: SVG or MathML |
//! | `@` code value | an attribute of the element that was opened last, by its place in the list that was given |
//! | `*` name | an event handler on that element |
//! | `"` text | a text |
//! | `#` text | a comment |
//! | `>` | closes the element |
//!
//! A code is one character: U+0021 plus the place. Other attributes are not told.
//! Control characters other than tab and line feed are left out of texts and values, so they cannot hold an [`END`].
//! The content of a `template` is no part of the tree, and both parsers read a document in standards mode with scripting
//! off, so a `noscript` holds elements.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod native;

#[cfg(target_arch = "wasm32")]
use browser as platform;
#[cfg(not(target_arch = "wasm32"))]
use native as platform;

/// Ends every record.
pub const END: char = '\u{1e}';

/// The code of the first name of a list.
pub const FIRST_CODE: u32 = 0x21;

/// Parses `html`, a whole document or a part of one.
///
/// `elements` and `attributes` are the names that have codes, with spaces between them.
pub fn parse(html: &str, elements: &str, attributes: &str) -> String {
    platform::parse(html, elements, attributes)
}

/// The code of a name in a list of them with spaces between.
#[inline(never)]
pub fn code(names: &str, name: &str) -> Option<char> {
    let place = names.split(' ').position(|known| known == name)?;
    char::from_u32(FIRST_CODE + place as u32)
}

/// Whether the page has refused to have something parsed since this was asked last: what was read then lacks its text.
pub fn was_refused() -> bool {
    platform::was_refused()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(html: &str, wanted: &str) {
        let stream = parse(html, "html head body p a", "href alt");
        let inside = stream
            .strip_prefix("<!\u{1e}<\"\u{1e}>\u{1e}<#\u{1e}")
            .and_then(|rest| rest.strip_suffix(">\u{1e}>\u{1e}"))
            .unwrap_or(&stream);
        assert_eq!(inside.replace(END, "|"), wanted);
    }

    #[test]
    fn elements_attributes_and_texts_come_in_their_order() {
        reads(
            r#"<p class=x>one <a href="/b?c&amp;d" onclick="e()" alt>two</a></p><my-own>three"#,
            r#"<$|"one |<%|@!/b?c&d|*onclick|@"|"two|>|>|< my-own|"three|>|"#,
        );
    }

    #[test]
    fn foreign_elements_are_told_from_ours() {
        reads(
            "<svg><a href=x>y</a></svg><p>z",
            "{svg|{a|@!x|\"y|>|>|<$|\"z|>|",
        );
    }

    #[test]
    fn comments_are_told_and_the_content_of_a_template_is_not() {
        reads(
            "c<!--a--><template><p>b</p></template>d",
            "\"c|#a|< template|>|\"d|",
        );
    }

    #[test]
    fn control_characters_are_left_out() {
        reads("a&#30;b<a href='c\u{1e}d&#7;'>e", "\"ab|<%|@!cd|\"e|>|");
    }

    #[test]
    fn a_deep_nest_does_not_overflow() {
        let deep = "<i>".repeat(5_000);
        assert!(parse(&deep, "", "").len() > 5_000);
    }
}
