//! What stands inside a line.

use super::{View, block};
use crate::model::{Inline, Language};

pub fn inlines(view: &mut View<'_>, text: &[Inline]) {
    for inline in text {
        write(view, inline);
    }
}

fn write(view: &mut View<'_>, inline: &Inline) {
    let text = match inline {
        Inline::Plain(text) => return view.text(text),
        Inline::Code(code) => return view.leaf("code", code),
        Inline::Break => {
            view.open("br");
            return view.close();
        }
        Inline::WordBreak => {
            view.open("wbr");
            return view.close();
        }
        Inline::Note(id) => return block::reference(view, id),
        Inline::Ruby { text, reading } => {
            view.open("ruby");
            inlines(view, text);
            view.leaf("rp", "(");
            view.leaf("rt", reading);
            view.leaf("rp", ")");
            return view.close();
        }
        Inline::Styled { style, text } => {
            view.element(style.word(), "");
            text
        }
        Inline::Term { kind, title, text } => {
            view.element(kind.word(), "");
            if let Some(title) = title {
                view.attr("title", title);
            }
            text
        }
        Inline::Edit { kind, date, text } => {
            view.element(kind.word(), "");
            if let Some(date) = date {
                view.attr("datetime", &date.machine());
            }
            text
        }
        Inline::Time { moment, text } => {
            view.open("time");
            view.attr("datetime", &moment.machine());
            text
        }
        Inline::Strong(text) => {
            view.open("strong");
            text
        }
        Inline::Emphasis(text) => {
            view.open("em");
            text
        }
        Inline::Link { to, text } => {
            view.open("a");
            view.attr("href", to.href());
            text
        }
        Inline::Subscript(text) => {
            view.open("sub");
            text
        }
        Inline::Superscript(text) => {
            view.open("sup");
            text
        }
        Inline::Quote(text) => {
            view.open("q");
            text
        }
        Inline::Span {
            language,
            direction,
            text,
        } => {
            view.open(if direction.is_some() { "bdi" } else { "span" });
            if let Some(language) = language.as_ref().map(Language::tag) {
                view.attr("lang", language);
            }
            if let Some(direction) = direction {
                view.attr("dir", direction.html());
            }
            text
        }
    };
    inlines(view, text);
    view.close();
}
