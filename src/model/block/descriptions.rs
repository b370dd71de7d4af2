use super::{Block, Spoken, Words};
use crate::model::Text;
use crate::model::inline::plain_text;

/// Terms, and what there is to say about each: a glossary, or names and values.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Descriptions {
    pub items: Vec<Description>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Description {
    /// Usually one; several that mean the same.
    pub terms: Vec<Text>,
    pub details: Vec<Block>,
}

impl Spoken for Descriptions {
    fn speak(&self, words: &mut Words) {
        for item in &self.items {
            for term in &item.terms {
                words.say(&plain_text(term));
            }
            words.say_blocks(&item.details);
        }
    }
}
