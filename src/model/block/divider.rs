use super::{Spoken, Words};

/// A pause between two parts of a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Divider;

impl Spoken for Divider {
    fn speak(&self, _words: &mut Words) {}
}
