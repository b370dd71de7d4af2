//! IPTC ninjs: what news agencies send. Versions 1.x, 2.x and 3.x, and the dialect of Superdesk.
//!
//! The versions differ in spelling more than in sense, and files mix them, so every spelling is read everywhere:
//! `versioncreated` and `versionCreated`, a member `headline` and a list `headlines` of roles and values,
//! `associations` and `renditions` as objects or as lists with names.

use super::Format;
use crate::decode::fields::{self, Field, mentions};
use crate::decode::{Claim, Cursor, DecodeError, NoteKind, html, pictures, recordings, repeats};
use crate::json::Json;
use crate::model::block::{Audio, Figure, Video};
use crate::model::inline::plain_text;
use crate::model::media::Recording;
use crate::model::{Article, Author, Block, Image, Inline, NoticeKind, Related, SafeMedia, Text};

pub const FORMAT: Format = Format {
    name: "ninjs",
    title: "IPTC ninjs",
    claims,
    decode,
};

fn claims(document: &Json) -> Claim {
    find(document).0
}

/// The item itself, or the first of a list that is one; else what stands in its place.
fn find(document: &Json) -> (Claim, &Json) {
    let mut found = (verdict(document), document);
    for item in document.items() {
        let claim = verdict(item);
        if claim > found.0 {
            found = (claim, item);
        }
    }
    found
}

fn verdict(item: &Json) -> Claim {
    let text = |key| item.get(key).and_then(Json::as_str);
    let has = |key| !matches!(item.get(key), None | Some(Json::Null));
    let Some(members) = item.members() else {
        return Claim::No;
    };
    if has("@type") {
        return Claim::No;
    }
    let identified = text("uri").is_some() || text("guid").is_some();
    let newsy = members.iter().any(|(key, value)| match key.as_str() {
        "bodies" | "descriptions" | "headlines" => matches!(value, Json::List(_)),
        "versioncreated" | "versionCreated" | "pubstatus" | "pubStatus" | "headline"
        | "renditions" | "associations" => !matches!(value, Json::Null),
        key => key.starts_with("body_") || key.starts_with("description_"),
    });
    if identified || newsy {
        let kind = text("item_type").or_else(|| text("type"));
        match kind {
            Some("planning") => return Claim::NotAnArticle("a plan of what will be covered"),
            Some("event" | "agenda") => return Claim::NotAnArticle("an event"),
            _ => {}
        }
        if has("eventDetails") || has("event") && has("dates") {
            return Claim::NotAnArticle("an event");
        }
        if has("plannedCoverage") || has("coverages") {
            return Claim::NotAnArticle("a plan of what will be covered");
        }
    }
    let without_id = has("headline")
        && (has("body_html") || has("body_text") || has("body_xhtml"))
        && (has("versioncreated") || has("pubstatus") || has("slugline"));
    match identified && newsy || without_id {
        true => Claim::Certain,
        false => Claim::No,
    }
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
        if let Some(end) = from.as_timestamp()
            && !from.is_past(end.milliseconds())
        {
            fields::notice(article, NoticeKind::Embargoed);
        }
    }),
];

fn decode(top: Cursor<'_>) -> Result<Article, DecodeError> {
    let item = top.on(find(top.value()).1);
    item.must_be_object(FORMAT.title)?;
    let mut article = Article::default();
    fields::read(item, &mut article, FIELDS);
    article.headline = title(item);
    let associations = associations(item);
    article.body = body(item, &associations);
    if is_picture(item) {
        article.lead = figure(item).map(Block::Figure);
    } else if let Some(mut recording) = recording(item) {
        // Its title is the headline.
        if let Block::Video(Video { recording, .. }) | Block::Audio(Audio { recording }) =
            &mut recording
        {
            recording.title = None;
            recording.caption = caption(item);
        }
        article.lead = Some(recording);
    } else {
        article.standfirst = summary(item);
        associate(&associations, &mut article);
        fields::elsewhere(&mut article);
    }
    repeats::drop(&mut article);
    fields::headline_from_text(item, &mut article);
    Ok(article)
}

