//! Formulas: MathML's presentation elements as objects.

use crate::decode::{Cursor, NoteKind};
use crate::json::Json;
use crate::model::Block;
use crate::model::block::math::attribute;
use crate::model::block::{Math, MathElement, MathNode};

pub fn math(cursor: Cursor<'_>) -> Option<Block> {
    let math = Math {
        content: cursor.at("content").and_then(node),
        tex: cursor.line("tex"),
        alt: cursor.line("alt"),
        display: cursor.flag("display").unwrap_or(true),
    };
    if math.content.is_none() && math.tex.is_none() && math.alt.is_none() {
        cursor.note_missing("content", "an element of MathML");
        return None;
    }
    Some(Block::Math(math))
}

/// `{"el": "mi", "text": "x"}`, `{"el": "mfrac", "children": [above, below]}`, `{"row": [one, after, another]}`
fn node(cursor: Cursor<'_>) -> Option<MathNode> {
    const WANTED: &str = "an element of MathML that shows, such as mi, mo, mn, mfrac or mrow";
    let (element, children) = if cursor.at("row").is_some() {
        (MathElement::Row, "row")
    } else {
        if cursor.at("el").is_none() {
            cursor.note_missing("el", WANTED);
        }
        let element = MathElement::at(cursor.choice("el", MathElement::WORDS));
        (element?, "children")
    };
    let mut attributes = Vec::new();
    for (name, value) in cursor.members().unwrap_or_default() {
        if matches!(name.as_str(), "el" | "row" | "children" | "text") {
            continue;
        }
        let value = match value {
            Json::Text(text) | Json::Number(text) => text,
            Json::Bool(true) => "true",
            Json::Bool(false) => "false",
            Json::Null | Json::List(_) | Json::Object(_) => "",
        };
        match attribute(name, value) {
            Some(pair) => attributes.push(pair),
            None => cursor.note(NoteKind::UnknownWord {
                wanted: "an attribute of MathML with one of its usual values",
                found: name.chars().take(40).collect(),
            }),
        }
    }
    Some(MathNode {
        element,
        attributes,
        text: cursor.line("text").unwrap_or_default(),
        children: cursor.objects(children, node),
    })
}
