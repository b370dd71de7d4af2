use super::{Block, Spoken, Words};
use crate::model::Text;
use crate::model::inline::plain_text;
use crate::model::word::words;

/// A part of an article that stands apart from its text, in a box.
#[derive(Clone, Debug, PartialEq)]
pub struct BoxOut {
    pub kind: BoxKind,
    /// Its heading; else the kind's own name stands there.
    pub title: Text,
    pub blocks: Vec<Block>,
}

words! {
    /// What a box is for.
    pub enum BoxKind {
        /// The article in short.
        Summary = "summary",
        /// What to keep in mind.
        KeyPoints = "key-points",
        /// Background.
        Info = "info",
        /// What a reader has to know about the article itself.
        Disclaimer = "disclaimer",
    }
}

impl Spoken for BoxOut {
    fn speak(&self, words: &mut Words) {
        words.say(&plain_text(&self.title));
        words.say_blocks(&self.blocks);
    }
}
