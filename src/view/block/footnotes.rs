use super::{View, item, open_heading};
use crate::host::intl;
use crate::host::text::{concat, digits};
use crate::model::block::Footnotes;

/// A footnote with its number, which is its place among its like.
#[derive(Debug)]
pub struct Noted {
    id: String,
    /// So many references lead to it.
    references: u32,
    /// Its text is written, or about to be.
    shown: bool,
}

/// The mark in the text that leads to the footnote `id`.
pub fn reference(view: &mut View<'_>, id: &str) {
    let place = match view.counts.notes.iter().position(|note| note.id == id) {
        Some(place) => place,
        None => {
            view.counts.notes.push(Noted {
                id: id.to_owned(),
                references: 0,
                shown: false,
            });
            view.counts.notes.len() - 1
        }
    };
    let Some(note) = view.counts.notes.get_mut(place) else {
        return;
    };
    note.references += 1;
    let count = note.references;
    let number = intl::number((place + 1) as f64, view.language);
    let label = view.words.with("footnote", "number", &number);
    view.open("sup.av-note-ref>a@role=doc-noteref");
    view.attr("id", &anchor("av-fnref-", place, Some(count)));
    view.attr("href", &anchor("#av-fn-", place, None));
    view.name(&label);
    view.text(&number);
    view.close();
    view.close();
}

/// The texts, those referred to first, each with links back to where it is referred to.
pub fn footnotes(view: &mut View<'_>, list: &Footnotes) {
    let mut texts = Vec::new();
    for text in &list.items {
        let waiting = |note: &Noted| !note.shown && note.id == text.id;
        let place = match view.counts.notes.iter().position(waiting) {
            Some(place) => place,
            None => {
                view.counts.notes.push(Noted {
                    id: text.id.clone(),
                    references: 0,
                    shown: true,
                });
                view.counts.notes.len() - 1
            }
        };
        if let Some(note) = view.counts.notes.get_mut(place) {
            note.shown = true;
        }
        texts.push((place, text));
    }
    view.open("section.av-footnotes@role=doc-endnotes");
    open_heading(view, 2, "av-footnotes__heading");
    view.say("span", "footnotes");
    view.close();
    view.open("ol.av-footnotes__items");
    view.theirs();
    // New references in these texts come after all that are here.
    for place in 0..view.counts.notes.len() {
        for (_, text) in texts.iter().filter(|(own, _)| *own == place) {
            view.open("li.av-footnotes__item");
            view.attr("id", &anchor("av-fn-", place, None));
            view.attr("value", &digits(place + 1));
            item(view, &text.blocks);
            back(view, place);
            view.close();
        }
    }
    view.close();
    view.close();
}

fn back(view: &mut View<'_>, place: usize) {
    let count = view
        .counts
        .notes
        .get(place)
        .map_or(0, |note| note.references);
    let number = intl::number((place + 1) as f64, view.words.language().tag());
    for reference in 1..=count {
        view.text(" ");
        view.open("a.av-footnotes__back@role=doc-backlink");
        view.attr("href", &anchor("#av-fnref-", place, Some(reference)));
        let label = view.words.with("footnote_back", "number", &number);
        view.name(&label);
        // The second character keeps the arrow from becoming a picture.
        view.text("\u{21a9}\u{fe0e}");
        view.close();
    }
}

/// `av-fn-2`, `#av-fnref-2-1`
fn anchor(start: &str, place: usize, reference: Option<u32>) -> String {
    let mut anchor = concat(&[start, &digits(place + 1)]);
    if let Some(reference) = reference {
        anchor.push('-');
        anchor.push_str(&digits(reference as usize));
    }
    anchor
}
