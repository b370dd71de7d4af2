//! What only a browser can show: that its half of `host` answers as the native half does.
#![cfg(target_arch = "wasm32")]

use article_viewer::decode::{Options, decode};
use article_viewer::host::{intl, text, url};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn addresses_are_parsed_by_the_same_standard() {
    let base = Some("https://news.example/world/a.json");
    let resolved = |input| url::resolve(input, base);
    assert_eq!(
        resolved("b.png").as_deref(),
        Some("https://news.example/world/b.png")
    );
    assert_eq!(
        resolved("java\nscript:alert(1)").as_deref(),
        Some("javascript:alert(1)")
    );
    assert_eq!(resolved("https://["), None);
}

#[wasm_bindgen_test]
fn broken_bytes_become_replacement_characters() {
    assert_eq!(text::decode(b"caf\xe9"), "caf\u{fffd}");
    assert_eq!(text::decode(b"\xff\xfe\xe9\0"), "\u{e9}");
}

#[wasm_bindgen_test]
fn three_names_in_a_row_have_three_places() {
    assert_eq!(intl::list(3, "de").matches('\u{1}').count(), 3);
    assert_eq!(intl::plural(1.0, "en"), "one");
}

#[wasm_bindgen(module = "/src/host/html/parse.js")]
extern "C" {
    /// On a page, the start code does this when a format needs it.
    #[wasm_bindgen(js_name = offerParser)]
    fn offer_parser();
}

#[wasm_bindgen_test]
fn html_of_a_foreign_format_becomes_blocks_in_a_browser_too() {
    let json = br#"{"version": "https://jsonfeed.org/version/1.1", "title": "Paper", "items": [
        {"id": "1", "title": "Rain", "content_html": "<p>It <b>rained</b>.</p><script>alert(1)</script><ul><li>a<li>b</ul>"}
    ]}"#;
    offer_parser();
    let decoded = decode(json, &Options::default()).expect("an article");
    assert_eq!(decoded.format.name, "json-feed");
    assert_eq!(decoded.article.body.len(), 2, "{:?}", decoded.article.body);
}

include!("markup/shown.rs");

#[wasm_bindgen_test]
fn both_html_parsers_give_the_same_blocks() {
    offer_parser();
    let snippets = include_str!("markup/snippets.txt").lines();
    let mut wanted = include_str!("markup/blocks.txt").lines();
    let mut compared = 0;
    for snippet in snippets {
        assert_eq!(Some(shown(snippet).as_str()), wanted.next(), "{snippet}");
        compared += 1;
    }
    assert!(compared > 60);
    assert_eq!(wanted.next(), None);
}

#[wasm_bindgen_test]
fn what_needs_no_parser_is_read_as_the_parser_reads_it() {
    offer_parser();
    let snippets = include_str!("markup/snippets.txt").lines();
    for snippet in snippets.filter(|snippet| snippet.contains('<')) {
        assert_eq!(shown(snippet), shown_by_the_parser(snippet), "{snippet}");
    }
}

#[wasm_bindgen_test]
fn a_deep_nest_does_not_overflow_the_stack() {
    offer_parser();
    for element in [
        "div",
        "blockquote",
        "b",
        "ul><li",
        "figure",
        "details",
        "svg",
    ] {
        let deep = [&format!("<{element}>").repeat(5_000), "words"].concat();
        assert!(
            shown(&deep).contains("words") || element == "svg",
            "{element}"
        );
    }
}
