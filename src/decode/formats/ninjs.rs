//! IPTC ninjs: what news agencies send. Versions 1.x, 2.x and 3.x, and the dialect of Superdesk.
//!
//! The versions differ in spelling more than in sense, and files mix them, so every spelling is read everywhere:
//! `versioncreated` and `versionCreated`, a member `headline` and a list `headlines` of roles and values,
//! `associations` and `renditions` as objects or as lists with names.

use super::{Claimed, Format};
use crate::decode::detect::{self, Shape};
use crate::decode::fields::{self, Field, date_at, items_at, line_at, link_at, mentions, str_at};
use crate::decode::{Claim, Cursor, DecodeError, html, pictures, recordings, repeats};
use crate::json::Json;
use crate::model::block::Figure;
use crate::model::inline::plain_text;
use crate::model::media::Recording;
use crate::model::{Article, Author, Block, NoticeKind, Related, Text};

pub const FORMAT: Format = Format {
    name: "ninjs",
    title: "IPTC ninjs",
    is_apart: true,
    claims,
    items,
    decode,
};

fn claims(document: &Json) -> Claim {
    let items = document.items().iter().map(verdict);
    items.fold(verdict(document), Claim::max)
}

const PLAN: Claim = Claim::NotAnArticle("a plan of what will be covered");
const EVENT: Claim = Claim::NotAnArticle("an event");

/// Of what has an id, or something of news.
const OTHERS: &[Shape] = &[
    ("item_type=planning|type=planning", PLAN),
    ("item_type=event|type=event|type=agenda|eventDetails", EVENT),
    ("event dates", EVENT),
    ("plannedCoverage|coverages", PLAN),
];

const IDENTIFIED: &[Shape] = &[("uri:s|guid:s", Claim::Maybe)];

const NEWSY: &[Shape] = &[(
    "bodies:l|descriptions:l|headlines:l|versioncreated|versionCreated|pubstatus|pubStatus|headline|renditions|associations",
    Claim::Maybe,
)];

const WITHOUT_ID: &[Shape] = &[(
    "headline body_html|body_text|body_xhtml versioncreated|pubstatus|slugline",
    Claim::Certain,
)];

fn verdict(item: &Json) -> Claim {
    let Some(members) = item.members() else {
        return Claim::No;
    };
    if item.get("@type").is_some() {
        return Claim::No;
    }
    let identified = detect::claim(item, IDENTIFIED) != Claim::No;
    let mut newsy = detect::claim(item, NEWSY) != Claim::No;
    for (name, _) in members {
        newsy |= name.starts_with("body_") || name.starts_with("description_");
    }
    if identified || newsy {
        match detect::claim(item, OTHERS) {
            Claim::No if identified && newsy => return Claim::Certain,
            Claim::No => {}
            other => return other,
        }
    }
    detect::claim(item, WITHOUT_ID)
}

/// Later rows win where several set the same, so the best stands last.
const FIELDS: &[Field] = &[
    ("uri|guid", fields::id),
    ("language", fields::language),
    (
        "source|copyrightholder|copyrightHolder|infosource.name|infosources.name|infoSources.name",
        fields::publisher,
    ),
    ("service.name|genre.name|genres.name", fields::section),
    ("byline|by", fields::byline),
    ("authors", authors),
    ("located", |from, article| {
        // Agencies also write the author's name here.
        article.dateline = from.as_line();
        if article.dateline == article.byline.line {
            article.dateline = None;
        }
    }),
    ("firstcreated|firstCreated", fields::published),
    ("contentcreated|contentCreated", fields::published),
    ("versioncreated|versionCreated", fields::published),
    ("firstpublished", fields::published),
    ("versioncreated|versionCreated", fields::updated),
    (
        "copyrightnotice|copyrightNotice|usageterms|usageTerms",
        |from, article| fields::copyright(from.one(), article),
    ),
    ("keywords", fields::tags),
    ("subject|subjects", fields::tags),
    ("person|people", fields::tags),
    ("organisation|organisations", fields::tags),
    ("place|places", fields::tags),
    ("event|events", fields::tags),
    ("object|objects", fields::tags),
    ("pubstatus|pubStatus", |from, article| {
        if matches!(
            from.value().as_str(),
            Some("canceled" | "cancelled" | "withheld")
        ) {
            fields::notice(article, NoticeKind::Withdrawn);
        }
    }),
    ("embargoed|embargoedUntil", |from, article| {
        let end = from.as_timestamp();
        if end.is_some_and(|end| !from.is_past(end.milliseconds())) {
            fields::notice(article, NoticeKind::Embargoed);
        }
    }),
];

