//! Who wrote it.

use super::{Image, SafeLink};

/// Who wrote the article, structured, in one line, or both.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Byline {
    /// The line as the publisher writes it, with its own `By`, if it has one.
    pub line: Option<String>,
    pub authors: Vec<Author>,
}

/// A person or an organisation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Author {
    pub name: String,
    /// `Moscow correspondent`, `Illustrator`
    pub role: Option<String>,
    pub link: Option<SafeLink>,
    pub picture: Option<Image>,
}
