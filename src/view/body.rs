//! The body: the blocks in their order, in slices, and what becomes of too many.
//!
//! A long body is several elements in a row. All but the first are laid out when they come near the screen, so a text of
//! thousands of blocks is as soon there as one of sixty (decision 0015); and they can be built one after the other.

use super::{Counts, Node, Settings, View, Words, block};
use crate::host::text::digits;
use crate::model::block::Display;
use crate::model::{Article, Block};

/// So many blocks at most are one slice, and as many are on the page before a browser may leave any for later.
const LONG: usize = 60;

/// What of a body is still to be written.
#[derive(Debug, Default)]
pub struct Rest {
    /// So many blocks are written.
    written: usize,
    /// So many are to be written, if there are as many, before a reader is asked.
    wanted: usize,
    counts: Counts,
}

impl Rest {
    pub(super) fn new(settings: &Settings) -> Self {
        Self {
            wanted: settings.most_blocks,
            ..Self::default()
        }
    }

    /// Whether there is another slice to come without being asked for.
    pub fn goes_on(&self, article: &Article) -> bool {
        self.written < self.wanted.min(article.body.len())
    }

    /// The reader asks for as much again.
    pub fn ask(&mut self, settings: &Settings) {
        self.wanted = self.written + settings.most_blocks;
    }

    /// The next slice, to stand behind the one before.
    pub fn next(&mut self, article: &Article, words: &Words, settings: &Settings) -> Node {
        let view = &mut View::new(words, article, settings.heading_level);
        view.counts = std::mem::take(&mut self.counts);
        self.write(view, &article.body, None);
        self.keep(view);
        view.finish()
    }

    /// Whether what comes to stand at `place` has something that is written beside it, on both sides.
    pub fn is_written(&self, place: usize, article: &Article) -> bool {
        place < self.written || self.written == article.body.len()
    }

    /// Everything that is there is wanted.
    pub fn ask_for_all(&mut self, article: &Article) {
        self.wanted = self.wanted.max(article.body.len());
    }

    /// Slices of blocks that come to stand before others; what is counted goes on behind what is written.
    pub fn before(
        &mut self,
        blocks: &[Block],
        article: &Article,
        words: &Words,
        settings: &Settings,
    ) -> Vec<Node> {
        let last_heading = self.counts.last_heading;
        let mut own = Self {
            written: 0,
            wanted: blocks.len(),
            counts: std::mem::take(&mut self.counts),
        };
        own.counts.last_heading = settings.heading_level;
        let mut slices = Vec::new();
        while own.written < blocks.len() {
            let view = &mut View::new(words, article, settings.heading_level);
            view.counts = std::mem::take(&mut own.counts);
            own.write(view, blocks, None);
            own.keep(view);
            slices.push(view.finish());
        }
        self.counts = own.counts;
        self.counts.last_heading = last_heading;
        self.written += blocks.len();
        self.wanted += blocks.len();
        slices
    }

    /// Takes over what the view has counted, since the next slice has a view of its own.
    pub(super) fn keep(&mut self, view: &mut View<'_>) {
        let last_heading = view.counts.last_heading;
        self.counts = std::mem::take(&mut view.counts);
        view.counts.last_heading = last_heading;
    }

    /// Writes one slice, and behind the last that is wanted a notice with a button that asks for more.
    pub(super) fn write(&mut self, view: &mut View<'_>, blocks: &[Block], dateline: Option<&str>) {
        let all = blocks.get(self.written..).unwrap_or_default();
        let due = all
            .get(..self.wanted.saturating_sub(self.written))
            .unwrap_or(all);
        let (slice, hidden) = all.split_at(cut(due));
        // Its room is known when it is written, and is said before it.
        let around = std::mem::take(&mut view.out);
        let mut rest = slice;
        // Newspapers set the place in front of the first words.
        if let (Some(dateline), Some((Block::Paragraph(paragraph), after))) =
            (dateline, slice.split_first())
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
        if slice.len() == due.len() && !hidden.is_empty() {
            view.open("div.av-rest");
            view.say("p", "rest_hidden");
            view.open("button.av-button@type=button@data-action=more");
            view.say("span", "rest_show");
            view.close();
            view.close();
        }
        let inside = std::mem::replace(&mut view.out, around);
        view.open("div.av-body");
        if let Some(before) = self.written.checked_sub(1) {
            let posts = matches!(
                blocks.get(before..),
                Some([Block::Post(_), Block::Post(_), ..])
            );
            view.attr("data-later", if posts { "posts" } else { "" });
            view.attr("--av-letters", &digits(inside.letters));
            view.attr("--av-room", &digits(slice.iter().map(room).sum()));
        }
        view.node(&inside.into());
        view.close();
        self.written += slice.len();
    }
}

