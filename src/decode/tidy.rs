//! Repairs, once, after decoding: those that every format needs, and those that only others than ours need.
//!
//! Each repair is a file with one reason. Every one is idempotent, and run twice their order does not matter; a test proves
//! both. In the order in which they stand here, once is enough.

mod characters;
mod credits;
mod emptiness;
mod footnotes;
pub mod limits;
mod mailboxes;
mod whitespace;
mod words;

use crate::model::block::{
    Audio, BoxOut, ButtonLink, Card, Code, Correction, Descriptions, Details, Embed, EventDate,
    Figure, Gallery, Heading, Math, MathNode, Paragraph, Post, Preformatted, PullQuote, Questions,
    Quote, Rating, Table, Timeline, Unsupported, Verse, Video,
};
use crate::model::media::Recording;
use crate::model::{Article, Author, Block, Image, Inline, Text};

/// One repair of words.
type OfWords = fn(&mut Words<'_>);

/// A blank element leaves a space, which may stand beside others; of a space that goes an empty piece stays behind. So
/// what is empty is looked for on both sides of white space.
const OF_WORDS: &[OfWords] = &[
    characters::repair,
    emptiness::of_words,
    whitespace::repair,
    emptiness::of_words,
];

/// What only exports of other systems need: whoever writes our own format means what is there.
const FOREIGN: &[fn(&mut Article)] = &[credits::repair, mailboxes::repair];

/// Runs the repairs of other formats than ours, before [`run`].
pub fn foreign(article: &mut Article) {
    for repair in FOREIGN {
        repair(article);
    }
}

/// Runs every repair; and those of words and blocks once more where a mark went that may have been all there was.
pub fn run(article: &mut Article) {
    words_and_blocks(article);
    if footnotes::repair(article) {
        words_and_blocks(article);
    }
}

/// An article may have ten thousand texts, so they are walked through once for all repairs of words.
fn words_and_blocks(article: &mut Article) {
    each_words(article, &mut |mut words| {
        for repair in OF_WORDS {
            repair(&mut words);
        }
    });
    emptiness::of_blocks(article);
}

/// Tidies a line of text by itself.
#[inline(never)]
pub fn line(line: &mut String) {
    characters::clean(line);
    whitespace::clean(line);
}

/// Something in an article that holds words.
enum Words<'a> {
    /// Inline content.
    Text(&'a mut Text),
    /// Inline content in which every space counts.
    Verse(&'a mut Text),
    /// A field in one line: a name, a title, a message.
    Line(&'a mut String),
    /// A text in which every space counts.
    Raw(&'a mut String),
}

/// Visits all words of an article.
fn each_words(article: &mut Article, visit: &mut dyn FnMut(Words<'_>)) {
    let Article {
        id: _,
        language: _,
        direction: _,
        canonical: _,
        publisher,
        section,
        kicker,
        headline,
        standfirst,
        byline,
        dateline,
        published: _,
        updated: _,
        live: _,
        lead,
        body,
        tags,
        related,
        comments,
        copyright,
        notices,
    } = article;
    visit(Words::Text(headline));
    each_in_blocks(standfirst, visit);
    if let Some(lead) = lead {
        each_in_block(lead, visit);
    }
    each_in_blocks(body, visit);
    for line in [kicker, dateline, copyright, &mut byline.line] {
        each_line(line, visit);
    }
    if let Some(publisher) = publisher {
        visit(Words::Line(&mut publisher.name));
    }
    if let Some(section) = section {
        visit(Words::Line(&mut section.name));
    }
    for tag in tags {
        visit(Words::Line(&mut tag.name));
    }
    if let Some(comments) = comments {
        each_line(&mut comments.message, visit);
    }
    for notice in notices {
        each_line(&mut notice.message, visit);
    }
    for author in &mut byline.authors {
        each_in_author(author, visit);
    }
    for entry in related {
        visit(Words::Line(&mut entry.title));
        each_line(&mut entry.publisher, visit);
        each_in_image(&mut entry.image, visit);
    }
}

#[inline(never)]
fn each_line(line: &mut Option<String>, visit: &mut dyn FnMut(Words<'_>)) {
    if let Some(words) = line {
        visit(Words::Line(words));
        // A repair may have taken all there was.
        if words.is_empty() {
            *line = None;
        }
    }
}

fn each_in_image(image: &mut Option<Image>, visit: &mut dyn FnMut(Words<'_>)) {
    if let Some(image) = image {
        each_in_alt(image, visit);
    }
}

/// An alternative text without words is a decision, so it stays.
fn each_in_alt(image: &mut Image, visit: &mut dyn FnMut(Words<'_>)) {
    if let Some(alt) = &mut image.alt {
        visit(Words::Line(alt));
    }
}

fn each_in_blocks(blocks: &mut [Block], visit: &mut dyn FnMut(Words<'_>)) {
    for block in blocks {
        each_in_block(block, visit);
    }
}

fn each_in_block(block: &mut Block, visit: &mut dyn FnMut(Words<'_>)) {
    match block {
        Block::Paragraph(Paragraph { text })
        | Block::Heading(Heading { text, .. })
        | Block::Correction(Correction { text, .. }) => visit(Words::Text(text)),
        Block::Figure(figure) => each_in_figure(figure, visit),
        Block::Gallery(Gallery {
            images,
            caption,
            credit,
            ..
        }) => {
            for figure in images {
                each_in_figure(figure, visit);
            }
            visit(Words::Text(caption));
            visit(Words::Text(credit));
        }
        Block::Descriptions(Descriptions { items }) => {
            for term in items.iter_mut().flat_map(|item| &mut item.terms) {
                visit(Words::Text(term));
            }
        }
        Block::Table(Table {
            caption,
            head,
            rows,
            foot,
            credit,
        }) => {
            visit(Words::Text(caption));
            for row in [head, rows, foot].into_iter().flatten() {
                for cell in row {
                    visit(Words::Text(&mut cell.text));
                }
            }
            visit(Words::Text(credit));
        }
        Block::Quote(Quote { cite, .. }) => visit(Words::Text(cite)),
        Block::PullQuote(PullQuote { text, cite }) => {
            visit(Words::Text(text));
            visit(Words::Text(cite));
        }
        Block::Code(Code {
            text,
            language,
            caption,
        }) => {
            visit(Words::Raw(text));
            each_line(language, visit);
            visit(Words::Text(caption));
        }
        Block::Preformatted(Preformatted { text }) => visit(Words::Raw(text)),
        Block::Verse(Verse { text, cite }) => {
            visit(Words::Verse(text));
            visit(Words::Text(cite));
        }
        Block::Video(Video { recording, .. }) | Block::Audio(Audio { recording }) => {
            let Recording {
                tracks,
                title,
                caption,
                credit,
                ..
            } = recording;
            for track in tracks {
                each_line(&mut track.label, visit);
            }
            each_line(title, visit);
            visit(Words::Text(caption));
            visit(Words::Text(credit));
        }
        Block::Embed(Embed {
            title,
            provider,
            thumbnail,
            caption,
            ..
        }) => {
            each_line(title, visit);
            each_line(provider, visit);
            each_in_image(thumbnail, visit);
            visit(Words::Text(caption));
        }
        Block::Card(Card {
            link,
            title,
            description,
            image,
            publisher,
            label,
        }) => {
            visit(Words::Line(title));
            if title.is_empty() {
                title.extend(link.host());
            }
            each_line(description, visit);
            each_in_image(image, visit);
            each_line(publisher, visit);
            each_line(label, visit);
        }
        Block::ButtonLink(ButtonLink { text, .. }) => visit(Words::Line(text)),
        Block::Details(Details { summary: text, .. })
        | Block::BoxOut(BoxOut { title: text, .. }) => visit(Words::Text(text)),
        Block::Questions(Questions { items }) => {
            for item in items {
                visit(Words::Text(&mut item.question));
            }
        }
        Block::Timeline(Timeline { items }) => {
            for item in items {
                if let Some(EventDate::Words(date)) = &mut item.date {
                    visit(Words::Line(date));
                }
                visit(Words::Text(&mut item.title));
            }
        }
        Block::Post(Post { title, author, .. }) => {
            visit(Words::Text(title));
            if let Some(known) = author {
                each_in_author(known, visit);
                if known.name.is_empty() {
                    *author = None;
                }
            }
        }
        Block::Math(Math {
            content, tex, alt, ..
        }) => {
            if let Some(content) = content {
                each_in_math(content, visit);
            }
            each_line(tex, visit);
            each_line(alt, visit);
        }
        Block::Rating(Rating { label, .. }) => each_line(label, visit),
        Block::Unsupported(Unsupported { kind, text }) => {
            visit(Words::Line(kind));
            visit(Words::Line(text));
        }
        Block::List(_) | Block::Footnotes(_) | Block::Divider(_) => {}
    }
    block.each_inner(&mut |blocks| each_in_blocks(blocks, visit));
}

fn each_in_figure(figure: &mut Figure, visit: &mut dyn FnMut(Words<'_>)) {
    each_in_alt(&mut figure.image, visit);
    visit(Words::Text(&mut figure.caption));
    visit(Words::Text(&mut figure.credit));
}

fn each_in_author(author: &mut Author, visit: &mut dyn FnMut(Words<'_>)) {
    visit(Words::Line(&mut author.name));
    each_line(&mut author.role, visit);
    each_in_image(&mut author.picture, visit);
}

fn each_in_math(node: &mut MathNode, visit: &mut dyn FnMut(Words<'_>)) {
    visit(Words::Line(&mut node.text));
    for child in &mut node.children {
        each_in_math(child, visit);
    }
}

/// Visits the plain pieces of a text, code among them, in reading order.
fn each_piece(text: &mut [Inline], visit: &mut dyn FnMut(&mut String)) {
    for inline in text {
        match inline {
            Inline::Plain(piece) | Inline::Code(piece) => visit(piece),
            Inline::Ruby { reading, .. } => visit(reading),
            Inline::Term {
                title: Some(title), ..
            } => visit(title),
            _ => {}
        }
        if let Some(inner) = inline.inner_mut() {
            each_piece(inner, visit);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::{Options, decode};

    #[track_caller]
    fn article(json: &str) -> Article {
        let json = format!(r#"{{"format": "article-viewer/1", "headline": "H", {json}}}"#);
        let decoded = decode(json.as_bytes(), &Options::default());
        decoded.expect("an article").article
    }

    #[test]
    fn a_line_of_which_a_repair_leaves_nothing_is_none() {
        let read = article(
            r#""copyright": "\u0007", "comments": {"state": "open", "message": "\u202e"},
            "body": [{"type": "post", "author": "\u0007", "blocks": ["x"]},
                {"type": "card", "url": "https://pier.example/a", "title": "\u0007"}]"#,
        );
        assert_eq!(read.copyright, None);
        assert_eq!(read.comments.expect("a state").message, None);
        let [Block::Post(post), Block::Card(card)] = read.body.as_slice() else {
            panic!("{:?}", read.body);
        };
        assert_eq!(post.author, None);
        assert_eq!(card.title, "pier.example");
    }

    #[test]
    fn a_line_is_read_as_it_will_stay() {
        let read = article(
            r#""kicker": "\u0007\u00a0Tides \n and\ttimes\u00a0",
            "body": [{"type": "timeline", "items": [{"date": "\u00071904-05-02", "title": "Built"}]}]"#,
        );
        assert_eq!(read.kicker.as_deref(), Some("Tides and times"));
        assert!(format!("{:?}", read.body).contains("Moment("));
    }

    #[test]
    fn an_empty_lead_is_none() {
        let read = article(r#""lead": {"type": "code", "text": "\u0007"}, "body": ["x"]"#);
        assert_eq!(read.lead, None);
    }

    #[test]
    fn the_order_of_the_repairs_does_not_matter() {
        let json = r#"{"format": "article-viewer/1", "headline": "  A \u202E  b ", "body": [
            "  ", " one  two ", ["a ", {"type": "em", "text": "  "}, " b"], {"type": "list", "items": ["", "x"]},
            {"type": "quote", "text": [" "]}, "\u200b\u0007", ["b", {"type": "note", "ref": "x"}],
            {"type": "table", "rows": [[" a ", ""], ["", {"type": "note", "ref": "x"}]]},
            {"type": "details", "summary": " ", "blocks": [" "]}, {"type": "code", "text": "  a\n\n  b "},
            {"type": "box", "blocks": [{"type": "questions", "items": [{"question": "", "blocks": [""]}]}]}
        ]}"#;
        let value = crate::json::parse(json).unwrap().value;
        let context = crate::decode::cursor::Context::new(
            &value,
            &crate::decode::Options::default(),
            Vec::new(),
        );
        let raw = crate::decode::formats::native::decode(context.top()).unwrap();
        let wanted = decode(json.as_bytes(), &Options::default())
            .unwrap()
            .article;
        // All in any order, one after the other, twice; emptiness is one in two halves.
        let repairs: Vec<&dyn Fn(&mut Article)> = vec![
            &|article| of_words(article, characters::repair),
            &|article| of_words(article, whitespace::repair),
            &|article| {
                of_words(article, emptiness::of_words);
                emptiness::of_blocks(article);
            },
            &|article| {
                footnotes::repair(article);
            },
        ];
        for first in 0..repairs.len() {
            for second in 0..repairs.len() {
                let mut order = repairs.clone();
                order.rotate_left(first);
                order.swap(0, second);
                let mut article = raw.clone();
                for _ in 0..2 {
                    order.iter().for_each(|repair| repair(&mut article));
                }
                assert_eq!(article, wanted);
                run(&mut article);
                assert_eq!(article, wanted, "a second run changes nothing");
            }
        }
    }

    fn of_words(article: &mut Article, repair: OfWords) {
        each_words(article, &mut |mut words| repair(&mut words));
    }

    #[test]
    fn what_one_repair_leaves_another_takes() {
        for (text, wanted) in [
            (
                r#"["one ", {"type": "em", "text": " "}, " two"]"#,
                "one two",
            ),
            (r#"["a", {"type": "em", "text": "\u00a0"}, " b"]"#, "a b"),
            (
                r#"["x", {"type": "strong", "text": ["", {"type": "em", "text": " "}]}, {"type": "em", "text": " "}, "y"]"#,
                "x y",
            ),
            (
                r#"["one ", {"type": "code", "text": ""}, " two"]"#,
                "one two",
            ),
            (
                r#"["one ", {"type": "code", "text": "\u202e"}, " two"]"#,
                "one two",
            ),
            (
                r#"["one", {"type": "break"}, {"type": "code", "text": ""}]"#,
                "one",
            ),
            (
                r#"["a ", {"type": "sup", "text": ["\u00a0", {"type": "note", "ref": "x"}]}, " b"]"#,
                "a b",
            ),
            (
                r#"["a ", {"type": "em", "text": [{"type": "break"}, {"type": "note", "ref": "x"}]}, "b"]"#,
                "a b",
            ),
            (
                r#"["a", {"type": "em", "text": ["\u00a0", {"type": "note", "ref": "x"}]}]"#,
                "a",
            ),
        ] {
            let mut read = article(&format!(r#""body": [{text}]"#));
            let [Block::Paragraph(paragraph)] = read.body.as_slice() else {
                panic!("{:?}", read.body);
            };
            let words = crate::model::inline::plain_text(&paragraph.text);
            assert_eq!(words, wanted, "{text}");
            let once = read.clone();
            run(&mut read);
            assert_eq!(read, once, "{text}");
        }
    }
}
