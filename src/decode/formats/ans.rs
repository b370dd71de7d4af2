//! Arc XP ANS: a story as a list of typed elements, most of them with a little HTML inside.
//!
//! Many things may be references, which only the newsroom's own servers can follow; they leave a note and no trace.

use super::Format;
use crate::decode::embed::embed;
use crate::decode::fields::{self, Field};
use crate::decode::{Claim, Cursor, DecodeError, NoteKind, html, pictures, repeats};
use crate::json::Json;
use crate::model::block::{
    Audio, BoxKind, BoxOut, Card, Cell, Code, Correction, CorrectionKind, Divider, Embed, Figure,
    Gallery, Heading, List, ListItem, Paragraph, PullQuote, Quote, Rating, Table, Video,
};
use crate::model::media::{MediaSource, Recording, Track, TrackKind};
use crate::model::{
    Article, Author, Block, Comments, CommentsState, Inline, NoticeKind, Publisher, Related,
    SafeLink, Section, Text,
};

pub const FORMAT: Format = Format {
    name: "ans",
    title: "Arc XP ANS",
    claims,
    decode,
};

fn claims(document: &Json) -> Claim {
    match find(document) {
        Some(_) => Claim::Certain,
        None if is_list(document) => Claim::NotAnArticle("a list"),
        None => Claim::No,
    }
}

/// The story: the document itself, or the first of several.
fn find(document: &Json) -> Option<&Json> {
    if is_list(document) {
        let elements = document.get("content_elements")?.items();
        return elements.iter().find(|element| is_content(element));
    }
    if is_content(document) {
        return Some(document);
    }
    document.items().iter().find_map(find)
}

fn is_list(document: &Json) -> bool {
    is_ans(document, &["collection", "results"])
}

fn is_content(document: &Json) -> bool {
    is_ans(document, &["story", "gallery", "video", "image", "audio"])
}

fn is_ans(document: &Json, types: &[&str]) -> bool {
    let text = |key| document.get(key).and_then(Json::as_str);
    let version = text("version").and_then(|version| version.strip_prefix("0."));
    text("type").is_some_and(|kind| types.contains(&kind))
        && (matches!(document.get("content_elements"), Some(Json::List(_)))
            || matches!(document.get("headlines"), Some(Json::Object(_)))
            || version.is_some_and(|version| version.contains('.')))
}

const FIELDS: &[Field] = &[
    ("canonical_url", fields::canonical),
    ("_id", fields::id),
    ("language", fields::language),
    ("source.name", publisher),
    ("distributor.name", publisher),
    ("websites", |from, article| {
        for (_, site) in from.members().unwrap_or_default() {
            let site = from.on(site);
            if let Some(found) = site.first("website_section").and_then(section) {
                article.section = Some(found);
            }
        }
    }),
    ("taxonomy.primary_site|taxonomy.sites", to_section),
    ("taxonomy.sections", to_section),
    ("taxonomy.primary_section", to_section),
    ("label.basic", |from, article| {
        // Old versions have the words alone.
        let words = from.first("text").unwrap_or(from);
        if from.first("display").and_then(|display| display.as_flag()) != Some(false) {
            fields::kicker(words, article);
        }
    }),
    (
        "headlines.basic|headlines.web|headlines.mobile|headlines.print|headlines.meta_title",
        fields::headline_html,
    ),
    (
        "subheadlines.basic|description.basic",
        fields::standfirst_html,
    ),
    ("vanity_credits.by|credits.by", |from, article| {
        let name = article.publisher.as_ref().map(|publisher| &publisher.name);
        let mut authors = authors(from);
        for author in &mut authors {
            // That somebody works for the paper needs no saying.
            author.role = author.role.take().filter(|role| Some(role) != name);
        }
        article.byline.authors = authors;
    }),
    ("created_date", fields::published),
    ("publish_date", fields::published),
    ("first_publish_date", fields::published),
    ("display_date", fields::published),
    ("promo_items.lead_art", lead),
    ("promo_items.basic", lead),
    ("taxonomy.tags", fields::tags),
    ("taxonomy.seo_keywords", fields::tags),
    ("related_content.basic", |from, article| {
        article.related = from.each(related);
    }),
    ("copyright", fields::copyright),
    ("comments", comments),
    ("editor_note", |from, article| {
        article.body.push(Block::BoxOut(BoxOut {
            kind: BoxKind::Disclaimer,
            title: Text::new(),
            blocks: fields::blocks(from),
        }));
    }),
    ("content_elements", |from, article| {
        article.body.extend(elements(from))
    }),
    ("corrections", |from, article| {
        for item in from.items() {
            article.body.extend(correction(item));
        }
    }),
    ("content_restrictions.embargo", |from, article| {
        if from.value() == &Json::Bool(true) {
            fields::notice(article, NoticeKind::Embargoed);
        }
    }),
];

