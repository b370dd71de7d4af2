//! Contentful: entries whose fields are their editors' own, and rich text as a tree of nodes.
//!
//! Everything an entry refers to stands beside it, in `includes`; what has been deleted is simply not there.

use super::{Claimed, Format};
use crate::decode::detect::{self, Shape};
use crate::decode::fields::{self, Field, items_at, str_at};
use crate::decode::rich::marks::{self, Run};
use crate::decode::rich::{self, Dialect, names, parts};
use crate::decode::{Claim, Cursor, DecodeError, NoteKind};
use crate::json::Json;
use crate::model::block::{Cell, Divider, List, ListItem, Quote, Table};
use crate::model::{Article, Block, Inline, Language, NoticeKind, SafeLink, Text};

pub const FORMAT: Format = Format {
    name: "contentful",
    title: "Contentful rich text",
    is_apart: true,
    claims,
    items,
    decode,
};

fn claims(document: &Json) -> Claim {
    // A list of entries is for `detect` to take apart.
    if document.members().is_none() {
        return Claim::No;
    }
    match detect::claim(document, CLAIMS) {
        Claim::Certain if is_answer(document) && !entries(document).iter().any(is_entry) => {
            Claim::NotAnArticle("an answer without articles")
        }
        claim => claim,
    }
}

const CLAIMS: &[Shape] = &[
    ("nodeType=document content:l", Claim::Certain),
    ("sys.type=Array items:l", Claim::Certain),
    ("sys.type=Entry fields:o", Claim::Certain),
    // An export of a whole space.
    ("entries.sys.type=Entry entries.fields:o", Claim::Certain),
    (
        "sys.type=Asset fields:o",
        Claim::NotAnArticle("a picture or another media file"),
    ),
    ("sys.type=Error", Claim::NotAnArticle("an error message")),
];

const ENTRY: &[Shape] = &[("sys.type=Entry fields:o", Claim::Certain)];

fn is_entry(value: &Json) -> bool {
    value.members().is_some() && detect::claim(value, ENTRY) != Claim::No
}

fn is_answer(document: &Json) -> bool {
    !is_entry(document) && document.get("nodeType").is_none()
}

/// What an answer or an export lists.
fn entries(document: &Json) -> &[Json] {
    let list = document.get("items").or(document.get("entries"));
    list.map_or(&[], Json::items)
}

/// An answer may hold entries of every type: those with a title and a text are articles; where there are none, those
/// that have one of the two.
fn items(document: Cursor<'_>) -> Vec<Cursor<'_>> {
    let mut found = Vec::new();
    let mut best = 0;
    if is_answer(document.value()) {
        for entry in entries(document.value()) {
            let rank = rank(entry);
            if rank > best {
                best = rank;
                found.clear();
            }
            if rank == best && is_entry(entry) {
                found.push(document.on(entry));
            }
        }
    }
    found
}

/// How much an entry looks like an article. People and categories have a name at most.
fn rank(entry: &Json) -> u8 {
    let fields = entry.get("fields");
    let members = fields.and_then(Json::members).unwrap_or_default();
    let has = |names: &str| {
        names.split('|').any(|name| {
            let value = fields.and_then(|fields| fields.get(name));
            value.is_some_and(|value| plain(value).as_str().is_some())
        })
    };
    let text = has("body|bodyCopy|content|text") || members.iter().any(|(_, value)| is_rich(value));
    u8::from(text) + u8::from(has("title|headline|entryTitle|heading"))
}

const DIALECT: Dialect = Dialect {
    resolve,
    is_rich,
    blocks: |from, to| nodes(from, Holds::Entries, to),
    words: |from, to| nodes(from, Holds::Links, to),
    file,
};

/// How much of what a text embeds is read; each holds those before it. An entry or a file has texts of its own, which may
/// embed it again.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Holds {
    Words,
    Links,
    Files,
    Entries,
}

/// The same inside an entry that a text embeds: what is embedded there again is left out, since it may be the first.
const INSIDE: Dialect = Dialect {
    blocks: |from, to| nodes(from, Holds::Files, to),
    ..DIALECT
};

