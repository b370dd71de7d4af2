//! What stands inside a line of text.

use super::{Direction, Language, SafeLink};

/// A run of inline content.
pub type Text = Vec<Inline>;

/// One piece of inline content.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// `"plain words"`
    Plain(String),
    /// `<strong>important</strong>`
    Strong(Text),
    /// `<em>stressed</em>`
    Emphasis(Text),
    /// `<a href="…">words</a>`
    Link { to: SafeLink, text: Text },
    /// `<code>let x</code>`
    Code(String),
    /// `H<sub>2</sub>O`
    Subscript(Text),
    /// `m<sup>2</sup>`
    Superscript(Text),
    /// `<q>words of another</q>`: the marks are the language's own.
    Quote(Text),
    /// A run in another language or direction.
    Span {
        language: Option<Language>,
        direction: Option<Direction>,
        text: Text,
    },
    /// `<br>`
    Break,
}

impl Inline {
    /// A plain piece of text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::Plain(text.into())
    }
}

/// The words alone; a line break counts as a space.
pub fn plain_text(text: &[Inline]) -> String {
    let mut words = String::new();
    collect(text, &mut words);
    words
}

fn collect(text: &[Inline], words: &mut String) {
    for inline in text {
        match inline {
            Inline::Plain(plain) | Inline::Code(plain) => words.push_str(plain),
            Inline::Break => words.push(' '),
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Link { text: inner, .. }
            | Inline::Subscript(inner)
            | Inline::Superscript(inner)
            | Inline::Quote(inner)
            | Inline::Span { text: inner, .. } => collect(inner, words),
        }
    }
}
