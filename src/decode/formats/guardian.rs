//! The Guardian's Content API: an item, the first of a search, or a piece of content alone.
//!
//! `fields` holds texts, flags and numbers as strings; `blocks` holds the same text in elements and is preferred.

use super::Format;
use crate::decode::detect::{self, Shape};
use crate::decode::fields::{self, Field};
use crate::decode::{Claim, Cursor, DecodeError, NoteKind, embed, html, pictures, recordings};
use crate::json::Json;
use crate::model::block::{
    Card, Code, Correction, CorrectionKind, Embed, Figure, Paragraph, Post, PullQuote, Rating,
    Unsupported,
};
use crate::model::inline::plain_text;
use crate::model::media::Recording;
use crate::model::{Article, Author, Block, CommentsState, Inline, LiveState, Text};

pub const FORMAT: Format = Format {
    name: "guardian",
    title: "Guardian Content API",
    claims,
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
    let first = |list| {
        answer
            .get(list)
            .and_then(|list: &Json| list.items().first())
    };
    answer
        .get("content")
        .or_else(|| first("results"))
        .unwrap_or(document)
}

const FIELDS: &[Field] = &[
    // First, since other addresses may be relative to it.
    ("webUrl", fields::canonical),
    ("id", fields::id),
    ("fields.lang", fields::language),
    ("fields.publication", fields::publisher),
    ("sectionName", fields::section),
    ("fields.byline", fields::byline),
    ("tags", tags),
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
        article.lead = block(from).into_iter().find(is_lead);
    }),
    ("elements", |from, article| {
        let main = |element: &Cursor<'_>| {
            element
                .at("relation")
                .and_then(|relation| relation.value().as_str())
                == Some("main")
        };
        for element in from.items().into_iter().filter(main) {
            if article.lead.is_none() {
                article.lead = self::element(element).into_iter().find(is_lead);
            }
        }
    }),
    ("fields.main", |from, article| {
        if article.lead.is_none() {
            article.lead = fields::blocks(from).into_iter().find(is_lead);
        }
    }),
    ("fields.thumbnail", |from, article| {
        if article.lead.is_none() {
            article.lead =
                pictures::at_address(from).map(|image| Block::Figure(Figure::new(image)));
        }
    }),
    ("fields.body", fields::body_html),
    ("blocks.body", body),
    ("fields.liveBloggingNow", |from, article| {
        if from.as_flag() == Some(true) {
            article.live = Some(LiveState::Live);
        }
    }),
    ("fields.starRating", |from, article| {
        if let Some(value) = from.as_number().filter(|value| (0.0..=5.0).contains(value)) {
            let rating = Rating {
                value,
                best: 5.0,
                label: None,
            };
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
            for entry in package.list("articles", |entry| entry.at("content")) {
                related(entry, article);
            }
        }
    }),
];

