//! Every file is claimed by its own format and by no other, and stays readable when one of its members is gone.
//!
//! The files are our fixtures and, where they are, the real ones beside this repository.

use std::fs;
use std::path::{Path, PathBuf};

use article_viewer::decode::formats::FORMATS;
use article_viewer::decode::{Claim, DecodeError, Options, decode};
use article_viewer::json::{self, Json};

/// The folders of real files that hold another format than they are called.
const SHARED: &[(&str, &str)] = &[
    ("apple-news", "apple-news"),
    ("arc-ans", "ans"),
    ("contentful", "contentful"),
    ("editorjs", "editorjs"),
    ("drupal-jsonapi", "drupal"),
    ("extractor", "extractor"),
    ("ghost", "ghost"),
    ("guardian-capi", "guardian"),
    ("json-feed", "json-feed"),
    ("ninjs", "ninjs"),
    ("ninjs-superdesk", "ninjs"),
    ("portable-text", "portable-text"),
    ("schema-org", "schema-org"),
    ("wordpress", "wordpress"),
];

/// Each file with the format it has.
fn corpus() -> Vec<(&'static str, PathBuf)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut corpus = Vec::new();
    for format in FORMATS {
        collect(
            &root.join("tests/fixtures").join(format.name),
            format.name,
            &mut corpus,
        );
    }
    let shared = root.join("../shared/formats");
    if !shared.is_dir() {
        eprintln!("skipped: there is no folder ../shared/formats");
    }
    for (folder, format) in SHARED {
        collect(&shared.join(folder), format, &mut corpus);
    }
    assert!(!corpus.is_empty(), "there is no fixture");
    corpus
}

fn collect(folder: &Path, format: &'static str, corpus: &mut Vec<(&'static str, PathBuf)>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries {
        let path = entry.expect("a readable folder").path();
        if path.is_dir() {
            collect(&path, format, corpus);
        } else if path.extension().is_some_and(|ending| ending == "json") {
            corpus.push((format, path));
        }
    }
}

fn read(path: &Path) -> Json {
    let text = fs::read_to_string(path).expect("a file that was listed");
    // JSON-LD may stand in the element it has on a page.
    let start = text.find(['{', '[']).expect("JSON");
    let end = text.rfind(['}', ']']).expect("JSON");
    json::parse(&text[start..=end]).expect("JSON").value
}

