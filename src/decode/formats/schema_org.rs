//! schema.org JSON-LD: what nearly every site embeds in its pages for search engines.
//!
//! An article stands alone, in a list or in a `@graph`; any value may be one thing, a list, a `@list` or a reference to
//! a node elsewhere in the document.

use super::{Claimed, Format};
use crate::decode::embed::embed;
use crate::decode::fields::{self, Field, date_at, items_at, mentions};
use crate::decode::{Claim, Cursor, DecodeError, html, recordings};
use crate::json::Json;
use crate::model::block::{Correction, CorrectionKind, Figure, Post};
use crate::model::inline::plain_text;
use crate::model::media::Recording;
use crate::model::{
    Article, Author, Block, Comments, CommentsState, Image, Inline, LiveState, NoticeKind,
    Publisher, Related, SafeLink, Section, Tag,
};

pub const FORMAT: Format = Format {
    name: "schema-org",
    title: "schema.org JSON-LD",
    is_apart: true,
    claims,
    items,
    decode,
};

fn claims(document: &Json) -> Claim {
    if !is_linked_data(document) {
        return Claim::No;
    }
    match find(document).or(listed(document).first().copied()) {
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
    for node in nodes {
        for name in types(node) {
            for (other, claim) in OTHERS {
                if name.ends_with(other) {
                    return *claim;
                }
            }
        }
    }
    Claim::NotAnArticle("linked data without an article")
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
    let best_on_top = best(&nodes);
    if best_on_top.is_some() {
        return best_on_top;
    }
    let mut inside = Vec::new();
    for node in nodes {
        for key in ["mainEntity", "mainEntityOfPage"] {
            if let Some(entity) = node.get(key) {
                collect(entity, &mut inside);
            }
        }
    }
    best(&inside)
}

/// The articles of a document that is a list of them: a list of nodes that all are articles, each with an address of its
/// own, or one that says of itself that it lists some.
fn listed(document: &Json) -> Vec<&Json> {
    let is_article = |node: &&Json| rank(node) > 0;
    let nodes = document.items();
    let addresses: Vec<&str> = nodes.iter().filter_map(own_address).collect();
    let is_new =
        |(at, address): (usize, &&str)| !addresses.iter().take(at).any(|known| known == address);
    // Two nodes may describe the same article; without addresses nobody knows.
    if nodes.len() > 1
        && addresses.len() == nodes.len()
        && addresses.iter().enumerate().all(is_new)
        && nodes.iter().all(|node| is_article(&node))
    {
        return nodes.iter().collect();
    }
    if find(document).is_some() {
        return Vec::new();
    }
    let mut around = Vec::new();
    collect(document, &mut around);
    let mut listed = Vec::new();
    for node in around {
        let list = match node.get("mainEntity") {
            Some(entity) if entity.get("itemListElement").is_some() => entity,
            _ => node,
        };
        for member in ["itemListElement", "hasPart", "blogPost", "dataFeedElement"] {
            let elements = list.get(member).map_or(&[][..], Json::items);
            // A list may put a number on each of its articles.
            let elements = elements
                .iter()
                .map(|element| element.get("item").unwrap_or(element));
            listed.extend(elements.filter(is_article));
        }
    }
    listed
}

fn own_address(node: &Json) -> Option<&str> {
    let address = |key| node.get(key).and_then(Json::as_str);
    address("url").or_else(|| address("@id"))
}

fn items(document: Cursor<'_>) -> Vec<Cursor<'_>> {
    let listed = listed(document.value());
    listed.into_iter().map(|node| document.on(node)).collect()
}

/// The first of the highest rank.
#[inline(never)]
fn best<'a>(nodes: &[&'a Json]) -> Option<&'a Json> {
    let mut best = None;
    let mut best_rank = 0;
    for node in nodes {
        let rank = rank(node);
        if rank > best_rank {
            (best, best_rank) = (Some(*node), rank);
        }
    }
    best
}

