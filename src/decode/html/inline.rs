//! What stands inside a line.

use std::ops::Range;

use super::names::{Attribute, IN_HEADLINES, INLINES, MEMBERS, Tag, role};
use super::object::{Out, kind};
use super::{Reader, notes, short_codes};
use crate::json::Json;

impl Reader<'_> {
    /// Everything inside `range` as one text; boxes in it begin new lines.
    #[inline(never)]
    pub fn text(&self, range: Range<usize>, out: &mut Out) {
        let mut at = range.start;
        while at < range.end {
            self.inline(at, out);
            at = self.tree.after(at);
        }
    }

    /// Everything inside the element at this place as a text that the open object has.
    #[inline(never)]
    pub fn text_member(&self, at: usize, key: &str, out: &mut Out) {
        let mark = out.mark();
        self.text(self.tree.inside(at), out);
        out.gather_as(mark, key);
    }

    /// The words of everything inside the element at this place, in one line, as a member of the open object.
    #[inline(never)]
    pub fn line_member(&self, at: usize, key: &str, out: &mut Out) {
        out.word(key, &self.tree.line(self.tree.inside(at)));
    }

    /// Writes what stands at this place. Pictures and frames are not for a line: [`Reader::media`] finds them.
    #[inline(never)]
    pub fn inline(&self, at: usize, out: &mut Out) {
        let tag = self.tree.tag(at);
        let words = self.tree.words(at);
        if tag == Tag::Text {
            return self.words(words, out);
        }
        if tag == Tag::Formula {
            out.open("code");
            return out.word("text", words);
        }
        if tag == Tag::Ruby {
            return self.ruby(at, out);
        }
        if tag.is_media() || tag == Tag::Comment || self.tree.is(at, role::CREDIT) {
            return;
        }
        let mark = out.mark();
        if tag.is_inline() {
            self.text(self.tree.inside(at), out);
            return self.wrap(at, mark, out);
        }
        break_line(out);
        self.text(self.tree.inside(at), out);
        break_line(out);
    }

    /// Writes words of the text. White space between two boxes is none of them.
    #[inline(never)]
    pub fn words(&self, words: &str, out: &mut Out) {
        if out.last_kind() == "break" && words.trim_ascii().is_empty() {
            return;
        }
        if self.keeps_lines.get() {
            for (index, line) in words.split('\n').enumerate() {
                if index > 0 {
                    out.open("break");
                }
                out.text(line);
            }
            return;
        }
        let mut kept = String::new();
        if short_codes::strip(words, &mut kept) {
            self.removed.borrow_mut().add("[short code]");
        }
        out.0.push(Json::Text(kept));
    }

    /// Makes what was written from `mark` on what the element at this place says it is.
    #[inline(never)]
    pub fn wrap(&self, at: usize, mark: usize, out: &mut Out) {
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
        let text = out.0.split_off(mark);
        if text.is_empty() && !matches!(tag, Tag::Break | Tag::WordBreak) {
            return;
        }
        if tag == Tag::Anchor {
            let id = notes::fragment(&self.tree, at);
            if self.notes.contains(&id) {
                out.open("note");
                return out.word("ref", id);
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
        if tag == Tag::Superscript && text.iter().any(|inline| kind(inline) == "note") {
            word = "";
        }
        let mut inner = out.mark();
        if !word.is_empty() {
            self.object(at, word, out);
            inner = out.mark();
        }
        out.0.extend(text);
        if inner > mark {
            out.gather_as(inner, "text");
        }
        self.span(at, mark, out);
    }

    /// Marks what was written from `mark` on where the element at this place states a language or a direction.
    #[inline(never)]
    pub fn span(&self, at: usize, mark: usize, out: &mut Out) {
        let language = self.tree.value(at, Attribute::Language);
        let mut direction = self.tree.value(at, Attribute::Direction);
        if direction.is_empty() && self.tree.tag(at) == Tag::Direction {
            direction = "auto";
        }
        if language.is_empty() && direction.is_empty() {
            return;
        }
        let text = out.0.split_off(mark);
        out.open("span");
        out.word("language", language);
        out.word("direction", &direction.to_ascii_lowercase());
        out.set("text", Json::List(text));
    }

    /// Each base with its reading is a ruby of its own.
    fn ruby(&self, at: usize, out: &mut Out) {
        let mut mark = out.mark();
        let mut inner = at + 1;
        while inner < self.tree.after(at) {
            if self.tree.tag(inner) == Tag::Reading {
                let base = out.0.split_off(mark);
                out.open("ruby");
                out.set("text", Json::List(base));
                self.line_member(inner, "reading", out);
                mark = out.mark();
            } else {
                self.inline(inner, out);
            }
            inner = self.tree.after(inner);
        }
    }

    /// Opens an object with the attributes of the element at this place that our own format has members for.
    #[inline(never)]
    pub fn object(&self, at: usize, kind: &str, out: &mut Out) {
        out.open(kind);
        for (name, member) in MEMBERS {
            if let Some(value) = self.tree.attribute(at, *name) {
                if name.is_flag() {
                    out.flag(member);
                } else if name.is_number() {
                    out.word(member, super::number(value));
                } else {
                    out.word(member, value);
                }
            }
        }
    }
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
fn break_line(out: &mut Out) {
    if out.last_kind() != "break" {
        out.open("break");
    }
}