fn decode(top: Cursor<'_>) -> Result<Article, DecodeError> {
    let content = top.on(unwrap(top.value()));
    content.must_be_object(FORMAT.title)?;
    let mut article = Article::default();
    fields::read(content, &mut article, FIELDS);
    if let Some(answer) = top.at("response") {
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
fn tags(from: Cursor<'_>, article: &mut Article) {
    for tag in from.items() {
        match tag.line("type").as_deref() {
            Some("keyword") => fields::tags(tag, article),
            Some("contributor") => fields::authors(tag, article),
            Some("series" | "blog") if article.kicker.is_none() => {
                article.kicker = fields::name(tag);
            }
            Some("publication") if article.publisher.is_none() => fields::publisher(tag, article),
            _ => {}
        }
    }
}

/// `Gates stay open | Ada Kerrigan`: a name of an author or of the publisher behind a bar is no part of the headline.
fn headline(from: Cursor<'_>, article: &mut Article) {
    let Some(line) = from.as_line() else { return };
    let mut headline = line.as_str();
    if let Some((title, tail)) = headline.rsplit_once('|') {
        let tail = tail.trim();
        let publisher = article.publisher.iter().map(|publisher| &publisher.name);
        let authors = article.byline.authors.iter().map(|author| &author.name);
        if publisher.chain(authors).any(|name| name == tail) {
            headline = title;
        }
    }
    article.headline = vec![Inline::plain(headline)];
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

fn is_lead(block: &Block) -> bool {
    matches!(
        block,
        Block::Figure(_) | Block::Embed(_) | Block::Video(_) | Block::Gallery(_)
    )
}

/// One block is a whole article; several are the posts of a live blog.
fn body(from: Cursor<'_>, article: &mut Article) {
    let is_public = |block: &Cursor<'_>| block.flag("published") != Some(false);
    let parts: Vec<_> = from.items().into_iter().filter(is_public).collect();
    article.body = match parts.as_slice() {
        [only] => block(*only),
        several => several.iter().map(|part| post(*part)).collect(),
    };
}

fn post(from: Cursor<'_>) -> Block {
    let is = |address| from.first(address).and_then(|flag| flag.as_flag()) == Some(true);
    let date = |addresses| from.first(addresses).and_then(|date| date.as_timestamp());
    let title = from.first("title|attributes.title");
    Block::Post(Post {
        id: from.line("id"),
        published: date("firstPublishedDate|publishedDate"),
        updated: date("lastModifiedDate"),
        title: title.map(fields::plain).unwrap_or_default(),
        key: is("attributes.keyEvent"),
        pinned: is("attributes.pinned"),
        author: from.first("contributors").and_then(contributor),
        blocks: block(from),
    })
}

/// The first of those who wrote a post: an object, since a text is only an id.
fn contributor(from: Cursor<'_>) -> Option<Author> {
    let first = from.one();
    first.members().and_then(|_| fields::author(first))
}

/// A block keeps its text in elements, and the same as HTML.
fn block(from: Cursor<'_>) -> Vec<Block> {
    match from.first("elements") {
        Some(elements) => elements.items().into_iter().flat_map(element).collect(),
        None => from
            .first("bodyHtml")
            .map(fields::blocks)
            .unwrap_or_default(),
    }
}

/// The last paragraphs may tell what was amended, by a way of writing that is the house's own.
fn corrections(body: &mut [Block]) {
    for block in body.iter_mut().rev() {
        let Block::Paragraph(paragraph) = block else {
            return;
        };
        let words = plain_text(&paragraph.text);
        let amended = ["• This article was ", "• This footnote was "]
            .iter()
            .any(|start| words.trim_start().starts_with(start));
        if !amended {
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
fn element(from: Cursor<'_>) -> Vec<Block> {
    let kind = from.line("type").unwrap_or_default();
    let data = from
        .members()
        .unwrap_or_default()
        .iter()
        .find(|(name, _)| name.ends_with("TypeData"))
        .map_or(from, |(_, data)| from.on(data));
    let markup = data.first("html");
    let line = |addresses| data.first(addresses).and_then(|line| line.as_line());
    let inlines = |addresses| {
        data.first(addresses)
            .map(fields::inlines)
            .unwrap_or_default()
    };
    let link = data
        .first("originalUrl|url|iframeUrl")
        .and_then(fields::web_link);
    let title = line("linkText|title|alt");
    let found = match (kind.as_str(), link) {
        ("image" | "cartoon", _) => figure(from, data),
        ("pullquote", _) => Some(Block::PullQuote(PullQuote {
            text: inlines("html"),
            cite: inlines("attribution"),
        })),
        ("code", _) => markup.and_then(|code| code.as_text()).map(|code| {
            Block::Code(Code {
                text: html::text(&code),
                language: line("language"),
                caption: Text::new(),
            })
        }),
        ("rich-link", Some(link)) => Some(Block::Card(Card {
            title: title
                .or_else(|| link.host().map(str::to_owned))
                .unwrap_or_default(),
            link,
            description: None,
            image: None,
            publisher: None,
            label: None,
        })),
        (_, link) => {
            let copies = from
                .first("assets")
                .map(|assets| assets.items())
                .unwrap_or_default();
            let about = Recording {
                title: title.clone(),
                caption: inlines("caption"),
                credit: inlines("credit"),
                ..Recording::default()
            };
            recordings::block(&copies, about).or_else(|| {
                link.map(|link| {
                    Block::Embed(Embed {
                        title,
                        provider: line("source"),
                        caption: inlines("caption|html"),
                        ..embed::embed(link)
                    })
                })
            })
        }
    };
    if let Some(block) = found {
        return vec![block];
    }
    let mut blocks = markup.map(fields::blocks).unwrap_or_default();
    let caption = inlines("caption");
    match blocks.as_mut_slice() {
        [] => return vec![unsupported(from, &kind, data)],
        [Block::Embed(embed)] if embed.caption.is_empty() => embed.caption = caption,
        _ => blocks.push(Block::Paragraph(Paragraph { text: caption })),
    }
    blocks
}

/// A picture with its copies.
fn figure(from: Cursor<'_>, data: Cursor<'_>) -> Option<Block> {
    let copies = from.first("assets").or(data.first("variants.images"));
    let copies = copies.map(|copies| copies.items()).unwrap_or_default();
    let image = pictures::image(&copies)?;
    // Without data of its own, an element says everything in its first copy.
    let data = match std::ptr::eq(from.value(), data.value()) {
        true => from.first("assets.typeData").unwrap_or(data),
        false => data,
    };
    let mut figure = Figure::new(image);
    figure.image.alt = data.first("alt|altText").and_then(|alt| alt.as_line());
    figure.caption = data
        .first("caption")
        .map(fields::inlines)
        .unwrap_or_default();
    if data.at("displayCredit").and_then(|shown| shown.as_flag()) != Some(false) {
        figure.credit = data.first("credit").map(fields::plain).unwrap_or_default();
    }
    Some(Block::Figure(figure))
}

/// What cannot be shown keeps its words.
fn unsupported(from: Cursor<'_>, kind: &str, data: Cursor<'_>) -> Block {
    from.note(NoteKind::UnknownBlock {
        kind: kind.chars().take(40).collect(),
    });
    let text = data
        .first("caption|title|alt")
        .and_then(|text| text.as_line());
    Block::Unsupported(Unsupported {
        kind: kind.chars().take(40).collect(),
        text: html::text(&text.unwrap_or_default()),
    })
}
