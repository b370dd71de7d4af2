//! WordPress: posts and pages of its REST API, and posts of the hosted service's older one.
//!
//! Names, terms and titles carry HTML entities; texts are HTML; what `_embed` adds may be an error in place of a thing.

use super::Format;
use crate::decode::fields::{self, Field};
use crate::decode::{Claim, Cursor, DecodeError, html, pictures};
use crate::json::Json;
use crate::model::block::Figure;
use crate::model::{Article, Block, Comments, CommentsState, Inline, NoticeKind, Text};

pub const FORMAT: Format = Format {
    name: "wordpress",
    title: "WordPress",
    claims,
    decode,
};

fn claims(document: &Json) -> Claim {
    let post = unwrap(document);
    let is_text = |key| post.get(key).and_then(Json::as_str).is_some();
    let is_number = |key| matches!(post.get(key), Some(Json::Number(_)));
    let has = |key| post.get(key).is_some();
    let rendered = |key| {
        let member = post.get(key).and_then(|member| member.get("rendered"));
        member.and_then(Json::as_str).is_some()
    };
    let kind = post.get("type").and_then(Json::as_str);
    if is_text("source_url") && (has("media_type") || kind == Some("attachment")) {
        return Claim::NotAnArticle("a picture or another media file");
    }
    if is_text("author_name") && is_number("post") {
        return Claim::NotAnArticle("a comment");
    }
    if rendered("title") || rendered("content") {
        return Claim::Certain;
    }
    if is_number("id") && is_text("slug") && is_text("link") {
        return if is_text("type") && (has("featured_media") || has("_embedded")) {
            Claim::Certain
        } else if is_text("taxonomy") {
            Claim::NotAnArticle("a category or a tag")
        } else if has("avatar_urls") {
            Claim::NotAnArticle("an author")
        } else {
            Claim::No
        };
    }
    if is_number("ID") && is_number("site_ID") {
        return Claim::Certain;
    }
    if is_text("code") && is_text("message") && has("data") {
        return Claim::NotAnArticle("an error message");
    }
    Claim::No
}

