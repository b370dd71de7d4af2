//! What stands inside a line of text.

use super::word::words;
use super::{Direction, Language, SafeLink, Timestamp};

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
    /// `<mark>`, `<kbd>` and others that only say what a run is.
    Styled { style: Style, text: Text },
    /// `<abbr title="North Pier Watch">NPW</abbr>`: the long form, or for `<dfn>` the term that is defined.
    Term {
        kind: TermKind,
        title: Option<String>,
        text: Text,
    },
    /// `<del>wrong</del>`, `<ins>right</ins>`
    Edit {
        kind: EditKind,
        date: Option<Timestamp>,
        text: Text,
    },
    /// `<time datetime="2026-11-24">tomorrow</time>`
    Time { moment: Timestamp, text: Text },
    /// `<ruby>港<rt>みなと</rt></ruby>`
    Ruby { text: Text, reading: String },
    /// A reference to the footnote with this id.
    Note(String),
    /// `<br>`
    Break,
    /// `<wbr>`: a long word may break here.
    WordBreak,
}

words! {
    /// What a run is, by the name of its element.
    pub enum Style {
        Underline = "u",
        /// No longer true.
        Strike = "s",
        Mark = "mark",
        Small = "small",
        Keyboard = "kbd",
        /// What a program said.
        Sample = "samp",
        Variable = "var",
        /// The title of a work.
        Cite = "cite",
    }
}

words! {
    pub enum TermKind {
        Abbreviation = "abbr",
        Definition = "dfn",
    }
}

words! {
    pub enum EditKind {
        Deleted = "del",
        Inserted = "ins",
    }
}

impl Inline {
    /// What stands inside this, for the kinds that hold inline content.
    pub fn inner(&self) -> Option<&Text> {
        match self {
            Self::Plain(_) | Self::Code(_) | Self::Note(_) | Self::Break | Self::WordBreak => None,
            Self::Strong(text)
            | Self::Emphasis(text)
            | Self::Link { text, .. }
            | Self::Subscript(text)
            | Self::Superscript(text)
            | Self::Quote(text)
            | Self::Span { text, .. }
            | Self::Styled { text, .. }
            | Self::Term { text, .. }
            | Self::Edit { text, .. }
            | Self::Time { text, .. }
            | Self::Ruby { text, .. } => Some(text),
        }
    }

    /// What stands inside this, to be changed.
    pub fn inner_mut(&mut self) -> Option<&mut Text> {
        match self {
            Self::Plain(_) | Self::Code(_) | Self::Note(_) | Self::Break | Self::WordBreak => None,
            Self::Strong(text)
            | Self::Emphasis(text)
            | Self::Link { text, .. }
            | Self::Subscript(text)
            | Self::Superscript(text)
            | Self::Quote(text)
            | Self::Span { text, .. }
            | Self::Styled { text, .. }
            | Self::Term { text, .. }
            | Self::Edit { text, .. }
            | Self::Time { text, .. }
            | Self::Ruby { text, .. } => Some(text),
        }
    }

    /// The words this holds itself, without those of what stands inside.
    pub fn own_words(&self) -> &str {
        match self {
            Self::Plain(words) | Self::Code(words) => words,
            Self::Break => " ",
            Self::WordBreak => "\u{200b}",
            _ => "",
        }
    }

    /// A plain piece of text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::Plain(text.into())
    }
}

/// Whether a reader sees anything of it: words, or the mark of a footnote.
pub fn is_blank(text: &[Inline]) -> bool {
    text.iter().all(|inline| {
        let own = !matches!(inline, Inline::Note(_)) && is_blank_text(inline.own_words());
        own && inline.inner().is_none_or(|inner| is_blank(inner))
    })
}

/// Nothing in it that a reader sees.
pub fn is_blank_text(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{2060}')
    })
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
