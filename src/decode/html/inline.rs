//! What stands inside a line.

use std::ops::Range;

use super::names::{Attribute, INLINES, Tag, role};
use super::object::{Object, kind, object};
use super::tree::Kind;
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
    pub fn text_of(&self, at: usize) -> Vec<Json> {
        self.text(self.tree.inside(at))
    }

    /// The words of everything inside the element at this place, in one line.
    #[inline(never)]
    pub fn line_of(&self, at: usize) -> String {
        let mut words = String::new();
        for inner in self.tree.inside(at) {
            match self.tree.kind(inner) {
                Kind::Text(piece) | Kind::Formula(piece) => words.push_str(piece),
                Kind::Element(tag) if !tag.is_inline() || tag == Tag::Break => words.push(' '),
                Kind::Element(_) | Kind::Comment(_) => {}
            }
        }
        super::in_one_line(&words)
    }

    /// Appends what stands at this place. Pictures and frames are not for a line: [`Reader::media`] finds them.
    #[inline(never)]
    pub fn inline(&self, at: usize, out: &mut Vec<Json>) {
        let tag = match self.tree.kind(at) {
            Kind::Text(words) => return self.words(words, out),
            Kind::Formula(tex) => {
                return out.push(object("code", "text", vec![Json::Text(tex.to_owned())]));
            }
            Kind::Comment(_) => return,
            Kind::Element(tag) => tag,
        };
        if self.tree.is(at, role::CREDIT) || tag.is_media() {
            return;
        }
        if tag == Tag::Ruby {
            return self.ruby(at, out);
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
        let mut kept = String::new();
        if self.keeps_lines.get() {
            kept.push_str(words);
        } else {
            // A line's end in our own format breaks the line; in HTML it is a space.
            for (index, line) in words.split('\n').enumerate() {
                if index > 0 {
                    kept.push(' ');
                }
                if short_codes::strip(line, &mut kept) {
                    self.remove("[short code]");
                }
            }
        }
        out.push(Json::Text(kept));
    }

    /// Appends `text` as what the element at this place makes of it.
    #[inline(never)]
    pub fn wrap(&self, at: usize, mut text: Vec<Json>, out: &mut Vec<Json>) {
        let tag = self.tree.tag(at);
        let mut known = INLINES.iter().find(|(known, _)| Some(*known) == tag);
        let note = |inline: &Json| kind(inline) == "note";
        match tag {
            Some(Tag::Break | Tag::WordBreak) => {}
            _ if text.is_empty() => return,
            Some(Tag::Anchor) => {
                let address = self.tree.attribute(at, Attribute::Href).unwrap_or_default();
                let id = notes::fragment(&self.tree, at).unwrap_or_default();
                let arrow = |c: char| "↩↑^⤴↵⏎\u{fe0e}\u{fe0f} ".contains(c);
                if self.notes.contains(&id) {
                    let mut note = Object::new("note");
                    note.word("ref", id);
                    return out.push(note.into_json());
                }
                if matches!(&text[..], [Json::Text(words)] if !id.is_empty() && words.chars().all(arrow))
                {
                    return;
                }
                // Links inside a document lead nowhere once it is shown as part of another.
                if matches!(address.trim_start().chars().next(), None | Some('#')) {
                    known = None;
                }
            }
            // The reference to a footnote is raised by nature.
            Some(Tag::Superscript) if text.iter().any(note) => {
                text.retain(note);
                known = None;
            }
            _ => {}
        }
        if let Some((_, word)) = known {
            let mut object = self.object(at, word);
            object.list("text", text);
            text = vec![object.into_json()];
        }
        self.span(at, text, out);
    }

    /// Appends `text`, marked where the element at this place states a language or a direction.
    #[inline(never)]
    pub fn span(&self, at: usize, text: Vec<Json>, out: &mut Vec<Json>) {
        let language = self
            .tree
            .attribute(at, Attribute::Language)
            .filter(|tag| !tag.is_empty());
        let isolates = self.tree.tag(at) == Some(Tag::Direction);
        let direction = self
            .tree
            .attribute(at, Attribute::Direction)
            .or(isolates.then_some("auto"));
        if language.is_none() && direction.is_none() {
            return out.extend(text);
        }
        let mut span = Object::new("span");
        if let Some(language) = language {
            span.word("language", language);
        }
        if let Some(direction) = direction {
            span.word("direction", &direction.to_ascii_lowercase());
        }
        span.list("text", text);
        out.push(span.into_json());
    }

    /// Each base with its reading is a ruby of its own.
    fn ruby(&self, at: usize, out: &mut Vec<Json>) {
        let mut base = Vec::new();
        let mut inner = at + 1;
        while inner < self.tree.after(at) {
            if self.tree.tag(inner) == Some(Tag::Reading) {
                let mut ruby = Object::new("ruby");
                ruby.list("text", std::mem::take(&mut base));
                ruby.word("reading", &self.line_of(inner));
                out.push(ruby.into_json());
            } else {
                self.inline(inner, &mut base);
            }
            inner = self.tree.after(inner);
        }
        out.extend(base);
    }

    /// An object with the attributes of the element at this place that our own format has members for.
    #[inline(never)]
    pub fn object(&self, at: usize, kind: &str) -> Object {
        let mut object = Object::new(kind);
        for (name, member) in super::names::MEMBERS {
            let Some(value) = self.tree.attribute(at, *name) else {
                continue;
            };
            if name.is_flag() {
                object.set(member, Json::Bool(true));
            } else if !name.is_number() {
                object.word(member, value);
            } else if let Some(digits) = super::number(value) {
                object.word(member, digits);
            }
        }
        object
    }
}

/// Begins a new line, unless one has just begun.
fn break_line(text: &mut Vec<Json>) {
    if text.last().is_some_and(|last| kind(last) != "break") {
        text.push(Object::new("break").into_json());
    }
}
