//! WordPress: posts and pages of its REST API, and posts of the hosted service's older one.
//!
//! Names, terms and titles carry HTML entities; texts are HTML; what `_embed` adds may be an error in place of a thing.

use super::{Claimed, Format};
use crate::decode::detect::{self, Shape};
use crate::decode::fields::{self, Field};
use crate::decode::{Claim, Cursor, DecodeError, html, pictures};
use crate::json::Json;
use crate::model::block::Figure;
use crate::model::{Article, Block, Comments, CommentsState, Inline, NoticeKind};

pub const FORMAT: Format = Format {
    name: "wordpress",
    title: "WordPress",
    is_apart: false,
    claims,
    items,
    decode,
};

fn claims(document: &Json) -> Claim {
    detect::claim(unwrap(document), CLAIMS)
}

const CLAIMS: &[Shape] = &[
    (
        "source_url:s media_type|type=attachment",
        Claim::NotAnArticle("a picture or another media file"),
    ),
    ("author_name:s post:n", Claim::NotAnArticle("a comment")),
    ("title.rendered:s|content.rendered:s", Claim::Certain),
    (
        "id:n slug:s link:s type:s featured_media|_embedded",
        Claim::Certain,
    ),
    (
        "id:n slug:s link:s taxonomy:s",
        Claim::NotAnArticle("a category or a tag"),
    ),
    (
        "id:n slug:s link:s avatar_urls",
        Claim::NotAnArticle("an author"),
    ),
    ("ID:n site_ID:n", Claim::Certain),
    (
        "code:s message:s data",
        Claim::NotAnArticle("an error message"),
    ),
];

/// The post in the document: itself, the first of a list, or the first of the hosted service's answer.
fn unwrap(document: &Json) -> &Json {
    let list = hosted(document).unwrap_or(document);
    list.items().first().unwrap_or(list)
}

/// The posts in the hosted service's answer.
fn hosted(document: &Json) -> Option<&Json> {
    document.get("found").and(document.get("posts"))
}

fn items(answer: Cursor<'_>) -> Vec<Cursor<'_>> {
    let list = hosted(answer.value()).unwrap_or(answer.value());
    let posts = list.items().iter();
    posts
        .filter(|post| detect::claim(post, CLAIMS) == Claim::Certain)
        .map(|post| answer.on(post))
        .collect()
}

const FIELDS: &[Field] = &[
    // First, since other addresses may be relative to it.
    ("yoast_head_json.canonical|link|URL", fields::canonical),
    ("id|ID", fields::id),
    ("lang|yoast_head_json.og_locale", fields::language),
    ("yoast_head_json.og_site_name", fields::publisher),
    ("title", |from, article| {
        if let Some(title) = rendered(from) {
            fields::headline_html(title, article);
        }
    }),
    // What plugins for several authors add, what `_embed` adds, and the two dialects' own.
    ("coauthors", fields::first_authors),
    ("authors", fields::first_authors),
    ("_embedded.author", fields::first_authors),
    ("author", fields::first_authors),
    ("yoast_head_json.author", fields::first_authors),
    ("date", fields::published),
    ("date_gmt", fields::published_utc),
    ("modified", fields::updated),
    ("modified_gmt", fields::updated_utc),
    ("_embedded.wp:term", terms),
    // Numbers, or in the hosted dialect objects by name.
    ("categories", |from, article| {
        for category in from.values() {
            fields::first_section(category, article);
        }
    }),
    ("tags", |from, article| {
        for tag in from.values() {
            fields::tags(tag, article);
        }
    }),
    ("_embedded.wp:featuredmedia|post_thumbnail", featured),
    (
        "jetpack_featured_media_url|featured_image|yoast_head_json.og_image",
        fields::lead,
    ),
    ("content", |from, article| {
        article.body = rendered(from).map(fields::blocks).unwrap_or_default();
    }),
    ("excerpt", excerpt),
    (
        "subtitle|acf.standfirst|acf.subtitle|meta.standfirst|meta.subtitle",
        fields::standfirst_html,
    ),
    ("jetpack-related-posts", |from, article| {
        article.related = from.each(fields::related);
    }),
    ("comment_status", |from, article| {
        let state = from.as_word("open or closed", CommentsState::parse);
        article.comments = state.map(Comments::new);
    }),
    ("discussion.comments_open|comments_open", fields::comments),
    ("discussion.comment_count", |from, article| {
        if let Some(comments) = &mut article.comments {
            comments.count = from.as_number().map(|count| count as u64);
        }
    }),
    ("status", fields::status),
    ("content.protected", |from, article| {
        if from.as_flag() == Some(true) {
            fields::notice(article, NoticeKind::Password);
        }
    }),
];

fn decode(Claimed { item: post, .. }: Claimed<'_>) -> Result<Article, DecodeError> {
    let mut article = fields::article(post, FORMAT.title, FIELDS)?;
    fields::decode_entities(&mut article);
    fields::finish(post, &mut article);
    Ok(article)
}

/// The HTML of a field: in `rendered`, or in the hosted dialect the field itself.
fn rendered(from: Cursor<'_>) -> Option<Cursor<'_>> {
    match from.members() {
        Some(_) => from.first("rendered"),
        None => Some(from),
    }
}

/// The first category is the section; of the other taxonomies only that of tags means the same everywhere.
fn terms(from: Cursor<'_>, article: &mut Article) {
    for group in from.items() {
        fields::by_kind(
            group,
            "taxonomy",
            article,
            &[
                ("category", fields::first_section),
                ("post_tag", fields::tags),
            ],
        );
    }
}

/// The picture above the post, in all its sizes; in its place may stand an error, which has no address.
fn featured(from: Cursor<'_>, article: &mut Article) {
    let media = from.one();
    let mut copies = vec![media];
    if let Some(sizes) = media.first("media_details.sizes") {
        copies.extend(sizes.values());
    }
    let Some(image) = pictures::image(&copies) else {
        return;
    };
    let mut figure = Figure::new(image);
    figure.image.alt = fields::line_at(media, "alt_text");
    figure.caption = fields::inlines_at(media, "caption.rendered");
    for address in [
        "media_details.image_meta.credit",
        "media_details.image_meta.copyright",
    ] {
        // Cameras that know no name write a zero.
        if figure.credit.is_empty() && fields::line_at(media, address).as_deref() != Some("0") {
            figure.credit = fields::inlines_at(media, address);
        }
    }
    article.lead = Some(Block::Figure(figure));
}

/// The standfirst, unless it is only the cut beginning of the text.
fn excerpt(from: Cursor<'_>, article: &mut Article) {
    let Some((from, text)) = rendered(from).and_then(|from| Some((from, from.as_text()?))) else {
        return;
    };
    // Behind an excerpt that was cut stands `[&hellip;]`, and a link or nothing behind that.
    let (before, after) = text.rsplit_once('[').unwrap_or((&text, ""));
    let cut = after.starts_with(['&', '…', '.']);
    article.standfirst = html::blocks(from, if cut { before } else { &text });
    let here = article.canonical.as_ref().map_or(" ", |link| link.href());
    if let Some(Block::Paragraph(last)) = article.standfirst.last_mut()
        && let Some(Inline::Link { to, .. }) = last.text.last()
        && to.href().starts_with(here)
    {
        last.text.pop();
    }
}
