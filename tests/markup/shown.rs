// Included by `markup.rs` and `browser.rs`, so that both show the same.

/// The blocks of a snippet, and what was left out of it, in one line.
fn shown(snippet: &str) -> String {
    let document = [
        r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Paper", "items": [{"id": "1", "title": "Snippet", "content_html": ""#,
        &snippet.replace('\\', "\\\\").replace('"', "\\\""),
        r#""}]}"#,
    ]
    .concat();
    let options = Options {
        base: Some("https://news.example/world/a.json".into()),
        ..Options::default()
    };
    match decode(document.as_bytes(), &options) {
        Ok(decoded) => {
            let notes: Vec<_> = decoded.notes.iter().map(|note| note.kind.to_string()).collect();
            format!("{:?} {:?} {notes:?}", decoded.article.lead, decoded.article.body)
        }
        Err(error) => error.to_string(),
    }
}

/// The same, where the platform's parser has read it: markup with a doctype is never read without it.
fn shown_by_the_parser(snippet: &str) -> String {
    shown(&["<!doctype html>", snippet].concat())
}
