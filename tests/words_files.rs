//! The interface's words in every language: whole, used, and written as the language is.

#![cfg(feature = "viewer")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use article_viewer::decode::{DecodeError, Guess, JsonKind, JsonPath};
use article_viewer::load::LoadErrorKind;
use article_viewer::view::Words;
use serde_json::{Map, Value};

/// Each language, the plural categories that it has by CLDR, and the first and last letter of its script.
const LANGUAGES: [(&str, &[&str], char, char); 8] = [
    (
        "ar",
        &["zero", "one", "two", "few", "many", "other"],
        '\u{600}',
        '\u{6ff}',
    ),
    ("de", &["one", "other"], 'A', 'ß'),
    ("es", &["one", "many", "other"], 'A', 'ÿ'),
    ("fr", &["one", "many", "other"], 'A', 'ÿ'),
    ("hi", &["one", "other"], '\u{900}', '\u{97f}'),
    ("ja", &["other"], '\u{3040}', '\u{9fff}'),
    ("pt", &["one", "many", "other"], 'A', 'ÿ'),
    ("zh", &["other"], '\u{4e00}', '\u{9fff}'),
];

/// Words that are the same in English.
const SAME: [(&str, &str); 9] = [
    ("de", "live"),
    ("fr", "article"),
    ("fr", "list_count"),
    ("de", "tools_sepia"),
    ("es", "tools_sepia"),
    ("de", "tools_letter"),
    ("es", "tools_letter"),
    ("fr", "tools_letter"),
    ("pt", "tools_letter"),
];

/// English is built in, and in parts as the program is.
const ENGLISH: [&str; 3] = ["en", "en/problem", "en/tools"];

fn english() -> Map<String, Value> {
    ENGLISH.into_iter().flat_map(file).collect()
}

fn file(language: &str) -> Map<String, Value> {
    let path = format!("words/{language}.json");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    match serde_json::from_str(&text) {
        Ok(Value::Object(entries)) => entries,
        other => panic!("{path} holds no object of words: {other:?}"),
    }
}

/// The texts of an entry: one, or one for each plural category.
fn texts(entry: &Value) -> Vec<&str> {
    match entry {
        Value::String(text) => vec![text],
        Value::Object(forms) => forms.values().filter_map(Value::as_str).collect(),
        other => panic!("neither a text nor plural forms: {other}"),
    }
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{')
        .skip(1)
        .filter_map(|rest| rest.split('}').next())
        .collect()
}

/// All files under `folder` with this ending, with their paths.
fn sources(folder: &Path, wanted: &str, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("the folder is part of the repository") {
        let path = entry.expect("an entry that was just listed").path();
        if path.is_dir() {
            sources(&path, wanted, found);
        } else if path.extension().is_some_and(|ending| ending == wanted) {
            let text = fs::read_to_string(&path).expect("a source file");
            found.push((path.display().to_string(), text));
        }
    }
}

fn code() -> Vec<(String, String)> {
    let mut found = Vec::new();
    sources(Path::new("src"), "rs", &mut found);
    found
}

/// What stands between quotation marks, line by line.
fn literals(code: &str) -> BTreeSet<&str> {
    code.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| line.split('"').skip(1).step_by(2))
        .collect()
}

fn is_key(word: &str) -> bool {
    !word.is_empty()
        && word
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

/// What decoders call a file that is no article; each is the key of its own name in other languages.
fn names_of_others() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (path, text) in code() {
        if path.contains("decode/") {
            for call in text.split("NotAnArticle(").skip(1) {
                let name = call.trim_start().strip_prefix('"');
                names.extend(
                    name.and_then(|name| name.split('"').next())
                        .map(str::to_owned),
                );
            }
        }
    }
    names
}

