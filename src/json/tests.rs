use serde_json::Value;

use super::*;

/// The same value as serde_json has it.
fn as_serde(json: &Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(flag) => Value::Bool(*flag),
        // A number beyond the range of a float is an error there, and kept as it stands here.
        Json::Number(digits) => serde_json::from_str(digits).unwrap_or_default(),
        Json::Text(text) => Value::String(text.clone()),
        Json::List(items) => Value::Array(items.iter().map(as_serde).collect()),
        Json::Object(members) => Value::Object(
            members
                .iter()
                .map(|(name, value)| (name.clone(), as_serde(value)))
                .collect(),
        ),
    }
}

#[track_caller]
fn agrees(text: &str) {
    let ours = parse(text).map(|parsed| (as_serde(&parsed.value), parsed.repaired));
    match serde_json::from_str::<Value>(text) {
        Ok(theirs) => assert_eq!(ours, Ok((theirs, false)), "{text:?}"),
        // What is an error there and no harm to a reader here.
        Err(error) if error.to_string().starts_with("number out of range") => {}
        Err(error)
            if ["surrogate", "hex escape"]
                .iter()
                .any(|word| error.to_string().contains(word)) => {}
        Err(error) => assert!(ours.is_err(), "{text:?}: {error}, yet we read {ours:?}"),
    }
}

const DOCUMENTS: &[&str] = &[
    r#"{"a": [1, -2.5e3, 0, 0.1, 1E+2, 12345678901234567890], "b": {"c": null, "d": [true, false]}}"#,
    r#" [ "\u00e9\ud83d\ude80\"\\\/\b\f\n\r\t" , "é🚀" , {} , [] ] "#,
    r#""""#,
    "0",
    "-0.0",
];

#[test]
fn good_documents_read_as_serde_json_reads_them() {
    DOCUMENTS.iter().for_each(|document| agrees(document));
}

#[test]
fn every_cut_and_every_changed_byte_is_judged_as_serde_json_judges_it() {
    let others = [
        "", "{", "}", "[", "]", ",", ":", "\"", "\\", "0", "1", "-", ".", "e", "t", "n", " ",
        "\u{e9}",
    ];
    for document in DOCUMENTS {
        for (at, c) in document.char_indices() {
            agrees(&document[..at]);
            for other in others {
                let mutant = [&document[..at], other, &document[at + c.len_utf8()..]].concat();
                agrees(&mutant);
            }
        }
    }
}

#[test]
fn the_order_of_members_stays_and_the_last_of_a_name_counts() {
    let value = parse(r#"{"z": 1, "a": 2, "z": 3}"#).unwrap().value;
    let names: Vec<&str> = value
        .members()
        .unwrap()
        .iter()
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(names, ["z", "a", "z"]);
    assert_eq!(value.get("z"), Some(&Json::Number("3".into())));
}

#[test]
fn raw_control_characters_and_half_pairs_are_repaired() {
    let parsed = parse("\"one\ntwo\u{1}\"").unwrap();
    assert_eq!(
        (parsed.value, parsed.repaired),
        (Json::Text("one two ".into()), true)
    );
    for half in [r#""a\ud83d""#, r#""a\ude80""#] {
        let parsed = parse(half).unwrap();
        assert_eq!(
            (parsed.value, parsed.repaired),
            (Json::Text("a\u{fffd}".into()), true)
        );
    }
    assert_eq!(
        parse(r#""\ud83d\u0041""#).unwrap().value,
        Json::Text("\u{fffd}A".into())
    );
}

#[test]
fn a_slip_knows_its_place_and_kind() {
    let slip = |text: &str| parse(text).expect_err("a slip");
    assert_eq!(
        slip("{\"a\": ?}"),
        Slip {
            at: 6,
            kind: SlipKind::Unexpected
        }
    );
    assert_eq!(
        slip("{\"a\": 1"),
        Slip {
            at: 7,
            kind: SlipKind::End
        }
    );
    assert_eq!(
        slip("[1] x"),
        Slip {
            at: 4,
            kind: SlipKind::Unexpected
        }
    );
    assert_eq!(
        slip(&"[".repeat(100_000)),
        Slip {
            at: 128,
            kind: SlipKind::TooDeep
        }
    );
}
