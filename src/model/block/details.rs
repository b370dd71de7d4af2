use super::{Block, Spoken, Words};
use crate::model::Text;
use crate::model::inline::plain_text;

/// Something that opens when a reader wants to know more.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Details {
    /// What stands there while it is closed.
    pub summary: Text,
    pub blocks: Vec<Block>,
    /// Open from the start.
    pub open: bool,
}

impl Spoken for Details {
    fn speak(&self, words: &mut Words) {
        words.say(&plain_text(&self.summary));
        words.say_blocks(&self.blocks);
    }
}
