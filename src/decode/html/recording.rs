//! Films and sounds with files of their own.

use super::Reader;
use super::names::{Attribute, Tag};
use super::number;
use crate::model::block::{Audio, Video};
use crate::model::media::{MediaSource, Recording, Size, Track, TrackKind};
use crate::model::{Block, Language};

impl Reader<'_> {
    pub fn recording(&self, at: usize, out: &mut Vec<Block>) {
        let value = |name| self.tree.attribute(at, name);
        let mut recording = Recording {
            title: value(Attribute::Title).map(str::to_owned),
            ..Recording::default()
        };
        self.source(at, &mut recording);
        for inner in self.tree.inside(at) {
            match self.tree.tag(inner) {
                Some(Tag::Source) => self.source(inner, &mut recording),
                Some(Tag::Track) => recording.tracks.extend(self.track(inner)),
                _ => {}
            }
        }
        if recording.sources.is_empty() {
            // What stands inside is for those who cannot play it.
            return self.flow(self.tree.inside(at), out);
        }
        if self.tree.tag(at) == Some(Tag::Audio) {
            return out.push(Block::Audio(Audio { recording }));
        }
        let side = |name| value(name).and_then(number).map_or(0.0, f64::from);
        out.push(Block::Video(Video {
            poster: value(Attribute::Poster).and_then(|address| self.safe_media(address)),
            size: Size::new(side(Attribute::Width), side(Attribute::Height)),
            display: self.display(at),
            recording,
        }));
    }

    fn source(&self, at: usize, recording: &mut Recording) {
        let value = |name| self.tree.attribute(at, name);
        let address = value(Attribute::LateSrc).or(value(Attribute::Src));
        // A picture inside an address is no film.
        let src = address
            .filter(|address| !address.starts_with("data:"))
            .and_then(|address| self.safe_media(address));
        if let Some(src) = src {
            let mime = value(Attribute::Type)
                .filter(|mime| mime.starts_with("video/") || mime.starts_with("audio/"));
            recording.sources.push(MediaSource {
                src,
                mime: mime.map(str::to_owned),
            });
        }
    }

    fn track(&self, at: usize) -> Option<Track> {
        let value = |name| self.tree.attribute(at, name);
        Some(Track {
            src: self.safe_media(value(Attribute::Src)?)?,
            kind: TrackKind::parse(value(Attribute::Kind).unwrap_or("subtitles"))?,
            language: value(Attribute::Srclang).and_then(Language::parse),
            label: value(Attribute::Label).map(str::to_owned),
            default: value(Attribute::Default).is_some(),
        })
    }
}
