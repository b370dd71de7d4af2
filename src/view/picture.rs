//! The `img` of a picture, with its copies offered by type and width.

use super::Out;
use crate::host::text::{self, concat, digits};
use crate::model::block::Display;
use crate::model::media::{Case, ImageType, Size};
use crate::model::{Image, ImageSource};

/// When a picture is fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loading {
    /// At once and before others: the lead image.
    First,
    /// When it comes near the screen.
    Lazy,
}

/// A picture in a frame that has its size before the picture is there, and keeps it if the picture never comes.
pub fn framed(out: &mut Out, image: &Image, display: Display, loading: Loading) {
    out.open("div.av-picture");
    if image.size.is_none() {
        out.attr("data-size", "unknown");
    }
    out.attr("--av-ratio", &shape(image));
    crops(out, &image.sources);
    let alt = image.alt.as_deref().unwrap_or_default();
    picture(out, image, alt, sizes(display, loading), loading);
    out.close();
}

/// The shape of the frame: where the data names no size, it is 3:2.
#[inline(never)]
pub fn shape(image: &Image) -> String {
    ratio(image.size.unwrap_or(Size {
        width: 3,
        height: 2,
    }))
}

/// Width and height as a custom property has them.
pub fn ratio(size: Size) -> String {
    concat(&[
        &digits(size.width as usize),
        "/",
        &digits(size.height as usize),
    ])
}

/// The queries of the cases, in their order; the sheet has the same.
const QUERIES: [&str; 4] = [
    "(orientation: portrait)",
    "(orientation: landscape)",
    "(max-width: 40em)",
    "(min-width: 40.01em)",
];

const RATIOS: [&str; 4] = [
    "--av-ratio-portrait",
    "--av-ratio-landscape",
    "--av-ratio-narrow",
    "--av-ratio-wide",
];

/// The sizes of other crops, for the screens that show them.
fn crops(out: &mut Out, sources: &[ImageSource]) {
    for (case, name) in Case::ALL.iter().zip(RATIOS) {
        let size = sources.iter().find_map(|source| {
            let crop = source.crop.filter(|crop| crop.case == *case)?;
            crop.size
        });
        if let Some(size) = size {
            out.attr(name, &ratio(size));
        }
    }
    if sources.iter().any(|source| source.crop.is_some()) {
        out.attr("data-crops", "");
    }
}

/// A small picture beside words that already say what it shows, so it has no alternative text of its own.
pub fn thumbnail(out: &mut Out, image: &Image, shape: &'static str) {
    out.open(shape);
    img(out, image, Loading::Lazy, "");
    out.close();
}

/// A picture beside words that say what it shows; the caller knows how wide it will be.
pub fn beside_words(out: &mut Out, image: &Image, loading: Loading, sizes: &'static str) {
    picture(out, image, "", sizes, loading);
}

/// How wide the picture will be, for the browser to choose a copy by, before it knows the layout.
///
/// A lazy picture is laid out before it is fetched, and new browsers then know better: `auto`.
fn sizes(display: Display, loading: Loading) -> &'static str {
    match (display, loading) {
        (Display::Inline, _) => "auto, (min-width: 45em) 42.5em, 100vw",
        (Display::Supporting, _) => "auto, (min-width: 45em) 20em, 100vw",
        (Display::Wide, Loading::Lazy) => "auto, (min-width: 64em) 62em, 100vw",
        (Display::Wide, Loading::First) => "(min-width: 64em) 62em, 100vw",
        (Display::Full, Loading::Lazy) => "auto, 100vw",
        (Display::Full, Loading::First) => "100vw",
    }
}

/// The attributes of an `img` that do not depend on its copies.
fn img(out: &mut Out, image: &Image, loading: Loading, alt: &str) {
    out.attr("src", image.src.src());
    out.attr("alt", alt);
    if let Some(size) = image.size {
        out.attr("width", &digits(size.width as usize));
        out.attr("height", &digits(size.height as usize));
    }
    match loading {
        Loading::First => out.attr("fetchpriority", "high"),
        Loading::Lazy => {
            out.attr("loading", "lazy");
            out.attr("decoding", "async");
        }
    }
}

fn picture(out: &mut Out, image: &Image, alt: &str, sizes: &'static str, loading: Loading) {
    let own_type = type_of(image.src.src());
    let is_own = |source: &ImageSource| {
        source.crop.is_none() && (source.mime.is_none() || source.mime == own_type)
    };
    let has_others = image.sources.iter().any(|source| !is_own(source));
    if has_others {
        out.open("picture");
        for case in Case::ALL {
            types(out, &image.sources, Some(*case), None, sizes);
            source(out, &image.sources, Some(*case), None, sizes);
        }
        types(out, &image.sources, None, own_type, sizes);
    }
    out.open("img");
    img(out, image, loading, alt);
    let mut set = Set::default();
    for source in image.sources.iter().filter(|source| is_own(source)) {
        set.add(source.src.src(), source.width);
    }
    if !set.text.is_empty() {
        set.add(image.src.src(), image.size.map(|size| size.width));
    }
    set.write(out, sizes);
    out.close();
    if has_others {
        out.close();
    }
}

/// A browser takes the first source whose type it knows, so the lightest types stand first.
fn types(
    out: &mut Out,
    sources: &[ImageSource],
    case: Option<Case>,
    but: Option<ImageType>,
    sizes: &'static str,
) {
    for mime in ImageType::ALL.map(Some) {
        if mime != but {
            source(out, sources, case, mime, sizes);
        }
    }
}

/// The copies of one crop and type.
fn source(
    out: &mut Out,
    sources: &[ImageSource],
    case: Option<Case>,
    mime: Option<ImageType>,
    sizes: &'static str,
) {
    let mut copies = sources
        .iter()
        .filter(|source| source.mime == mime && source.crop.map(|crop| crop.case) == case)
        .peekable();
    let Some(first) = copies.peek() else { return };
    let alone = first.src.src();
    let mut set = Set::default();
    copies.for_each(|copy| set.add(copy.src.src(), copy.width));
    out.open("source");
    if let Some(case) = case {
        out.attr("media", QUERIES[case as usize]);
    }
    if let Some(mime) = mime {
        out.attr("type", mime.mime());
    }
    if set.text.is_empty() {
        out.attr("srcset", &address(alone));
    }
    set.write(out, sizes);
    out.close();
}

/// The entries of a `srcset`; the order means nothing to a browser, and each width counts once.
#[derive(Default)]
struct Set {
    text: String,
    widths: Vec<u32>,
}

impl Set {
    fn add(&mut self, src: &str, width: Option<u32>) {
        let Some(width) = width.filter(|width| !self.widths.contains(width)) else {
            return;
        };
        if !self.widths.is_empty() {
            self.text.push_str(", ");
        }
        self.widths.push(width);
        self.text
            .push_str(&concat(&[&address(src), " ", &digits(width as usize), "w"]));
    }

    fn write(self, out: &mut Out, sizes: &'static str) {
        if !self.text.is_empty() {
            out.attr("srcset", &self.text);
            out.attr("sizes", sizes);
        }
    }
}

/// A comma at either end of an address would end the entry.
fn address(src: &str) -> String {
    text::replace(src, ',', "%2C")
}

fn type_of(src: &str) -> Option<ImageType> {
    let (_, ending) = text::split_last(text::until(src, "?#"), b'.')?;
    ImageType::ENDINGS
        .into_iter()
        .find(|(known, _)| ending.eq_ignore_ascii_case(known))
        .map(|(_, mime)| mime)
}
