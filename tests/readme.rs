//! The README tells the truth: its articles are read without a note, and its table is the list of formats.
//!
//! Its Rust is compiled and run as documentation of the crate.

use std::fs;
use std::path::PathBuf;

use article_viewer::decode::formats::FORMATS;
use article_viewer::decode::formats::native::{blocks, inlines::INLINES};
use article_viewer::decode::{Options, decode};
use article_viewer::model::inline::Style;

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("README.md")
}

fn text() -> String {
    fs::read_to_string(path()).expect("README.md can be read")
}

#[test]
fn every_article_in_the_readme_is_read_without_a_note() {
    let text = text();
    let articles: Vec<&str> = text
        .split("```json\n")
        .skip(1)
        .filter_map(|rest| rest.split("```").next())
        .collect();
    assert_eq!(articles.len(), 2);
    for json in articles {
        let options = Options {
            base: Some("https://news.example/1.json".into()),
            ..Options::default()
        };
        let decoded = decode(json.as_bytes(), &options).expect("an article");
        assert!(decoded.notes.is_empty(), "{:?}\n{json}", decoded.notes);
    }
}

#[test]
fn every_block_and_inline_is_named() {
    let text = text();
    let lines = |start: &str| -> String {
        text.lines()
            .filter(|line| line.starts_with(start))
            .collect()
    };
    let (blocks, inlines) = (lines("- Blocks "), lines("- Inlines: "));
    for kind in blocks::kinds() {
        assert!(blocks.contains(&format!("`{kind}`")), "the block {kind}");
    }
    let styles = Style::ALL.iter().map(|style| style.word());
    for kind in INLINES.iter().map(|(kind, _)| *kind).chain(styles) {
        // The long form of `q`.
        let named = kind == "quote" || inlines.contains(&format!("`{kind}`"));
        assert!(named, "the inline {kind}");
    }
}

/// With `BLESS=1` in the environment, the table is written instead.
#[test]
fn the_table_of_formats_is_the_list() {
    const HEAD: &str = "| format | `data-article-format` and `&format=` |\n| --- | --- |\n";
    const FOOT: &str = "<!-- formats end -->";
    let text = text();
    let (before, rest) = text.split_once(HEAD).expect("the head of the table");
    let (rows, after) = rest.split_once(FOOT).expect("the foot of the table");
    let wanted: String = FORMATS
        .iter()
        .map(|format| {
            let page = format!("docs/formats/{}.md", format.name);
            let title = match path().with_file_name(&page).exists() {
                true => format!("[{}]({page})", format.title),
                false => format.title.to_owned(),
            };
            format!("| {title} | `{}` |\n", format.name)
        })
        .collect();
    if rows == wanted {
        return;
    }
    assert!(
        std::env::var_os("BLESS").is_some(),
        "README.md has another table of formats than src/decode/formats.rs has formats; \
         with BLESS=1 this test writes it.\nwanted:\n{wanted}\nfound:\n{rows}"
    );
    let blessed = [before, HEAD, &wanted, FOOT, after].concat();
    fs::write(path(), blessed).expect("README.md can be written");
}
