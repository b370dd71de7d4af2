//! The blocks that a body is made of.
//!
//! There is no catch-all arm here: a new kind makes the compiler list what is left to do.

pub mod audio;
pub mod box_out;
pub mod button_link;
pub mod card;
pub mod code;
pub mod correction;
pub mod descriptions;
pub mod details;
pub mod divider;
pub mod embed;
pub mod figure;
pub mod footnotes;
pub mod gallery;
pub mod heading;
pub mod list;
pub mod math;
pub mod paragraph;
pub mod post;
pub mod preformatted;
pub mod pull_quote;
pub mod questions;
pub mod quote;
pub mod rating;
pub mod table;
pub mod timeline;
pub mod unsupported;
pub mod verse;
pub mod video;

pub use audio::Audio;
pub use box_out::{BoxKind, BoxOut};
pub use button_link::ButtonLink;
pub use card::Card;
pub use code::Code;
pub use correction::{Correction, CorrectionKind};
pub use descriptions::{Description, Descriptions};
pub use details::Details;
pub use divider::Divider;
pub use embed::{Embed, Player};
pub use figure::{Display, Figure};
pub use footnotes::{Footnote, Footnotes};
pub use gallery::Gallery;
pub use heading::Heading;
pub use list::{List, ListItem};
pub use math::{Math, MathElement, MathNode};
pub use paragraph::Paragraph;
pub use post::Post;
pub use preformatted::Preformatted;
pub use pull_quote::PullQuote;
pub use questions::{Question, Questions};
pub use quote::Quote;
pub use rating::Rating;
pub use table::{Align, Cell, Row, Table};
pub use timeline::{Event, EventDate, Timeline};
pub use unsupported::Unsupported;
pub use verse::Verse;
pub use video::Video;

/// One block of an article's body.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// `"Some words."` or `{"type": "paragraph", "text": "Some words."}`
    Paragraph(Paragraph),
    /// `{"type": "heading", "level": 2, "text": "What happened"}`
    Heading(Heading),
    /// `{"type": "image", "src": "a.jpg", "caption": "A harbour"}`
    Figure(Figure),
    /// `{"type": "gallery", "images": [{"src": "a.jpg"}, {"src": "b.jpg"}]}`
    Gallery(Gallery),
    /// `{"type": "list", "items": ["One", "Two"]}`
    List(List),
    /// `{"type": "descriptions", "items": [{"term": "Ebb", "details": "The tide going out"}]}`
    Descriptions(Descriptions),
    /// `{"type": "table", "head": [["Port", "Ships"]], "rows": [["Saltwick", "12"]]}`
    Table(Table),
    /// `{"type": "quote", "text": "I did", "cite": "A. Witness"}`
    Quote(Quote),
    /// `{"type": "pullquote", "text": "I did"}`
    PullQuote(PullQuote),
    /// `{"type": "code", "text": "let tide = 1;", "language": "rust"}`
    Code(Code),
    /// `{"type": "preformatted", "text": "  /\\  "}`
    Preformatted(Preformatted),
    /// `{"type": "verse", "text": "One line\nand the next"}`
    Verse(Verse),
    /// `{"type": "video", "src": "beam.mp4"}`
    Video(Video),
    /// `{"type": "audio", "src": "horn.mp3"}`
    Audio(Audio),
    /// `{"type": "embed", "url": "https://video.example/1"}`
    Embed(Embed),
    /// `{"type": "card", "url": "https://news.example/1", "title": "The tide clock"}`
    Card(Card),
    /// `{"type": "button", "url": "https://news.example/join", "text": "Join"}`
    ButtonLink(ButtonLink),
    /// `{"type": "details", "summary": "How we know", "blocks": ["…"]}`
    Details(Details),
    /// `{"type": "box", "kind": "key-points", "blocks": ["…"]}`
    BoxOut(BoxOut),
    /// `{"type": "questions", "items": [{"question": "Why?", "blocks": ["…"]}]}`
    Questions(Questions),
    /// `{"type": "timeline", "items": [{"date": "2026-11-24", "title": "It begins"}]}`
    Timeline(Timeline),
    /// `{"type": "footnotes", "items": [{"id": "a", "text": "See the log."}]}`
    Footnotes(Footnotes),
    /// `{"type": "correction", "date": "2026-11-24", "text": "The name was wrong."}`
    Correction(Correction),
    /// `{"type": "post", "published": "2026-11-24T08:00:00Z", "blocks": ["…"]}`
    Post(Post),
    /// `{"type": "math", "content": {"el": "mi", "text": "x"}}`
    Math(Math),
    /// `{"type": "rating", "value": 4, "best": 5}`
    Rating(Rating),
    /// `{"type": "divider"}`
    Divider(Divider),
    /// Anything the decoder does not know.
    Unsupported(Unsupported),
}

