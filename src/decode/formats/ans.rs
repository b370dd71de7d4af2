//! Arc XP ANS: a story as a list of typed elements, most of them with a little HTML inside.
//!
//! Many things may be references, which only the newsroom's own servers can follow; they leave a note and no trace.

use super::{Claimed, Format};
use crate::decode::detect::{self, Shape};
use crate::decode::embed::embed;
use crate::decode::fields::{
    self, Field, date_at, inlines_at, items_at, line_at, link_at, picture_at, str_at,
};
use crate::decode::{Claim, Cursor, DecodeError, html, pictures, recordings};
use crate::json::Json;
use crate::model::block::{
    BoxKind, BoxOut, Card, Cell, Code, Correction, CorrectionKind, Divider, Figure, Gallery, List,
    ListItem, Paragraph, PullQuote, Quote, Rating, Table,
};
use crate::model::media::{Recording, Track, TrackKind};
use crate::model::{
    Article, Author, Block, Comments, CommentsState, Inline, NoticeKind, Publisher, Related,
    SafeLink, Section, Text, Timestamp,
};

pub const FORMAT: Format = Format {
    name: "ans",
    title: "Arc XP ANS",
    is_apart: true,
    claims,
    items,
    decode,
};

fn claims(document: &Json) -> Claim {
    match candidates(document).any(is_story) {
        true => Claim::Certain,
        false => detect::claim(document, LISTS),
    }
}

const STORIES: &[Shape] = &[(
    "type=story|type=gallery|type=video|type=image|type=audio content_elements:l|headlines:o|version=0.*",
    Claim::Certain,
)];

const LISTS: &[Shape] = &[(
    "type=collection|type=results content_elements:l|headlines:o|version=0.*",
    Claim::NotAnArticle("a list"),
)];

/// The document itself, or what it lists.
fn candidates(document: &Json) -> std::slice::Iter<'_, Json> {
    let elements = match document {
        Json::List(items) => items,
        Json::Object(_) if detect::claim(document, LISTS) != Claim::No => document
            .get("content_elements")
            .map_or(&[][..], |elements| elements.items()),
        _ => std::slice::from_ref(document),
    };
    elements.iter()
}

fn is_story(element: &Json) -> bool {
    element.members().is_some() && detect::claim(element, STORIES) != Claim::No
}

