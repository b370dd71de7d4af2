//! Blocks: there is no catch-all arm, so the compiler knows what is still to be written.

use super::inlines::{place, run};
use super::{
    author, flag, image_members, line, link, list, maybe, moment, number, object, picture,
};
use super::{short, side, word};
use crate::host::text::concat;
use crate::json::Json;
use crate::model::block::{
    Cell, Code, Description, Display, Embed, Event, EventDate, Figure, Footnote, ListItem, Math,
    MathElement, MathNode, Post, Question, Rating, Row, Video,
};
use crate::model::media::{MediaSource, Recording, Track};
use crate::model::{Block, Text};

type Members = Vec<(&'static str, Json)>;

/// The lead, whose type goes without saying if it is a picture.
pub fn lead(lead: &Block) -> Json {
    match lead {
        Block::Figure(figure) => self::figure(figure),
        // A lead is always an object.
        Block::Paragraph(paragraph) => {
            object([("type", word("paragraph")), ("text", run(&paragraph.text))])
        }
        other => block(other),
    }
}

/// Blocks in a place where a text may stand too: a text, where they are one paragraph.
pub fn flow(blocks: &[Block]) -> Json {
    if let [Block::Paragraph(paragraph)] = blocks {
        let text = place(&paragraph.text);
        if is_one_text(&text) {
            return text;
        }
    }
    // Among texts, a program without anything said about it is read as a piece of one.
    let is_bare = |block: &Block| matches!(block, Block::Code(Code { language: None, caption, .. }) if caption.is_empty());
    let is_text = |block: &Block| matches!(block, Block::Paragraph(_));
    let doubtful =
        blocks.iter().any(is_bare) && (blocks.iter()).all(|block| is_bare(block) || is_text(block));
    let blocks = list(blocks, block);
    match doubtful {
        true => object([("blocks", blocks)]),
        false => blocks,
    }
}

/// Whether it is read as one text: a list of strings alone would be several paragraphs.
fn is_one_text(text: &Json) -> bool {
    match text {
        Json::List(items) => items.iter().any(|item| item.members().is_some()),
        _ => true,
    }
}

/// What stands in a block: `text`, where one text is all of it, else `blocks`.
fn inner(blocks: &[Block]) -> (&'static str, Json) {
    match blocks {
        [Block::Paragraph(_)] => ("text", flow(blocks)),
        blocks => self::blocks(blocks),
    }
}

fn blocks(blocks: &[Block]) -> (&'static str, Json) {
    ("blocks", list(blocks, block))
}

/// One block; a paragraph is its text.
pub fn block(block: &Block) -> Json {
    let (kind, members): (_, Members) = match block {
        Block::Paragraph(paragraph) => return place(&paragraph.text),
        Block::Heading(heading) => (
            "heading",
            vec![
                ("level", number(heading.level.into())),
                ("text", run(&heading.text)),
            ],
        ),
        Block::Figure(figure) => ("image", figure_members(figure)),
        Block::Gallery(gallery) => (
            "gallery",
            vec![
                (
                    "images",
                    Json::List(gallery.images.iter().map(figure).collect()),
                ),
                ("caption", run(&gallery.caption)),
                ("credit", run(&gallery.credit)),
                ("display", display(gallery.display)),
            ],
        ),
        Block::List(list) => (
            "list",
            vec![
                ("ordered", flag(list.start.is_some())),
                (
                    "start",
                    maybe(&list.start.filter(|start| *start != 1), |start| {
                        integer(*start)
                    }),
                ),
                ("items", Json::List(list.items.iter().map(item).collect())),
            ],
        ),
        Block::Descriptions(list) => (
            "descriptions",
            vec![(
                "items",
                Json::List(list.items.iter().map(description).collect()),
            )],
        ),
        Block::Table(table) => (
            "table",
            vec![
                ("caption", run(&table.caption)),
                ("head", list(&table.head, head_row)),
                ("rows", Json::List(table.rows.iter().map(row).collect())),
                ("foot", list(&table.foot, row)),
                ("credit", run(&table.credit)),
            ],
        ),
        Block::Quote(quote) => (
            "quote",
            vec![inner(&quote.blocks), ("cite", run(&quote.cite))],
        ),
        Block::PullQuote(quote) => (
            "pullquote",
            vec![("text", run(&quote.text)), ("cite", run(&quote.cite))],
        ),
        Block::Code(code) => (
            "code",
            vec![
                ("language", line(&code.language)),
                ("text", word(&code.text)),
                ("caption", run(&code.caption)),
            ],
        ),
        Block::Preformatted(block) => ("preformatted", vec![("text", word(&block.text))]),
        Block::Verse(verse) => (
            "verse",
            vec![("text", run(&verse.text)), ("cite", run(&verse.cite))],
        ),
        Block::Video(video) => ("video", video_members(video)),
        Block::Audio(audio) => ("audio", recording(&audio.recording).into()),
        Block::Embed(embed) => ("embed", embed_members(embed)),
        Block::Card(card) => (
            "card",
            vec![
                ("url", word(card.link.href())),
                ("title", word(&card.title)),
                ("description", line(&card.description)),
                ("image", maybe(&card.image, picture)),
                ("publisher", line(&card.publisher)),
                ("label", line(&card.label)),
            ],
        ),
        Block::ButtonLink(button) => (
            "button",
            vec![
                ("url", word(button.link.href())),
                ("text", word(&button.text)),
            ],
        ),
        Block::Details(details) => (
            "details",
            vec![
                ("summary", run(&details.summary)),
                ("open", flag(details.open)),
                blocks(&details.blocks),
            ],
        ),
        Block::BoxOut(box_out) => (
            "box",
            vec![
                ("kind", word(box_out.kind.word())),
                ("title", run(&box_out.title)),
                blocks(&box_out.blocks),
            ],
        ),
        Block::Questions(list) => (
            "questions",
            vec![(
                "items",
                Json::List(list.items.iter().map(question).collect()),
            )],
        ),
        Block::Timeline(list) => (
            "timeline",
            vec![("items", Json::List(list.items.iter().map(event).collect()))],
        ),
        Block::Footnotes(list) => (
            "footnotes",
            vec![(
                "items",
                Json::List(list.items.iter().map(footnote).collect()),
            )],
        ),
        Block::Correction(correction) => (
            "correction",
            vec![
                ("kind", word(correction.kind.word())),
                ("date", maybe(&correction.date, moment)),
                ("text", run(&correction.text)),
            ],
        ),
        Block::Post(post) => ("post", post_members(post)),
        Block::Math(math) => ("math", math_members(math)),
        Block::Rating(rating) => ("rating", rating_members(rating)),
        Block::Divider(_) => ("divider", Vec::new()),
        Block::Unsupported(block) => (
            "unsupported",
            vec![("kind", word(&block.kind)), ("text", word(&block.text))],
        ),
    };
    object([("type", word(kind))].into_iter().chain(members))
}

fn figure(figure: &Figure) -> Json {
    object(figure_members(figure))
}

fn figure_members(figure: &Figure) -> Members {
    let Figure {
        image,
        caption,
        credit,
        display,
        link,
    } = figure;
    let [src, width, height, alt, sources] = image_members(image);
    vec![
        src,
        width,
        height,
        alt,
        ("caption", run(caption)),
        ("credit", run(credit)),
        ("display", self::display(*display)),
        ("link", self::link(link)),
        sources,
    ]
}

fn display(display: Display) -> Json {
    match display {
        Display::Inline => Json::Null,
        other => word(other.word()),
    }
}

/// One block stands for itself, since a list in the place of an item is the item's.
fn item(item: &ListItem) -> Json {
    match item.blocks.as_slice() {
        [] => Json::List(Vec::new()),
        [Block::Paragraph(_)] => flow(&item.blocks),
        [only] => block(only),
        several => flow(several),
    }
}

fn description(item: &Description) -> Json {
    let Description { terms, details } = item;
    object([("term", self::terms(terms)), ("details", flow(details))])
}

/// A text, or a list of several; a text that is a list is the only one, or stands in a list of texts.
fn terms(terms: &[Text]) -> Json {
    match terms {
        [] => Json::Null,
        [only] => match place(only) {
            Json::List(items) => {
                let text = Json::List(items);
                match is_one_text(&text) {
                    true => text,
                    false => Json::List(vec![text]),
                }
            }
            text => text,
        },
        several => Json::List(several.iter().map(|term| place(term)).collect()),
    }
}

fn head_row(row: &Row) -> Json {
    Json::List(row.iter().map(|cell| self::cell(cell, true)).collect())
}

fn row(row: &Row) -> Json {
    Json::List(row.iter().map(|cell| self::cell(cell, false)).collect())
}

fn cell(cell: &Cell, in_head: bool) -> Json {
    let Cell {
        text,
        header,
        columns,
        rows,
        align,
    } = cell;
    let span = |cells: u16| match cells {
        1 => Json::Null,
        cells => number(cells.into()),
    };
    let cell = object([
        ("text", place(text)),
        ("header", flag(*header && !in_head)),
        ("columns", span(*columns)),
        ("rows", span(*rows)),
        ("align", maybe(align, |align| word(align.word()))),
    ]);
    short(cell)
}

fn video_members(video: &Video) -> Members {
    let Video {
        recording,
        poster,
        size,
        display,
    } = video;
    let [source, rest @ ..] = self::recording(recording);
    let mut members = vec![
        source,
        ("poster", maybe(poster, |poster| word(poster.src()))),
        ("width", side(size, |size| size.width)),
        ("height", side(size, |size| size.height)),
    ];
    members.extend(rest);
    members.push(("display", self::display(*display)));
    members
}

fn recording(recording: &Recording) -> [(&'static str, Json); 7] {
    let Recording {
        sources,
        tracks,
        title,
        caption,
        credit,
        seconds,
        transcript,
    } = recording;
    let source = match sources.as_slice() {
        [MediaSource { src, mime: None }] => ("src", word(src.src())),
        several => ("sources", list(several, media_source)),
    };
    [
        source,
        ("tracks", list(tracks, track)),
        ("title", line(title)),
        (
            "duration",
            maybe(seconds, |seconds| number(*seconds as usize)),
        ),
        ("transcript", link(transcript)),
        ("caption", run(caption)),
        ("credit", run(credit)),
    ]
}

fn media_source(source: &MediaSource) -> Json {
    let MediaSource { src, mime } = source;
    short(object([("src", word(src.src())), ("type", line(mime))]))
}

fn track(track: &Track) -> Json {
    let Track {
        src,
        kind,
        language,
        label,
        default,
    } = track;
    object([
        ("src", word(src.src())),
        ("kind", word(kind.word())),
        ("language", maybe(language, |language| word(language.tag()))),
        ("label", line(label)),
        ("default", flag(*default)),
    ])
}

/// The player is left out: it follows from the address.
fn embed_members(embed: &Embed) -> Members {
    let Embed {
        link,
        title,
        provider,
        player: _,
        thumbnail,
        size,
        caption,
    } = embed;
    vec![
        ("url", word(link.href())),
        ("title", line(title)),
        ("provider", line(provider)),
        ("thumbnail", maybe(thumbnail, picture)),
        ("width", side(size, |size| size.width)),
        ("height", side(size, |size| size.height)),
        ("caption", run(caption)),
    ]
}

fn question(item: &Question) -> Json {
    let Question { question, blocks } = item;
    object([("question", run(question)), self::blocks(blocks)])
}

fn event(event: &Event) -> Json {
    let Event {
        date,
        title,
        blocks,
    } = event;
    let date = maybe(date, |date| match date {
        EventDate::Moment(date) => moment(date),
        EventDate::Words(words) => word(words),
    });
    object([("date", date), ("title", run(title)), self::blocks(blocks)])
}

fn footnote(note: &Footnote) -> Json {
    let Footnote { id, blocks } = note;
    object([("id", word(id)), inner(blocks)])
}

fn post_members(post: &Post) -> Members {
    let Post {
        id,
        published,
        updated,
        title,
        key,
        pinned,
        author,
        blocks,
    } = post;
    vec![
        ("id", line(id)),
        ("published", maybe(published, moment)),
        ("updated", maybe(updated, moment)),
        ("title", run(title)),
        ("author", maybe(author, self::author)),
        ("key", flag(*key)),
        ("pinned", flag(*pinned)),
        self::blocks(blocks),
    ]
}

fn math_members(math: &Math) -> Members {
    let Math {
        content,
        tex,
        alt,
        display,
    } = math;
    let display = match display {
        true => Json::Null,
        false => Json::Bool(false),
    };
    vec![
        ("content", maybe(content, math_node)),
        ("alt", line(alt)),
        ("tex", line(tex)),
        ("display", display),
    ]
}

fn math_node(node: &MathNode) -> Json {
    let MathNode {
        element,
        attributes,
        text,
        children,
    } = node;
    let words = match text.as_str() {
        "" => Json::Null,
        text => word(text),
    };
    // A row is its children alone.
    if (*element, &words) == (MathElement::Row, &Json::Null) && attributes.is_empty() {
        let children = children.iter().map(math_node).collect();
        return object([("row", Json::List(children))]);
    }
    let attributes = attributes.iter().map(|(name, value)| (*name, word(value)));
    let members = [("text", words), ("children", list(children, math_node))];
    let name = [("el", word(element.word()))];
    object(name.into_iter().chain(attributes).chain(members))
}

fn rating_members(rating: &Rating) -> Members {
    let Rating { value, best, label } = rating;
    let best = match *best {
        5.0 => Json::Null,
        best => decimal(best),
    };
    vec![
        ("value", decimal(*value)),
        ("best", best),
        ("label", line(label)),
    ]
}

/// A number of hundredths, which is as fine as ratings are.
fn decimal(number: f64) -> Json {
    let hundredths = (number * 100.0).round() as usize;
    let whole = super::digits(hundredths / 100);
    let fraction = super::digits(100 + hundredths % 100);
    let fraction = fraction.get(1..).unwrap_or_default().trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    Json::Number(concat(&[&whole, point, fraction]))
}

fn integer(number: i32) -> Json {
    let sign = if number < 0 { "-" } else { "" };
    let digits = super::digits(number.unsigned_abs() as usize);
    Json::Number(concat(&[sign, &digits]))
}
