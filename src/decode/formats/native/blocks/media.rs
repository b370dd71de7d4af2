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
    if !cursor.is_object_or_note("an object with src and alt") {
        return None;
    }
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
        images: cursor.list("images", figure),
        caption: inlines::member(cursor, "caption"),
        credit: inlines::member(cursor, "credit"),
        display: display(cursor),
    }))
}

#[inline(never)]
fn display(cursor: Cursor<'_>) -> Display {
    const WORDS: &str = "inline, supporting, wide or full";
    cursor
        .word("display", WORDS, Display::parse)
        .unwrap_or_default()
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
        sources: cursor.list("sources", image_source),
    })
}

fn image_source(cursor: Cursor<'_>) -> Option<ImageSource> {
    const CASES: &str = "portrait, landscape, narrow or wide";
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
        crop: cursor.word("media", CASES, Case::parse).map(|case| Crop {
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
    sources.extend(
        cursor
            .media("src")
            .map(|src| MediaSource { src, mime: None }),
    );
    if sources.is_empty() {
        cursor.note_missing("src", "the address of a film or a sound");
        return None;
    }
    Some(Recording {
        sources,
        tracks: cursor.list("tracks", track),
        title: cursor.line("title"),
        caption: inlines::member(cursor, "caption"),
        credit: inlines::member(cursor, "credit"),
        seconds: cursor
            .number("duration")
            .filter(|seconds| *seconds >= 1.0)
            .map(|seconds| seconds as u32),
        transcript: cursor.link("transcript").filter(SafeLink::is_web),
    })
}

fn media_source(cursor: Cursor<'_>) -> Option<MediaSource> {
    let mime = |word: &str| {
        let film_or_sound = ["video/", "audio/", "application/"];
        film_or_sound
            .iter()
            .any(|start| word.starts_with(start))
            .then(|| word.to_owned())
    };
    if cursor.members().is_none() {
        return cursor.as_media().map(|src| MediaSource { src, mime: None });
    }
    Some(MediaSource {
        src: cursor.media("src")?,
        mime: cursor.word("type", "a MIME type such as video/mp4", mime),
    })
}

fn track(cursor: Cursor<'_>) -> Option<Track> {
    const KINDS: &str = "captions, subtitles, descriptions or chapters";
    if !cursor.is_object_or_note("an object with src, kind and language") {
        return None;
    }
    Some(Track {
        src: cursor.media("src")?,
        kind: cursor
            .word("kind", KINDS, TrackKind::parse)
            .unwrap_or(TrackKind::Captions),
        language: cursor.language("language"),
        label: cursor.line("label"),
        default: cursor.flag("default").unwrap_or(false),
    })
}

pub fn embed(cursor: Cursor<'_>) -> Option<Block> {
    Some(Block::Embed(Embed {
        title: cursor.line("title"),
        provider: cursor.line("provider"),
        thumbnail: cursor.at("thumbnail").and_then(picture),
        size: cursor.size(),
        caption: inlines::member(cursor, "caption"),
        ..sites::embed(link(cursor)?)
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
