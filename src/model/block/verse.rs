use super::{Spoken, Words};
use crate::model::Text;
use crate::model::inline::plain_text;

/// A poem or a song: the lines break and indent where their poet wanted it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Verse {
    pub text: Text,
    /// Who wrote it, and where it stands.
    pub cite: Text,
}

impl Spoken for Verse {
    fn speak(&self, words: &mut Words) {
        words.say(&plain_text(&self.text));
        words.say(&plain_text(&self.cite));
    }
}
