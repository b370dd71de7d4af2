//! What stands inside a line.

use std::ops::Range;

use super::names::{Attribute, IN_HEADLINES, INLINES, MEMBERS, Tag, role};
use super::object::{Object, kind, push_words};
use super::{Reader, notes, short_codes};
use crate::json::Json;

impl Reader<'_> {
    /// Everything inside `range` as one text; boxes in it begin new lines.
    #[inline(never)]
    pub fn text(&self, range: Range<usize>) -> Vec<Json> {
        let mut text = Vec::new();
        let mut at = range.start;
        while at < range.end {
            self.inline(at, &mut text);
            at = self.tree.after(at);
        }
        text
    }

    /// Everything inside the element at this place as one text.
    #[inline(never)]
    pub fn text_of(&self, at: usize) -> Vec<Json> {
        self.text(self.tree.inside(at))
    }

    /// The words of everything inside the element at this place, in one line.
    #[inline(never)]
    pub fn line_of(&self, at: usize) -> String {
        self.tree.line(self.tree.inside(at))
    }

    /// Appends what stands at this place. Pictures and frames are not for a line: [`Reader::media`] finds them.
    #[inline(never)]
    pub fn inline(&self, at: usize, out: &mut Vec<Json>) {
        let tag = self.tree.tag(at);
        let words = self.tree.words(at);
        match tag {
            Tag::Text => return self.words(words, out),
            Tag::Formula => {
                let mut code = Object::new("code");
                code.word("text", words);
                return code.push(out);
            }
            Tag::Ruby => return self.ruby(at, out),
            _ if tag.is_media() || tag == Tag::Comment || self.tree.is(at, role::CREDIT) => return,
            _ => {}
        }
        let text = self.text_of(at);
        if tag.is_inline() {
            self.wrap(at, text, out);
        } else if !text.is_empty() {
            break_line(out);
            out.extend(text);
            break_line(out);
        }
    }

    /// Appends words of the text. White space between two boxes is none of them.
    #[inline(never)]
    pub fn words(&self, words: &str, out: &mut Vec<Json>) {
        if out.last().is_none_or(|last| kind(last) == "break") && words.trim_ascii().is_empty() {
            return;
        }
        if self.keeps_lines.get() {
            return push_words(out, words);
        }
        let mut kept = String::new();
        if short_codes::strip(words, &mut kept) {
            self.removed.borrow_mut().add("[short code]");
        }
        out.push(Json::Text(kept));
    }

    /// Appends `text` as what the element at this place makes of it.
    #[inline(never)]
    pub fn wrap(&self, at: usize, mut text: Vec<Json>, out: &mut Vec<Json>) {
        let tag = self.tree.tag(at);
        let known = match self.in_headline {
            true => INLINES.get(..IN_HEADLINES).unwrap_or_default(),
            false => INLINES,
        };
        let mut word = "";
        for (known, name) in known {
            if *known == tag {
                word = name;
            }
        }
        match tag {
            Tag::Break | Tag::WordBreak => {}
            _ if text.is_empty() => return,
            Tag::Anchor => {
                let id = notes::fragment(&self.tree, at);
                if self.notes.contains(&id) {
                    let mut note = Object::new("note");
                    note.word("ref", id);
                    return note.push(out);
                }
                if !id.is_empty()
                    && matches!(&text[..], [Json::Text(words)] if words.chars().all(is_arrow))
                {
                    return;
                }
                // Links inside a document lead nowhere once it is shown as part of another.
                let address = self.tree.value(at, Attribute::Href).trim_ascii_start();
                if address.is_empty() || address.starts_with('#') {
                    word = "";
                }
            }
            // The reference to a footnote is raised by nature.
            Tag::Superscript if text.iter().any(is_note) => {
                text.retain(is_note);
                word = "";
            }
            _ => {}
        }
        if !word.is_empty() {
            let mut object = self.object(at, word);
            object.list("text", text);
            text = Vec::new();
            object.push(&mut text);
        }
        self.span(at, text, out);
    }

    /// Appends `text`, marked where the element at this place states a language or a direction.
    #[inline(never)]
    pub fn span(&self, at: usize, mut text: Vec<Json>, out: &mut Vec<Json>) {
        let language = self.tree.value(at, Attribute::Language);
        let mut direction = self.tree.value(at, Attribute::Direction);
        if direction.is_empty() && self.tree.tag(at) == Tag::Direction {
            direction = "auto";
        }
        if language.is_empty() && direction.is_empty() {
            return out.append(&mut text);
        }
        let mut span = Object::new("span");
        span.word("language", language);
        span.word("direction", &direction.to_ascii_lowercase());
        span.list("text", text);
        span.push(out);
    }

    /// Each base with its reading is a ruby of its own.
    fn ruby(&self, at: usize, out: &mut Vec<Json>) {
        let mut base = Vec::new();
        let mut inner = at + 1;
        while inner < self.tree.after(at) {
            if self.tree.tag(inner) == Tag::Reading {
                let mut ruby = Object::new("ruby");
                ruby.list("text", std::mem::take(&mut base));
                ruby.word("reading", &self.line_of(inner));
                ruby.push(out);
            } else {
                self.inline(inner, &mut base);
            }
            inner = self.tree.after(inner);
        }
        out.append(&mut base);
    }

    /// An object with the attributes of the element at this place that our own format has members for.
    #[inline(never)]
    pub fn object(&self, at: usize, kind: &str) -> Object {
        let mut object = Object::new(kind);
        for (name, member) in MEMBERS {
            if let Some(value) = self.tree.attribute(at, *name) {
                match () {
                    () if name.is_flag() => object.flag(member),
                    () if name.is_number() => object.word(member, super::number(value)),
                    () => object.word(member, value),
                }
            }
        }
        object
    }
}

fn is_note(inline: &Json) -> bool {
    kind(inline) == "note"
}

/// What leads back from a footnote.
fn is_arrow(c: char) -> bool {
    matches!(
        c,
        '↩' | '↑' | '^' | '⤴' | '↵' | '⏎' | '\u{fe0e}' | '\u{fe0f}' | ' '
    )
}

/// Begins a new line, unless one has just begun.
#[inline(never)]
fn break_line(text: &mut Vec<Json>) {
    if text.last().is_some_and(|last| kind(last) != "break") {
        Object::new("break").push(text);
    }
}
