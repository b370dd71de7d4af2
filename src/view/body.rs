//! The body: the blocks in their order, and what becomes of too many.

use super::{Node, View, Words, block};
use crate::model::block::Display;
use crate::model::{Article, Block};

/// The first `most` blocks, and where there are more, a notice with a button that asks for them.
pub fn body(view: &mut View<'_>, blocks: &[Block], dateline: Option<&str>, most: usize) {
    let first = blocks.get(..most).unwrap_or(blocks);
    view.open("div.av-body");
    if first.len() > LONG && !first.iter().any(stands_beside) {
        view.attr("data-long", "");
    }
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

/// Of more blocks than these, a browser may leave those out of view for later: the sheet says so.
const LONG: usize = 60;

/// Whether the blocks after it flow around it, which they cannot where each is laid out by itself.
fn stands_beside(block: &Block) -> bool {
    match block {
        Block::Figure(figure) => figure.display == Display::Supporting,
        Block::Gallery(gallery) => gallery.display == Display::Supporting,
        Block::Video(video) => video.display == Display::Supporting,
        _ => false,
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::block::{Figure, Paragraph};
    use crate::model::{Image, Inline, SafeMedia};
    use crate::view::{self, Settings};

    fn html(body: Vec<Block>) -> String {
        let article = Article {
            body,
            ..Article::default()
        };
        view::article(&article, &Words::english(), &Settings::default()).html()
    }

    #[test]
    fn a_long_text_may_be_laid_out_as_it_comes_into_view_unless_it_flows_around_something() {
        let paragraph = Block::Paragraph(Paragraph {
            text: vec![Inline::plain("Rain.")],
        });
        let mut blocks = vec![paragraph; LONG];
        assert!(!html(blocks.clone()).contains("data-long"));
        blocks.push(blocks[0].clone());
        assert!(html(blocks.clone()).contains("data-long"));
        let src = SafeMedia::parse("https://paper.example/rain.png", None).expect("an address");
        let mut beside = Figure::new(Image {
            src,
            size: None,
            alt: None,
            sources: Vec::new(),
        });
        beside.display = Display::Supporting;
        blocks.push(Block::Figure(beside));
        assert!(!html(blocks).contains("data-long"));
    }
}
