//! Portable Text, as Sanity keeps it: a list of blocks, alone or in a document whose other fields are its editors' own.
//!
//! The lists in it are flat: each item is a block that says how deep it stands.

use super::{Claimed, Format};
use crate::decode::detect::{self, Shape};
use crate::decode::fields::{self, Field, str_at};
use crate::decode::rich::{self, Dialect, marks, names, parts};
use crate::decode::{Claim, Cursor, DecodeError, NoteKind};
use crate::json::Json;
use crate::model::block::{Card, List, ListItem, Quote};
use crate::model::{Article, Block, Inline, NoticeKind, Text};

pub const FORMAT: Format = Format {
    name: "portable-text",
    title: "Portable Text (Sanity)",
    is_apart: true,
    claims,
    items,
    decode,
};

fn claims(document: &Json) -> Claim {
    if is_text(document) {
        return Claim::Certain;
    }
    // A list of documents is for `detect` to take apart.
    let Some(members) = document.members() else {
        return Claim::No;
    };
    let claim = detect::claim(document, DOCUMENTS);
    let has_text = members.iter().any(|(_, member)| is_text(member));
    match (claim, has_text) {
        (Claim::No, true) => detect::claim(document, WITH_TEXT),
        _ => claim,
    }
}

const DOCUMENTS: &[Shape] = &[
    (
        "_type=sanity.*",
        Claim::NotAnArticle("a picture or another media file"),
    ),
    (
        "_type=author|_type=person !title _id:s",
        Claim::NotAnArticle("an author"),
    ),
    (
        "_type=category|_type=tag _id:s",
        Claim::NotAnArticle("a category or a tag"),
    ),
    ("_type:s _id:s _createdAt|_updatedAt|_rev", Claim::Certain),
    (
        "query:s ms:n result:e",
        Claim::NotAnArticle("an answer without articles"),
    ),
];

/// Who asks for some of the fields may leave out the type.
const WITH_TEXT: &[Shape] = &[
    ("_type:s !children:l", Claim::Certain),
    ("!_type", Claim::Maybe),
];

const BLOCK: &[Shape] = &[("_type=block children:l", Claim::Certain)];

fn is_block(value: &Json) -> bool {
    value.members().is_some() && detect::claim(value, BLOCK) != Claim::No
}

/// A list with a block of text in it, whatever else it holds; or such a block alone.
fn is_text(value: &Json) -> bool {
    is_block(value) || value.items().iter().any(is_block)
}

