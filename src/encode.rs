//! From an [`Article`] to a file in our own format, which `decode` reads as the same article.
//!
//! Whoever opens an export can keep it in a format that people write by hand, and a test can ask of any article whether
//! something of it is lost on the way out and in again.
//! What `docs/formats/native.md` has a short form for is written in it; what is as it would be without being said is not
//! said. Encoding knows no other format, and decides nothing: the article is taken for what it is.

mod blocks;
mod inlines;
mod write;

use crate::host::text::{concat, digits};
use crate::json::Json;
use crate::model::media::Size;
use crate::model::timestamp::Precision;
use crate::model::{
    Article, Author, Comments, Image, ImageSource, Notice, Publisher, Related, SafeLink, Section,
    Tag, Timestamp,
};

/// Writes an article in our own format, as a person would: in lines of a readable width, indented by two spaces.
///
/// # Examples
///
/// ```
/// use article_viewer::encode::encode;
/// use article_viewer::model::{Article, Inline};
///
/// let rain = Article { headline: vec![Inline::plain("Rain")], ..Article::default() };
/// assert_eq!(
///     encode(&rain),
///     "{\n  \"format\": \"article-viewer/1\",\n  \"headline\": \"Rain\"\n}\n"
/// );
/// ```
pub fn encode(article: &Article) -> String {
    write::pretty(&whole(article))
}

/// Writes a JSON value that fits into lines in lines, and any other indented.
pub fn json(value: &Json) -> String {
    write::pretty(value)
}

/// The members in the order of `docs/formats/native.md`.
fn whole(article: &Article) -> Json {
    let Article {
        id,
        language,
        direction,
        canonical,
        publisher,
        section,
        kicker,
        headline,
        standfirst,
        byline,
        dateline,
        published,
        updated,
        live,
        lead,
        body,
        tags,
        related,
        comments,
        copyright,
        notices,
    } = article;
    object([
        ("format", word("article-viewer/1")),
        ("id", line(id)),
        ("url", link(canonical)),
        ("language", maybe(language, |language| word(language.tag()))),
        ("direction", maybe(direction, |way| word(way.html()))),
        ("publisher", maybe(publisher, self::publisher)),
        ("section", maybe(section, self::section)),
        ("kicker", line(kicker)),
        ("headline", inlines::run(headline)),
        ("standfirst", blocks::flow(standfirst)),
        ("byline", line(&byline.line)),
        ("authors", list(&byline.authors, author)),
        ("dateline", line(dateline)),
        ("published", maybe(published, moment)),
        ("updated", maybe(updated, moment)),
        ("live", maybe(live, |state| word(state.word()))),
        ("lead", maybe(lead, blocks::lead)),
        ("body", list(body, blocks::block)),
        ("tags", list(tags, tag)),
        ("related", list(related, self::related)),
        ("comments", maybe(comments, self::comments)),
        ("notices", list(notices, notice)),
        ("copyright", line(copyright)),
    ])
}

fn publisher(publisher: &Publisher) -> Json {
    let Publisher { name, link, logo } = publisher;
    short(object([
        ("name", word(name)),
        ("url", self::link(link)),
        ("logo", maybe(logo, picture)),
    ]))
}

fn section(section: &Section) -> Json {
    let Section { name, link, color } = section;
    short(object([
        ("name", word(name)),
        ("url", self::link(link)),
        ("color", maybe(color, |color| Json::Text(color.css()))),
    ]))
}

fn author(author: &Author) -> Json {
    let Author {
        name,
        role,
        link,
        picture,
    } = author;
    short(object([
        ("name", word(name)),
        ("role", line(role)),
        ("url", self::link(link)),
        ("picture", maybe(picture, self::picture)),
    ]))
}

fn tag(tag: &Tag) -> Json {
    let Tag { name, link } = tag;
    short(object([("name", word(name)), ("url", self::link(link))]))
}

fn related(related: &Related) -> Json {
    let Related {
        title,
        link,
        publisher,
        published,
        image,
    } = related;
    object([
        ("title", word(title)),
        ("url", word(link.href())),
        ("publisher", line(publisher)),
        ("published", maybe(published, moment)),
        ("image", maybe(image, picture)),
    ])
}

