//! An article as nodes: what stands where, in which element, with which words for whom.
//!
//! A view is a plain function that reads a part of the model and writes it into a [`View`]; it has no handler and no
//! browser, so every view is tested as HTML natively. Views do not repair data (`decode::tidy` does) and fetch nothing.
//! All interface text comes from [`Words`].

use std::ops::{Deref, DerefMut};

pub mod article;
mod block;
mod body;
mod byline;
mod comments_notice;
mod figure;
mod headline;
mod inline;
pub mod masthead;
pub mod node;
mod notice;
mod picture;
mod references;
mod standfirst;
pub mod words;

pub use article::{ArticleView, Settings, article};
pub use body::more;
pub use node::{Node, Out};
pub use words::Words;

/// Where the views write, and what they need to know beside their own part of the model.
pub struct View<'a> {
    out: Out,
    words: &'a Words,
    /// Dates and lists are written in the article's language, or the interface's where that is unknown.
    language: String,
    /// The rank of the headline.
    headline: u8,
    /// The rank of the heading written last.
    last_heading: u8,
    /// So many tables are written.
    tables: u32,
    /// The footnotes referred to so far, in the order of their numbers.
    notes: Vec<block::Noted>,
    /// The ids of the posts written so far.
    posts: Vec<String>,
}

impl<'a> View<'a> {
    fn new(words: &'a Words, language: String, headline: u8) -> Self {
        Self {
            out: Out::default(),
            words,
            language,
            headline,
            last_heading: headline,
            tables: 0,
            notes: Vec::new(),
            posts: Vec::new(),
        }
    }

    /// An element with nothing but the interface's text of `key` in it.
    #[inline(never)]
    fn say(&mut self, shape: &'static str, key: &'static str) {
        self.out.leaf(shape, self.words.text(key));
    }

    /// Names the element opened last, with an interface's text, for those who do not see it.
    #[inline(never)]
    fn label(&mut self, key: &'static str) {
        self.out.attr("aria-label", self.words.text(key));
    }

    /// Opens a button that an aid or the page listens for.
    #[inline(never)]
    fn open_button(&mut self, shape: &'static str, action: &'static str) {
        self.out.open(shape);
        self.out.attr("type", "button");
        self.out.attr("data-action", action);
    }

    /// An element with one field from outside in it.
    #[inline(never)]
    fn field(&mut self, shape: &'static str, text: &str) {
        self.out.open(shape);
        self.out.isolated(text);
        self.out.close();
    }

    fn finish(&mut self) -> Node {
        std::mem::take(&mut self.out).into()
    }
}

impl Deref for View<'_> {
    type Target = Out;

    fn deref(&self) -> &Out {
        &self.out
    }
}

impl DerefMut for View<'_> {
    fn deref_mut(&mut self) -> &mut Out {
        &mut self.out
    }
}
