//! The schema, the page about our own format and the code say the same.

#[path = "specimen/specimen.rs"]
mod specimen;

use std::collections::BTreeSet;
use std::fs;

use article_viewer::decode::formats::native::{blocks, inlines::INLINES};
use article_viewer::decode::{Options, decode};
use article_viewer::encode::encode;
use article_viewer::model::block::{Align, BoxKind, CorrectionKind, Display, MathElement, math};
use article_viewer::model::inline::Style;
use article_viewer::model::media::{Case, ImageType, TrackKind};
use article_viewer::model::{Block, LiveState, NoticeKind};
use serde_json::{Map, Value};
use specimen::{articles, corpus, root};

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn schema() -> Value {
    serde_json::from_str(&read("docs/article.schema.json")).expect("the schema is JSON")
}

/// Fixtures that are wrong on purpose.
const WRONG: &[&str] = &[
    "native/crops",
    "native/embeds",
    "native/footnote-order",
    "native/nested",
    "native/unknown",
    "native/wrong-types",
];

/// The words of the schema that this test knows; another one would be checked by nobody. Patterns are left to editors.
const UNDERSTOOD: &[&str] = &[
    "$ref",
    "$schema",
    "$defs",
    "title",
    "description",
    "type",
    "const",
    "enum",
    "anyOf",
    "items",
    "properties",
    "required",
    "additionalProperties",
    "pattern",
    "minLength",
    "minimum",
    "maximum",
    "exclusiveMinimum",
];

/// Why `value` does not fit `schema`, with its address; nothing where it does.
fn misfit(value: &Value, schema: &Value, root: &Value, path: &str) -> Option<String> {
    let schema = schema.as_object().expect("a schema is an object");
    for word in schema.keys() {
        assert!(
            UNDERSTOOD.contains(&word.as_str()),
            "{word} is not understood"
        );
    }
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        let pointer = reference
            .strip_prefix('#')
            .expect("a reference into the schema itself");
        let target = root
            .pointer(pointer)
            .unwrap_or_else(|| panic!("{reference} leads nowhere"));
        if let Some(misfit) = misfit(value, target, root, path) {
            return Some(misfit);
        }
    }
    if let Some(choices) = schema.get("anyOf").and_then(Value::as_array) {
        let misfits: Option<Vec<String>> = choices
            .iter()
            .map(|choice| misfit(value, choice, root, path))
            .collect();
        if let Some(misfits) = misfits {
            // The choice that fits furthest explains most.
            return misfits.into_iter().max_by_key(|misfit| misfit.find(':'));
        }
    }
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let is_kind = match schema.get("type") {
        None => true,
        Some(Value::String(wanted)) => wanted == kind,
        Some(wanted) => wanted
            .as_array()
            .is_some_and(|all| all.iter().any(|one| one == kind)),
    };
    let fits = is_kind
        && schema.get("const").is_none_or(|wanted| wanted == value)
        && schema
            .get("enum")
            .and_then(Value::as_array)
            .is_none_or(|words| words.contains(value))
        && number_fits(value, schema)
        && value
            .as_str()
            .is_none_or(|text| schema.get("minLength").is_none() || !text.is_empty());
    if !fits {
        return Some(format!("{path}: {value}"));
    }
    match value {
        Value::Array(items) => {
            let schema = schema.get("items")?;
            items
                .iter()
                .enumerate()
                .find_map(|(index, item)| misfit(item, schema, root, &format!("{path}[{index}]")))
        }
        Value::Object(members) => object_misfit(members, schema, root, path),
        _ => None,
    }
}

fn number_fits(value: &Value, schema: &Map<String, Value>) -> bool {
    let Some(number) = value.as_f64() else {
        return true;
    };
    let limit = |word: &str| schema.get(word).and_then(Value::as_f64);
    limit("minimum").is_none_or(|least| number >= least)
        && limit("maximum").is_none_or(|most| number <= most)
        && limit("exclusiveMinimum").is_none_or(|least| number > least)
}

