//! The copies of one picture that formats list, made into one [`Image`].

use super::Cursor;
use super::fields::mentions;
use crate::model::media::{ImageType, Size};
use crate::model::{Image, ImageSource, SafeMedia};

/// One copy of a picture.
pub struct Rendition {
    pub src: SafeMedia,
    pub size: Option<Size>,
    pub mime: Option<ImageType>,
}

/// Wider copies are meant for print; they are used only where nothing else is wide enough for a page.
const WIDEST: u32 = 2600;

/// Reads a copy whose address and MIME type stand under these names; films and texts among the copies are none.
pub fn read(cursor: Cursor<'_>, addresses: &str, types: &str) -> Option<Rendition> {
    let mime = match cursor.first(types).and_then(|mime| mime.value().as_str()) {
        Some(mime) => Some(ImageType::parse(mime)?),
        None => None,
    };
    Some(Rendition {
        src: cursor.first(addresses)?.as_media()?,
        size: cursor.size(),
        mime,
    })
}

/// The picture: the best copy, and the others of its shape beside it.
///
/// Copies of another shape are crops, so they show something else.
#[inline(never)]
pub fn image(renditions: Vec<Rendition>, alt: Option<String>) -> Option<Image> {
    let mut best = renditions.first()?;
    for rendition in &renditions {
        if rank(rendition) > rank(best) {
            best = rendition;
        }
    }
    let mut sources: Vec<ImageSource> = Vec::new();
    for rendition in &renditions {
        let known =
            rendition.src == best.src || sources.iter().any(|source| source.src == rendition.src);
        if let (Some(size), Some(shape)) = (rendition.size, best.size)
            && !known
            && rank(rendition) > 0
            && (size.width <= WIDEST || shape.width > WIDEST)
            && is_same_shape(size, shape)
        {
            sources.push(ImageSource {
                src: rendition.src.clone(),
                width: Some(size.width),
                // The type of the picture itself needs no choice by type.
                mime: rendition.mime.filter(|mime| Some(*mime) != best.mime),
            });
        }
    }
    Some(Image {
        src: best.src.clone(),
        size: best.size,
        alt,
        sources,
    })
}

/// How well a copy serves as the picture itself: the widest that a page can use.
fn rank(rendition: &Rendition) -> u32 {
    let src = rendition.src.src();
    let path = src.split(['?', '#']).next().unwrap_or_default();
    let ending = path.rsplit('.').next().unwrap_or_default();
    let foreign = ["tif", "tiff", "bmp", "psd", "eps"];
    if foreign
        .iter()
        .any(|other| ending.eq_ignore_ascii_case(other))
        || mentions(path, "watermark")
    {
        return 0;
    }
    match rendition.size.map_or(0, |size| size.width) {
        width @ ..=WIDEST => width + 1,
        width => 1000_u32.saturating_sub(width / 100) + 1,
    }
}

/// Within three in a hundred, since sizes are rounded.
fn is_same_shape(one: Size, other: Size) -> bool {
    let (a, b) = (
        u64::from(one.width) * u64::from(other.height),
        u64::from(other.width) * u64::from(one.height),
    );
    a.abs_diff(b) * 100 <= a.max(b) * 3
}

/// Whether two addresses lead to copies of the same picture: the same file but for its query and a size in its name.
#[inline(never)]
pub fn is_same_file(one: &SafeMedia, other: &SafeMedia) -> bool {
    stem(one.src()) == stem(other.src())
}

/// `https://a.example/b-1024x683.jpg?w=1` without size, ending and query. Where the path names no picture, the query may.
fn stem(src: &str) -> &str {
    let path = src.split(['?', '#']).next().unwrap_or(src);
    let Some((path, ending)) = path.rsplit_once('.') else {
        return src;
    };
    if !ImageType::ENDINGS
        .iter()
        .any(|(known, _)| ending.eq_ignore_ascii_case(known))
    {
        return src;
    }
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match path.rsplit_once('-') {
        Some((stem, size))
            if size
                .split_once('x')
                .is_some_and(|(width, height)| digits(width) && digits(height)) =>
        {
            stem
        }
        _ => path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rendition(name: &str, width: u32, height: u32) -> Rendition {
        Rendition {
            src: SafeMedia::parse(name, Some("https://media.example/")).unwrap(),
            size: Size::new(width.into(), height.into()),
            mime: None,
        }
    }

    fn chosen(renditions: Vec<Rendition>) -> (String, Vec<u32>) {
        let image = image(renditions, None).unwrap();
        let widths = image.sources.iter().filter_map(|source| source.width);
        (image.src.src().to_owned(), widths.collect())
    }

    #[test]
    fn the_widest_copy_for_a_page_leads_and_crops_are_left_out() {
        let copies = vec![
            rendition("thumb.jpg", 180, 120),
            rendition("square.jpg", 800, 800),
            rendition("large.jpg", 1400, 933),
            rendition("print.jpg", 6000, 4000),
            rendition("large.jpg", 1400, 933),
            rendition("WaterMark.jpg", 2000, 1333),
        ];
        let wanted = ("https://media.example/large.jpg".to_owned(), vec![180]);
        assert_eq!(chosen(copies), wanted);
    }

    #[test]
    fn a_copy_for_print_is_better_than_a_thumbnail() {
        let copies = vec![
            rendition("preview.jpg", 512, 377),
            rendition("main.jpg", 3000, 2208),
        ];
        assert_eq!(chosen(copies).0, "https://media.example/main.jpg");
        let copies = vec![rendition("a.tif", 3000, 2000), rendition("b.jpg", 300, 200)];
        assert_eq!(chosen(copies).0, "https://media.example/b.jpg");
    }

    #[test]
    fn a_size_in_the_name_makes_no_other_picture() {
        let same = |a: &str, b: &str| {
            let parse = |name| SafeMedia::parse(name, Some("https://media.example/")).unwrap();
            is_same_file(&parse(a), &parse(b))
        };
        assert!(same("a.jpg?w=100", "a-1024x683.jpg"));
        assert!(same("a.jpg", "a.webp"));
        assert!(!same("a-1.jpg", "a-2.jpg"));
        assert!(!same("image.php?id=1", "image.php?id=2"));
        assert!(!same("get?file=1.jpg", "get?file=2.jpg"));
    }
}