fn items(list: Cursor<'_>) -> Vec<Cursor<'_>> {
    let items = list.value().items().iter();
    items
        .filter(|item| matches!(verdict(item), Claim::Maybe | Claim::Certain))
        .map(|item| list.on(item))
        .collect()
}

fn decode(Claimed { item, .. }: Claimed<'_>) -> Result<Article, DecodeError> {
    let mut article = fields::article(item, FORMAT.title, FIELDS)?;
    article.headline = text(item, TITLE);
    // Superdesk writes entities where the standard has plain text; it is known by its kind of id.
    if item.first("uri").is_none()
        && let Some(headline) = item.first("headline")
    {
        fields::headline_entities(headline, &mut article);
    }
    let associations = associations(item);
    article.body = body(item, &associations);
    match type_of(item) {
        "picture" => article.lead = figure(item).map(Block::Figure),
        // Its title is the headline.
        "video" | "audio" => article.lead = recording(item, Text::new()),
        _ => {
            article.standfirst = words(item, SUMMARY).map(Words::blocks).unwrap_or_default();
            associate(&associations, &mut article);
            fields::elsewhere(&mut article);
        }
    }
    fields::finish(item, &mut article);
    Ok(article)
}

/// Editors among the authors are named for colleagues.
fn authors(from: Cursor<'_>, article: &mut Article) {
    for item in from.items() {
        if !mentions(str_at(item, "role"), "editor")
            && let Some(author) = fields::author(item)
        {
            article.byline.authors.push(Author {
                role: line_at(item, "jobtitle.name"),
                ..author
            });
        }
    }
}

// Words, and whether they are HTML.

/// A value of words. Its own name, or what stands beside it, says whether it is HTML.
#[derive(Clone, Copy)]
struct Words<'a> {
    value: Cursor<'a>,
    html: bool,
}

impl Words<'_> {
    fn text(self) -> Text {
        match self.html {
            true => fields::inlines(self.value),
            false => fields::plain(self.value),
        }
    }

    fn blocks(self) -> Vec<Block> {
        match self.html {
            true => fields::blocks(self.value),
            false => fields::lines(&self.value.as_text().unwrap_or_default()),
        }
    }
}

// Where words stand: members by name, entries of lists by role behind a `/`, and `*` for any end or role.

const TITLE: &str = "headline|headlines/main|headlines/|headlines/*|headline_*|title";
/// Captions and the names of those who wrote it stand among the descriptions.
const SUMMARY: &str = "description_text|description_html|descriptions/lead|descriptions/summary|descriptions/abstract|\
    descriptions/text|descriptions/main|descriptions/|descriptions/html|description_*";
const CAPTION: &str = "description_text|description_html|descriptions/caption|descriptions/text|descriptions/|\
    descriptions/lead|descriptions/summary|description_*";
const CREDIT: &str = "byline|by|descriptions/creditline|copyrightnotice|copyrightNotice";
const ALT: &str = "body_text|headline|headlines/main|headlines/|headlines/*|headline_*|title";

/// The first words in these places.
#[inline(never)]
fn words<'a>(item: Cursor<'a>, places: &str) -> Option<Words<'a>> {
    places.split('|').find_map(|place| {
        if let Some((list, wanted)) = place.split_once('/') {
            let fits = |entry: &Cursor<'_>| wanted == "*" || str_at(*entry, "role") == wanted;
            let entries = items_at(item, list).into_iter();
            return entries.filter(fits).find_map(entry);
        }
        let fits = |name: &str| match place.strip_suffix('*') {
            Some(start) => name.starts_with(start),
            None => name == place,
        };
        let mut names = item.members()?.iter().filter(|(name, _)| fits(name));
        names.find_map(|(name, _)| member(item, name))
    })
}

/// The words in these places as inline content.
#[inline(never)]
fn text(item: Cursor<'_>, places: &str) -> Text {
    words(item, places).map(Words::text).unwrap_or_default()
}

#[inline(never)]
fn member<'a>(item: Cursor<'a>, name: &str) -> Option<Words<'a>> {
    let value = item.first(name)?;
    value.value().as_str()?;
    let html = name.ends_with("html");
    Some(Words { value, html })
}