fn decode(top: Cursor<'_>) -> Result<Article, DecodeError> {
    let root = match find(top.value()) {
        Some(found) => top.on(found),
        None => top,
    };
    root.must_be_object(FORMAT.title)?;
    let mut article = Article::default();
    fields::read(root, &mut article, FIELDS);
    match kind(root) {
        "gallery" => article.body = vec![Block::Gallery(gallery(root))],
        "image" => article.lead = figure(root).map(Block::Figure),
        "video" => {
            article.lead = video(root).map(alone).or(article.lead.take());
            if let Some(words) = root.first("transcript").and_then(|words| words.as_text()) {
                article.body.extend(fields::lines(&words));
            }
        }
        "audio" => article.lead = audio(root).map(alone).or(article.lead.take()),
        _ => {}
    }
    article.updated = updated(root);
    repeats::drop(&mut article);
    if article.body.is_empty()
        && article.lead.is_none()
        && let Some(moved) = root.first("related_content.redirect.redirect_url")
    {
        fields::canonical(moved, &mut article);
    }
    // A relative address says nothing of the paper it is in.
    let relative = root
        .first("canonical_url")
        .is_some_and(|address| !is_web(address));
    if (relative || article.canonical.is_none())
        && article.publisher.is_none()
        && let Some(site) = root.first("canonical_website|website")
    {
        publisher(site, &mut article);
    }
    let named = article.publisher.is_some();
    fields::finish(root, &mut article);
    if relative && !named {
        article.publisher = None;
    }
    Ok(article)
}

/// What is said of a film or a sound stands above it already, where it is all there is.
fn alone(mut block: Block) -> Block {
    let (Block::Video(Video { recording, .. }) | Block::Audio(Audio { recording })) = &mut block
    else {
        return block;
    };
    recording.title = None;
    recording.caption.clear();
    block
}

fn kind<'a>(from: Cursor<'a>) -> &'a str {
    let kind = from.first("type");
    kind.and_then(|kind| kind.value().as_str())
        .unwrap_or_default()
}

fn leave_out(from: Cursor<'_>, why: &'static str) {
    from.note(NoteKind::LeftOut {
        kind: kind(from).to_owned(),
        why,
    });
}

/// Whether this stands for something on the newsroom's servers; a note says so.
fn is_reference(from: Cursor<'_>) -> bool {
    let reference = kind(from) == "reference";
    if reference {
        leave_out(from, "the data does not hold what it refers to");
    }
    reference
}

fn publisher(from: Cursor<'_>, article: &mut Article) {
    if let Some(name) = from.as_line().filter(|name| name != "(deprecated)") {
        article.publisher = Some(Publisher {
            name,
            link: None,
            logo: None,
        });
    }
}

fn to_section(from: Cursor<'_>, article: &mut Article) {
    article.section = section(from.one()).or(article.section.take());
}

/// A section by its name; a reference at least has an id such as `/news/coast`.
fn section(from: Cursor<'_>) -> Option<Section> {
    let name = match from.first("name") {
        Some(name) => name.as_line()?,
        None => {
            let id = from.first("referent.id")?.as_line()?;
            id.strip_prefix('/')?.rsplit('/').next()?.to_owned()
        }
    };
    (!name.is_empty()).then_some(Section {
        name,
        link: None,
        color: None,
    })
}

/// The people of a credit. References have no name, and neither have those that a form has left empty.
fn authors(from: Cursor<'_>) -> Vec<Author> {
    let mut authors = Vec::new();
    for item in from.items() {
        if is_reference(item) {
            continue;
        }
        let name = item.first("byline|name").unwrap_or(item);
        if let Some(name) = name.value().as_str()
            && !name.trim().is_empty()
        {
            authors.push(Author {
                name: html::entities(name),
                role: item.first("role|org").and_then(|role| role.as_line()),
                link: item.first("url").and_then(fields::web_link),
                picture: item.first("image.url").and_then(pictures::at_address),
            });
        }
    }
    authors
}

