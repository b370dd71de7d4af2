use super::{Spoken, Words};
use crate::model::Text;
use crate::model::inline::plain_text;

/// Lines of a program, in which every space counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Code {
    pub text: String,
    /// The programming language, as its writer names it.
    pub language: Option<String>,
    pub caption: Text,
}

impl Spoken for Code {
    /// Read aloud, a program makes no sense; its caption does.
    fn speak(&self, words: &mut Words) {
        words.say(&plain_text(&self.caption));
    }
}
