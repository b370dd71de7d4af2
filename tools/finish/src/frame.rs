//! What shows an article in a frame on another site: `embed.html`, made from the page itself, so that both have the same
//! files, and the scripts of its two sides.

use crate::files::{self, Done, Place};

pub const PAGE: &str = "embed.html";
/// What the outer page loads: a stable name.
pub const OUTER: &str = "article-frame.js";
/// What `embed.html` loads beside the viewer.
pub const INNER: &str = "article-viewer_frame.js";

/// The page on which the element is tried, and what it loads beside it.
pub const DEMO: [&str; 3] = ["embed-demo.html", "embed-demo.js", "embed-demo.css"];

pub fn copy_demo(place: &Place) -> Done {
    for name in DEMO {
        let text = files::text(&place.source.join("src/demo").join(name))?;
        files::write(&place.staging.join(name), text)?;
    }
    Ok(())
}

/// What the page says that a frame does not: an article that nobody asked for, and others to try.
const DROPPED: [&str; 2] = ["article-viewer-default", "article-viewer-samples"];

pub fn inner(place: &Place) -> Done<String> {
    files::text(&place.source.join("src/frame/inner.js"))
}

pub fn outer(place: &Place) -> Done<String> {
    files::text(&place.source.join("src/frame/outer.js"))
}

/// `embed.html`, from `index.html` as Trunk has written it.
pub fn page(index: &str, place: &Place) -> Done<String> {
    let part = |name: &str| files::text(&place.source.join("src/frame").join(name));
    made(index, &part("head.html")?, &part("body.html")?)
}

fn made(index: &str, head: &str, body: &str) -> Done<String> {
    let mut page = index.to_owned();
    for name in DROPPED {
        let start = page
            .find(&format!("<meta name=\"{name}\""))
            .ok_or_else(|| format!("index.html has no <meta name=\"{name}\"> to leave out"))?;
        let end = page[start..].find('>').ok_or("index.html is cut off")?;
        page.replace_range(start..=start + end, "");
    }
    for (before, part) in [("</head>", head), ("<noscript>", body)] {
        let place = page
            .find(before)
            .ok_or_else(|| format!("index.html has no {before}, before which a part goes"))?;
        page.insert_str(place, part);
    }
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    const INDEX: &str = "<head><meta name=\"article-viewer-default\" content=\"a\">\
        <meta name=\"article-viewer-samples\" content=\"b\"><title>T</title></head>\
        <body><div></div><noscript></noscript></body>";

    #[test]
    fn the_frame_has_no_article_of_its_own() {
        let page = made(INDEX, "<style></style>", "<script></script>").unwrap();
        assert_eq!(
            page,
            "<head><title>T</title><style></style></head>\
             <body><div></div><script></script><noscript></noscript></body>"
        );
    }

    #[test]
    fn a_page_without_the_places_is_refused() {
        for part in ["article-viewer-samples", "</head>", "<noscript>"] {
            let fault = made(&INDEX.replace(part, "x"), "", "")
                .unwrap_err()
                .to_string();
            assert!(fault.contains(part), "{fault}");
        }
    }
}
