use super::{Block, Spoken, Words};

/// The notes that the text refers to with [`Inline::Note`](crate::model::Inline::Note).
///
/// The view numbers them in the order of the references.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Footnotes {
    pub items: Vec<Footnote>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Footnote {
    /// The name its references use.
    pub id: String,
    pub blocks: Vec<Block>,
}

impl Spoken for Footnotes {
    fn speak(&self, words: &mut Words) {
        for item in &self.items {
            words.say_blocks(&item.blocks);
        }
    }
}
