use crate::decode::formats::reading;
use crate::decode::{DecodeError, Decoded, Options, decode};
use crate::model::inline::plain_text;
use crate::model::{Article, Block, NoticeKind};

fn read(json: &str) -> Result<Decoded, DecodeError> {
    reading::read(json, None)
}

#[track_caller]
fn article(json: &str) -> Article {
    reading::article(json, None, "schema-org")
}

#[track_caller]
fn headline(json: &str) -> String {
    plain_text(&article(json).headline)
}

#[test]
fn the_best_article_of_a_document_is_shown() {
    for (json, wanted) in [
        (
            r#"[{"@type": "Article", "headline": "A"}, {"@type": "schema:AnalysisNewsArticle", "headline": "B"}]"#,
            "B",
        ),
        (
            r#"[[{"@type": "Report", "headline": "A"}], {"@graph": [{"@type": "Article", "headline": "B"}]}]"#,
            "B",
        ),
        (
            r#"{"@graph": [{"@type": "NewsArticle", "headline": "A"}, {"@type": "LiveBlogPosting", "headline": "B",
                "liveBlogUpdate": [{"@type": "BlogPosting", "headline": "c"}]}]}"#,
            "B",
        ),
        (
            r#"[{"@type": "Article", "headline": "A"}, {"@type": "Article", "headline": "B", "articleBody": "b"}]"#,
            "B",
        ),
        (
            r#"[{"@type": "Article", "headline": "A"}, {"@type": "Article", "headline": "B"}]"#,
            "A",
        ),
        (
            r#"{"@type": "WebPage", "mainEntity": [{"@type": ["Thing", "TechArticle"], "headline": "A"}]}"#,
            "A",
        ),
    ] {
        assert_eq!(headline(json), wanted, "{json}");
    }
}

#[test]
fn what_is_no_article_is_named() {
    for (json, wanted) in [
        (r#"{"@type": "NewsMediaOrganization"}"#, "an organisation"),
        (
            r#"[{"@type": "BreadcrumbList"}, {"@type": "Person"}]"#,
            "a list",
        ),
        (r#"{"@type": "http://schema.org/MusicEvent"}"#, "an event"),
        (
            r#"{"@graph": [{"@type": "CollectionPage"}, {"@type": "WebPage"}]}"#,
            "a web page",
        ),
        (
            r#"{"@type": "VideoObject"}"#,
            "a picture or another media file",
        ),
        (r#"{"@type": "Recipe"}"#, "linked data without an article"),
        (
            r#"{"@type": 7, "headline": "A"}"#,
            "linked data without an article",
        ),
    ] {
        match read(json) {
            Err(DecodeError::NotAnArticle { what, .. }) => assert_eq!(what, wanted, "{json}"),
            other => panic!("{json}: {:?}", other.map(|decoded| decoded.article)),
        }
    }
}

#[test]
fn a_format_that_the_caller_names_is_no_reason_to_fail_hard() {
    for json in ["[]", "7", "{}", r#"{"@type": "Person", "name": "A"}"#] {
        let options = Options {
            format: Some("schema-org".into()),
            ..Options::default()
        };
        // Whatever comes of it, it comes back.
        let _ = decode(json.as_bytes(), &options);
    }
}

#[test]
fn references_are_followed_and_never_in_circles() {
    let article = article(
        r##"{"@graph": [
            {"@type": "Article", "headline": "A", "author": [{"@id": "#a"}, {"@id": "#gone"}, {"@id": "#b"}], "publisher": {"@type": "Organization", "@id": "#p"}},
            {"@id": "#a", "@type": "Person", "name": "Ada", "url": "https://a.example/", "worksFor": {"@id": "#p"}},
            {"@id": "#b", "knows": {"@id": "#b"}, "name": {"@id": "#b"}},
            {"@id": "#p", "@type": "Organization", "name": "Paper"}]}"##,
    );
    assert_eq!(article.byline.authors.len(), 1);
    assert_eq!(article.byline.authors[0].name, "Ada");
    assert_eq!(article.publisher.unwrap().name, "Paper");
}

#[test]
fn words_for_nothing_are_nothing() {
    let article = article(
        r#"{"@type": "Article", "headline": "A", "articleSection": ["nil", "Sea"], "description": "undefined",
            "mainEntityOfPage": true, "url": "", "publisher": {"name": "null"}, "author": [{"name": " "}, "desk@a.example"],
            "image": {}, "keywords": ["a:b", "a: b", "", "a: b"], "dateModified": ""}"#,
    );
    assert_eq!(article.section.unwrap().name, "Sea");
    assert!(article.standfirst.is_empty());
    assert_eq!(article.canonical, None);
    assert_eq!(article.publisher, None);
    assert!(article.byline.authors.is_empty());
    assert_eq!(article.lead, None);
    assert_eq!(article.tags.len(), 1);
    assert_eq!(article.updated, None);
}

