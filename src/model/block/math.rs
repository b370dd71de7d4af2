use super::{Spoken, Words};
use crate::model::word::words;

/// A formula, as MathML's presentation elements, or in the notation its writer used.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Math {
    pub content: Option<MathNode>,
    /// Shown as it stands where there is no content.
    pub tex: Option<String>,
    /// The formula in words.
    pub alt: Option<String>,
    /// On a line of its own.
    pub display: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct MathNode {
    pub element: MathElement,
    /// Pairs out of [`ATTRIBUTES`]: see [`attribute`].
    pub attributes: Vec<(&'static str, &'static str)>,
    /// What a token such as `mi` says.
    pub text: String,
    pub children: Vec<MathNode>,
}

words! {
    /// The elements of MathML that may be used: those that only show, without links, actions and markup of others.
    pub enum MathElement {
        Math = "math",
        Row = "mrow",
        Identifier = "mi",
        Number = "mn",
        Operator = "mo",
        Text = "mtext",
        Space = "mspace",
        String = "ms",
        Fraction = "mfrac",
        SquareRoot = "msqrt",
        Root = "mroot",
        Style = "mstyle",
        Error = "merror",
        Padded = "mpadded",
        Phantom = "mphantom",
        Subscript = "msub",
        Superscript = "msup",
        SubSuperscript = "msubsup",
        Under = "munder",
        Over = "mover",
        UnderOver = "munderover",
        Multiscripts = "mmultiscripts",
        Prescripts = "mprescripts",
        Table = "mtable",
        TableRow = "mtr",
        TableCell = "mtd",
    }
}

/// The attributes that may be used, each with a value that it may have.
pub const ATTRIBUTES: &str = "accent=true accent=false accentunder=true accentunder=false columnalign=left columnalign=center \
    columnalign=right columnspan=1 columnspan=2 columnspan=3 columnspan=4 columnspan=5 columnspan=6 \
    columnspan=7 columnspan=8 columnspan=9 dir=ltr dir=rtl displaystyle=true displaystyle=false \
    fence=true fence=false form=prefix form=infix form=postfix largeop=true largeop=false \
    linethickness=0 mathvariant=normal movablelimits=true movablelimits=false rowspan=1 rowspan=2 \
    rowspan=3 rowspan=4 rowspan=5 rowspan=6 rowspan=7 rowspan=8 rowspan=9 separator=true separator=false \
    stretchy=true stretchy=false symmetric=true symmetric=false width=0.1667em width=0.2222em \
    width=0.2778em width=0.5em width=1em width=2em";

/// The pair of [`ATTRIBUTES`] that reads like this one.
pub fn attribute(name: &str, value: &str) -> Option<(&'static str, &'static str)> {
    for pair in ATTRIBUTES.split(' ') {
        if let Some(pair) = pair.split_once('=')
            && pair == (name, value)
        {
            return Some(pair);
        }
    }
    None
}

impl MathNode {
    /// The words of its tokens.
    fn speak(&self, words: &mut Words) {
        words.say(&self.text);
        for child in &self.children {
            child.speak(words);
        }
    }
}

impl Spoken for Math {
    fn speak(&self, words: &mut Words) {
        match (&self.alt, &self.content, &self.tex) {
            (Some(text), ..) | (None, None, Some(text)) => words.say(text),
            (None, Some(content), _) => content.speak(words),
            (None, None, None) => {}
        }
    }
}
