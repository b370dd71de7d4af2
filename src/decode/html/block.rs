//! Blocks one after the other.

use std::mem::take;
use std::ops::Range;

use super::Reader;
use super::names::{Attribute, Tag, role};
use super::tree::Kind;
use crate::model::block::{BoxKind, BoxOut, ButtonLink, Details, Divider, Heading, Paragraph};
use crate::model::inline::is_blank;
use crate::model::{Block, Inline, Text};

impl Reader<'_> {
    /// Everything inside `range` as blocks; runs of text between them become paragraphs.
    pub fn flow(&self, range: Range<usize>, out: &mut Vec<Block>) {
        let mut run = Text::new();
        let mut at = range.start;
        while at < range.end {
            let next = self.tree.after(at);
            match self.tree.kind(at) {
                Kind::Comment(comment) => {
                    if let Some((block, end)) = self.association(comment, next..range.end) {
                        paragraphs(&mut run, out);
                        out.push(block);
                        at = end;
                        continue;
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
    pub fn blocks(&self, range: Range<usize>) -> Vec<Block> {
        let mut blocks = Vec::new();
        self.flow(range, &mut blocks);
        blocks
    }

    /// A text without any markup: blank lines part its paragraphs.
    pub fn plain(&self, words: &str, out: &mut Vec<Block>) {
        let mut run = Text::new();
        for line in words.lines() {
            if line.trim().is_empty() {
                paragraphs(&mut run, out);
            } else {
                self.words(line, &mut run);
                run.push(Inline::plain(" "));
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
    fn mark(&self, at: usize, block: &mut Block) {
        match block {
            Block::Paragraph(Paragraph { text }) | Block::Heading(Heading { text, .. }) => {
                let inner = take(text);
                match self.tree.tag(at) {
                    Some(tag) if tag.is_inline() => self.wrap(at, inner, text),
                    _ => self.span(at, inner, text),
                }
            }
            Block::Figure(figure)
                if figure.link.is_none() && self.tree.tag(at) == Some(Tag::Anchor) =>
            {
                figure.link = self
                    .link(at)
                    .filter(|link| link.href() != figure.image.src.src());
            }
            _ => {}
        }
    }

    fn block(&self, at: usize, tag: Tag, out: &mut Vec<Block>) {
        let inside = self.tree.inside(at);
        let associated = self.tree.attribute(at, Attribute::Association);
        if let Some(block) = associated.and_then(|name| (self.resolve)(name)) {
            return out.push(block);
        }
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
            let title = self.tree.find_role(inside.clone(), role::TOGGLE_TITLE);
            return out.push(Block::Details(Details {
                summary: title
                    .map(|title| self.text(self.tree.inside(title)))
                    .unwrap_or_default(),
                blocks: self.blocks(inside),
                open: false,
            }));
        }
        if is(role::CALLOUT) {
            return out.push(Block::BoxOut(BoxOut {
                kind: BoxKind::Info,
                title: Text::new(),
                blocks: self.blocks(inside),
            }));
        }
        if self.tree.is_figure(at) {
            return self.figure(at, out);
        }
        match tag {
            Tag::Heading1 | Tag::Heading2 => self.heading(at, 2, out),
            Tag::Heading3 => self.heading(at, 3, out),
            Tag::Heading4 => self.heading(at, 4, out),
            Tag::Heading5 => self.heading(at, 5, out),
            Tag::Heading6 => self.heading(at, 6, out),
            Tag::List => self.list(at, false, out),
            Tag::Ordered => self.list(at, true, out),
            Tag::Descriptions => self.descriptions(at, out),
            Tag::Blockquote => self.quote(at, out),
            Tag::Preformatted => self.preformatted(at, out),
            Tag::Table => self.table(at, out),
            Tag::Rule => out.push(Block::Divider(Divider)),
            Tag::Disclosure => self.details(at, out),
            Tag::Image | Tag::Picture => out.extend(self.picture(at).map(Block::Figure)),
            Tag::Frame => self.frame(at, out),
            Tag::Video | Tag::Audio => self.recording(at, out),
            // The figure around it has taken its words.
            Tag::Caption | Tag::Source | Tag::Track => {}
            _ => self.flow(inside, out),
        }
    }

    fn heading(&self, at: usize, level: u8, out: &mut Vec<Block>) {
        let inside = self.tree.inside(at);
        let text = self.text(inside.clone());
        if !is_blank(&text) {
            out.push(Block::Heading(Heading { level, text }));
        }
        self.media(inside, out);
    }

    /// The pictures, frames and recordings inside something that is read as text.
    pub fn media(&self, range: Range<usize>, out: &mut Vec<Block>) {
        let mut at = range.start;
        while at < range.end {
            match self.tree.tag(at) {
                Some(tag @ (Tag::Image | Tag::Picture | Tag::Frame | Tag::Video | Tag::Audio)) => {
                    self.block(at, tag, out);
                    at = self.tree.after(at);
                }
                _ => at += 1,
            }
        }
    }

    fn details(&self, at: usize, out: &mut Vec<Block>) {
        let inside = self.tree.inside(at);
        let mut details = Details {
            open: self.tree.attribute(at, Attribute::Open).is_some(),
            ..Details::default()
        };
        let summary = self.child(at, Tag::Summary);
        let mut rest = inside;
        if let Some(summary) = summary {
            details.summary = self.text(self.tree.inside(summary));
            self.flow(rest.start..summary, &mut details.blocks);
            rest.start = self.tree.after(summary);
        }
        self.flow(rest, &mut details.blocks);
        out.push(Block::Details(details));
    }

    /// The first element with this tag right below this one.
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

    fn button(&self, at: usize, out: &mut Vec<Block>) {
        let anchor = self.tree.find(at..self.tree.after(at), Tag::Anchor);
        let link = anchor.and_then(|anchor| self.link(anchor));
        let text = self.line(self.tree.inside(at));
        match link {
            Some(link) if !text.is_empty() => {
                out.push(Block::ButtonLink(ButtonLink { link, text }))
            }
            _ => self.flow(self.tree.inside(at), out),
        }
    }
}

/// Ends a run of text: each part of it between two empty lines is a paragraph.
fn paragraphs(run: &mut Text, out: &mut Vec<Block>) {
    let mut text = Text::new();
    let mut breaks = 0;
    for inline in run.drain(..) {
        let gap = match &inline {
            Inline::Break => {
                breaks += 1;
                true
            }
            Inline::Plain(words) => breaks > 0 && words.trim_ascii().is_empty(),
            _ => false,
        };
        if gap {
            text.push(inline);
            continue;
        }
        if breaks > 1 {
            paragraph(&mut text, out);
        }
        breaks = 0;
        text.push(inline);
    }
    paragraph(&mut text, out);
}

/// A text as a block of its own.
pub fn text_block(text: Text) -> Block {
    Block::Paragraph(Paragraph { text })
}

fn paragraph(text: &mut Text, out: &mut Vec<Block>) {
    let text = take(text);
    if !is_blank(&text) {
        out.push(text_block(text));
    }
}
