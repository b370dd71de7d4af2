//! Whether readers may answer.

use super::SafeLink;

/// What the publisher says about comments on the article.
///
/// An article whose data says nothing has none of this.
#[derive(Clone, Debug, PartialEq)]
pub struct Comments {
    pub state: CommentsState,
    /// The publisher's own words, which win over ours.
    pub message: Option<String>,
    /// How many there are already.
    pub count: Option<u64>,
    /// Where they are read and written.
    pub link: Option<SafeLink>,
}

impl Comments {
    /// A state, and nothing else known.
    pub fn new(state: CommentsState) -> Self {
        Self {
            state,
            message: None,
            count: None,
            link: None,
        }
    }
}

/// The four states that matter to a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommentsState {
    Open,
    /// No more are taken; there may be some to read.
    Closed,
    /// Taken, and shown after somebody has looked at them.
    Moderated,
    /// Never offered here.
    Off,
}

impl CommentsState {
    /// Reads the words of our own format: `open`, `closed`, `moderated`, `none`.
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "open" => Some(Self::Open),
            "closed" => Some(Self::Closed),
            "moderated" => Some(Self::Moderated),
            "none" => Some(Self::Off),
            _ => None,
        }
    }

    /// The word of our own format and of the `data-comments` attribute.
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Moderated => "moderated",
            Self::Off => "none",
        }
    }
}
