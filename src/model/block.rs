//! The blocks that a body is made of.
//!
//! There is no catch-all arm here: a new kind makes the compiler list what is left to do.

pub mod divider;
pub mod embed;
pub mod figure;
pub mod heading;
pub mod list;
pub mod paragraph;
pub mod pull_quote;
pub mod quote;
pub mod unsupported;

pub use divider::Divider;
pub use embed::Embed;
pub use figure::{Display, Figure};
pub use heading::Heading;
pub use list::{List, ListItem};
pub use paragraph::Paragraph;
pub use pull_quote::PullQuote;
pub use quote::Quote;
pub use unsupported::Unsupported;

/// One block of an article's body.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// `"Some words."` or `{"type": "paragraph", "text": "Some words."}`
    Paragraph(Paragraph),
    /// `{"type": "heading", "level": 2, "text": "What happened"}`
    Heading(Heading),
    /// `{"type": "image", "src": "a.jpg", "caption": "A harbour"}`
    Figure(Figure),
    /// `{"type": "list", "items": ["One", "Two"]}`
    List(List),
    /// `{"type": "quote", "text": "I did", "cite": "A. Witness"}`
    Quote(Quote),
    /// `{"type": "pullquote", "text": "I did"}`
    PullQuote(PullQuote),
    /// `{"type": "embed", "url": "https://video.example/1"}`
    Embed(Embed),
    /// `{"type": "divider"}`
    Divider(Divider),
    /// Anything the decoder does not know.
    Unsupported(Unsupported),
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

    pub fn into_passages(self) -> Vec<String> {
        self.0
    }
}

impl Spoken for Block {
    fn speak(&self, words: &mut Words) {
        match self {
            Self::Paragraph(block) => block.speak(words),
            Self::Heading(block) => block.speak(words),
            Self::Figure(block) => block.speak(words),
            Self::List(block) => block.speak(words),
            Self::Quote(block) => block.speak(words),
            Self::PullQuote(block) => block.speak(words),
            Self::Embed(block) => block.speak(words),
            Self::Divider(block) => block.speak(words),
            Self::Unsupported(block) => block.speak(words),
        }
    }
}
