//! The names that editors usually choose for the fields of an article.
//!
//! No schema promises any of them, so each concept is looked for under all of its names, and the first that holds
//! something counts. Rows that come later win over earlier ones.

use super::{Dialect, blocks, find, is_any, is_readable, line_at, parts, words};
use crate::decode::{Cursor, fields};
use crate::json::Json;
use crate::model::{Article, Author, Block, Section, Tag};

/// One row: the names of a concept, what it may be, and what reads it.
type Row = (
    &'static str,
    fn(Cursor<'_>, &Dialect) -> bool,
    fn(Cursor<'_>, &Dialect, &mut Article),
);

pub const HEADLINE: &str = "title|headline|entryTitle|name|heading";
pub const BODY: &str = "body|bodyCopy|content|text|blocks";
const STANDFIRST: &str = "standfirst|excerpt|subtitle|dek|lead|intro|summary|description";

const ROWS: &[Row] = &[
    // First, since other addresses may be relative to it.
    ("canonicalUrl|url|seo.canonical", is_text, |from, _, to| {
        fields::canonical(from, to);
    }),
    ("language|lang", is_text, |from, _, to| {
        fields::language(from, to);
    }),
    (HEADLINE, is_readable, |from, dialect, to| {
        to.headline = words(from, dialect);
    }),
    (STANDFIRST, is_readable, |from, dialect, to| {
        to.standfirst = blocks(from, dialect);
    }),
    ("kicker", is_text, |from, _, to| fields::kicker(from, to)),
    // Who keeps tags apart from categories files the article under the first of these.
    ("categories", is_any, |from, dialect, to| {
        tags(from, dialect, to);
        to.section = to.tags.first().cloned().map(fields::as_section);
    }),
    ("section", is_any, section),
    ("category", is_any, section),
    ("keywords", is_any, tags),
    ("tags", is_any, tags),
    ("byline", is_any, |from, dialect, to| {
        match is_text(from, dialect) {
            true => fields::byline(from, to),
            false => authors(from, dialect, to),
        }
    }),
    ("authors|author", is_any, authors),
    (
        "publishedAt|publishDate|publicationDate|date",
        is_any,
        |from, _, to| fields::published(from, to),
    ),
    ("updatedAt", is_any, |from, _, to| fields::updated(from, to)),
    (
        "mainImage|heroImage|coverImage|featuredImage|image|poster",
        is_any,
        |from, dialect, to| {
            let figure = parts::figure(from.one(), dialect).map(Block::Figure);
            // A text alone may be anything, so only what was meant to be a picture leaves a sign.
            let is_object = from.one().members().is_some();
            let sign = || is_object.then(|| parts::unsupported("image", from.one(), dialect));
            to.lead = figure.or_else(sign);
        },
    ),
];

/// Reads everything that has a usual name; the body is the first rich text or text under one of its names, else the
/// longest rich text there is.
pub fn read(from: Cursor<'_>, dialect: &Dialect, article: &mut Article) {
    for (addresses, fits, put) in ROWS {
        if let Some(found) = find(from, dialect, addresses, *fits) {
            put(found, dialect, article);
        }
    }
    let body = find(from, dialect, BODY, is_readable).or_else(|| longest(from, dialect));
    if let Some(body) = body {
        article.body = blocks(body, dialect);
    }
}

/// Of the rich texts under other names, the one of the most blocks.
fn longest<'a>(from: Cursor<'a>, dialect: &Dialect) -> Option<Cursor<'a>> {
    let standfirst = find(from, dialect, STANDFIRST, is_readable);
    let mut longest = None;
    let mut most = 0;
    for member in from.values() {
        // References lead to other documents.
        let length = length(member.value());
        if length > most
            && (dialect.is_rich)(member.value())
            && standfirst.is_none_or(|other| !std::ptr::eq(other.value(), member.value()))
        {
            most = length;
            longest = Some(member);
        }
    }
    longest
}

fn length(rich: &Json) -> usize {
    rich.get("content").unwrap_or(rich).items().len().max(1)
}

fn is_text(from: Cursor<'_>, _: &Dialect) -> bool {
    from.value().as_str().is_some()
}

fn section(from: Cursor<'_>, dialect: &Dialect, article: &mut Article) {
    if let Some(name) = name(from.one(), dialect) {
        article.section = Some(Section {
            name,
            link: None,
            color: None,
        });
    }
}

fn tags(from: Cursor<'_>, dialect: &Dialect, article: &mut Article) {
    let mut names = Vec::new();
    match from.value().as_str() {
        // All of them in one text.
        Some(text) => names.extend(text.split(',').map(|name| name.trim().to_owned())),
        None => {
            for item in from.items() {
                names.extend(name(item, dialect));
            }
        }
    }
    if !names.is_empty() {
        article.tags.clear();
    }
    for name in names {
        fields::push_tag(Tag { name, link: None }, article);
    }
}

fn authors(from: Cursor<'_>, dialect: &Dialect, article: &mut Article) {
    let mut authors = Vec::new();
    for item in from.items() {
        let Some(person) = (dialect.resolve)(item) else {
            continue;
        };
        if let Some(name) = name(person, dialect) {
            let find = |names| find(person, dialect, names, is_any);
            let picture = find("image|picture|photo|avatar|portrait");
            let figure = picture.and_then(|picture| parts::figure(picture, dialect));
            authors.push(Author {
                name,
                role: None,
                link: find("url|website").and_then(fields::web_link),
                picture: figure.map(|figure| figure.image),
            });
        }
    }
    if !authors.is_empty() {
        article.byline.authors = authors;
    }
}

/// A name alone, or that of an object; a text is one, a number is none.
#[inline(never)]
fn name(from: Cursor<'_>, dialect: &Dialect) -> Option<String> {
    let named = (dialect.resolve)(from)?;
    match named.value() {
        Json::Text(name) => Some(name.trim().to_owned()).filter(|name| !name.is_empty()),
        Json::Object(_) => line_at(named, dialect, "name|title|fullName|displayName|label"),
        _ => None,
    }
}
