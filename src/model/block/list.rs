use super::{Block, Spoken, Words};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct List {
    /// Where an ordered list starts counting; `None` for a list without order.
    pub start: Option<i32>,
    pub items: Vec<ListItem>,
}

/// One item: usually a paragraph, at times with a list below it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListItem {
    pub blocks: Vec<Block>,
}

impl Spoken for List {
    fn speak(&self, words: &mut Words) {
        for item in &self.items {
            words.say_blocks(&item.blocks);
        }
    }
}
