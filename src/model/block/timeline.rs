use super::{Block, Spoken, Words};
use crate::model::inline::plain_text;
use crate::model::{Text, Timestamp};

/// What happened, in the order it happened.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    pub items: Vec<Event>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Event {
    pub date: Option<EventDate>,
    pub title: Text,
    pub blocks: Vec<Block>,
}

/// When something happened, as well as it is known.
#[derive(Clone, Debug, PartialEq)]
pub enum EventDate {
    Moment(Timestamp),
    /// `Early spring`, `1904`, `Two days later`
    Words(String),
}

impl Spoken for Timeline {
    fn speak(&self, words: &mut Words) {
        for item in &self.items {
            if let Some(EventDate::Words(date)) = &item.date {
                words.say(date);
            }
            words.say(&plain_text(&item.title));
            words.say_blocks(&item.blocks);
        }
    }
}
