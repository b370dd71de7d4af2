use super::{Ranks, View, blocks, inline, open_heading};
use crate::model::block::Questions;

pub fn questions(view: &mut View<'_>, list: &Questions) {
    view.open("section.av-questions");
    for entry in &list.items {
        let ranks = Ranks::of(view);
        view.open("section.av-questions__item");
        if !entry.question.is_empty() {
            open_heading(view, 3, "av-questions__question");
            inline::inlines(view, &entry.question);
            view.close();
            Ranks::below_last(view);
        }
        view.open("div.av-questions__answer");
        blocks(view, &entry.blocks);
        view.close();
        view.close();
        ranks.restore(view);
    }
    view.close();
}
