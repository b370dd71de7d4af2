//! Blocks, items and inlines without content leave no gap on the page.
//!
//! Editors press return twice, exports write `<p>&nbsp;</p>` for spacing, and a link without words cannot be followed.

use super::Words;
use crate::model::inline::{is_blank, is_blank_text, plain_text};
use crate::model::{Article, Block, Inline};

pub fn of_words(words: &mut Words<'_>) {
    if let Words::Text(text) | Words::Verse(text) = words {
        drop_empty_inlines(text);
    }
}

pub fn of_blocks(article: &mut Article) {
    drop_empty_blocks(&mut article.standfirst);
    drop_empty_blocks(&mut article.body);
    if let Some(lead) = article.lead.take() {
        let mut lead = vec![lead];
        drop_empty_blocks(&mut lead);
        article.lead = lead.pop();
    }
    article
        .byline
        .authors
        .retain(|author| !is_blank_text(&author.name));
    article.tags.retain(|tag| !is_blank_text(&tag.name));
    article.related.retain(|entry| !is_blank_text(&entry.title));
    for line in [
        &mut article.kicker,
        &mut article.dateline,
        &mut article.copyright,
        &mut article.byline.line,
    ] {
        drop_if_blank(line, |line| line);
    }
    drop_if_blank(&mut article.publisher, |publisher| &publisher.name);
    drop_if_blank(&mut article.section, |section| &section.name);
}

fn drop_if_blank<T>(thing: &mut Option<T>, name: impl Fn(&T) -> &str) {
    if thing
        .as_ref()
        .is_some_and(|thing| is_blank_text(name(thing)))
    {
        *thing = None;
    }
}

fn drop_empty_inlines(text: &mut Vec<Inline>) {
    if is_blank(text) {
        text.clear();
        return;
    }
    text.retain_mut(|inline| {
        let Some(inner) = inline.inner_mut() else {
            return matches!(inline, Inline::Note(_)) || !inline.own_words().is_empty();
        };
        // A blank element may hold the only space between two words.
        if is_blank(inner) {
            let words = plain_text(inner);
            *inline = Inline::plain(" ");
            return !words.is_empty();
        }
        drop_empty_inlines(inner);
        true
    });
}

fn drop_empty_blocks(blocks: &mut Vec<Block>) {
    blocks.retain_mut(|block| {
        block.each_inner(&mut drop_empty_blocks);
        match block {
            Block::Paragraph(paragraph) => !paragraph.text.is_empty(),
            Block::Heading(heading) => !heading.text.is_empty(),
            Block::Gallery(gallery) => !gallery.images.is_empty(),
            Block::List(list) => {
                list.items.retain(|item| !item.blocks.is_empty());
                !list.items.is_empty()
            }
            Block::Descriptions(list) => list.items.iter().any(|item| {
                !item.details.is_empty() || item.terms.iter().any(|term| !term.is_empty())
            }),
            Block::Table(table) => [&table.head, &table.rows, &table.foot]
                .into_iter()
                .flatten()
                .flatten()
                .any(|cell| !cell.text.is_empty()),
            Block::Quote(quote) => !quote.blocks.is_empty(),
            Block::PullQuote(quote) => !quote.text.is_empty(),
            Block::Code(code) => !is_blank_text(&code.text),
            Block::Preformatted(block) => !is_blank_text(&block.text),
            Block::Verse(verse) => !verse.text.is_empty(),
            Block::ButtonLink(button) => !is_blank_text(&button.text),
            Block::Details(details) => !details.summary.is_empty() || !details.blocks.is_empty(),
            Block::BoxOut(box_out) => !box_out.title.is_empty() || !box_out.blocks.is_empty(),
            Block::Questions(list) => list
                .items
                .iter()
                .any(|item| !item.question.is_empty() || !item.blocks.is_empty()),
            Block::Timeline(list) => list
                .items
                .iter()
                .any(|item| !item.title.is_empty() || !item.blocks.is_empty()),
            Block::Footnotes(list) => !list.items.is_empty(),
            Block::Correction(correction) => !correction.text.is_empty(),
            Block::Post(post) => !post.title.is_empty() || !post.blocks.is_empty(),
            Block::Figure(_)
            | Block::Video(_)
            | Block::Audio(_)
            | Block::Embed(_)
            | Block::Card(_)
            | Block::Math(_)
            | Block::Rating(_)
            | Block::Divider(_)
            | Block::Unsupported(_) => true,
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::block::{List, ListItem, Paragraph};

    #[test]
    fn spacing_paragraphs_go() {
        let paragraph = |text: &str| {
            Block::Paragraph(Paragraph {
                text: vec![Inline::plain(text)],
            })
        };
        let mut article = Article {
            body: vec![
                paragraph("\u{a0}"),
                paragraph("words"),
                Block::List(List {
                    start: None,
                    items: vec![ListItem {
                        blocks: vec![paragraph("")],
                    }],
                }),
            ],
            ..Article::default()
        };
        crate::decode::tidy::run(&mut article);
        assert_eq!(article.body, [paragraph("words")]);
    }

    #[test]
    fn a_blank_element_between_two_words_leaves_its_space() {
        let mut text = vec![
            Inline::plain("one"),
            Inline::Strong(vec![Inline::plain(" ")]),
            Inline::plain("two"),
            Inline::Strong(Vec::new()),
        ];
        drop_empty_inlines(&mut text);
        assert_eq!(
            text,
            [
                Inline::plain("one"),
                Inline::plain(" "),
                Inline::plain("two")
            ]
        );
    }
}