/// The height of a block beside that of its words, in em: what stands in it, and what parts it from the next.
fn room(block: &Block) -> usize {
    match block {
        Block::Figure(_) | Block::Gallery(_) | Block::Video(_) | Block::Embed(_) => 22,
        Block::Heading(_) | Block::Post(_) => 4,
        _ => 2,
    }
}

/// How many of `blocks` make a slice: it should end where one paragraph or post follows another, since a space between
/// two slices is always the same, and nothing should hang over its end.
fn cut(blocks: &[Block]) -> usize {
    // A slice of a few blocks would save nothing.
    if blocks.len() <= LONG + LONG / 4 {
        return blocks.len();
    }
    let fits = |place: &usize| {
        let (before, after) = blocks.split_at(*place);
        let alike = matches!(
            (before.last(), after.first()),
            (Some(Block::Paragraph(_)), Some(Block::Paragraph(_)))
                | (Some(Block::Post(_)), Some(Block::Post(_)))
        );
        alike && !before.iter().rev().take(4).any(stands_beside)
    };
    let mut places = (LONG / 2..=LONG)
        .rev()
        .chain(LONG..blocks.len().min(2 * LONG));
    places.find(fits).unwrap_or(LONG)
}

/// Whether the blocks after it flow around it.
fn stands_beside(block: &Block) -> bool {
    match block {
        Block::Figure(figure) => figure.display == Display::Supporting,
        Block::Gallery(gallery) => gallery.display == Display::Supporting,
        Block::Video(video) => video.display == Display::Supporting,
        _ => false,
    }
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

    fn paragraphs(count: usize) -> Vec<Block> {
        let paragraph = Block::Paragraph(Paragraph {
            text: vec![Inline::plain("Rain.")],
        });
        vec![paragraph; count]
    }

    #[test]
    fn a_long_text_is_written_in_slices() {
        assert!(!html(paragraphs(LONG)).contains("data-later"));
        assert!(!html(paragraphs(LONG + LONG / 4)).contains("data-later"));
        let html = html(paragraphs(3 * LONG + 1));
        let slices: Vec<&str> = html.split("<div class=\"av-body\"").skip(1).collect();
        let counts = slices.iter().map(|slice| slice.matches("<p").count());
        assert_eq!(counts.collect::<Vec<_>>(), [LONG, LONG, LONG + 1]);
        let room = "data-later style=\"--av-letters:300;--av-room:120;\"";
        assert!(slices[1].starts_with(&format!(" {room}")), "{}", slices[1]);
    }

    #[test]
    fn a_slice_ends_between_paragraphs_and_not_beside_a_picture() {
        let src = SafeMedia::parse("https://paper.example/rain.png", None).expect("an address");
        let mut beside = Figure::new(Image {
            src,
            size: None,
            alt: None,
            sources: Vec::new(),
        });
        beside.display = Display::Supporting;
        let mut blocks = paragraphs(2 * LONG);
        blocks[LONG - 2] = Block::Figure(beside);
        assert_eq!(cut(&blocks), LONG - 3);
        blocks[LONG - 3] = Block::Divider(crate::model::block::Divider);
        assert_eq!(cut(&blocks), LONG - 4);
    }

    #[test]
    fn what_comes_before_a_body_is_written_alone_and_counted_with_it() {
        let article = Article {
            body: paragraphs(2 * LONG),
            ..Article::default()
        };
        let (words, settings) = (Words::english(), Settings::default());
        let (_, mut rest) = view::first(&article, &words, &settings);
        let written = rest.written;
        let slices = rest.before(&paragraphs(1), &article, &words, &settings);
        let html: Vec<String> = slices.iter().map(Node::html).collect();
        assert_eq!(
            html,
            ["<div class=\"av-body\"><p class=\"av-paragraph\">Rain.</p></div>"]
        );
        assert_eq!(rest.written, written + 1);
    }

    #[test]
    fn slices_can_be_written_one_by_one() {
        let article = Article {
            body: paragraphs(3 * LONG),
            ..Article::default()
        };
        let (words, settings) = (Words::english(), Settings::default());
        let whole = view::article(&article, &words, &settings).html();
        let (first, mut rest) = view::first(&article, &words, &settings);
        assert!(whole.starts_with(first.html().trim_end_matches("</article>")));
        let mut slices = String::new();
        while rest.goes_on(&article) {
            slices.push_str(&rest.next(&article, &words, &settings).html());
        }
        assert!(whole.ends_with(&format!("{slices}</article>")));
    }
}