fn items(document: Cursor<'_>) -> Vec<Cursor<'_>> {
    candidates(document.value())
        .filter(|element| is_story(element) && !std::ptr::eq(*element, document.value()))
        .map(|element| document.on(element))
        .collect()
}

const FIELDS: &[Field] = &[
    ("canonical_url", fields::canonical),
    ("_id", fields::id),
    ("language", fields::language),
    ("source.name", publisher),
    ("distributor.name", publisher),
    ("websites", |from, article| {
        for site in from.values() {
            article.section = site.first("website_section").and_then(section);
        }
    }),
    ("taxonomy.primary_site|taxonomy.sites", to_section),
    ("taxonomy.sections", to_section),
    ("taxonomy.primary_section", to_section),
    ("label.basic", |from, article| {
        if from.first("display").map(|display| display.value()) != Some(&Json::Bool(false)) {
            // Old versions have the words alone.
            fields::kicker(from.first("text").unwrap_or(from), article);
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
        article.byline.authors = authors(from);
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
        boxed(
            BoxKind::Disclaimer,
            Text::new(),
            fields::blocks(from),
            &mut article.body,
        );
    }),
    ("content_elements", |from, article| {
        elements(from, &mut article.body)
    }),
    ("corrections", |from, article| {
        for item in from.items() {
            correction(item, &mut article.body);
        }
    }),
    ("content_restrictions.embargo", |from, article| {
        if from.value() == &Json::Bool(true) {
            fields::notice(article, NoticeKind::Embargoed);
        }
    }),
];

fn decode(Claimed { item: root, .. }: Claimed<'_>) -> Result<Article, DecodeError> {
    let mut article = fields::article(root, FORMAT.title, FIELDS)?;
    // That somebody works for the paper needs no saying.
    let name = article.publisher.as_ref().map(|publisher| &publisher.name);
    for author in &mut article.byline.authors {
        if author.role.as_ref() == name {
            author.role = None;
        }
    }
    let alone = match str_at(root, "type") {
        "gallery" => {
            article.body.clear();
            let described = inlines_at(root, "subheadlines.basic|description.basic");
            gallery(root, Text::new(), &mut article.body);
            if let Some(Block::Gallery(gallery)) = article.body.first_mut()
                && gallery.caption == described
            {
                // It is the standfirst.
                gallery.caption.clear();
            }
            None
        }
        "image" => figure(root).map(Block::Figure),
        // What is said of it stands above it already.
        "video" => video(root, Recording::default()),
        "audio" => audio(root, Recording::default()),
        _ => None,
    };
    if alone.is_some() {
        article.lead = alone;
        if let Some(words) = root.text("transcript") {
            article.body.extend(fields::lines(&words));
        }
    }
    article.updated = updated(root);
    if article.body.is_empty()
        && article.lead.is_none()
        && let Some(moved) = root.first("related_content.redirect.redirect_url")
    {
        fields::canonical(moved, &mut article);
    }
    // A relative address says nothing of the paper it is in.
    let relative = !str_at(root, "canonical_url").starts_with("http");
    if relative
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

fn leave_out(from: Cursor<'_>, why: &'static str) {
    fields::leave_out(from, str_at(from, "type"), why);
}

/// Whether this stands for something on the newsroom's servers; a note says so.
#[inline(never)]
fn is_reference(from: Cursor<'_>) -> bool {
    let reference = str_at(from, "type") == "reference";
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
    if let Some(found) = section(from.one()) {
        article.section = Some(found);
    }
}

/// A section by its name; a reference at least has an id such as `/news/coast`.
#[inline(never)]
fn section(from: Cursor<'_>) -> Option<Section> {
    let name = match str_at(from, "name") {
        "" => {
            let id = str_at(from, "referent.id").strip_prefix('/')?;
            id.rsplit('/').next()?
        }
        name => name,
    };
    (!name.is_empty()).then(|| Section {
        name: name.to_owned(),
        link: None,
        color: None,
    })
}

/// The people of a credit. References have no name, and neither have those that a form has left empty.
#[inline(never)]
fn authors(from: Cursor<'_>) -> Vec<Author> {
    from.each(|item| {
        if is_reference(item) {
            return None;
        }
        let name = str_at(item, "byline|name").trim();
        (!name.is_empty()).then(|| Author {
            name: html::entities(name),
            role: line_at(item, "role|org"),
            link: link_at(item, "url"),
            picture: picture_at(item, "image"),
        })
    })
}

/// The system also counts what nobody sees as an update.
fn updated(root: Cursor<'_>) -> Option<Timestamp> {
    let published = date_at(root, "publish_date|first_publish_date")?;
    let updated = date_at(root, "last_updated_date")?;
    updated.is_after(&published).then_some(updated)
}

fn comments(from: Cursor<'_>, article: &mut Article) {
    let flag = |key| from.first(key).and_then(|flag| flag.as_flag());
    let days = from.number("comments_period").unwrap_or(0.0);
    let published = article.published.as_ref();
    let end = published.map_or(0.0, |date| date.milliseconds()) + days * 86_400_000.0;
    let state = match (flag("display_comments"), flag("allow_comments")) {
        (Some(false), _) => CommentsState::Off,
        (_, None) => return,
        (_, Some(false)) => CommentsState::Closed,
        _ if days > 0.0 && published.is_some() && from.is_past(end) => CommentsState::Closed,
        _ if fields::is_at(from, "moderation_required") => CommentsState::Moderated,
        _ => CommentsState::Open,
    };
    article.comments = Some(Comments::new(state));
}

/// The words of the first of these members with something in it, which is HTML.
#[inline(never)]
fn words(from: Cursor<'_>, addresses: &str) -> Option<String> {
    let words = html::text(str_at(from, addresses));
    (!words.is_empty()).then_some(words)
}

const TITLE: &str = "content|headlines.basic|headlines.web|title";

#[inline(never)]
fn address(from: Cursor<'_>) -> Option<SafeLink> {
    link_at(from, "url|canonical_url|website_url|canonical_url_external")
}

fn related(from: Cursor<'_>) -> Option<Related> {
    if is_reference(from) {
        return None;
    }
    Some(Related {
        title: words(from, TITLE)?,
        link: address(from)?,
        publisher: None,
        published: date_at(from, "display_date"),
        image: picture_at(from, "promo_items.basic"),
    })
}

/// What promotes a story also leads it: a picture, the poster of a film, the first of a gallery.
fn lead(from: Cursor<'_>, article: &mut Article) {
    let picture = match str_at(from, "type") {
        "image" => Some(from),
        "gallery" => from.first("content_elements").map(|images| images.one()),
        "video" => from.first(POSTER),
        _ => None,
    };
    if !is_reference(from)
        && let Some(figure) = picture.and_then(figure)
    {
        article.lead = Some(Block::Figure(figure));
    }
}

// Elements.

/// Adds what shows an element; nothing where it lacks what it cannot do without.
type Reader = fn(Cursor<'_>, &mut Vec<Block>);

/// Sorted; the order has no meaning.
const ELEMENTS: &[(&str, Reader)] = &[
    ("audio", |from, to| to.extend(audio(from, said(from)))),
    ("blockquote", |from, to| {
        quoted(content(from), Text::new(), to);
    }),
    ("code", |from, to| {
        to.push(Block::Code(Code {
            text: str_at(from, "content").to_owned(),
            language: line_at(from, "language"),
            caption: Text::new(),
        }));
    }),
    ("correction", correction),
    ("custom_embed", |from, to| link_card(from, "embed.url", to)),
    ("divider", |_, to| to.push(Block::Divider(Divider))),
    ("element_group", inner),
    ("endorsement", |from, to| {
        paragraph(fields::text(line_at(from, "endorsement")), to);
    }),
    ("gallery", |from, to| {
        gallery(from, fields::text(words(from, TITLE)), to);
    }),
    ("header", |from, to| {
        to.push(fields::heading(from, inlines_at(from, "content")));
    }),
    ("image", |from, to| {
        to.extend(figure(from).map(Block::Figure));
    }),
    ("interstitial_link", card),
    ("link_list", link_list),
    ("list", list),
    ("numeric_rating", rating),
    ("oembed_response", oembed),
    ("quote", quote),
    ("reference", |from, to| link_card(from, "referent.id", to)),
    ("story", card),
    ("table", table),
    ("video", |from, to| {
        let mut about = said(from);
        about.caption = fields::titled(fields::text(about.title.clone()), about.caption);
        to.extend(video(from, about));
    }),
];

#[inline(never)]
fn elements(from: Cursor<'_>, to: &mut Vec<Block>) {
    for element in from.items() {
        let channels = items_at(element, "channels");
        let for_web = |channel: &Cursor<'_>| channel.value().as_str() == Some("web");
        if !channels.is_empty() && !channels.iter().any(for_web) {
            leave_out(element, "it is for apps only");
            continue;
        }
        let kind = str_at(element, "type");
        let before = to.len();
        match ELEMENTS.iter().find(|(known, _)| *known == kind) {
            Some((_, read)) => read(element, to),
            // A text, or something unknown that has one.
            None => to.extend(content(element)),
        }
        if to.len() == before && !matches!(kind, "text" | "raw_html") {
            leave_out(element, "it holds nothing that can be shown");
        }
    }
}

fn inner(from: Cursor<'_>, to: &mut Vec<Block>) {
    if let Some(inside) = from.first("content_elements") {
        elements(inside, to);
    }
}

#[inline(never)]
fn content(from: Cursor<'_>) -> Vec<Block> {
    match from.first("content") {
        Some(content) if content.value().as_str().is_some() => fields::blocks(content),
        _ => Vec::new(),
    }
}

#[inline(never)]
fn paragraph(text: Text, to: &mut Vec<Block>) {
    to.push(Block::Paragraph(Paragraph { text }));
}

fn quoted(blocks: Vec<Block>, cite: Text, to: &mut Vec<Block>) {
    to.push(Block::Quote(Quote { blocks, cite }));
}

#[inline(never)]
fn boxed(kind: BoxKind, title: Text, blocks: Vec<Block>, to: &mut Vec<Block>) {
    to.push(Block::BoxOut(BoxOut {
        kind,
        title,
        blocks,
    }));
}

#[inline(never)]
fn figure(from: Cursor<'_>) -> Option<Figure> {
    // The original stands in where the address is missing or leads to what browsers do not show.
    let mut copies = vec![from];
    copies.extend(from.first("additional_properties"));
    let mut figure = Figure::new(pictures::image(&copies)?);
    figure.image.size = figure.image.size.or_else(|| from.size());
    figure.image.alt = line_at(from, "alt_text");
    figure.caption = inlines_at(from, "caption");
    let mut credit = named(from, "vanity_credits.by|credits.by", ", ");
    let affiliation = named(from, "credits.affiliation", ", ");
    if !credit.is_empty() && !affiliation.is_empty() {
        // As picture desks write it: `Ada Kerrigan/An Agency`.
        credit.push('/');
    }
    credit.push_str(&affiliation);
    figure.credit = match credit.is_empty() {
        true => fields::text(line_at(from, "copyright")),
        false => fields::text(Some(credit)),
    };
    Some(figure)
}

#[inline(never)]
fn named(from: Cursor<'_>, addresses: &str, between: &str) -> String {
    let mut names = String::new();
    for author in from.first(addresses).map(authors).unwrap_or_default() {
        if !names.is_empty() {
            names.push_str(between);
        }
        names.push_str(&author.name);
    }
    names
}

fn gallery(from: Cursor<'_>, title: Text, to: &mut Vec<Block>) {
    let images = from.first("content_elements");
    to.push(Block::Gallery(Gallery {
        images: images.map(|images| images.each(figure)).unwrap_or_default(),
        caption: fields::titled(title, inlines_at(from, "description.basic")),
        ..Gallery::default()
    }));
}

/// What is said of a film or a sound.
fn said(from: Cursor<'_>) -> Recording {
    Recording {
        title: words(from, TITLE),
        caption: inlines_at(from, "description.basic"),
        ..Recording::default()
    }
}

const POSTER: &str = "promo_image|promo_items.basic";

/// A film from its best file for a page; without one, a card that leads to it.
#[inline(never)]
fn video(from: Cursor<'_>, mut about: Recording) -> Option<Block> {
    let mut best = None;
    let mut best_width = 0.0;
    for stream in items_at(from, "streams") {
        let width = stream.number("width").unwrap_or(1.0);
        // Wider than a page needs is worse than what fits it best, and better than nothing.
        let width = if width > 1280.0 { 1.0 / width } else { width };
        if str_at(stream, "stream_type") == "mp4" && width > best_width {
            best = Some(stream);
            best_width = width;
        }
    }
    let poster = picture_at(from, POSTER);
    let Some(stream) = best else {
        let mut card = embed(address(from)?);
        card.title = about.title;
        card.caption = inlines_at(from, "description.basic");
        card.thumbnail = poster;
        return Some(Block::Embed(card));
    };
    for track in items_at(from, "subtitles.subtitlesUrls|subtitles.urls") {
        if str_at(track, "format") == "WEB_VTT"
            && let Some(src) = track.first("url").and_then(|url| url.as_media())
        {
            about.tracks.push(Track {
                src,
                kind: TrackKind::Captions,
                language: None,
                label: None,
                default: false,
            });
        }
    }
    about.seconds = seconds(from);
    recordings::film(stream, about, poster)
}

/// Lengths are in thousandths of a second.
fn seconds(from: Cursor<'_>) -> Option<u32> {
    let seconds = from.number("duration")? / 1000.0;
    (seconds >= 1.0).then_some(seconds as u32)
}

#[inline(never)]
fn audio(from: Cursor<'_>, mut about: Recording) -> Option<Block> {
    about.seconds = seconds(from);
    let file = match from.first("source_url|url") {
        Some(_) => from,
        None => from.first("streams")?.one(),
    };
    recordings::sound(file, about)
}

/// A list below an item stands beside it in the data.
fn list(from: Cursor<'_>, to: &mut Vec<Block>) {
    let mut items: Vec<ListItem> = Vec::new();
    for item in items_at(from, "items") {
        match items.last_mut() {
            Some(last) if str_at(item, "type") == "list" => list(item, &mut last.blocks),
            _ => {
                let mut blocks = Vec::new();
                elements(item, &mut blocks);
                items.push(ListItem { blocks });
            }
        }
    }
    let ordered = str_at(from, "list_type") == "ordered";
    to.push(Block::List(List {
        start: ordered.then_some(1),
        items,
    }));
}

fn table(from: Cursor<'_>, to: &mut Vec<Block>) {
    let mut table = Table::default();
    if let Some(cells) = from.first("header") {
        table.head.push(row(cells, true));
    }
    for cells in items_at(from, "rows") {
        table.rows.push(row(cells, false));
    }
    to.push(Block::Table(table));
}

#[inline(never)]
fn row(from: Cursor<'_>, header: bool) -> Vec<Cell> {
    let mut cells = Vec::new();
    for cell in from.items() {
        cells.push(Cell {
            text: inlines_at(cell, "content"),
            header,
            ..Cell::default()
        });
    }
    cells
}

fn quote(from: Cursor<'_>, to: &mut Vec<Block>) {
    let mut blocks = Vec::new();
    inner(from, &mut blocks);
    let cite = inlines_at(from, "citation.content");
    if let [Block::Paragraph(paragraph)] = blocks.as_mut_slice()
        && str_at(from, "subtype") == "pullquote"
    {
        let text = std::mem::take(&mut paragraph.text);
        to.push(Block::PullQuote(PullQuote { text, cite }));
    } else {
        quoted(blocks, cite, to);
    }
}

fn oembed(from: Cursor<'_>, to: &mut Vec<Block>) {
    let Some(response) = from.first("raw_oembed") else {
        return link_card(from, "referent.id", to);
    };
    let mut made = response
        .first("html")
        .map(fields::blocks)
        .unwrap_or_default();
    let mut known = Vec::new();
    link_card(response, "url|_id", &mut known);
    if let Some(Block::Embed(card)) = known.first_mut() {
        // The words of a post on another site.
        if let Some(Block::Embed(other)) = made.first_mut() {
            card.caption = std::mem::take(&mut other.caption);
        }
        made = known;
    }
    if let Some(Block::Embed(card)) = made.first_mut() {
        card.title = line_at(response, "title|author_name");
        card.provider = line_at(response, "provider_name");
        card.thumbnail = picture_at(response, "thumbnail_url");
    }
    to.append(&mut made);
}

/// A card for what only has an address, if it is one.
#[inline(never)]
fn link_card(from: Cursor<'_>, addresses: &str, to: &mut Vec<Block>) {
    if str_at(from, addresses).starts_with("http")
        && let Some(link) = link_at(from, addresses)
    {
        to.push(Block::Embed(embed(link)));
    }
}

/// A card for another story: an `interstitial_link`, or a whole story among the elements.
fn card(from: Cursor<'_>, to: &mut Vec<Block>) {
    let title = words(from, TITLE);
    let Some(link) = address(from) else {
        // Its words stay.
        if title.is_some() {
            paragraph(fields::text(title), to);
        }
        return;
    };
    to.push(Block::Card(Card {
        title: title.unwrap_or_else(|| link.host().unwrap_or_default().to_owned()),
        link,
        description: words(from, "description.content|description.basic"),
        image: picture_at(from, "image|promo_items.basic"),
        publisher: None,
        label: None,
    }));
}

/// A list of links under a title.
fn link_list(from: Cursor<'_>, to: &mut Vec<Block>) {
    let mut items = Vec::new();
    for item in items_at(from, "items") {
        let mut text = inlines_at(item, "content");
        if let Some(link) = link_at(item, "url") {
            text = vec![Inline::Link { to: link, text }];
        }
        let mut blocks = Vec::new();
        paragraph(text, &mut blocks);
        if let Some(description) = item.first("description") {
            blocks.extend(content(description));
        }
        items.push(ListItem { blocks });
    }
    let list = Block::List(List { start: None, items });
    let title = inlines_at(from, "title");
    match title.is_empty() {
        true => to.push(list),
        false => boxed(BoxKind::Info, title, vec![list], to),
    }
}

#[inline(never)]
fn correction(from: Cursor<'_>, to: &mut Vec<Block>) {
    let text = inlines_at(from, "text|content");
    if !text.is_empty() {
        let kind = CorrectionKind::parse(str_at(from, "correction_type"));
        to.push(Block::Correction(Correction {
            kind: kind.unwrap_or(CorrectionKind::Correction),
            date: None,
            text,
        }));
    }
}

fn rating(from: Cursor<'_>, to: &mut Vec<Block>) {
    if let Some(best) = from.number("max")
        && let Some(value) = from.number("numeric_rating")
        && let Some(rating) = Rating::new(value.max(0.0).min(best), best, None)
    {
        to.push(Block::Rating(rating));
    }
}

#[cfg(test)]
mod tests;
