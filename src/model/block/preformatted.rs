use super::{Spoken, Words};

/// Text whose lines and spaces were arranged by hand: a plan drawn in letters, a printout.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preformatted {
    pub text: String,
}

impl Spoken for Preformatted {
    fn speak(&self, words: &mut Words) {
        words.say(&self.text);
    }
}
