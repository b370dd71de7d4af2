//! Drupal: nodes of its JSON:API, alone or in a list, and nodes that a client has flattened.
//!
//! A node names what belongs to it (its author, pictures and terms) by references into `included`; a client may have
//! put these things in the place of the references. What the fields of a node are called is up to each site, so what
//! they refer to counts more than their names.

use std::cell::RefCell;

use super::{Claimed, Format};
use crate::decode::detect::{self, Shape};
use crate::decode::embed::embed;
use crate::decode::fields::{self, Field, line_at, link_at, str_at};
use crate::decode::{Claim, Cursor, DecodeError, recordings};
use crate::json::Json;
use crate::model::block::{Figure, Gallery, Heading};
use crate::model::media::{ImageType, Recording};
use crate::model::{
    Article, Author, Block, Comments, CommentsState, Image, NoticeKind, Related, Tag, Text,
};

pub const FORMAT: Format = Format {
    name: "drupal",
    title: "Drupal JSON:API",
    is_apart: true,
    claims,
    items,
    decode,
};

fn claims(document: &Json) -> Claim {
    detect::claim(document, CLAIMS)
}

const CLAIMS: &[Shape] = &[
    ("data.type=node--*", Claim::Certain),
    ("type=node--* id|title|attributes", Claim::Certain),
    (
        "data.type=taxonomy_term--*|type=taxonomy_term--*",
        Claim::NotAnArticle("a category or a tag"),
    ),
    (
        "data.type=user--*|type=user--*",
        Claim::NotAnArticle("an author"),
    ),
    (
        "data.type=comment--*|type=comment--*",
        Claim::NotAnArticle("a comment"),
    ),
    (
        "data.type=file--*|data.type=media--*|type=file--*|type=media--*",
        Claim::NotAnArticle("a picture or another media file"),
    ),
    ("jsonapi errors:l", Claim::NotAnArticle("an error message")),
    (
        "jsonapi data:e",
        Claim::NotAnArticle("an answer without articles"),
    ),
];

