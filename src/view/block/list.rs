use super::{View, item};
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
    for entry in &list.items {
        view.open("li");
        item(view, &entry.blocks);
        view.close();
    }
    view.close();
}
