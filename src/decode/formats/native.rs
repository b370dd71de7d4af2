//! Our own format: plain to write by hand, and known by its marker `"format": "article-viewer/1"`.
//!
//! `docs/formats/native.md` shows every field; `blocks` and `inlines` read what stands inside a text.

mod blocks;
mod inlines;

use serde_json::Value;

use super::Format;
use crate::decode::{Claim, Cursor, DecodeError, NoteKind};
use crate::model::publisher::Color;
use crate::model::{
    Article, Author, Block, Byline, Comments, CommentsState, Direction, Image, Inline, Notice,
    NoticeKind, Publisher, Related, Section, Tag,
};

pub const FORMAT: Format = Format {
    name: "native",
    title: "the viewer's own format",
    claims,
    decode,
};

const MARKER: &str = "article-viewer/";

fn claims(document: &Value) -> Claim {
    match marker(document) {
        Some(_) => Claim::Certain,
        None => Claim::No,
    }
}

/// What follows the marker: the version.
fn marker(document: &Value) -> Option<&str> {
    document
        .get("format")?
        .as_str()?
        .trim()
        .strip_prefix(MARKER)
}

fn decode(top: Cursor<'_>) -> Result<Article, DecodeError> {
    if !top.value().is_object() {
        return Err(DecodeError::Unexpected {
            format: FORMAT.title,
            path: crate::decode::JsonPath::root(),
            wanted: "an object",
            found: crate::decode::JsonKind::of(top.value()),
        });
    }
    if let Some(version) = marker(top.value()).filter(|version| *version != "1")
        && let Some(format) = top.at("format")
    {
        format.note(NoteKind::NewerVersion {
            found: version.to_owned(),
        });
    }
    let canonical = top.link("url").filter(|link| link.is_web());
    if top.base().is_none()
        && let Some(canonical) = &canonical
    {
        top.set_base(canonical.href());
    }
    Ok(Article {
        id: top.line("id"),
        language: top.language("language"),
        direction: top.word("direction", "ltr, rtl or auto", Direction::parse),
        canonical,
        publisher: top.at("publisher").and_then(publisher),
        section: top.at("section").and_then(section),
        kicker: top.line("kicker"),
        headline: top.at("headline").map(inlines::text).unwrap_or_default(),
        standfirst: top.at("standfirst").map(blocks::flow).unwrap_or_default(),
        byline: Byline {
            line: top.line("byline"),
            authors: top.list("authors").into_iter().filter_map(author).collect(),
        },
        dateline: top.line("dateline"),
        published: top.timestamp("published"),
        updated: top.timestamp("updated"),
        lead: top.at("lead").and_then(blocks::lead),
        body: top
            .list("body")
            .into_iter()
            .filter_map(blocks::block)
            .collect(),
        tags: top.list("tags").into_iter().filter_map(tag).collect(),
        related: top
            .list("related")
            .into_iter()
            .filter_map(related)
            .collect(),
        comments: top.at("comments").and_then(comments),
        copyright: top.line("copyright"),
        notices: top.list("notices").into_iter().filter_map(notice).collect(),
    })
}

/// A name alone, or an object with one: `named` gives the name and, for an object, its cursor.
fn named<'a>(cursor: Cursor<'a>, key: &str) -> Option<(String, Option<Cursor<'a>>)> {
    if cursor.members().is_none() {
        return cursor.as_text().map(|name| (name.trim().to_owned(), None));
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

fn comments(cursor: Cursor<'_>) -> Option<Comments> {
    const WORDS: &str = "open, closed, moderated or none";
    if cursor.members().is_none() {
        let word = cursor.as_text()?;
        let state = CommentsState::parse(word.trim());
        if state.is_none() {
            cursor.note(NoteKind::UnknownWord {
                wanted: WORDS,
                found: word,
            });
        }
        return state.map(|state| Comments {
            state,
            message: None,
            count: None,
            link: None,
        });
    }
    let message = cursor.line("message");
    let state = cursor.word("state", WORDS, CommentsState::parse);
    if cursor.at("state").is_none() {
        cursor.note_missing("state", WORDS);
    }
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
    if cursor.members().is_none() {
        let word = cursor.as_text()?;
        let kind = NoticeKind::parse(word.trim());
        if kind.is_none() {
            cursor.note(NoteKind::UnknownWord {
                wanted: WORDS,
                found: word,
            });
        }
        return kind.map(|kind| Notice {
            kind,
            message: None,
            link: None,
        });
    }
    let kind = cursor.word("type", WORDS, NoticeKind::parse);
    if cursor.at("type").is_none() {
        cursor.note_missing("type", WORDS);
    }
    Some(Notice {
        kind: kind?,
        message: cursor.line("message"),
        link: cursor.link("url"),
    })
}

/// A paragraph's worth of plain text as a block.
fn paragraph(text: Vec<Inline>) -> Block {
    Block::Paragraph(crate::model::block::Paragraph { text })
}