fn items(answer: Cursor<'_>) -> Vec<Cursor<'_>> {
    let mut items = fields::items_at(answer, "data");
    items.retain(|item| kind(*item).starts_with("node--"));
    items
}

fn kind(entity: Cursor<'_>) -> &str {
    str_at(entity, "type")
}

/// What a node says of itself.
const FIELDS: &[Field] = &[
    // First, since other addresses may be relative to it.
    ("path", |from, article| {
        let alias = from.first("alias").unwrap_or(from);
        if alias.value().as_str().is_some() {
            fields::canonical(alias, article);
        }
    }),
    ("metatag|metatag_normalized", metatags),
    ("langcode", |from, article| {
        if !matches!(from.value().as_str(), Some("und" | "zxx")) {
            fields::language(from, article);
        }
    }),
    ("title", fields::headline_text),
    (
        "field_standfirst|field_subtitle|field_subheadline|field_dek|field_summary|field_teaser|field_intro|field_lead",
        |from, article| match from.first("processed") {
            Some(processed) => fields::standfirst_html(processed, article),
            None => fields::standfirst_text(from, article),
        },
    ),
    ("body.summary", fields::standfirst_html),
    ("field_byline", fields::byline),
    ("published_at|created", fields::published),
    ("changed", fields::updated),
    (
        "body|field_body|field_content|field_text",
        |from, article| {
            processed(from, &mut article.body);
        },
    ),
    ("comment|field_comments|field_comment", comments),
    ("status", |from, article| {
        if from.value() == &Json::Bool(false) {
            fields::notice(article, NoticeKind::Draft);
        }
    }),
];

fn decode(Claimed { whole, item }: Claimed<'_>) -> Result<Article, DecodeError> {
    // In a plain list of answers, each has resources of its own.
    let answer = if kind(item).is_empty() { item } else { whole };
    let node = match kind(item).is_empty() {
        true => item.first("data").map_or(item, |data| data.one()),
        false => item,
    };
    let own = str_at(node, "links.self.href|links.self");
    if node.base().is_none() && !own.is_empty() {
        node.set_base(own);
    }
    let mut article = fields::article(facts(node), FORMAT.title, FIELDS)?;
    fields::read(node, &mut article, &[("id", fields::id)]);
    let known = article.publisher.take();
    let resources = Resources {
        all: fields::items_at(answer, "included"),
        used: RefCell::default(),
    };
    relations_of(node, &resources, &mut article);
    fields::finish(node, &mut article);
    // An address is usually relative, and its host that of the JSON: that says nothing of the paper.
    article.publisher = known;
    Ok(article)
}

/// What an entity says of itself: clients that flatten put it beside its type.
fn facts(entity: Cursor<'_>) -> Cursor<'_> {
    entity.first("attributes").unwrap_or(entity)
}

/// The canonical address and the publisher, as they stand in the head of the page.
fn metatags(from: Cursor<'_>, article: &mut Article) {
    for tag in from.items() {
        if str_at(tag, "attributes.rel") == "canonical" {
            article.canonical = link_at(tag, "attributes.href").or(article.canonical.take());
        }
        if str_at(tag, "attributes.property") == "og:site_name"
            && let Some(name) = tag.first("attributes.content")
        {
            fields::publisher(name, article);
        }
    }
}

/// Texts that the system has made HTML of. What an editor typed may hold anything, and is not read.
fn processed(from: Cursor<'_>, to: &mut Vec<Block>) {
    for text in from.items() {
        let html = match text.members() {
            Some(_) => text.first("processed"),
            None => Some(text),
        };
        match html {
            Some(html) => to.extend(fields::blocks(html)),
            None => text.note_missing("processed", "the HTML of the text"),
        }
    }
}

/// A text, or one that the system has made HTML of.
fn words(from: Cursor<'_>, addresses: &str) -> Text {
    let Some(found) = from.first(addresses) else {
        return Text::new();
    };
    match found.first("processed") {
        Some(html) => fields::inlines(html),
        None => fields::plain(found),
    }
}

fn comments(from: Cursor<'_>, article: &mut Article) {
    let state = match from.one().number("status") {
        Some(0.0) => CommentsState::Off,
        Some(1.0) => CommentsState::Closed,
        Some(2.0) => CommentsState::Open,
        _ => return,
    };
    let mut comments = Comments::new(state);
    comments.count = from.one().count("comment_count").map(u64::from);
    article.comments = Some(comments);
}

// What belongs to a node.

/// What an entity refers to, by the names of its fields.
fn relations(entity: Cursor<'_>) -> Vec<(&str, Cursor<'_>)> {
    let holder = entity.first("relationships").unwrap_or(entity);
    let mut found = Vec::new();
    for (name, member) in holder.members().unwrap_or_default() {
        let member = holder.on(member);
        for reference in member.first("data").unwrap_or(member).items() {
            if fields::mentions(kind(reference), "--") {
                found.push((name.as_str(), reference));
            }
        }
    }
    found
}

/// What an answer includes.
struct Resources<'a> {
    all: Vec<Cursor<'a>>,
    /// What references have led to, by its place in memory.
    used: RefCell<Vec<*const Json>>,
}

/// A picture may stand in several parts of a text, but not in any number of them: its words would be there as often.
const MOST_USES: usize = 20;

impl<'a> Resources<'a> {
    fn find(&self, reference: Cursor<'a>) -> Option<Cursor<'a>> {
        let of = |entity: &Json, key: &str| {
            entity.get(key).and_then(Json::as_str) == Some(str_at(reference, key))
        };
        for entity in &self.all {
            let value = entity.value();
            if !entity.may_look_at(value) {
                break;
            }
            if of(value, "id") && of(value, "type") {
                return Some(*entity);
            }
        }
        None
    }

    /// Whether one more reference may lead there. A paragraph has one parent; a wrong reference may lead back to it.
    fn may_use(&self, entity: Cursor<'a>) -> bool {
        let most = if kind(entity).starts_with("paragraph--") {
            1
        } else {
            MOST_USES
        };
        let mut used = self.used.borrow_mut();
        used.push(entity.value());
        let here = |other: &&*const Json| std::ptr::eq(**other, entity.value());
        used.iter().filter(here).count() <= most
    }
}

/// What a reference means: one of the resources, or itself where a client has put the thing in its place.
fn target<'a>(reference: Cursor<'a>, resources: &Resources<'a>) -> Option<Cursor<'a>> {
    // Asked for its limit: a node may refer to more than anybody can look for.
    reference.document()?;
    let is_named = !str_at(reference, "id").is_empty();
    if let Some(entity) = is_named.then(|| resources.find(reference)).flatten() {
        if resources.may_use(entity) {
            return Some(entity);
        }
        leave_out(reference, "it stands elsewhere in the article already");
        return None;
    }
    let of_a_reference = |name: &str| matches!(name, "type" | "id" | "meta" | "links");
    let members = reference.members().unwrap_or_default();
    if members.iter().any(|(name, _)| !of_a_reference(name)) {
        return Some(reference);
    }
    leave_out(reference, "the data does not hold what it refers to");
    None
}

fn leave_out(from: Cursor<'_>, why: &'static str) {
    fields::leave_out(from, kind(from), why);
}

/// Fields that people give to the picture above a text.
const LEADS: &[&str] = &[
    "field_image",
    "field_media_image",
    "field_media",
    "field_hero",
    "field_hero_image",
    "field_hero_media",
    "field_lead_image",
    "field_main_image",
    "field_featured_image",
    "field_cover_image",
];

const SECTIONS: &[&str] = &[
    "field_category",
    "field_section",
    "field_channel",
    "field_primary_category",
];

const AUTHORS: &[&str] = &["field_author", "field_authors"];

fn relations_of(node: Cursor<'_>, resources: &Resources<'_>, article: &mut Article) {
    let all = relations(node);
    let is_media = |(_, reference): &&(&str, Cursor<'_>)| {
        kind(*reference).starts_with("media--") || kind(*reference).starts_with("file--")
    };
    let named = all.iter().find(|(name, _)| LEADS.contains(name));
    let lead = named.filter(is_media).or(all.iter().find(is_media));
    let has_authors = all.iter().any(|(name, _)| AUTHORS.contains(name));
    let mut pictures = Vec::new();
    for (name, reference) in &all {
        let reference = *reference;
        if AUTHORS.contains(name) || *name == "uid" && !has_authors {
            article.byline.authors.extend(author(reference, resources));
        } else if is_media(&&(*name, reference)) {
            match lead.is_some_and(|(lead, _)| lead == name) {
                true => pictures.extend(media(reference, resources)),
                false => leave_out(reference, "nothing says where on the page it belongs"),
            }
        } else if kind(reference).starts_with("taxonomy_term--") {
            term(name, reference, resources, article);
        } else if kind(reference).starts_with("paragraph--") {
            paragraph(reference, resources, DEEPEST, &mut article.body);
        } else if kind(reference).starts_with("node--") && fields::mentions(name, "related") {
            article.related.extend(related(reference, resources));
        }
    }
    article.lead = match pictures.len() {
        0 | 1 => pictures.pop(),
        _ => gallery(pictures),
    };
}

/// Several pictures above a text.
fn gallery(blocks: Vec<Block>) -> Option<Block> {
    let mut gallery = Gallery::default();
    for block in blocks {
        match block {
            Block::Figure(figure) => gallery.images.push(figure),
            other => return Some(other),
        }
    }
    Some(Block::Gallery(gallery))
}

/// Users are shown by the name they chose for that; the one they log in with stays theirs.
fn author<'a>(reference: Cursor<'a>, resources: &Resources<'a>) -> Option<Author> {
    let about = facts(target(reference, resources)?);
    let name = match kind(reference).starts_with("user--") {
        true => line_at(about, "display_name"),
        false => line_at(about, "title|name"),
    };
    Some(Author {
        name: name?,
        ..Author::default()
    })
}

fn term<'a>(field: &str, reference: Cursor<'a>, resources: &Resources<'a>, article: &mut Article) {
    if !field.starts_with("field_") {
        return;
    }
    let name = target(reference, resources).and_then(|term| line_at(facts(term), "name"));
    if let Some(name) = name {
        let tag = Tag { name, link: None };
        if SECTIONS.contains(&field) && article.section.is_none() {
            article.section = Some(fields::as_section(tag));
        } else {
            fields::push_tag(tag, article);
        }
    }
}

