use super::{Spoken, Words};
use crate::model::inline::plain_text;
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

/// How much room a picture takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Display {
    /// As wide as the text.
    #[default]
    Inline,
    /// Small, beside the text where there is room.
    Supporting,
    /// Wider than the text.
    Wide,
    /// From edge to edge.
    Full,
}

impl Display {
    pub const ALL: [Self; 4] = [Self::Inline, Self::Supporting, Self::Wide, Self::Full];

    /// The word of our own format and of the `data-display` attribute.
    pub fn word(self) -> &'static str {
        match self {
            Self::Inline => "inline",
            Self::Supporting => "supporting",
            Self::Wide => "wide",
            Self::Full => "full",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|display| display.word() == word)
    }
}

impl Spoken for Figure {
    fn speak(&self, words: &mut Words) {
        words.say(self.image.alt.as_deref().unwrap_or_default());
        words.say(&plain_text(&self.caption));
    }
}
