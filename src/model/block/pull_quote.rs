use super::{Spoken, Words};
use crate::model::Text;
use crate::model::inline::plain_text;

/// A sentence of the text set large, to draw the eye.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PullQuote {
    pub text: Text,
    /// Whose words they are.
    pub cite: Text,
}

impl Spoken for PullQuote {
    fn speak(&self, words: &mut Words) {
        words.say(&plain_text(&self.text));
        words.say(&plain_text(&self.cite));
    }
}
