use crate::decode::formats::reading;
use crate::decode::{DecodeError, Note, NoteKind, Options, decode};
use crate::model::block::List;
use crate::model::inline::plain_text;
use crate::model::{Article, Block, Inline, NoticeKind};

#[track_caller]
fn article(json: &str) -> Article {
    reading::article(json, None, "portable-text")
}

/// A block of these words, with further members.
fn block(words: &str, more: &str) -> String {
    [
        r#"{"_type": "block", "children": [{"_type": "span", "text": ""#,
        words,
        r#""}]"#,
        more,
        "}",
    ]
    .concat()
}

/// The body of these parts.
#[track_caller]
fn body(parts: &[&str]) -> Vec<Block> {
    let first = block("First.", "");
    let parts: Vec<&str> = [first.as_str()]
        .into_iter()
        .chain(parts.iter().copied())
        .collect();
    let mut body = article(&["[", &parts.join(","), "]"].concat()).body;
    body.remove(0);
    body
}

/// Lists as `(a (b) c)`, ordered ones in square brackets.
fn outline(blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks {
        match block {
            Block::List(List { start, items }) => {
                let (open, close) = if start.is_some() {
                    ("[", "]")
                } else {
                    ("(", ")")
                };
                let items: Vec<String> = items.iter().map(|item| outline(&item.blocks)).collect();
                out.extend([open, &items.join(" "), close]);
            }
            Block::Paragraph(paragraph) => out.push_str(&plain_text(&paragraph.text)),
            Block::Heading(heading) => out.extend(["#", &plain_text(&heading.text)]),
            other => out.push_str(&format!("{other:?}")),
        }
    }
    out
}

