use super::{View, blocks, run_if_any};
use crate::model::block::{EventDate, Timeline};
use crate::view::byline;

pub fn timeline(view: &mut View<'_>, list: &Timeline) {
    view.open("ol.av-timeline@role=list");
    for event in &list.items {
        view.open("li.av-timeline__event");
        if let Some(date) = &event.date {
            view.open("p.av-timeline__date");
            match date {
                EventDate::Moment(moment) => byline::time(view, moment),
                EventDate::Words(words) => view.isolated(words),
            }
            view.close();
        }
        run_if_any(view, "p.av-timeline__title", &event.title);
        blocks(view, &event.blocks);
        view.close();
    }
    view.close();
}
