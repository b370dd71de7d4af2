use super::{View, item, run};
use crate::model::block::Descriptions;

pub fn descriptions(view: &mut View<'_>, list: &Descriptions) {
    view.open("dl.av-descriptions");
    for entry in &list.items {
        view.open("div.av-descriptions__item");
        for term in &entry.terms {
            run(view, "dt", term);
        }
        view.open("dd");
        item(view, &entry.details);
        view.close();
        view.close();
    }
    view.close();
}
