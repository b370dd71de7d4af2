use crate::decode::formats::reading;
use crate::decode::{DecodeError, Decoded, NoteKind};
use crate::model::block::{List, Video};
use crate::model::inline::plain_text;
use crate::model::{Article, Block, CommentsState};

const BASE: Option<&str> = Some("https://a.example/x.json");

fn read(json: &str) -> Result<Decoded, DecodeError> {
    reading::read(json, BASE)
}

#[track_caller]
fn article(json: &str) -> Article {
    reading::article(json, BASE, "ans")
}

/// A story of these elements.
#[track_caller]
fn body(elements: &str) -> Vec<Block> {
    let json = [
        r#"{"type": "story", "headlines": {"basic": "H"}, "content_elements": ["#,
        elements,
        "]}",
    ]
    .concat();
    article(&json).body
}

#[test]
fn a_story_is_known_by_any_of_its_marks() {
    for json in [
        r#"{"type": "story", "content_elements": [{"type": "text", "content": "a"}]}"#,
        r#"{"type": "story", "headlines": {"basic": "A"}}"#,
        r#"{"type": "story", "version": "0.5.8", "description": {"basic": "A"}}"#,
        r#"[{"type": "story", "headlines": {"basic": "A"}}]"#,
        r#"{"type": "results", "content_elements": [{"type": "story", "headlines": {"basic": "A"}}]}"#,
        r#"{"type": "image", "version": "0.10.9", "url": "/a.jpg"}"#,
    ] {
        assert!(!article(json).is_empty(), "{json}");
    }
    for json in [
        r#"{"type": "story"}"#,
        r#"{"type": "story", "headlines": [{"value": "A"}]}"#,
        r#"{"type": "page", "headlines": {"basic": "A"}}"#,
        r#"{"type": "story", "version": "1.0.0"}"#,
    ] {
        assert!(
            matches!(read(json), Err(DecodeError::UnknownFormat { .. })),
            "{json}"
        );
    }
    let list = r#"{"type": "collection", "content_elements": [{"type": "reference"}]}"#;
    assert!(matches!(
        read(list),
        Err(DecodeError::NotAnArticle { what: "a list", .. })
    ));
}

#[test]
fn a_list_below_an_item_belongs_to_it() {
    let blocks = body(
        r#"{"type": "list", "list_type": "ordered", "items": [{"type": "list", "items": [{"type": "text", "content": "0"}]},
            {"type": "text", "content": "1"}, {"type": "list", "items": [{"type": "text", "content": "1a"}]}, {"type": "text", "content": "2"}]}"#,
    );
    let [
        Block::List(List {
            start: Some(1),
            items,
        }),
    ] = blocks.as_slice()
    else {
        panic!("{blocks:?}");
    };
    let sizes: Vec<_> = items.iter().map(|item| item.blocks.len()).collect();
    assert_eq!(sizes, [1, 2, 1]);
}

#[test]
fn spacing_goes_and_words_of_the_unknown_stay() {
    let blocks = body(
        r#"{"type": "text", "content": "<br/>"}, {"type": "text", "content": "&nbsp;"}, {"type": "text", "content": "<p>a</p><p>b</p>"},
            {"type": "odd", "content": "<b>c</b>"}, {"type": "odd", "content": {"x": 1}}, {"content": 7}, null, "text",
            {"type": "text", "content": "d", "channels": ["ios"]}, {"type": "text", "content": "e", "channels": ["ios", "web"]}"#,
    );
    assert_eq!(blocks.len(), 4, "{blocks:?}");
}

#[test]
fn what_does_not_resolve_leaves_a_note_and_no_trace() {
    let decoded = read(
        r#"{"type": "story", "headlines": {"basic": "H"}, "credits": {"by": [{"type": "reference", "referent": {"id": "GONE"}}]},
            "related_content": {"basic": [{"type": "reference", "referent": {"id": "GONE"}}]}, "promo_items": {"basic": {"type": "reference"}},
            "content_elements": [{"type": "reference", "referent": {"id": "GONE"}}, {"type": "text", "content": "a"}]}"#,
    )
    .unwrap();
    let shown = format!("{:?}", decoded.article);
    assert!(!shown.contains("GONE"), "{shown}");
    let left_out = |kind: &NoteKind| matches!(kind, NoteKind::LeftOut { .. });
    let notes = decoded.notes.iter().filter(|note| left_out(&note.kind));
    assert_eq!(notes.count(), 4);
}

