//! What is written in our own format is read as the same article.

#[path = "specimen/specimen.rs"]
mod specimen;

use article_viewer::decode::{Decoded, decode};
use article_viewer::encode::encode;
use article_viewer::model::Article;
use specimen::{articles, options};

fn read(name: &str, text: &str) -> Decoded {
    decode(text.as_bytes(), &options()).unwrap_or_else(|error| panic!("{name}: {error}\n{text}"))
}

/// The first line in which two articles differ, with what is in it.
fn difference(one: &Article, other: &Article) -> Option<String> {
    let (one, other) = (format!("{one:#?}"), format!("{other:#?}"));
    let mut lines = one.lines().zip(other.lines());
    lines
        .find(|(one, other)| one != other)
        .map(|(one, other)| format!("{one}\nbecame\n{other}"))
}

#[test]
fn every_article_comes_back_as_it_was() {
    for (name, article) in articles() {
        let text = encode(&article);
        let again = read(&name, &text);
        if let Some(difference) = difference(&article, &again.article) {
            panic!("{name}: {difference}\nby way of\n{text}");
        }
        assert_eq!(article, again.article, "{name}");
        assert_eq!(text, encode(&again.article), "{name}");
        assert_eq!(again.format.name, "native");
    }
}

#[test]
fn what_is_written_is_read_without_a_note() {
    for (name, article) in articles() {
        let notes = read(&name, &encode(&article)).notes;
        let told: Vec<_> = notes
            .iter()
            // What a picture shows nobody knows the second time either.
            .filter(|note| note.kind.code() != "no-alt")
            .collect();
        assert!(told.is_empty(), "{name}: {told:?}");
    }
}

#[test]
fn an_article_is_written_as_a_person_would_write_it() {
    let text = r#"{
  "format": "article-viewer/1",
  "url": "https://news.example/tide",
  "language": "en",
  "publisher": "The Harbour Courier",
  "headline": ["The tide clock ", { "type": "em", "text": "runs" }, " again"],
  "standfirst": "After eleven years.",
  "published": "2026-11-20T08:00:00.250Z",
  "lead": { "src": "https://news.example/dawn.jpg", "alt": "Boats", "caption": "The boats leave." },
  "body": [
    "It strikes.",
    ["It ", { "type": "strong", "text": "strikes" }, ",\nand strikes."],
    { "type": "heading", "level": 2, "text": "How" },
    {
      "type": "list",
      "items": ["A pendulum", ["A float:", { "type": "list", "items": ["of cork", "of tin"] }]]
    },
    { "type": "quote", "text": "Late!", "cite": "A passenger" },
    { "type": "table", "rows": [["1", { "text": "2", "align": "end" }]] },
    { "type": "rating", "value": 3.5 }
  ],
  "comments": "closed"
}
"#;
    let decoded = read("the text", text);
    assert!(decoded.notes.is_empty(), "{:?}", decoded.notes);
    assert_eq!(encode(&decoded.article), text);
}