#[test]
fn entities_are_decoded_once_and_a_sign_is_a_sign() {
    let article = article(
        r#"{"@type": "Article", "headline": "Tom &amp;amp; 5 < 6 &lt;b&gt;", "articleBody": "One &quot;a&quot;.\nTwo <3.",
            "image": "https://a.example/p?a=1&amp;b=2"}"#,
    );
    assert_eq!(plain_text(&article.headline), "Tom &amp; 5 < 6 <b>");
    assert_eq!(article.body.len(), 2);
    match article.lead {
        Some(Block::Figure(figure)) => {
            assert_eq!(figure.image.src.src(), "https://a.example/p?a=1&b=2")
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_encyclopedia_has_its_title_in_its_name() {
    for json in [
        r#"{"@type": "Article", "name": "Mozilla", "headline": "free and open-source community", "articleBody": "x"}"#,
        r#"{"@type": "Article", "name": "Mozilla", "headline": "Community", "author": {"name": "Contributors to Wikimedia projects"}}"#,
    ] {
        let article = article(json);
        assert_eq!(plain_text(&article.headline), "Mozilla");
        assert_eq!(article.standfirst.len(), 1);
    }
    assert_eq!(
        headline(r#"{"@type": "Article", "name": "Site title", "headline": "Rain"}"#),
        "Rain"
    );
}

#[test]
fn posts_stand_newest_first() {
    let article = article(
        r#"{"@type": "LiveBlogPosting", "headline": "A", "coverageEndTime": "2026-01-01T12:00:00Z", "liveBlogUpdate": [
            {"headline": "2", "datePublished": "2026-01-01T10:00:00Z"}, {"headline": "3", "datePublished": "2026-01-01T11:00:00Z"},
            {"headline": "undated"}, {"headline": "1", "datePublished": "2026-01-01T09:00:00Z"}]}"#,
    );
    let titles: Vec<_> = article
        .body
        .iter()
        .map(|block| match block {
            Block::Post(post) => plain_text(&post.title),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(titles, ["3", "2", "undated", "1"]);
    assert_eq!(article.live, Some(crate::model::LiveState::Ended));
}

#[test]
fn a_gated_article_says_so_however_it_is_written() {
    for word in ["false", r#""False""#, r#""http://schema.org/False""#] {
        let json = [
            r#"{"@type": "Article", "headline": "A", "articleBody": "b", "isAccessibleForFree": "#,
            word,
            "}",
        ]
        .concat();
        assert_eq!(article(&json).notices[0].kind, NoticeKind::Gated, "{word}");
    }
    let free = r#"{"@type": "Article", "headline": "A", "articleBody": "b", "isAccessibleForFree": "True"}"#;
    assert!(article(free).notices.is_empty());
}

#[test]
fn without_a_text_a_notice_leads_to_it() {
    let article = article(
        r#"{"@type": "Article", "headline": "A", "url": "https://a.example/b", "correction": "Not B."}"#,
    );
    assert_eq!(article.notices[0].kind, NoticeKind::Elsewhere);
    assert_eq!(article.notices[0].link, article.canonical);
}

#[test]
fn a_thousand_references_end_the_search() {
    let mut json = String::from(r##"{"@type": "Article", "headline": "A", "author": ["##);
    for place in 0..20_000 {
        json.push_str(&format!(r##"{{"@id": "#{place}"}},"##));
    }
    json.push_str(r#"{"name": "Ada"}]}"#);
    assert_eq!(article(&json).byline.authors.len(), 1);
}

#[test]
fn a_list_of_articles_is_a_list() {
    use crate::decode::{Document, Opened, Options};
    let length = |json: &str| match Document::parse(json.as_bytes())
        .unwrap()
        .open(&Options::default())
    {
        Ok(Opened::Many(list)) => list.len(),
        Ok(Opened::One(_)) => 1,
        Err(_) => 0,
    };
    let article = |headline: &str| {
        format!(
            r#"{{"@type": "NewsArticle", "headline": "{headline}", "url": "https://paper.example/{headline}"}}"#
        )
    };
    let (rain, wind) = (article("Rain"), article("Wind"));
    assert_eq!(length(&format!("[{rain}, {wind}]")), 2);
    assert_eq!(
        length(&format!("[{rain}, {rain}]")),
        1,
        "the same one twice"
    );
    let listed = format!(
        r#"{{"@type": "ItemList", "itemListElement": [{{"@type": "ListItem", "position": 1, "item": {rain}}}, {wind}, {{"@type": "ListItem", "name": "Home"}}]}}"#
    );
    assert_eq!(length(&listed), 2);
    let page = format!(r#"{{"@type": "CollectionPage", "mainEntity": {listed}}}"#);
    assert_eq!(length(&page), 2);
    let with_breadcrumb = format!(
        r#"[{{"@type": "BreadcrumbList", "itemListElement": [{{"@type": "ListItem", "name": "Home"}}]}}, {rain}]"#
    );
    assert_eq!(length(&with_breadcrumb), 1);
}