fn comments(comments: &Comments) -> Json {
    let Comments {
        state,
        message,
        count,
        link,
    } = comments;
    short(object([
        ("state", word(state.word())),
        ("message", line(message)),
        ("count", maybe(count, |count| number(*count as usize))),
        ("url", self::link(link)),
    ]))
}

fn notice(notice: &Notice) -> Json {
    let Notice {
        kind,
        message,
        link,
    } = notice;
    short(object([
        ("type", word(kind.word())),
        ("message", line(message)),
        ("url", self::link(link)),
    ]))
}

/// A picture without words of its own: its address, where that is all there is.
fn picture(image: &Image) -> Json {
    short(object(image_members(image)))
}

/// What a figure has of its picture too. The copies stand last, since they are long.
fn image_members(image: &Image) -> [(&'static str, Json); 5] {
    let Image {
        src,
        size,
        alt,
        sources,
    } = image;
    [
        ("src", word(src.src())),
        ("width", side(size, |size| size.width)),
        ("height", side(size, |size| size.height)),
        ("alt", line(alt)),
        ("sources", list(sources, image_source)),
    ]
}

fn image_source(source: &ImageSource) -> Json {
    let ImageSource {
        src,
        width,
        mime,
        crop,
    } = source;
    let size = &crop.and_then(|crop| crop.size);
    object([
        ("src", word(src.src())),
        ("width", maybe(width, |width| number(*width as usize))),
        ("height", side(size, |size| size.height)),
        ("type", maybe(mime, |mime| word(mime.mime()))),
        ("media", maybe(crop, |crop| word(crop.case.word()))),
    ])
}

fn side(size: &Option<Size>, side: fn(&Size) -> u32) -> Json {
    maybe(size, |size| number(side(size) as usize))
}

/// A moment to the thousandth of a second, where so much is known.
fn moment(moment: &Timestamp) -> Json {
    let machine = moment.machine();
    let thousandths = (moment.milliseconds() as i64).rem_euclid(1000) as usize;
    if thousandths == 0 || moment.precision() == Precision::Day {
        return Json::Text(machine);
    }
    let (seconds, zone) = match machine.strip_suffix('Z') {
        Some(seconds) => (seconds, "Z"),
        None => (machine.as_str(), ""),
    };
    let fraction = digits(1000 + thousandths);
    let fraction = fraction.get(1..).unwrap_or_default();
    Json::Text(concat(&[seconds, ".", fraction, zone]))
}

fn link(link: &Option<SafeLink>) -> Json {
    maybe(link, |link| word(link.href()))
}

fn line(line: &Option<String>) -> Json {
    maybe(line, |line| word(line))
}

fn word(word: &str) -> Json {
    Json::Text(word.to_owned())
}

fn number(number: usize) -> Json {
    Json::Number(digits(number))
}

/// `true`, or nothing: no flag of ours is on by itself.
fn flag(flag: bool) -> Json {
    match flag {
        true => Json::Bool(true),
        false => Json::Null,
    }
}

fn maybe<T>(value: &Option<T>, write: impl FnOnce(&T) -> Json) -> Json {
    value.as_ref().map_or(Json::Null, write)
}

/// The items, or nothing where there are none.
fn list<T>(items: &[T], write: fn(&T) -> Json) -> Json {
    match items {
        [] => Json::Null,
        items => Json::List(items.iter().map(write).collect()),
    }
}

/// An object of the members that are there; what is not is `null`.
fn object<'a>(members: impl IntoIterator<Item = (&'a str, Json)>) -> Json {
    let members = members.into_iter();
    let there = members.filter(|(_, value)| *value != Json::Null);
    Json::Object(there.map(|(key, value)| (key.to_owned(), value)).collect())
}

/// The only member of an object in its place, for what has a short form: a name alone, an address alone.
fn short(object: Json) -> Json {
    match object {
        Json::Object(mut members) if members.len() == 1 => {
            members.pop().map_or(Json::Null, |(_, value)| value)
        }
        other => other,
    }
}
