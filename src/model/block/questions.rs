use super::{Block, Spoken, Words};
use crate::model::Text;
use crate::model::inline::plain_text;

/// Questions with their answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Questions {
    pub items: Vec<Question>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Question {
    pub question: Text,
    pub blocks: Vec<Block>,
}

impl Spoken for Questions {
    fn speak(&self, words: &mut Words) {
        for item in &self.items {
            words.say(&plain_text(&item.question));
            words.say_blocks(&item.blocks);
        }
    }
}
