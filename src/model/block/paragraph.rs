use super::{Spoken, Words};
use crate::model::Text;
use crate::model::inline::plain_text;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paragraph {
    pub text: Text,
}

impl Spoken for Paragraph {
    fn speak(&self, words: &mut Words) {
        words.say(&plain_text(&self.text));
    }
}
