use crate::decode::formats::reading;
use crate::decode::{DecodeError, Decoded};
use crate::model::inline::plain_text;
use crate::model::{Article, Block, NoticeKind};

fn read(json: &str) -> Result<Decoded, DecodeError> {
    reading::read(json, None)
}

#[track_caller]
fn article(json: &str) -> Article {
    reading::article(json, None, "ninjs")
}

/// The pictures of the lead and of the body, by the ends of their addresses.
fn pictures(article: &Article) -> Vec<(String, String)> {
    let blocks = article.lead.iter().chain(&article.body);
    blocks
        .filter_map(|block| match block {
            Block::Figure(figure) => {
                let src = figure.image.src.src();
                let name = src.rsplit('/').next().unwrap_or_default().to_owned();
                Some((name, plain_text(&figure.caption)))
            }
            _ => None,
        })
        .collect()
}

#[test]
fn every_version_and_dialect_is_known() {
    for json in [
        r#"{"uri": "a", "headline": "A"}"#,
        r#"{"uri": "a", "type": "advisory", "description_text": "A"}"#,
        r#"{"uri": "a", "headlines": [{"value": "A"}]}"#,
        r#"{"uri": "a", "title": "A", "versionCreated": "2026-01-01", "bodies": [{"value": "A"}]}"#,
        r#"{"guid": "a", "headline": "A", "body_html": "<p>A</p>"}"#,
        r#"{"headline": "A", "slugline": "a", "body_text": "A"}"#,
        r#"[{"uri": "x", "type": "event", "headline": "E"}, {"uri": "a", "headline": "A"}]"#,
        r#"{"item": [{"uri": "a", "headline": "A"}], "total": 1}"#,
        r#"{"_items": [{"guid": "a", "headline": "A"}]}"#,
        r#"{"data": {"item": {"uri": "a", "headline": "A"}}}"#,
    ] {
        assert!(!article(json).is_empty(), "{json}");
    }
}

#[test]
fn what_is_no_article_is_named() {
    const EVENT: &str = "an event";
    const PLAN: &str = "a plan of what will be covered";
    for (json, wanted) in [
        (
            r#"{"uri": "a", "type": "event", "headlines": [{"value": "A"}]}"#,
            EVENT,
        ),
        (
            r#"{"guid": "a", "type": "agenda", "slugline": "a", "versioncreated": "2026-01-01"}"#,
            EVENT,
        ),
        (
            r#"{"guid": "a", "headline": "A", "event": {}, "dates": {}}"#,
            EVENT,
        ),
        (r#"{"uri": "a", "eventDetails": {}}"#, EVENT),
        (
            r#"{"guid": "a", "item_type": "planning", "headline": "A"}"#,
            PLAN,
        ),
        (r#"{"uri": "a", "plannedCoverage": []}"#, PLAN),
    ] {
        match read(json) {
            Err(DecodeError::NotAnArticle { what, .. }) => assert_eq!(what, wanted, "{json}"),
            other => panic!("{json}: {:?}", other.map(|decoded| decoded.article)),
        }
    }
    for json in [r#"{"type": "event"}"#, r#"{"uri": "a", "type": "text"}"#] {
        assert!(
            matches!(read(json), Err(DecodeError::UnknownFormat { .. })),
            "{json}"
        );
    }
}

#[test]
fn the_best_body_is_chosen() {
    let body = |bodies: &str| {
        let json = [r#"{"uri": "a", "headline": "H", "bodies": ["#, bodies, "]}"].concat();
        let mut words = crate::model::block::Words::default();
        for block in article(&json).body {
            crate::model::block::Spoken::speak(&block, &mut words);
        }
        words.into_passages().join("/")
    };
    let plain = r#"{"contenttype": "text/plain", "value": "<plain>"}"#;
    let html = r#"{"role": "xhtml", "contentType": "text/html", "value": "<p>html</p>"}"#;
    let illustrated =
        r#"{"role": "richhtml5", "value": "<p>best</p><IMG src='https://a.example/a.jpg'>"}"#;
    let xml = r#"{"contenttype": "application/xml", "value": "<x><p>xml</p></x>"}"#;
    assert_eq!(body(&[xml, plain, html, illustrated].join(",")), "best");
    assert_eq!(body(&[xml, plain, html].join(",")), "html");
    assert_eq!(body(&[xml, plain].join(",")), "<plain>");
    assert_eq!(body(xml), "xml");
}

#[test]
fn pictures_that_the_body_does_not_show_follow_it() {
    let article = article(
        r#"{"uri": "a", "headline": "H", "body_html": "<p>a</p><p>b</p><img src='https://a.example/two-small.jpg'><p>c</p>", "associations": {
            "one": {"type": "picture", "description_text": "1", "renditions": {"x": {"href": "https://a.example/one.jpg"}}},
            "two": {"type": "picture", "description_text": "2", "byline": "B", "renditions": [
                {"href": "https://a.example/two.jpg", "width": 900, "height": 600}, {"href": "https://a.example/two-small.jpg", "width": 90, "height": 60}]},
            "logo": {"type": "graphic", "renditions": {"x": {"href": "https://a.example/logo.png"}}},
            "three": {"renditions": {"x": {"href": "https://a.example/three.jpg"}, "y": {"href": "https://a.example/film.mp4", "mimetype": "video/mp4"}}}}}"#,
    );
    let found = pictures(&article);
    let names: Vec<_> = found
        .iter()
        .map(|(name, caption)| [name, "=", caption].concat())
        .collect();
    assert_eq!(names, ["one.jpg=1", "two.jpg=2", "three.jpg="]);
    assert!(matches!(article.body[2], Block::Figure(_)), "in its place");
}

#[test]
fn marks_in_the_body_tie_pictures_to_their_place() {
    let article = article(
        r#"{"guid": "a", "headline": "H", "associations": {
            "e1": {"type": "picture", "description_text": "1", "renditions": {"x": {"href": "https://a.example/one.jpg?a=1&copy=2"}}},
            "e2": {"type": "picture", "description_text": "2", "renditions": {"x": {"href": "https://a.example/two.jpg"}}}},
            "body_html": "<p>a</p><!-- EMBED START Image {id: \"e1\"} --><figure><img src=\"/old.jpg\"></figure><!-- EMBED END Image {id: \"e1\"} --><p>b</p><img alt='' data-assoc-ref='e2'><!-- EMBED START Image {id: \"gone\"} --><p>c</p><!-- EMBED END Image {id: \"gone\"} -->"}"#,
    );
    let names = pictures(&article).into_iter().map(|(name, _)| name);
    assert_eq!(names.collect::<Vec<_>>(), ["one.jpg?a=1&copy=2", "two.jpg"]);
    assert_eq!(article.body.len(), 5);
    assert_eq!(article.lead, None);
}

