//! The snippets of `markup/snippets.txt`, and the blocks that both HTML parsers make of them.
//!
//! `markup/blocks.txt` holds a line for each snippet; this test compares the native parser with it, and
//! `tests/browser.rs` the browser's. `BLESS=1 cargo test --test markup` writes it anew; review it as a diff.

use std::path::Path;

use article_viewer::decode::{Options, decode};

const SNIPPETS: &str = include_str!("markup/snippets.txt");

include!("markup/shown.rs");

#[test]
fn the_native_parser_makes_the_blocks_that_the_file_holds() {
    let found: String = SNIPPETS
        .lines()
        .map(|snippet| shown(snippet) + "\n")
        .collect();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/markup/blocks.txt");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(path, found).expect("the file can be written");
        return;
    }
    let wanted = std::fs::read_to_string(path).unwrap_or_default();
    for (index, snippet) in SNIPPETS.lines().enumerate() {
        let (wanted, found) = (wanted.lines().nth(index), found.lines().nth(index));
        assert_eq!(
            found, wanted,
            "{snippet}\nIf that is right, write it with BLESS=1."
        );
    }
}

#[test]
fn what_needs_no_parser_is_read_as_the_parser_reads_it() {
    for snippet in SNIPPETS.lines().filter(|snippet| snippet.contains('<')) {
        assert_eq!(shown(snippet), shown_by_the_parser(snippet), "{snippet}");
    }
}
