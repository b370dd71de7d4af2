//! Long markup, read a piece at a time ahead of the article that it belongs to.
//!
//! The text of a long article takes a slow phone half a second, in which it does nothing else. So a format is asked twice:
//! first for the markup that it will want, of which it is given a paragraph that stands for it, and when that has been read
//! in pieces, for the article. No format knows of this, and what nobody has read ahead is read in one go, to the same end.

use super::blocks_of;
use super::names::{Attribute, Tag, roles};
use super::tree::{self, Closed, Markup};
use crate::decode::cursor::Context;
use crate::decode::{Cursor, Options};
use crate::host::html::{END, code};
use crate::json::Json;
use crate::model::block::Paragraph;
use crate::model::{Block, Inline};

/// Shorter markup, in bytes, is not worth a turn of its own.
const LONG: usize = 50_000;

/// Whether markup is long enough, and has something in front of which it can be cut.
fn is_long(html: &str) -> bool {
    html.len() >= LONG && ["<p", "<h"].iter().any(|tag| html.contains(tag))
}

/// Whether there is long markup anywhere in a document.
pub fn has_long(value: &Json) -> bool {
    match value {
        Json::Text(text) => is_long(text),
        Json::List(items) => items.iter().any(has_long),
        Json::Object(members) => members.iter().any(|(_, member)| has_long(member)),
        Json::Null | Json::Bool(_) | Json::Number(_) => false,
    }
}

/// A piece of the stream, but for the last, is at least as long, in bytes: some milliseconds' worth on a slow phone.
const PIECE: usize = 20_000;

/// The long texts of one document.
#[derive(Default)]
pub struct Ahead {
    /// Whether texts are gathered that nobody has read.
    pub asks: bool,
    texts: Vec<Long>,
    is_over: bool,
}

impl Ahead {
    /// Whether there is more to read. What is then done at once comes behind a step in which nothing is, so that it can
    /// have a turn of its own.
    pub fn goes_on(&self) -> bool {
        !self.texts.is_empty() && !self.is_over
    }

    /// Reads a piece.
    pub fn read(&mut self, options: &Options) {
        match self.texts.iter_mut().find(|text| text.goes_on()) {
            Some(text) => text.read(options),
            None => self.is_over = true,
        }
    }

    /// The blocks of this markup, if they are to be had here.
    pub fn take(&mut self, html: &str, cursor: Cursor<'_>) -> Option<Vec<Block>> {
        if self.asks {
            if is_long(html) {
                self.texts.push(Long {
                    html: html.to_owned(),
                    base: cursor.base(),
                    ..Long::default()
                });
            }
            // Nobody is to look elsewhere for words.
            let text = vec![Inline::plain("…")];
            return Some(vec![Block::Paragraph(Paragraph { text })]);
        }
        if self.texts.is_empty() {
            return None;
        }
        let base = cursor.base();
        // Whoever asks for what was refused is to hear of it.
        let is_it = |text: &Long| !text.is_refused && text.base == base && text.html == html;
        let place = self.texts.iter().position(is_it)?;
        Some(self.texts.swap_remove(place).blocks)
    }
}

/// A text of which some has been read.
#[derive(Default)]
struct Long {
    html: String,
    base: Option<String>,
    stream: Option<String>,
    /// The places between its pieces that are still to be read, the last one first.
    cuts: Vec<usize>,
    at: usize,
    /// Names of elements in the whole text.
    closed: Closed,
    /// A page may forbid the parser, and then there is no stream.
    is_refused: bool,
    blocks: Vec<Block>,
}

impl Long {
    fn goes_on(&self) -> bool {
        match &self.stream {
            Some(stream) => self.at < stream.len(),
            None => true,
        }
    }

