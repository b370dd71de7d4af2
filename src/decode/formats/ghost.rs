//! Ghost: a post or page of its Content API, alone or in the list in which the API answers even for one.

use super::{Claimed, Format};
use crate::decode::detect::{self, Shape};
use crate::decode::fields::{self, Field};
use crate::decode::{Claim, Cursor, DecodeError};
use crate::json::Json;
use crate::model::{Article, Block, Comments, CommentsState, NoticeKind};

pub const FORMAT: Format = Format {
    name: "ghost",
    title: "Ghost",
    is_apart: false,
    claims,
    items,
    decode,
};

fn claims(document: &Json) -> Claim {
    detect::claim(document, CLAIMS)
}

const CLAIMS: &[Shape] = &[
    (
        "posts.slug:s !posts.ID posts.html|posts.published_at|posts.uuid",
        Claim::Certain,
    ),
    (
        "pages.slug:s pages.html|pages.published_at|pages.uuid",
        Claim::Certain,
    ),
    (
        "slug:s title:s comment_id|feature_image html|published_at",
        Claim::Certain,
    ),
    ("db.data.posts.html:s", Claim::Certain),
    (
        "db.data.posts.slug:s",
        Claim::NotAnArticle("an export whose texts only Ghost’s own editor can read"),
    ),
    (
        "meta.pagination posts|pages|tags|authors|tiers|settings",
        Claim::NotAnArticle("a list without posts"),
    ),
];

/// Where the posts are: in an answer, or in an export.
const POSTS: &str = "posts|pages|db.data.posts";

const FIELDS: &[Field] = &[
    // First, since other addresses may be relative to it.
    ("url", fields::canonical),
    ("id", fields::id),
    ("title", fields::headline_text),
    // `excerpt` is cut by a machine where nobody wrote one; this is what somebody wrote.
    ("custom_excerpt", fields::standfirst_text),
    ("primary_tag", fields::section),
    ("authors|primary_author", fields::authors),
    ("published_at|created_at", fields::published),
    ("updated_at", fields::updated),
    ("feature_image", fields::lead),
    ("feature_image_alt", |from, article| {
        if let Some(Block::Figure(lead)) = &mut article.lead {
            lead.image.alt = from.as_line();
        }
    }),
    ("feature_image_caption", |from, article| {
        if let Some(Block::Figure(lead)) = &mut article.lead {
            lead.caption = fields::inlines(from);
        }
    }),
    ("html", fields::body_html),
    ("tags", |from, article| {
        for tag in from.items() {
            if tag.line("visibility").as_deref() != Some("internal") {
                fields::tags(tag, article);
            }
        }
        article.tags.retain(|tag| !tag.name.starts_with('#'));
    }),
    ("comments", |from, article| {
        // Comments that are not offered are no closed ones: there never was anything to read.
        article.comments = from.as_flag().map(|open| {
            Comments::new(match open {
                true => CommentsState::Open,
                false => CommentsState::Off,
            })
        });
    }),
    ("status", fields::status),
    ("access", |from, article| {
        if from.as_flag() == Some(false) {
            fields::notice(article, NoticeKind::Gated);
        }
    }),
    ("visibility", |from, article| {
        // Where `access` is left out, an empty text says the same.
        let gated = !matches!(from.value().as_str(), Some("public") | None);
        if gated && article.body.is_empty() && article.notices.is_empty() {
            fields::notice(article, NoticeKind::Gated);
        }
    }),
];

fn items(answer: Cursor<'_>) -> Vec<Cursor<'_>> {
    fields::items_at(answer, POSTS)
}

fn decode(Claimed { item: post, .. }: Claimed<'_>) -> Result<Article, DecodeError> {
    let mut article = fields::article(post, FORMAT.title, FIELDS)?;
    if article.section.is_none() {
        article.section = article.tags.first().cloned().map(fields::as_section);
    }
    fields::finish(post, &mut article);
    // Wherever the text was first, the host of the post's own address is the publisher, so this comes last.
    let first = post.first("canonical_url").and_then(fields::web_link);
    article.canonical = first.or(article.canonical);
    Ok(article)
}
