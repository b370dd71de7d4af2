//! Text with strong, links and the like: a string, or a list of strings and objects with a `type`.

use crate::decode::{Cursor, NoteKind};
use crate::model::inline::{EditKind, Style, TermKind, plain_text};
use crate::model::{Direction, Inline, Text};

/// Reads a text: `"words"`, `{"type": "em", "text": "words"}`, or a list of both.
pub fn text(cursor: Cursor<'_>) -> Text {
    let mut text = Text::new();
    for item in cursor.items() {
        push(item, &mut text);
    }
    text
}

/// The member `key` as a text.
#[inline(never)]
pub fn member(cursor: Cursor<'_>, key: &str) -> Text {
    cursor.at(key).map(text).unwrap_or_default()
}

/// Reads one inline, and adds it or, where something is missing that it cannot do without, its words.
pub type Reader = fn(Cursor<'_>, &mut Text);

/// The kinds of inlines beside [`Style`], sorted; the order has no meaning.
pub const INLINES: &[(&str, Reader)] = &[
    ("abbr", |from, text| {
        term(from, text, TermKind::Abbreviation)
    }),
    ("break", |_, text| text.push(Inline::Break)),
    ("code", |from, text| text.push(Inline::Code(program(from)))),
    ("del", |from, text| edit(from, text, EditKind::Deleted)),
    ("dfn", |from, text| term(from, text, TermKind::Definition)),
    ("em", |from, text| text.push(Inline::Emphasis(inner(from)))),
    ("ins", |from, text| edit(from, text, EditKind::Inserted)),
    ("link", link),
    ("note", |from, text| {
        text.extend(needed(from, "ref", "the id of a footnote").map(Inline::Note))
    }),
    ("q", quote),
    ("quote", quote),
    ("ruby", |from, text| {
        match needed(from, "reading", "the reading of the characters") {
            Some(reading) => text.push(Inline::Ruby {
                text: inner(from),
                reading,
            }),
            None => text.extend(inner(from)),
        }
    }),
    ("span", |from, text| {
        text.push(Inline::Span {
            language: from.language("language"),
            direction: from.word("direction", "ltr, rtl or auto", Direction::parse),
            text: inner(from),
        })
    }),
    ("strong", |from, text| {
        text.push(Inline::Strong(inner(from)))
    }),
    ("sub", |from, text| {
        text.push(Inline::Subscript(inner(from)))
    }),
    ("sup", |from, text| {
        text.push(Inline::Superscript(inner(from)))
    }),
    ("time", |from, text| match from.timestamp("datetime") {
        Some(moment) => text.push(Inline::Time {
            moment,
            text: inner(from),
        }),
        None => text.extend(inner(from)),
    }),
    ("wbr", |_, text| text.push(Inline::WordBreak)),
];

/// Whether an inline is called so.
pub fn knows(kind: &str) -> bool {
    Style::parse(kind).is_some() || INLINES.iter().any(|(known, _)| *known == kind)
}

fn push(cursor: Cursor<'_>, text: &mut Text) {
    if cursor.members().is_none() {
        // White space between two inlines is a text too, so an all-blank string is kept here.
        match cursor.value().as_str() {
            Some(plain) if cursor.is_from_markup() => text.push(Inline::plain(plain)),
            Some(plain) => push_plain(plain, text),
            None => text.extend(cursor.as_text().map(Inline::plain)),
        }
        return;
    }
    let Some(kind) = cursor.line("type") else {
        return text.extend(inner(cursor));
    };
    if let Some(style) = Style::parse(&kind) {
        return text.push(Inline::Styled {
            style,
            text: inner(cursor),
        });
    }
    match INLINES.iter().find(|(known, _)| *known == kind) {
        Some((_, read)) => read(cursor, text),
        None => {
            cursor.note(NoteKind::UnknownInline {
                kind: kind.chars().take(40).collect(),
            });
            text.extend(inner(cursor));
        }
    }
}

/// What stands inside an inline.
#[inline(never)]
fn inner(cursor: Cursor<'_>) -> Text {
    member(cursor, "text")
}

/// The words of a piece of a program; its lines are its own.
fn program(cursor: Cursor<'_>) -> String {
    let words = cursor.at("text").and_then(|text| text.value().as_str());
    words.map_or_else(|| plain_text(&inner(cursor)), str::to_owned)
}

/// A member that its inline means nothing without.
#[inline(never)]
fn needed(cursor: Cursor<'_>, key: &str, wanted: &'static str) -> Option<String> {
    if cursor.at(key).is_none() {
        cursor.note_missing(key, wanted);
    }
    cursor.line(key)
}

fn term(cursor: Cursor<'_>, text: &mut Text, kind: TermKind) {
    text.push(Inline::Term {
        kind,
        title: cursor.line("title"),
        text: inner(cursor),
    });
}

fn edit(cursor: Cursor<'_>, text: &mut Text, kind: EditKind) {
    text.push(Inline::Edit {
        kind,
        date: cursor.timestamp("date"),
        text: inner(cursor),
    });
}

fn quote(cursor: Cursor<'_>, text: &mut Text) {
    text.push(Inline::Quote(inner(cursor)));
}

fn link(cursor: Cursor<'_>, text: &mut Text) {
    if cursor.at("href").is_none() {
        cursor.note_missing("href", "an address");
    }
    match cursor.link("href") {
        Some(to) => text.push(Inline::Link {
            to,
            text: inner(cursor),
        }),
        None => text.extend(inner(cursor)),
    }
}

/// A line break that its writer typed as `\n` stays one.
fn push_plain(plain: &str, text: &mut Text) {
    for (index, line) in plain.split('\n').enumerate() {
        if index > 0 {
            text.push(Inline::Break);
        }
        if !line.is_empty() {
            text.push(Inline::plain(line));
        }
    }
}