    fn read(&mut self, options: &Options) {
        let Some(stream) = &self.stream else {
            let stream = tree::stream(&self.html);
            self.is_refused = stream.is_empty();
            self.cuts = cuts(&stream);
            self.stream = Some(stream);
            return;
        };
        let end = self.cuts.pop().unwrap_or(stream.len());
        let markup = Markup {
            html: &self.html,
            stream: stream.get(self.at..end).unwrap_or_default(),
            closed: &self.closed,
        };
        let options = Options {
            base: self.base.clone(),
            ..options.clone()
        };
        let context = Context::new(&Json::Null, &options, Vec::new());
        self.blocks
            .extend(blocks_of(context.top(), markup, &|_| None));
        self.at = end;
        if !self.goes_on() {
            // A long text; nobody needs it any more.
            self.stream = Some(String::new());
        }
    }
}

/// Where the stream can be cut without a difference to what comes of it, the last place first.
///
/// That is in front of a paragraph or a heading that stands in the body itself: nothing before it goes on behind it.
fn cuts(stream: &str) -> Vec<usize> {
    let code = |names, name| code(names, name).unwrap_or_default();
    let (href, class) = (
        code(Attribute::NAMES, "href"),
        code(Attribute::NAMES, "class"),
    );
    let begins = ["p", "h2", "h3", "h4"].map(|name| code(Tag::NAMES, name));
    let mut cuts = Vec::new();
    let mut depth = 0;
    let mut at = 0;
    // In front of an element that may begin a piece, as long as its attributes do not say otherwise.
    let mut cut = None;
    for record in stream.split_terminator(END) {
        let mut chars = record.chars();
        let (kind, name) = (chars.next(), chars.next());
        let value = chars.as_str();
        if kind != Some('@')
            && kind != Some('*')
            && let Some(place) = cut.take()
            && place - cuts.last().copied().unwrap_or(0) >= PIECE
        {
            cuts.push(place);
        }
        match kind {
            Some('<') => {
                if depth == BODY && name.is_some_and(|name| begins.contains(&name)) {
                    cut = Some(at);
                }
                depth += 1;
            }
            Some('{') => depth += 1,
            Some('>') => depth -= 1,
            // A class may make anything of it.
            Some('@') if name == Some(class) && roles(value) != 0 => cut = None,
            // The text and its footnotes have to know of each other.
            Some('@') if name == Some(href) && value.trim_ascii_start().starts_with('#') => {
                return Vec::new();
            }
            _ => {}
        }
        at += record.len() + END.len_utf8();
    }
    cuts.reverse();
    cuts
}

