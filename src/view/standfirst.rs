//! The standfirst: what the article says, in a sentence or two.

use super::{Node, block, el};
use crate::model::Block;

pub fn standfirst(blocks: Vec<Block>) -> Option<Node> {
    let node = |blocks| {
        el("div")
            .class("av-standfirst")
            .children(block::plain(blocks))
            .into()
    };
    (!blocks.is_empty()).then(|| node(blocks))
}
