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

/// The attributes that may be used, each with its values.
pub const ATTRIBUTES: &[(&str, &[&str])] = &[
    ("accent", TRUTH),
    ("accentunder", TRUTH),
    ("columnalign", &["left", "center", "right"]),
    ("columnspan", SPANS),
    ("dir", &["ltr", "rtl"]),
    ("displaystyle", TRUTH),
    ("fence", TRUTH),
    ("form", &["prefix", "infix", "postfix"]),
    ("largeop", TRUTH),
    ("linethickness", &["0"]),
    ("mathvariant", &["normal"]),
    ("movablelimits", TRUTH),
    ("rowspan", SPANS),
    ("separator", TRUTH),
    ("stretchy", TRUTH),
    ("symmetric", TRUTH),
    (
        "width",
        &["0.1667em", "0.2222em", "0.2778em", "0.5em", "1em", "2em"],
    ),
];

const TRUTH: &[&str] = &["true", "false"];
const SPANS: &[&str] = &["1", "2", "3", "4", "5", "6", "7", "8", "9"];

/// The pair of [`ATTRIBUTES`] that reads like this one.
pub fn attribute(name: &str, value: &str) -> Option<(&'static str, &'static str)> {
    let (name, values) = ATTRIBUTES.iter().find(|(known, _)| *known == name)?;
    let value = values.iter().find(|known| **known == value)?;
    Some((name, value))
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