fn object_misfit(
    members: &Map<String, Value>,
    schema: &Map<String, Value>,
    root: &Value,
    path: &str,
) -> Option<String> {
    for key in schema
        .get("required")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        if !members.contains_key(key.as_str().expect("a name")) {
            return Some(format!("{path}: without {key}"));
        }
    }
    let known = schema.get("properties").and_then(Value::as_object);
    members.iter().find_map(|(key, member)| {
        let path = format!("{path}.{key}");
        match known.and_then(|known| known.get(key)) {
            Some(schema) => misfit(member, schema, root, &path),
            None => (schema.get("additionalProperties") == Some(&Value::Bool(false)))
                .then(|| format!("{path}: not known")),
        }
    })
}

#[test]
fn every_right_fixture_and_article_fits_the_schema_and_every_wrong_one_does_not() {
    let schema = schema();
    let mut wrong = BTreeSet::new();
    for specimen in corpus()
        .into_iter()
        .filter(|specimen| specimen.format == "native")
    {
        let value = serde_json::from_slice(&specimen.source).expect("a fixture is JSON");
        match misfit(&value, &schema, &schema, "$") {
            Some(_) if WRONG.contains(&specimen.name.as_str()) => {
                wrong.insert(specimen.name);
            }
            Some(misfit) => panic!("{}: {misfit}", specimen.name),
            None => {}
        }
    }
    assert_eq!(
        wrong.len(),
        WRONG.len(),
        "{wrong:?} do not fit, wanted {WRONG:?}"
    );
    for entry in fs::read_dir(root().join("articles")).expect("the articles") {
        let path = entry.expect("an article").path();
        if path.extension().is_some_and(|ending| ending == "json") {
            let text = fs::read_to_string(&path).expect("a readable article");
            let value: Value = serde_json::from_str(&text).expect("an article is JSON");
            if value.get("format").is_some() {
                let misfit = misfit(&value, &schema, &schema, "$");
                assert_eq!(misfit, None, "{}", path.display());
            }
        }
    }
}

#[test]
fn what_is_written_in_our_own_format_fits_the_schema() {
    let schema = schema();
    for (name, article) in articles() {
        let text = encode(&article);
        let value = serde_json::from_str(&text).expect("it is JSON");
        let misfit = misfit(&value, &schema, &schema, "$");
        assert_eq!(misfit, None, "{name}\n{text}");
    }
}

/// The constants of `type` in the choices of a definition.
fn types(schema: &Value, definition: &str) -> BTreeSet<String> {
    schema["$defs"][definition]["anyOf"]
        .as_array()
        .expect("choices")
        .iter()
        .filter_map(|choice| choice["properties"]["type"]["const"].as_str())
        .map(str::to_owned)
        .collect()
}

fn words<'a>(words: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    words.into_iter().map(str::to_owned).collect()
}

#[test]
fn the_schema_has_every_block_and_inline_of_the_decoder_and_no_others() {
    let schema = schema();
    assert_eq!(types(&schema, "block"), words(blocks::kinds()));
    let inlines = INLINES.iter().map(|(kind, _)| *kind);
    assert_eq!(
        types(&schema, "inline"),
        words(inlines.chain(Style::WORDS.iter().copied()))
    );
}

/// Every list of words in the schema, wherever it stands.
fn enums(value: &Value, found: &mut Vec<BTreeSet<String>>) {
    match value {
        Value::Object(members) => {
            if let Some(words) = members.get("enum").and_then(Value::as_array) {
                found.push(
                    words
                        .iter()
                        .map(|word| word.to_string().replace('"', ""))
                        .collect(),
                );
            }
            members.values().for_each(|member| enums(member, found));
        }
        Value::Array(items) => items.iter().for_each(|item| enums(item, found)),
        _ => {}
    }
}