/// The post in the document: itself, the first of a list, or the first of the hosted service's answer.
fn unwrap(document: &Json) -> &Json {
    let list = match document.get("found").and(document.get("posts")) {
        Some(posts) => posts,
        None => document,
    };
    list.items().first().unwrap_or(list)
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
    ("date", fields::published),
    ("date_gmt", fields::published_utc),
    ("modified", fields::updated),
    ("modified_gmt", fields::updated_utc),
    ("_embedded.wp:term", terms),
    // Numbers, or in the hosted dialect objects by name.
    ("categories", |from, article| {
        let first = from.values().into_iter().find_map(fields::tag);
        article.section = first.map(fields::as_section).or(article.section.take());
    }),
    ("tags", |from, article| {
        article
            .tags
            .extend(from.values().into_iter().filter_map(fields::tag));
    }),
    ("_embedded.wp:featuredmedia|post_thumbnail", featured),
    (
        "jetpack_featured_media_url|featured_image|yoast_head_json.og_image",
        |from, article| {
            if article.lead.is_none() {
                article.lead =
                    pictures::at_address(from).map(|image| Block::Figure(Figure::new(image)));
            }
        },
    ),
    ("content", |from, article| {
        if let Some(content) = rendered(from)
            && let Some(text) = content.as_text()
        {
            article.body = html::blocks(content, &without_short_codes(&text));
        }
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

/// Where authors stand: what plugins for several authors add, what `_embed` adds, and the two dialects' own.
const AUTHORS: [&str; 5] = [
    "coauthors",
    "authors",
    "_embedded.author",
    "author",
    "yoast_head_json.author",
];

fn decode(top: Cursor<'_>) -> Result<Article, DecodeError> {
    let post = top.on(unwrap(top.value()));
    post.must_be_object(FORMAT.title)?;
    let mut article = Article::default();
    fields::read(post, &mut article, FIELDS);
    for address in AUTHORS {
        if article.byline.authors.is_empty()
            && let Some(from) = post.first(address)
        {
            fields::authors(from, &mut article);
        }
    }
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
        for term in group.items() {
            match term.line("taxonomy").as_deref() {
                Some("category") if article.section.is_none() => fields::section(term, article),
                Some("post_tag") => fields::tags(term, article),
                _ => {}
            }
        }
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
    figure.image.alt = media.first("alt_text").and_then(|alt| alt.as_line());
    if let Some(caption) = media.first("caption").and_then(rendered) {
        figure.caption = fields::inlines(caption);
    }
    for address in [
        "media_details.image_meta.credit",
        "media_details.image_meta.copyright",
    ] {
        // Cameras that know no name write a zero.
        if figure.credit.is_empty()
            && let Some(credit) = media.first(address)
            && credit.value().as_str() != Some("0")
        {
            figure.credit = fields::inlines(credit);
        }
    }
    article.lead = Some(Block::Figure(figure));
}

/// The standfirst, unless it is only the cut beginning of the text.
fn excerpt(from: Cursor<'_>, article: &mut Article) {
    let Some(from) = rendered(from) else { return };
    fields::standfirst_html(from, article);
    if let Some(Block::Paragraph(last)) = article.standfirst.last_mut() {
        let here = article.canonical.as_ref().map(|link| link.href());
        cut_end(&mut last.text, here.unwrap_or(" "));
    }
}

/// Cuts what WordPress puts behind an excerpt: a link to the post itself, and an ellipsis in brackets.
fn cut_end(text: &mut Text, here: &str) {
    if let Some(Inline::Link { to, .. }) = text.last()
        && to.href().starts_with(here)
    {
        text.pop();
    }
    if let Some(Inline::Plain(end)) = text.last_mut() {
        for more in ["[…]", "[...]"] {
            if let Some(cut) = end.trim_end().strip_suffix(more) {
                *end = cut.to_owned();
            }
        }
    }
}

/// Short codes that no plugin has replaced, such as `[gallery ids="1,2"]` and a `[/gallery]` behind it, are no words.
///
/// Other brackets stay, as do those in code and inside of tags.
fn without_short_codes(html: &str) -> String {
    let mut kept = String::with_capacity(html.len());
    let mut removed = Vec::new();
    let (mut in_tag, mut in_code) = (false, false);
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('[') {
        for (place, piece) in before.split('<').enumerate() {
            if place > 0 {
                in_tag = true;
                if piece.starts_with("code") || piece.starts_with("pre") {
                    in_code = true;
                } else if piece.starts_with("/code") || piece.starts_with("/pre") {
                    in_code = false;
                }
            }
            if piece.contains('>') {
                in_tag = false;
            }
        }
        kept.push_str(before);
        match short_code(after, &mut removed).filter(|_| !in_tag && !in_code) {
            Some(behind) => rest = behind,
            None => {
                kept.push('[');
                rest = after;
            }
        }
    }
    kept.push_str(rest);
    kept
}

/// What follows a short code that starts behind this bracket.
fn short_code<'a>(text: &'a str, removed: &mut Vec<&'a str>) -> Option<&'a str> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if let Some(closing) = text.strip_prefix('/') {
        let behind = closing.trim_start_matches(is_name);
        let name = closing.strip_suffix(behind)?;
        return behind.strip_prefix(']').filter(|_| removed.contains(&name));
    }
    let behind = text.trim_start_matches(is_name);
    let name = text.strip_suffix(behind)?;
    let attribute = behind.strip_prefix(' ')?;
    let value = attribute.trim_start_matches(is_name);
    // A name, a space, another name and an equals sign; prose in brackets has no such thing.
    let named = !name.is_empty() && value.len() < attribute.len();
    let value = value.strip_prefix('=').filter(|_| named)?;
    let ends = |c: char| matches!(c, ']' | '[' | '<');
    // The longest short codes list pictures; without a limit a text of nothing but brackets would take for ever.
    let (end, _) = value.char_indices().take(2000).find(|(_, c)| ends(*c))?;
    let behind = value.split_at_checked(end)?.1.strip_prefix(']')?;
    removed.push(name);
    Some(behind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn leaves(html: &str, wanted: &str) {
        assert_eq!(without_short_codes(html), wanted);
    }

    #[test]
    fn short_codes_go_and_other_brackets_stay() {
        leaves("<p>a [related_posts id=\"9\"] b</p>", "<p>a  b</p>");
        leaves("[gallery ids=&#8221;1,2&#8243;]", "");
        leaves("[caption id=\"a\" width=\"3\"]words[/caption]", "words");
        for stays in [
            "he said [sic] and [the minister] left [/b]",
            "[1] [see note 2] [a = b] [",
            "<a title=\"[x y=1]\">t</a>",
            "<code>[gallery ids=\"1\"]</code>",
            "[x y=1 <b>z</b>]",
        ] {
            leaves(stays, stays);
        }
    }
}
