//! Headline lists: what APIs that search the news answer with. An entry is a teaser, and the text is on the page it names.

use super::{Claimed, Format};
use crate::decode::detect::{self, Shape};
use crate::decode::fields::{self, Field, str_at};
use crate::decode::{Claim, Cursor, DecodeError, html, repeats};
use crate::json::Json;
use crate::model::{Article, NoticeKind};

pub const FORMAT: Format = Format {
    name: "headlines",
    title: "Headline list",
    is_apart: false,
    claims,
    items,
    decode,
};

fn claims(document: &Json) -> Claim {
    detect::claim(document, CLAIMS)
}

/// A title and an address prove little, so any other format that fits wins; and an entry that holds a whole text in a
/// member with a name of its own is no teaser.
const CLAIMS: &[Shape] = &[
    (
        "articles.title articles.url:s !articles.body !articles.html !articles.body_html !articles.content_html !articles.textContent",
        Claim::Maybe,
    ),
    (
        "response.docs.headline.main response.docs.web_url:s",
        Claim::Maybe,
    ),
    (
        "articles:e totalResults|totalArticles",
        Claim::NotAnArticle("an answer without articles"),
    ),
    (
        "response.docs:e response.meta|response.metadata",
        Claim::NotAnArticle("an answer without articles"),
    ),
    (
        "status=error code:s message:s",
        Claim::NotAnArticle("an error message"),
    ),
];

