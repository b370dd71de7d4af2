//! One arm for each kind of block, and no catch-all: a new kind makes the compiler list what is left to do.

mod embed;
mod list;
mod pull_quote;
mod quote;
mod unsupported;

use super::{Node, Words, el, figure, headline, inline};
use crate::model::Block;

/// Blocks below a headline of `headline_level`; headings among them step down by one at a time.
pub fn nodes(blocks: Vec<Block>, words: &Words, headline_level: u8) -> Vec<Node> {
    let mut levels = Levels {
        headline: headline_level,
        last: headline_level,
    };
    blocks
        .into_iter()
        .map(|block| node(block, words, &mut levels))
        .collect()
}

/// Paragraphs and lists without any words of ours: a standfirst.
pub fn plain(blocks: Vec<Block>) -> Vec<Node> {
    nodes(blocks, &Words::default(), 1)
}

fn node(block: Block, words: &Words, levels: &mut Levels) -> Node {
    match block {
        Block::Paragraph(block) => el("p")
            .class("av-paragraph")
            .children(inline::nodes(block.text))
            .into(),
        Block::Heading(block) => el(headline::tag(levels.step(block.level)))
            .class("av-heading")
            .children(inline::nodes(block.text))
            .into(),
        Block::Figure(block) => figure::figure(block, words),
        Block::List(block) => list::list(block, words),
        Block::Quote(block) => quote::quote(block, words),
        Block::PullQuote(block) => pull_quote::pull_quote(block),
        Block::Embed(block) => embed::embed(block, words),
        Block::Divider(_) => el("hr").class("av-divider").into(),
        Block::Unsupported(block) => unsupported::unsupported(block, words),
    }
}

/// The ranks of headings on their way down a body.
struct Levels {
    headline: u8,
    last: u8,
}

impl Levels {
    /// The rank to show for a heading that its writer ranked `wanted` under a headline of 1: never a gap below the last.
    fn step(&mut self, wanted: u8) -> u8 {
        let shown = (self.headline + wanted - 1)
            .min(self.last + 1)
            .clamp(self.headline + 1, 6);
        self.last = shown;
        shown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heading_ranks_never_skip() {
        let mut levels = Levels {
            headline: 1,
            last: 1,
        };
        let shown: Vec<u8> = [4, 4, 2, 6, 3, 2]
            .into_iter()
            .map(|wanted| levels.step(wanted))
            .collect();
        assert_eq!(shown, [2, 3, 2, 3, 3, 2]);
    }

    #[test]
    fn headings_follow_the_rank_of_the_headline() {
        let mut levels = Levels {
            headline: 3,
            last: 3,
        };
        let shown: Vec<u8> = [2, 3, 4, 5]
            .into_iter()
            .map(|wanted| levels.step(wanted))
            .collect();
        assert_eq!(shown, [4, 5, 6, 6]);
    }
}
