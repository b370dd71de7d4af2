//! The body: the blocks in their order, in slices, and what becomes of too many.
//!
//! A body is several elements in a row. The first is what a reader sees at once, and the second is laid out behind it; all
//! others are laid out when they come near the screen, so a text of thousands of blocks is as soon there as one of sixty
//! (decision 0015); and they can be built one after the other.

use super::{Counts, Node, Settings, View, Words, block};
use crate::host::text::digits;
use crate::model::block::Display;
use crate::model::{Article, Block};

/// So many blocks at most are one slice, and as many are on the page before a browser may leave any for later.
const LONG: usize = 60;

/// So many blocks at least are laid out first: with what stands above them more than two screens of a phone.
const FIRST: usize = 6;

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

    /// Writes what a reader sees at once, and in an element of its own what may be laid out right behind that.
    pub(super) fn begin(&mut self, view: &mut View<'_>, blocks: &[Block], dateline: Option<&str>) {
        let due = blocks.get(..self.wanted).unwrap_or(blocks);
        let Some(first) = early_cut(due) else {
            return self.write(view, blocks, dateline);
        };
        self.slice(view, blocks, dateline, first, false);
        let soon = cut(due.get(first..).unwrap_or_default());
        self.slice(view, blocks, None, soon, true);
    }

    /// Writes one slice.
    pub(super) fn write(&mut self, view: &mut View<'_>, blocks: &[Block], dateline: Option<&str>) {
        let due = blocks.get(self.written..self.wanted.min(blocks.len()));
        self.slice(view, blocks, dateline, cut(due.unwrap_or_default()), false);
    }

    /// Writes the next `count` blocks, and behind the last that is wanted a notice with a button that asks for more.
    fn slice(
        &mut self,
        view: &mut View<'_>,
        blocks: &[Block],
        dateline: Option<&str>,
        count: usize,
        is_soon: bool,
    ) {
        let all = blocks.get(self.written..).unwrap_or_default();
        let (slice, hidden) = all.split_at(count.min(all.len()));
        let is_last = self.written + slice.len() >= self.wanted;
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
        if is_last && !hidden.is_empty() {
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
            let kinds = match (is_soon, posts) {
                (true, true) => "soon posts",
                (true, false) => "soon",
                (false, true) => "posts",
                (false, false) => "",
            };
            view.attr("data-later", kinds);
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

/// How many of `blocks` make a slice.
fn cut(blocks: &[Block]) -> usize {
    // A slice of a few blocks would save nothing.
    if blocks.len() <= LONG + LONG / 4 {
        return blocks.len();
    }
    let mut places = (LONG / 2..=LONG)
        .rev()
        .chain(LONG..blocks.len().min(2 * LONG));
    places.find(|place| parts(blocks, *place)).unwrap_or(LONG)
}

/// How many of `blocks` are laid out before the others, if it is worth while.
fn early_cut(blocks: &[Block]) -> Option<usize> {
    let mut places = FIRST..2 * FIRST;
    match blocks.len() < 2 * FIRST {
        true => None,
        false => places.find(|place| parts(blocks, *place)),
    }
}

/// Whether a slice may end at `place`: it should where one paragraph or post follows another, since a space between two
/// slices is always the same, and nothing should hang over its end.
fn parts(blocks: &[Block], place: usize) -> bool {
    let (before, after) = blocks.split_at(place);
    let alike = matches!(
        (before.last(), after.first()),
        (Some(Block::Paragraph(_)), Some(Block::Paragraph(_)))
            | (Some(Block::Post(_)), Some(Block::Post(_)))
    );
    alike && !before.iter().rev().take(4).any(stands_beside)
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

    /// How many paragraphs each slice has.
    fn counts(html: &str) -> Vec<usize> {
        let slices = html.split("<div class=\"av-body\"").skip(1);
        slices.map(|slice| slice.matches("<p").count()).collect()
    }

    #[test]
    fn a_text_begins_with_what_is_seen_at_once() {
        let short = html(paragraphs(2 * FIRST - 1));
        assert!(!short.contains("data-later"), "{short}");
        let whole = html(paragraphs(LONG));
        assert_eq!(counts(&whole), [FIRST, LONG - FIRST]);
        let room = "data-later=\"soon\" style=\"--av-letters:270;--av-room:108;\"";
        assert!(whole.contains(room), "{whole}");
    }

    #[test]
    fn the_beginning_ends_between_paragraphs() {
        let mut blocks = paragraphs(LONG);
        for block in &mut blocks[FIRST - 1..FIRST + 2] {
            *block = Block::Divider(crate::model::block::Divider);
        }
        assert_eq!(early_cut(&blocks), Some(FIRST + 3));
        blocks = vec![blocks[FIRST].clone(); LONG];
        assert_eq!(early_cut(&blocks), None);
    }

    #[test]
    fn a_long_text_is_written_in_slices() {
        let html = html(paragraphs(FIRST + 3 * LONG + 1));
        assert_eq!(counts(&html), [FIRST, LONG, LONG, LONG + 1]);
        let room = " data-later style=\"--av-letters:300;--av-room:120;\"";
        let slices: Vec<&str> = html.split("<div class=\"av-body\"").collect();
        assert!(slices[3].starts_with(room), "{}", slices[3]);
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
