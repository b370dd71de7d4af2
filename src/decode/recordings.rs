//! Films and sounds as formats list them: copies in several types and sizes.

use super::Cursor;
use super::pictures::{ADDRESS, MIME};
use crate::model::Block;
use crate::model::block::{Audio, Video};
use crate::model::media::{MediaSource, Recording};

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
