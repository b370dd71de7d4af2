use super::{Spoken, Words};

/// A block of a kind the viewer does not know: shown as a quiet notice, never swallowed.
#[derive(Clone, Debug, PartialEq)]
pub struct Unsupported {
    /// What the data calls it.
    pub kind: String,
    /// What can be read of it all the same.
    pub text: String,
}

impl Spoken for Unsupported {
    fn speak(&self, words: &mut Words) {
        words.say(&self.text);
    }
}
