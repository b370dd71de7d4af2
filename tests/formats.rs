//! The corpus: what becomes of every source, and what was lost on the way.
//!
//! Beside each `source.json` stand `notes.txt` and `page.html`. `BLESS=1 cargo test` writes them anew; review them as a
//! diff.

#[path = "specimen/specimen.rs"]
mod specimen;

use std::fmt::Write;
use std::fs;

use article_viewer::decode::formats::FORMATS;
use article_viewer::decode::{Claim, Options, decode};
use article_viewer::json;
use specimen::{BASE, Specimen, corpus, sources};

/// Compares a golden file with what it should hold, or writes it.
fn hold(specimen: &Specimen, file: &str, found: &str, faults: &mut Vec<String>) {
    let path = specimen.folder.join(file);
    if std::env::var_os("BLESS").is_some() {
        if found.is_empty() {
            let _ = fs::remove_file(&path);
        } else {
            fs::write(&path, found).expect("the golden file can be written");
        }
        return;
    }
    // A specimen without notes has no file of them.
    let wanted = fs::read_to_string(&path).unwrap_or_default();
    if wanted != found {
        let line = wanted
            .lines()
            .zip(found.lines())
            .position(|(wanted, found)| wanted != found)
            .unwrap_or_else(|| wanted.lines().count().min(found.lines().count()));
        let show = |text: &str| text.lines().nth(line).unwrap_or("nothing").to_owned();
        faults.push(format!(
            "{}/{file}, line {}\n  wanted {}\n  found  {}",
            specimen.name,
            line + 1,
            show(&wanted),
            show(found)
        ));
    }
}

#[track_caller]
fn none(faults: &[String]) {
    assert!(
        faults.is_empty(),
        "{}\n\nIf that is right, write it with BLESS=1 cargo test, and look at the diff.",
        faults.join("\n")
    );
}

#[test]
fn every_source_leaves_the_notes_that_its_file_holds() {
    let mut faults = Vec::new();
    for specimen in corpus() {
        let notes = match specimen.decode() {
            Ok(decoded) => decoded.notes.iter().fold(String::new(), |mut text, note| {
                writeln!(text, "{} {note}", note.kind.code()).expect("a text takes a line");
                text
            }),
            Err(error) => format!("{} {error}\n", error.code()),
        };
        hold(&specimen, "notes.txt", &notes, &mut faults);
    }
    none(&faults);
}

#[cfg(feature = "viewer")]
#[test]
fn every_source_becomes_the_page_that_its_file_holds() {
    let mut faults = Vec::new();
    for specimen in corpus() {
        let page = specimen.html().map(|html| pretty(&html));
        hold(
            &specimen,
            "page.html",
            &page.unwrap_or_default(),
            &mut faults,
        );
    }
    none(&faults);
}

#[test]
fn every_source_is_claimed_by_its_own_format_and_by_no_other() {
    for specimen in corpus() {
        let text = String::from_utf8_lossy(&specimen.source);
        // What is no JSON by itself is unwrapped on the way, and has its own tests.
        let Ok(parsed) = json::parse(text.trim_start_matches('\u{feff}')) else {
            continue;
        };
        let document = parsed.value;
        let certain: Vec<&str> = FORMATS
            .iter()
            .filter(|format| (format.claims)(&document) == Claim::Certain)
            .map(|format| format.name)
            .collect();
        assert!(
            certain.is_empty() || certain == [specimen.format.as_str()],
            "{} is claimed by {certain:?}",
            specimen.name
        );
        if let Ok(decoded) = specimen.decode() {
            assert_eq!(decoded.format.name, specimen.format, "{}", specimen.name);
        }
    }
}

/// Readers keep no notes, and then a body is read in pieces, each of which goes when it is read.
#[test]
fn an_article_is_the_same_whether_notes_are_kept_or_not() {
    let blocks = r#""Words.", { "type": "image", "src": "below.png" }, [{ "type": "link", "href": "../up", "text": "Up" }]"#;
    let with = |body: &str| {
        format!(
            r#"{{ "format": "article-viewer/1", "headline": "Long", "url": "https://other.example/news/long", {body} }}"#
        )
    };
    let made = [
        with(&format!(r#""body": [{blocks}]"#)),
        with(&format!(r#""body": [{}]"#, [blocks; 120].join(","))),
        with(r#""body": ["one"], "body": ["two"]"#),
        with(r#""body": "A body of one text.""#),
    ];
    for source in sources().into_iter().chain(made.map(String::into_bytes)) {
        for base in [None, Some(BASE)] {
            let read = |keeps_notes| {
                let options = Options {
                    base: base.map(str::to_owned),
                    keeps_notes,
                    ..specimen::options()
                };
                let read = decode(&source, &options).map(|decoded| decoded.article);
                read.map_err(|error| error.to_string())
            };
            let source = String::from_utf8_lossy(&source);
            assert_eq!(read(true), read(false), "{source}");
        }
    }
}

/// One block element a line, indented, so that a change is a change of few lines.
#[cfg(feature = "viewer")]
fn pretty(html: &str) -> String {
    use specimen::{Piece, VOID, pieces};
    const IN_A_LINE: &[&str] = &[
        "a", "abbr", "b", "bdi", "br", "cite", "code", "del", "dfn", "em", "ins", "kbd", "mark",
        "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u",
        "var", "wbr",
    ];
    let mut page = String::new();
    let mut depth = 0;
    let mut after_block = true;
    for piece in pieces(html) {
        let (name, closes) = match &piece {
            Piece::Open(name, _) => (*name, false),
            Piece::Close(name) => (*name, true),
            Piece::Text(_) => ("", false),
        };
        let block = !name.is_empty() && !IN_A_LINE.contains(&name);
        if block && closes {
            depth -= 1;
        }
        // The end of an element that holds only words stays in its line.
        if block && (!closes || after_block) && !page.is_empty() || after_block && !block {
            if !page.is_empty() {
                page.push('\n');
            }
            page.extend(std::iter::repeat_n("  ", depth));
        }
        match &piece {
            Piece::Open(name, "") => page.extend(["<", name, ">"]),
            Piece::Open(name, attributes) => page.extend(["<", name, " ", attributes, ">"]),
            Piece::Close(name) => page.extend(["</", name, ">"]),
            Piece::Text(text) => page.push_str(text),
        }
        let opens = block && !closes && !VOID.contains(&name);
        if opens {
            depth += 1;
        }
        after_block = block && !opens;
    }
    page.push('\n');
    page
}
