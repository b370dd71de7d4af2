//! The standfirst: what the article says, in a sentence or two.

use super::{View, block};
use crate::model::Block;

pub fn standfirst(view: &mut View<'_>, blocks: &[Block]) {
    if !blocks.is_empty() {
        view.open("div.av-standfirst");
        block::blocks(view, blocks);
        view.close();
    }
}
