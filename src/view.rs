//! An article as nodes: what stands where, in which element, with which words for whom.
//!
//! A view is a plain function that reads a part of the model and writes it into a [`View`]; it has no handler and no
//! browser, so every view is tested as HTML natively. Views do not repair data (`decode::tidy` does) and fetch nothing.
//! All interface text comes from [`Words`].

use std::ops::{Deref, DerefMut};

use crate::model::{Article, Language};

pub mod article;
mod block;
mod body;
mod byline;
mod comments_notice;
mod figure;
mod headline;
mod inline;
pub mod list;
pub mod masthead;
pub mod node;
mod notice;
mod picture;
mod references;
mod standfirst;
pub mod words;

pub use article::{ArticleView, Settings, article, first};
pub use body::Rest;
pub use node::{Node, Out};
pub use words::Words;

/// Where the views write, and what they need to know beside their own part of the model.
pub struct View<'a> {
    out: Out,
    words: &'a Words,
    /// Dates are written in the article's language, or the interface's where that is unknown.
    language: &'a str,
    /// The article's language as its element names it: empty where it is unknown.
    named: &'a str,
    /// The article's direction, as HTML writes it.
    direction: &'static str,
    /// The interface speaks another language than the article, so its words say which.
    foreign: bool,
    /// The rank of the headline.
    headline: u8,
    counts: Counts,
}

/// What a body counts from its first block to its last.
#[derive(Debug, Default)]
struct Counts {
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
    fn new(words: &'a Words, article: &'a Article, headline: u8) -> Self {
        let language = article.language.as_ref();
        Self {
            out: Out::default(),
            words,
            language: language.unwrap_or(words.language()).tag(),
            named: language.map_or("", Language::tag),
            direction: article.text_direction().html(),
            foreign: language.is_none_or(|own| own.primary() != words.language().primary()),
            headline,
            counts: Counts {
                last_heading: headline,
                ..Counts::default()
            },
        }
    }

    /// An element with nothing but the interface's text of `key` in it.
    #[inline(never)]
    fn say(&mut self, shape: &'static str, key: &'static str) {
        let words = self.words;
        self.tell(shape, words.text(key));
    }

    /// An element with nothing but a text of the interface in it.
    #[inline(never)]
    fn tell(&mut self, shape: &'static str, text: &str) {
        self.out.open(shape);
        self.ours();
        self.out.text(text);
        self.out.close();
    }

    /// The element opened last speaks the interface's language, which it names where the article's is another.
    ///
    /// A screen reader then reads each part with its own voice, and each runs in its own direction.
    #[inline(never)]
    fn ours(&mut self) {
        let words = self.words;
        self.speak(words.language().tag());
        let direction = words.direction().html();
        if self.foreign && direction != self.direction {
            self.out.attr("dir", direction);
        }
    }

    /// The element opened last, which stands inside one of [`View::ours`], speaks the article's language again.
    ///
    /// It says nothing of the direction: that is for a `bdi`, which reads it from its text.
    #[inline(never)]
    fn theirs(&mut self) {
        self.speak(self.named);
    }

    /// Names the element opened last, with the interface's text of `key`, for those who do not see it.
    ///
    /// The name is in the interface's language, and so would be what is inside, if it were not [`View::theirs`].
    #[inline(never)]
    fn label(&mut self, key: &'static str) {
        let words = self.words;
        self.name(words.text(key));
    }

    /// Names the element opened last, with a text of the interface.
    #[inline(never)]
    fn name(&mut self, text: &str) {
        let words = self.words;
        self.speak(words.language().tag());
        self.out.attr("aria-label", text);
    }

    #[inline(never)]
    fn speak(&mut self, language: &str) {
        if self.foreign {
            self.out.attr("lang", language);
        }
    }

    /// The publisher's own message where there is one, else the interface's text of `key`.
    #[inline(never)]
    fn message(&mut self, message: &Option<String>, key: &'static str) {
        self.out.open("bdi");
        match message {
            Some(message) => {
                self.theirs();
                self.out.text(message);
            }
            None => {
                self.ours();
                self.out.text(self.words.text(key));
            }
        }
        self.out.close();
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
