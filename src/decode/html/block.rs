//! Blocks one after the other.

use std::mem::take;
use std::ops::Range;

use super::names::{Attribute, Tag, role};
use super::object::{Object, kind, list_of, object};
use super::tree::Kind;
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
            match self.tree.kind(at) {
                Kind::Comment(comment) => {
                    if let Some(end) = self.association(comment, next..range.end, out, &mut run) {
                        next = end;
                    }
                }
                Kind::Element(tag) if !tag.is_inline() || self.holds_blocks(at) => {
                    paragraphs(&mut run, out);
                    let from = out.len();
                    self.block(at, tag, out);
                    for block in out.get_mut(from..).unwrap_or_default() {
                        self.mark(at, block);
                    }
                }
                Kind::Text(_) | Kind::Formula(_) | Kind::Element(_) => self.inline(at, &mut run),
            }
            at = next;
        }
        paragraphs(&mut run, out);
    }

    /// The blocks inside `range`, by themselves.
    #[inline(never)]
    pub fn blocks(&self, range: Range<usize>) -> Out {
        let mut blocks = Vec::new();
        self.flow(range, &mut blocks);
        blocks
    }

    /// A text without any markup: blank lines part its paragraphs.
    pub fn plain(&self, words: &str, out: &mut Out) {
        let mut run = Vec::new();
        for line in words.lines() {
            if line.trim_ascii().is_empty() {
                paragraphs(&mut run, out);
            } else {
                self.words(line, &mut run);
                run.push(Json::Text(" ".into()));
            }
        }
        paragraphs(&mut run, out);
    }

    fn holds_blocks(&self, at: usize) -> bool {
        self.tree
            .inside(at)
            .any(|inner| self.tree.tag(inner).is_some_and(|tag| !tag.is_inline()))
    }

    /// Hands what an element says of its text on to a block that stood inside it.
    fn mark(&self, at: usize, block: &mut Json) {
        let anchor = self.tree.tag(at) == Some(Tag::Anchor);
        let text = match kind(block) {
            "image" if anchor && block.get("link").is_none() => {
                let address = self.tree.attribute(at, Attribute::Href);
                if let (Json::Object(members), Some(address)) = (block, address) {
                    members.push(("link".into(), Json::Text(address.to_owned())));
                }
                return;
            }
            "heading" => list_of(block, "text"),
            _ => match block {
                Json::List(text) => Some(text),
                _ => None,
            },
        };
        if let Some(text) = text {
            let inner = take(text);
            match self.tree.tag(at) {
                Some(tag) if tag.is_inline() => self.wrap(at, inner, text),
                _ => self.span(at, inner, text),
            }
        }
    }

    fn block(&self, at: usize, tag: Tag, out: &mut Out) {
        if let Some(name) = self.tree.attribute(at, Attribute::Association)
            && (self.resolve)(name).is_some()
        {
            return out.push(association(name));
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
            return self.toggle(at, out);
        }
        let inside = self.tree.inside(at);
        if is(role::CALLOUT) {
            return out.push(object("box", "blocks", self.blocks(inside)));
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
            Tag::Rule => out.push(Object::new("divider").into_json()),
            Tag::Disclosure => self.details(at, out),
            Tag::Image | Tag::Picture => self.picture(at, out),
            Tag::Frame => self.frame(at, out),
            Tag::Video | Tag::Audio => self.recording(at, out),
            // The figure around it has taken its words.
            Tag::Caption => {}
            _ => self.flow(inside, out),
        }
    }

    fn heading(&self, at: usize, level: &str, out: &mut Out) {
        let mut heading = Object::new("heading");
        heading.word("level", level);
        heading.list("text", self.text_of(at));
        out.push(heading.into_json());
        self.media(at, out);
    }

    /// The pictures, frames and recordings inside something that is read as text.
    #[inline(never)]
    pub fn media(&self, at: usize, out: &mut Out) {
        let mut inner = at + 1;
        while inner < self.tree.after(at) {
            match self.tree.tag(inner) {
                Some(tag) if tag.is_media() => {
                    self.block(inner, tag, out);
                    inner = self.tree.after(inner);
                }
                _ => inner += 1,
            }
        }
    }

    fn details(&self, at: usize, out: &mut Out) {
        let mut details = self.object(at, "details");
        let mut rest = self.tree.inside(at);
        let mut blocks = Vec::new();
        if let Some(summary) = self.child(at, Tag::Summary) {
            details.list("summary", self.text_of(summary));
            self.flow(rest.start..summary, &mut blocks);
            rest.start = self.tree.after(summary);
        }
        self.flow(rest, &mut blocks);
        details.list("blocks", blocks);
        out.push(details.into_json());
    }

    fn toggle(&self, at: usize, out: &mut Out) {
        let mut details = Object::new("details");
        if let Some(title) = self.tree.find_role(at, role::TOGGLE_TITLE) {
            details.list("summary", self.text_of(title));
        }
        details.list("blocks", self.blocks(self.tree.inside(at)));
        out.push(details.into_json());
    }

    /// The first element with this tag right below this one.
    #[inline(never)]
    pub fn child(&self, at: usize, tag: Tag) -> Option<usize> {
        let mut inner = at + 1;
        while inner < self.tree.after(at) {
            if self.tree.tag(inner) == Some(tag) {
                return Some(inner);
            }
            inner = self.tree.after(inner);
        }
        None
    }
}

/// Stands where a block belongs that its format keeps elsewhere.
pub fn association(name: &str) -> Json {
    let mut association = Object::new("association");
    association.word("name", name);
    association.into_json()
}

/// Ends a run of text: each part of it between two empty lines is a paragraph.
#[inline(never)]
pub fn paragraphs(run: &mut Vec<Json>, out: &mut Out) {
    let mut text = Vec::new();
    let mut breaks = 0;
    for inline in run.drain(..) {
        if kind(&inline) == "break" {
            breaks += 1;
        } else {
            if breaks > 1 {
                out.push(Json::List(take(&mut text)));
            }
            breaks = 0;
        }
        text.push(inline);
    }
    if !text.is_empty() {
        out.push(Json::List(text));
    }
}
