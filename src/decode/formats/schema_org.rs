//! schema.org JSON-LD: what nearly every site embeds in its pages for search engines.
//!
//! An article stands alone, in a list or in a `@graph`; any value may be one thing, a list, a `@list` or a reference to
//! a node elsewhere in the document.

use super::Format;
use crate::decode::embed::embed;
use crate::decode::fields::{self, Field, mentions};
use crate::decode::{Claim, Cursor, DecodeError, html, repeats};
use crate::json::Json;
use crate::model::block::{Correction, CorrectionKind, Embed, Figure, Post, Video};
use crate::model::inline::plain_text;
use crate::model::media::{MediaSource, Recording};
use crate::model::{
    Article, Author, Block, Comments, CommentsState, Image, Inline, LiveState, NoticeKind,
    Publisher, Related, SafeLink, SafeMedia, Section, Tag, Text,
};

pub const FORMAT: Format = Format {
    name: "schema-org",
    title: "schema.org JSON-LD",
    claims,
    decode,
};

fn claims(document: &Json) -> Claim {
    if !is_linked_data(document) {
        return Claim::No;
    }
    match find(document) {
        Some(_) => Claim::Certain,
        None => other(document),
    }
}

fn is_linked_data(document: &Json) -> bool {
    document.get("@type").is_some()
        || document.get("@graph").is_some()
        || document.items().iter().any(is_linked_data)
}

/// What linked data without an article is about, by the end of its type.
const OTHERS: &[(&str, Claim)] = &[
    ("Organization", Claim::NotAnArticle("an organisation")),
    ("Person", Claim::NotAnArticle("a person")),
    ("Event", Claim::NotAnArticle("an event")),
    ("List", Claim::NotAnArticle("a list")),
    ("WebPage", Claim::NotAnArticle("a web page")),
    ("WebSite", Claim::NotAnArticle("a web page")),
    (
        "Object",
        Claim::NotAnArticle("a picture or another media file"),
    ),
];

fn other(document: &Json) -> Claim {
    let mut nodes = Vec::new();
    collect(document, &mut nodes);
    let types = nodes.iter().flat_map(|node| types(node));
    let mut known = types.filter_map(|name| OTHERS.iter().find(|(other, _)| name.ends_with(other)));
    known.next().map_or(
        Claim::NotAnArticle("linked data without an article"),
        |(_, claim)| *claim,
    )
}

/// The objects that stand for themselves: alone, in lists, in graphs.
fn collect<'a>(value: &'a Json, nodes: &mut Vec<&'a Json>) {
    for item in value.items() {
        collect(item, nodes);
    }
    if value.members().is_some() {
        nodes.push(value);
        if let Some(graph) = value.get("@graph") {
            collect(graph, nodes);
        }
    }
}

/// The article of a document; other nodes describe its page, site and people.
fn find(document: &Json) -> Option<&Json> {
    let mut nodes = Vec::new();
    collect(document, &mut nodes);
    best(&nodes).or_else(|| {
        let mut inside = Vec::new();
        for node in nodes {
            for key in ["mainEntity", "mainEntityOfPage"] {
                if let Some(entity) = node.get(key) {
                    collect(entity, &mut inside);
                }
            }
        }
        best(&inside)
    })
}

/// The first of the highest rank.
fn best<'a>(nodes: &[&'a Json]) -> Option<&'a Json> {
    let mut best: Option<&Json> = None;
    for node in nodes {
        if rank(node) > best.map_or(0, rank) {
            best = Some(node);
        }
    }
    best
}

/// How much a node looks like the article of its document; nothing for what is none.
fn rank(node: &Json) -> u8 {
    let has = |key| !matches!(node.get(key), None | Some(Json::Null));
    let kind = types(node).map(|name| match name {
        "LiveBlogPosting" if has("liveBlogUpdate") => 8,
        "Article" => 4,
        name if name.ends_with("NewsArticle") => 6,
        name if name.ends_with("Article") => 2,
        "LiveBlogPosting"
        | "BlogPosting"
        | "SocialMediaPosting"
        | "DiscussionForumPosting"
        | "Report" => 2,
        _ => 0,
    });
    match kind.max() {
        None | Some(0) => 0,
        Some(rank) => rank + u8::from(has("articleBody")),
    }
}

