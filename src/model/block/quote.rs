use super::{Block, Spoken, Words};
use crate::model::Text;
use crate::model::inline::plain_text;

/// Words of another, in a block of their own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Quote {
    pub blocks: Vec<Block>,
    /// Whose words they are.
    pub cite: Text,
}

impl Spoken for Quote {
    fn speak(&self, words: &mut Words) {
        words.say_blocks(&self.blocks);
        words.say(&plain_text(&self.cite));
    }
}