impl Block {
    /// Whether few articles have such a block; its reader and its view are a part of the program that comes when needed.
    pub fn is_rare(&self) -> bool {
        match self {
            Self::Paragraph(_)
            | Self::Heading(_)
            | Self::Figure(_)
            | Self::List(_)
            | Self::Quote(_)
            | Self::PullQuote(_)
            | Self::Divider(_)
            | Self::Unsupported(_) => false,
            Self::Gallery(_)
            | Self::Descriptions(_)
            | Self::Table(_)
            | Self::Code(_)
            | Self::Preformatted(_)
            | Self::Verse(_)
            | Self::Video(_)
            | Self::Audio(_)
            | Self::Embed(_)
            | Self::Card(_)
            | Self::ButtonLink(_)
            | Self::Details(_)
            | Self::BoxOut(_)
            | Self::Questions(_)
            | Self::Timeline(_)
            | Self::Footnotes(_)
            | Self::Correction(_)
            | Self::Post(_)
            | Self::Math(_)
            | Self::Rating(_) => true,
        }
    }

    /// Visits every list of blocks that stands inside this one, without going deeper.
    pub fn each_inner(&mut self, visit: &mut dyn FnMut(&mut Vec<Block>)) {
        match self {
            Self::Quote(Quote { blocks, .. })
            | Self::Details(Details { blocks, .. })
            | Self::BoxOut(BoxOut { blocks, .. })
            | Self::Post(Post { blocks, .. }) => visit(blocks),
            Self::List(list) => {
                for item in &mut list.items {
                    visit(&mut item.blocks);
                }
            }
            Self::Descriptions(list) => {
                for item in &mut list.items {
                    visit(&mut item.details);
                }
            }
            Self::Questions(list) => {
                for item in &mut list.items {
                    visit(&mut item.blocks);
                }
            }
            Self::Timeline(list) => {
                for item in &mut list.items {
                    visit(&mut item.blocks);
                }
            }
            Self::Footnotes(list) => {
                for item in &mut list.items {
                    visit(&mut item.blocks);
                }
            }
            Self::Paragraph(_)
            | Self::Heading(_)
            | Self::Figure(_)
            | Self::Gallery(_)
            | Self::Table(_)
            | Self::PullQuote(_)
            | Self::Code(_)
            | Self::Preformatted(_)
            | Self::Verse(_)
            | Self::Video(_)
            | Self::Audio(_)
            | Self::Embed(_)
            | Self::Card(_)
            | Self::ButtonLink(_)
            | Self::Correction(_)
            | Self::Math(_)
            | Self::Rating(_)
            | Self::Divider(_)
            | Self::Unsupported(_) => {}
        }
    }
}

/// What every block tells those who read an article without showing it.
///
/// Contents lists, reading time and speech all read words; a block that only decorates says nothing.
pub trait Spoken {
    /// The block's words, each paragraph pushed with [`Words::say`].
    fn speak(&self, words: &mut Words);
}

/// A collector for [`Spoken::speak`].
#[derive(Debug, Default)]
pub struct Words(Vec<String>);

impl Words {
    /// Adds one passage; empty ones are left out.
    pub fn say(&mut self, passage: &str) {
        let passage = passage.trim();
        if !passage.is_empty() {
            self.0.push(passage.to_owned());
        }
    }

    /// Adds what each block says.
    pub fn say_blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            block.speak(self);
        }
    }

    pub fn into_passages(self) -> Vec<String> {
        self.0
    }
}

impl Spoken for Block {
    fn speak(&self, words: &mut Words) {
        let block: &dyn Spoken = match self {
            Self::Paragraph(block) => block,
            Self::Heading(block) => block,
            Self::Figure(block) => block,
            Self::Gallery(block) => block,
            Self::List(block) => block,
            Self::Descriptions(block) => block,
            Self::Table(block) => block,
            Self::Quote(block) => block,
            Self::PullQuote(block) => block,
            Self::Code(block) => block,
            Self::Preformatted(block) => block,
            Self::Verse(block) => block,
            Self::Video(block) => block,
            Self::Audio(block) => block,
            Self::Embed(block) => block,
            Self::Card(block) => block,
            Self::ButtonLink(block) => block,
            Self::Details(block) => block,
            Self::BoxOut(block) => block,
            Self::Questions(block) => block,
            Self::Timeline(block) => block,
            Self::Footnotes(block) => block,
            Self::Correction(block) => block,
            Self::Post(block) => block,
            Self::Math(block) => block,
            Self::Rating(block) => block,
            Self::Divider(block) => block,
            Self::Unsupported(block) => block,
        };
        block.speak(words);
    }
}
