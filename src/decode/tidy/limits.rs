//! How much of an article is kept, so that no document can fill the memory of a page.
//!
//! The number of blocks is no matter of decoding: the page shows so many and has a button that goes on.
//! This is no repair: it can be told to keep more or less, and says what it left out.

use crate::host::text;

use super::{Words, each_piece, each_words};
use crate::model::block::{Gallery, MathNode, Table, Unsupported};
use crate::model::inline::plain_text;
use crate::model::{Article, Block, Inline};

/// What is beyond these is left out, with a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Characters of one run of text, which is cut with an ellipsis.
    pub text: usize,
    /// Characters of the headline, which is cut with an ellipsis.
    pub headline: usize,
    /// Pictures of the body.
    pub pictures: usize,
    /// Cells of all tables together.
    pub cells: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            text: 1 << 20,
            headline: 1000,
            pictures: 2000,
            cells: 20_000,
        }
    }
}

/// Blocks may be nested so deep; JSON as deep as it may be nested holds that many of any kind, and the inlines in them.
const DEEPEST_BLOCKS: usize = 12;
/// Inlines in one another, and elements of a formula.
const DEEPEST_INLINES: usize = 20;

/// Leaves out what is too much; says what of it there was too much of.
#[inline(never)]
pub fn apply(article: &mut Article, limits: &Limits) -> Vec<&'static str> {
    let mut left_out = Vec::new();
    if flatten(article) {
        left_out.push("the nesting");
    }
    let mut room = limits.headline;
    if cut(&mut article.headline, &mut room) {
        left_out.push("the headline");
    }
    let mut long = false;
    each_words(article, &mut |words| match words {
        Words::Text(text) | Words::Verse(text) => {
            each_piece(text, &mut |piece| long |= shorten(piece, limits.text));
        }
        Words::Line(line) | Words::Raw(line) => long |= shorten(line, limits.text),
    });
    if long {
        left_out.push("the text");
    }
    let mut pictures = limits.pictures;
    let mut cells = limits.cells;
    let mut lost = (false, false);
    count(&mut article.body, &mut pictures, &mut cells, &mut lost);
    for (lost, what) in [(lost.0, "the pictures"), (lost.1, "the tables")] {
        if lost {
            left_out.push(what);
            // Nothing where they stood would tell a reader that something is missing.
            let (kind, text) = (what.to_owned(), String::new());
            article
                .body
                .push(Block::Unsupported(Unsupported { kind, text }));
        }
    }
    left_out
}

/// Takes the words out of what is nested too deep, which no writer does.
fn flatten(article: &mut Article) -> bool {
    let mut flat = false;
    flatten_blocks(&mut article.standfirst, DEEPEST_BLOCKS, &mut flat);
    flatten_blocks(&mut article.body, DEEPEST_BLOCKS, &mut flat);
    if let Some(lead) = &mut article.lead {
        lead.each_inner(&mut |inner| flatten_blocks(inner, DEEPEST_BLOCKS, &mut flat));
        flatten_math(lead, &mut flat);
    }
    each_words(article, &mut |words| {
        if let Words::Text(text) | Words::Verse(text) = words {
            flatten_text(text, DEEPEST_INLINES, &mut flat);
        }
    });
    flat
}

/// Blocks beyond the deepest stand in the place of the one that holds them.
fn flatten_blocks(blocks: &mut Vec<Block>, room: usize, flat: &mut bool) {
    let mut place = 0;
    while let Some(block) = blocks.get_mut(place) {
        let mut held = Vec::new();
        block.each_inner(&mut |inner| match room {
            0 => held.append(inner),
            room => flatten_blocks(inner, room - 1, flat),
        });
        flatten_math(block, flat);
        if held.is_empty() {
            place += 1;
        } else {
            *flat = true;
            flatten_blocks(&mut held, 0, flat);
            let count = held.len();
            blocks.splice(place..=place, held);
            place += count;
        }
    }
}

fn flatten_text(text: &mut [Inline], room: usize, flat: &mut bool) {
    for inline in text.iter_mut().filter_map(Inline::inner_mut) {
        let is_deep = room == 0 && inline.iter().any(|inline| inline.inner().is_some());
        if is_deep {
            *inline = vec![Inline::Plain(plain_text(inline))];
            *flat = true;
        } else {
            flatten_text(inline, room.saturating_sub(1), flat);
        }
    }
}

fn flatten_math(block: &mut Block, flat: &mut bool) {
    if let Block::Math(math) = block
        && let Some(node) = &mut math.content
    {
        flatten_node(node, DEEPEST_INLINES, flat);
    }
}

fn flatten_node(node: &mut MathNode, room: usize, flat: &mut bool) {
    if room == 0 && !node.children.is_empty() {
        node.children.clear();
        *flat = true;
    }
    for child in &mut node.children {
        flatten_node(child, room - 1, flat);
    }
}

/// Cuts a text where `room` ends; the first piece beyond it and all others are dropped.
fn cut(text: &mut Vec<Inline>, room: &mut usize) -> bool {
    let mut was_cut = false;
    text.retain_mut(|inline| {
        if was_cut {
            return false;
        }
        if let Inline::Plain(words) | Inline::Code(words) = inline {
            was_cut = shorten(words, *room);
            *room = room.saturating_sub(text::length(words));
        }
        if let Some(inner) = inline.inner_mut() {
            was_cut = cut(inner, room);
        }
        true
    });
    was_cut
}

