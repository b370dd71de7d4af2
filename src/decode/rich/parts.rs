//! Parts of a text that are no text: pictures, films, code and the like, under their usual names.

use super::{Dialect, blocks, find, is_any, is_readable, line_at, marks, words, words_at};
use crate::decode::fields::{self, str_at};
use crate::decode::{Cursor, NoteKind, embed, pictures};
use crate::json::Json;
use crate::model::block::{
    Audio, BoxKind, BoxOut, ButtonLink, Cell, Code, Divider, Figure, Gallery, Quote, Table,
    Unsupported, Video,
};
use crate::model::media::{MediaSource, Recording};
use crate::model::{Block, Image, SafeMedia, Text};

type Reader = fn(Cursor<'_>, &Dialect) -> Option<Block>;

/// The usual names of a kind, and what reads it. The order has no meaning.
const KINDS: &[(&str, Reader)] = &[
    ("break|divider|hr|separator", |_, _| {
        Some(Block::Divider(Divider))
    }),
    ("callout|note|infobox|infoBox|aside", |from, dialect| {
        Some(Block::BoxOut(BoxOut {
            kind: BoxKind::Info,
            title: words_at(from, dialect, "title|heading"),
            blocks: find(from, dialect, "body|text|content|message", is_readable)
                .map_or(Vec::new(), |found| blocks(found, dialect)),
        }))
    }),
    ("code|codeBlock", |from, dialect| {
        let code = find(from, dialect, "code", is_readable)?;
        Some(Block::Code(Code {
            text: code.as_text()?,
            language: line_at(from, dialect, "language"),
            caption: words_at(from, dialect, "filename|caption"),
        }))
    }),
    ("file|audio", file),
    ("gallery|imageGallery", |from, dialect| {
        let images = find(from, dialect, "images|pictures|photos", is_any)?;
        let mut gallery = Gallery {
            caption: words_at(from, dialect, "caption|title"),
            ..Gallery::default()
        };
        for image in images.items() {
            gallery.images.extend(figure(image, dialect));
        }
        Some(Block::Gallery(gallery)).filter(|_| !images.items().is_empty())
    }),
    ("image|figure|picture|photo", |from, dialect| {
        figure(from, dialect).map(Block::Figure)
    }),
    ("quote|pullQuote|pullquote|blockquote", |from, dialect| {
        let said = find(from, dialect, "quote|text|body|content", is_readable)?;
        Some(Block::Quote(Quote {
            blocks: blocks(said, dialect),
            cite: words_at(
                from,
                dialect,
                "author.name|author|attribution|cite|citation|source",
            ),
        }))
    }),
    ("table", table),
    ("video", |from, dialect| {
        let inner = find(from, dialect, "video|media", is_any);
        let file = file(inner.unwrap_or(from), dialect);
        // The address of a film may be that of a page.
        file.filter(|file| !matches!(file, Block::ButtonLink(_)))
            .or_else(|| page(from, dialect))
    }),
    (
        "youtube|vimeo|embed|iframe|tweet|twitter|instagram|soundcloud|spotify|url",
        page,
    ),
];

/// The part of this kind; where it cannot be read, a sign in its place and a note.
#[inline(never)]
pub fn part(kind: &str, from: Cursor<'_>, dialect: &Dialect) -> Block {
    let read = match KINDS.iter().find(|(names, _)| is_among(kind, names)) {
        Some((_, read)) => read(from, dialect),
        None => {
            let kind = kind.chars().take(40).collect();
            from.note(NoteKind::UnknownBlock { kind });
            None
        }
    };
    read.unwrap_or_else(|| unsupported(kind, from, dialect))
}

/// Whether a kind has a reader.
pub fn is_known(kind: &str) -> bool {
    KINDS.iter().any(|(names, _)| is_among(kind, names))
}

fn is_among(kind: &str, names: &str) -> bool {
    names.split('|').any(|name| name == kind)
}

/// A sign that something stood here, with what can be read of it.
#[inline(never)]
pub fn unsupported(kind: &str, from: Cursor<'_>, dialect: &Dialect) -> Block {
    let words = line_at(from, dialect, "caption|text|title|heading|label|alt");
    Block::Unsupported(Unsupported {
        kind: kind.chars().take(40).collect(),
        text: words.unwrap_or_default(),
    })
}

/// An address of a file; without a base, one that leaves its scheme open has the web's.
#[inline(never)]
fn address(file: Cursor<'_>) -> Option<SafeMedia> {
    let address = file.first("url|src")?;
    match address.value().as_str() {
        Some(text) if text.starts_with("//") => address.media_from(&["https:", text].concat()),
        _ => address.as_media(),
    }
}

const MIME: &str = "mimeType|contentType";

/// A picture: its file is its own, or that of a member that has the picture.
#[inline(never)]
pub fn figure(from: Cursor<'_>, dialect: &Dialect) -> Option<Figure> {
    const INNER: &str = "image|picture|photo|media";
    let from = (dialect.resolve)(from)?;
    if from.members().is_none() {
        return pictures::at_address(from).map(Figure::new);
    }
    let inner = match from.first(INNER) {
        Some(_) => find(from, dialect, INNER, is_any)?.one(),
        None => from,
    };
    let file = (dialect.file)(inner)?;
    let mime = str_at(file, MIME);
    if !mime.is_empty() && !mime.starts_with("image/") {
        return None;
    }
    if file.first("url|src").is_none() {
        file.note_missing("url", "an address");
    }
    let mut figure = Figure::new(Image::new(address(file)?));
    let size = file.first("metadata.dimensions|details.image");
    figure.image.size = size.unwrap_or(file).size();
    // What has no picture inside is read once.
    let outer = (!std::ptr::eq(inner.value(), from.value())).then_some(from);
    for about in [inner].into_iter().chain(outer) {
        // A file in a library has a title and a description, and no words for one article.
        let (alt, caption) = match about.at("file") {
            Some(_) => ("description", "title"),
            None => ("alt|altText", "caption"),
        };
        figure.image.alt = line_at(about, dialect, alt).or(figure.image.alt);
        let said = words_at(about, dialect, caption);
        // Nobody has named it: it is called what the file is called.
        let file_name = str_at(file, "fileName");
        if !said.is_empty() && said != marks::plain(file_name) {
            figure.caption = said;
        }
        let credit = words_at(about, dialect, "attribution|credit|photographer");
        if !credit.is_empty() {
            figure.credit = credit;
        }
    }
    Some(figure)
}

/// A file as what its type says: a picture, a film, a sound, or something to fetch.
#[inline(never)]
pub fn file(from: Cursor<'_>, dialect: &Dialect) -> Option<Block> {
    let file = (dialect.file)(from)?;
    let src = address(file)?;
    let mime = str_at(file, MIME);
    let path = src.src().split(['?', '#']).next().unwrap_or_default();
    let is = |kind: &str, endings: &[&str]| {
        mime.starts_with(kind) || mime.is_empty() && endings.iter().any(|end| path.ends_with(end))
    };
    let is_film = is("video/", &[".mp4", ".webm", ".m4v"]);
    let is_sound = is("audio/", &[".mp3", ".m4a", ".ogg", ".wav"]);
    let title = line_at(from, dialect, "title");
    if is(
        "image/",
        &[".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"],
    ) {
        return figure(from, dialect).map(Block::Figure);
    }
    if !is_film && !is_sound {
        let name = path.rsplit('/').next()?;
        return Some(Block::ButtonLink(ButtonLink {
            text: title.unwrap_or_else(|| name.to_owned()),
            link: from.link_from(src.src())?,
        }));
    }
    let mut recording = Recording {
        sources: vec![MediaSource { src, mime: None }],
        title,
        caption: words_at(from, dialect, "caption|description"),
        ..Recording::default()
    };
    if !is_film {
        return Some(Block::Audio(Audio { recording }));
    }
    let title = fields::text(recording.title.clone());
    recording.caption = fields::titled(title, recording.caption);
    Some(Block::Video(Video {
        recording,
        ..Video::default()
    }))
}

/// What lives on a page elsewhere.
fn page(from: Cursor<'_>, dialect: &Dialect) -> Option<Block> {
    const ADDRESS: &str = "url|href|link|src|embedUrl";
    if from.first(ADDRESS).is_none() {
        from.note_missing("url", "an address");
    }
    let link = find(from, dialect, ADDRESS, is_readable).and_then(fields::web_link)?;
    let mut embed = embed::embed(link);
    embed.title = line_at(from, dialect, "title|label|name");
    embed.caption = words_at(from, dialect, "caption|description");
    Some(Block::Embed(embed))
}

/// Rows of cells, of which none says that it is a head.
fn table(from: Cursor<'_>, dialect: &Dialect) -> Option<Block> {
    let mut table = Table {
        caption: words_at(from, dialect, "caption|title"),
        ..Table::default()
    };
    for row in find(from, dialect, "rows", is_any)?.items() {
        let cells = row.first("cells").unwrap_or(row);
        let mut read = Vec::new();
        for cell in cells.value().items() {
            let cell = cells.on(cell);
            let text = match cell.value() {
                // An empty cell holds its column all the same.
                Json::Null => Text::new(),
                Json::Object(_) if !is_readable(cell, dialect) => {
                    words_at(cell, dialect, "text|content|value|body")
                }
                _ => words(cell, dialect),
            };
            read.push(Cell {
                text,
                ..Cell::default()
            });
        }
        table.rows.push(read);
    }
    Some(Block::Table(table))
}