/// How much a node looks like the article of its document; nothing for what is none.
fn rank(node: &Json) -> u8 {
    let has = |key| !matches!(node.get(key), None | Some(Json::Null));
    let mut rank = 0;
    for name in types(node) {
        rank = rank.max(match name {
            "LiveBlogPosting" if has("liveBlogUpdate") => 8,
            "Article" => 4,
            "LiveBlogPosting"
            | "BlogPosting"
            | "SocialMediaPosting"
            | "DiscussionForumPosting"
            | "Report" => 2,
            name if name.ends_with("NewsArticle") => 6,
            name if name.ends_with("Article") => 2,
            _ => 0,
        });
    }
    match rank {
        0 => 0,
        rank => rank + u8::from(has("articleBody")),
    }
}

/// The plain names of a node's types.
#[inline(never)]
fn types(node: &Json) -> Vec<&str> {
    let value = node.get("@type").unwrap_or(&Json::Null);
    let names = match value {
        Json::List(items) => items.as_slice(),
        single => std::slice::from_ref(single),
    };
    let mut types = Vec::new();
    for name in names {
        let name = name.as_str().unwrap_or_default();
        types.extend(name.rsplit(['/', ':', '#']).next());
    }
    types
}

const FIELDS: &[Field] = &[
    // First, since other addresses may be relative to it. What others say of the page may be the address of its section.
    ("@id", canonical),
    ("mainEntityOfPage", canonical),
    ("url", canonical),
    ("publisher.url", base),
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
    ("articleBody|text", body),
    ("video", videos),
    ("coverageEndTime", coverage_end),
    ("liveBlogUpdate", posts),
    ("correction", corrections),
    ("keywords", tags),
    ("citation", related),
    ("isBasedOn", related),
    ("potentialAction", actions),
    ("discussionUrl", |from, article| {
        let mut comments = Comments::new(CommentsState::Open);
        comments.link = fields::web_link(from);
        article.comments = Some(comments);
    }),
    ("copyrightNotice", fields::copyright),
    ("isAccessibleForFree", access),
];

fn decode(Claimed { item: top, .. }: Claimed<'_>) -> Result<Article, DecodeError> {
    // A caller may have named the format of something else.
    let node = top.on(find(top.value()).unwrap_or(top.value()));
    let mut article = fields::article(node, FORMAT.title, FIELDS)?;
    encyclopedia(node, &mut article);
    for place in [node, top.one()] {
        for context in items_at(place, "@context") {
            if article.language.is_none()
                && let Some(language) = context.first("@language")
            {
                fields::language(language, &mut article);
            }
        }
    }
    if article.section.is_none() {
        breadcrumb(top, &mut article);
    }
    if let Some(comments) = &mut article.comments {
        let count = node.number("commentCount");
        comments.count = count
            .filter(|count| *count >= 0.0)
            .map(|count| count as u64);
    }
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
            && let Some(document) = node.document()
            && let Some(found) = find_id(document.value(), id)
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
    for node in nodes(from) {
        let words = match node.members() {
            Some(_) => node.first("@value|name|text"),
            None => Some(node),
        };
        // Its lines may be paragraphs.
        if let Some(text) = words.and_then(|words| words.one().as_text()) {
            let (text, nothing) = (text.trim(), ["nil", "null", "undefined"]);
            if !nothing.iter().any(|word| text.eq_ignore_ascii_case(word)) {
                return Some(html::entities(text));
            }
        }
    }
    None
}

/// The text of the first of these members with something in it.
#[inline(never)]
fn text_at(from: Cursor<'_>, addresses: &str) -> Option<String> {
    from.first(addresses).and_then(text)
}

