//! Blocks, items and inlines without content leave no gap on the page.
//!
//! Editors press return twice, exports write `<p>&nbsp;</p>` for spacing, and a link without words cannot be followed.

use super::{Words, each_words};
use crate::model::inline::plain_text;
use crate::model::{Article, Block, Inline};

pub fn repair(article: &mut Article) {
    each_words(article, &mut |words| {
        if let Words::Text(text) = words {
            drop_empty_inlines(text);
        }
    });
    drop_empty_blocks(&mut article.standfirst);
    drop_empty_blocks(&mut article.body);
    article
        .byline
        .authors
        .retain(|author| !is_blank(&author.name));
    article.tags.retain(|tag| !is_blank(&tag.name));
    article.related.retain(|entry| !is_blank(&entry.title));
    for line in [
        &mut article.kicker,
        &mut article.dateline,
        &mut article.copyright,
        &mut article.byline.line,
    ] {
        if line.as_deref().is_some_and(is_blank) {
            *line = None;
        }
    }
    if article
        .publisher
        .as_ref()
        .is_some_and(|publisher| is_blank(&publisher.name))
    {
        article.publisher = None;
    }
    if article
        .section
        .as_ref()
        .is_some_and(|section| is_blank(&section.name))
    {
        article.section = None;
    }
}

/// Nothing in it that a reader sees.
fn is_blank(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{2060}')
    })
}

fn drop_empty_inlines(text: &mut Vec<Inline>) {
    if is_blank(&plain_text(text)) {
        text.clear();
        return;
    }
    text.retain_mut(|inline| {
        let Some(inner) = inline.inner_mut() else {
            return !inline.own_words().is_empty();
        };
        // A blank element may hold the only space between two words.
        let words = plain_text(inner);
        if is_blank(&words) {
            *inline = Inline::plain(" ");
            return !words.is_empty();
        }
        drop_empty_inlines(inner);
        true
    });
}

fn drop_empty_blocks(blocks: &mut Vec<Block>) {
    blocks.retain_mut(|block| match block {
        Block::Paragraph(paragraph) => !paragraph.text.is_empty(),
        Block::Heading(heading) => !heading.text.is_empty(),
        Block::List(list) => {
            list.items.retain_mut(|item| {
                drop_empty_blocks(&mut item.blocks);
                !item.blocks.is_empty()
            });
            !list.items.is_empty()
        }
        Block::Quote(quote) => {
            drop_empty_blocks(&mut quote.blocks);
            !quote.blocks.is_empty()
        }
        Block::PullQuote(quote) => !quote.text.is_empty(),
        Block::Figure(_) | Block::Embed(_) | Block::Divider(_) | Block::Unsupported(_) => true,
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
        repair(&mut article);
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
