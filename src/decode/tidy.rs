//! Repairs that every format needs, once, after decoding.
//!
//! Each repair is a file with one reason. Every one is idempotent and their order does not matter; a test proves both.

mod characters;
mod emptiness;
mod whitespace;

use crate::model::block::{Embed, Figure, Heading, List, Paragraph, PullQuote, Quote, Unsupported};
use crate::model::{Article, Block, Image, Inline, Text};

/// One repair.
pub type Repair = fn(&mut Article);

/// Sorted by name; the order has no meaning.
pub const REPAIRS: &[Repair] = &[
    characters::repair, //
    emptiness::repair,
    whitespace::repair,
];

/// Runs every repair until nothing changes: white space that one removes may leave an emptiness for another.
pub fn run(article: &mut Article) {
    for _ in 0..2 {
        for repair in REPAIRS {
            repair(article);
        }
    }
}

/// Something in an article that holds words.
enum Words<'a> {
    /// Inline content.
    Text(&'a mut Text),
    /// A field in one line: a name, a title, a message.
    Line(&'a mut String),
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
    let lines = [kicker, dateline, copyright, &mut byline.line]
        .into_iter()
        .flatten()
        .chain(publisher.iter_mut().map(|publisher| &mut publisher.name))
        .chain(section.iter_mut().map(|section| &mut section.name))
        .chain(tags.iter_mut().map(|tag| &mut tag.name))
        .chain(
            comments
                .iter_mut()
                .filter_map(|comments| comments.message.as_mut()),
        )
        .chain(
            notices
                .iter_mut()
                .filter_map(|notice| notice.message.as_mut()),
        );
    for line in lines {
        visit(Words::Line(line));
    }
    for author in &mut byline.authors {
        visit(Words::Line(&mut author.name));
        each_line(&mut author.role, visit);
        if let Some(picture) = &mut author.picture {
            each_in_image(picture, visit);
        }
    }
    for entry in related {
        visit(Words::Line(&mut entry.title));
        each_line(&mut entry.publisher, visit);
        if let Some(image) = &mut entry.image {
            each_in_image(image, visit);
        }
    }
}

fn each_line(line: &mut Option<String>, visit: &mut dyn FnMut(Words<'_>)) {
    if let Some(line) = line {
        visit(Words::Line(line));
    }
}

fn each_in_image(image: &mut Image, visit: &mut dyn FnMut(Words<'_>)) {
    each_line(&mut image.alt, visit);
}

fn each_in_blocks(blocks: &mut [Block], visit: &mut dyn FnMut(Words<'_>)) {
    for block in blocks {
        each_in_block(block, visit);
    }
}

fn each_in_block(block: &mut Block, visit: &mut dyn FnMut(Words<'_>)) {
    match block {
        Block::Paragraph(Paragraph { text }) | Block::Heading(Heading { text, .. }) => {
            visit(Words::Text(text))
        }
        Block::Figure(Figure {
            image,
            caption,
            credit,
            ..
        }) => {
            each_in_image(image, visit);
            visit(Words::Text(caption));
            visit(Words::Text(credit));
        }
        Block::List(List { items, .. }) => {
            for item in items {
                each_in_blocks(&mut item.blocks, visit);
            }
        }
        Block::Quote(Quote { blocks, cite }) => {
            each_in_blocks(blocks, visit);
            visit(Words::Text(cite));
        }
        Block::PullQuote(PullQuote { text, cite }) => {
            visit(Words::Text(text));
            visit(Words::Text(cite));
        }
        Block::Embed(Embed {
            title,
            provider,
            caption,
            ..
        }) => {
            each_line(title, visit);
            each_line(provider, visit);
            visit(Words::Text(caption));
        }
        Block::Unsupported(Unsupported { kind, text }) => {
            visit(Words::Line(kind));
            visit(Words::Line(text));
        }
        Block::Divider(_) => {}
    }
}

/// Visits the plain pieces of a text, code among them, in reading order.
fn each_piece(text: &mut [Inline], visit: &mut dyn FnMut(&mut String)) {
    for inline in text {
        match inline {
            Inline::Plain(piece) | Inline::Code(piece) => visit(piece),
            other => {
                if let Some(inner) = other.inner_mut() {
                    each_piece(inner, visit);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::{Options, decode};

    #[test]
    fn the_order_of_the_repairs_does_not_matter() {
        let json = r#"{"format": "article-viewer/1", "headline": "  A \u202E  b ", "body": [
            "  ", " one  two ", ["a ", {"type": "em", "text": "  "}, " b"], {"type": "list", "items": ["", "x"]},
            {"type": "quote", "text": [" "]}, "\u200b\u0007"
        ]}"#;
        let value = crate::json::parse(json).unwrap().value;
        let context = crate::decode::cursor::Context::new(
            &value,
            &crate::decode::Options::default(),
            Vec::new(),
        );
        let raw = (crate::decode::formats::FORMATS
            .iter()
            .find(|f| f.name == "native")
            .unwrap()
            .decode)(context.top())
        .unwrap();
        let wanted = decode(json.as_bytes(), &Options::default())
            .unwrap()
            .article;
        let (a, b, c) = (REPAIRS[0], REPAIRS[1], REPAIRS[2]);
        for order in [
            [a, b, c],
            [a, c, b],
            [b, a, c],
            [b, c, a],
            [c, a, b],
            [c, b, a],
        ] {
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
