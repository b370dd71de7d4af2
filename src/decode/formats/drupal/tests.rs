use super::super::reading::{self, read as decode};
use super::*;
use crate::model::inline::plain_text;

const BASE: Option<&str> = Some("https://cms.quay.example/jsonapi/node/article/1");

#[track_caller]
fn read(json: &str) -> Article {
    reading::article(json, BASE, FORMAT.name)
}

/// A node with these attributes, relationships and resources.
fn node(attributes: &str, relationships: &str, included: &str) -> String {
    [
        r#"{"data": {"type": "node--article", "id": "n", "attributes": {"title": "Ebb""#,
        attributes,
        r#"}, "relationships": {"#,
        relationships,
        r#"}}, "included": ["#,
        included,
        "]}",
    ]
    .concat()
}

#[test]
fn comments_are_off_closed_or_open() {
    let state = |status: &str| {
        let json = node(
            &[r#", "comment": {"status": "#, status, "}"].concat(),
            "",
            "",
        );
        read(&json).comments.map(|comments| comments.state)
    };
    assert_eq!(state("0"), Some(CommentsState::Off));
    assert_eq!(state("1"), Some(CommentsState::Closed));
    assert_eq!(state("\"2\""), Some(CommentsState::Open));
    assert_eq!(state("7"), None);
    assert_eq!(state("[]"), None);
}

#[test]
fn what_an_editor_typed_is_not_read() {
    let article = read(&node(
        r#", "body": {"value": "<p>typed</p>", "processed": null}"#,
        "",
        "",
    ));
    assert!(article.body.is_empty());
}

#[test]
fn a_picture_is_two_hops_away() {
    let article = read(&node(
        "",
        r#""field_media_image": {"data": {"type": "media--image", "id": "m"}}"#,
        r#"{"type": "media--image", "id": "m", "relationships": {"field_media_image": {"data":
            {"type": "file--file", "id": "f", "meta": {"alt": "Mud", "width": "3", "height": 2}}}}},
           {"type": "file--file", "id": "f", "attributes": {"uri": {"url": "/files/mud.jpg"}}}"#,
    ));
    let Some(Block::Figure(figure)) = article.lead else {
        panic!("no picture");
    };
    assert_eq!(
        figure.image.src.src(),
        "https://cms.quay.example/files/mud.jpg"
    );
    assert_eq!(figure.image.alt.as_deref(), Some("Mud"));
    assert_eq!(figure.image.size.map(|size| size.width), Some(3));
}

#[test]
fn an_address_of_the_system_is_no_picture() {
    let article = read(&node(
        "",
        r#""field_image": {"data": {"type": "file--file", "id": "f"}}"#,
        r#"{"type": "file--file", "id": "f", "attributes": {"uri": {"value": "public://mud.jpg"}}}"#,
    ));
    assert_eq!(article.lead, None);
}

#[test]
fn a_reference_without_its_resource_leaves_a_note_and_no_trace() {
    let json = node(
        "",
        r#""uid": {"data": {"type": "user--user", "id": "u"}}, "field_image": {"data": {"type": "file--file", "id": "f"}}"#,
        "",
    );
    let decoded = decode(&json, BASE).expect("an article");
    assert_eq!(decoded.notes.len(), 2);
    assert!(decoded.article.byline.authors.is_empty() && decoded.article.lead.is_none());
}

#[test]
fn authors_of_the_text_go_before_whoever_typed_it() {
    let article = read(&node(
        "",
        r#""uid": {"data": {"type": "user--user", "id": "u"}}, "field_author": {"data": {"type": "node--person", "id": "p"}}"#,
        r#"{"type": "user--user", "id": "u", "attributes": {"display_name": "Desk", "name": "desk1"}},
           {"type": "node--person", "id": "p", "attributes": {"title": "Ada Kerrigan"}}"#,
    ));
    let names: Vec<_> = article.byline.authors.iter().map(|it| &it.name).collect();
    assert_eq!(names, ["Ada Kerrigan"]);
}

#[test]
fn a_name_to_log_in_with_is_never_shown() {
    let article = read(&node(
        "",
        r#""uid": {"data": {"type": "user--user", "id": "u"}}"#,
        r#"{"type": "user--user", "id": "u", "attributes": {"name": "akerrigan"}}"#,
    ));
    assert!(article.byline.authors.is_empty());
}

#[test]
fn parts_that_lead_back_to_themselves_end() {
    let article = read(&node(
        "",
        r#""field_parts": {"data": [{"type": "paragraph--a", "id": "p"}, {"type": "paragraph--a", "id": "p"}]}"#,
        r#"{"type": "paragraph--a", "id": "p", "attributes": {"field_text": {"processed": "<p>Mud.</p>"}},
            "relationships": {"field_parts": {"data": [{"type": "paragraph--a", "id": "p"}]}}}"#,
    ));
    assert_eq!(article.body.len(), 1);
}

#[test]
fn without_another_base_addresses_are_relative_to_the_answers_own() {
    let json = r#"{"data": {"type": "node--article", "id": "n", "links": {"self": {"href": "https://cms.quay.example/jsonapi/n"}},
        "attributes": {"title": "Ebb", "path": {"alias": "/ebb"}}}}"#;
    let article = reading::article(json, None, FORMAT.name);
    let canonical = article.canonical.map(|link| link.href().to_owned());
    assert_eq!(canonical.as_deref(), Some("https://cms.quay.example/ebb"));
    assert_eq!(article.publisher, None);
}

#[test]
fn wrong_types_cost_themselves() {
    for wrong in ["7", "\"x\"", "[null, 1]", "{\"a\": {}}", "true"] {
        let mut json = String::from(r#"{"type": "node--article", "id": "n", "title": "Ebb""#);
        for name in [
            "path",
            "body",
            "comment",
            "uid",
            "field_image",
            "field_tags",
            "metatag",
            "relationships",
        ] {
            json.push_str(&[", \"", name, "\": ", wrong].concat());
        }
        json.push('}');
        let article = read(&json);
        assert_eq!(plain_text(&article.headline), "Ebb");
    }
}

#[test]
fn a_paragraph_that_many_refer_to_is_shown_once() {
    let part = r#"{"type": "paragraph--text", "id": "p"}"#;
    let refer = [r#""field_p": {"data": ["#, &[part; 900].join(","), "]}"].concat();
    // It refers to itself as well.
    let included = [
        r#"{"type": "paragraph--text", "id": "p", "attributes": {"field_text": {"processed": "<p>Mud</p>"}}, "relationships": {"#,
        &refer,
        "}}",
    ]
    .concat();
    let decoded = decode(&node("", &refer, &included), BASE).expect("an article");
    assert_eq!(decoded.article.body.len(), 1);
    assert!(!decoded.notes.is_empty());
}

#[test]
fn a_picture_is_used_only_so_often() {
    let file = r#"{"type": "file--file", "id": "f"}"#;
    let refer = [r#""field_image": {"data": ["#, &[file; 900].join(","), "]}"].concat();
    let included = r#"{"type": "file--file", "id": "f", "attributes": {"uri": {"url": "https://a.example/a.jpg"}}}"#;
    match read(&node("", &refer, included)).lead {
        Some(Block::Gallery(gallery)) => assert!(gallery.images.len() <= MOST_USES),
        Some(Block::Figure(_)) => {}
        other => panic!("{other:?}"),
    }
}