fn related<'a>(reference: Cursor<'a>, resources: &Resources<'a>) -> Option<Related> {
    let about = facts(target(reference, resources)?);
    Some(Related {
        title: line_at(about, "title")?,
        link: link_at(about, "path.alias")?,
        publisher: None,
        published: None,
        image: None,
    })
}

/// A picture, a film, a sound, or a film that lives elsewhere.
fn media<'a>(reference: Cursor<'a>, resources: &Resources<'a>) -> Option<Block> {
    if kind(reference).starts_with("file--") {
        return file(reference, resources, Recording::default());
    }
    let entity = target(reference, resources)?;
    let about = facts(entity);
    let caption = words(about, "field_caption|field_media_caption|field_description");
    let credit = words(about, "field_credit|field_photographer|field_copyright");
    if let Some(link) = link_at(about, "field_media_oembed_video") {
        let mut card = embed(link);
        card.title = line_at(about, "name");
        card.caption = caption;
        return Some(Block::Embed(card));
    }
    // Beside its own file, every one has a picture for the people who write.
    let files = relations(entity);
    let own = |(name, reference): &&(&str, Cursor<'_>)| {
        *name != "thumbnail" && kind(*reference).starts_with("file--")
    };
    let (_, own) = files.iter().find(own)?;
    let about = Recording {
        caption: caption.clone(),
        credit: credit.clone(),
        ..Recording::default()
    };
    let mut block = file(*own, resources, about);
    if let Some(Block::Figure(figure)) = &mut block {
        if !caption.is_empty() {
            figure.caption = caption;
        }
        figure.credit = credit;
    }
    block
}

