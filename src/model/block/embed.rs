use super::{Spoken, Words};
use crate::model::inline::plain_text;
use crate::model::{SafeLink, Text};

/// Something that lives on another site, shown as a card that links to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Embed {
    pub link: SafeLink,
    pub title: Option<String>,
    /// The site's name; else its host is shown.
    pub provider: Option<String>,
    pub caption: Text,
}

impl Spoken for Embed {
    fn speak(&self, words: &mut Words) {
        words.say(self.title.as_deref().unwrap_or_default());
        words.say(&plain_text(&self.caption));
    }
}