/// So deep stands what is in the body: in the document and in it.
const BODY: usize = 2;

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;
    use crate::decode::html::blocks_with;

    const BASE: &str = "https://news.example/world/a.html";

    fn options() -> Options {
        Options {
            base: Some(BASE.into()),
            keeps_notes: false,
            ..Options::default()
        }
    }

    /// The blocks, and in how many pieces they were read.
    fn in_pieces(html: &str) -> (Vec<Block>, usize) {
        let ahead = RefCell::new(Ahead::default());
        let context = Context::new(&Json::Null, &options(), Vec::new()).with_ahead(&ahead);
        ahead.borrow_mut().asks = true;
        let stands_for_it = context.top().ahead(html).expect("a paragraph");
        assert_eq!(stands_for_it.len(), 1);
        ahead.borrow_mut().asks = false;
        let mut pieces = 0;
        while ahead.borrow().goes_on() {
            ahead.borrow_mut().read(&options());
            pieces += 1;
        }
        assert_eq!(context.top().ahead("<p>Another"), None);
        let blocks = context.top().ahead(html).expect("it is there");
        assert_eq!(context.top().ahead(html), None, "it is given once");
        // The first was the stream, and nothing was done in the last.
        (blocks, pieces - 2)
    }

    fn at_once(html: &str) -> Vec<Block> {
        let context = Context::new(&Json::Null, &options(), Vec::new());
        let cursor: Cursor<'_> = context.top();
        blocks_with(cursor, html, &|_| None)
    }

    /// Markup of more than a hundred thousand bytes with this in many places, also beside one another.
    fn long(snippet: &str) -> String {
        let mut html = String::new();
        let mut number = 0;
        while html.len() < 2 * LONG {
            number += 1;
            html.push_str(&format!(
                "<p>In paragraph {number}, the <em>pier</em> stands.</p>\n"
            ));
            if number % 7 < 2 {
                html.push_str(snippet);
            }
            if number % 5 == 0 {
                html.push_str("<h2 class=\"wp-block-heading\">Of the pier</h2>");
            }
        }
        html
    }

    #[test]
    fn pieces_give_what_the_whole_gives() {
        for snippet in [
            "",
            "loose words <b>and</b> bold ones",
            "<br><br>",
            "loose<p hidden>x</p>words",
            "loose<p class=\"screen-reader-text\">x</p><p class=\"screen-reader-text\">y</p>words",
            "<p class=\"has-text-align-center\" onclick=\"x()\">Attributes</p>",
            "<!-- EMBED START Image {id: \"editor_0\"} --><p>x</p><!-- EMBED END -->",
            "<figure class=\"wp-block-image\"><img src=\"/a.jpg\"><figcaption>A</figcaption></figure>",
            "<figure><p>in a figure</p></figure><figcaption>outside</figcaption>",
            "<img src=\"b.jpg\" alt=\"B\"><p class=\"wp-caption-text\">B</p>",
            "<div><p>one</p><p>two</p></div>",
            "<div><p>never closed",
            "<p>not closed<ul><li>one<li>two</ul>",
            "<a href=\"/x\"><p>a block in a line</p></a>",
            "<b>bold <p>over</b> its end</p>",
            "<table><tr><td>1<td>2</table>",
            "<p>cut <table> in </table> two",
            "<blockquote><p>Said</p><cite>Ada</cite></blockquote>",
            "<p class=\"wp-block-pullquote\">pulled</p>",
            "<pre>\n  a\n\n  b</pre>",
            "<noscript><img src=\"c.jpg\"></noscript>",
            "<svg><title>x</title></svg>",
            "<script>\"<p>\"</script>",
            "[vc_row full_width=\"yes\"]<p>[/vc_row]</p>",
            "<details><summary>More</summary><p>inside</p></details>",
            "<iframe src=\"https://player.vimeo.com/video/1\"></iframe>",
            "<p>A <a href=\"/y#z\">link</a> and <a href=\"https://pier.example/\">another</a></p>",
            "<hr>",
            "</p></div>&nbsp;",
            "\u{fdd0}<p>\u{1e}</p>",
        ] {
            let html = long(snippet);
            let (blocks, pieces) = in_pieces(&html);
            assert_eq!(blocks, at_once(&html), "{snippet}");
            // What is never closed has the rest of the text in it.
            assert!(
                pieces > 3 || snippet.contains("never"),
                "{snippet}: {pieces}"
            );
        }
    }

    #[test]
    fn what_is_open_to_the_end_is_read_in_one_piece() {
        for (start, end) in [
            ("<div>", "</div>"),
            ("<form>", ""),
            ("<svg>", ""),
            ("<noscript>", ""),
            ("<h2><p>", ""),
        ] {
            let html = [start, &long("x"), end].concat();
            assert_eq!(in_pieces(&html).0, at_once(&html), "{start}");
        }
        let whole = ["<div>", &long("x"), "</div>"].concat();
        assert_eq!(in_pieces(&whole).1, 1);
    }

    #[test]
    fn footnotes_and_their_text_stay_together() {
        let html = [
            "<p>The pier<a href=\" #n1\" id=\"r1\">1</a></p>",
            &long("x"),
            "<ol><li id=\"n1\">Of wood <a href=\"#r1\">back</a></li></ol>",
        ]
        .concat();
        let (blocks, pieces) = in_pieces(&html);
        assert_eq!(pieces, 1);
        assert!(matches!(blocks.last(), Some(Block::Footnotes(_))));
        assert_eq!(blocks, at_once(&html));
    }

    #[test]
    fn short_and_plain_texts_are_not_read_ahead() {
        assert!(!is_long("<p>Short</p>"));
        assert!(!is_long(&"words ".repeat(LONG)));
        assert!(is_long(&long("")));
    }
}
