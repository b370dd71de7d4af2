//! Blocks one after the other.

use std::mem::take;
use std::ops::Range;

use super::names::{Attribute, Tag, role};
use super::object::{Object, kind, list_of, push_list, push_text, push_words};
use super::{Out, Reader};
use crate::json::Json;

impl Reader<'_> {
    /// Everything inside `range` as blocks; runs of text between them become paragraphs.
    #[inline(never)]
    pub fn flow(&self, range: Range<usize>, out: &mut Out) {
        let mut run = Vec::new();
        let mut at = range.start;
        while at < range.end {
            let mut next = self.tree.after(at);
            let tag = self.tree.tag(at);
            if tag == Tag::Comment {
                if let Some(name) = self.association(at) {
                    paragraphs(&mut run, out);
                    push_association(name, out);
                    next = self.association_end(next..range.end);
                }
            } else if tag.is_inline() && !self.holds_blocks(at) {
                self.inline(at, &mut run);
            } else {
                paragraphs(&mut run, out);
                let from = out.len();
                self.block(at, tag, out);
                for block in out.get_mut(from..).unwrap_or_default() {
                    self.mark(at, block);
                }
            }
            at = next;
        }
        paragraphs(&mut run, out);
    }

    /// The blocks inside the element at this place, by themselves.
    #[inline(never)]
    pub fn blocks_of(&self, at: usize) -> Out {
        let mut blocks = Vec::new();
        self.flow(self.tree.inside(at), &mut blocks);
        blocks
    }

    /// A text without any markup: blank lines part its paragraphs.
    pub fn plain(&self, words: &str, out: &mut Out) {
        let mut run = Vec::new();
        for line in words.split('\n') {
            if line.trim_ascii().is_empty() {
                paragraphs(&mut run, out);
            } else {
                self.words(line, &mut run);
                push_words(&mut run, " ");
            }
        }
        paragraphs(&mut run, out);
    }

    fn holds_blocks(&self, at: usize) -> bool {
        self.tree
            .inside(at)
            .any(|inner| !self.tree.tag(inner).is_inline())
    }

    /// Hands what an element says of its text on to a block that stood inside it.
    fn mark(&self, at: usize, block: &mut Json) {
        let tag = self.tree.tag(at);
        let is_image = kind(block) == "image";
        let text = match block {
            Json::Object(members) if is_image => {
                let address = self.tree.value(at, Attribute::Href);
                if !address.is_empty() {
                    members.push(("link".into(), Json::Text(address.to_owned())));
                }
                return;
            }
            Json::Object(_) if kind(block) == "heading" => list_of(block, "text"),
            Json::List(text) => Some(text),
            _ => None,
        };
        if let Some(text) = text {
            let inner = take(text);
            match tag.is_inline() {
                true => self.wrap(at, inner, text),
                false => self.span(at, inner, text),
            }
        }
    }

    fn block(&self, at: usize, tag: Tag, out: &mut Out) {
        let name = self.tree.value(at, Attribute::Association);
        if !name.is_empty() && (self.resolve)(name).is_some() {
            return push_association(name, out);
        }
        // What classes say counts more than the element, the most telling first.
        let is = |role| self.tree.is(at, role);
        if is(role::CREDIT | role::TOGGLE_TITLE) {
            return;
        }
        if is(role::POST) {
            return self.post(at, out);
        }
        if is(role::EMBED) {
            return self.embed(at, out);
        }
        if is(role::PULL) {
            return self.pull_quote(at, out);
        }
        if is(role::CARD) {
            return self.card(at, out);
        }
        if is(role::BUTTON) {
            return self.button(at, out);
        }
        if is(role::TOGGLE) {
            return self.details(at, self.tree.find_role(at, role::TOGGLE_TITLE), out);
        }
        if is(role::CALLOUT) {
            return push_list(out, "box", "blocks", self.blocks_of(at));
        }
        if self.tree.is_figure(at) {
            return self.figure(at, out);
        }
        match tag {
            Tag::Heading1 | Tag::Heading2 => self.heading(at, "2", out),
            Tag::Heading3 => self.heading(at, "3", out),
            Tag::Heading4 => self.heading(at, "4", out),
            Tag::Heading5 => self.heading(at, "5", out),
            Tag::Heading6 => self.heading(at, "6", out),
            Tag::List | Tag::Ordered => self.list(at, out),
            Tag::Descriptions => self.descriptions(at, out),
            Tag::Blockquote => self.quote(at, out),
            Tag::Preformatted => self.preformatted(at, out),
            Tag::Table => self.table(at, out),
            Tag::Rule => Object::new("divider").push(out),
            Tag::Disclosure => self.details(at, self.tree.child(at, Tag::Summary), out),
            Tag::Image | Tag::Picture => self.picture(at, out),
            Tag::Frame => self.frame(at, out),
            Tag::Video | Tag::Audio => self.recording(at, out),
            // The figure or the details around it have taken its words.
            Tag::Caption | Tag::Summary => {}
            _ => self.flow(self.tree.inside(at), out),
        }
    }

    #[inline(never)]
    fn heading(&self, at: usize, level: &str, out: &mut Out) {
        let mut heading = Object::new("heading");
        heading.word("level", level);
        heading.list("text", self.text_of(at));
        heading.push(out);
        self.media(at, out);
    }

    /// The pictures, frames and recordings inside something that is read as text.
    #[inline(never)]
    pub fn media(&self, at: usize, out: &mut Out) {
        let mut inner = at + 1;
        while inner < self.tree.after(at) {
            let tag = self.tree.tag(inner);
            if tag.is_media() {
                self.block(inner, tag, out);
                inner = self.tree.after(inner);
            } else {
                inner += 1;
            }
        }
    }

    fn details(&self, at: usize, summary: Option<usize>, out: &mut Out) {
        let mut details = self.object(at, "details");
        if let Some(summary) = summary {
            details.list("summary", self.text_of(summary));
        }
        details.list("blocks", self.blocks_of(at));
        details.push(out);
    }

    /// The name of the association whose place a comment marks, if it can be had.
    fn association(&self, at: usize) -> Option<&str> {
        let rest = self
            .tree
            .words(at)
            .trim_ascii()
            .strip_prefix("EMBED START")?;
        let name = rest.split('"').nth(1)?;
        (self.resolve)(name).map(|_| name)
    }

    /// The place after the comment that ends an association.
    fn association_end(&self, range: Range<usize>) -> usize {
        let mut at = range.start;
        while at < range.end {
            let next = self.tree.after(at);
            if self
                .tree
                .words(at)
                .trim_ascii_start()
                .starts_with("EMBED END")
            {
                return next;
            }
            at = next;
        }
        range.start
    }
}

/// Marks the place of a block that its format keeps elsewhere.
#[inline(never)]
fn push_association(name: &str, out: &mut Out) {
    let mut association = Object::new("association");
    association.word("name", name);
    association.push(out);
}

/// Ends a run of text: each part of it between two empty lines is a paragraph.
#[inline(never)]
fn paragraphs(run: &mut Vec<Json>, out: &mut Out) {
    let mut text = Vec::new();
    let mut breaks = 0;
    for inline in run.drain(..) {
        if kind(&inline) == "break" {
            breaks += 1;
        } else {
            if breaks > 1 {
                push_text(out, take(&mut text));
            }
            breaks = 0;
        }
        text.push(inline);
    }
    push_text(out, text);
}
