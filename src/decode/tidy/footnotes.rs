//! References to footnotes that are not there.
//!
//! Exports lose notes more often than the marks that refer to them, and a mark that leads nowhere misleads.

use super::{Words, each_words};
use crate::model::{Article, Block, Inline};

/// Says whether one went: a text may have had nothing else.
pub fn repair(article: &mut Article) -> bool {
    let mut known = Vec::new();
    collect(&mut article.body, &mut known);
    let mut dropped = false;
    each_words(article, &mut |words| {
        if let Words::Text(text) | Words::Verse(text) = words {
            dropped |= drop_unknown(text, &known);
        }
    });
    dropped
}

fn collect(blocks: &mut [Block], known: &mut Vec<String>) {
    for block in blocks {
        if let Block::Footnotes(footnotes) = block {
            known.extend(footnotes.items.iter().map(|item| item.id.clone()));
        }
        block.each_inner(&mut |blocks| collect(blocks, known));
    }
}

fn drop_unknown(text: &mut Vec<Inline>, known: &[String]) -> bool {
    let mut dropped = false;
    text.retain_mut(|inline| {
        let keeps = match inline {
            Inline::Note(id) => known.contains(id),
            _ => true,
        };
        if let Some(inner) = inline.inner_mut() {
            dropped |= drop_unknown(inner, known);
        }
        dropped |= !keeps;
        keeps
    });
    dropped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::block::{Footnote, Footnotes, Paragraph};

    #[test]
    fn a_reference_to_nothing_goes() {
        let note = |id: &str| Inline::Note(id.into());
        let mut article = Article {
            body: vec![
                Block::Paragraph(Paragraph {
                    text: vec![Inline::plain("words"), note("a"), note("b")],
                }),
                Block::Footnotes(Footnotes {
                    items: vec![Footnote {
                        id: "a".into(),
                        blocks: Vec::new(),
                    }],
                }),
            ],
            ..Article::default()
        };
        repair(&mut article);
        let Block::Paragraph(paragraph) = &article.body[0] else {
            panic!("the paragraph stays");
        };
        assert_eq!(paragraph.text, [Inline::plain("words"), note("a")]);
    }
}
