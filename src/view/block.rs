//! One arm for each kind of block, and no catch-all: a new kind makes the compiler list what is left to do.

mod embed;
mod list;
mod pull_quote;
mod quote;
mod unsupported;

use super::{View, figure, headline, inline};
use crate::model::{Block, Inline};

pub fn blocks(view: &mut View<'_>, blocks: &[Block]) {
    for part in blocks {
        block(view, part);
    }
}

pub fn block(view: &mut View<'_>, block: &Block) {
    match block {
        Block::Paragraph(block) => run(view, "p.av-paragraph", &block.text),
        Block::Heading(block) => {
            let level = step(view, block.level);
            run(view, HEADINGS[headline::rank(level)], &block.text);
        }
        Block::Figure(block) => figure::figure(view, block),
        Block::List(block) => list::list(view, block),
        Block::Quote(block) => quote::quote(view, block),
        Block::PullQuote(block) => pull_quote::pull_quote(view, block),
        Block::Embed(block) => embed::embed(view, block),
        Block::Divider(_) => {
            view.open("hr.av-divider");
            view.close();
        }
        Block::Unsupported(block) => unsupported::unsupported(view, block),
    }
}

/// An element with one text in it.
pub fn run(view: &mut View<'_>, shape: &'static str, text: &[Inline]) {
    view.open(shape);
    inline::inlines(view, text);
    view.close();
}

const HEADINGS: [&str; 6] = [
    "h2.av-heading",
    "h2.av-heading",
    "h3.av-heading",
    "h4.av-heading",
    "h5.av-heading",
    "h6.av-heading",
];

/// The level to show for a heading that its writer ranked `wanted` under a headline of 1: never a gap below the last.
fn step(view: &mut View<'_>, wanted: u8) -> u8 {
    let lowest = (view.last_heading + 1).min(6);
    let shown = (view.headline + wanted - 1)
        .min(lowest)
        .max((view.headline + 1).min(6));
    view.last_heading = shown;
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Article;
    use crate::view::Words;

    fn steps(headline: u8, wanted: &[u8]) -> Vec<u8> {
        let words = Words::english();
        let article = Article::default();
        let mut view = View::new(&words, &article, headline);
        wanted
            .iter()
            .map(|wanted| step(&mut view, *wanted))
            .collect()
    }

    #[test]
    fn heading_levels_never_skip() {
        assert_eq!(steps(1, &[4, 4, 2, 6, 3, 2]), [2, 3, 2, 3, 3, 2]);
    }

    #[test]
    fn headings_follow_the_level_of_the_headline() {
        assert_eq!(steps(3, &[2, 3, 4, 5]), [4, 5, 6, 6]);
        assert_eq!(steps(6, &[2, 3]), [6, 6]);
    }
}
