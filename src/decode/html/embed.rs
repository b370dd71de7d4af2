//! Things of other sites: frames, posts and cards become links that say where they lead.

use super::Reader;
use super::names::{Attribute, Tag, role};
use crate::decode::embed;
use crate::model::block::{Card, Paragraph};
use crate::model::inline::plain_text;
use crate::model::media::Size;
use crate::model::{Block, SafeLink};

impl Reader<'_> {
    /// An `iframe` or `embed`: a card that leads to what it would show.
    pub fn frame(&self, at: usize, out: &mut Vec<Block>) {
        let value = |name| self.tree.attribute(at, name);
        let address = value(Attribute::LateSrc).or(value(Attribute::Src));
        let link = address.and_then(|address| self.web_link(address));
        let Some(link) = link else {
            return self.remove("iframe");
        };
        let side = |name| value(name).and_then(super::number).map_or(0.0, f64::from);
        let mut embed = embed::embed(link);
        embed.size = Size::new(side(Attribute::Width), side(Attribute::Height));
        embed.title = value(Attribute::Title)
            .filter(|title| !title.trim_ascii().is_empty())
            .map(str::to_owned);
        out.push(Block::Embed(embed));
    }

    fn web_link(&self, address: &str) -> Option<SafeLink> {
        self.safe_link(address).filter(SafeLink::is_web)
    }

    /// A post whose site's script never came: its words stay as the caption of a card.
    pub fn post(&self, at: usize, out: &mut Vec<Block>) {
        let inside = self.tree.inside(at);
        let value = |name| self.tree.attribute(at, name);
        let stated = value(Attribute::Permalink).or(value(Attribute::Cite));
        let mut link = stated.and_then(|address| self.web_link(address));
        if link.is_none() {
            // The link to the post itself is the last one; those of its text come before.
            for inner in inside.clone() {
                let found = match self.tree.tag(inner) {
                    Some(Tag::Anchor) => self.link(inner).filter(SafeLink::is_web),
                    _ => None,
                };
                link = found.or(link);
            }
        }
        let Some(link) = link else {
            return self.quote(at, out);
        };
        let mut embed = embed::embed(link);
        embed.caption = self.text(inside.clone());
        out.push(Block::Embed(embed));
        self.media(inside, out);
    }

    /// A figure that a site's editor made for something of another site: a frame, a post, or only its address.
    pub fn embed(&self, at: usize, out: &mut Vec<Block>) {
        let from = out.len();
        self.figure(at, out);
        let made = out.get(from..).unwrap_or_default();
        let is_embed = |block: &Block| matches!(block, Block::Embed(_));
        if made.iter().filter(|block| is_embed(block)).count() > 1 {
            // A post and the frame that was to replace it.
            let mut seen = false;
            let rest: Vec<_> = out
                .drain(from..)
                .filter(|block| !is_embed(block) || !std::mem::replace(&mut seen, true))
                .collect();
            return out.extend(rest);
        }
        let words_only = made
            .iter()
            .all(|block| matches!(block, Block::Paragraph(_)));
        if !words_only {
            return;
        }
        let address = match made {
            [Block::Paragraph(Paragraph { text }), ..] => plain_text(text),
            _ => String::new(),
        };
        let address = address.trim_ascii();
        let anchor = self.tree.find(self.tree.inside(at), Tag::Anchor);
        let bare =
            address.starts_with("http") && !address.contains(|c: char| c.is_ascii_whitespace());
        let link = if bare {
            self.web_link(address)
        } else {
            let stated = self.tree.attribute(at, Attribute::Permalink);
            let stated = stated.and_then(|address| self.web_link(address));
            stated.or_else(|| self.link(anchor?).filter(SafeLink::is_web))
        };
        let Some(link) = link else { return };
        let mut embed = embed::embed(link);
        let mut words = out.drain(from..);
        let first = words.next();
        let rest: Vec<_> = words.collect();
        if let Some(Block::Paragraph(Paragraph { text })) = first
            && !bare
        {
            embed.title = Some(plain_text(&text));
        }
        if let [Block::Paragraph(Paragraph { text })] = &rest[..] {
            embed.caption = text.clone();
            out.push(Block::Embed(embed));
        } else {
            out.push(Block::Embed(embed));
            out.extend(rest);
        }
    }

    /// A link shown as a card.
    pub fn card(&self, at: usize, out: &mut Vec<Block>) {
        let inside = self.tree.inside(at);
        let anchor = self.tree.find(at..inside.end, Tag::Anchor);
        let link = anchor
            .and_then(|anchor| self.link(anchor))
            .filter(SafeLink::is_web);
        let (Some(link), Some(anchor)) = (link, anchor) else {
            return self.flow(inside, out);
        };
        let part = |role| {
            let part = self.tree.find_role(inside.clone(), role)?;
            Some(self.line(self.tree.inside(part))).filter(|words| !words.is_empty())
        };
        let picture = self.tree.find_role(inside.clone(), role::CARD_PICTURE);
        let picture = picture.and_then(|part| self.tree.find(self.tree.inside(part), Tag::Image));
        out.push(Block::Card(Card {
            title: part(role::CARD_TITLE).unwrap_or_else(|| self.line(self.tree.inside(anchor))),
            description: part(role::CARD_TEXT),
            image: picture
                .and_then(|picture| self.picture(picture))
                .map(|figure| figure.image),
            publisher: self.site(inside.clone()),
            label: None,
            link,
        }));
        if let Some(caption) = self.tree.find(inside, Tag::Caption) {
            out.push(super::block::text_block(
                self.text(self.tree.inside(caption)),
            ));
        }
    }

    /// The site that a card names, and at times the writer beside it: the classes of the two are mixed up.
    fn site(&self, card: std::ops::Range<usize>) -> Option<String> {
        let mut site = String::new();
        let mut rest = card;
        while let Some(part) = self.tree.find_role(rest.clone(), role::CARD_SITE) {
            let inside = self.tree.inside(part);
            let words = self.line(inside.clone());
            if !site.is_empty() && !words.is_empty() {
                site.push_str(" · ");
            }
            site.push_str(&words);
            rest.start = inside.end;
        }
        (!site.is_empty()).then_some(site)
    }

    /// The block for an association that a comment names, and the place after the comment that ends it.
    pub fn association(
        &self,
        comment: &str,
        rest: std::ops::Range<usize>,
    ) -> Option<(Block, usize)> {
        let name = comment
            .trim_ascii()
            .strip_prefix("EMBED START")?
            .split('"')
            .nth(1)?;
        let block = (self.resolve)(name)?;
        let mut at = rest.start;
        while at < rest.end {
            let next = self.tree.after(at);
            if let super::tree::Kind::Comment(comment) = self.tree.kind(at)
                && comment.trim_ascii().starts_with("EMBED END")
            {
                return Some((block, next));
            }
            at = next;
        }
        Some((block, rest.start))
    }
}
