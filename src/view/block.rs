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
mod rating;
mod recording;
mod table;
mod timeline;
mod unsupported;
mod verse;
mod video;

use super::{View, figure, headline, inline};
use crate::model::{Block, Inline};

pub use embed::embed;
pub use footnotes::{Noted, reference};
pub use gallery::gallery;
pub use video::video;

/// Blocks in a row; posts and corrections that follow one another belong together.
pub fn blocks(view: &mut View<'_>, blocks: &[Block]) {
    let mut rest = blocks;
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        let kind = std::mem::discriminant(first);
        if !matches!(first, Block::Post(_) | Block::Correction(_)) {
            block(view, first);
            continue;
        }
        let like = |block: &&Block| std::mem::discriminant(*block) == kind;
        let alike = after.iter().take_while(like).count();
        let start = blocks.len() - after.len() - 1;
        rest = after.get(alike..).unwrap_or_default();
        let run = blocks.get(start..=start + alike).unwrap_or_default();
        if let Block::Post(_) = first {
            post::posts(view, run);
        } else {
            correction::corrections(view, run);
        }
    }
}

pub fn block(view: &mut View<'_>, block: &Block) {
    match block {
        Block::Paragraph(block) => run(view, "p.av-paragraph", &block.text),
        Block::Heading(block) => {
            open_heading(view, block.level, "av-heading");
            inline::inlines(view, &block.text);
            view.close();
        }
        Block::Figure(block) => figure::figure(view, block),
        Block::Gallery(block) => gallery(view, block, false),
        Block::List(block) => list::list(view, block),
        Block::Descriptions(block) => descriptions::descriptions(view, block),
        Block::Table(block) => table::table(view, block),
        Block::Quote(block) => quote::quote(view, block),
        Block::PullQuote(block) => pull_quote::pull_quote(view, block),
        Block::Code(block) => code::code(view, block),
        Block::Preformatted(block) => preformatted::preformatted(view, block),
        Block::Verse(block) => verse::verse(view, block),
        Block::Video(block) => video(view, block, block.display),
        Block::Audio(block) => audio::audio(view, block),
        Block::Embed(block) => embed(view, block),
        Block::Card(block) => card::card(view, block),
        Block::ButtonLink(block) => button_link::button_link(view, block),
        Block::Details(block) => details::details(view, block),
        Block::BoxOut(block) => box_out::box_out(view, block),
        Block::Questions(block) => questions::questions(view, block),
        Block::Timeline(block) => timeline::timeline(view, block),
        Block::Footnotes(block) => footnotes::footnotes(view, block),
        Block::Correction(_) => correction::corrections(view, std::slice::from_ref(block)),
        Block::Post(_) => post::posts(view, std::slice::from_ref(block)),
        Block::Math(block) => math::math(view, block),
        Block::Rating(block) => rating::rating(view, block),
        Block::Divider(_) => {
            view.open("hr.av-divider");
            view.close();
        }
        Block::Unsupported(block) => unsupported::unsupported(view, block),
    }
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
        Self(view.headline, view.last_heading)
    }

    /// Headings from here on stand below the one written last.
    fn below_last(view: &mut View<'_>) {
        view.headline = view.last_heading;
    }

    /// Headings from here on stand where they did before.
    fn restore(self, view: &mut View<'_>) {
        view.headline = self.0;
        view.last_heading = self.1;
    }
}

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
