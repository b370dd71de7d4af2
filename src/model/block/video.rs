use super::{Display, Spoken, Words};
use crate::model::SafeMedia;
use crate::model::media::{Recording, Size};

/// A film that is shown here, from its own file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Video {
    pub recording: Recording,
    /// The picture that stands there before it plays.
    pub poster: Option<SafeMedia>,
    /// Reserves the box; 16:9 where nothing is known.
    pub size: Option<Size>,
    pub display: Display,
}

impl Spoken for Video {
    fn speak(&self, words: &mut Words) {
        self.recording.speak(words);
    }
}
