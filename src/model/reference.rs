//! What the article points to beside its text.

use super::{Image, SafeLink, Timestamp};

/// A keyword the publisher filed the article under.
#[derive(Clone, Debug, PartialEq)]
pub struct Tag {
    pub name: String,
    pub link: Option<SafeLink>,
}

/// Another article that the publisher offers.
#[derive(Clone, Debug, PartialEq)]
pub struct Related {
    pub title: String,
    pub link: SafeLink,
    pub publisher: Option<String>,
    pub published: Option<Timestamp>,
    pub image: Option<Image>,
}
