//! Pictures as formats list them: one address, or copies in several sizes.

use super::Cursor;
use super::fields::mentions;
use crate::model::media::{ImageType, Size};
use crate::model::{Image, ImageSource, SafeMedia};

/// Where the formats keep the address of one copy.
pub const ADDRESS: &str =
    "originalUrl|source_url|typeData.secureFile|secureFile|file|href|contentUrl|src|url|URL|image";
/// Where they keep its MIME type.
pub const MIME: &str = "mime_type|mimeType|mimetype|contenttype|contentType|encodingFormat";
/// Where they keep its width and height, if not beside its address.
const FACTS: &str = "media_details|typeData";

/// A picture of which only the address is known: the text itself, or what stands in an object or in the first
/// of several.
pub fn at_address(from: Cursor<'_>) -> Option<Image> {
    let from = from.one();
    match from.members() {
        Some(_) => image(&[from]),
        None => from.as_media().map(Image::new),
    }
}

/// Wider copies are meant for print: they are used only where nothing else is wide enough for a page.
const WIDEST: u32 = 3200;

/// No picture has more copies that differ.
const MOST: usize = 100;

/// One picture from its copies: the widest for a page is the picture, and those of the same shape are offered beside it.
///
/// Copies that are no pictures, repeated addresses and crops of another shape are left out, and so are copies that
/// browsers do not show or that carry a watermark, unless there is no other.
pub fn image(copies: &[Cursor<'_>]) -> Option<Image> {
    let mut found: Vec<Copy> = Vec::new();
    for cursor in copies.iter().take(MOST) {
        if let Some(copy) = copy(*cursor)
            && !found.iter().any(|known| known.src == copy.src)
        {
            found.push(copy);
        }
    }
    let mut best = 0;
    for (place, copy) in found.iter().enumerate() {
        if copy.rank() > found.get(best)?.rank() {
            best = place;
        }
    }
    if found.is_empty() {
        return None;
    }
    let main = found.remove(best);
    let mut image = Image::new(main.src);
    image.size = main.size;
    for copy in found {
        let for_page = copy.rank() > 0 && (copy.width <= Some(WIDEST) || main.width > Some(WIDEST));
        if copy.width.is_some() && for_page && has_shape(copy.size, main.size) {
            image.sources.push(ImageSource {
                src: copy.src,
                width: copy.width,
                crop: None,
                // A copy of the picture's own type needs no choice by type.
                mime: copy.mime.filter(|mime| Some(*mime) != main.mime),
            });
        }
    }
    Some(image)
}

struct Copy {
    src: SafeMedia,
    size: Option<Size>,
    width: Option<u32>,
    mime: Option<ImageType>,
}

impl Copy {
    /// How well this serves as the picture itself.
    fn rank(&self) -> u32 {
        match self.width.unwrap_or(0) {
            _ if !is_shown(&self.src) => 0,
            width @ ..=WIDEST => width + 1,
            width => 1000_u32.saturating_sub(width / 100) + 1,
        }
    }
}

fn copy(from: Cursor<'_>) -> Option<Copy> {
    let mime = match from.first(MIME) {
        // Films, texts and pictures for printers stand among the copies; no note, since they have their use elsewhere.
        Some(mime) => Some(ImageType::parse(mime.value().as_str()?)?),
        None => None,
    };
    let facts = from.first(FACTS).unwrap_or(from);
    Some(Copy {
        src: from.first(ADDRESS)?.as_media()?,
        size: facts.size(),
        width: facts
            .number("width")
            .filter(|width| *width >= 1.0)
            .map(|width| width as u32),
        mime,
    })
}

/// Browsers leave a gap for some types, and a watermark spoils the picture.
fn is_shown(src: &SafeMedia) -> bool {
    let path = src.src().split(['?', '#']).next().unwrap_or_default();
    let ending = path.rsplit('.').next().unwrap_or_default();
    !["tif", "tiff", "bmp", "eps", "pdf"]
        .iter()
        .any(|other| ending.eq_ignore_ascii_case(other))
        && !mentions(path, "watermark")
}

/// Whether two sizes have one shape, as far as they are known; scaling rounds, so three in a hundred are allowed.
fn has_shape(one: Option<Size>, other: Option<Size>) -> bool {
    let (Some(one), Some(other)) = (one, other) else {
        return true;
    };
    let across = u64::from(one.width) * u64::from(other.height);
    let along = u64::from(one.height) * u64::from(other.width);
    across.abs_diff(along) * 100 <= across * 3
}

/// Whether two addresses lead to copies of one picture: the same file but for its query and a size in its name.
pub fn is_same_file(one: &SafeMedia, other: &SafeMedia) -> bool {
    stem(one.src()) == stem(other.src())
}

/// `https://a.example/b-1024x683.jpg?w=1` without size, ending and query; where the path names no picture, the query may.
#[inline(never)]
fn stem(src: &str) -> &str {
    let path = src.split(['?', '#']).next().unwrap_or(src);
    let Some((path, ending)) = path.rsplit_once('.') else {
        return src;
    };
    let is_picture = |(known, _): &(&str, ImageType)| ending.eq_ignore_ascii_case(known);
    if !ImageType::ENDINGS.iter().any(is_picture) {
        return src;
    }
    let sized = |size: &str| {
        let mut sides = size.split('x');
        let digits = |side: &str| !side.is_empty() && side.bytes().all(|b| b.is_ascii_digit());
        sides.clone().count() == 2 && sides.all(digits)
    };
    match path.rsplit_once('-') {
        Some((stem, size)) if sized(size) => stem,
        _ => path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::Options;
    use crate::decode::cursor::Context;
    use crate::json::parse;

    #[track_caller]
    fn reads(json: &str) -> Option<(String, Vec<u32>)> {
        let document = parse(json).expect("JSON").value;
        let context = Context::new(&document, &Options::default(), Vec::new());
        let image = image(&context.top().items())?;
        let widths = image.sources.iter().filter_map(|source| source.width);
        Some((image.src.src().to_owned(), widths.collect()))
    }

    #[test]
    fn the_widest_copy_is_the_picture_and_crops_are_none_of_its_copies() {
        let found = reads(
            r#"[{"source_url": "https://a.example/m.jpg", "width": "300", "height": "200"},
                {"source_url": "https://a.example/square.jpg", "width": 150, "height": 150},
                {"source_url": "https://a.example/full.jpg", "mime_type": "image/jpeg", "width": 2048, "height": 1365},
                {"source_url": "https://a.example/full.jpg", "width": 2048, "height": 1365},
                {"source_url": "https://a.example/film.mp4", "mime_type": "video/mp4", "width": 4000, "height": 2000}]"#,
        );
        assert_eq!(
            found,
            Some(("https://a.example/full.jpg".into(), vec![300]))
        );
    }

    #[test]
    fn a_copy_that_browsers_do_not_show_gives_way_to_the_next() {
        let found = reads(
            r#"[{"href": "https://a.example/scan.tif", "width": 9000, "height": 6000},
                {"href": "https://a.example/scan.jpg", "width": 900, "height": 600}]"#,
        );
        assert_eq!(found, Some(("https://a.example/scan.jpg".into(), vec![])));
        assert_eq!(reads(r#"[{"href": "bundle://scan.jpg"}]"#), None);
    }

    #[test]
    fn a_copy_for_print_is_better_than_a_thumbnail_and_worse_than_one_for_the_page() {
        let found = reads(
            r#"[{"href": "https://a.example/preview.jpg", "width": 512, "height": 377},
                {"href": "https://a.example/main.jpg", "width": 3000, "height": 2208}]"#,
        );
        assert_eq!(
            found,
            Some(("https://a.example/main.jpg".into(), vec![512]))
        );
        let found = reads(
            r#"[{"href": "https://a.example/print.jpg", "width": 6000, "height": 4000},
                {"href": "https://a.example/WaterMark.jpg", "width": 2000, "height": 1333},
                {"href": "https://a.example/page.jpg", "width": 1400, "height": 933}]"#,
        );
        assert_eq!(found, Some(("https://a.example/page.jpg".into(), vec![])));
    }

    #[test]
    fn a_size_in_the_name_makes_no_other_picture() {
        let same = |one: &str, other: &str| {
            let parse = |name| SafeMedia::parse(name, Some("https://a.example/")).unwrap();
            is_same_file(&parse(one), &parse(other))
        };
        assert!(same("a.jpg?w=100", "a-1024x683.jpg"));
        assert!(same("a.jpg", "a.webp"));
        assert!(!same("a-1.jpg", "a-2.jpg"));
        assert!(!same("image.php?id=1", "image.php?id=2"));
        assert!(!same("get?file=1.jpg", "get?file=2.jpg"));
    }
}