/// The plain names of a node's types.
fn types(node: &Json) -> impl Iterator<Item = &str> {
    let value = node.get("@type").unwrap_or(&Json::Null);
    let names = match value {
        Json::List(items) => items.as_slice(),
        single => std::slice::from_ref(single),
    };
    names
        .iter()
        .filter_map(|name| name.as_str()?.rsplit(['/', ':', '#']).next())
}

const FIELDS: &[Field] = &[
    ("publisher|sourceOrganization|provider", publisher),
    ("@id|identifier", id),
    ("inLanguage.alternateName|inLanguage", fields::language),
    ("articleSection", section),
    ("author", authors),
    ("creator", authors),
    ("name", headline),
    ("headline", headline),
    ("description", standfirst),
    ("alternativeHeadline", standfirst),
    ("dateline", |from, article| article.dateline = text(from)),
    ("dateCreated.@value|dateCreated", fields::published),
    ("datePublished.@value|datePublished", fields::published),
    ("dateModified.@value|dateModified", fields::updated),
    ("primaryImageOfPage", lead),
    ("thumbnailUrl|thumbnail", lead),
    ("image", lead),
    ("articleBody|text", |from, article| {
        article.body = body(from)
    }),
    ("video", videos),
    ("coverageEndTime", coverage_end),
    ("liveBlogUpdate", posts),
    ("correction", corrections),
    ("keywords", tags),
    ("citation", related),
    ("isBasedOn", related),
    ("discussionUrl", discussion),
    ("potentialAction", actions),
    ("copyrightNotice", fields::copyright),
    ("isAccessibleForFree", access),
];

fn decode(top: Cursor<'_>) -> Result<Article, DecodeError> {
    // A caller may have named the format of something else.
    let found = find(top.value()).unwrap_or(top.value());
    let node = top.on(found);
    node.must_be_object(FORMAT.title)?;
    let mut article = Article::default();
    canonical(node, &mut article);
    fields::read(node, &mut article, FIELDS);
    encyclopedia(node, &mut article);
    if article.language.is_none() {
        article.language = context_language(top).or_else(|| context_language(node));
    }
    if article.section.is_none() {
        breadcrumb(top, &mut article);
    }
    if let Some(comments) = &mut article.comments {
        comments.count = node
            .first("commentCount")
            .and_then(|count| count.as_number())
            .filter(|count| *count >= 0.0)
            .map(|count| count as u64);
    }
    repeats::drop(&mut article);
    fields::finish(node, &mut article);
    fields::elsewhere(&mut article);
    Ok(article)
}

// Values that may be one, many, wrapped or elsewhere.

/// The nodes of a value: lists and `@list` opened, references followed. What a reference does not find stays as it is.
#[inline(never)]
fn nodes<'a>(from: Cursor<'a>) -> Vec<Cursor<'a>> {
    let mut nodes = from.first("@list|@set").unwrap_or(from).items();
    for node in &mut nodes {
        if let Some(id) = reference(node.value())
            && let Some(found) = find_id(node.document().value(), id)
        {
            *node = node.on(found);
        }
    }
    nodes
}

/// The id of an object that says nothing but where it stands.
fn reference(node: &Json) -> Option<&str> {
    let only_id = node.members()?.iter().all(|(key, _)| key.starts_with('@'));
    node.get("@id").filter(|_| only_id)?.as_str()
}

/// The object that has this id and says something of itself.
fn find_id<'a>(value: &'a Json, id: &str) -> Option<&'a Json> {
    match value {
        Json::Object(members) => {
            let is_it = value.get("@id").and_then(Json::as_str) == Some(id);
            if is_it && reference(value).is_none() {
                return Some(value);
            }
            members.iter().find_map(|(_, member)| find_id(member, id))
        }
        Json::List(items) => items.iter().find_map(|item| find_id(item, id)),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) => None,
    }
}

/// The first text of a value, or the name of its first node; sites also write words for nothing.
#[inline(never)]
fn text(from: Cursor<'_>) -> Option<String> {
    nodes(from).into_iter().find_map(|node| {
        let words = match node.members() {
            Some(_) => node.first("@value|name|text")?.one(),
            None => node,
        };
        let text = html::entities(&words.as_line()?);
        let nothing = ["nil", "null", "undefined"];
        (!nothing.contains(&text.to_ascii_lowercase().as_str())).then_some(text)
    })
}

