//! The Guardian's Content API: an item, the first of a search, or a piece of content alone.
//!
//! `fields` holds texts, flags and numbers as strings; `blocks` holds the same text in elements and is preferred.

use super::{Claimed, Format};
use crate::decode::detect::{self, Shape};
use crate::decode::fields::{self, Field};
use crate::decode::{Claim, Cursor, DecodeError, NoteKind, embed, html, pictures, recordings};
use crate::json::Json;
use crate::model::block::{
    Card, Code, Correction, CorrectionKind, Figure, Paragraph, Post, Preformatted, PullQuote,
    Rating, Unsupported,
};
use crate::model::inline::plain_text;
use crate::model::media::Recording;
use crate::model::{Article, Block, CommentsState, Inline, LiveState, Text};

pub const FORMAT: Format = Format {
    name: "guardian",
    title: "Guardian Content API",
    is_apart: true,
    claims,
    items,
    decode,
};

fn claims(document: &Json) -> Claim {
    detect::claim(unwrap(document), CLAIMS)
}

const CLAIMS: &[Shape] = &[
    (
        "webTitle:s fields:o|blocks:o|type=article|type=liveblog|type=gallery|type=interactive|type=picture|type=video|type=crossword|type=audio|type=podcast",
        Claim::Certain,
    ),
    ("webTitle:s", Claim::NotAnArticle("a tag or a section")),
    // An answer with something in it has been opened.
    (
        "response.status=error",
        Claim::NotAnArticle("an error message"),
    ),
    (
        "response.status:s",
        Claim::NotAnArticle("an answer without articles"),
    ),
];

fn unwrap(document: &Json) -> &Json {
    let Some(answer) = document.get("response") else {
        return document;
    };
    let results = answer.get("results").map_or(&[][..], Json::items);
    answer
        .get("content")
        .or(results.first())
        .unwrap_or(document)
}

