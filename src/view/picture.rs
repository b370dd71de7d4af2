//! The `img` of a picture, with its copies offered by type and width.

use super::{Element, Node, el};
use crate::model::block::Display;
use crate::model::media::{ImageType, Size};
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
///
/// Where the data names no size, the frame is 3:2 and the picture fits into it.
pub fn framed(image: Image, display: Display, loading: Loading) -> Element {
    let size = image.size.unwrap_or(Size {
        width: 3,
        height: 2,
    });
    el("div")
        .class("av-picture")
        .maybe("data-size", image.size.is_none().then_some("unknown"))
        .attr("--av-ratio", format!("{}/{}", size.width, size.height))
        .child(picture(image, sizes(display, loading), loading))
}

/// A small picture beside words that already say what it shows.
pub fn thumbnail(image: Image, class: &'static str) -> Element {
    let size = image.size;
    img(&image, Loading::Lazy, Some(String::new()))
        .class(class)
        .maybe("width", size.map(|size| size.width.to_string()))
        .maybe("height", size.map(|size| size.height.to_string()))
}

/// How wide the picture will be, for the browser to choose a copy by, before it knows the layout.
fn sizes(display: Display, loading: Loading) -> String {
    let sizes = match display {
        Display::Inline => "(min-width: 45em) 42.5em, 100vw",
        Display::Supporting => "(min-width: 45em) 20em, 100vw",
        Display::Wide => "(min-width: 64em) 62em, 100vw",
        Display::Full => "100vw",
    };
    match loading {
        Loading::First => sizes.to_owned(),
        // A lazy picture is laid out before it is fetched, and new browsers then know better.
        Loading::Lazy => format!("auto, {sizes}"),
    }
}

fn img(image: &Image, loading: Loading, alt: Option<String>) -> Element {
    let img = el("img")
        .attr("src", image.src.src().to_owned())
        .attr("alt", alt.unwrap_or_default());
    match loading {
        Loading::First => img.attr("fetchpriority", "high"),
        Loading::Lazy => img.attr("loading", "lazy").attr("decoding", "async"),
    }
}

fn picture(image: Image, sizes: String, loading: Loading) -> Node {
    let own_width = image.size.map(|size| size.width);
    let mut img = img(&image, loading, image.alt.clone());
    if let Some(size) = image.size {
        img = img
            .attr("width", size.width.to_string())
            .attr("height", size.height.to_string());
    }
    let own_type = type_of(image.src.src());
    let (own, others): (Vec<_>, Vec<_>) = image
        .sources
        .into_iter()
        .partition(|source| source.mime.is_none() || source.mime == own_type);
    let mut candidates: Vec<_> = own.iter().filter_map(candidate).collect();
    if let Some(width) = own_width {
        candidates.push((width, image.src.src()));
    }
    if let Some(set) = srcset(candidates) {
        img = img.attr("srcset", set).attr("sizes", sizes.clone());
    }
    if others.is_empty() {
        return img.into();
    }
    // A browser takes the first source whose type it knows, so the lightest types stand first.
    let sources = ImageType::ALL
        .into_iter()
        .filter_map(|mime| source(&others, mime, &sizes));
    el("picture").children(sources).child(img).into()
}

/// The copies of one type.
fn source(sources: &[ImageSource], mime: ImageType, sizes: &str) -> Option<Node> {
    let copies = || sources.iter().filter(|source| source.mime == Some(mime));
    let first = copies().next()?;
    let source = el("source").attr("type", mime.mime());
    let source = match srcset(copies().filter_map(candidate).collect()) {
        Some(set) => source.attr("srcset", set).attr("sizes", sizes.to_owned()),
        None => source.attr("srcset", address(first.src.src())),
    };
    Some(source.into())
}

fn candidate(source: &ImageSource) -> Option<(u32, &str)> {
    source.width.map(|width| (width, source.src.src()))
}

/// Each width once; the order means nothing to a browser.
fn srcset(candidates: Vec<(u32, &str)>) -> Option<String> {
    let mut set = String::new();
    for (index, (width, src)) in candidates.iter().enumerate() {
        if candidates[..index]
            .iter()
            .any(|(earlier, _)| earlier == width)
        {
            continue;
        }
        if index > 0 {
            set.push_str(", ");
        }
        set.push_str(&address(src));
        set.push(' ');
        set.push_str(&width.to_string());
        set.push('w');
    }
    (!set.is_empty()).then_some(set)
}

/// A comma at either end of an address would end the entry.
fn address(src: &str) -> String {
    src.replace(',', "%2C")
}

fn type_of(src: &str) -> Option<ImageType> {
    let path = src.split(['?', '#']).next()?;
    match path.rsplit('.').next()?.to_ascii_lowercase().as_str() {
        "avif" => Some(ImageType::Avif),
        "webp" => Some(ImageType::Webp),
        "jpg" | "jpeg" => Some(ImageType::Jpeg),
        "png" => Some(ImageType::Png),
        "gif" => Some(ImageType::Gif),
        "svg" => Some(ImageType::Svg),
        _ => None,
    }
}
