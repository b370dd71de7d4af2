//! Films and sounds as formats list them: copies in several types and sizes.

use super::Cursor;
use super::pictures::{ADDRESS, MIME};
use crate::model::block::{Audio, Video};
use crate::model::media::{MediaSource, Recording};
use crate::model::{Block, Image};

/// What the browsers play by themselves; playlists of pieces are not among it.
const PLAYED: [&str; 12] = [
    "video/mp4",
    "video/webm",
    "video/ogg",
    "video/x-m4v",
    "audio/mpeg",
    "audio/mp3",
    "audio/mp4",
    "audio/x-m4a",
    "audio/aac",
    "audio/ogg",
    "audio/webm",
    "audio/wav",
];

/// One film or sound from its copies, with what is said `about` it; `None` where none of them can be played.
pub fn block(copies: &[Cursor<'_>], about: Recording) -> Option<Block> {
    let mut recording = about;
    let mut is_film = false;
    for copy in copies {
        let mime = copy.first(MIME).and_then(|mime| mime.value().as_str());
        // `video/mp4:720` says how large as well.
        let mime = mime.and_then(|mime| mime.split([':', ';']).next());
        if let Some(mime) = mime
            && let Some(mime) = PLAYED.iter().find(|known| known.eq_ignore_ascii_case(mime))
            && let Some(src) = copy.first(ADDRESS).and_then(|address| address.as_media())
            && !recording.sources.iter().any(|known| known.src == src)
        {
            is_film |= mime.starts_with('v');
            recording.sources.push(MediaSource {
                src,
                mime: Some((*mime).to_owned()),
            });
        }
    }
    if recording.sources.is_empty() {
        return None;
    }
    Some(match is_film {
        true => Block::Video(Video {
            recording,
            ..Video::default()
        }),
        false => Block::Audio(Audio { recording }),
    })
}

/// A film from one file, whatever its type is called.
#[inline(never)]
pub fn film(file: Cursor<'_>, about: Recording, poster: Option<Image>) -> Option<Block> {
    let mut film = Block::Video(Video {
        recording: one(file, about)?,
        size: file.size(),
        ..Video::default()
    });
    set_poster(&mut film, poster);
    Some(film)
}

/// A sound from one file.
#[inline(never)]
pub fn sound(file: Cursor<'_>, about: Recording) -> Option<Block> {
    let recording = one(file, about)?;
    Some(Block::Audio(Audio { recording }))
}

fn one(file: Cursor<'_>, about: Recording) -> Option<Recording> {
    let src = file.first(ADDRESS)?.one().as_media()?;
    let mut recording = about;
    recording.sources.push(MediaSource { src, mime: None });
    Some(recording)
}

/// Gives a film the picture that stands there before it plays; its shape is the film's, if nothing else is known.
#[inline(never)]
pub fn set_poster(film: &mut Block, poster: Option<Image>) {
    if let (Block::Video(film), Some(poster)) = (film, poster) {
        film.size = film.size.or(poster.size);
        film.poster = Some(poster.src);
    }
}
