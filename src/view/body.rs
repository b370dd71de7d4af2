//! The body: the blocks in their order, and what becomes of too many.

use super::{Node, View, Words, block};
use crate::model::{Article, Block};

/// The first `most` blocks, and where there are more, a notice with a button that asks for them.
pub fn body(view: &mut View<'_>, blocks: &[Block], dateline: Option<&str>, most: usize) {
    let first = blocks.get(..most).unwrap_or(blocks);
    view.open("div.av-body");
    let mut rest = first;
    // Newspapers set the place in front of the first words.
    if let (Some(dateline), Some((Block::Paragraph(paragraph), after))) =
        (dateline, first.split_first())
    {
        view.open("p.av-paragraph");
        view.open("span.av-dateline");
        view.isolated(dateline);
        view.close();
        view.text(" \u{2014} ");
        super::inline::inlines(view, &paragraph.text);
        view.close();
        rest = after;
    }
    block::blocks(view, rest);
    if blocks.len() > most {
        view.open("div.av-rest");
        view.say("p", "rest_hidden");
        view.open("button.av-button@type=button@data-action=more");
        view.say("span", "rest_show");
        view.close();
        view.close();
    }
    view.close();
}

/// The next part of a body that was too long, from block `shown` on, to stand after the last part.
pub fn more(article: &Article, shown: usize, words: &Words, settings: &super::Settings) -> Node {
    let view = &mut View::new(words, article, settings.heading_level);
    // Written for its headings, tables and footnotes, whose numbers go on.
    block::blocks(view, article.body.get(..shown).unwrap_or_default());
    view.finish();
    body(
        view,
        article.body.get(shown..).unwrap_or_default(),
        None,
        settings.most_blocks,
    );
    view.finish()
}
