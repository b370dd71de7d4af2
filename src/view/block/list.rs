use super::{View, blocks, inline};
use crate::model::Block;
use crate::model::block::List;

pub fn list(view: &mut View<'_>, list: &List) {
    view.open(if list.start.is_some() {
        "ol.av-list"
    } else {
        "ul.av-list"
    });
    if let Some(start) = list.start.filter(|start| *start != 1) {
        view.attr("start", &start.to_string());
    }
    for item in &list.items {
        view.open("li");
        // An item of one paragraph needs no paragraph around its words.
        match item.blocks.split_first() {
            Some((Block::Paragraph(first), rest)) => {
                inline::inlines(view, &first.text);
                blocks(view, rest);
            }
            _ => blocks(view, &item.blocks),
        }
        view.close();
    }
    view.close();
}