/// Editors among the authors are named for colleagues.
fn authors(from: Cursor<'_>, article: &mut Article) {
    for item in from.items() {
        let role = item.first("role").and_then(|role| role.value().as_str());
        if !mentions(role.unwrap_or_default(), "editor")
            && let Some(author) = fields::author(item)
        {
            article.byline.authors.push(Author {
                role: item.first("jobtitle.name").and_then(|name| name.as_line()),
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

impl<'a> Words<'a> {
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

    /// The member of this name.
    fn member(from: Cursor<'a>, name: &str) -> Option<Self> {
        let value = from.first(name)?;
        value.value().as_str()?;
        let html = name.ends_with("html");
        Some(Self { value, html })
    }

    /// The first member whose name starts so.
    fn starting(from: Cursor<'a>, start: &str) -> Option<Self> {
        let names = from.members()?.iter().map(|(name, _)| name);
        names
            .filter(|name| name.starts_with(start))
            .find_map(|name| Self::member(from, name))
    }

    /// The value of an entry of a list such as `bodies`.
    fn entry(entry: Cursor<'a>) -> Option<Self> {
        let html = mentions(kind(entry), "html") || mentions(role(entry), "html");
        let value = entry.first("value")?;
        Some(Self { value, html })
    }

    /// The first entry of a list that has the first of these roles; `""` is no role.
    fn with_role(from: Cursor<'a>, key: &str, roles: &[&str]) -> Option<Self> {
        let entries = from.first(key)?.items();
        roles.iter().find_map(|wanted| {
            let mut fitting = entries.iter().filter(|entry| role(**entry) == *wanted);
            fitting.find_map(|entry| Self::entry(*entry))
        })
    }
}

fn role<'a>(entry: Cursor<'a>) -> &'a str {
    let role = entry.first("role");
    role.and_then(|role| role.value().as_str())
        .unwrap_or_default()
}

fn kind<'a>(entry: Cursor<'a>) -> &'a str {
    let kind = entry.first("contenttype|contentType");
    kind.and_then(|kind| kind.value().as_str())
        .unwrap_or_default()
}

fn title(item: Cursor<'_>) -> Text {
    // Superdesk writes entities where the standard has plain text; it is known by its kind of id.
    if item.first("uri").is_none()
        && let Some(text) = item.first("headline").and_then(|line| line.as_line())
    {
        return vec![Inline::Plain(html::entities(&text))];
    }
    let words = Words::member(item, "headline")
        .or_else(|| Words::with_role(item, "headlines", &["main", ""]))
        .or_else(|| Words::entry(item.first("headlines")?.one()))
        .or_else(|| Words::starting(item, "headline_"))
        .or_else(|| Words::member(item, "title"));
    words.map(Words::text).unwrap_or_default()
}

/// What an item says in short; captions and the names of those who wrote it stand among the descriptions.
fn summary(item: Cursor<'_>) -> Vec<Block> {
    const ROLES: &[&str] = &["lead", "summary", "abstract", "text", "main", "", "html"];
    let words = Words::member(item, "description_text")
        .or_else(|| Words::member(item, "description_html"))
        .or_else(|| Words::with_role(item, "descriptions", ROLES))
        .or_else(|| Words::starting(item, "description_"));
    words.map(Words::blocks).unwrap_or_default()
}

/// What an item says of its picture.
fn caption(item: Cursor<'_>) -> Text {
    const ROLES: &[&str] = &["caption", "text", "", "lead", "summary"];
    let words = Words::member(item, "description_text")
        .or_else(|| Words::member(item, "description_html"))
        .or_else(|| Words::with_role(item, "descriptions", ROLES))
        .or_else(|| Words::starting(item, "description_"));
    words.map(Words::text).unwrap_or_default()
}

// The body.

/// The best of several bodies: HTML with pictures in it, other HTML, plain text, and whatever else only if there is
/// nothing better.
fn body_words(item: Cursor<'_>) -> Option<Words<'_>> {
    let entries = item.first("bodies").map(|bodies| bodies.items());
    let entries = entries.unwrap_or_default();
    let illustrated = |words: &Words<'_>| {
        let text = words.value.value().as_str().unwrap_or_default();
        words.html && (mentions(text, "<img") || mentions(text, "<figure"))
    };
    let all = || entries.iter().filter_map(|entry| Words::entry(*entry));
    all()
        .find(illustrated)
        .or_else(|| all().find(|words| words.html))
        .or_else(|| Words::member(item, "body_html"))
        .or_else(|| Words::member(item, "body_xhtml"))
        .or_else(|| {
            let plain =
                |entry: &&Cursor<'_>| kind(**entry) == "text/plain" || role(**entry) == "text";
            Words::entry(*entries.iter().find(plain)?)
        })
        .or_else(|| Words::member(item, "body_text"))
        .or_else(|| {
            // The words of XML are those between its tags, too.
            let rest = Words::starting(item, "body_").or_else(|| all().next())?;
            Some(Words { html: true, ..rest })
        })
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
fn with_sources(html: &str, associations: &[Association<'_>]) -> String {
    let source = |name: &str| -> Option<String> {
        let association = associations.iter().find(|known| known.name == name)?;
        let image = association.image()?;
        Some([" src=\"", &image.src.src().replace('&', "&amp;"), "\""].concat())
    };
    let mut marked = String::new();
    let mut embedded: Option<String> = None;
    for (place, piece) in html.split('<').enumerate() {
        if place > 0 {
            if piece.starts_with("!-- EMBED END")
                && let Some(source) = embedded.take()
            {
                // An embed that holds no picture of its own.
                marked.push_str(&["<img", &source, ">"].concat());
            }
            marked.push('<');
        }
        if piece.starts_with("!-- EMBED START") {
            embedded = piece.split('"').nth(1).and_then(source);
        }
        match piece.strip_prefix("img").filter(|_| place > 0) {
            Some(attributes) if attributes.starts_with([' ', '\n', '\t', '/']) => {
                let reference = attributes
                    .split([' ', '\n', '\t', '>'])
                    .find_map(|attribute| attribute.strip_prefix("data-assoc-ref="))
                    .and_then(|name| source(name.trim_matches(['"', '\'', '/'])));
                marked.push_str("img");
                if let Some(source) = reference.or_else(|| embedded.take()) {
                    marked.push_str(&source);
                }
                marked.push_str(attributes);
            }
            _ => marked.push_str(piece),
        }
    }
    marked
}

// Associations: the pictures, films and other items that belong to an item.

struct Association<'a> {
    name: &'a str,
    item: Cursor<'a>,
}

/// By name in an object, or with their names in a list, in the order of the file.
fn associations(item: Cursor<'_>) -> Vec<Association<'_>> {
    let Some(all) = item.first("associations") else {
        return Vec::new();
    };
    let named = all.members().unwrap_or_default().iter();
    let listed = all.value().items().iter();
    named
        .map(|(name, value)| (name.as_str(), value))
        .chain(listed.map(|value| {
            let name = value.get("name").and_then(Json::as_str);
            (name.unwrap_or_default(), value)
        }))
        .filter(|(_, value)| value.members().is_some())
        .map(|(name, value)| Association {
            name,
            item: all.on(value),
        })
        .collect()
}

impl Association<'_> {
    fn image(&self) -> Option<Image> {
        pictures::image(&renditions(self.item))
    }
}

fn renditions(item: Cursor<'_>) -> Vec<Cursor<'_>> {
    let Some(all) = item.first("renditions") else {
        return Vec::new();
    };
    let named = all.members().unwrap_or_default().iter();
    named
        .map(|(_, value)| value)
        .chain(all.value().items())
        .filter(|value| value.members().is_some())
        .map(|value| all.on(value))
        .collect()
}

/// What kind of thing an item is; one that only has copies is a picture.
fn type_of<'a>(item: Cursor<'a>) -> &'a str {
    match item.first("type").and_then(|kind| kind.value().as_str()) {
        Some(kind) => kind,
        None if item.first("renditions").is_some() && body_words(item).is_none() => "picture",
        None => "",
    }
}

fn is_picture(item: Cursor<'_>) -> bool {
    matches!(type_of(item), "picture" | "graphic" | "photo" | "image")
}

fn figure(item: Cursor<'_>) -> Option<Figure> {
    let mut figure = Figure::new(pictures::image(&renditions(item))?);
    figure.caption = caption(item);
    figure.credit = credit(item);
    let alt = Words::member(item, "body_text").map_or_else(|| title(item), Words::text);
    if !alt.is_empty() {
        figure.image.alt = Some(plain_text(&alt));
    }
    Some(figure)
}

/// An item that is a film or a sound: what of its copies browsers play, and a picture among them as its poster.
fn recording(item: Cursor<'_>) -> Option<Block> {
    let kind = type_of(item);
    if !matches!(kind, "video" | "audio") {
        return None;
    }
    let copies = renditions(item);
    let title = title(item);
    let recording = Recording {
        title: Some(plain_text(&title)).filter(|title| !title.is_empty()),
        caption: fields::titled(title, caption(item)),
        credit: credit(item),
        ..Recording::default()
    };
    let shown = recordings::block(&copies, recording);
    if shown.is_none() {
        item.note(NoteKind::LeftOut {
            kind: kind.to_owned(),
            why: "none of its copies plays in a browser",
        });
    }
    let mut shown = shown?;
    if let Block::Video(video) = &mut shown
        && let Some(poster) = pictures::image(&copies)
    {
        video.size = poster.size;
        video.poster = Some(poster.src);
    }
    Some(shown)
}

fn credit(item: Cursor<'_>) -> Text {
    let credit = Words::member(item, "byline")
        .or_else(|| Words::member(item, "by"))
        .or_else(|| Words::with_role(item, "descriptions", &["creditline"]))
        .or_else(|| Words::member(item, "copyrightnotice"))
        .or_else(|| Words::member(item, "copyrightNotice"));
    credit.map(Words::text).unwrap_or_default()
}

/// Names of the lead image, the surest first.
const LEADS: [&str; 5] = ["featuremedia", "mainpic", "mainpicture", "main", "lead"];

/// Puts each association where it belongs: into its place in the body, to the top, or below the text.
fn associate(associations: &[Association<'_>], article: &mut Article) {
    let mut pictures = Vec::new();
    for association in associations {
        let item = association.item;
        match type_of(item) {
            "picture" | "graphic" | "photo" | "image" => {
                if association.name != "logo"
                    && let Some(figure) = figure(item)
                {
                    let in_body = illustrate(item, &figure, &mut article.body);
                    pictures.push((association, figure, in_body));
                }
            }
            "text" | "composite" | "story" | "" => relate(item, article),
            "video" | "audio" => article.body.extend(recording(item)),
            kind => item.note(NoteKind::LeftOut {
                kind: kind.to_owned(),
                why: "it is no picture, film, sound or story",
            }),
        }
    }
    let named = LEADS.iter().find_map(|lead| {
        let is_lead = |(association, _, _): &(&Association<'_>, _, _)| association.name == *lead;
        pictures.iter().position(is_lead)
    });
    let of_kind = |kind| {
        let is_one =
            |(association, _, _): &(&Association<'_>, _, _)| type_of(association.item) == kind;
        pictures.iter().position(is_one)
    };
    let lead = named
        .or_else(|| of_kind("picture"))
        .or_else(|| of_kind("graphic"));
    for (index, (_, figure, in_body)) in pictures.into_iter().enumerate() {
        if !in_body {
            let figure = Block::Figure(figure);
            match lead == Some(index) {
                true => article.lead = Some(figure),
                false => article.body.push(figure),
            }
        } else if named == Some(index) {
            // A picture that is named as the lead stands on top, wherever the text has it.
            let is_it = |block: &Block| matches!(block, Block::Figure(shown) if shown.image.src == figure.image.src);
            let place = article.body.iter().position(is_it);
            article.lead = place.map(|place| article.body.remove(place));
        }
    }
}

/// Finds the figure of the body that shows this item, if there is one, and gives it what the item knows.
///
/// The body often shows a preview, so the item's copies are better.
fn illustrate(item: Cursor<'_>, figure: &Figure, body: &mut Vec<Block>) -> bool {
    let mut sources: Vec<SafeMedia> = vec![figure.image.src.clone()];
    for rendition in renditions(item) {
        let text = rendition
            .first("href")
            .and_then(|href| href.value().as_str());
        sources.extend(SafeMedia::parse(
            text.unwrap_or_default(),
            item.base().as_deref(),
        ));
    }
    for (place, block) in body.iter_mut().enumerate() {
        let Block::Figure(shown) = block else {
            continue;
        };
        if sources.contains(&shown.image.src) {
            let own = std::mem::replace(&mut shown.image, figure.image.clone());
            if own.alt.as_deref().is_some_and(|alt| !alt.is_empty()) {
                shown.image.alt = own.alt;
            }
            repeats::complete(shown, figure);
            // The credit may stand below it once more, as a text of its own.
            let below = body.get(place + 1);
            if matches!(below, Some(Block::Paragraph(line)) if line.text == figure.credit) {
                body.remove(place + 1);
            }
            return true;
        }
    }
    false
}

/// A story that belongs to this one can only be led to if its id is an address.
fn relate(item: Cursor<'_>, article: &mut Article) {
    let title = plain_text(&title(item));
    let address = item.first("uri").filter(|uri| {
        let id = uri.value().as_str().unwrap_or_default();
        id.starts_with("http")
    });
    match address.and_then(fields::web_link) {
        Some(link) if !title.is_empty() => article.related.push(Related {
            title,
            link,
            publisher: None,
            published: item
                .first("versioncreated|versionCreated")
                .and_then(|date| date.as_timestamp()),
            image: None,
        }),
        _ => item.note(NoteKind::LeftOut {
            kind: "association".to_owned(),
            why: "it has no address of its own",
        }),
    }
}

#[cfg(test)]
mod tests;