fn items(document: Cursor<'_>) -> Vec<Cursor<'_>> {
    if claims(document.value()) != Claim::No {
        return Vec::new();
    }
    let answer = document.first("result").unwrap_or(document);
    if is_text(answer.value()) {
        return vec![answer];
    }
    let mut items = answer.items();
    items.retain(|item| matches!(claims(item.value()), Claim::Certain | Claim::Maybe));
    items
}

const DIALECT: Dialect = Dialect {
    resolve,
    is_rich: is_text,
    blocks: |from, to| blocks(from, true, to),
    words: |from, to| blocks(from, false, to),
    file,
};

/// What the system itself says of a document.
const FIELDS: &[Field] = &[
    ("_id", fields::id),
    ("_createdAt", fields::published),
    ("_updatedAt", fields::updated),
];

fn decode(Claimed { item: root, .. }: Claimed<'_>) -> Result<Article, DecodeError> {
    let mut article = Article::default();
    if is_text(root.value()) {
        blocks(root, true, &mut article.body);
    } else {
        article = fields::article(root, FORMAT.title, FIELDS)?;
        names::read(root, &DIALECT, &mut article);
        if str_at(root, "_id").starts_with("drafts.") {
            fields::notice(&mut article, NoticeKind::Draft);
        }
    }
    rich::headline_from_heading(&mut article);
    fields::finish(root, &mut article);
    Ok(article)
}

/// A reference leads to another document of the same answer, if it holds that.
fn resolve(from: Cursor<'_>) -> Option<Cursor<'_>> {
    let id = str_at(from, "_ref");
    if id.is_empty() || from.members().is_none() {
        return Some(from);
    }
    if let Some(document) = from.document() {
        let answer = document.first("result").unwrap_or(document);
        for other in answer.value().items() {
            if !from.may_look_at(other) {
                break;
            }
            if other.get("_id").and_then(Json::as_str) == Some(id) {
                return Some(from.on(other));
            }
        }
    }
    match id.starts_with("image-") {
        true => fields::leave_out(
            from,
            id,
            "its address needs the project and the dataset, which the data does not hold",
        ),
        false => rich::leads_nowhere(from, id),
    }
    None
}

/// A picture or another file refers to its asset; an answer may have put the asset in the place of its reference, or
/// nothing but the address in the place of both.
fn file(from: Cursor<'_>) -> Option<Cursor<'_>> {
    match from.at("asset") {
        Some(asset) => resolve(asset),
        None => Some(from),
    }
}

fn blocks(from: Cursor<'_>, parts: bool, to: &mut Vec<Block>) {
    // Only a list that goes on may take further items.
    let mut in_list = false;
    for item in from.items() {
        let kind = str_at(item, "_type");
        let is_block = kind == "block" || kind.is_empty() && item.at("children").is_some();
        if !is_block {
            in_list = false;
            match parts {
                true => part(kind, item, to),
                false => fields::leave_out(item, kind, NO_TEXT),
            }
            continue;
        }
        let block = block(item);
        match item.first("listItem") {
            Some(marker) => {
                let level = item.number("level").unwrap_or(1.0);
                let ordered = marker.value().as_str() == Some("number");
                let item = ListItem {
                    blocks: vec![block],
                };
                if !in_list && matches!(to.last(), Some(Block::List(_))) {
                    // Something that left no trace parts the two.
                    to.push(rich::paragraph(Text::new()));
                }
                in_list = true;
                let level = level.clamp(1.0, DEEPEST) as u32;
                add_item(to, level, item, ordered.then_some(1));
            }
            None => {
                in_list = false;
                to.push(block);
            }
        }
    }
}

/// Lists are no deeper than this.
const DEEPEST: f64 = 12.0;

/// Adds an item to the list it belongs to: the last one of its level, if that is of its kind. Where a level is left out,
/// the item is as deep as it can be.
fn add_item(to: &mut Vec<Block>, level: u32, item: ListItem, start: Option<i32>) {
    match to.last_mut() {
        Some(Block::List(list)) if level > 1 => {
            if let Some(last) = list.items.last_mut() {
                add_item(&mut last.blocks, level - 1, item, start);
            }
        }
        Some(Block::List(list)) if list.start == start => list.items.push(item),
        _ => to.push(Block::List(List {
            start,
            items: vec![item],
        })),
    }
}

fn block(from: Cursor<'_>) -> Block {
    let text = text(from);
    let style = str_at(from, "style");
    rich::heading(style, "h", text).unwrap_or_else(|text| match style {
        "blockquote" => Block::Quote(Quote {
            blocks: vec![rich::paragraph(text)],
            cite: Text::new(),
        }),
        _ => rich::paragraph(text),
    })
}

const NO_TEXT: &str = "it is no text, and stands in the middle of one";

/// The spans of a block.
fn text(block: Cursor<'_>) -> Text {
    let mut runs = Vec::new();
    let defined = block.value().get("markDefs").map_or(&[][..], Json::items);
    let mut defined: Vec<Defined<'_>> = defined
        .iter()
        .take(MOST_DEFINED)
        .map(Defined::new)
        .collect();
    for child in fields::items_at(block, "children") {
        let kind = str_at(child, "_type");
        if !matches!(kind, "span" | "") {
            fields::leave_out(child, kind, NO_TEXT);
            continue;
        }
        let mut around = Vec::new();
        let names = fields::items_at(child, "marks");
        for name in names.into_iter().take(marks::MOST) {
            if let Some(name) = name.as_text()
                && let Some(mark) = mark(&name, &mut defined, block, child)
            {
                marks::add(mark, &mut around);
            }
        }
        let words = match child.members() {
            Some(_) => child.at("text"),
            None => Some(child),
        };
        if let Some(words) = words {
            marks::push(&rich::verbatim(words), &around, &mut runs);
        }
    }
    marks::text(&mut runs)
}

/// No block says more of its marks; all of it is gone through for each of them.
const MOST_DEFINED: usize = 200;

/// What a block says of a mark, and what came of it: any number of spans may have it.
struct Defined<'a> {
    key: &'a str,
    from: &'a Json,
    made: Option<Option<Inline>>,
}

impl<'a> Defined<'a> {
    fn new(from: &'a Json) -> Self {
        let key = from.get("_key").and_then(Json::as_str).unwrap_or_default();
        let made = None;
        Self { key, from, made }
    }
}

/// A mark is called by its own name, or by the key of what the block says of it.
fn mark<'a>(
    name: &str,
    defined: &mut [Defined<'a>],
    block: Cursor<'a>,
    span: Cursor<'_>,
) -> Option<Inline> {
    match defined.iter_mut().find(|mark| mark.key == name) {
        Some(mark) => {
            let make = || link(block.on(mark.from));
            mark.made.get_or_insert_with(make).clone()
        }
        None => {
            let known = marks::named(name);
            if known.is_none() {
                unknown(span, name);
            }
            known
        }
    }
}

fn link(from: Cursor<'_>) -> Option<Inline> {
    let address = match from.first("href|url") {
        Some(address) => address,
        None => {
            let Some(reference) = from.first("reference|internalLink|link") else {
                unknown(from, str_at(from, "_type"));
                return None;
            };
            rich::find(resolve(reference)?, &DIALECT, ADDRESS, rich::is_readable)?
        }
    };
    Some(Inline::Link {
        to: address.as_link()?,
        text: Text::new(),
    })
}

/// Where a document may say where it is on the web.
const ADDRESS: &str = "canonicalUrl|url|seo.canonical";

fn unknown(from: Cursor<'_>, kind: &str) {
    let kind = kind.chars().take(40).collect();
    from.note(NoteKind::UnknownInline { kind });
}

/// Anything that is no text.
fn part(kind: &str, from: Cursor<'_>, to: &mut Vec<Block>) {
    if kind.is_empty() {
        if from.is_object_or_note("a block") {
            from.note_missing("_type", "the kind of the block");
        }
        return;
    }
    if kind != "reference" {
        return to.push(parts::part(kind, from, &DIALECT));
    }
    // Another document, in the middle of the text.
    if let Some(other) = resolve(from)
        && let Some(title) = rich::line_at(other, &DIALECT, names::HEADLINE)
        && let Some(link) = fields::link_at(other, ADDRESS)
    {
        to.push(Block::Card(Card {
            link,
            title,
            description: None,
            image: None,
            publisher: None,
            label: None,
        }));
    }
}

#[cfg(test)]
mod tests;