/// The first address of a value that is one: `true` in the place of a page is none.
fn link(from: Cursor<'_>) -> Option<SafeLink> {
    nodes(from).into_iter().find_map(|node| {
        let address = match node.members() {
            Some(_) => node.first("url|@id|urlTemplate")?.one(),
            None => node,
        };
        let shaped = address.value().as_str()?.contains(['/', '.', ':']);
        shaped.then(|| fields::web_link(address)).flatten()
    })
}

// The fields.

/// The article's own address. What others say of its page may be the address of the section, so it comes last.
fn canonical(node: Cursor<'_>, article: &mut Article) {
    let address = |key| node.first(key).and_then(link);
    article.canonical = address("url")
        .or_else(|| address("mainEntityOfPage"))
        .or_else(|| {
            let id = node.first("@id")?;
            id.value().as_str()?.starts_with("http").then(|| link(id))?
        });
    if node.base().is_none() {
        let home = || node.first("publisher.url").and_then(link);
        if let Some(base) = article.canonical.clone().or_else(home) {
            node.set_base(base.href());
        }
    }
}

fn id(from: Cursor<'_>, article: &mut Article) {
    article.id = from.value().as_str().map(str::to_owned);
}

fn publisher(from: Cursor<'_>, article: &mut Article) {
    article.publisher = nodes(from).into_iter().find_map(|node| {
        Some(Publisher {
            name: text(node)?,
            link: node.first("url").and_then(link),
            logo: node.first("logo").and_then(picture),
        })
    });
}

fn section(from: Cursor<'_>, article: &mut Article) {
    article.section = text(from).map(|name| Section {
        name,
        link: None,
        color: None,
    });
}

/// Where a page stands in its site, when the article does not say: the last step but one, unless that is the home page.
fn breadcrumb(top: Cursor<'_>, article: &mut Article) {
    let mut others = Vec::new();
    collect(top.value(), &mut others);
    for other in others {
        let steps = other.get("itemListElement").map_or(&[][..], Json::items);
        if let [_, .., section, _] = steps
            && types(other).any(|name| name == "BreadcrumbList")
            && let Some(name) = top.on(section).first("name|item.name")
        {
            self::section(name, article);
        }
    }
}

fn authors(from: Cursor<'_>, article: &mut Article) {
    if !article.byline.authors.is_empty() {
        return;
    }
    for node in nodes(from) {
        if let Some(name) = text(node) {
            article.byline.authors.push(Author {
                name,
                role: node.first("jobTitle").and_then(text),
                link: node.first("url").and_then(link),
                picture: node.first("image").and_then(picture),
            });
        }
    }
}

fn headline(from: Cursor<'_>, article: &mut Article) {
    if let Some(text) = text(from) {
        article.headline = vec![Inline::Plain(text)];
    }
}

/// Encyclopedias write a description where the headline belongs, and the title as the name.
fn encyclopedia(node: Cursor<'_>, article: &mut Article) {
    let of = |name: &str| mentions(name, "wiki") || mentions(name, "encyclop");
    let is_one = article
        .publisher
        .as_ref()
        .is_some_and(|publisher| of(&publisher.name))
        || article.byline.authors.iter().any(|author| of(&author.name));
    let Some(name) = node.first("name").and_then(text) else {
        return;
    };
    let small = |text: &str| text.chars().next().is_some_and(char::is_lowercase);
    let headline = plain_text(&article.headline);
    if headline != name && (is_one || small(&headline) && !small(&name)) {
        if article.standfirst.is_empty() {
            article.standfirst = fields::lines(&headline);
        }
        article.headline = vec![Inline::Plain(name)];
    }
}

fn standfirst(from: Cursor<'_>, article: &mut Article) {
    if let Some(text) = text(from).filter(|text| *text != plain_text(&article.headline)) {
        article.standfirst = fields::lines(&text);
    }
}

