//! A picture with its caption and credit.

use super::picture::{self, Loading};
use super::{View, block, inline};
use crate::model::block::{Display, Figure};
use crate::model::{Block, Inline};

/// The lead: wider than the text, and its picture fetched before anything else.
pub fn lead(view: &mut View<'_>, lead: &Block) {
    view.open("div.av-lead");
    match lead {
        Block::Figure(lead) => write(view, lead, lead_display(lead.display), Loading::First),
        Block::Gallery(_) | Block::Video(_) => {
            block::open_rare(view, std::slice::from_ref(lead), true);
        }
        other => block::block(view, other),
    }
    view.close();
}

/// A lead is wide, or wider where its writer wants it.
pub fn lead_display(display: Display) -> Display {
    match display {
        Display::Full => Display::Full,
        Display::Inline | Display::Supporting | Display::Wide => Display::Wide,
    }
}

pub fn figure(view: &mut View<'_>, figure: &Figure) {
    write(view, figure, figure.display, Loading::Lazy);
}

pub fn write(view: &mut View<'_>, figure: &Figure, display: Display, loading: Loading) {
    view.open("figure.av-figure");
    view.attr("data-display", display.word());
    if let Some(link) = &figure.link {
        view.open("a");
        view.attr("href", link.href());
    }
    picture::framed(view, &figure.image, display, loading);
    if figure.link.is_some() {
        view.close();
    }
    caption(view, "caption", &figure.caption, &figure.credit);
    view.close();
}

/// Caption and credit apart, with hidden words that tell a screen reader which is which.
pub fn caption(view: &mut View<'_>, key: &'static str, caption: &[Inline], credit: &[Inline]) {
    if caption.is_empty() && credit.is_empty() {
        return;
    }
    view.open("figcaption.av-caption");
    part(view, "span.av-caption__text", key, caption);
    if !caption.is_empty() && !credit.is_empty() {
        view.text(" ");
    }
    part(view, "span.av-caption__credit", "credit", credit);
    view.close();
}

/// A text with a hidden word in front that says what it is, where there is one.
pub fn part(view: &mut View<'_>, shape: &'static str, key: &'static str, text: &[Inline]) {
    if !text.is_empty() {
        view.open(shape);
        view.say("span.av-hidden", key);
        // Apart from the label, whose language may run the other way.
        view.open("bdi");
        inline::inlines(view, text);
        view.close();
        view.close();
    }
}
