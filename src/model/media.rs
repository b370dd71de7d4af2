//! Pictures, films and sounds.

use super::block::{Spoken, Words};
use super::inline::plain_text;
use super::word::words;
use super::{Language, SafeLink, SafeMedia, Text};

/// A picture and the copies of it that a browser may choose from.
#[derive(Clone, Debug, PartialEq)]
pub struct Image {
    /// The copy that every browser can show.
    pub src: SafeMedia,
    /// Size of `src` in pixels; reserves the box before the picture is there.
    pub size: Option<Size>,
    /// What the picture shows, for those who do not see it. `None`: the data does not say; empty: decoration.
    pub alt: Option<String>,
    /// Further copies, in other widths, types or crops.
    pub sources: Vec<ImageSource>,
}

impl Image {
    /// A picture of which nothing but the address is known.
    pub fn new(src: SafeMedia) -> Self {
        Self {
            src,
            size: None,
            alt: None,
            sources: Vec::new(),
        }
    }
}

/// Width and height in CSS pixels, neither of them zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    pub width: u32,
    pub height: u32,
}

impl Size {
    /// Sizes that cannot be true give `None`: zero, or more than 65,535 pixels a side.
    pub fn new(width: f64, height: f64) -> Option<Self> {
        let fits = |side: f64| (1.0..=65_535.0).contains(&side);
        (fits(width) && fits(height)).then_some(Self {
            width: width.round() as u32,
            height: height.round() as u32,
        })
    }
}

/// One further copy of a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct ImageSource {
    pub src: SafeMedia,
    /// Width in pixels; a copy without one is used only alone in its type.
    pub width: Option<u32>,
    pub mime: Option<ImageType>,
    /// Another crop for some screens; `None`: the same picture for all.
    pub crop: Option<Crop>,
}

/// A copy that shows another part of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crop {
    pub case: Case,
    /// Reserves the box in place of the picture's own size.
    pub size: Option<Size>,
}

words! {
    /// The screens a crop is for, by name: media queries from an article would be code.
    pub enum Case {
        /// Higher than wide.
        Portrait = "portrait",
        /// Wider than high.
        Landscape = "landscape",
        /// A phone.
        Narrow = "narrow",
        /// Anything larger.
        Wide = "wide",
    }
}

/// The picture types that browsers show and that a copy may be offered in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImageType {
    Avif,
    Webp,
    Jpeg,
    Png,
    Gif,
    Svg,
}

impl ImageType {
    /// The lightest first.
    pub const ALL: [Self; 6] = [
        Self::Avif,
        Self::Webp,
        Self::Jpeg,
        Self::Png,
        Self::Gif,
        Self::Svg,
    ];

    /// The endings of file names in use.
    pub const ENDINGS: [(&'static str, Self); 7] = [
        ("avif", Self::Avif),
        ("webp", Self::Webp),
        ("jpg", Self::Jpeg),
        ("jpeg", Self::Jpeg),
        ("png", Self::Png),
        ("gif", Self::Gif),
        ("svg", Self::Svg),
    ];

    /// Reads a MIME type; `image/jpg` is a usual mistake for `image/jpeg`.
    pub fn parse(mime: &str) -> Option<Self> {
        match mime.trim().to_ascii_lowercase().as_str() {
            "image/avif" => Some(Self::Avif),
            "image/webp" => Some(Self::Webp),
            "image/jpeg" | "image/jpg" => Some(Self::Jpeg),
            "image/png" => Some(Self::Png),
            "image/gif" => Some(Self::Gif),
            "image/svg+xml" => Some(Self::Svg),
            _ => None,
        }
    }

    pub fn mime(self) -> &'static str {
        match self {
            Self::Avif => "image/avif",
            Self::Webp => "image/webp",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Gif => "image/gif",
            Self::Svg => "image/svg+xml",
        }
    }
}

/// A film or a sound, and what is said about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recording {
    /// The same in several types; a browser takes the first it can play. Never empty.
    pub sources: Vec<MediaSource>,
    pub tracks: Vec<Track>,
    pub title: Option<String>,
    pub caption: Text,
    pub credit: Text,
    /// How long it lasts.
    pub seconds: Option<u32>,
    /// Where its words can be read.
    pub transcript: Option<SafeLink>,
}

impl Spoken for Recording {
    fn speak(&self, words: &mut Words) {
        words.say(self.title.as_deref().unwrap_or_default());
        words.say(&plain_text(&self.caption));
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct MediaSource {
    pub src: SafeMedia,
    /// `video/mp4`, `audio/ogg; codecs=opus`: a browser passes over what it does not know.
    pub mime: Option<String>,
}

/// Text that runs along with a film.
#[derive(Clone, Debug, PartialEq)]
pub struct Track {
    pub src: SafeMedia,
    pub kind: TrackKind,
    pub language: Option<Language>,
    pub label: Option<String>,
    /// Shown without being asked for.
    pub default: bool,
}

words! {
    /// What the text of a track is for.
    pub enum TrackKind {
        /// Speech and sounds, for those who do not hear them.
        Captions = "captions",
        /// Speech in another language.
        Subtitles = "subtitles",
        /// What is seen, for those who do not see it.
        Descriptions = "descriptions",
        Chapters = "chapters",
    }
}
