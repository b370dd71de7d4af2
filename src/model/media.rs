//! Pictures.

use super::SafeMedia;

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