/// The first address of a value that is one: `true` in the place of a page is none.
#[inline(never)]
fn link(from: Cursor<'_>) -> Option<SafeLink> {
    for node in nodes(from) {
        let address = match node.members() {
            Some(_) => node.first("url|@id|urlTemplate"),
            None => Some(node),
        };
        if let Some(address) = address.map(|address| address.one())
            && let Some(text) = address.value().as_str()
            && text.contains(['/', '.', ':'])
        {
            return fields::web_link(address);
        }
    }
    None
}

#[inline(never)]
fn link_at(from: Cursor<'_>, addresses: &str) -> Option<SafeLink> {
    from.first(addresses).and_then(link)
}

// The fields.

fn canonical(from: Cursor<'_>, article: &mut Article) {
    base(from, article);
    article.canonical = link(from).or(article.canonical.take());
}

/// What other addresses are relative to, unless something better is known.
fn base(from: Cursor<'_>, _article: &mut Article) {
    if from.base().is_none()
        && let Some(link) = link(from)
    {
        from.set_base(link.href());
    }
}

fn id(from: Cursor<'_>, article: &mut Article) {
    article.id = from.value().as_str().and_then(|_| from.as_line());
}

fn publisher(from: Cursor<'_>, article: &mut Article) {
    for node in nodes(from) {
        if let (Some(name), None) = (text(node), &article.publisher) {
            article.publisher = Some(Publisher {
                name,
                link: link_at(node, "url"),
                logo: picture_at(node, "logo"),
            });
        }
    }
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
        if let [_, .., step, _] = steps
            && types(other).contains(&"BreadcrumbList")
            && let Some(name) = top.on(step).first("name|item.name")
        {
            section(name, article);
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
                role: text_at(node, "jobTitle"),
                link: link_at(node, "url"),
                picture: picture_at(node, "image"),
            });
        }
    }
}

fn headline(from: Cursor<'_>, article: &mut Article) {
    let text = text(from);
    if text.is_some() {
        article.headline = fields::text(text);
    }
}

