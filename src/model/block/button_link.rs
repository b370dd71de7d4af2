use super::{Spoken, Words};
use crate::model::SafeLink;

/// A link as large as a button: something a reader is asked to do.
#[derive(Clone, Debug, PartialEq)]
pub struct ButtonLink {
    pub link: SafeLink,
    pub text: String,
}

impl Spoken for ButtonLink {
    fn speak(&self, words: &mut Words) {
        words.say(&self.text);
    }
}