/// The words that a link is called by, which hold no link.
const NAME: Dialect = Dialect {
    words: |from, to| nodes(from, Holds::Words, to),
    ..DIALECT
};

/// What the system itself says of an entry.
const SYSTEM: &[Field] = &[
    ("id", fields::id),
    ("locale", fields::language),
    ("createdAt", fields::published),
    ("firstPublishedAt|publishedAt", fields::published),
    ("updatedAt", fields::updated),
];

fn decode(Claimed { item: root, .. }: Claimed<'_>) -> Result<Article, DecodeError> {
    let mut article = Article::default();
    if root.first("nodeType").is_some() {
        nodes(root, Holds::Entries, &mut article.body);
    } else {
        root.must_be_object(FORMAT.title)?;
        if let Some(system) = root.first("sys") {
            fields::read(system, &mut article, SYSTEM);
            // Only who may edit an entry is told its version; a published one says so too.
            let is_edited = system.first("version").is_some();
            if is_edited && system.first("publishedVersion").is_none() {
                fields::notice(&mut article, NoticeKind::Draft);
            }
        }
        if let Some(own) = root.first("fields") {
            if article.language.is_none() {
                article.language = locale(own);
            }
            names::read(own, &DIALECT, &mut article);
        }
    }
    rich::headline_from_heading(&mut article);
    fields::finish(root, &mut article);
    Ok(article)
}

/// The language of an export, in which a field has a value for each.
fn locale(fields: Cursor<'_>) -> Option<Language> {
    for field in fields.values() {
        if is_localised(field.value())
            && let Some([(tag, _), ..]) = field.members()
        {
            return Language::parse(tag);
        }
    }
    None
}

/// Whether the members of an object are the languages of one value.
fn is_localised(value: &Json) -> bool {
    let is_tag = |(name, _): &(String, Json)| {
        let (language, region) = name.split_once('-').unwrap_or((name, "XX"));
        language.len() == 2
            && language.bytes().all(|byte| byte.is_ascii_lowercase())
            && (2..=8).contains(&region.len())
            && language != "id"
    };
    let members = value.members().unwrap_or_default();
    !members.is_empty() && members.iter().all(is_tag)
}

/// A value in one language: the first, which in an export is the one that every entry has.
fn plain(value: &Json) -> &Json {
    match value.members() {
        Some([(_, first), ..]) if is_localised(value) => first,
        _ => value,
    }
}

