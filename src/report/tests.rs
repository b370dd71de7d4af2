use super::*;

fn of(json: &str) -> Report {
    report(json.as_bytes(), &Options::default())
}

fn paths(fields: &[Field]) -> Vec<&str> {
    fields.iter().map(|field| field.path.as_str()).collect()
}

const ARTICLE: &str = r#"{
  "format": "article-viewer/1",
  "headline": "Rain over the harbour",
  "mood": "wet",
  "authors": [{"name": "A. Writer", "shoe": 42}],
  "body": [
    "It rained all night.",
    {"type": "wave", "text": "It blew."},
    {"type": "image", "src": "https://paper.example/rain.jpg", "caption": 5}
  ]
}"#;

#[test]
fn a_note_has_its_line_and_column_and_says_what_to_do() {
    let report = of(ARTICLE);
    assert_eq!(report.outcome, Outcome::Article);
    let found: Vec<_> = report
        .notes
        .iter()
        .map(|note| (note.severity, note.code, note.path.as_str(), note.position))
        .collect();
    let at = |line, column| Some(Position { line, column });
    assert_eq!(
        found,
        [
            (Severity::Warning, "unknown-block", "$.body[1]", at(8, 5)),
            (Severity::Info, "no-alt", "$.body[2]", at(9, 5)),
        ]
    );
    assert!(report.notes.iter().all(|note| !note.hint.is_empty()));
}

#[test]
fn fields_are_used_or_left() {
    let report = of(ARTICLE);
    assert_eq!(paths(&report.left), ["$.mood", "$.authors[*].shoe"]);
    let used = paths(&report.used);
    assert!(used.contains(&"$.headline"), "{used:?}");
    assert!(used.contains(&"$.body[*].src"), "{used:?}");
    assert_eq!(
        report.left[0].position,
        Some(Position {
            line: 4,
            column: 11
        })
    );
}

#[test]
fn each_part_of_the_article_knows_where_it_comes_from() {
    let report = of(ARTICLE);
    let origins: Vec<_> = report
        .origins
        .iter()
        .map(|origin| (origin.part, origin.path.as_str()))
        .collect();
    assert_eq!(
        origins,
        [
            (Part::Selected(".av-headline"), "$.headline"),
            (Part::Selected(".av-byline"), "$.authors[0].name"),
            (Part::Block(0), "$.body[0]"),
            (Part::Block(1), "$.body[1].text"),
            (Part::Block(2), "$.body[2].src"),
        ]
    );
}

#[test]
fn blocks_out_of_markup_come_from_its_field() {
    let report = of(
        r#"{"id": 1, "title": {"rendered": "Rain &amp; wind"}, "content": {"rendered": "<p class='x'>It <b>rained</b>.</p><p onclick='x()'>It blew.</p>"}, "guid": {"rendered": "x"}}"#,
    );
    let format = report.format.as_ref().expect("a format");
    assert_eq!(format.name, "wordpress");
    assert!(
        format.why.contains("title.rendered is a text"),
        "{}",
        format.why
    );
    let blocks = report
        .origins
        .iter()
        .filter(|origin| matches!(origin.part, Part::Block(_)));
    let paths: Vec<&str> = blocks.map(|origin| origin.path.as_str()).collect();
    assert_eq!(paths, ["$.content.rendered", "$.content.rendered"]);
    let removed = report
        .notes
        .iter()
        .find(|note| note.code == "removed-markup");
    assert_eq!(
        removed.map(|note| note.path.as_str()),
        Some("$.content.rendered")
    );
}

#[test]
fn a_slip_and_an_unknown_file_are_reports_too() {
    let slip = of("{\n  \"headline\": \"Rain\",\n}");
    assert_eq!(slip.outcome, Outcome::Error);
    assert_eq!(slip.notes[0].code, "slip");
    assert_eq!(
        slip.notes[0].position,
        Some(Position { line: 3, column: 1 })
    );
    let unknown = of(r#"{"some": "thing"}"#);
    assert_eq!(
        (unknown.outcome, unknown.notes[0].code),
        (Outcome::Error, "unknown")
    );
    assert_eq!(unknown.format, None);
    let list = of(
        r#"{"version": "https://jsonfeed.org/version/1", "items": [{"id": "1", "content_text": "a"}, {"id": "2", "content_text": "b"}]}"#,
    );
    assert_eq!((list.outcome, list.summary.articles), (Outcome::List, 2));
    let version = list.format.and_then(|format| format.version);
    assert_eq!(version.as_deref(), Some("https://jsonfeed.org/version/1"));
}

#[test]
fn the_json_and_the_text_say_the_same() {
    let report = of(ARTICLE);
    let json: serde_json::Value = serde_json::from_str(&report.json()).expect("JSON");
    assert_eq!(
        json["notes"].as_array().map(Vec::len),
        Some(report.notes.len())
    );
    assert_eq!(json["places"][2]["index"], 0);
    assert_eq!(json["notes"][0]["line"], 8);
    let text = report.text();
    assert!(
        text.contains("- warning unknown-block at $.body[1] (line 8, column 5): "),
        "{text}"
    );
    assert!(text.contains("- $.authors[*].shoe"), "{text}");
}

#[test]
fn a_text_that_is_parted_at_its_styles_is_found_by_its_beginning() {
    let report = of(
        r#"{"format": "article-viewer/1", "headline": "Rain", "body": [
        ["A long beginning of a text, and then ", {"type": "strong", "text": "more of it"}],
        "5 < 6 and what is behind it"
    ]}"#,
    );
    let blocks: Vec<&str> = report
        .origins
        .iter()
        .filter(|origin| matches!(origin.part, Part::Block(_)))
        .map(|origin| origin.path.as_str())
        .collect();
    assert_eq!(blocks, ["$.body[0][0]", "$.body[1]"]);
}

#[test]
fn a_file_of_many_parts_has_its_report() {
    let paragraph = r#"["Words ", {"type": "strong", "text": "and more"}]"#;
    let many = vec![paragraph; 20_000].join(",");
    let json = format!(
        r#"{{"format": "article-viewer/1", "headline": "&{}", "body": [{many}]}}"#,
        "&".repeat(500_000)
    );
    assert_eq!(of(&json).outcome, Outcome::Article);
}
