//! JSON Feed 1.0 and 1.1: the entries of a feed, or an entry alone.

use super::{Claimed, Format};
use crate::decode::detect::{self, Shape};
use crate::decode::fields::{self, Field};
use crate::decode::{Claim, Cursor, DecodeError, embed, pictures, recordings};
use crate::json::Json;
use crate::model::block::ButtonLink;
use crate::model::inline::plain_text;
use crate::model::media::Recording;
use crate::model::{Article, Block};

pub const FORMAT: Format = Format {
    name: "json-feed",
    title: "JSON Feed",
    is_apart: false,
    claims,
    items,
    decode,
};

fn claims(document: &Json) -> Claim {
    // A feed names its version by an address, which is written in several ways.
    let version = document.get("version").and_then(Json::as_str);
    if version.is_some_and(|version| fields::mentions(version, "jsonfeed.org/version/")) {
        return detect::claim(document, NAMED);
    }
    detect::claim(document, NUMBERED)
}

const EMPTY: Claim = Claim::NotAnArticle("a feed without entries");

const NAMED: &[Shape] = &[("items:e", EMPTY), ("items:l", Claim::Certain)];

const NUMBERED: &[Shape] = &[
    (
        "items:l version=1|version=1.0|version=1.1 items.content_html:s|items.content_text:s",
        Claim::Certain,
    ),
    (
        "items:e version=1|version=1.0|version=1.1 feed_url|home_page_url",
        EMPTY,
    ),
    (
        "items:l version=1|version=1.0|version=1.1 feed_url|home_page_url",
        Claim::Certain,
    ),
    // An entry alone does not say that it is one, so anything more certain wins.
    ("id !items content_html:s|content_text:s", Claim::Maybe),
];

fn items(feed: Cursor<'_>) -> Vec<Cursor<'_>> {
    fields::items_at(feed, "items")
}

/// What the feed says of all its entries.
const FEED: &[Field] = &[
    ("title", fields::publisher),
    ("home_page_url", |from, article| {
        if let Some(publisher) = &mut article.publisher {
            publisher.link = fields::web_link(from);
        }
    }),
    ("icon|favicon", |from, article| {
        if let Some(publisher) = &mut article.publisher {
            publisher.logo = pictures::at_address(from);
        }
    }),
    ("language", fields::language),
];

const AUTHORS: &[Field] = &[("authors|author", fields::first_authors)];

const ITEM: &[Field] = &[
    // First, since other addresses are relative to it.
    ("url", |from, article| {
        fields::canonical(from, article);
        if let Some(canonical) = &article.canonical {
            from.set_base(canonical.href());
        }
    }),
    ("id", fields::id),
    ("language", fields::language),
    ("title", fields::headline_text),
    ("summary", fields::standfirst_text),
    ("tags", |from, article| {
        fields::section(from, article);
        fields::tags(from, article);
    }),
    ("authors|author", fields::first_authors),
    ("date_published", fields::published),
    ("date_modified", fields::updated),
    ("image|banner_image", fields::lead),
    ("content_text", fields::body_text),
    ("content_html", fields::body_html),
    ("attachments", |from, article| {
        article.body.extend(from.each(attachment));
    }),
    ("external_url", |from, article| {
        let linked = fields::web_link(from).map(embed::embed);
        article.body.extend(linked.map(Block::Embed));
    }),
];

fn decode(Claimed { whole, item }: Claimed<'_>) -> Result<Article, DecodeError> {
    let is_alone = std::ptr::eq(item.value(), whole.value());
    let feed = if is_alone { &[] } else { FEED };
    let mut article = fields::article(whole, FORMAT.title, feed)?;
    fields::read(item, &mut article, ITEM);
    // An author of the entry, under the new name or the old one, goes before the feed's.
    fields::read(whole, &mut article, AUTHORS);
    fields::finish(item, &mut article);
    if article.is_empty() {
        // Some feeds have nothing but ids, and some of these are words.
        fields::read(item, &mut article, &[("id", fields::headline_text)]);
        if !plain_text(&article.headline).contains(' ') {
            article.headline.clear();
        }
    }
    Ok(article)
}

/// A picture is shown, a sound or a film is played; any other file is a link.
fn attachment(from: Cursor<'_>) -> Option<Block> {
    let about = Recording {
        title: from.line("title"),
        seconds: from.count("duration_in_seconds"),
        ..Recording::default()
    };
    if let Some(block) = recordings::block(&[from], about) {
        return Some(block);
    }
    if let Some(image) = from.at("mime_type").and_then(|_| pictures::image(&[from])) {
        return Some(fields::figure(image));
    }
    let link = from.first("url").and_then(fields::web_link)?;
    let file = link.href().split(['?', '#']).next()?.rsplit('/').next()?;
    Some(Block::ButtonLink(ButtonLink {
        text: from.line("title").unwrap_or_else(|| file.to_owned()),
        link,
    }))
}
