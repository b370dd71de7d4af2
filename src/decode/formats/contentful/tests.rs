use crate::decode::formats::reading;
use crate::decode::{Document, Opened, Options};
use crate::model::block::{List, Table};
use crate::model::inline::plain_text;
use crate::model::{Article, Block, NoticeKind};

#[track_caller]
fn article(json: &str) -> Article {
    reading::article(json, None, "contentful")
}

/// The body of these nodes, which follow a first paragraph.
#[track_caller]
fn body(nodes: &str) -> Vec<Block> {
    let json = [
        r#"{"nodeType": "document", "content": [{"nodeType": "paragraph", "content": [{"nodeType": "text", "value": "First."}]}, "#,
        nodes,
        "]}",
    ]
    .concat();
    let mut body = article(&json).body;
    body.remove(0);
    body
}

const TEXT: &str = r#"{"nodeType": "document", "content": [{"nodeType": "paragraph", "content": [{"nodeType": "text", "value": "Words"}]}]}"#;

/// An entry of these fields.
fn entry(id: &str, fields: &str) -> String {
    format!(r#"{{"sys": {{"type": "Entry", "id": "{id}"}}, "fields": {{{fields}}}}}"#)
}

fn link(kind: &str, id: &str) -> String {
    format!(r#"{{"sys": {{"type": "Link", "linkType": "{kind}", "id": "{id}"}}}}"#)
}

#[test]
fn a_text_an_entry_and_an_answer_are_known() {
    let entry = entry("a", &format!(r#""title": "A", "body": {TEXT}"#));
    for json in [
        TEXT.to_owned(),
        entry.clone(),
        format!("[{entry}]"),
        format!(r#"{{"sys": {{"type": "Array"}}, "items": [{entry}]}}"#),
        format!(r#"{{"contentTypes": [], "entries": [{entry}]}}"#),
        format!(r#"{{"data": {entry}}}"#),
    ] {
        assert_eq!(reading::spoken(&article(&json).body), ["Words"], "{json}");
    }
    for (json, wanted) in [
        (
            r#"{"sys": {"type": "Array"}, "items": []}"#,
            "an answer without articles",
        ),
        (
            r#"{"sys": {"type": "Array"}, "items": [{"sys": {"type": "Asset"}, "fields": {}}]}"#,
            "an answer without articles",
        ),
        (
            r#"{"sys": {"type": "Asset", "id": "a"}, "fields": {}}"#,
            "a picture or another media file",
        ),
        (
            r#"{"sys": {"type": "Error", "id": "NotFound"}, "message": "x"}"#,
            "an error message",
        ),
    ] {
        reading::is_refused(json, wanted);
    }
}

#[test]
fn of_an_answer_only_what_looks_like_an_article_is_one() {
    let count = |entries: &[String]| {
        let json = [
            r#"{"sys": {"type": "Array"}, "items": ["#,
            &entries.join(","),
            "]}",
        ]
        .concat();
        let document = Document::parse(json.as_bytes()).unwrap();
        match document.open(&Options::default()).unwrap() {
            Opened::One(_) => 1,
            Opened::Many(list) => list.len(),
        }
    };
    let person = || entry("p", &format!(r#""name": "Ada", "bio": {TEXT}"#));
    let topic = || entry("t", r#""title": "Sea""#);
    let story = || entry("s", &format!(r#""title": "A", "story": {TEXT}"#));
    let localised = || {
        entry(
            "l",
            r#""title": {"en-US": "A"}, "body": {"en-US": "Words"}"#,
        )
    };
    assert_eq!(count(&[person(), story(), topic(), localised()]), 2);
    assert_eq!(count(&[person(), story(), topic()]), 1);
    // Where none has both, whatever has one of them is better than nothing.
    assert_eq!(count(&[topic(), topic()]), 2);
}

#[test]
fn links_lead_to_what_stands_beside_the_entry() {
    let json = [
        r#"{"sys": {"type": "Array"}, "items": ["#,
        &entry("a", &[r#""title": "A", "body": "Words", "author": ["#, &link("Entry", "p"), ",", &link("Entry", "gone"), r#"], "heroImage": "#, &link("Asset", "i")].concat()),
        ",",
        &entry("p", r#""name": "Ada""#),
        r#"], "includes": {"Asset": [{"sys": {"type": "Asset", "id": "i"}, "fields": {"title": "gates.jpg", "description": "Gates",
            "file": {"url": "//a.example/gates.jpg", "fileName": "gates.jpg", "contentType": "image/jpeg", "details": {"image": {"width": 20, "height": 10}}}}}]}}"#,
    ]
    .concat();
    let decoded = reading::read(&json, None).unwrap();
    assert_eq!(decoded.article.byline.authors[0].name, "Ada");
    let Some(Block::Figure(lead)) = &decoded.article.lead else {
        panic!("{:?}", decoded.article.lead);
    };
    assert_eq!(lead.image.src.src(), "https://a.example/gates.jpg");
    assert_eq!(lead.image.size.map(|size| size.width), Some(20));
    assert_eq!(lead.image.alt.as_deref(), Some("Gates"));
    // The name of the file is no caption.
    assert!(lead.caption.is_empty());
    let notes: Vec<String> = decoded.notes.iter().map(ToString::to_string).collect();
    assert_eq!(
        notes,
        [
            "$.items[0].fields.author[1]: “Entry gone” is left out: the data does not hold what it refers to"
        ]
    );
}

#[test]
fn an_entry_that_embeds_itself_comes_to_an_end() {
    let text = format!(
        r#"{{"nodeType": "document", "content": [{{"nodeType": "embedded-entry-block", "data": {{"target": {}}}}}]}}"#,
        link("Entry", "a")
    );
    let callout = format!(
        r#"{{"sys": {{"type": "Entry", "id": "a", "contentType": {{"sys": {{"id": "callout"}}}}}}, "fields": {{"title": "A", "body": {text}}}}}"#
    );
    let json = format!(r#"{{"sys": {{"type": "Array"}}, "items": [{callout}]}}"#);
    assert_eq!(reading::spoken(&article(&json).body), ["A"]);
}

#[test]
fn a_field_may_have_a_value_for_each_language() {
    let json = entry(
        "a",
        &format!(
            r#""title": {{"de-DE": "Tor", "en-US": "Gate"}}, "intro": {{"de-DE": "Kurz"}}, "tags": {{"de-DE": ["See"]}}, "text": {{"de-DE": {TEXT}}}"#
        ),
    );
    let article = article(&json);
    assert_eq!(plain_text(&article.headline), "Tor");
    assert_eq!(reading::spoken(&article.standfirst), ["Kurz"]);
    assert_eq!(article.tags[0].name, "See");
    assert_eq!(reading::spoken(&article.body), ["Words"]);
    assert_eq!(article.language.unwrap().tag(), "de-DE");
}

#[test]
fn an_entry_that_was_never_published_is_a_draft() {
    let json = |more: &str| {
        format!(
            r#"{{"sys": {{"type": "Entry", "id": "a"{more}}}, "fields": {{"title": "A", "body": "Words"}}}}"#
        )
    };
    let notices = |more| article(&json(more)).notices;
    assert_eq!(notices(r#", "version": 3"#)[0].kind, NoticeKind::Draft);
    assert!(notices(r#", "version": 3, "publishedVersion": 1"#).is_empty());
    assert!(notices(r#", "revision": 3"#).is_empty());
}

#[test]
fn nodes_are_what_they_are_called() {
    let text = r#"{"nodeType": "text", "value": "w"}"#;
    let paragraph = format!(r#"{{"nodeType": "paragraph", "content": [{text}]}}"#);
    let list = body(&format!(
        r#"{{"nodeType": "ordered-list", "content": [{{"nodeType": "list-item", "content": [{paragraph}, {{"nodeType": "unordered-list", "content": [{{"nodeType": "list-item", "content": [{text}]}}]}}]}}]}}"#
    ));
    let [
        Block::List(List {
            start: Some(1),
            items,
        }),
    ] = list.as_slice()
    else {
        panic!("{list:?}");
    };
    assert!(matches!(
        items[0].blocks.as_slice(),
        [Block::Paragraph(_), Block::List(List { start: None, .. })]
    ));
    let table = body(&format!(
        r#"{{"nodeType": "table", "content": [
            {{"nodeType": "table-row", "content": [{{"nodeType": "table-header-cell", "content": [{paragraph}]}}]}},
            {{"nodeType": "table-row", "content": [{{"nodeType": "table-header-cell", "content": [{paragraph}, {paragraph}]}}, {{"nodeType": "table-cell", "content": []}}]}}]}}"#
    ));
    let [Block::Table(Table { head, rows, .. })] = table.as_slice() else {
        panic!("{table:?}");
    };
    assert_eq!((head.len(), rows.len()), (1, 1));
    assert_eq!(plain_text(&rows[0][0].text), "w w");
    assert!(rows[0][0].header && !rows[0][1].header);
    for (kind, level) in [("heading-1", 2), ("heading-3", 3), ("heading-6", 6)] {
        let body = body(&format!(r#"{{"nodeType": "{kind}", "content": [{text}]}}"#));
        assert!(
            matches!(&body[0], Block::Heading(heading) if heading.level == level),
            "{body:?}"
        );
    }
    // Unknown boxes keep their words, and words without a box are a paragraph.
    let body = body(&format!(
        r#"{{"nodeType": "columns", "content": [{text}, {text}]}}, {text}, {{"nodeType": "map"}}, 4"#
    ));
    assert_eq!(reading::spoken(&body), ["ww", "w"]);
    assert!(matches!(body.last(), Some(Block::Unsupported(_))));
}

#[test]
fn a_text_is_no_html() {
    let body = body(
        r#"{"nodeType": "paragraph", "content": [{"nodeType": "text", "value": "1 < 2 &amp; <script>x</script>"}]}"#,
    );
    assert_eq!(reading::spoken(&body), ["1 < 2 &amp; <script>x</script>"]);
}

#[test]
fn wrong_types_cost_themselves() {
    let json = entry(
        "a",
        &format!(
            r#""title": 4, "subtitle": [], "heroImage": "", "image": {{"x": 1}}, "author": [3, {{}}], "publishDate": [], "tags": "a, b", "body": {TEXT}"#
        ),
    );
    let article = article(&json);
    assert_eq!(plain_text(&article.headline), "4");
    assert_eq!(reading::spoken(&article.body), ["Words"]);
    assert_eq!(article.tags.len(), 2);
}

#[test]
fn what_embeds_itself_in_its_title_ends() {
    let rich = |node: &str| {
        [
            r#"{"nodeType": "document", "content": [{"nodeType": "text", "value": "Mud"}, "#,
            node,
            "]}",
        ]
        .concat()
    };
    let node = |name: &str, target: &str| {
        format!(r#"{{"nodeType": "{name}", "data": {{"target": {target}}}}}"#)
    };
    let picture = node("embedded-asset-block", &link("Asset", "p"));
    let inline = node("embedded-entry-inline", &link("Entry", "b"));
    let embedded = node("embedded-entry-block", &link("Entry", "b"));
    let text = rich(&[picture.as_str(), &inline, &embedded].join(","));
    let asset = format!(
        r#"{{"sys": {{"type": "Asset", "id": "p"}}, "fields": {{"title": {text}, "description": {text},
            "file": {{"url": "https://a.example/a.jpg"}}}}}}"#
    );
    let other = entry(
        "b",
        &format!(r#""heading": {text}, "content": {text}, "url": "https://a.example/b""#),
    );
    let json = format!(
        r#"{{"sys": {{"type": "Array"}}, "items": [{}], "includes": {{"Entry": [{other}], "Asset": [{asset}]}}}}"#,
        entry("a", &format!(r#""title": "A", "body": {text}"#)),
    );
    let article = article(&json);
    let figures = article.body.iter();
    let figures = figures.filter(|block| matches!(block, Block::Figure(_)));
    assert_eq!(figures.count(), 1, "{:?}", article.body);
}
