//! Pictures, films, sounds, and what lives on other sites.

use super::super::picture;
use super::{block, inlines, link};
use crate::decode::{Cursor, NoteKind, embed as sites};
use crate::model::block::{Audio, Card, Display, Embed, Figure, Gallery, Video};
use crate::model::media::{Case, Crop, MediaSource, Recording, Track, TrackKind};
use crate::model::{Block, Image, ImageSource, SafeLink};

/// The lead image: an image block, whose type may be left out, or another block.
pub fn lead(cursor: Cursor<'_>) -> Option<Block> {
    if !cursor.is_object_or_note("an image block") {
        return None;
    }
    match cursor.at("type") {
        None => figure(cursor).map(Block::Figure),
        Some(_) => block(cursor),
    }
}

/// A picture with its words; its type may be left out.
pub fn figure(cursor: Cursor<'_>) -> Option<Figure> {
    let image = image(cursor)?;
    if image.alt.is_none() {
        cursor.note(NoteKind::NoAlt);
    }
    Some(Figure {
        image,
        caption: inlines::member(cursor, "caption"),
        credit: inlines::member(cursor, "credit"),
        display: display(cursor),
        link: cursor.link("link"),
    })
}

pub fn gallery(cursor: Cursor<'_>) -> Option<Block> {
    Some(Block::Gallery(Gallery {
        images: cursor.objects("images", figure),
        caption: inlines::member(cursor, "caption"),
        credit: inlines::member(cursor, "credit"),
        display: display(cursor),
    }))
}

#[inline(never)]
fn display(cursor: Cursor<'_>) -> Display {
    Display::at(cursor.choice("display", Display::WORDS)).unwrap_or_default()
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
        sources: cursor.objects("sources", image_source),
    })
}

fn image_source(cursor: Cursor<'_>) -> Option<ImageSource> {
    Some(ImageSource {
        src: cursor.media("src")?,
        width: cursor.count("width"),
        mime: cursor.image_type("type"),
        crop: Case::at(cursor.choice("media", Case::WORDS)).map(|case| Crop {
            case,
            size: cursor.size(),
        }),
    })
}

pub fn video(cursor: Cursor<'_>) -> Option<Block> {
    let poster = cursor.at("poster").and_then(picture);
    let size = || poster.as_ref()?.size;
    Some(Block::Video(Video {
        recording: recording(cursor)?,
        size: cursor.size().or_else(size),
        display: display(cursor),
        poster: poster.map(|poster| poster.src),
    }))
}

pub fn audio(cursor: Cursor<'_>) -> Option<Block> {
    Some(Block::Audio(Audio {
        recording: recording(cursor)?,
    }))
}

fn recording(cursor: Cursor<'_>) -> Option<Recording> {
    let mut sources = cursor.list("sources", media_source);
    if let Some(src) = cursor.media("src") {
        sources.push(MediaSource { src, mime: None });
    }
    if sources.is_empty() {
        cursor.note_missing("src", "the address of a film or a sound");
        return None;
    }
    Some(Recording {
        sources,
        tracks: cursor.objects("tracks", track),
        title: cursor.line("title"),
        caption: inlines::member(cursor, "caption"),
        credit: inlines::member(cursor, "credit"),
        seconds: cursor.count("duration"),
        transcript: cursor.link("transcript").filter(SafeLink::is_web),
    })
}

fn media_source(cursor: Cursor<'_>) -> Option<MediaSource> {
    if cursor.members().is_none() {
        return cursor.as_media().map(|src| MediaSource { src, mime: None });
    }
    Some(MediaSource {
        src: cursor.media("src")?,
        // A browser passes over a type that it cannot read.
        mime: cursor.line("type").filter(|mime| mime.contains('/')),
    })
}

fn track(cursor: Cursor<'_>) -> Option<Track> {
    Some(Track {
        src: cursor.media("src")?,
        kind: TrackKind::at(cursor.choice("kind", TrackKind::WORDS)).unwrap_or(TrackKind::Captions),
        language: cursor.language("language"),
        label: cursor.line("label"),
        default: cursor.flag("default").unwrap_or(false),
    })
}

pub fn embed(cursor: Cursor<'_>) -> Option<Block> {
    let link = link(cursor)?;
    Some(Block::Embed(Embed {
        title: cursor.line("title"),
        provider: cursor.line("provider"),
        player: sites::player(&link),
        link,
        thumbnail: cursor.at("thumbnail").and_then(picture),
        size: cursor.size(),
        caption: inlines::member(cursor, "caption"),
    }))
}

pub fn card(cursor: Cursor<'_>) -> Option<Block> {
    let link = link(cursor)?;
    let host = || link.host().map(str::to_owned);
    Some(Block::Card(Card {
        title: cursor.line("title").or_else(host)?,
        description: cursor.line("description"),
        image: cursor.at("image").and_then(picture),
        publisher: cursor.line("publisher"),
        label: cursor.line("label"),
        link,
    }))
}