#[test]
fn a_list_a_block_and_a_document_are_known() {
    let text = block("A", "");
    for json in [
        text.clone(),
        format!("[{text}]"),
        format!(r#"[{{"_type": "image"}}, null, {text}]"#),
        format!(r#"[{{"type": "x"}}, {text}, 4]"#),
        format!(r#"{{"_type": "post", "story": [{text}]}}"#),
        format!(r#"{{"title": "A", "body": [{text}]}}"#),
        format!(r#"{{"ms": 3, "result": {{"title": "A", "body": [{text}]}}}}"#),
        format!(r#"{{"ms": 3, "result": [{text}]}}"#),
        r#"{"_type": "post", "_id": "a", "_rev": "1", "title": "A"}"#.to_owned(),
        r#"{"result": [{"_type": "post", "_id": "a", "_rev": "1", "title": "A"}]}"#.to_owned(),
        r#"[{"_type": "post", "_id": "a", "_rev": "1", "title": "A"}]"#.to_owned(),
    ] {
        assert!(!article(&json).is_empty(), "{json}");
    }
    for json in [
        r#"[{"_type": "block"}]"#.to_owned(),
        r#"{"_type": "post", "_id": "a"}"#.to_owned(),
    ] {
        let found = reading::read(&json, None);
        assert!(
            matches!(found, Err(DecodeError::UnknownFormat { .. })),
            "{json}"
        );
    }
    for (json, wanted) in [
        (
            r#"{"_type": "sanity.imageAsset", "_id": "a", "url": "https://a.example/a.jpg"}"#,
            "a picture or another media file",
        ),
        (
            r#"{"_type": "person", "_id": "a", "_rev": "1", "name": "Ada"}"#,
            "an author",
        ),
        (
            r#"{"_type": "category", "_id": "a", "_rev": "1", "title": "Sea"}"#,
            "a category or a tag",
        ),
        (
            r#"{"query": "*[_type == 'post']", "ms": 2, "result": []}"#,
            "an answer without articles",
        ),
    ] {
        reading::is_refused(json, wanted);
    }
}

#[test]
fn a_caller_who_names_the_format_may_give_any_of_them() {
    let text = block("A", "");
    for json in [
        format!(r#"{{"result": [{{"_type": "post", "body": [{text}]}}]}}"#),
        format!(r#"{{"result": [{text}]}}"#),
        text,
    ] {
        let options = Options {
            format: Some("portable-text".into()),
            ..Options::default()
        };
        let decoded = decode(json.as_bytes(), &options).expect("an article");
        assert_eq!(reading::spoken(&decoded.article.body), ["A"], "{json}");
    }
}

#[test]
fn flat_items_become_lists_in_lists() {
    let item = |words: &str, marker: &str, level: &str| {
        block(
            words,
            &format!(r#", "listItem": "{marker}", "level": {level}"#),
        )
    };
    for (items, wanted) in [
        (
            vec![
                item("a", "bullet", "1"),
                item("b", "number", "2"),
                item("c", "number", "3"),
                item("d", "number", "2"),
                item("e", "bullet", "1"),
            ],
            "(a[b[c] d] e)",
        ),
        // Another kind is another list.
        (
            vec![item("a", "bullet", "1"), item("b", "number", "1")],
            "(a)[b]",
        ),
        // Levels that are left out, or are none.
        (
            vec![
                item("a", "bullet", "null"),
                item("b", "bullet", "9"),
                item("c", "bullet", "1e9"),
                item("d", "bullet", "0"),
                item("e", "bullet", "\"2\""),
            ],
            "(a(b) c d(e))",
        ),
        (
            vec![item("a", "bullet", "3"), item("b", "bullet", "1")],
            "(a b)",
        ),
        // What leaves no trace still stands between two lists.
        (
            vec![
                item("a", "bullet", "1"),
                r#"{"_type": "reference", "_ref": "gone"}"#.into(),
                item("b", "bullet", "1"),
            ],
            "(a)(b)",
        ),
        (
            vec![block("a", r#", "listItem": "bullet", "style": "h2""#)],
            "(#a)",
        ),
    ] {
        let items: Vec<&str> = items.iter().map(String::as_str).collect();
        assert_eq!(outline(&body(&items)), wanted);
    }
}

#[test]
fn levels_without_end_make_no_tower() {
    let items: Vec<String> = (1..5000)
        .map(|level| block("a", &format!(r#", "listItem": "bullet", "level": {level}"#)))
        .collect();
    let article = article(&["[", &items.join(","), "]"].concat());
    assert_eq!(outline(&article.body).matches('(').count(), 12);
}

#[test]
fn a_text_is_no_html() {
    let body = body(&[&block("1 < 2 &amp; <script>x</script>", "")]);
    assert_eq!(reading::spoken(&body), ["1 < 2 &amp; <script>x</script>"]);
}

#[test]
fn a_picture_without_an_address_leaves_a_sign_and_a_note() {
    let json = [
        "[",
        &block("A", ""),
        r#", {"_type": "image", "asset": {"_ref": "image-ab-20x10-jpg"}, "caption": "Gates"}, {"_type": "image"}]"#,
    ]
    .concat();
    let decoded = reading::read(&json, Some("https://a.example/")).unwrap();
    let [_, Block::Unsupported(sign), Block::Unsupported(_)] = decoded.article.body.as_slice()
    else {
        panic!("{:?}", decoded.article.body);
    };
    assert_eq!((sign.kind.as_str(), sign.text.as_str()), ("image", "Gates"));
    let notes: Vec<&str> = decoded.notes.iter().map(|note| note.kind.code()).collect();
    assert_eq!(notes, ["left-out", "missing", "missing"]);
    let lead = r#"{"_type": "a", "_id": "a", "_rev": "1", "title": "A", "poster": {"asset": {"_ref": "image-ab-20x10-jpg"}}}"#;
    assert!(matches!(article(lead).lead, Some(Block::Unsupported(_))));
}

#[test]
fn a_reference_is_followed_within_the_answer() {
    let json = r#"{"result": [
        {"_type": "a", "_id": "a", "_rev": "1", "title": "A", "mainImage": {"asset": {"_ref": "image-b-2x1-jpg"}}, "authors": [{"_ref": "p"}, {"_ref": "q"}]},
        {"_type": "sanity.imageAsset", "_id": "image-b-2x1-jpg", "url": "https://a.example/b.jpg"},
        {"_type": "person", "_id": "p", "name": "Ada"}
    ]}"#;
    let decoded = reading::read(json, None).unwrap();
    assert!(matches!(decoded.article.lead, Some(Block::Figure(_))));
    assert_eq!(decoded.article.byline.authors[0].name, "Ada");
    assert!(
        decoded
            .notes
            .iter()
            .any(|note| matches!(&note.kind, NoteKind::LeftOut { kind, .. } if kind == "q"))
    );
}

#[test]
fn a_draft_says_so() {
    let json = r#"{"_type": "a", "_id": "drafts.a", "_rev": "1", "title": "A"}"#;
    assert_eq!(article(json).notices[0].kind, NoticeKind::Draft);
}

#[test]
fn the_body_is_the_longest_text_where_none_of_the_names_fits() {
    let text = |words: &str| block(words, "");
    let json = format!(
        r#"{{"_type": "a", "title": "A", "intro": [{0}, {0}, {0}], "aside": [{1}], "story": [{2}, {2}]}}"#,
        text("intro"),
        text("aside"),
        text("story")
    );
    let article = article(&json);
    assert_eq!(reading::spoken(&article.body), ["story", "story"]);
    assert_eq!(reading::spoken(&article.standfirst), ["intro"; 3]);
}

#[test]
fn wrong_types_cost_themselves() {
    let json = format!(
        r#"{{"_type": "a", "_id": 7, "title": ["x"], "heading": "H", "authors": [1, {{"name": {{}}}}], "tags": [{{}}, "t", 4],
            "categories": 3, "publishedAt": {{}}, "mainImage": 4, "image": "", "body": [{}]}}"#,
        block(
            "A",
            r#", "style": 4, "markDefs": 3, "level": {}, "listItem": []"#
        )
    );
    let article = article(&json);
    assert_eq!(plain_text(&article.headline), "H");
    assert_eq!(reading::spoken(&article.body), ["A"]);
    assert_eq!(article.tags.len(), 1);
}

#[test]
fn captions_in_captions_are_read_once() {
    // Each level would double what is read.
    let mut text = block("Deepest.", "");
    for _ in 0..40 {
        text = [
            r#"{"_type": "block", "children": []}, {"_type": "image", "asset": {"url": "https://a.example/a.jpg"}, "caption": ["#,
            &text,
            "]}",
        ]
        .concat();
    }
    let body = body(&[&text]);
    assert_eq!(body.len(), 1, "{body:?}");
}

#[test]
fn boxes_that_refer_to_each_other_end() {
    let json = r#"{"result": [{"_type": "post", "_id": "a", "title": "A", "body": [
        {"_type": "block", "children": [{"_type": "span", "text": "First."}]},
        {"_type": "callout", "title": {"_ref": "a"}, "body": {"_ref": "a"}, "image": {"_ref": "a"}},
        {"_type": "image", "image": {"_ref": "a"}, "caption": {"_ref": "a"}, "asset": {"_ref": "a"}}
    ]}]}"#;
    assert_eq!(
        reading::spoken(&article(json).body).first().unwrap(),
        "First."
    );
}

#[test]
fn a_mark_that_many_spans_have_is_read_once() {
    let span = r#"{"_type": "span", "text": "a", "marks": ["k"]}, "b", "#.repeat(500);
    let json = [
        r#"[{"_type": "block", "markDefs": [{"_key": "k", "href": "https://a.example/"}], "children": ["#,
        &span,
        r#""c"]}]"#,
    ]
    .concat();
    let article = article(&json);
    let Some(Block::Paragraph(paragraph)) = article.body.first() else {
        panic!("{article:?}");
    };
    let mut links = Vec::new();
    for inline in &paragraph.text {
        if let Inline::Link { to, .. } = inline {
            links.push(to.href());
        }
    }
    assert_eq!(links.len(), 500);
    assert!(links.iter().all(|link| std::ptr::eq(*link, links[0])));
}

#[test]
fn marks_and_what_is_said_of_them_are_bounded() {
    let json = [
        r#"[{"_type": "block", "markDefs": ["#,
        &r#"{"_key": "a", "href": "https://a.example/"}, "#.repeat(60_000),
        r#"{"_key": "k", "href": "https://a.example/"}], "children": [{"_type": "span", "text": "a", "marks": ["#,
        &r#""x", "#.repeat(60_000),
        r#""strong", "k"]}, {"_type": "span", "text": "b", "marks": ["k"]}]}]"#,
    ]
    .concat();
    let decoded = reading::read(&json, None).unwrap();
    // Of the first span the marks that it may have, of the second one the only one, of which too much is said.
    let unknown = |note: &&Note| matches!(note.kind, NoteKind::UnknownInline { .. });
    assert_eq!(decoded.notes.iter().filter(unknown).count(), 13);
}
