//! Which value of the file a part of the article comes from: the one that has its words or its address in it.
//!
//! Formats need not keep book of it, so this works for all of them alike, and readers pay nothing for it.
//! Where a text occurs twice, the part that stands later comes from the later one.

use super::{Position, Text};
use crate::decode::JsonPath;
use crate::json::Json;
use crate::model::block::{Heading, Paragraph, Spoken, Words};
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

/// So many letters tell one text from another, and so few do not.
const ENOUGH: usize = 48;
const TOO_FEW: usize = 12;

/// So many values of the file behind the last that was found are looked at for the next part, before all are.
const NEAR: usize = 300;

/// All are looked at only so often: in a file of tens of thousands of values that takes its time.
const MOST_SEARCHES: usize = 200;

pub fn origins(text: &Text<'_>, article: &Article) -> Vec<Origin> {
    let mut leaves = Vec::new();
    collect(text.root, JsonPath::root(), &mut leaves);
    let mut finder = Finder {
        text,
        leaves,
        searches: 0,
        found: Vec::new(),
    };
    finder.about(article);
    finder.found
}

/// A text of the file and its letters.
struct Leaf<'a> {
    value: &'a Json,
    path: JsonPath,
    letters: String,
}

fn collect<'a>(value: &'a Json, path: JsonPath, leaves: &mut Vec<Leaf<'a>>) {
    match value {
        Json::Text(text) => leaves.push(Leaf {
            value,
            path,
            letters: letters(text),
        }),
        Json::List(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(item, path.clone().item(index), leaves);
            }
        }
        Json::Object(members) => {
            for (key, member) in members {
                collect(member, path.clone().member(key), leaves);
            }
        }
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
                // The addresses in a tag are what a picture is known by. What has no end is no tag.
                let end = rest.bytes().take(LONGEST_TAG).position(|byte| byte == b'>');
                let Some((tag, after)) = end.and_then(|end| rest.split_at_checked(end)) else {
                    continue;
                };
                for quoted in tag.split('"').skip(1).step_by(2) {
                    letters.extend(quoted.chars().filter(|c| c.is_alphanumeric()));
                }
                rest = after;
            }
            '&' => {
                let end = rest
                    .bytes()
                    .take(LONGEST_ENTITY)
                    .position(|byte| byte == b';');
                if let Some((name, after)) = end.and_then(|end| rest.split_at_checked(end))
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

const LONGEST_TAG: usize = 4000;
const LONGEST_ENTITY: usize = 10;

struct Finder<'a> {
    text: &'a Text<'a>,
    leaves: Vec<Leaf<'a>>,
    searches: usize,
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
            let words = known_by(block);
            let before = self.found.len();
            from = self.find(Part::Block(index), &words, from);
            // In formats that part a text at its styles, its beginning has a value of its own.
            if self.found.len() == before
                && let Block::Paragraph(Paragraph { text }) | Block::Heading(Heading { text, .. }) =
                    block
                && let Some(first) = text.first()
            {
                let first = plain_text(std::slice::from_ref(first));
                from = self.find(Part::Block(index), &first, from);
            }
        }
    }

    /// Looks behind the leaf `from` first; gives the leaf that it found.
    fn find(&mut self, part: Part, words: &str, from: usize) -> usize {
        let wanted: String = letters(words).chars().take(ENOUGH).collect();
        if wanted.is_empty() {
            return from;
        }
        let has = |leaf: &&Leaf<'_>| leaf.letters.contains(&wanted);
        let mut near = self.leaves.iter().skip(from).take(NEAR);
        let found = near
            .position(|leaf| has(&leaf))
            .map(|place| from + place)
            .or_else(|| {
                self.searches += 1;
                let is_worth_it =
                    self.searches <= MOST_SEARCHES && wanted.len() >= TOO_FEW.min(words.len());
                is_worth_it
                    .then(|| self.leaves.iter().position(|leaf| has(&leaf)))
                    .flatten()
            });
        let Some(place) = found else { return from };
        let leaf = &self.leaves[place];
        self.found.push(Origin {
            part,
            path: leaf.path.as_str().to_owned(),
            position: self.text.position(leaf.value),
        });
        place.max(from)
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
