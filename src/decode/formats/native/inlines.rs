//! Text with strong, links and the like: a string, or a list of strings and objects with a `type`.

use crate::decode::{Cursor, NoteKind};
use crate::model::inline::plain_text;
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
pub fn member(cursor: Cursor<'_>, key: &str) -> Text {
    cursor.at(key).map(text).unwrap_or_default()
}

fn push(cursor: Cursor<'_>, text: &mut Text) {
    if cursor.members().is_none() {
        // White space between two inlines is a text too, so an all-blank string is kept here.
        match cursor.value().as_str() {
            Some(plain) => push_plain(plain, text),
            None => text.extend(cursor.as_text().map(Inline::plain)),
        }
        return;
    }
    let inner = || member(cursor, "text");
    match cursor.line("type").as_deref() {
        Some("strong") => text.push(Inline::Strong(inner())),
        Some("em") => text.push(Inline::Emphasis(inner())),
        Some("link") => {
            if cursor.at("href").is_none() {
                cursor.note_missing("href", "an address");
            }
            match cursor.link("href") {
                Some(to) => text.push(Inline::Link { to, text: inner() }),
                None => text.extend(inner()),
            }
        }
        Some("code") => text.push(Inline::Code(plain_text(&inner()))),
        Some("sub") => text.push(Inline::Subscript(inner())),
        Some("sup") => text.push(Inline::Superscript(inner())),
        Some("q" | "quote") => text.push(Inline::Quote(inner())),
        Some("span") => text.push(Inline::Span {
            language: cursor.language("language"),
            direction: cursor.word("direction", "ltr, rtl or auto", Direction::parse),
            text: inner(),
        }),
        Some("break") => text.push(Inline::Break),
        Some(kind) => {
            cursor.note(NoteKind::UnknownInline {
                kind: kind.chars().take(40).collect(),
            });
            text.extend(inner());
        }
        None => text.extend(inner()),
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
