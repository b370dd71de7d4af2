//! What stands inside a line.

use std::ops::Range;

use super::names::{Attribute, Tag, role};
use super::tree::Kind;
use super::{Reader, notes, short_codes};
use crate::model::inline::{EditKind, Style, TermKind, plain_text};
use crate::model::{Direction, Inline, Language, SafeLink, Text, Timestamp};

/// The elements that only say what a run of text is.
const SIMPLE: &[(Tag, fn(Text) -> Inline)] = &[
    (Tag::Strong, Inline::Strong),
    (Tag::Emphasis, Inline::Emphasis),
    (Tag::Subscript, Inline::Subscript),
    (Tag::Superscript, Inline::Superscript),
    (Tag::Quotation, Inline::Quote),
];

const STYLES: &[(Tag, Style)] = &[
    (Tag::Underline, Style::Underline),
    (Tag::Strike, Style::Strike),
    (Tag::Mark, Style::Mark),
    (Tag::Small, Style::Small),
    (Tag::Keyboard, Style::Keyboard),
    (Tag::Sample, Style::Sample),
    (Tag::Variable, Style::Variable),
    (Tag::Cite, Style::Cite),
];

impl Reader<'_> {
    /// Everything inside `range` as one text; boxes in it begin new lines.
    pub fn text(&self, range: Range<usize>) -> Text {
        let mut text = Text::new();
        let mut at = range.start;
        while at < range.end {
            self.inline(at, &mut text);
            at = self.tree.after(at);
        }
        text
    }

    /// The words of everything inside `range`, in one line.
    pub fn line(&self, range: Range<usize>) -> String {
        let words = plain_text(&self.text(range));
        words.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Appends what stands at this place. Pictures and frames are not for a line: [`Reader::media`] finds them.
    #[inline(never)]
    pub fn inline(&self, at: usize, out: &mut Text) {
        let tag = match self.tree.kind(at) {
            Kind::Text(words) => return self.words(words, out),
            Kind::Formula(tex) => return out.push(Inline::Code(tex.to_owned())),
            Kind::Comment(_) => return,
            Kind::Element(tag) => tag,
        };
        if self.tree.is(at, role::CREDIT) {
            return;
        }
        match tag {
            Tag::Break => out.push(Inline::Break),
            Tag::WordBreak => out.push(Inline::WordBreak),
            Tag::Image
            | Tag::Picture
            | Tag::Source
            | Tag::Track
            | Tag::Frame
            | Tag::Video
            | Tag::Audio => {}
            Tag::Code => out.push(Inline::Code(self.line(self.tree.inside(at)))),
            Tag::Ruby => self.ruby(at, out),
            Tag::Anchor => {
                let text = self.text(self.tree.inside(at));
                self.anchor(at, text, out);
            }
            _ if tag.is_inline() => {
                let text = self.text(self.tree.inside(at));
                self.wrap(at, text, out);
            }
            _ => {
                let text = self.text(self.tree.inside(at));
                if !text.is_empty() {
                    break_line(out);
                    out.extend(text);
                    break_line(out);
                }
            }
        }
    }

    /// Appends words of the text. White space between two boxes is none of them.
    pub fn words(&self, words: &str, out: &mut Text) {
        if matches!(out.last(), None | Some(Inline::Break)) && words.trim_ascii().is_empty() {
            return;
        }
        if self.keeps_lines.get() {
            for (index, line) in words.split('\n').enumerate() {
                if index > 0 {
                    out.push(Inline::Break);
                }
                out.push(Inline::plain(line));
            }
            return;
        }
        let mut kept = String::new();
        for _ in 0..short_codes::strip(words, &mut kept) {
            self.remove("[short code]");
        }
        out.push(Inline::Plain(kept));
    }

    /// Appends `text` as what the element at this place makes of it.
    #[inline(never)]
    pub fn wrap(&self, at: usize, text: Text, out: &mut Text) {
        let Some(tag) = self.tree.tag(at).filter(|_| !text.is_empty()) else {
            return;
        };
        let value = |name| self.tree.attribute(at, name);
        let moment = || value(Attribute::Date).and_then(Timestamp::parse);
        let simple = SIMPLE.iter().find(|(simple, _)| *simple == tag);
        let style = STYLES.iter().find(|(styled, _)| *styled == tag);
        let term = |kind, text| Inline::Term {
            kind,
            title: value(Attribute::Title).map(str::to_owned),
            text,
        };
        let edit = |kind, text| Inline::Edit {
            kind,
            date: moment(),
            text,
        };
        let note = |inline: &Inline| matches!(inline, Inline::Note(_));
        let made = match tag {
            Tag::Anchor => return self.anchor(at, text, out),
            // The reference to a footnote is raised by nature.
            Tag::Superscript if text.iter().any(note) => {
                return out.extend(text.into_iter().filter(note));
            }
            Tag::Abbreviation => term(TermKind::Abbreviation, text),
            Tag::Definition => term(TermKind::Definition, text),
            Tag::Deleted => edit(EditKind::Deleted, text),
            Tag::Inserted => edit(EditKind::Inserted, text),
            Tag::Time => match moment() {
                Some(moment) => Inline::Time { moment, text },
                None => return out.extend(text),
            },
            _ => match (simple, style) {
                (Some((_, make)), _) => make(text),
                (None, Some((_, style))) => Inline::Styled {
                    style: *style,
                    text,
                },
                (None, None) => return self.span(at, text, out),
            },
        };
        self.span(at, vec![made], out);
    }

    /// Appends `text`, marked where the element at this place states a language or a direction.
    pub fn span(&self, at: usize, text: Text, out: &mut Text) {
        let value = |name| self.tree.attribute(at, name);
        let language = value(Attribute::Language).and_then(Language::parse);
        let isolates = self.tree.tag(at) == Some(Tag::Direction);
        let direction = value(Attribute::Direction)
            .and_then(|word| Direction::parse(&word.to_ascii_lowercase()))
            .or_else(|| isolates.then_some(Direction::Auto));
        if language.is_none() && direction.is_none() {
            return out.extend(text);
        }
        out.push(Inline::Span {
            language,
            direction,
            text,
        });
    }

    /// The address a link at this place leads to.
    pub fn link(&self, at: usize) -> Option<SafeLink> {
        self.safe_link(self.tree.attribute(at, Attribute::Href)?)
    }

    /// An address to follow; a refused one leaves a note.
    pub fn safe_link(&self, address: &str) -> Option<SafeLink> {
        self.cursor?.link_from(address)
    }

    fn anchor(&self, at: usize, text: Text, out: &mut Text) {
        if text.is_empty() {
            return;
        }
        if let Some(id) = notes::fragment(&self.tree, at) {
            let arrow = |c: char| {
                matches!(
                    c,
                    '↩' | '↑' | '^' | '⤴' | '↵' | '⏎' | '\u{fe0e}' | '\u{fe0f}' | ' '
                )
            };
            if self.notes.contains(&id) {
                out.push(Inline::Note(id.to_owned()));
            } else if !plain_text(&text).chars().all(arrow) {
                out.extend(text);
            }
            return;
        }
        let inside = |address: &str| address.is_empty() || address.starts_with('#');
        let address = self
            .tree
            .attribute(at, Attribute::Href)
            .map(str::trim_start);
        match address
            .filter(|address| !inside(address))
            .and_then(|address| self.safe_link(address))
        {
            Some(to) => self.span(at, vec![Inline::Link { to, text }], out),
            None => self.span(at, text, out),
        }
    }

    /// Each base with its reading is a ruby of its own.
    fn ruby(&self, at: usize, out: &mut Text) {
        let mut base = Text::new();
        let mut inner = at + 1;
        while inner < self.tree.after(at) {
            if self.tree.tag(inner) == Some(Tag::Reading) {
                let reading = self.line(self.tree.inside(inner));
                let text = std::mem::take(&mut base);
                out.push(Inline::Ruby { text, reading });
            } else {
                self.inline(inner, &mut base);
            }
            inner = self.tree.after(inner);
        }
        out.extend(base);
    }
}

/// Begins a new line, unless one has just begun.
fn break_line(text: &mut Text) {
    if !matches!(text.last(), None | Some(Inline::Break)) {
        text.push(Inline::Break);
    }
}
