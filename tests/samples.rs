//! The sample articles: read without a note, complete, and linked to each other rightly.

#![cfg(feature = "viewer")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use article_viewer::decode::formats::native::{blocks, inlines};
use article_viewer::decode::{Options, decode};
use article_viewer::view::{self, Settings, Words};
use serde_json::Value;

const BASE: &str = "https://page.example/articles/";

/// Name and text of each sample.
fn samples() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir("articles").expect("the folder of the samples") {
        let path = entry.expect("an entry that was just listed").path();
        if path.extension().is_some_and(|ending| ending == "json") {
            let name = path
                .file_stem()
                .expect("a name")
                .to_string_lossy()
                .into_owned();
            found.push((name, fs::read_to_string(&path).expect("a sample")));
        }
    }
    found.sort();
    found
}

fn sample(name: &str) -> Value {
    let text = fs::read_to_string(format!("articles/{name}.json")).expect("a sample");
    serde_json::from_str(&text).expect("JSON")
}

/// Every object inside `value`, itself included.
fn objects<'a>(value: &'a Value, found: &mut Vec<&'a serde_json::Map<String, Value>>) {
    match value {
        Value::Object(members) => {
            found.push(members);
            members.values().for_each(|member| objects(member, found));
        }
        Value::Array(items) => items.iter().for_each(|item| objects(item, found)),
        _ => {}
    }
}

#[test]
fn every_sample_is_read_without_a_note() {
    for (name, text) in samples() {
        let options = Options {
            base: Some(format!("{BASE}{name}.json")),
            ..Options::default()
        };
        let decoded =
            decode(text.as_bytes(), &options).unwrap_or_else(|error| panic!("{name}: {error}"));
        let notes: Vec<String> = decoded.notes.iter().map(ToString::to_string).collect();
        assert!(notes.is_empty(), "articles/{name}.json: {notes:#?}");
        let html = view::article(&decoded.article, &Words::english(), &Settings::default()).html();
        assert_eq!(html.matches("<h1").count(), 1, "{name}");
        assert!(!html.contains("av-unsupported"), "{name}");
    }
}

#[test]
fn the_long_feature_uses_every_block_and_every_inline() {
    let feature = sample("harbour-inland");
    let mut all = Vec::new();
    objects(&feature["standfirst"], &mut all);
    objects(&feature["body"], &mut all);
    let used: BTreeSet<&str> = all
        .iter()
        .filter_map(|members| members.get("type").and_then(Value::as_str))
        .collect();
    // A string in the body is a paragraph, `quote` as an inline is another name of `q`, and what cannot be shown is in no
    // article that was written by hand.
    let elsewhere = ["paragraph", "quote", "unsupported"];
    let known = blocks::kinds();
    for kind in known.chain(inlines::INLINES.iter().map(|(kind, _)| *kind)) {
        assert!(
            used.contains(kind) || elsewhere.contains(&kind),
            "no {kind} in articles/harbour-inland.json"
        );
    }
    for style in ["u", "s", "mark", "small", "kbd", "samp", "var", "cite"] {
        assert!(
            used.contains(style),
            "no {style} in articles/harbour-inland.json"
        );
    }
}

#[test]
fn every_file_and_sample_that_is_named_exists() {
    for (name, text) in samples() {
        let article: Value = serde_json::from_str(&text).expect("JSON");
        let mut all = Vec::new();
        objects(&article, &mut all);
        for members in all {
            if let Some(file) = members.get("src").and_then(Value::as_str) {
                assert!(
                    Path::new("articles").join(file).is_file(),
                    "{name}: articles/{file} is missing"
                );
            }
            for key in ["url", "href"] {
                let Some(url) = members.get(key).and_then(Value::as_str) else {
                    continue;
                };
                // What the desk is asked for stands behind the file, or alone.
                if let Some(file) = url.strip_prefix("../?src=") {
                    let file = file.split('&').next().unwrap_or(file);
                    assert!(Path::new(file).is_file(), "{name}: {url} leads nowhere");
                } else if url != "../?edit" {
                    assert!(url.starts_with("https://"), "{name}: {url}");
                }
            }
        }
    }
}

#[test]
fn the_list_names_every_sample() {
    let list = sample("samples").to_string();
    for (name, _) in samples() {
        let there = list.contains(&format!("articles/{name}.json"));
        assert!(
            there || name == "samples",
            "articles/samples.json does not name {name}"
        );
    }
}

#[test]
fn pictures_have_alternative_texts_and_sizes() {
    for (name, text) in samples() {
        let article: Value = serde_json::from_str(&text).expect("JSON");
        let mut all = Vec::new();
        objects(&article, &mut all);
        for members in all {
            let is_picture = members.contains_key("sources") && members.contains_key("src");
            if is_picture {
                for key in ["alt", "width", "height"] {
                    assert!(
                        members.contains_key(key),
                        "{name}: {} has no {key}",
                        members["src"]
                    );
                }
            }
        }
    }
}
