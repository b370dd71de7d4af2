//! Files that are read in turns, each with time for something else behind it, give what they give at once.

#[path = "specimen/specimen.rs"]
mod specimen;

use article_viewer::decode::{Decoded, Document, Opened, Options};
use serde_json::Value;
use specimen::{BASE, corpus};

/// Markup is read in pieces from here on; repeated so often that there are several.
const LONG: usize = 120_000;

/// Says each of the longer pieces of markup over and over; how many there are.
fn stretch(value: &mut Value) -> usize {
    match value {
        Value::String(text) if text.contains("<p") && text.len() > 60 => {
            text.push('\n');
            *text = text.repeat(LONG / text.len() + 1);
            1
        }
        Value::Array(items) => items.iter_mut().map(stretch).sum(),
        Value::Object(members) => members.values_mut().map(stretch).sum(),
        _ => 0,
    }
}

/// What is read, and in how many steps before the last.
fn read(file: &str, keeps_notes: bool) -> (Option<Decoded>, usize) {
    let options = Options {
        base: Some(BASE.to_owned()),
        keeps_notes,
        ..Options::default()
    };
    let document = Document::parse(file.as_bytes()).expect("JSON");
    let mut steps = 0;
    let opened = document.begin(&options).and_then(|mut reading| {
        while reading.goes_on() {
            reading.read();
            steps += 1;
        }
        reading.finish()
    });
    match opened {
        Ok(Opened::One(decoded)) => (Some(decoded), steps),
        _ => (None, steps),
    }
}

#[test]
fn long_files_of_every_format_are_the_same_in_turns() {
    let mut in_turns = Vec::new();
    for specimen in corpus() {
        let Ok(mut value) = serde_json::from_slice(&specimen.source) else {
            continue;
        };
        if stretch(&mut value) == 0 {
            continue;
        }
        let long = value.to_string();
        let (at_once, steps) = read(&long, true);
        if let Some(decoded) = &at_once
            && decoded.format.name != "native"
        {
            assert_eq!(steps, 0, "who keeps notes reads at once: {}", specimen.name);
        }
        let (read, steps) = read(&long, false);
        assert_eq!(
            read.as_ref().map(|read| &read.article),
            at_once.as_ref().map(|read| &read.article),
            "{}",
            specimen.name
        );
        if let Some(read) = read
            && steps > 4
        {
            in_turns.push(read.format.name);
        }
    }
    in_turns.dedup();
    for format in [
        "ans",
        "apple-news",
        "drupal",
        "ghost",
        "guardian",
        "ninjs",
        "schema-org",
        "wordpress",
    ] {
        assert!(
            in_turns.contains(&format),
            "{format} is not among {in_turns:?}"
        );
    }
}
