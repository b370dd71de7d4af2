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
    /// What stands inside this, for the kinds that hold inline content.
    pub fn inner(&self) -> Option<&Text> {
        match self {
            Self::Plain(_) | Self::Code(_) | Self::Break => None,
            Self::Strong(text)
            | Self::Emphasis(text)
            | Self::Link { text, .. }
            | Self::Subscript(text)
            | Self::Superscript(text)
            | Self::Quote(text)
            | Self::Span { text, .. } => Some(text),
        }
    }

    /// What stands inside this, to be changed.
    pub fn inner_mut(&mut self) -> Option<&mut Text> {
        match self {
            Self::Plain(_) | Self::Code(_) | Self::Break => None,
            Self::Strong(text)
            | Self::Emphasis(text)
            | Self::Link { text, .. }
            | Self::Subscript(text)
            | Self::Superscript(text)
            | Self::Quote(text)
            | Self::Span { text, .. } => Some(text),
        }
    }

    /// The words this holds itself, without those of what stands inside.
    pub fn own_words(&self) -> &str {
        match self {
            Self::Plain(words) | Self::Code(words) => words,
            Self::Break => " ",
            _ => "",
        }
    }

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
        words.push_str(inline.own_words());
        collect(inline.inner().map_or(&[], Vec::as_slice), words);
    }
}