#[test]
fn every_language_has_every_key_in_the_order_of_english() {
    let files = ENGLISH.map(|name| fs::read_to_string(format!("words/{name}.json")));
    let english: String = files
        .into_iter()
        .collect::<Result<_, _>>()
        .expect("the files of English");
    let keys = |text: &str| -> Vec<String> {
        text.lines()
            .filter_map(|line| {
                line.trim_start()
                    .strip_prefix('"')?
                    .split('"')
                    .next()
                    .map(str::to_owned)
            })
            .collect()
    };
    let mut wanted = keys(&english);
    wanted.extend(names_of_others());
    for (language, ..) in LANGUAGES {
        let path = format!("words/{language}.json");
        let found = keys(&fs::read_to_string(&path).expect("a file for each language"));
        let missing: Vec<_> = wanted.iter().filter(|key| !found.contains(key)).collect();
        let unknown: Vec<_> = found.iter().filter(|key| !wanted.contains(key)).collect();
        assert!(missing.is_empty(), "{path} lacks {missing:?}");
        assert!(
            unknown.is_empty(),
            "{path} has {unknown:?}, which English has not"
        );
        assert_eq!(
            found, wanted,
            "{path} has another order than words/en.json, with the names of other files after it"
        );
    }
}

#[test]
fn every_key_is_used() {
    let mut code = code();
    sources(Path::new("src/element"), "js", &mut code);
    let used: BTreeSet<&str> = code.iter().flat_map(|(_, text)| literals(text)).collect();
    for key in english().keys() {
        // Some are put together from two literals: "problem_" and "offline".
        let composed = key
            .match_indices('_')
            .any(|(at, _)| used.contains(&key[..=at]) && used.contains(&key[at + 1..]));
        assert!(
            used.contains(key.as_str()) || composed,
            "words/en.json: nothing in src says “{key}”"
        );
    }
}

#[test]
fn every_text_that_is_asked_for_exists() {
    let english = english();
    for (path, text) in code() {
        if !(path.contains("src/view") || path.contains("src/app")) {
            continue;
        }
        for call in [
            "words.text(",
            ".with(",
            ".around(",
            ".count(",
            ".label(",
            ".say(",
            ".message(",
        ] {
            for after in text.split(call).skip(1) {
                let Some(inside) = after.split(')').next() else {
                    continue;
                };
                // The key comes last where an element's shape comes first.
                let place = match call {
                    ".say(" | ".message(" => inside.rsplit(',').next().unwrap_or_default(),
                    _ => inside,
                };
                let key = place
                    .trim_start()
                    .strip_prefix('"')
                    .and_then(|rest| rest.split('"').next());
                if let Some(key) = key.filter(|key| is_key(key)) {
                    assert!(
                        english.contains_key(key),
                        "{path} asks for “{key}”, which words/en.json has not"
                    );
                }
            }
        }
    }
}

#[test]
fn every_failure_has_its_sentence() {
    let english = english();
    let mut codes: Vec<&str> = LoadErrorKind::ALL
        .into_iter()
        .map(LoadErrorKind::code)
        .collect();
    let guesses = [
        Guess::Empty,
        Guess::Html,
        Guess::Xml,
        Guess::CutShort,
        Guess::TooDeep,
        Guess::Binary,
        Guess::Slip,
        Guess::Text,
    ];
    let mut errors: Vec<DecodeError> = guesses
        .into_iter()
        .map(|looks_like| DecodeError::NotJson {
            line: 1,
            column: 1,
            looks_like,
        })
        .collect();
    errors.extend([
        DecodeError::UnknownFormat {
            found: JsonKind::Object,
            top_level_keys: Vec::new(),
        },
        DecodeError::NoSuchFormat {
            name: String::new(),
        },
        DecodeError::NotAnArticle {
            format: "",
            what: "",
        },
        DecodeError::Unexpected {
            format: "",
            path: JsonPath::root(),
            wanted: "",
            found: JsonKind::Null,
        },
        DecodeError::NothingToRead { format: "" },
    ]);
    codes.extend(errors.iter().map(DecodeError::code));
    for code in codes {
        assert!(
            english.contains_key(&format!("problem_{code}")),
            "words/en.json lacks problem_{code}"
        );
    }
}