/// Several pictures are crops of one, for search engines to choose from: the widest landscape is shown.
fn lead(from: Cursor<'_>, article: &mut Article) {
    let mut best: Option<(u32, Figure)> = None;
    for node in nodes(from) {
        let Some(figure) = figure(node) else { continue };
        let rank = match figure.image.size {
            _ if mentions(figure.image.src.src(), "1x1") => 0,
            Some(size) if size.width > size.height => 2 + size.width,
            Some(size) => 2 + size.width / 2,
            None => 1,
        };
        if best.as_ref().is_none_or(|(known, _)| rank > *known) {
            best = Some((rank, figure));
        }
    }
    if let Some((_, figure)) = best {
        article.lead = Some(Block::Figure(figure));
    }
}

fn figure(node: Cursor<'_>) -> Option<Figure> {
    let mut figure = Figure::new(picture(node)?);
    let line = |addresses| -> Text {
        let line = node.first(addresses).and_then(text);
        line.map(Inline::Plain).into_iter().collect()
    };
    figure.caption = line("caption");
    figure.credit = line("creditText|copyrightNotice|author");
    Some(figure)
}

/// A picture by its address, or as an object; addresses have entities in them as texts have.
fn picture(from: Cursor<'_>) -> Option<Image> {
    let node = *nodes(from).first()?;
    let address = match node.members() {
        Some(_) => node.first("contentUrl|url|@id")?.one(),
        None => node,
    };
    let decoded = html::entities(address.value().as_str()?);
    let src = match SafeMedia::parse(&decoded, node.base().as_deref()) {
        Some(src) => src,
        // Leaves the note.
        None => address.as_media()?,
    };
    let mut image = Image::new(src);
    image.size = node.members().and_then(|_| node.size());
    Some(image)
}

/// Nearly always plain text; sites that write HTML write blocks of it.
fn body(from: Cursor<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for node in nodes(from) {
        let words = node.first("@value").unwrap_or(node);
        if let Some(text) = words.as_text() {
            blocks.extend(match has_blocks(&text) {
                true => html::blocks(words, &text),
                false => fields::lines(&entities(&text)),
            });
        }
    }
    blocks
}

/// Entities line by line, since a line break parts paragraphs.
fn entities(text: &str) -> String {
    let mut decoded = String::new();
    for line in text.split('\n') {
        decoded.push_str(&html::entities(line));
        decoded.push('\n');
    }
    decoded
}

fn has_blocks(text: &str) -> bool {
    const TAGS: [&str; 12] = [
        "p",
        "div",
        "br",
        "h2",
        "h3",
        "h4",
        "ul",
        "ol",
        "figure",
        "section",
        "table",
        "blockquote",
    ];
    text.split('<').skip(1).any(|tag| {
        let name = tag.split([' ', '>', '/', '\n', '\t']).next();
        TAGS.iter()
            .any(|known| name.unwrap_or_default().eq_ignore_ascii_case(known))
    })
}

/// The posts of a live blog, the newest first, whatever order the file has.
fn posts(from: Cursor<'_>, article: &mut Article) {
    let mut posts: Vec<Cursor<'_>> = Vec::new();
    let moment = |post: &Cursor<'_>| {
        let date = post.first("datePublished|dateCreated|dateModified")?;
        Some(date.as_timestamp()?.milliseconds())
    };
    for post in nodes(from) {
        let mut place = posts.len();
        // A post without a date stays behind the one before it.
        while let Some(new) = moment(&post)
            && let Some(before) = place.checked_sub(1)
            && let Some(known) = posts.get(before).and_then(moment)
            && known < new
        {
            place = before;
        }
        posts.insert(place, post);
    }
    for cursor in posts {
        let mut post = Article::default();
        fields::read(cursor, &mut post, POST);
        let mut blocks = post.body;
        blocks.extend(post.lead);
        article.body.push(Block::Post(Post {
            id: post.id,
            published: post.published,
            updated: post.updated,
            title: post.headline,
            author: post.byline.authors.into_iter().next(),
            blocks,
            ..Post::default()
        }));
    }
    if article.live.is_none() {
        article.live = Some(LiveState::Live);
    }
}

const POST: &[Field] = &[
    ("@id", id),
    ("headline|name", headline),
    ("dateCreated", fields::published),
    ("datePublished", fields::published),
    ("dateModified", fields::updated),
    ("author", authors),
    ("image", lead),
    ("articleBody|text|description", |from, post| {
        post.body = body(from)
    }),
];

