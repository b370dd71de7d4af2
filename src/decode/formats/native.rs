//! Our own format: plain to write by hand, and known by its marker `"format": "article-viewer/1"`.
//!
//! `docs/formats/native.md` shows every field; `blocks` and `inlines` read what stands inside a text.

pub mod blocks;
pub mod inlines;

use super::Format;
use crate::decode::fields::{self, Field};
use crate::decode::{Claim, Cursor, DecodeError, NoteKind};
use crate::json::Json;
use crate::model::publisher::Color;
use crate::model::{
    Article, Author, Block, Comments, CommentsState, Direction, Image, Inline, LiveState, Notice,
    NoticeKind, Publisher, Related, Section, Tag,
};

pub const FORMAT: Format = Format {
    name: "native",
    title: "the viewer's own format",
    is_apart: false,
    claims,
    items: super::alone,
    decode: |claimed| decode(claimed.item),
};

const MARKER: &str = "article-viewer/";

pub fn claims(document: &Json) -> Claim {
    match marker(document) {
        Some(_) => Claim::Certain,
        None => Claim::No,
    }
}

/// What follows the marker: the version.
fn marker(document: &Json) -> Option<&str> {
    document
        .get("format")?
        .as_str()?
        .trim()
        .strip_prefix(MARKER)
}

const FIELDS: &[Field] = &[
    // First, since other addresses may be relative to it.
    ("url", fields::canonical),
    ("id", fields::id),
    ("language", fields::language),
    ("direction", |from, article| {
        article.direction = from.as_word("ltr, rtl or auto", Direction::parse)
    }),
    ("publisher", |from, article| {
        article.publisher = publisher(from)
    }),
    ("section", |from, article| article.section = section(from)),
    ("kicker", fields::kicker),
    ("headline", |from, article| {
        article.headline = inlines::text(from)
    }),
    ("standfirst", |from, article| {
        article.standfirst = blocks::flow(from)
    }),
    ("byline", fields::byline),
    ("authors", |from, article| {
        article.byline.authors = from.each(author)
    }),
    ("dateline", fields::dateline),
    ("published", fields::published),
    ("updated", fields::updated),
    ("live", |from, article| {
        article.live = worded(from, "state", "live or ended", LiveState::parse)
    }),
    ("lead", |from, article| article.lead = blocks::lead(from)),
    ("body", |from, article| article.body = body(from)),
    ("tags", |from, article| article.tags = from.each(tag)),
    ("related", |from, article| {
        article.related = from.each(related)
    }),
    ("comments", |from, article| {
        article.comments = comments(from)
    }),
    ("copyright", fields::copyright),
    ("notices", |from, article| {
        article.notices = from.each(notice)
    }),
];

pub fn decode(top: Cursor<'_>) -> Result<Article, DecodeError> {
    top.must_be_object(FORMAT.title)?;
    if let Some(format) = top.at("format")
        && let Some(version) = marker(top.value())
        && version != "1"
    {
        format.note(NoteKind::NewerVersion {
            found: version.to_owned(),
        });
    }
    let mut article = Article::default();
    fields::read(top, &mut article, FIELDS);
    Ok(article)
}

/// The blocks of a body, or of a piece of one.
pub fn body(from: Cursor<'_>) -> Vec<Block> {
    from.each(blocks::block)
}

/// A name alone, or an object with one: `named` gives the name and, for an object, its cursor.
fn named<'a>(cursor: Cursor<'a>, key: &str) -> Option<(String, Option<Cursor<'a>>)> {
    if cursor.members().is_none() {
        return cursor.as_line().map(|name| (name, None));
    }
    let name = cursor.line(key);
    if name.is_none() {
        cursor.note_missing(key, "a name");
    }
    name.map(|name| (name, Some(cursor)))
}

fn publisher(cursor: Cursor<'_>) -> Option<Publisher> {
    let (name, more) = named(cursor, "name")?;
    Some(Publisher {
        name,
        link: more.and_then(|more| more.link("url")),
        logo: more.and_then(|more| more.at("logo")).and_then(picture),
    })
}

fn section(cursor: Cursor<'_>) -> Option<Section> {
    let (name, more) = named(cursor, "name")?;
    Some(Section {
        name,
        link: more.and_then(|more| more.link("url")),
        color: more.and_then(|more| more.word("color", "a colour such as #0b7a75", Color::parse)),
    })
}

fn author(cursor: Cursor<'_>) -> Option<Author> {
    let (name, more) = named(cursor, "name")?;
    Some(Author {
        name,
        role: more.and_then(|more| more.line("role")),
        link: more.and_then(|more| more.link("url")),
        picture: more.and_then(|more| more.at("picture")).and_then(picture),
    })
}

/// A picture without caption: its address alone, or an object like an image block.
fn picture(cursor: Cursor<'_>) -> Option<Image> {
    if cursor.members().is_some() {
        return blocks::image(cursor);
    }
    let src = cursor.as_media()?;
    Some(Image {
        src,
        size: None,
        alt: None,
        sources: Vec::new(),
    })
}

fn tag(cursor: Cursor<'_>) -> Option<Tag> {
    let (name, more) = named(cursor, "name")?;
    Some(Tag {
        name,
        link: more.and_then(|more| more.link("url")),
    })
}

fn related(cursor: Cursor<'_>) -> Option<Related> {
    if !cursor.is_object_or_note("an object with title and url") {
        return None;
    }
    let link = cursor.link("url");
    if cursor.at("url").is_none() {
        cursor.note_missing("url", "an address");
    }
    let link = link?;
    let title = cursor
        .line("title")
        .or_else(|| link.host().map(str::to_owned))?;
    Some(Related {
        title,
        link,
        publisher: cursor.line("publisher"),
        published: cursor.timestamp("published"),
        image: cursor.at("image").and_then(picture),
    })
}

/// A word alone, or an object with one under `key`: the word, and whether there is more.
fn worded<T>(
    cursor: Cursor<'_>,
    key: &str,
    wanted: &'static str,
    parse: fn(&str) -> Option<T>,
) -> Option<T> {
    if cursor.members().is_none() {
        return cursor.as_word(wanted, parse);
    }
    if cursor.at(key).is_none() {
        cursor.note_missing(key, wanted);
    }
    cursor.word(key, wanted, parse)
}

fn comments(cursor: Cursor<'_>) -> Option<Comments> {
    let state = worded(
        cursor,
        "state",
        "open, closed, moderated or none",
        CommentsState::parse,
    );
    if cursor.members().is_none() {
        return state.map(|state| Comments {
            state,
            message: None,
            count: None,
            link: None,
        });
    }
    let message = cursor.line("message");
    // A message alone is still worth showing, and says most likely why there are no comments.
    let state = state.or_else(|| message.is_some().then_some(CommentsState::Closed))?;
    Some(Comments {
        state,
        message,
        count: cursor
            .number("count")
            .filter(|count| *count >= 0.0)
            .map(|count| count as u64),
        link: cursor.link("url"),
    })
}

fn notice(cursor: Cursor<'_>) -> Option<Notice> {
    const WORDS: &str = "gated, password, withdrawn, embargoed, draft or elsewhere";
    let kind = worded(cursor, "type", WORDS, NoticeKind::parse)?;
    let more = cursor.members().is_some();
    Some(Notice {
        kind,
        message: more.then(|| cursor.line("message")).flatten(),
        link: more.then(|| cursor.link("url")).flatten(),
    })
}

/// A paragraph's worth of plain text as a block.
fn paragraph(text: Vec<Inline>) -> Block {
    Block::Paragraph(crate::model::block::Paragraph { text })
}
