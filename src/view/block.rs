//! One arm for each kind of block, and no catch-all: a new kind makes the compiler list what is left to do.

mod audio;
mod box_out;
mod button_link;
mod card;
mod code;
mod correction;
mod descriptions;
mod details;
mod embed;
mod footnotes;
mod gallery;
mod list;
mod math;
mod post;
mod preformatted;
mod pull_quote;
mod questions;
mod quote;
mod rare;
mod rating;
mod recording;
mod table;
mod timeline;
mod unsupported;
mod verse;
mod video;

use super::{View, figure, headline, inline};
use crate::model::{Block, Inline};

pub use footnotes::{Noted, reference};

/// Blocks in a row.
pub fn blocks(view: &mut View<'_>, blocks: &[Block]) {
    let mut rest = blocks;
    while let Some((first, after)) = rest.split_first() {
        let kind = std::mem::discriminant(first);
        let like = |block: &&Block| std::mem::discriminant(*block) == kind;
        // Posts and corrections that follow one another belong together.
        let alike = match first {
            Block::Post(_) | Block::Correction(_) => after.iter().take_while(like).count(),
            _ => 0,
        };
        let (run, after) = rest.split_at(1 + alike);
        rest = after;
        self::run_of(view, run);
    }
}

pub fn block(view: &mut View<'_>, block: &Block) {
    run_of(view, std::slice::from_ref(block));
}

/// One block, or several of a kind that belong together.
fn run_of(view: &mut View<'_>, run: &[Block]) {
    let Some(block) = run.first() else { return };
    match block {
        Block::Paragraph(block) => self::run(view, "p.av-paragraph", &block.text),
        Block::Heading(block) => {
            open_heading(view, block.level, "av-heading");
            inline::inlines(view, &block.text);
            view.close();
        }
        Block::Figure(block) => figure::figure(view, block),
        Block::List(block) => list::list(view, block),
        Block::Quote(block) => quote::quote(view, block),
        Block::PullQuote(block) => pull_quote::pull_quote(view, block),
        Block::Divider(_) => {
            view.open("hr.av-divider");
            view.close();
        }
        Block::Unsupported(block) => unsupported::unsupported(view, block),
        Block::Gallery(_)
        | Block::Descriptions(_)
        | Block::Table(_)
        | Block::Code(_)
        | Block::Preformatted(_)
        | Block::Verse(_)
        | Block::Video(_)
        | Block::Audio(_)
        | Block::Embed(_)
        | Block::Card(_)
        | Block::ButtonLink(_)
        | Block::Details(_)
        | Block::BoxOut(_)
        | Block::Questions(_)
        | Block::Timeline(_)
        | Block::Footnotes(_)
        | Block::Correction(_)
        | Block::Post(_)
        | Block::Math(_)
        | Block::Rating(_) => open_rare(view, run, false),
    }
}

/// Called through the table, so that the build can put it into a file of its own.
#[inline(never)]
pub fn open_rare(view: &mut View<'_>, run: &[Block], leads: bool) {
    std::hint::black_box(rare::rare as fn(&mut View<'_>, &[Block], bool))(view, run, leads);
}

/// An element with one text in it.
#[inline(never)]
pub fn run(view: &mut View<'_>, shape: &'static str, text: &[Inline]) {
    view.open(shape);
    inline::inlines(view, text);
    view.close();
}

/// An element with one text in it, where there is one.
#[inline(never)]
fn run_if_any(view: &mut View<'_>, shape: &'static str, text: &[Inline]) {
    if !text.is_empty() {
        run(view, shape, text);
    }
}

/// An element with one field in it, where there is one.
#[inline(never)]
fn field_if_any(view: &mut View<'_>, shape: &'static str, field: &Option<String>) {
    if let Some(field) = field {
        view.field(shape, field);
    }
}

/// What stands in an item: one of one paragraph needs no paragraph around its words.
fn item(view: &mut View<'_>, blocks: &[Block]) {
    let mut rest = blocks;
    if let Some((Block::Paragraph(first), after)) = blocks.split_first() {
        inline::inlines(view, &first.text);
        rest = after;
    }
    self::blocks(view, rest);
}

/// Opens a heading that its writer ranked `wanted`.
#[inline(never)]
fn open_heading(view: &mut View<'_>, wanted: u8, class: &'static str) {
    let level = step(view, wanted);
    view.element(headline::TAGS[headline::rank(level)], class);
}

/// The ranks of the headings around a block that has one of its own.
struct Ranks(u8, u8);

impl Ranks {
    fn of(view: &View<'_>) -> Self {
        Self(view.headline, view.counts.last_heading)
    }

    /// Headings from here on stand below the one written last.
    fn below_last(view: &mut View<'_>) {
        view.headline = view.counts.last_heading;
    }

    /// Headings from here on stand where they did before.
    fn restore(self, view: &mut View<'_>) {
        view.headline = self.0;
        view.counts.last_heading = self.1;
    }
}

/// The level to show for a heading that its writer ranked `wanted` under a headline of 1: never a gap below the last.
fn step(view: &mut View<'_>, wanted: u8) -> u8 {
    let lowest = (view.counts.last_heading + 1).min(6);
    let shown = (view.headline + wanted - 1)
        .min(lowest)
        .max((view.headline + 1).min(6));
    view.counts.last_heading = shown;
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