fn coverage_end(from: Cursor<'_>, article: &mut Article) {
    if let Some(end) = from.as_timestamp() {
        article.live = Some(match from.is_past(end.milliseconds()) {
            true => LiveState::Ended,
            false => LiveState::Live,
        });
    }
}

fn corrections(from: Cursor<'_>, article: &mut Article) {
    for node in nodes(from) {
        let words = match node.members() {
            Some(_) => node.first("text|description|name"),
            None => Some(node),
        };
        if let Some(words) = words.and_then(text) {
            article.body.push(Block::Correction(Correction {
                kind: CorrectionKind::Correction,
                date: node
                    .first("datePublished")
                    .and_then(|date| date.as_timestamp()),
                text: vec![Inline::Plain(words)],
            }));
        }
    }
}

/// Films follow the text, since nothing says where in it they stand.
fn videos(from: Cursor<'_>, article: &mut Article) {
    for node in nodes(from) {
        let title = node.first("name|headline").and_then(text);
        let poster = node.first("thumbnailUrl|thumbnail|image").and_then(picture);
        let source = node.first("contentUrl").and_then(|address| {
            let src = address.one().as_media()?;
            Some(MediaSource { src, mime: None })
        });
        if let Some(source) = source {
            article.body.push(Block::Video(Video {
                recording: Recording {
                    sources: vec![source],
                    caption: title.clone().map(Inline::Plain).into_iter().collect(),
                    title,
                    ..Recording::default()
                },
                size: poster.as_ref().and_then(|poster| poster.size),
                poster: poster.map(|poster| poster.src),
                ..Video::default()
            }));
        } else if let Some(link) = node.first("embedUrl|url").and_then(link) {
            article.body.push(Block::Embed(Embed {
                title,
                thumbnail: poster,
                ..embed(link)
            }));
        }
    }
}

/// A list, or one text with commas; machines keep words of their own in it.
fn tags(from: Cursor<'_>, article: &mut Article) {
    for node in nodes(from) {
        let Some(text) = text(node) else { continue };
        let single = node.value().as_str().is_some() && from.value().items().is_empty();
        let between = if single { ',' } else { '\0' };
        for name in text.split(between).map(str::trim) {
            let machine = name.contains(':') && !name.contains(' ');
            let known = article.tags.iter().any(|tag| tag.name == name);
            if !name.is_empty() && !machine && !known {
                article.tags.push(Tag {
                    name: name.to_owned(),
                    link: None,
                });
            }
        }
    }
}

fn related(from: Cursor<'_>, article: &mut Article) {
    for node in nodes(from) {
        if let Some(title) = node.first("headline|name").and_then(text)
            && let Some(link) = node.first("url").and_then(link)
        {
            article.related.push(Related {
                title,
                link,
                publisher: node.first("publisher").and_then(text),
                published: None,
                image: None,
            });
        }
    }
}

/// Where one may comment, one may; the vocabulary has no word for the contrary.
fn discussion(from: Cursor<'_>, article: &mut Article) {
    article.comments = link(from).map(|link| Comments {
        link: Some(link),
        ..Comments::new(CommentsState::Open)
    });
}

fn actions(from: Cursor<'_>, article: &mut Article) {
    for node in nodes(from) {
        if types(node.value()).any(|name| name == "CommentAction") {
            let comments = article.comments.take();
            article.comments = Some(Comments {
                link: comments
                    .and_then(|comments| comments.link)
                    .or_else(|| node.first("target").and_then(link)),
                ..Comments::new(CommentsState::Open)
            });
        }
    }
}

/// `false`, `"False"` or `"http://schema.org/False"`.
fn access(from: Cursor<'_>, article: &mut Article) {
    let closed = match from.value() {
        Json::Bool(free) => !free,
        Json::Text(word) => mentions(word, "false"),
        _ => false,
    };
    if closed {
        fields::notice(article, NoticeKind::Gated);
    }
}

/// `"@context": ["https://schema.org", {"@language": "de"}]`
fn context_language(top: Cursor<'_>) -> Option<crate::model::Language> {
    let contexts = top.one().first("@context")?.items();
    contexts
        .iter()
        .find_map(|context| context.first("@language")?.as_language())
}

#[cfg(test)]
mod tests;
