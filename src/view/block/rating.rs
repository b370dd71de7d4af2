use super::{View, field_if_any};
use crate::host::intl;
use crate::host::text::{concat, digits};
use crate::model::block::Rating;
use crate::view::words::around;

/// Stars for the eye, and the same in words for everybody.
pub fn rating(view: &mut View<'_>, rating: &Rating) {
    let words = view.words;
    let number = |value| intl::number(value, words.language().tag());
    let text = words.with("rating", "value", &number(rating.value));
    let (before, after) = around(&text, "best");
    let text = concat(&[before, &number(rating.best), after]);
    let percent = (rating.value / rating.best * 100.0) as u32;
    view.open("p.av-rating");
    view.attr("--av-rating", &digits(percent as usize));
    field_if_any(view, "span.av-rating__label", &rating.label);
    if rating.best <= 10.0 {
        view.open("span.av-rating__stars@aria-hidden=true");
        for _ in 0..rating.best as u32 {
            view.text("\u{2605}");
        }
        view.close();
    }
    view.tell("span.av-rating__words", &text);
    view.close();
}
