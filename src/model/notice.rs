//! What a reader must know before or instead of reading.

use super::SafeLink;

#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    pub kind: NoticeKind,
    /// The publisher's own words, which win over ours.
    pub message: Option<String>,
    /// Where to go on, for a text that is gated or lives elsewhere.
    pub link: Option<SafeLink>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// The full text is for subscribers or members.
    Gated,
    /// The text is protected by a password.
    Password,
    /// The publisher has taken the article back.
    Withdrawn,
    /// Not to be published yet.
    Embargoed,
    /// Not finished.
    Draft,
    /// The data holds a summary; the text is on the publisher's page.
    Elsewhere,
}

impl NoticeKind {
    pub const ALL: [Self; 6] = [
        Self::Gated,
        Self::Password,
        Self::Withdrawn,
        Self::Embargoed,
        Self::Draft,
        Self::Elsewhere,
    ];

    /// The word of our own format, and the end of the key of our sentence.
    pub fn word(self) -> &'static str {
        match self {
            Self::Gated => "gated",
            Self::Password => "password",
            Self::Withdrawn => "withdrawn",
            Self::Embargoed => "embargoed",
            Self::Draft => "draft",
            Self::Elsewhere => "elsewhere",
        }
    }

    /// Whether it says why a text ends where it does, and so stands behind what there is of it.
    pub fn is_where_text_stops(self) -> bool {
        matches!(self, Self::Gated | Self::Elsewhere)
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}