/// A file, with what is said about it where it is a film or a sound; of a picture, the reference says more.
fn file<'a>(reference: Cursor<'a>, resources: &Resources<'a>, about: Recording) -> Option<Block> {
    let file = facts(target(reference, resources)?);
    let mime = str_at(file, "filemime");
    if mime.starts_with("video/") {
        return recordings::film(file.first("uri")?, about, None);
    }
    if mime.starts_with("audio/") {
        return recordings::sound(file.first("uri")?, about);
    }
    if !mime.is_empty() && ImageType::parse(mime).is_none() {
        leave_out(reference, "it is nothing that a page shows");
        return None;
    }
    // An address of the system's own, `public://`, is refused with a note.
    let address = file.first("uri.url|url|uri.value|uri")?;
    let mut figure = Figure::new(Image::new(address.as_media()?));
    if let Some(meta) = reference.first("meta|resourceIdObjMeta") {
        figure.image.alt = meta.line("alt");
        figure.image.size = meta.size();
        figure.caption = fields::text(meta.line("title"));
    }
    Some(Block::Figure(figure))
}

/// Paragraphs may lie in one another.
const DEEPEST: usize = 4;

/// A part of a text that is built of such: its title, its texts, its pictures, and the parts in it.
fn paragraph<'a>(
    reference: Cursor<'a>,
    resources: &Resources<'a>,
    depth: usize,
    to: &mut Vec<Block>,
) {
    let Some(part) = target(reference, resources) else {
        return;
    };
    let before = to.len();
    let about = facts(part);
    let text = words(about, "field_title|field_heading");
    if !text.is_empty() {
        to.push(Block::Heading(Heading { level: 2, text }));
    }
    for (_, member) in about.members().unwrap_or_default() {
        let member = about.on(member);
        if member.first("processed").is_some() {
            processed(member, to);
        }
    }
    for (_, inner) in relations(part) {
        if kind(inner).starts_with("paragraph--") && depth > 0 {
            paragraph(inner, resources, depth - 1, to);
        } else if kind(inner).starts_with("media--") || kind(inner).starts_with("file--") {
            to.extend(media(inner, resources));
        }
    }
    if to.len() == before {
        leave_out(reference, "it holds nothing that can be shown");
    }
}

#[cfg(test)]
mod tests;