/// The value of an entry of a list such as `bodies`.
#[inline(never)]
fn entry(entry: Cursor<'_>) -> Option<Words<'_>> {
    let html = mentions(str_at(entry, KIND), "html") || mentions(str_at(entry, "role"), "html");
    let value = entry.first("value")?;
    Some(Words { value, html })
}

const KIND: &str = "contenttype|contentType";

// The body.

/// The best of several bodies: HTML with pictures in it, other HTML, plain text, and whatever else only if there is
/// nothing better.
fn body_words(item: Cursor<'_>) -> Option<Words<'_>> {
    let mut found = Vec::new();
    for from in items_at(item, "bodies") {
        let plain = str_at(from, KIND) == "text/plain" || str_at(from, "role") == "text";
        found.push((entry(from), plain));
    }
    found.push((member(item, "body_html"), false));
    for (name, _) in item.members().unwrap_or_default() {
        if name.starts_with("body_") {
            found.push((member(item, name), name == "body_text"));
        }
    }
    let mut best = None;
    let mut best_rank = 0;
    for (words, plain) in found {
        let Some(words) = words else { continue };
        let text = words.value.value().as_str().unwrap_or_default();
        let rank = match words.html {
            true if mentions(text, "<img") || mentions(text, "<figure") => 4,
            true => 3,
            false if plain => 2,
            false => 1,
        };
        if rank > best_rank {
            best_rank = rank;
            best = Some(words);
        }
    }
    let best = best?;
    // The words of XML are those between its tags, too.
    let html = best.html || best_rank == 1;
    Some(Words { html, ..best })
}

fn body(item: Cursor<'_>, associations: &[Association<'_>]) -> Vec<Block> {
    match body_words(item) {
        Some(Words { value, html: true }) => {
            let text = value.as_text().unwrap_or_default();
            html::blocks(value, &with_sources(&text, associations))
        }
        Some(words) => words.blocks(),
        None => Vec::new(),
    }
}

/// The HTML with the addresses of the associated pictures in its `img` elements.
///
/// Two marks tie an element to an association: `data-assoc-ref` on it, and a comment such as
/// `<!-- EMBED START Image {id: "editor_0"} -->` before it. Of two attributes with one name the first counts.
#[inline(never)]
fn with_sources(html: &str, associations: &[Association<'_>]) -> String {
    let mut marked = String::new();
    let mut embedded = "";
    for piece in html.split_inclusive('<') {
        let (piece, opens) = match piece.strip_suffix('<') {
            Some(piece) => (piece, true),
            None => (piece, false),
        };
        let is_tag = marked.ends_with('<');
        if is_tag && piece.starts_with("!-- EMBED START") {
            embedded = piece.split('"').nth(1).unwrap_or_default();
        } else if is_tag && piece.starts_with("!-- EMBED END") {
            // An embed that holds no picture of its own.
            if let Some(source) = source(embedded, associations) {
                marked.push_str(&["img", &source, "><"].concat());
            }
            embedded = "";
        }
        let attributes = piece.strip_prefix("img").filter(|_| is_tag);
        match attributes.filter(|attributes| attributes.starts_with([' ', '\n', '\t', '/'])) {
            Some(attributes) => {
                let mut name = std::mem::take(&mut embedded);
                for attribute in attributes.split([' ', '\n', '\t', '>']) {
                    if let Some(reference) = attribute.strip_prefix("data-assoc-ref=") {
                        name = reference.trim_matches(['"', '\'', '/']);
                    }
                }
                let source = source(name, associations).unwrap_or_default();
                marked.push_str(&["img", &source, attributes].concat());
            }
            None => marked.push_str(piece),
        }
        if opens {
            marked.push('<');
        }
    }
    marked
}

/// The attribute with the address of the association called so.
#[inline(never)]
fn source(name: &str, associations: &[Association<'_>]) -> Option<String> {
    let (_, item) = associations.iter().find(|(known, _)| *known == name)?;
    let image = pictures::image(&renditions(*item))?;
    Some([" src=\"", &image.src.src().replace('&', "&amp;"), "\""].concat())
}

// Associations: the pictures, films and other items that belong to an item.

type Association<'a> = (&'a str, Cursor<'a>);

/// Each is searched for in the body, so there must be an end to them.
const MOST: usize = 500;

/// By name in an object, or with their names in a list, in the order of the file.
#[inline(never)]
fn associations(item: Cursor<'_>) -> Vec<Association<'_>> {
    let mut found = Vec::new();
    if let Some(all) = item.first("associations") {
        let names = all.members().unwrap_or_default();
        for (place, value) in all.values().into_iter().enumerate().take(MOST) {
            let name = match names.get(place) {
                Some((name, _)) => name,
                None => str_at(value, "name"),
            };
            if value.members().is_some() {
                found.push((name, value));
            }
        }
    }
    found
}

#[inline(never)]
fn renditions(item: Cursor<'_>) -> Vec<Cursor<'_>> {
    let mut found = item
        .first("renditions")
        .map(|all| all.values())
        .unwrap_or_default();
    found.retain(|copy| copy.members().is_some());
    found
}

/// What kind of thing an item is; one that only has copies is a picture.
#[inline(never)]
fn type_of<'a>(item: Cursor<'a>) -> &'a str {
    match str_at(item, "type") {
        "picture" | "graphic" | "photo" | "image" => "picture",
        "" if item.first("renditions").is_some() && body_words(item).is_none() => "picture",
        kind => kind,
    }
}

#[inline(never)]
fn figure(item: Cursor<'_>) -> Option<Figure> {
    let mut figure = Figure::new(pictures::image(&renditions(item))?);
    figure.caption = text(item, CAPTION);
    figure.credit = text(item, CREDIT);
    let alt = plain_text(&text(item, ALT));
    figure.image.alt = (!alt.is_empty()).then_some(alt);
    Some(figure)
}

/// An item that is a film or a sound: what of its copies browsers play, and a picture among them as its poster.
#[inline(never)]
fn recording(item: Cursor<'_>, title: Text) -> Option<Block> {
    let copies = renditions(item);
    let name = plain_text(&title);
    let about = Recording {
        title: (!name.is_empty()).then_some(name),
        caption: fields::titled(title, text(item, CAPTION)),
        credit: text(item, CREDIT),
        ..Recording::default()
    };
    let mut shown = recordings::block(&copies, about);
    match &mut shown {
        Some(film) => recordings::set_poster(film, pictures::image(&copies)),
        None => leave_out(item, "none of its copies plays in a browser"),
    }
    shown
}

fn leave_out(item: Cursor<'_>, why: &'static str) {
    fields::leave_out(item, str_at(item, "type"), why);
}

/// Names of the lead image, the surest first.
const LEADS: [&str; 5] = ["featuremedia", "mainpic", "mainpicture", "main", "lead"];

/// How likely a picture is to be the lead, from 1; nothing for what is none.
fn lead_rank((name, item): &Association<'_>) -> usize {
    let is_picture = type_of(*item) == "picture" && *name != "logo";
    match LEADS.iter().position(|lead| lead == name) {
        _ if !is_picture || item.first("renditions").is_none() => 0,
        Some(place) => 8 - place,
        None if str_at(*item, "type") == "graphic" => 1,
        None => 2,
    }
}

/// Puts each association where it belongs: into its place in the body, to the top, or below the text.
#[inline(never)]
fn associate(associations: &[Association<'_>], article: &mut Article) {
    let mut lead = 0;
    let mut lead_is = usize::MAX;
    for (place, association) in associations.iter().enumerate() {
        let rank = lead_rank(association);
        if rank > lead {
            (lead, lead_is) = (rank, place);
        }
    }
    for (place, association) in associations.iter().enumerate() {
        let (name, item) = *association;
        match type_of(item) {
            "picture" => {
                if name != "logo"
                    && let Some(figure) = figure(item)
                {
                    let shown = illustrate(item, &figure, &mut article.body);
                    match shown {
                        None if place == lead_is => article.lead = Some(Block::Figure(figure)),
                        None => article.body.push(Block::Figure(figure)),
                        // A picture that is named as the lead stands on top, wherever the text has it.
                        Some(at) if place == lead_is && lead > 2 => {
                            article.lead = Some(article.body.remove(at));
                        }
                        Some(_) => {}
                    }
                }
            }
            "text" | "composite" | "story" | "" => relate(item, article),
            "video" | "audio" => article.body.extend(recording(item, text(item, TITLE))),
            _ => leave_out(item, "it is no picture, film, sound or story"),
        }
    }
}

/// Finds the figure of the body that shows this item, and gives it what the item knows; its place, if there is one.
///
/// The body often shows a preview, so the item's copies are better.
#[inline(never)]
fn illustrate(item: Cursor<'_>, figure: &Figure, body: &mut Vec<Block>) -> Option<usize> {
    let mut sources = vec![figure.image.src.clone()];
    for rendition in renditions(item) {
        sources.extend(rendition.first("href").and_then(|href| href.as_media()));
    }
    let place = body.iter().position(
        |block| matches!(block, Block::Figure(shown) if sources.contains(&shown.image.src)),
    )?;
    // The credit may stand below it once more, as a text of its own.
    if matches!(body.get(place + 1), Some(Block::Paragraph(line)) if line.text == figure.credit) {
        body.remove(place + 1);
    }
    if let Some(Block::Figure(shown)) = body.get_mut(place) {
        let own = std::mem::replace(&mut shown.image, figure.image.clone());
        if own.alt.as_deref().is_some_and(|alt| !alt.is_empty()) {
            shown.image.alt = own.alt;
        }
        repeats::complete(shown, figure);
    }
    Some(place)
}

/// A story that belongs to this one can only be led to if its id is an address.
#[inline(never)]
fn relate(item: Cursor<'_>, article: &mut Article) {
    let title = plain_text(&text(item, TITLE));
    if !title.is_empty()
        && str_at(item, "uri").starts_with("http")
        && let Some(link) = link_at(item, "uri")
    {
        article.related.push(Related {
            title,
            link,
            publisher: None,
            published: date_at(item, "versioncreated|versionCreated"),
            image: None,
        });
    } else {
        leave_out(item, "it has no address of its own");
    }
}

#[cfg(test)]
mod tests;