fn items(document: Cursor<'_>) -> Vec<Cursor<'_>> {
    match document.first("response.content") {
        Some(content) => vec![content],
        None => fields::items_at(document, "response.results"),
    }
}

const FIELDS: &[Field] = &[
    // First, since other addresses may be relative to it.
    ("webUrl", fields::canonical),
    ("id", fields::id),
    ("fields.lang", fields::language),
    ("fields.publication", fields::publisher),
    ("sectionName", fields::section),
    ("fields.byline", fields::byline),
    ("tags", |from, article| {
        fields::by_kind(from, "type", article, TAGS);
    }),
    ("fields.headline|webTitle", headline),
    (
        "fields.standfirst|fields.trailText",
        fields::standfirst_html,
    ),
    (
        "webPublicationDate|fields.firstPublicationDate",
        fields::published,
    ),
    ("fields.lastModified", fields::updated),
    ("blocks.main", |from, article| {
        let mut blocks = Vec::new();
        block(from, &mut blocks);
        lead(blocks, article);
    }),
    ("elements", |from, article| {
        for element in from.items() {
            let mut blocks = Vec::new();
            if element.line("relation").as_deref() == Some("main") {
                self::element(element, &mut blocks);
            }
            lead(blocks, article);
        }
    }),
    ("fields.main", |from, article| {
        lead(fields::blocks(from), article);
    }),
    ("fields.thumbnail", fields::lead),
    ("fields.body", fields::body_html),
    ("blocks.body", body),
    ("fields.liveBloggingNow", |from, article| {
        if from.as_flag() == Some(true) {
            article.live = Some(LiveState::Live);
        }
    }),
    ("fields.starRating", |from, article| {
        if let Some(rating) = from
            .as_number()
            .and_then(|value| Rating::new(value, 5.0, None))
        {
            article.body.insert(0, Block::Rating(rating));
        }
    }),
    ("fields.commentable", fields::comments),
    ("fields.commentCloseDate", |from, article| {
        if let Some(comments) = &mut article.comments
            && let Some(end) = from.as_timestamp()
            && from.is_past(end.milliseconds())
        {
            comments.state = CommentsState::Closed;
        }
    }),
];

/// What stands beside the content in an answer.
const ANSWER: &[Field] = &[
    ("relatedContent", related),
    ("storyPackage", related),
    ("packages", |from, article| {
        for package in from.items() {
            for entry in package.at("articles").map_or(Vec::new(), |all| all.items()) {
                if let Some(content) = entry.at("content") {
                    related(content, article);
                }
            }
        }
    }),
];

fn decode(
    Claimed {
        whole,
        item: content,
    }: Claimed<'_>,
) -> Result<Article, DecodeError> {
    let mut article = fields::article(content, FORMAT.title, FIELDS)?;
    if let Some(answer) = whole.at("response") {
        fields::read(answer, &mut article, ANSWER);
    }
    if article.live.is_none() && content.line("type").as_deref() == Some("liveblog") {
        article.live = Some(LiveState::Ended);
    }
    corrections(&mut article.body);
    fields::finish(content, &mut article);
    Ok(article)
}

/// Tags are also authors, series and blogs.
const TAGS: &[Field] = &[
    ("keyword", fields::tags),
    ("contributor", fields::authors),
    ("series", kicker),
    ("blog", kicker),
    ("publication", fields::first_publisher),
];

fn kicker(from: Cursor<'_>, article: &mut Article) {
    if article.kicker.is_none() {
        article.kicker = fields::name(from);
    }
}

/// `Gates stay open | Ada Kerrigan`: a name of an author or of the publisher behind a bar is no part of the headline.
fn headline(from: Cursor<'_>, article: &mut Article) {
    let Some(line) = from.as_line() else { return };
    let (title, tail) = line.rsplit_once('|').unwrap_or((&line, ""));
    let tail = tail.trim();
    let publisher = article.publisher.as_ref();
    let known = publisher.is_some_and(|publisher| publisher.name == tail)
        || article
            .byline
            .authors
            .iter()
            .any(|author| author.name == tail);
    article.headline = vec![Inline::plain(if known { title } else { &line })];
}

fn related(from: Cursor<'_>, article: &mut Article) {
    for entry in from.each(fields::related) {
        let is_own = Some(&entry.link) == article.canonical.as_ref()
            && entry.title == plain_text(&article.headline);
        if !is_own {
            article.related.push(entry);
        }
    }
}

/// The first of the blocks that can stand above a text, unless there is one already.
fn lead(blocks: Vec<Block>, article: &mut Article) {
    for block in blocks {
        if article.lead.is_none()
            && matches!(
                block,
                Block::Figure(_) | Block::Embed(_) | Block::Video(_) | Block::Gallery(_)
            )
        {
            article.lead = Some(block);
        }
    }
}

/// One block is a whole article; several are the posts of a live blog.
fn body(from: Cursor<'_>, article: &mut Article) {
    let mut parts = from.items();
    parts.retain(|block| block.flag("published") != Some(false));
    article.body.clear();
    for part in &parts {
        let mut blocks = Vec::new();
        block(*part, &mut blocks);
        if parts.len() == 1 {
            article.body = blocks;
        } else {
            article.body.push(post(*part, blocks));
        }
    }
}

fn post(from: Cursor<'_>, blocks: Vec<Block>) -> Block {
    let date = |addresses| from.first(addresses)?.as_timestamp();
    let title = from.first("title|attributes.title");
    let author = from.first("contributors").map(|all| all.one());
    Block::Post(Post {
        id: from.line("id"),
        published: date("firstPublishedDate|publishedDate"),
        updated: date("lastModifiedDate"),
        title: title.map_or(Text::new(), fields::plain),
        key: fields::is_at(from, "attributes.keyEvent"),
        pinned: fields::is_at(from, "attributes.pinned"),
        // A text is only an id.
        author: author
            .filter(|first| first.members().is_some())
            .and_then(fields::author),
        blocks,
    })
}

/// A block keeps its text in elements, and the same as HTML.
fn block(from: Cursor<'_>, into: &mut Vec<Block>) {
    if let Some(elements) = from.first("elements") {
        for element in elements.items() {
            self::element(element, into);
        }
    } else if let Some(markup) = from.first("bodyHtml") {
        into.extend(fields::blocks(markup));
    }
}

/// The last paragraphs may tell what was amended, by a way of writing that is the house's own.
fn corrections(body: &mut [Block]) {
    for block in body.iter_mut().rev() {
        let Block::Paragraph(paragraph) = block else {
            return;
        };
        let words = plain_text(&paragraph.text);
        let note = words.trim_start().strip_prefix("• This ").unwrap_or("");
        if !note.starts_with("article was ") && !note.starts_with("footnote was ") {
            return;
        }
        let mut text = std::mem::take(&mut paragraph.text);
        if let Some(Inline::Plain(first)) = text.first_mut() {
            *first = first.trim_start_matches(['•', ' ']).to_owned();
        }
        *block = Block::Correction(Correction {
            kind: CorrectionKind::Correction,
            date: None,
            text,
        });
    }
}

/// An element has a type and a member named after it, such as `textTypeData`.
fn element(from: Cursor<'_>, into: &mut Vec<Block>) {
    let kind = from.line("type").unwrap_or_default();
    let mut data = from;
    for (name, member) in from.members().unwrap_or_default() {
        if name.ends_with("TypeData") {
            data = from.on(member);
        }
    }
    let read = match kind.as_str() {
        "image" | "cartoon" => figure,
        "pullquote" => pull_quote,
        "rich-link" => card,
        "code" => code,
        _ => recording,
    };
    if let Some(block) = read(from, data).or_else(|| embedded(data)) {
        return into.push(block);
    }
    let mut blocks = data.first("html").map_or(Vec::new(), fields::blocks);
    let caption = fields::inlines_at(data, "caption");
    match blocks.as_mut_slice() {
        [] => blocks.push(unsupported(from, kind, data)),
        [Block::Embed(embed)] if embed.caption.is_empty() => embed.caption = caption,
        _ => blocks.push(Block::Paragraph(Paragraph { text: caption })),
    }
    into.extend(blocks);
}

/// A picture with its copies.
fn figure(from: Cursor<'_>, data: Cursor<'_>) -> Option<Block> {
    let copies = from.first("assets").or(data.first("variants.images"))?;
    let mut figure = Figure::new(pictures::image(&copies.items())?);
    // Without data of its own, an element says everything in its first copy.
    let data = match std::ptr::eq(from.value(), data.value()) {
        true => from.first("assets.typeData").unwrap_or(data),
        false => data,
    };
    figure.image.alt = fields::line_at(data, "alt|altText");
    figure.caption = fields::inlines_at(data, "caption");
    if data.flag("displayCredit") != Some(false) {
        figure.credit = data.first("credit").map_or(Text::new(), fields::plain);
    }
    Some(Block::Figure(figure))
}

fn pull_quote(_: Cursor<'_>, data: Cursor<'_>) -> Option<Block> {
    Some(Block::PullQuote(PullQuote {
        text: fields::inlines_at(data, "html"),
        cite: fields::inlines_at(data, "attribution"),
    }))
}

fn card(_: Cursor<'_>, data: Cursor<'_>) -> Option<Block> {
    let link = data.first("url|originalUrl").and_then(fields::web_link)?;
    Some(Block::Card(Card {
        title: fields::line_at(data, "linkText").or(link.host().map(str::to_owned))?,
        link,
        description: None,
        image: None,
        publisher: None,
        label: None,
    }))
}

/// Code may or may not be marked as such.
fn code(_: Cursor<'_>, data: Cursor<'_>) -> Option<Block> {
    let markup = data.first("html")?;
    let text = markup.as_text()?;
    let blocks = match fields::mentions(&text, "<pre") {
        true => html::blocks(markup, &text),
        false => html::blocks(markup, &["<pre><code>", &text, "</code></pre>"].concat()),
    };
    let (Block::Code(Code { text, .. }) | Block::Preformatted(Preformatted { text, .. })) =
        blocks.into_iter().next()?
    else {
        return None;
    };
    Some(Block::Code(Code {
        text,
        language: fields::line_at(data, "language"),
        caption: Text::new(),
    }))
}

/// A film or a sound, if there is a file of it that browsers play.
fn recording(from: Cursor<'_>, data: Cursor<'_>) -> Option<Block> {
    let copies = from.first("assets")?;
    let about = Recording {
        title: fields::line_at(data, "title|alt"),
        caption: fields::inlines_at(data, "caption"),
        credit: fields::inlines_at(data, "credit"),
        ..Recording::default()
    };
    recordings::block(&copies.items(), about)
}

/// What lives elsewhere, with the words that came with it.
fn embedded(data: Cursor<'_>) -> Option<Block> {
    let link = data.first("originalUrl|url|iframeUrl")?;
    let mut embed = embed::embed(fields::web_link(link)?);
    embed.title = fields::line_at(data, "linkText|title|alt");
    embed.provider = fields::line_at(data, "source");
    embed.caption = fields::inlines_at(data, "caption|html");
    Some(Block::Embed(embed))
}

/// What cannot be shown keeps its words.
fn unsupported(from: Cursor<'_>, kind: String, data: Cursor<'_>) -> Block {
    let kind: String = kind.chars().take(40).collect();
    from.note(NoteKind::UnknownBlock { kind: kind.clone() });
    let text = fields::line_at(data, "caption|title|alt").unwrap_or_default();
    Block::Unsupported(Unsupported {
        kind,
        text: html::text(&text),
    })
}