#[test]
fn a_named_lead_stands_on_top_and_once() {
    let article = article(
        r#"{"guid": "a", "headline": "H", "body_html": "<p>a</p><figure><img src='https://a.example/m.jpg'><figcaption>Ours</figcaption></figure><p>b</p>",
            "associations": {"x": {"type": "picture", "renditions": {"r": {"href": "https://a.example/x.jpg"}}},
                "featuremedia": {"type": "picture", "byline": "B", "renditions": {"r": {"href": "https://a.example/m.jpg"}}}}}"#,
    );
    assert_eq!(
        pictures(&article),
        [
            ("m.jpg".into(), "Ours".into()),
            ("x.jpg".into(), String::new())
        ]
    );
}

#[test]
fn what_is_for_the_desk_stays_there() {
    let decoded = read(
        r#"{"uri": "a", "headline": "H", "body_text": "B", "ednote": "SECRET desk@a.example", "slugline": "SECRET",
            "authors": [{"name": "Ada", "role": "writer"}, {"name": "SECRET", "role": "subeditor"}],
            "extra": {"x": "SECRET"}, "people": [{"name": "Jo", "contactinfo": [{"value": "SECRET"}]}]}"#,
    );
    let shown = format!("{:?}", decoded.expect("an article").article);
    assert!(!shown.contains("SECRET") && !shown.contains('@'), "{shown}");
}

#[test]
fn a_summary_that_starts_the_text_is_no_standfirst() {
    const LONG: &str =
        "The ferry stays in the harbour until Monday, since a bearing of its screw has broken.";
    let json = [
        r#"{"uri": "a", "headline": "H", "description_text": ""#,
        &LONG[..60],
        r#" ...", "body_html": "<p>"#,
        LONG,
        r#"</p><p>More.</p>"}"#,
    ]
    .concat();
    assert!(article(&json).standfirst.is_empty());
}

#[test]
fn notices_say_what_is_wrong() {
    let kinds = |json: &str| -> Vec<NoticeKind> {
        article(json)
            .notices
            .iter()
            .map(|notice| notice.kind)
            .collect()
    };
    assert_eq!(
        kinds(
            r#"{"uri": "a", "headline": "H", "body_text": "B", "pubStatus": "withheld", "embargoedUntil": "2099-01-01T00:00:00Z"}"#
        ),
        [NoticeKind::Withdrawn, NoticeKind::Embargoed]
    );
    assert!(kinds(r#"{"uri": "a", "headline": "H", "body_text": "B", "embargoed": "2020-01-01T00:00:00+0000"}"#).is_empty());
    assert_eq!(
        kinds(r#"{"uri": "a", "headline": "H"}"#),
        [NoticeKind::Elsewhere]
    );
    assert!(
        kinds(r#"{"uri": "a", "type": "picture", "headline": "H", "renditions": [{"href": "https://a.example/a.jpg"}]}"#).is_empty()
    );
}