#[test]
fn no_two_formats_claim_one_file() {
    let mut wrong = Vec::new();
    for (format, path) in corpus() {
        let document = read(&path);
        // A list is asked about as a whole, and where nobody knows it, by its first.
        let claims = |document: &Json| -> Vec<&str> {
            FORMATS
                .iter()
                .filter(|format| (format.claims)(document) != Claim::No)
                .map(|format| format.name)
                .collect()
        };
        let mut found = claims(&document);
        if found.is_empty() {
            found = document.items().first().map(claims).unwrap_or_default();
        }
        if found != [format] && !(found.is_empty() && is_found(&document, format)) {
            wrong.push(format!("{}: claimed by {found:?}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// Whether the format is found inside an envelope.
fn is_found(document: &Json, format: &str) -> bool {
    let decoded = decode(write(document).as_bytes(), &Options::default());
    decoded.is_ok_and(|decoded| decoded.format.name == format)
}

#[test]
fn a_missing_member_makes_no_other_format_of_a_file() {
    let mut wrong = Vec::new();
    for (format, path) in corpus() {
        let document = read(&path);
        let item = document.items().first().unwrap_or(&document);
        let is_list = !document.items().is_empty();
        for (gone, _) in item.members().unwrap_or_default() {
            let members = item.members().unwrap_or_default().iter();
            let rest = Json::Object(members.filter(|(name, _)| name != gone).cloned().collect());
            let rest = match is_list {
                true => Json::List(vec![rest]),
                false => rest,
            };
            let found = match decode(write(&rest).as_bytes(), &Options::default()) {
                Ok(decoded) => decoded.format.name,
                Err(DecodeError::NotAnArticle { .. } | DecodeError::UnknownFormat { .. }) => {
                    continue;
                }
                Err(DecodeError::NothingToRead { .. }) => continue,
                Err(error) => panic!("{}: without {gone}: {error}", path.display()),
            };
            if found != format {
                wrong.push(format!("{}: without {gone} it is {found}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// Things that share their keys with articles, and what a reader is told that they are.
const LOOK_ALIKES: &[(&str, &str)] = &[
    (
        r#"[{"id": 4, "count": 7, "description": "", "link": "https://a.example/c", "name": "Sea", "slug": "sea", "taxonomy": "category", "_embedded": {}}]"#,
        "a category or a tag",
    ),
    (
        r#"{"id": 7, "name": "Ada", "link": "https://a.example/ada", "slug": "ada", "avatar_urls": {}}"#,
        "an author",
    ),
    (
        r#"{"id": 1, "post": 60, "author_name": "A reader", "content": {"rendered": "<p>Nice</p>"}, "type": "comment"}"#,
        "a comment",
    ),
    (
        r#"{"code": "rest_post_invalid_id", "message": "Invalid post ID.", "data": {"status": 404}}"#,
        "an error message",
    ),
    (
        r#"{"id": 9, "type": "attachment", "title": {"rendered": "gates"}, "source_url": "https://a.example/g.jpg"}"#,
        "a picture or another media file",
    ),
    (
        r#"{"tags": [{"id": "1", "name": "Sea", "slug": "sea"}], "meta": {"pagination": {"page": 1}}}"#,
        "a list without posts",
    ),
    (
        r#"{"posts": [], "meta": {"pagination": {"page": 1}}}"#,
        "a list without posts",
    ),
    (
        r#"{"db": [{"data": {"posts": [{"title": "A", "slug": "a", "lexical": "{}", "html": null}]}}]}"#,
        "an export whose texts only Ghost’s own editor can read",
    ),
    (
        r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Empty", "items": []}"#,
        "a feed without entries",
    ),
    (
        r#"{"id": "world", "webTitle": "World", "webUrl": "https://a.example/world", "type": "section"}"#,
        "a tag or a section",
    ),
    (
        r#"{"response": {"status": "ok", "results": [{"id": "t", "type": "keyword", "webTitle": "Sea"}]}}"#,
        "a tag or a section",
    ),
    (
        r#"{"response": {"status": "ok", "total": 0, "results": []}}"#,
        "an answer without articles",
    ),
    (
        r#"{"jsonapi": {"version": "1.0"}, "data": {"type": "user--user", "id": "u1", "attributes": {"display_name": "Ada"}}}"#,
        "an author",
    ),
    (
        r#"{"jsonapi": {"version": "1.0"}, "data": [{"type": "taxonomy_term--tags", "id": "t1", "attributes": {"name": "Sea"}}]}"#,
        "a category or a tag",
    ),
    (
        r#"{"data": {"type": "media--image", "id": "m1", "attributes": {"name": "ebb.jpg"}}}"#,
        "a picture or another media file",
    ),
    (
        r#"{"type": "comment--comment", "id": "c1", "subject": "Nice"}"#,
        "a comment",
    ),
    (
        r#"{"jsonapi": {"version": "1.0"}, "errors": [{"title": "Not Found", "status": "404"}]}"#,
        "an error message",
    ),
    (
        r#"{"jsonapi": {"version": "1.0"}, "data": []}"#,
        "an answer without articles",
    ),
    (
        r#"{"status": "ok", "totalResults": 0, "articles": []}"#,
        "an answer without articles",
    ),
    (
        r#"{"status": "error", "code": "keyMissing", "message": "No key was sent."}"#,
        "an error message",
    ),
];

#[test]
fn what_looks_like_an_article_is_named() {
    for (json, wanted) in LOOK_ALIKES {
        match decode(json.as_bytes(), &Options::default()) {
            Err(DecodeError::NotAnArticle { what, .. }) => assert_eq!(what, *wanted, "{json}"),
            other => panic!("{json}: {:?}", other.map(|decoded| decoded.article)),
        }
    }
}

/// Puts `wrong` in the place of the value that is met as number `place`; whether there is one.
fn replace(value: &mut Json, place: &mut usize, wrong: &Json) -> bool {
    if *place == 0 {
        *value = wrong.clone();
        return true;
    }
    *place -= 1;
    match value {
        Json::List(items) => items.iter_mut().any(|item| replace(item, place, wrong)),
        Json::Object(members) => members
            .iter_mut()
            .any(|(_, member)| replace(member, place, wrong)),
        _ => false,
    }
}

#[test]
fn a_value_of_another_type_costs_at_most_itself() {
    let wrongs = [
        Json::Null,
        Json::Bool(true),
        Json::Number("-1e999".into()),
        Json::Text("<p>\u{202e}&amp;lt;".into()),
        Json::List(vec![Json::Null, Json::Text("a".into())]),
        Json::Object(vec![("type".into(), Json::Text("text".into()))]),
    ];
    let mut wrong_ones = Vec::new();
    for (format, path) in corpus() {
        let document = read(&path);
        if write(&document).len() > 16 * 1024 {
            continue;
        }
        // One of them in each place: all of them in all places would take minutes.
        for (place, wrong) in (1..).zip(wrongs.iter().cycle()) {
            let mut changed = document.clone();
            if !replace(&mut changed, &mut place.clone(), wrong) {
                break;
            }
            // Whatever it is now, it is read without a panic, and never as something else.
            if let Ok(decoded) = decode(write(&changed).as_bytes(), &Options::default())
                && decoded.format.name != format
            {
                wrong_ones.push(format!(
                    "{}: with {wrong:?} as value {place} it is {}",
                    path.display(),
                    decoded.format.name
                ));
            }
        }
    }
    assert!(wrong_ones.is_empty(), "\n{}\n", wrong_ones.join("\n"));
}

/// JSON of a value, since what is decoded are bytes.
fn write(value: &Json) -> String {
    let text = |text: &str| serde_json::Value::from(text).to_string();
    match value {
        Json::Null => "null".into(),
        Json::Bool(flag) => flag.to_string(),
        Json::Number(digits) => digits.clone(),
        Json::Text(words) => text(words),
        Json::List(items) => format!(
            "[{}]",
            items.iter().map(write).collect::<Vec<_>>().join(",")
        ),
        Json::Object(members) => {
            let members = members
                .iter()
                .map(|(name, value)| [&text(name), ":", &write(value)].concat());
            format!("{{{}}}", members.collect::<Vec<_>>().join(","))
        }
    }
}
