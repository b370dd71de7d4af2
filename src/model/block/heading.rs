use super::{Spoken, Words};
use crate::model::Text;
use crate::model::inline::plain_text;

/// A heading inside the body.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// 2 to 6, as the writer ranked it; the headline is level 1. The view closes gaps between levels.
    pub level: u8,
    pub text: Text,
}

impl Spoken for Heading {
    fn speak(&self, words: &mut Words) {
        words.say(&plain_text(&self.text));
    }
}
