use super::{Block, Spoken, Words};
use crate::model::inline::plain_text;
use crate::model::{Author, Text, Timestamp};

/// One entry of a live blog.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Post {
    /// Makes its address; without one it has none.
    pub id: Option<String>,
    pub published: Option<Timestamp>,
    pub updated: Option<Timestamp>,
    pub title: Text,
    /// One of the events that matter most.
    pub key: bool,
    /// Stays on top of those around it.
    pub pinned: bool,
    pub author: Option<Author>,
    pub blocks: Vec<Block>,
}

impl Spoken for Post {
    fn speak(&self, words: &mut Words) {
        words.say(&plain_text(&self.title));
        words.say_blocks(&self.blocks);
    }
}