/// The system also counts what nobody sees as an update.
fn updated(root: Cursor<'_>) -> Option<crate::model::Timestamp> {
    let published = root
        .first("publish_date|first_publish_date")?
        .as_timestamp()?;
    let updated = root.first("last_updated_date")?.as_timestamp()?;
    updated.is_after(&published).then_some(updated)
}

fn comments(from: Cursor<'_>, article: &mut Article) {
    let flag = |key| from.first(key).and_then(|flag| flag.as_flag());
    let days = from
        .first("comments_period")
        .and_then(|days| days.as_number());
    let over = days.filter(|days| *days > 0.0).is_some_and(|days| {
        let published = article.published.as_ref();
        published.is_some_and(|date| from.is_past(date.milliseconds() + days * 86_400_000.0))
    });
    let state = match (flag("display_comments"), flag("allow_comments")) {
        (Some(false), _) => CommentsState::Off,
        (_, None) => return,
        (_, Some(false)) => CommentsState::Closed,
        _ if over => CommentsState::Closed,
        _ if flag("moderation_required") == Some(true) => CommentsState::Moderated,
        _ => CommentsState::Open,
    };
    article.comments = Some(Comments::new(state));
}

fn title(from: Cursor<'_>) -> Option<String> {
    let title = from
        .first("headlines.basic|headlines.web|title")?
        .as_text()?;
    Some(html::text(&title)).filter(|title| !title.is_empty())
}

fn address(from: Cursor<'_>) -> Option<SafeLink> {
    let address = from.first("canonical_url|website_url|canonical_url_external");
    address.and_then(fields::web_link)
}

fn related(from: Cursor<'_>) -> Option<Related> {
    if is_reference(from) {
        return None;
    }
    Some(Related {
        title: title(from)?,
        link: address(from)?,
        publisher: None,
        published: from
            .first("display_date")
            .and_then(|date| date.as_timestamp()),
        image: from
            .first("promo_items.basic")
            .and_then(pictures::at_address),
    })
}

/// What promotes a story also leads it: a picture, the poster of a film, the first of a gallery.
fn lead(from: Cursor<'_>, article: &mut Article) {
    let picture = match kind(from) {
        "image" => Some(from),
        "gallery" => from.first("content_elements").map(|images| images.one()),
        "video" => from.first("promo_image|promo_items.basic"),
        _ => None,
    };
    if is_reference(from) {
        return;
    }
    if let Some(figure) = picture.and_then(figure) {
        article.lead = Some(Block::Figure(figure));
    }
}

// Elements.