#[test]
fn comments_follow_the_first_rule_that_holds() {
    let state = |comments: &str| {
        let json = [
            r#"{"type": "story", "headlines": {"basic": "H"}, "publish_date": "2026-01-01T00:00:00Z", "comments": {"#,
            comments,
            "}}",
        ]
        .concat();
        article(&json).comments.map(|comments| comments.state)
    };
    let open = r#""allow_comments": true"#;
    let and = |more: &str| [open, ", ", more].concat();
    assert_eq!(
        state(&and(r#""display_comments": false"#)),
        Some(CommentsState::Off)
    );
    assert_eq!(
        state(r#""allow_comments": false"#),
        Some(CommentsState::Closed)
    );
    assert_eq!(
        state(&and(r#""comments_period": 14"#)),
        Some(CommentsState::Closed)
    );
    assert_eq!(
        state(&and(r#""comments_period": 9999"#)),
        Some(CommentsState::Open)
    );
    assert_eq!(
        state(&and(r#""moderation_required": true"#)),
        Some(CommentsState::Moderated)
    );
    assert_eq!(state(open), Some(CommentsState::Open));
    assert_eq!(state(r#""comments_period": 14"#), None);
}

#[test]
fn the_newsrooms_own_stays_there() {
    let decoded = read(
        r#"{"type": "story", "headlines": {"basic": "H"}, "contributors": {"created_by": {"user_id": "s@a.example"}}, "owner": {"id": "SECRET"},
            "credits": {"by": [{"name": "s@a.example"}, {"name": "Ada", "url": "mailto:s@a.example", "social_links": [{"url": "s@a.example"}],
                "additional_properties": {"original": {"email": "s@a.example"}}}]},
            "source": {"name": "(deprecated)", "edit_url": "SECRET"}, "content_elements": [{"type": "text", "content": "a", "additional_properties": {"comments": ["SECRET"]}}]}"#,
    );
    let shown = format!("{:?}", decoded.expect("an article").article);
    for secret in ["SECRET", "@", "deprecated"] {
        assert!(!shown.contains(secret), "{shown}");
    }
}

#[test]
fn a_promoted_picture_is_shown_once() {
    let article = article(
        r#"{"type": "story", "headlines": {"basic": "H"}, "promo_items": {"basic": {"type": "image", "url": "https://c.example/a.jpg?auth=1"}},
            "content_elements": [{"type": "text", "content": "a"}, {"type": "image", "url": "https://c.example/a.jpg", "caption": "C", "width": 30, "height": 20}]}"#,
    );
    let Some(Block::Figure(lead)) = &article.lead else {
        panic!("{:?}", article.lead);
    };
    assert_eq!(plain_text(&lead.caption), "C");
    assert!(lead.image.size.is_some());
    assert_eq!(article.body.len(), 1);
}

#[test]
fn the_best_stream_for_a_page_is_played() {
    let streams = |streams: &str| {
        let element = [
            r#"{"type": "video", "headlines": {"basic": "V"}, "canonical_url": "/v", "streams": ["#,
            streams,
            "]}",
        ]
        .concat();
        body(&element).remove(0)
    };
    let stream = |width: u32| {
        format!(
            r#"{{"stream_type": "mp4", "url": "https://v.example/{width}.mp4", "width": {width}, "height": 9}}"#
        )
    };
    let src = |block: Block| match block {
        Block::Video(Video { recording, .. }) => recording.sources[0].src.src().to_owned(),
        other => panic!("{other:?}"),
    };
    assert_eq!(
        src(streams(
            &[stream(640), stream(1280), stream(1920)].join(",")
        )),
        "https://v.example/1280.mp4"
    );
    assert_eq!(
        src(streams(&[stream(3840), stream(1920)].join(","))),
        "https://v.example/1920.mp4"
    );
    let other = streams(r#"{"stream_type": "ts", "url": "https://v.example/a.m3u8"}"#);
    assert!(matches!(other, Block::Embed(_)), "{other:?}");
}

#[test]
fn a_section_may_be_a_reference() {
    let section = |taxonomy: &str| {
        let json = [
            r#"{"type": "story", "headlines": {"basic": "H"}, "taxonomy": {"#,
            taxonomy,
            "}}",
        ]
        .concat();
        article(&json).section.map(|section| section.name)
    };
    let reference = |id: &str| {
        [
            r#""primary_section": {"type": "reference", "referent": {"id": ""#,
            id,
            r#""}}"#,
        ]
        .concat()
    };
    assert_eq!(section(&reference("/news/sea")).as_deref(), Some("sea"));
    assert_eq!(section(&reference("/")), None);
    assert_eq!(section(&reference("K3Z")), None);
    assert_eq!(
        section(r#""sections": [{"name": "Sea"}]"#).as_deref(),
        Some("Sea")
    );
}
