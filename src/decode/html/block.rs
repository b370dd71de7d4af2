//! Blocks one after the other.

use std::ops::Range;

use super::Reader;
use super::names::{Attribute, Tag, role};
use super::object::{Out, is_break, kind, list_of};
use crate::json::Json;

impl Reader<'_> {
    /// Everything inside `range` as blocks; runs of text between them become paragraphs.
    #[inline(never)]
    pub fn flow(&self, range: Range<usize>, out: &mut Out) {
        let mut run = out.mark();
        let mut at = range.start;
        while at < range.end {
            let mut next = self.tree.after(at);
            let tag = self.tree.tag(at);
            if tag == Tag::Comment {
                if let Some(name) = self.association(at) {
                    paragraphs(run, out);
                    push_association(name, out);
                    run = out.mark();
                    next = self.association_end(next..range.end);
                }
            } else if !tag.is_inline() || self.holds_blocks(at) {
                paragraphs(run, out);
                run = out.mark();
                self.block(at, tag, out);
                for block in out.0.get_mut(run..).unwrap_or_default() {
                    self.mark(at, block);
                }
                run = out.mark();
            } else if run < out.mark()
                || tag != Tag::Text
                || !self.tree.words(at).trim_ascii().is_empty()
            {
                self.inline(at, out);
            }
            at = next;
        }
        paragraphs(run, out);
    }

    /// Everything inside the element at this place as blocks that the open object has.
    #[inline(never)]
    pub fn blocks_member(&self, at: usize, key: &str, out: &mut Out) {
        let mark = out.mark();
        self.flow(self.tree.inside(at), out);
        out.gather_as(mark, key);
    }

    /// A text without any markup: blank lines part its paragraphs.
    pub fn plain(&self, words: &str, out: &mut Out) {
        let mut run = out.mark();
        for line in words.split('\n') {
            if line.trim_ascii().is_empty() {
                out.gather(run);
                run = out.mark();
            } else {
                self.words(line, out);
                out.text(" ");
            }
        }
        out.gather(run);
    }

    fn holds_blocks(&self, at: usize) -> bool {
        self.tree
            .inside(at)
            .any(|inner| !self.tree.tag(inner).is_inline())
    }

    /// Hands what an element says of its text on to a block that stood inside it.
    fn mark(&self, at: usize, block: &mut Json) {
        let is_heading = kind(block) == "heading";
        let is_image = kind(block) == "image";
        let text = match block {
            Json::Object(members) if is_image => {
                let address = self.tree.value(at, Attribute::Href);
                if !address.is_empty() {
                    members.push(("link".into(), Json::Text(address.to_owned())));
                }
                return;
            }
            Json::Object(_) if is_heading => list_of(block, "text"),
            Json::List(text) => Some(text),
            _ => None,
        };
        if let Some(text) = text {
            let mut inner = Out(std::mem::take(text));
            match self.tree.tag(at).is_inline() {
                true => self.wrap(at, 0, &mut inner),
                false => self.span(at, 0, &mut inner),
            }
            *text = inner.0;
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
            out.open("box");
            return self.blocks_member(at, "blocks", out);
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
            Tag::Rule => drop(out.open("divider")),
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
        out.open("heading");
        out.word("level", level);
        self.text_member(at, "text", out);
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

    #[inline(never)]
    fn details(&self, at: usize, summary: Option<usize>, out: &mut Out) {
        self.object(at, "details", out);
        if let Some(summary) = summary {
            self.text_member(summary, "summary", out);
        }
        self.blocks_member(at, "blocks", out);
    }

    /// The name of the association whose place a comment marks, if it can be had.
    fn association(&self, at: usize) -> Option<&str> {
        let rest = self
            .tree
            .words(at)
            .trim_ascii()
            .strip_prefix("EMBED START")?;
        let (_, rest) = rest.split_once('"')?;
        let (name, _) = rest.split_once('"')?;
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
    out.open("association");
    out.word("name", name);
}

/// Makes paragraphs of what was written from `run` on: each part of it between two empty lines is one.
#[inline(never)]
fn paragraphs(mut run: usize, out: &mut Out) {
    let mut breaks = 0;
    for inline in out.0.split_off(run) {
        if is_break(&inline) {
            breaks += 1;
        } else {
            if breaks > 1 {
                out.gather(run);
                run = out.mark();
            }
            breaks = 0;
        }
        out.0.push(inline);
    }
    out.gather(run);
}
