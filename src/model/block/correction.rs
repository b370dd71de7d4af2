use super::{Spoken, Words};
use crate::model::inline::plain_text;
use crate::model::word::words;
use crate::model::{Text, Timestamp};

/// What was changed after publication; several in a row are the article's history.
#[derive(Clone, Debug, PartialEq)]
pub struct Correction {
    pub kind: CorrectionKind,
    pub date: Option<Timestamp>,
    pub text: Text,
}

words! {
    /// Why it was changed.
    pub enum CorrectionKind {
        /// Something was wrong.
        Correction = "correction",
        /// Something could be misunderstood.
        Clarification = "clarification",
        /// Something new is known.
        Update = "update",
    }
}

impl Spoken for Correction {
    fn speak(&self, words: &mut Words) {
        words.say(&plain_text(&self.text));
    }
}
