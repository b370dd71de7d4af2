use super::{Spoken, Words};
use crate::model::inline::plain_text;
use crate::model::word::words;
use crate::model::{Image, SafeLink, Text};

/// A picture with what is said about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    pub image: Image,
    /// The words below the picture: what it means here.
    pub caption: Text,
    /// Who made it.
    pub credit: Text,
    pub display: Display,
    pub link: Option<SafeLink>,
}

impl Figure {
    /// A picture of which nothing is said.
    pub fn new(image: Image) -> Self {
        Self {
            image,
            caption: Text::new(),
            credit: Text::new(),
            display: Display::Inline,
            link: None,
        }
    }
}

words! {
    /// How much room a picture takes.
    #[derive(Default)]
    pub enum Display {
        /// As wide as the text.
        #[default]
        Inline = "inline",
        /// Small, beside the text where there is room.
        Supporting = "supporting",
        /// Wider than the text.
        Wide = "wide",
        /// From edge to edge.
        Full = "full",
    }
}

impl Spoken for Figure {
    fn speak(&self, words: &mut Words) {
        words.say(self.image.alt.as_deref().unwrap_or_default());
        words.say(&plain_text(&self.caption));
    }
}
