//! Things of other sites: frames, posts, cards and buttons become links that say where they lead.

use std::ops::Range;

use super::block::{association, paragraphs};
use super::names::{Attribute, Tag, role};
use super::object::{Object, kind};
use super::tree::Kind;
use super::{Out, Reader};
use crate::json::Json;

impl Reader<'_> {
    /// An `iframe` or `embed`: a card that leads to what it would show.
    pub fn frame(&self, at: usize, out: &mut Out) {
        let value = |name| self.tree.attribute(at, name);
        let address = value(Attribute::LateSrc).or(value(Attribute::Src));
        let Some(address) = address.and_then(|address| self.web(address)) else {
            return self.remove("iframe");
        };
        let mut embed = self.object(at, "embed");
        embed.word("url", &address);
        out.push(embed.into_json());
    }

    /// The address of a web page; a refused one leaves a note.
    #[inline(never)]
    fn web(&self, address: &str) -> Option<String> {
        let link = self.cursor?.link_from(address).filter(|link| link.is_web());
        link.map(|link| link.href().to_owned())
    }

    /// Where the last link inside the element at this place leads, or the first one.
    #[inline(never)]
    fn linked(&self, at: usize, last: bool) -> Option<String> {
        let mut found = None;
        for inner in at..self.tree.after(at) {
            if self.tree.tag(inner) == Some(Tag::Anchor) && (last || found.is_none()) {
                let address = self
                    .tree
                    .attribute(inner, Attribute::Href)
                    .unwrap_or_default();
                found = self.web(address).or(found);
            }
        }
        found
    }

    /// The page that the element at this place says it stands for.
    #[inline(never)]
    fn stated(&self, at: usize) -> Option<String> {
        let value = |name| self.tree.attribute(at, name);
        self.web(value(Attribute::Permalink).or(value(Attribute::Cite))?)
    }

    /// A post whose site's script never came: its words stay as the caption of a card.
    pub fn post(&self, at: usize, out: &mut Out) {
        // The link to the post itself is the last one; those of its text come before.
        let Some(address) = self.stated(at).or_else(|| self.linked(at, true)) else {
            return self.quote(at, out);
        };
        let mut embed = Object::new("embed");
        embed.word("url", &address);
        embed.list("caption", self.text_of(at));
        out.push(embed.into_json());
        self.media(at, out);
    }

    /// A figure that a site's editor made for something of another site: a frame, a post, or only its address.
    pub fn embed(&self, at: usize, out: &mut Out) {
        let mut blocks = Vec::new();
        self.figure(at, &mut blocks);
        let mut embeds = 0;
        blocks.retain(|block| {
            embeds += usize::from(kind(block) == "embed");
            // A post, and the frame that was to replace it.
            kind(block) != "embed" || embeds == 1
        });
        let words_only = blocks.iter().all(|block| matches!(block, Json::List(_)));
        let address = match blocks.first() {
            _ if !words_only => None,
            Some(Json::List(text)) => match &text[..] {
                [Json::Text(words), ..] if words.trim_ascii_start().starts_with("http") => {
                    self.web(words.trim_ascii())
                }
                _ => None,
            },
            _ => None,
        };
        let bare = address.is_some();
        let other = || self.stated(at).or_else(|| self.linked(at, false));
        if let Some(address) = address.or_else(|| words_only.then(other)?) {
            let mut embed = Object::new("embed");
            embed.word("url", &address);
            let mut words = blocks.drain(..);
            if let Some(anchor) = self.tree.find(at, Tag::Anchor).filter(|_| !bare) {
                embed.word("title", &self.line_of(anchor));
            }
            words.next();
            if let Some(Json::List(caption)) = words.next() {
                embed.list("caption", caption);
            }
            out.push(embed.into_json());
        }
        out.extend(blocks);
    }

    /// A link shown as a card.
    pub fn card(&self, at: usize, out: &mut Out) {
        let (Some(address), Some(anchor)) = (self.linked(at, false), self.anchor(at)) else {
            return self.flow(self.tree.inside(at), out);
        };
        const PARTS: &[(u32, &str)] = &[
            (role::CARD_TITLE, "title"),
            (role::CARD_TEXT, "description"),
            (role::CARD_SITE, "publisher"),
        ];
        let mut card = Object::new("card");
        card.word("url", &address);
        card.word("title", &self.line_of(anchor));
        for (role, member) in PARTS {
            if let Some(part) = self.tree.find_role(at, *role) {
                card.word(member, &self.line_of(part));
            }
        }
        let mut pictures = Vec::new();
        if let Some(part) = self.tree.find_role(at, role::CARD_PICTURE) {
            self.media(part, &mut pictures);
        }
        if let Some(picture) = pictures.pop() {
            card.set("image", picture);
        }
        out.push(card.into_json());
        if let Some(caption) = self.tree.find(at, Tag::Caption) {
            out.push(Json::List(self.text_of(caption)));
        }
    }

    pub fn button(&self, at: usize, out: &mut Out) {
        let words = self.line_of(at);
        match self.linked(at, false).filter(|_| !words.is_empty()) {
            Some(address) => {
                let mut button = Object::new("button");
                button.word("url", &address);
                button.word("text", &words);
                out.push(button.into_json());
            }
            None => self.flow(self.tree.inside(at), out),
        }
    }

    /// The first link at or inside this place.
    fn anchor(&self, at: usize) -> Option<usize> {
        match self.tree.tag(at) {
            Some(Tag::Anchor) => Some(at),
            _ => self.tree.find(at, Tag::Anchor),
        }
    }

    /// Appends the association that a comment names; gives the place after the comment that ends it.
    pub fn association(
        &self,
        comment: &str,
        rest: Range<usize>,
        out: &mut Out,
        run: &mut Vec<Json>,
    ) -> Option<usize> {
        let name = comment
            .trim_ascii()
            .strip_prefix("EMBED START")?
            .split('"')
            .nth(1)?;
        (self.resolve)(name)?;
        paragraphs(run, out);
        out.push(association(name));
        let mut at = rest.start;
        while at < rest.end {
            let next = self.tree.after(at);
            if let Kind::Comment(comment) = self.tree.kind(at)
                && comment.trim_ascii().starts_with("EMBED END")
            {
                return Some(next);
            }
            at = next;
        }
        Some(rest.start)
    }
}