/// Encyclopedias write a description where the headline belongs, and the title as the name.
fn encyclopedia(node: Cursor<'_>, article: &mut Article) {
    let publisher = article.publisher.as_ref().map(|publisher| &publisher.name);
    let authors = article.byline.authors.iter().map(|author| &author.name);
    let mut is_one = false;
    for name in authors.chain(publisher) {
        is_one |= mentions(name, "wiki") || mentions(name, "encyclop");
    }
    let small = |text: &str| text.chars().next().is_some_and(char::is_lowercase);
    let headline = plain_text(&article.headline);
    if let Some(name) = text_at(node, "name")
        && headline != name
        && (is_one || small(&headline) && !small(&name))
    {
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
    let mut best = 0;
    for node in nodes(from) {
        let Some(image) = picture(node) else { continue };
        let rank = match image.size {
            _ if mentions(image.src.src(), "1x1") => 1,
            Some(size) if size.width > size.height => 3 + size.width,
            Some(size) => 3 + size.width / 2,
            None => 2,
        };
        if rank > best {
            best = rank;
            let mut figure = Figure::new(image);
            figure.caption = fields::text(text_at(node, "caption"));
            figure.credit = fields::text(text_at(node, "creditText|copyrightNotice|author"));
            article.lead = Some(Block::Figure(figure));
        }
    }
}

#[inline(never)]
fn picture_at(from: Cursor<'_>, addresses: &str) -> Option<Image> {
    from.first(addresses).and_then(picture)
}

/// A picture by its address, or as an object; addresses have entities in them as texts have.
#[inline(never)]
fn picture(from: Cursor<'_>) -> Option<Image> {
    let node = *nodes(from).first()?;
    let address = match node.members() {
        Some(_) => node.first("contentUrl|url|@id")?.one(),
        None => node,
    };
    let src = address.media_from(&html::entities(address.value().as_str()?))?;
    let mut image = Image::new(src);
    image.size = node.size();
    Some(image)
}

/// Nearly always plain text; sites that write HTML write blocks of it.
fn body(from: Cursor<'_>, article: &mut Article) {
    for node in nodes(from) {
        let words = node.first("@value").unwrap_or(node);
        if let Some(text) = words.as_text() {
            article.body.append(&mut match has_blocks(&text) {
                true => html::blocks(words, &text),
                false => fields::lines(&entities(&text)),
            });
        }
    }
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
    for tag in text.split('<').skip(1) {
        let name = tag.split([' ', '>', '/', '\n', '\t']).next();
        let name = name.unwrap_or_default();
        if TAGS.iter().any(|known| name.eq_ignore_ascii_case(known)) {
            return true;
        }
    }
    false
}

/// The posts of a live blog, the newest first, whatever order the file has.
fn posts(from: Cursor<'_>, article: &mut Article) {
    let mut moments: Vec<f64> = Vec::new();
    let first = article.body.len();
    let mut nodes = nodes(from);
    let date = |node: Option<&Cursor<'_>>| date_at(*node?, "datePublished");
    if let (Some(first), Some(last)) = (date(nodes.first()), date(nodes.last()))
        && last.is_after(&first)
    {
        // Most files that are not in this order are in the contrary one.
        nodes.reverse();
    }
    for node in nodes {
        let mut post = fields::part(node, POST);
        let mut place = moments.len();
        // A post without a date stays behind the one before it.
        let before = moments.last().copied().unwrap_or(0.0);
        let moment = post
            .published
            .as_ref()
            .map_or(before, |date| date.milliseconds());
        while place > 0 && moments.get(place - 1).is_some_and(|known| *known < moment) {
            place -= 1;
        }
        moments.insert(place, moment);
        let mut blocks = post.body;
        blocks.extend(post.lead);
        article.body.insert(
            first + place,
            Block::Post(Post {
                id: post.id,
                published: post.published,
                updated: post.updated,
                title: post.headline,
                author: post.byline.authors.pop(),
                blocks,
                ..Post::default()
            }),
        );
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
    ("articleBody|text|description", body),
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
        let text = fields::text(match node.members() {
            Some(_) => text_at(node, "text|description|name"),
            None => text(node),
        });
        if !text.is_empty() {
            article.body.push(Block::Correction(Correction {
                kind: CorrectionKind::Correction,
                date: date_at(node, "datePublished"),
                text,
            }));
        }
    }
}

/// Films follow the text, since nothing says where in it they stand.
fn videos(from: Cursor<'_>, article: &mut Article) {
    for node in nodes(from) {
        let title = text_at(node, "name|headline");
        let poster = picture_at(node, "thumbnailUrl|thumbnail|image");
        if node.first("contentUrl").is_some() {
            let about = Recording {
                caption: fields::text(title.clone()),
                title,
                ..Recording::default()
            };
            article.body.extend(recordings::film(node, about, poster));
        } else if let Some(link) = link_at(node, "embedUrl|url") {
            let mut card = embed(link);
            card.title = title;
            card.thumbnail = poster;
            article.body.push(Block::Embed(card));
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
            if !name.is_empty() && !machine {
                let name = name.to_owned();
                fields::push_tag(Tag { name, link: None }, article);
            }
        }
    }
}

fn related(from: Cursor<'_>, article: &mut Article) {
    for node in nodes(from) {
        if let Some(title) = text_at(node, "headline|name")
            && let Some(link) = link_at(node, "url")
        {
            article.related.push(Related {
                title,
                link,
                publisher: text_at(node, "publisher"),
                published: None,
                image: None,
            });
        }
    }
}

/// Where one may comment, one may; the vocabulary has no word for the contrary.
fn actions(from: Cursor<'_>, article: &mut Article) {
    for node in nodes(from) {
        if types(node.value()).contains(&"CommentAction") {
            let mut comments = Comments::new(CommentsState::Open);
            comments.link = link_at(node, "target");
            article.comments = Some(comments);
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

#[cfg(test)]
mod tests;
