use super::{Display, Figure, Spoken, Words};
use crate::model::Text;
use crate::model::inline::plain_text;

/// Pictures that belong together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gallery {
    pub images: Vec<Figure>,
    /// What is said about all of them.
    pub caption: Text,
    pub credit: Text,
    pub display: Display,
}

impl Spoken for Gallery {
    fn speak(&self, words: &mut Words) {
        for figure in &self.images {
            figure.speak(words);
        }
        words.say(&plain_text(&self.caption));
    }
}
