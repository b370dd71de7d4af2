//! The interface's words inside an article of another language: each part says whose it is.

#![cfg(feature = "viewer")]

use std::fs;

use article_viewer::decode::{Options, decode};
use article_viewer::view::{self, Settings, Words};

const ARTICLE: &str = r#"{
  "format": "article-viewer/1", "language": "en-GB", "headline": "Rain",
  "authors": [{"name": "Ada Quay", "role": "Reporter"}, "Tom Mole"],
  "published": "2026-11-24", "tags": ["Coast"],
  "body": ["One."],
  "comments": {"state": "closed", "message": "We are closed.", "count": 2}
}"#;

fn words(tag: &str, file: &str) -> Words {
    let path = format!("words/{file}.json");
    Words::new(tag, &fs::read_to_string(path).expect("a file of words"))
}

fn html(words: &Words, article: &str) -> String {
    let decoded = decode(article.as_bytes(), &Options::default()).expect("an article");
    view::article(&decoded.article, words, &Settings::default()).html()
}

#[track_caller]
fn has(html: &str, wanted: &str) {
    assert!(html.contains(wanted), "wanted {wanted}\nin {html}");
}

#[test]
fn one_language_needs_no_marks() {
    let html = html(&Words::new("en-US", "{}"), ARTICLE);
    assert_eq!(html.matches(" lang=").count(), 1, "{html}");
    assert_eq!(html.matches(" dir=").count(), 1, "{html}");
}

#[test]
fn sentences_of_another_language_name_it_and_what_they_hold_names_its_own() {
    let html = html(&words("de-AT", "de"), ARTICLE);
    has(
        &html,
        r#"<article class="av-article" lang="en-GB" dir="ltr">"#,
    );
    has(
        &html,
        r#"<p class="av-byline__names"><span lang="de-AT">Von <bdi class="av-byline__name" lang="en-GB">Ada Quay</bdi>"#,
    );
    has(
        &html,
        r#"<span class="av-dates__date" lang="de-AT">Veröffentlicht am <bdi lang="en-GB"><time"#,
    );
    has(&html, r#" lang="de-AT" aria-label="Kommentare">"#);
    has(&html, r#"<bdi lang="en-GB">We are closed.</bdi>"#);
    has(
        &html,
        r#"<ul class="av-tags" lang="de-AT" aria-label="Themen"><li class="av-tags__tag" lang="en-GB">"#,
    );
    assert_eq!(html.matches(" dir=").count(), 1, "{html}");
}

#[test]
fn sentences_that_run_the_other_way_say_so() {
    let html = html(&words("ar", "ar"), ARTICLE);
    has(
        &html,
        r#"<p class="av-byline__names"><span lang="ar" dir="rtl">بقلم "#,
    );
    has(
        &html,
        r#"<p class="av-comments__count"><span lang="ar" dir="rtl">"#,
    );
    has(
        &html,
        r#"<ul class="av-tags" lang="ar" aria-label="موضوعات">"#,
    );
}

#[test]
fn an_article_of_unknown_language_is_not_taken_for_the_interfaces() {
    let html = html(
        &words("fr", "fr"),
        &ARTICLE.replace(r#""language": "en-GB", "#, ""),
    );
    has(&html, r#"<article class="av-article" lang dir="auto">"#);
    has(&html, r#"<bdi lang="fr"><time"#);
}
