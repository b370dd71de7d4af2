//! The head of the stand-alone page: title, description, canonical address, Open Graph and JSON-LD. `document_head.js`
//! beside this file writes it, when the article is on the screen.

use super::page::{self, BETWEEN};

/// What the head says of an article; empty is absent.
#[derive(Debug, Default)]
pub struct Facts {
    pub title: String,
    pub description: String,
    pub canonical: String,
    pub image: String,
    pub site: String,
    pub section: String,
    pub language: String,
    pub authors: String,
    pub published: String,
    pub updated: String,
}

/// Takes an earlier article's facts out of the head; `title` is what remains to be said.
pub fn clear(title: &str) {
    // The first that a screen reader says of a page.
    page::entitle(title);
    page::late("describe", title);
}

/// Writes the facts into the head; earlier ones go.
pub fn describe(facts: &str) {
    page::late("describe", facts);
}

impl Facts {
    /// The facts in the order of `describe` in `document_head.js`, with [`BETWEEN`] between.
    pub fn text(self) -> String {
        let Self {
            title,
            description,
            canonical,
            image,
            site,
            section,
            language,
            authors,
            published,
            updated,
        } = self;
        let mut text = title;
        for fact in [
            description,
            canonical,
            image,
            site,
            section,
            language,
            authors,
            published,
            updated,
        ] {
            text.push(BETWEEN);
            text.push_str(&fact);
        }
        text
    }
}