#[test]
fn placeholders_and_plural_forms_are_those_of_the_language() {
    let english = english();
    for (language, categories, ..) in LANGUAGES {
        let words = file(language);
        for (key, wanted) in &english {
            let found = &words[key];
            match (wanted, found) {
                (Value::Object(wanted), Value::Object(found)) => {
                    let forms: Vec<&str> = found.keys().map(String::as_str).collect();
                    let forms: BTreeSet<_> = forms.into_iter().collect();
                    let all: BTreeSet<_> = categories.iter().copied().collect();
                    assert_eq!(forms, all, "{language}: plural forms of {key}");
                    let wanted = placeholders(texts(&wanted["other"])[0]);
                    assert_eq!(
                        placeholders(texts(&found["other"])[0]),
                        wanted,
                        "{language}: {key}"
                    );
                    for form in texts(&Value::Object(found.clone())) {
                        assert!(
                            placeholders(form).is_subset(&wanted),
                            "{language}: {key}: {form}"
                        );
                    }
                }
                (Value::String(wanted), Value::String(found)) => {
                    assert_eq!(
                        placeholders(found),
                        placeholders(wanted),
                        "{language}: {key}"
                    );
                }
                _ => {
                    panic!("{language}: {key} is a text in one file and plural forms in the other")
                }
            }
        }
    }
}

#[test]
fn nothing_is_left_in_english() {
    let english = english();
    for (language, _, first, last) in LANGUAGES {
        for (key, entry) in file(language) {
            for text in texts(&entry) {
                let is_word = text.chars().any(char::is_alphabetic);
                let own = text.chars().any(|c| (first..=last).contains(&c));
                assert!(
                    own || !is_word,
                    "{language}: {key} is in another script: {text}"
                );
                let same = english
                    .get(&key)
                    .is_some_and(|english| texts(english).contains(&text));
                let may_be = SAME.contains(&(language, key.as_str()));
                assert!(
                    !same || !is_word || may_be,
                    "{language}: {key} is English: {text}"
                );
            }
        }
    }
}

#[test]
fn marks_stand_as_the_language_sets_them() {
    let mut all: Vec<(&str, String, String)> = Vec::new();
    for language in LANGUAGES
        .map(|language| language.0)
        .into_iter()
        .chain(ENGLISH)
    {
        for (key, entry) in file(language) {
            all.extend(
                texts(&entry)
                    .into_iter()
                    .map(|text| (language, key.clone(), text.to_owned())),
            );
        }
    }
    for (language, key, text) in &all {
        let at = format!("{language}: {key}: {text}");
        assert!(
            !text.contains(['"', '\'']),
            "typewriter quotation mark: {at}"
        );
        assert!(!text.contains("..."), "three points for an ellipsis: {at}");
        assert!(!text.contains("  "), "two spaces: {at}");
        match *language {
            "fr" => {
                for (place, _) in text.match_indices([':', ';', '!', '?', '»']) {
                    let before = text[..place].chars().next_back();
                    assert!(
                        matches!(before, Some('\u{a0}' | '\u{202f}')),
                        "no-break space before the mark: {at}"
                    );
                }
            }
            "es" => {
                assert_eq!(text.matches('?').count(), text.matches('¿').count(), "{at}");
                assert_eq!(text.matches('!').count(), text.matches('¡').count(), "{at}");
            }
            "ar" => assert!(!text.contains([',', ';', '?']), "Latin mark: {at}"),
            "ja" | "zh" => assert!(
                !text.contains([',', ';', '?', '!', ':', '(', ')']),
                "narrow mark: {at}"
            ),
            "hi" => assert!(!text.ends_with('.'), "a sentence ends in a danda: {at}"),
            _ => {}
        }
    }
}

#[test]
fn a_text_that_a_language_lacks_is_said_in_english() {
    let words = Words::new("de-CH", r#"{"copy": "Abschreiben"}"#);
    assert_eq!(words.text("copy"), "Abschreiben");
    assert_eq!(words.text("cancel"), "Cancel");
    assert_eq!(words.language().tag(), "de-CH");
}

#[test]
fn a_file_that_is_no_json_leaves_english() {
    let words = Words::new("de", "<!doctype html>");
    assert_eq!((words.language().tag(), words.text("copy")), ("en", "Copy"));
}

#[test]
fn a_value_without_a_place_in_the_sentence_is_left_out() {
    let problem = include_str!("../words/en/problem.json");
    let words = Words::english().with_english(problem);
    assert_eq!(
        words.with("problem_cancelled", "host", "news.example"),
        "Loading was cancelled."
    );
    assert_eq!(words.count("comments_count", 2), "2 comments");
}