/// What a value stands for: the fields of the entry or the file that a link leads to.
fn resolve(from: Cursor<'_>) -> Option<Cursor<'_>> {
    let from = from.on(plain(from.value()));
    if from.members().is_none() {
        return Some(from);
    }
    target(from)?.first("fields").or_else(|| {
        // No link, and no entry.
        from.first("sys.type").is_none().then_some(from)
    })
}

/// The entry or the file that a link leads to; anything else is itself, and so is an entry in the place of its link.
fn target(from: Cursor<'_>) -> Option<Cursor<'_>> {
    match str_at(from, "sys.type") {
        "Link" => {}
        "ResourceLink" => {
            rich::leads_nowhere(from, str_at(from, "sys.urn"));
            return None;
        }
        _ => return Some(from),
    }
    let id = str_at(from, "sys.id");
    let kind = str_at(from, "sys.linkType");
    if let Some(document) = from.document() {
        // What is in the list itself is not included once more.
        let includes = document.first("includes").unwrap_or(document);
        let lists = [
            includes.first(kind),
            document.first("items|entries"),
            document.first("assets"),
        ];
        for list in lists.into_iter().flatten() {
            for other in list.value().items() {
                let system = other.get("sys");
                let is = |name, text| {
                    let member = system.and_then(|system| system.get(name));
                    member.and_then(Json::as_str) == Some(text)
                };
                if !from.may_look_at(other) {
                    break;
                }
                if is("id", id) && is("type", kind) {
                    return Some(from.on(other));
                }
            }
        }
    }
    rich::leads_nowhere(from, &[kind, " ", id].concat());
    None
}

/// A picture or another file is an asset, whose address is in its `file`.
fn file(from: Cursor<'_>) -> Option<Cursor<'_>> {
    match from.first("file") {
        Some(file) => resolve(file),
        None => from.first("url").map(|_| from),
    }
}

fn is_rich(value: &Json) -> bool {
    let value = plain(value);
    value.get("nodeType").is_some() && value.get("content").is_some()
}

// Nodes.

/// The blocks of what stands inside a node.
fn nodes(from: Cursor<'_>, holds: Holds, to: &mut Vec<Block>) {
    let from = from.on(plain(from.value()));
    // Words without a block of their own.
    let mut loose = Vec::new();
    for node in items_at(from, "content") {
        let kind = str_at(node, "nodeType");
        if is_inline(kind) {
            inline(node, holds, &mut Vec::new(), &mut loose);
            continue;
        }
        end_of_line(&mut loose, to);
        block(kind, node, holds, to);
    }
    end_of_line(&mut loose, to);
}

fn end_of_line(loose: &mut Vec<Run>, to: &mut Vec<Block>) {
    if !loose.is_empty() {
        to.push(rich::paragraph(marks::text(loose)));
        loose.clear();
    }
}

fn inner(from: Cursor<'_>, holds: Holds) -> Vec<Block> {
    let mut blocks = Vec::new();
    nodes(from, holds, &mut blocks);
    blocks
}

fn block(kind: &str, from: Cursor<'_>, holds: Holds, to: &mut Vec<Block>) {
    if kind.starts_with("heading-") {
        let block = rich::heading(kind, "heading-", text(from, holds));
        return to.push(block.unwrap_or_else(rich::paragraph));
    }
    match kind {
        "paragraph" => to.push(rich::paragraph(text(from, holds))),
        "hr" => to.push(Block::Divider(Divider)),
        "blockquote" => to.push(Block::Quote(Quote {
            blocks: inner(from, holds),
            cite: Text::new(),
        })),
        "ordered-list" | "unordered-list" => {
            let mut list = List {
                start: (kind == "ordered-list").then_some(1),
                ..List::default()
            };
            for item in items_at(from, "content") {
                list.items.push(ListItem {
                    blocks: inner(item, holds),
                });
            }
            to.push(Block::List(list));
        }
        "table" => to.push(table(from, holds)),
        "embedded-asset-block" if holds < Holds::Files => {
            fields::leave_out(from, kind, "it stands in the middle of words");
        }
        "embedded-asset-block" => {
            if let Some(asset) = from.first("data.target").and_then(resolve) {
                let block = parts::file(asset, &DIALECT);
                to.push(block.unwrap_or_else(|| {
                    fields::leave_out(asset, "asset", "it has no file that can be shown");
                    parts::unsupported("asset", asset, &DIALECT)
                }));
            }
        }
        "embedded-entry-block" | "embedded-resource-block" => match holds {
            Holds::Entries => to.extend(from.first("data.target").and_then(entry)),
            _ => fields::leave_out(from, kind, "it is embedded in what is embedded itself"),
        },
        _ if from.first("content").is_some() => {
            // A box that newer editors know; what is in it counts.
            nodes(from, holds, to);
        }
        _ => {
            if from.is_object_or_note("a node") {
                let kind = kind.chars().take(40).collect();
                from.note(NoteKind::UnknownBlock { kind });
                to.push(parts::unsupported(str_at(from, "nodeType"), from, &DIALECT));
            }
        }
    }
}

/// What an entry usually shows, by the members that it has.
const SHAPES: &[(&str, &str)] = &[
    ("quote", "quote"),
    ("code", "code"),
    ("images", "gallery"),
    ("video", "video"),
    ("image|picture|photo", "image"),
    ("file", "file"),
    ("url|embedUrl", "url"),
];

/// An entry in the middle of a text: its type or its members say what it shows.
fn entry(link: Cursor<'_>) -> Option<Block> {
    let target = target(link)?;
    let own = target.first("fields")?;
    let kind = str_at(target, "sys.contentType.sys.id");
    let shape = SHAPES.iter().find(|(names, _)| own.first(names).is_some());
    let kind = match shape {
        Some((_, shape)) if !parts::is_known(kind) => shape,
        _ => kind,
    };
    Some(parts::part(kind, own, &INSIDE))
}

fn table(from: Cursor<'_>, holds: Holds) -> Block {
    let mut table = Table::default();
    // A cell is one line.
    let in_cell = if holds > Holds::Links {
        Holds::Links
    } else {
        holds
    };
    for row in items_at(from, "content") {
        let mut cells = Vec::new();
        for cell in items_at(row, "content") {
            let mut text = Text::new();
            rich::flatten(&mut inner(cell, in_cell), &mut text);
            cells.push(Cell {
                text,
                header: str_at(cell, "nodeType") == "table-header-cell",
                ..Cell::default()
            });
        }
        let is_head = table.rows.is_empty() && cells.iter().all(|cell| cell.header);
        match is_head {
            true => table.head.push(cells),
            false => table.rows.push(cells),
        }
    }
    Block::Table(table)
}

// Inlines.

fn is_inline(kind: &str) -> bool {
    kind == "text" || kind.ends_with("hyperlink") || kind.ends_with("-inline")
}

fn text(from: Cursor<'_>, holds: Holds) -> Text {
    let mut runs = Vec::new();
    for node in items_at(from, "content") {
        inline(node, holds, &mut Vec::new(), &mut runs);
    }
    marks::text(&mut runs)
}

/// Adds the words of a node under the marks of those around it.
fn inline(from: Cursor<'_>, holds: Holds, around: &mut Vec<Inline>, runs: &mut Vec<Run>) {
    let outside = around.len();
    match str_at(from, "nodeType") {
        "text" => {
            for mark in items_at(from, "marks") {
                let name = str_at(mark, "type");
                match marks::named(name) {
                    Some(mark) => marks::add(mark, around),
                    None => {
                        let kind = name.chars().take(40).collect();
                        mark.note(NoteKind::UnknownInline { kind });
                    }
                }
            }
            if let Some(words) = from.at("value") {
                marks::push(&rich::verbatim(words), around, runs);
            }
        }
        "embedded-entry-inline" | "embedded-resource-inline" => match holds {
            Holds::Words => fields::leave_out(from, "a link", "it stands in the name of a link"),
            _ => named_link(from, around, runs),
        },
        kind => {
            let to = match kind {
                "hyperlink" => from.first("data.uri").and_then(link),
                _ => from.first("data.target").and_then(resolve).and_then(page),
            };
            if let Some(to) = to {
                let text = Text::new();
                marks::add(Inline::Link { to, text }, around);
            }
            for node in items_at(from, "content") {
                inline(node, holds, around, runs);
            }
        }
    }
    around.truncate(outside);
}

/// Where an entry or a file can be found.
fn page(fields: Cursor<'_>) -> Option<SafeLink> {
    let address = match fields.first("file") {
        Some(_) => file(fields).and_then(|file| file.first("url")),
        None => rich::find(fields, &DIALECT, "canonicalUrl|url", rich::is_readable),
    };
    match address {
        Some(address) => link(address),
        None => {
            fields::leave_out(fields, "a link", "what it leads to has no address");
            None
        }
    }
}

/// Files leave the scheme of their addresses open.
fn link(address: Cursor<'_>) -> Option<SafeLink> {
    match address.value().as_str() {
        Some(text) if text.starts_with("//") => address.link_from(&["https:", text].concat()),
        _ => address.as_link(),
    }
}

/// An entry in the middle of a line is a link with its title, if it has an address.
fn named_link(from: Cursor<'_>, around: &mut Vec<Inline>, runs: &mut Vec<Run>) {
    if let Some(own) = from.first("data.target").and_then(resolve)
        && let Some(to) = page(own)
    {
        let title = rich::line_at(own, &NAME, names::HEADLINE);
        let text = Text::new();
        let title = title.unwrap_or_else(|| to.host().unwrap_or_default().to_owned());
        marks::add(Inline::Link { to, text }, around);
        marks::push(&title, around, runs);
    }
}

#[cfg(test)]
mod tests;
