//! The blocks of a body: a string is a paragraph, anything else is an object with a `type`.

use super::{inlines, paragraph};
use crate::decode::{Cursor, NoteKind};
use crate::model::block::{
    Display, Divider, Embed, Figure, Heading, List, ListItem, PullQuote, Quote, Unsupported,
};
use crate::model::{Block, Image, ImageSource};

/// Reads one block; `None` leaves nothing to show and a note.
pub fn block(cursor: Cursor<'_>) -> Option<Block> {
    if cursor.members().is_none() {
        // A list in the place of a block is a paragraph of several inlines.
        return Some(paragraph(inlines::text(cursor)));
    }
    let block = match cursor.line("type").as_deref() {
        Some("paragraph") => paragraph(inlines::member(cursor, "text")),
        Some("heading") => Block::Heading(Heading {
            level: cursor
                .number("level")
                .map_or(2, |level| level.clamp(2.0, 6.0) as u8),
            text: inlines::member(cursor, "text"),
        }),
        Some("image") => Block::Figure(figure(cursor)?),
        Some("list") => Block::List(list(cursor)),
        Some("quote") => Block::Quote(Quote {
            blocks: cursor
                .at("text")
                .or_else(|| cursor.at("blocks"))
                .map(flow)
                .unwrap_or_default(),
            cite: inlines::member(cursor, "cite"),
        }),
        Some("pullquote") => Block::PullQuote(PullQuote {
            text: inlines::member(cursor, "text"),
            cite: inlines::member(cursor, "cite"),
        }),
        Some("embed") => Block::Embed(embed(cursor)?),
        Some("divider") => Block::Divider(Divider),
        Some(kind) => unsupported(cursor, kind),
        None if cursor.at("text").is_some() => paragraph(inlines::member(cursor, "text")),
        None => {
            cursor.note_missing("type", "the kind of the block");
            return None;
        }
    };
    Some(block)
}

/// Blocks in a row: a text is one paragraph, and each string of a list is one too.
pub fn flow(cursor: Cursor<'_>) -> Vec<Block> {
    let items = cursor.items();
    // A list that holds an inline is one text, not several paragraphs.
    let one_text = items.iter().any(|item| {
        matches!(
            item.value().get("type").and_then(|kind| kind.as_str()),
            Some("strong" | "em" | "link" | "code" | "sub" | "sup" | "q" | "span" | "break")
        )
    });
    if one_text {
        return vec![paragraph(inlines::text(cursor))];
    }
    cursor.each(block)
}

/// The lead image: an image block, whose type may be left out.
pub fn lead(cursor: Cursor<'_>) -> Option<Block> {
    if !cursor.is_object_or_note("an image block") {
        return None;
    }
    match cursor.line("type") {
        None => figure(cursor).map(Block::Figure),
        Some(_) => block(cursor),
    }
}

fn figure(cursor: Cursor<'_>) -> Option<Figure> {
    let image = image(cursor)?;
    if image.alt.is_none() {
        cursor.note(NoteKind::NoAlt);
    }
    Some(Figure {
        image,
        caption: inlines::member(cursor, "caption"),
        credit: inlines::member(cursor, "credit"),
        display: cursor
            .word(
                "display",
                "inline, supporting, wide or full",
                Display::parse,
            )
            .unwrap_or_default(),
        link: cursor.link("link"),
    })
}

/// The picture of a figure, a logo or a portrait.
pub fn image(cursor: Cursor<'_>) -> Option<Image> {
    if cursor.at("src").is_none() {
        cursor.note_missing("src", "the address of a picture");
    }
    let alt = cursor.at("alt").and_then(|alt| match alt.value().as_str() {
        // An empty alternative text is a decision: the picture decorates.
        Some(text) => Some(text.trim().to_owned()),
        None => alt.as_text(),
    });
    Some(Image {
        src: cursor.media("src")?,
        size: cursor.size(),
        alt,
        sources: cursor.list("sources", source),
    })
}

fn source(cursor: Cursor<'_>) -> Option<ImageSource> {
    if !cursor.is_object_or_note("an object with src and width") {
        return None;
    }
    Some(ImageSource {
        src: cursor.media("src")?,
        width: cursor
            .number("width")
            .filter(|width| *width >= 1.0)
            .map(|width| width as u32),
        mime: cursor.image_type("type"),
    })
}

fn list(cursor: Cursor<'_>) -> List {
    let ordered = cursor.flag("ordered").unwrap_or(false);
    List {
        start: ordered.then_some(1),
        items: cursor.list("items", item),
    }
}

fn item(cursor: Cursor<'_>) -> Option<ListItem> {
    let blocks = match cursor.value() {
        crate::json::Json::List(_) => flow(cursor),
        _ => block(cursor).into_iter().collect(),
    };
    Some(ListItem { blocks })
}

fn embed(cursor: Cursor<'_>) -> Option<Embed> {
    if cursor.at("url").is_none() {
        cursor.note_missing("url", "an address");
    }
    Some(Embed {
        link: cursor.link("url").filter(|link| link.is_web())?,
        title: cursor.line("title"),
        provider: cursor.line("provider"),
        caption: inlines::member(cursor, "caption"),
    })
}

/// An unknown block keeps whatever words it has under the usual names.
fn unsupported(cursor: Cursor<'_>, kind: &str) -> Block {
    let kind: String = kind.chars().take(40).collect();
    cursor.note(NoteKind::UnknownBlock { kind: kind.clone() });
    let text = ["text", "title", "caption"].into_iter().find_map(|key| {
        let text = cursor.at(key)?.value().as_str()?.trim();
        (!text.is_empty()).then(|| text.to_owned())
    });
    Block::Unsupported(Unsupported {
        kind,
        text: text.unwrap_or_default(),
    })
}