/// What shows an element; nothing where it lacks what it cannot do without.
type Reader = fn(Cursor<'_>) -> Vec<Block>;

/// Sorted; the order has no meaning.
const ELEMENTS: &[(&str, Reader)] = &[
    ("audio", |from| audio(from).into_iter().collect()),
    ("blockquote", |from| {
        vec![Block::Quote(Quote {
            blocks: content(from),
            cite: Text::new(),
        })]
    }),
    ("code", |from| {
        let text = from.first("content").and_then(|text| text.as_text());
        let code = text.map(|text| {
            Block::Code(Code {
                text,
                language: from
                    .first("language")
                    .and_then(|language| language.as_line()),
                caption: Text::new(),
            })
        });
        code.into_iter().collect()
    }),
    ("correction", |from| correction(from).into_iter().collect()),
    ("custom_embed", |from| link_card(from, "embed.url")),
    ("divider", |_| vec![Block::Divider(Divider)]),
    ("element_group", |from| {
        from.first("content_elements")
            .map(elements)
            .unwrap_or_default()
    }),
    ("endorsement", |from| {
        let text = from
            .first("endorsement")
            .map(fields::plain)
            .unwrap_or_default();
        vec![Block::Paragraph(Paragraph { text })]
    }),
    ("gallery", |from| vec![Block::Gallery(gallery(from))]),
    ("header", |from| {
        let level = from.first("level").and_then(|level| level.as_number());
        vec![Block::Heading(Heading {
            level: level.map_or(2, |level| level.clamp(2.0, 6.0) as u8),
            text: from
                .first("content")
                .map(fields::inlines)
                .unwrap_or_default(),
        })]
    }),
    ("image", |from| {
        figure(from).map(Block::Figure).into_iter().collect()
    }),
    ("interstitial_link", |from| card(from).into_iter().collect()),
    ("link_list", link_list),
    ("list", |from| vec![Block::List(list(from))]),
    ("numeric_rating", |from| rating(from).into_iter().collect()),
    ("oembed_response", oembed),
    ("quote", |from| vec![quote(from)]),
    ("raw_html", content),
    ("reference", |from| link_card(from, "referent.id")),
    ("story", |from| card(from).into_iter().collect()),
    ("table", |from| vec![Block::Table(table(from))]),
    ("text", content),
    ("video", |from| video(from).into_iter().collect()),
];

fn elements(from: Cursor<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for element in from.items() {
        let channels = element.first("channels").map(|channels| channels.items());
        if channels.is_some_and(|channels| {
            channels
                .iter()
                .all(|channel| channel.value().as_str() != Some("web"))
        }) {
            leave_out(element, "it is for apps only");
            continue;
        }
        let kind = kind(element);
        let shown = match ELEMENTS.iter().find(|(known, _)| *known == kind) {
            Some((_, read)) => read(element),
            None => content(element),
        };
        if shown.is_empty() && !matches!(kind, "text" | "raw_html") {
            leave_out(element, "it holds nothing that can be shown");
        }
        blocks.extend(shown);
    }
    blocks
}

fn content(from: Cursor<'_>) -> Vec<Block> {
    let content = from
        .first("content")
        .filter(|content| content.value().as_str().is_some());
    content.map(fields::blocks).unwrap_or_default()
}

fn figure(from: Cursor<'_>) -> Option<Figure> {
    // The original stands in where the address is missing or leads to what browsers do not show.
    let mut copies = vec![from];
    copies.extend(from.first("additional_properties"));
    let mut figure = Figure::new(pictures::image(&copies)?);
    figure.image.size = figure.image.size.or_else(|| from.size());
    figure.caption = from
        .first("caption")
        .map(fields::inlines)
        .unwrap_or_default();
    figure.image.alt = from.first("alt_text").and_then(|alt| alt.as_line());
    figure.credit = vec![Inline::Plain(credit(from))];
    Some(figure)
}

/// `Ada Kerrigan, Tom Ilves/An Agency`, as picture desks write it.
fn credit(from: Cursor<'_>) -> String {
    let mut credit = String::new();
    for (addresses, between) in [
        ("vanity_credits.by|credits.by", ", "),
        ("credits.affiliation", "/"),
    ] {
        for author in from.first(addresses).map(authors).unwrap_or_default() {
            if !credit.is_empty() {
                credit.push_str(between);
            }
            credit.push_str(&author.name);
        }
    }
    match from.first("copyright").filter(|_| credit.is_empty()) {
        Some(copyright) => copyright.as_line().unwrap_or_default(),
        None => credit,
    }
}

fn gallery(from: Cursor<'_>) -> Gallery {
    let images = from.first("content_elements");
    let inlines = |addresses| {
        from.first(addresses)
            .map(fields::inlines)
            .unwrap_or_default()
    };
    let caption = fields::titled(inlines("headlines.basic"), inlines("description.basic"));
    Gallery {
        images: images.map(|images| images.each(figure)).unwrap_or_default(),
        caption,
        ..Gallery::default()
    }
}

/// A film from its best file for a page, and what is said of it.
fn video(from: Cursor<'_>) -> Option<Block> {
    let streams = from.first("streams").map(|streams| streams.items());
    let mut best: Option<(f64, Cursor<'_>)> = None;
    for stream in streams.unwrap_or_default() {
        let width = stream.first("width").and_then(|width| width.as_number());
        // Wider than a page needs is worse than what fits it best.
        let rank = match width.unwrap_or(1.0) {
            width @ ..=1280.0 => width,
            width => 1.0 / width,
        };
        let is_file = stream
            .first("stream_type")
            .and_then(|kind| kind.value().as_str())
            == Some("mp4");
        if is_file && best.is_none_or(|(known, _)| rank > known) {
            best = Some((rank, stream));
        }
    }
    let poster = from.first("promo_image|promo_items.basic").and_then(figure);
    let title = title(from);
    let caption = from
        .first("description.basic")
        .map(fields::inlines)
        .unwrap_or_default();
    let Some((_, stream)) = best else {
        let link = address(from)?;
        return Some(Block::Embed(Embed {
            title,
            thumbnail: poster.map(|poster| poster.image),
            caption,
            ..embed(link)
        }));
    };
    Some(Block::Video(Video {
        recording: Recording {
            sources: vec![MediaSource {
                src: stream.first("url")?.as_media()?,
                mime: Some("video/mp4".to_owned()),
            }],
            tracks: tracks(from),
            caption: fields::titled(
                title.clone().map(Inline::Plain).into_iter().collect(),
                caption,
            ),
            title,
            seconds: seconds(from),
            ..Recording::default()
        },
        size: stream.size(),
        poster: poster.map(|poster| poster.image.src),
        ..Video::default()
    }))
}

fn tracks(from: Cursor<'_>) -> Vec<Track> {
    let all = from.first("subtitles.subtitlesUrls|subtitles.urls");
    all.map(|all| {
        all.each(|track| {
            let format = track.first("format")?.as_line()?;
            let src = track
                .first("url")?
                .as_media()
                .filter(|_| format == "WEB_VTT")?;
            Some(Track {
                src,
                kind: TrackKind::Captions,
                language: None,
                label: None,
                default: false,
            })
        })
    })
    .unwrap_or_default()
}

/// Lengths are in thousandths of a second.
fn seconds(from: Cursor<'_>) -> Option<u32> {
    let milliseconds = from.first("duration")?.as_number()?;
    (milliseconds >= 1000.0).then_some((milliseconds / 1000.0) as u32)
}

fn audio(from: Cursor<'_>) -> Option<Block> {
    let source = from.first("source_url|streams.url|url")?;
    Some(Block::Audio(Audio {
        recording: Recording {
            sources: vec![MediaSource {
                src: source.as_media()?,
                mime: None,
            }],
            title: title(from),
            caption: from
                .first("description.basic")
                .map(fields::inlines)
                .unwrap_or_default(),
            seconds: seconds(from),
            ..Recording::default()
        },
    }))
}

/// A list below an item stands beside it in the data.
fn list(from: Cursor<'_>) -> List {
    let ordered = from
        .first("list_type")
        .and_then(|kind| kind.value().as_str())
        == Some("ordered");
    let mut items: Vec<ListItem> = Vec::new();
    for item in from
        .first("items")
        .map(|items| items.items())
        .unwrap_or_default()
    {
        match items.last_mut() {
            Some(last) if kind(item) == "list" => last.blocks.push(Block::List(list(item))),
            _ => items.push(ListItem {
                blocks: elements(item),
            }),
        }
    }
    List {
        start: ordered.then_some(1),
        items,
    }
}

fn table(from: Cursor<'_>) -> Table {
    let rows = from.first("rows").map(|rows| rows.items());
    let mut table = Table::default();
    table
        .head
        .extend(from.first("header").map(|cells| row(cells, true)));
    for cells in rows.unwrap_or_default() {
        table.rows.push(row(cells, false));
    }
    table
}

fn row(from: Cursor<'_>, header: bool) -> Vec<Cell> {
    let mut cells = Vec::new();
    for cell in from.items() {
        cells.push(Cell {
            text: cell
                .first("content")
                .map(fields::inlines)
                .unwrap_or_default(),
            header,
            ..Cell::default()
        });
    }
    cells
}

fn quote(from: Cursor<'_>) -> Block {
    let blocks = from
        .first("content_elements")
        .map(elements)
        .unwrap_or_default();
    let cite = from
        .first("citation.content")
        .map(fields::inlines)
        .unwrap_or_default();
    let subtype = from.first("subtype").and_then(|kind| kind.value().as_str());
    if let [Block::Paragraph(Paragraph { text })] = blocks.as_slice()
        && subtype == Some("pullquote")
    {
        let text = text.clone();
        return Block::PullQuote(PullQuote { text, cite });
    }
    Block::Quote(Quote { blocks, cite })
}

fn oembed(from: Cursor<'_>) -> Vec<Block> {
    let Some(response) = from.first("raw_oembed") else {
        return link_card(from, "referent.id");
    };
    let line = |addresses| response.first(addresses).and_then(|line| line.as_line());
    let markup = response
        .first("html")
        .map(fields::blocks)
        .unwrap_or_default();
    let known = response
        .first("url|_id")
        .filter(|address| is_web(*address))
        .and_then(fields::web_link);
    let mut card = match (
        known,
        markup
            .into_iter()
            .find(|block| matches!(block, Block::Embed(_))),
    ) {
        (None, Some(Block::Embed(card))) => card,
        (Some(link), other) => Embed {
            // The words of a post on another site.
            caption: match other {
                Some(Block::Embed(other)) => other.caption,
                _ => Text::new(),
            },
            ..embed(link)
        },
        _ => {
            return response
                .first("html")
                .map(fields::blocks)
                .unwrap_or_default();
        }
    };
    card.title = line("title|author_name").or(card.title);
    card.provider = line("provider_name").or(card.provider);
    card.thumbnail = response
        .first("thumbnail_url")
        .and_then(pictures::at_address);
    vec![Block::Embed(card)]
}

fn is_web(address: Cursor<'_>) -> bool {
    let text = address.value().as_str().unwrap_or_default();
    text.starts_with("http://") || text.starts_with("https://")
}

/// A card for what only has an address, if it is one.
fn link_card(from: Cursor<'_>, addresses: &str) -> Vec<Block> {
    let address = from.first(addresses).filter(|address| is_web(*address));
    let link = address.and_then(fields::web_link);
    link.map(|link| Block::Embed(embed(link)))
        .into_iter()
        .collect()
}

/// A card for another story: an `interstitial_link`, or a whole story among the elements.
fn card(from: Cursor<'_>) -> Option<Block> {
    let words = |addresses| {
        let words = from.first(addresses)?.as_text()?;
        Some(html::text(&words)).filter(|words| !words.is_empty())
    };
    let link = from
        .first("url")
        .and_then(fields::web_link)
        .or_else(|| address(from));
    let title = words("content|headlines.basic|title");
    let Some(link) = link else {
        // Its words stay.
        let text = vec![Inline::Plain(title?)];
        return Some(Block::Paragraph(Paragraph { text }));
    };
    Some(Block::Card(Card {
        title: title.or_else(|| link.host().map(str::to_owned))?,
        link,
        description: words("description.content|description.basic"),
        image: from
            .first("image|promo_items.basic")
            .and_then(figure)
            .map(|figure| figure.image),
        publisher: None,
        label: None,
    }))
}

/// A list of links under a title.
fn link_list(from: Cursor<'_>) -> Vec<Block> {
    let mut items = Vec::new();
    for item in from
        .first("items")
        .map(|items| items.items())
        .unwrap_or_default()
    {
        let text = item
            .first("content")
            .map(fields::inlines)
            .unwrap_or_default();
        let text = match item.first("url").and_then(fields::web_link) {
            Some(to) => vec![Inline::Link { to, text }],
            None => text,
        };
        let mut blocks = vec![Block::Paragraph(Paragraph { text })];
        if let Some(description) = item.first("description.content") {
            blocks.extend(fields::blocks(description));
        }
        items.push(ListItem { blocks });
    }
    let list = Block::List(List { start: None, items });
    let title = from.first("title").map(fields::inlines).unwrap_or_default();
    match title.is_empty() {
        true => vec![list],
        false => vec![Block::BoxOut(BoxOut {
            kind: BoxKind::Info,
            title,
            blocks: vec![list],
        })],
    }
}

fn correction(from: Cursor<'_>) -> Option<Block> {
    let kind = from
        .first("correction_type")
        .and_then(|kind| kind.as_line());
    let text = from.first("text|content").map(fields::inlines)?;
    Some(Block::Correction(Correction {
        kind: kind
            .and_then(|kind| CorrectionKind::parse(&kind))
            .unwrap_or(CorrectionKind::Correction),
        date: None,
        text,
    }))
}

fn rating(from: Cursor<'_>) -> Option<Block> {
    let number = |key| from.first(key).and_then(|number| number.as_number());
    let best = number("max").filter(|best| *best >= 1.0)?;
    Some(Block::Rating(Rating {
        value: number("numeric_rating")?.clamp(0.0, best),
        best,
        label: None,
    }))
}

#[cfg(test)]
mod tests;
