//! What reader modes make of a web page: an article's text taken out of it, with what the page says of itself.
//!
//! There are two dialects, and services mix them, so every spelling is read everywhere. No other format states the
//! direction of its text.

use super::{Claimed, Format};
use crate::decode::detect::{self, Shape};
use crate::decode::fields::{self, Field};
use crate::decode::{Claim, DecodeError};
use crate::json::Json;
use crate::model::{Article, Direction, NoticeKind, Publisher};

pub const FORMAT: Format = Format {
    name: "extractor",
    title: "Reader-mode extractor output",
    is_apart: false,
    claims,
    items: super::alone,
    decode,
};

fn claims(document: &Json) -> Claim {
    detect::claim(document, CLAIMS)
}

/// The names are ordinary words, so anything more certain wins.
const CLAIMS: &[Shape] = &[
    ("title content:s textContent length", Claim::Maybe),
    ("title:s content:s siteName|lead_image_url", Claim::Maybe),
    (
        "title content:s url date_published word_count|domain",
        Claim::Maybe,
    ),
    // A page whose text could not be found.
    (
        "title:s content lead_image_url domain|word_count",
        Claim::Maybe,
    ),
];

const FIELDS: &[Field] = &[
    // First, since other addresses are relative to the page, wherever the JSON is.
    ("url", |from, article| {
        fields::canonical(from, article);
        if let Some(canonical) = &article.canonical {
            from.set_base(canonical.href());
        }
    }),
    ("lang", fields::language),
    ("dir|direction", |from, article| {
        article.direction = from.as_word("one of ltr, rtl and auto", |word| {
            Direction::parse(&word.to_ascii_lowercase())
        });
    }),
    ("domain", |from, article| {
        // Where the address of the page is known, its host says the same and can be followed.
        if article.canonical.is_none() {
            article.publisher = from.as_line().map(|domain| Publisher {
                name: domain.strip_prefix("www.").unwrap_or(&domain).to_owned(),
                link: None,
                logo: None,
            });
        }
    }),
    ("siteName", fields::publisher),
    ("title", fields::headline_entities),
    // Without a summary of its own, a page has the start of its text there, cut by a machine.
    ("dek|excerpt", fields::standfirst_entities),
    ("author", fields::authors),
    ("byline", fields::byline),
    ("publishedTime|date_published", fields::published),
    ("lead_image_url", fields::lead),
    ("content", fields::body_html),
    ("next_page_url", |from, article| {
        fields::leave_out(
            from,
            "next_page_url",
            "the text goes on there, and the data holds only its start",
        );
        fields::notice(article, NoticeKind::Elsewhere);
    }),
];

fn decode(Claimed { item: page, .. }: Claimed<'_>) -> Result<Article, DecodeError> {
    let mut article = fields::article(page, FORMAT.title, FIELDS)?;
    fields::decode_entities(&mut article);
    fields::headline_without_publisher(&mut article);
    let pages = |key| page.first(key).and_then(|count| count.as_number());
    if pages("total_pages").is_some() && pages("total_pages") == pages("rendered_pages") {
        // The extractor has read the pages that follow.
        article
            .notices
            .retain(|notice| notice.kind != NoticeKind::Elsewhere);
    }
    fields::finish(page, &mut article);
    Ok(article)
}

#[cfg(test)]
mod tests {
    use super::super::reading::article;
    use super::*;
    use crate::model::inline::plain_text;

    #[track_caller]
    fn read(json: &str) -> Article {
        article(json, None, FORMAT.name)
    }

    #[test]
    fn nulls_are_nothing() {
        let article = read(
            r#"{"title": "Low water", "byline": null, "dir": null, "lang": null, "content": "<p>It fell.</p>",
                "textContent": null, "length": null, "excerpt": null, "siteName": null, "publishedTime": null}"#,
        );
        assert_eq!(plain_text(&article.headline), "Low water");
        assert_eq!(article.body.len(), 1);
        assert!(article.notices.is_empty() && article.standfirst.is_empty());
    }

    #[test]
    fn the_direction_is_the_pages_own() {
        let article = read(
            r#"{"title": "مد", "content": "<p>مد وجزر</p>", "direction": "RTL", "lead_image_url": null}"#,
        );
        assert_eq!(article.direction, Some(Direction::RightToLeft));
    }

    #[test]
    fn the_publisher_behind_the_headline_is_no_part_of_it() {
        for (title, wanted) in [
            ("Ebb – The Quay", "Ebb"),
            ("Ebb | The Quay", "Ebb"),
            ("Ebb | Another", "Ebb | Another"),
            ("Back to The Quay", "Back to The Quay"),
            ("The Quay", "The Quay"),
        ] {
            let json = [
                r#"{"title": ""#,
                title,
                r#"", "content": "<p>Text.</p>", "siteName": "The Quay"}"#,
            ];
            assert_eq!(plain_text(&read(&json.concat()).headline), wanted);
        }
    }

    #[test]
    fn a_text_whose_other_pages_were_read_is_whole() {
        let json = |rendered| {
            [
                r#"{"title": "Ebb", "content": "<p>Text.</p>", "url": "https://quay.example/1", "lead_image_url": null,
                    "next_page_url": "https://quay.example/2", "total_pages": 2, "rendered_pages": "#,
                rendered,
                "}",
            ]
            .concat()
        };
        assert_eq!(read(&json("1")).notices.len(), 1);
        assert!(read(&json("2")).notices.is_empty());
    }

    #[test]
    fn a_page_without_a_text_says_where_it_is() {
        let article = read(
            r#"{"title": "Ebb", "content": null, "url": "https://www.quay.example/1", "domain": "www.quay.example",
                "lead_image_url": "/ebb.jpg"}"#,
        );
        assert_eq!(article.notices.len(), 1);
        assert!(article.lead.is_some());
        assert_eq!(
            article.publisher.map(|it| it.name).as_deref(),
            Some("quay.example")
        );
    }
}