#[test]
fn the_schema_has_the_words_of_the_code() {
    let mut found = Vec::new();
    enums(&schema(), &mut found);
    for list in [
        Align::WORDS,
        BoxKind::WORDS,
        Case::WORDS,
        CorrectionKind::WORDS,
        Display::WORDS,
        LiveState::WORDS,
        MathElement::WORDS,
        NoticeKind::WORDS,
        TrackKind::WORDS,
        &ImageType::ALL.map(ImageType::mime),
    ] {
        let wanted = words(list.iter().copied());
        assert!(found.contains(&wanted), "no list of {wanted:?}");
    }
    let schema = schema();
    let element = &schema["$defs"]["math"]["anyOf"][0]["properties"];
    for pair in math::ATTRIBUTES.split(' ') {
        let (name, value) = pair.split_once('=').expect("a name and a value");
        let values = element[name]["enum"].as_array();
        let values = values.unwrap_or_else(|| panic!("{name} is not in the schema"));
        assert!(values.iter().any(|known| known == value), "{pair}");
    }
}

/// What stands between the fences of the page that hold JSON.
fn examples(page: &str) -> Vec<&str> {
    page.split("```json\n")
        .skip(1)
        .filter_map(|rest| rest.split("```").next())
        .collect()
}

#[test]
fn every_example_of_the_page_is_a_fixture() {
    let page = read("docs/formats/native.md");
    let fixtures: Vec<Value> = corpus()
        .iter()
        .filter(|specimen| specimen.format == "native")
        .map(|specimen| serde_json::from_slice(&specimen.source).expect("a fixture is JSON"))
        .collect();
    for example in examples(&page) {
        let value: Value = serde_json::from_str(example)
            .unwrap_or_else(|error| panic!("{error} in the example\n{example}"));
        let found = fixtures.iter().any(|fixture| {
            let body = fixture["body"].as_array().map_or(&[][..], Vec::as_slice);
            *fixture == value
                || body.contains(&value)
                || value
                    .as_array()
                    .is_some_and(|all| !all.is_empty() && body.starts_with(all))
        });
        assert!(found, "no fixture holds the example\n{example}");
    }
}

/// The values of every `type` in a document.
fn used(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            found.extend(
                members
                    .get("type")
                    .and_then(Value::as_str)
                    .map(str::to_owned),
            );
            members.values().for_each(|member| used(member, found));
        }
        Value::Array(items) => items.iter().for_each(|item| used(item, found)),
        _ => {}
    }
}

#[test]
fn the_page_shows_every_block_and_inline() {
    let page = read("docs/formats/native.md");
    let mut shown = BTreeSet::from(["paragraph".to_owned()]);
    for example in examples(&page) {
        used(&serde_json::from_str(example).expect("JSON"), &mut shown);
    }
    for kind in blocks::kinds() {
        assert!(shown.contains(kind), "the block {kind} has no example");
        let fixture = format!("tests/fixtures/native/{kind}/source.json");
        assert!(root().join(&fixture).exists(), "{fixture} is missing");
    }
    let inlines = INLINES.iter().map(|(kind, _)| *kind);
    for kind in inlines.chain(Style::WORDS.iter().copied()) {
        // The second name of `q` is mentioned beside it.
        assert!(
            kind == "quote" || shown.contains(kind),
            "the inline {kind} has no example"
        );
    }
}

#[test]
fn a_block_is_rare_in_the_model_where_its_reader_is() {
    let options = Options {
        base: Some("https://paper.example/".into()),
        ..Options::default()
    };
    for kind in blocks::kinds() {
        let path = format!("tests/fixtures/native/{kind}/source.json");
        let source = fs::read(root().join(path)).expect("a fixture for each kind");
        let article = decode(&source, &options).expect("an article").article;
        let is_rare = article.body.iter().chain(&article.lead).any(Block::is_rare);
        // The sign of what cannot be shown is read with the rare ones, and shown with the others.
        let wanted = !blocks::is_common(kind) && kind != "unsupported";
        if wanted {
            assert!(is_rare, "{kind} is read apart, and its view is not");
        }
    }
    for (kind, _) in blocks::COMMON {
        let json = format!(
            r#"{{"format": "article-viewer/1", "body": [{{"type": "{kind}", "text": "Rain.", "src": "https://a.example/a.png", "items": ["Rain."]}}]}}"#
        );
        let body = decode(json.as_bytes(), &options)
            .expect("an article")
            .article
            .body;
        assert!(
            !body.iter().any(Block::is_rare),
            "{kind} is read at once, and its view is apart"
        );
    }
}
