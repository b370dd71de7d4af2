//! What a reader must know before or instead of reading.

use super::SafeLink;
use super::word::words;

#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    pub kind: NoticeKind,
    /// The publisher's own words, which win over ours.
    pub message: Option<String>,
    /// Where to go on, for a text that is gated or lives elsewhere.
    pub link: Option<SafeLink>,
}

words! {
    /// The word is also the end of the key of our sentence.
    pub enum NoticeKind {
        /// The full text is for subscribers or members.
        Gated = "gated",
        /// The text is protected by a password.
        Password = "password",
        /// The publisher has taken the article back.
        Withdrawn = "withdrawn",
        /// Not to be published yet.
        Embargoed = "embargoed",
        /// Not finished.
        Draft = "draft",
        /// The data holds a summary; the text is on the publisher's page.
        Elsewhere = "elsewhere",
    }
}

impl NoticeKind {
    /// Whether it says why a text ends where it does, and so stands behind what there is of it.
    pub fn is_where_text_stops(self) -> bool {
        matches!(self, Self::Gated | Self::Elsewhere)
    }
}
