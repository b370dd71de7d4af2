use super::{Spoken, Words};
use crate::model::media::Recording;

/// A sound that is played here, from its own file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Audio {
    pub recording: Recording,
}

impl Spoken for Audio {
    fn speak(&self, words: &mut Words) {
        self.recording.speak(words);
    }
}
