//! Which value of the file a part of the article comes from: the one that has its words or its address in it.
//!
//! Formats need not keep book of it, so this works for all of them alike, and readers pay nothing for it.
//! Where a text occurs twice, the part that stands later comes from the later one.

use super::{Position, Text};
use crate::decode::JsonPath;
use crate::json::Json;
use crate::model::block::{Spoken, Words};
use crate::model::inline::plain_text;
use crate::model::{Article, Block, SafeMedia};

/// A part of the article on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The elements that this selector finds.
    Selected(&'static str),
    /// The block of the body with this number, from 0 on.
    Block(usize),
}

/// Where a part comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Origin {
    pub part: Part,
    pub path: String,
    pub position: Option<Position>,
}

/// So many letters tell one text from another.
const ENOUGH: usize = 48;

pub fn origins(text: &Text<'_>, article: &Article) -> Vec<Origin> {
    let mut leaves = Vec::new();
    collect(text.root, &mut leaves);
    let mut finder = Finder {
        text,
        leaves,
        found: Vec::new(),
    };
    finder.about(article);
    finder.found
}

/// A text of the file and its letters.
struct Leaf<'a> {
    value: &'a Json,
    letters: String,
}

fn collect<'a>(value: &'a Json, leaves: &mut Vec<Leaf<'a>>) {
    match value {
        Json::Text(text) => leaves.push(Leaf {
            value,
            letters: letters(text),
        }),
        Json::List(items) => items.iter().for_each(|item| collect(item, leaves)),
        Json::Object(members) => members
            .iter()
            .for_each(|(_, member)| collect(member, leaves)),
        Json::Null | Json::Bool(_) | Json::Number(_) => {}
    }
}

/// The letters and digits of a text, without the markup that may be in it.
fn letters(text: &str) -> String {
    let mut letters = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        match c {
            '<' => {
                // The addresses in a tag are what a picture is known by.
                let (tag, after) = rest.split_once('>').unwrap_or(("", rest));
                for quoted in tag.split('"').skip(1).step_by(2) {
                    letters.extend(quoted.chars().filter(|c| c.is_alphanumeric()));
                }
                rest = after;
            }
            '&' => {
                if let Some((name, after)) = rest.split_once(';')
                    && name.len() < 10
                    && !name.contains(char::is_whitespace)
                {
                    rest = after;
                }
            }
            c if c.is_alphanumeric() => letters.push(c),
            _ => {}
        }
    }
    letters
}

struct Finder<'a> {
    text: &'a Text<'a>,
    leaves: Vec<Leaf<'a>>,
    found: Vec<Origin>,
}

impl Finder<'_> {
    fn about(&mut self, article: &Article) {
        self.find(
            Part::Selected(".av-headline"),
            &plain_text(&article.headline),
            0,
        );
        let spoken = |blocks: &[Block]| {
            let mut words = Words::default();
            words.say_blocks(blocks);
            words.into_passages().concat()
        };
        self.find(
            Part::Selected(".av-standfirst"),
            &spoken(&article.standfirst),
            0,
        );
        let line = article.byline.line.clone().or_else(|| {
            let author = article.byline.authors.first()?;
            Some(author.name.clone())
        });
        let fields: [(&'static str, Option<String>); 5] = [
            (".av-byline", line),
            (
                ".av-section",
                article.section.as_ref().map(|section| section.name.clone()),
            ),
            (".av-kicker", article.kicker.clone()),
            (".av-tags", article.tags.first().map(|tag| tag.name.clone())),
            (".av-copyright", article.copyright.clone()),
        ];
        for (selector, field) in fields {
            if let Some(field) = field {
                self.find(Part::Selected(selector), &field, 0);
            }
        }
        if let Some(lead) = &article.lead {
            self.find(Part::Selected(".av-lead"), &known_by(lead), 0);
        }
        let mut from = 0;
        for (index, block) in article.body.iter().enumerate() {
            from = self.find(Part::Block(index), &known_by(block), from);
        }
    }

    /// Looks from the leaf `from` on first; gives the leaf that it found.
    fn find(&mut self, part: Part, words: &str, from: usize) -> usize {
        let wanted: String = letters(words).chars().take(ENOUGH).collect();
        if wanted.is_empty() {
            return from;
        }
        let has = |leaf: &Leaf<'_>| leaf.letters.contains(&wanted);
        let later = self.leaves.iter().skip(from).position(has);
        let place = later
            .map(|place| place + from)
            .or_else(|| self.leaves.iter().position(has));
        let Some(place) = place else { return from };
        let value = self.leaves[place].value;
        self.found.push(Origin {
            part,
            path: JsonPath::of(value, self.text.root).as_str().to_owned(),
            position: self.text.position(value),
        });
        if later.is_some() { place } else { from }
    }
}

/// The words of a block, or the address of what has none.
fn known_by(block: &Block) -> String {
    let address = |src: &SafeMedia| {
        let path = src.src().split(['?', '#']).next().unwrap_or_default();
        path.rsplit('/').next().unwrap_or_default().to_owned()
    };
    match block {
        Block::Figure(figure) => return address(&figure.image.src),
        Block::Gallery(gallery) => {
            if let Some(first) = gallery.images.first() {
                return address(&first.image.src);
            }
        }
        Block::Embed(embed) => return embed.link.href().to_owned(),
        Block::Video(video) => {
            if let Some(source) = video.recording.sources.first() {
                return address(&source.src);
            }
        }
        Block::Audio(audio) => {
            if let Some(source) = audio.recording.sources.first() {
                return address(&source.src);
            }
        }
        _ => {}
    }
    let mut words = Words::default();
    block.speak(&mut words);
    // Of a block with several passages, each may stand in a value of its own.
    words.into_passages().into_iter().next().unwrap_or_default()
}
