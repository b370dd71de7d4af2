use super::{Spoken, Words};
use crate::model::{Image, SafeLink};

/// A page elsewhere, shown with its title and picture: further reading in the middle of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    pub link: SafeLink,
    pub title: String,
    pub description: Option<String>,
    pub image: Option<Image>,
    /// The site's name; else its host is shown.
    pub publisher: Option<String>,
    /// The call to follow it: `Read more`.
    pub label: Option<String>,
}

impl Spoken for Card {
    fn speak(&self, words: &mut Words) {
        words.say(&self.title);
        words.say(self.description.as_deref().unwrap_or_default());
    }
}