fn items(answer: Cursor<'_>) -> Vec<Cursor<'_>> {
    let mut items = fields::items_at(answer, "articles|response.docs");
    items.retain(|entry| {
        let title = str_at(*entry, "title|headline.main");
        let is_there = !title.is_empty() && title != "[Removed]";
        if !is_there {
            fields::leave_out(
                *entry,
                "an entry of the list",
                "it has no title, or its publisher has taken it back",
            );
        }
        is_there
    });
    items
}

const FIELDS: &[Field] = &[
    // First, since other addresses are relative to it, wherever the list is.
    ("url|web_url", |from, article| {
        fields::canonical(from, article);
        if let Some(canonical) = &article.canonical {
            from.set_base(canonical.href());
        }
    }),
    ("id|_id", fields::id),
    ("language|lang", fields::language),
    ("source", fields::publisher),
    ("section_name", fields::section),
    ("headline.kicker", fields::kicker),
    ("title|headline.main", fields::headline_entities),
    ("description|abstract|snippet", fields::standfirst_html),
    ("author|authors", |from, article| {
        // Some write an address of the author's, which is no name.
        fields::authors(from, article);
        let authors = &mut article.byline.authors;
        authors.retain(|author| !author.name.starts_with("http"));
        for author in authors {
            // `staff@quay.example (Ada Kerrigan)`, as feeds write it.
            if let Some((mailbox, name)) = author.name.split_once(" (")
                && mailbox.contains('@')
            {
                author.name = name.trim_end_matches(')').to_owned();
            }
        }
    }),
    ("byline.original", fields::byline),
    ("publishedAt|published_at|pub_date", fields::published),
    ("urlToImage|image|multimedia.default", fields::lead),
    ("content|lead_paragraph", |from, article| {
        let text = from.as_text().unwrap_or_default();
        let blocks = html::blocks(from, without_mark(&text));
        // It is often the description again, or less of it.
        if !repeats::is_start(&article.standfirst, &blocks) {
            article.body = blocks;
        }
    }),
    ("keywords", |from, article| {
        for keyword in from.items() {
            fields::tags(keyword.first("value").unwrap_or(keyword), article);
        }
    }),
];

fn decode(Claimed { item: entry, .. }: Claimed<'_>) -> Result<Article, DecodeError> {
    let mut article = fields::article(entry, FORMAT.title, FIELDS)?;
    fields::decode_entities(&mut article);
    fields::headline_without_publisher(&mut article);
    fields::finish(entry, &mut article);
    if article.notices.is_empty() {
        fields::notice(&mut article, NoticeKind::Elsewhere);
    }
    Ok(article)
}

/// `The gates… [+1200 chars]` without what counts the rest.
fn without_mark(text: &str) -> &str {
    let text = text.trim_end();
    let count = text
        .strip_suffix(" chars]")
        .and_then(|text| text.rsplit_once('['));
    match count {
        Some((start, count)) if count.bytes().all(|b| b == b'+' || b.is_ascii_digit()) => start,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::super::reading;
    use super::*;
    use crate::decode::{Document, Opened, Options};
    use crate::model::block::Words;
    use crate::model::inline::plain_text;

    #[track_caller]
    fn read(entry: &str) -> Article {
        let json = [r#"{"articles": ["#, entry, "]}"].concat();
        reading::article(&json, None, FORMAT.name)
    }

    fn body(article: &Article) -> String {
        let mut words = Words::default();
        words.say_blocks(&article.body);
        words.into_passages().join("/")
    }

    #[test]
    fn the_mark_of_a_cut_text_is_not_shown() {
        for (text, wanted) in [
            ("The gates… [+1200 chars]", "The gates…"),
            ("The gates... [212 chars]", "The gates..."),
            ("The [+ 3 chars]", "The [+ 3 chars]"),
            ("The gates", "The gates"),
        ] {
            let json = [
                r#"{"title": "A", "url": "https://a.example/1", "description": "Short", "content": ""#,
                text,
                r#""}"#,
            ];
            assert_eq!(body(&read(&json.concat())), wanted);
        }
    }

    #[test]
    fn a_text_that_repeats_the_description_is_left_out() {
        let article = read(
            r#"{"title": "A", "url": "https://a.example/1", "description": "Rain, and then snow.",
                "content": "Rain, and th… [+99 chars]"}"#,
        );
        assert_eq!(body(&article), "");
        assert_eq!(article.standfirst.len(), 1);
    }

    #[test]
    fn every_entry_is_a_teaser_and_says_so_once() {
        for entry in [
            r#"{"title": "A", "url": "https://a.example/1"}"#,
            r#"{"title": "A", "url": "https://a.example/1", "content": "Rain. [+9 chars]"}"#,
            r#"{"title": "A", "url": "javascript:alert(1)", "author": 7, "source": [], "urlToImage": {}}"#,
        ] {
            let article = read(entry);
            let kinds: Vec<_> = article.notices.iter().map(|it| it.kind).collect();
            assert_eq!(kinds, [NoticeKind::Elsewhere]);
        }
    }

    #[test]
    fn an_entry_that_was_taken_back_is_none() {
        let json = r#"{"articles": [
            {"title": "[Removed]", "url": "https://removed.example"},
            {"title": "One", "url": "https://a.example/1"},
            {"title": "Two", "url": "https://a.example/2"}
        ]}"#;
        let document = Document::parse(json.as_bytes()).expect("JSON");
        match document.open(&Options::default()) {
            Ok(Opened::Many(list)) => assert_eq!(list.len(), 2),
            _ => panic!("no list"),
        }
    }

    #[test]
    fn addresses_and_mailboxes_are_no_authors() {
        let author = |name: &str| {
            let json = [
                r#"{"title": "A", "url": "https://a.example/1", "author": ""#,
                name,
                r#""}"#,
            ];
            let article = read(&json.concat());
            article.byline.authors.first().map(|it| it.name.clone())
        };
        assert_eq!(author("https://social.example/quay"), None);
        assert_eq!(author("Ada &amp; Tom").as_deref(), Some("Ada & Tom"));
        assert_eq!(author("staff@quay.example (Ada)").as_deref(), Some("Ada"));
    }

    #[test]
    fn answers_of_an_archive_are_read_too() {
        let article = reading::article(
            r#"{"status": "OK", "response": {"docs": [{"_id": "doc://1", "web_url": "https://a.example/1",
                "headline": {"main": "Ebb", "kicker": "Tides"}, "abstract": "The sea went out.",
                "lead_paragraph": "The sea went out.", "byline": {"original": "By Ada Kerrigan"},
                "source": "The Quay", "pub_date": "2026-02-03T04:05:06+0000", "section_name": "Coast",
                "multimedia": {"default": {"url": "https://a.example/ebb.jpg", "width": 600, "height": 400}},
                "keywords": [{"name": "Subject", "value": "Tides"}]}]}}"#,
            None,
            FORMAT.name,
        );
        assert_eq!(plain_text(&article.headline), "Ebb");
        assert_eq!(article.kicker.as_deref(), Some("Tides"));
        assert_eq!(article.byline.line.as_deref(), Some("By Ada Kerrigan"));
        assert_eq!(article.tags.len(), 1);
        assert!(article.lead.is_some() && article.body.is_empty());
    }
}