#[inline(never)]
fn shorten(words: &mut String, most: usize) -> bool {
    // Characters are counted only where there may be too many.
    if words.len() <= most {
        return false;
    }
    let Some((end, _)) = words.char_indices().nth(most) else {
        return false;
    };
    words.truncate(end);
    words.push('…');
    true
}

fn count(
    blocks: &mut Vec<Block>,
    pictures: &mut usize,
    cells: &mut usize,
    lost: &mut (bool, bool),
) {
    blocks.retain_mut(|block| {
        match block {
            Block::Figure(_) => return take(pictures, &mut lost.0),
            Block::Gallery(Gallery { images, .. }) => {
                images.retain(|_| take(pictures, &mut lost.0));
                return !images.is_empty();
            }
            Block::Table(Table {
                head, rows, foot, ..
            }) => {
                for part in [head, rows, foot] {
                    part.retain(|row| row.iter().all(|_| take(cells, &mut lost.1)));
                }
            }
            other => other.each_inner(&mut |inner| count(inner, pictures, cells, lost)),
        }
        true
    });
}

fn take(room: &mut usize, lost: &mut bool) -> bool {
    *lost |= *room == 0;
    *room = room.saturating_sub(1);
    !*lost
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::{NoteKind, Options, decode};
    use crate::model::inline::plain_text;

    fn read(json: &str, limits: Limits) -> (Article, Vec<String>) {
        let options = Options {
            base: Some("https://news.example/".into()),
            limits,
            ..Options::default()
        };
        let decoded = decode(json.as_bytes(), &options).expect("an article");
        let notes = decoded
            .notes
            .into_iter()
            .filter_map(|note| match note.kind {
                NoteKind::TooMuch { what } => Some(what.to_owned()),
                _ => None,
            });
        (decoded.article, notes.collect())
    }

    #[test]
    fn a_headline_is_cut_between_two_characters() {
        let json = r#"{"format": "article-viewer/1", "headline": ["Ümläute ", {"type": "em", "text": "überall"}, " und mehr"], "body": ["x"]}"#;
        let limits = |headline| Limits {
            headline,
            ..Limits::default()
        };
        let (article, notes) = read(json, limits(11));
        assert_eq!(plain_text(&article.headline), "Ümläute übe…");
        assert_eq!(notes, ["the headline"]);
        let (article, notes) = read(json, limits(100));
        assert_eq!(plain_text(&article.headline), "Ümläute überall und mehr");
        assert!(notes.is_empty());
    }

    #[test]
    fn a_long_run_of_text_ends_in_an_ellipsis() {
        let json = r#"{"format": "article-viewer/1", "headline": "H", "body": ["0123456789", {"type": "code", "text": "0123456789"}]}"#;
        let limits = Limits {
            text: 4,
            ..Limits::default()
        };
        let (article, notes) = read(json, limits);
        assert_eq!(format!("{:?}", article.body).matches("0123…").count(), 2);
        assert_eq!(notes, ["the text"]);
    }

    #[test]
    fn what_is_nested_too_deep_keeps_its_words() {
        let mut block = r#""words""#.to_owned();
        for _ in 0..40 {
            block = format!(r#"{{"type": "details", "blocks": [{block}]}}"#);
        }
        let mut text = r#""and more""#.to_owned();
        for _ in 0..60 {
            text = format!(r#"{{"type": "em", "text": {text}}}"#);
        }
        let json =
            format!(r#"{{"format": "article-viewer/1", "headline": [{text}], "body": [{block}]}}"#);
        let (article, notes) = read(&json, Limits::default());
        let shown = format!("{article:?}");
        assert_eq!(shown.matches("Details {").count(), DEEPEST_BLOCKS);
        assert!(shown.contains("words"), "{shown}");
        assert_eq!(plain_text(&article.headline), "and more");
        assert_eq!(notes, ["the nesting"]);
    }

    #[test]
    fn a_gallery_that_loses_all_its_pictures_goes() {
        let json = r#"{"format": "article-viewer/1", "headline": "H", "body": ["x",
            {"type": "image", "src": "a.jpg", "alt": ""},
            {"type": "gallery", "images": [{"src": "b.jpg", "alt": ""}]}
        ]}"#;
        let limits = Limits {
            pictures: 1,
            ..Limits::default()
        };
        let (article, _) = read(json, limits);
        let shown = format!("{:?}", article.body);
        assert!(!shown.contains("Gallery {"), "{shown}");
    }

    #[test]
    fn pictures_and_cells_are_counted_wherever_they_stand() {
        let json = r#"{"format": "article-viewer/1", "headline": "H", "body": [
            {"type": "image", "src": "a.jpg", "alt": ""},
            {"type": "quote", "blocks": ["w", {"type": "image", "src": "b.jpg", "alt": ""}]},
            {"type": "gallery", "images": [{"src": "c.jpg", "alt": ""}, {"src": "d.jpg", "alt": ""}]},
            {"type": "table", "rows": [["1", "2"], ["3", "4"], ["5", "6"]]}
        ]}"#;
        let limits = Limits {
            pictures: 3,
            cells: 5,
            ..Limits::default()
        };
        let (article, notes) = read(json, limits);
        let shown = format!("{:?}", article.body);
        assert_eq!(shown.matches("SafeMedia(").count(), 3, "{shown}");
        assert_eq!(shown.matches("Cell {").count(), 4, "{shown}");
        assert_eq!(notes, ["the pictures", "the tables"]);
        // And readers see that something is missing.
        assert_eq!(shown.matches("Unsupported {").count(), 2, "{shown}");
    }
}
