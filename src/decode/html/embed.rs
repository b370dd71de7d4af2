//! Things of other sites: frames, posts, cards and buttons become links that say where they lead.

use super::names::{Attribute, Tag, role};
use super::object::{Object, kind, push_text};
use super::{Out, Reader};
use crate::json::Json;

impl Reader<'_> {
    /// An `iframe` or `embed`: a card that leads to what it would show.
    pub fn frame(&self, at: usize, out: &mut Out) {
        let late = self.tree.attribute(at, Attribute::LateSrc);
        let address = self.web(late.unwrap_or(self.tree.value(at, Attribute::Src)));
        if address.is_empty() {
            return self.removed.borrow_mut().add("iframe");
        }
        let mut embed = self.object(at, "embed");
        embed.word("url", &address);
        embed.push(out);
    }

    /// The address of a web page; a refused one leaves a note and is empty.
    #[inline(never)]
    fn web(&self, address: &str) -> String {
        if let Some(link) = self.cursor.link_from(address)
            && link.is_web()
        {
            return link.href().to_owned();
        }
        String::new()
    }

    /// The page that the element at this place stands for: the one it states, or where the first or the last link inside
    /// it leads.
    #[inline(never)]
    fn page_of(&self, at: usize, last: bool) -> String {
        let permalink = self.tree.attribute(at, Attribute::Permalink);
        let stated = permalink.unwrap_or(self.tree.value(at, Attribute::Cite));
        let mut found = String::new();
        if !stated.is_empty() {
            found = self.web(stated);
        }
        let stated = !found.is_empty();
        for inner in at..self.tree.after(at) {
            if !stated && self.tree.tag(inner) == Tag::Anchor && (last || found.is_empty()) {
                let address = self.web(self.tree.value(inner, Attribute::Href));
                if !address.is_empty() {
                    found = address;
                }
            }
        }
        found
    }

    /// A post whose site's script never came: its words stay as the caption of a card.
    pub fn post(&self, at: usize, out: &mut Out) {
        // The link to the post itself is the last one; those of its text come before.
        let address = self.page_of(at, true);
        if address.is_empty() {
            return self.quote(at, out);
        }
        let mut embed = Object::new("embed");
        embed.word("url", &address);
        embed.list("caption", self.text_of(at));
        embed.push(out);
        self.media(at, out);
    }

    /// A figure that a site's editor made for something of another site: a frame, a post, or only its address.
    pub fn embed(&self, at: usize, out: &mut Out) {
        let from = out.len();
        self.figure(at, out);
        let mut embeds = 0;
        let mut words_only = true;
        let mut bare = String::new();
        for block in out.get(from..).unwrap_or_default() {
            match block {
                Json::List(text) if bare.is_empty() => {
                    bare = text
                        .first()
                        .and_then(Json::as_str)
                        .unwrap_or_default()
                        .trim_ascii()
                        .to_owned()
                }
                Json::List(_) => {}
                _ => words_only = false,
            }
            embeds += usize::from(kind(block) == "embed");
        }
        if embeds > 1 {
            // A post, and the frame that was to replace it.
            out.pop();
        }
        if !words_only {
            return;
        }
        let mut embed = Object::new("embed");
        let mut address = String::new();
        if bare.starts_with("http") {
            address = self.web(&bare);
        } else if let Some(anchor) = self.tree.find(at, Tag::Anchor) {
            embed.word("title", &self.line_of(anchor));
        }
        if address.is_empty() {
            address = self.page_of(at, false);
        }
        if !address.is_empty() {
            embed.word("url", &address);
            let mut words = out.split_off(from).into_iter().skip(1);
            if let Some(caption) = words.next() {
                embed.set("caption", caption);
            }
            embed.push(out);
        }
    }

    /// A link shown as a card.
    pub fn card(&self, at: usize, out: &mut Out) {
        const PARTS: &[(u32, &str)] = &[
            (role::CARD_TITLE, "title"),
            (role::CARD_TEXT, "description"),
            (role::CARD_SITE, "publisher"),
        ];
        let address = self.page_of(at, false);
        if address.is_empty() {
            return self.flow(self.tree.inside(at), out);
        }
        let mut card = Object::new("card");
        card.word("url", &address);
        if let Some(anchor) = self.tree.find(at, Tag::Anchor) {
            card.word("title", &self.line_of(anchor));
        }
        for (role, member) in PARTS {
            // A card names its site and at times the writer beside it: the classes of the two are mixed up.
            let mut words = String::new();
            for inner in self.tree.inside(at) {
                if self.tree.is(inner, *role) {
                    if !words.is_empty() {
                        words.push_str(" \u{b7} ");
                    }
                    words.push_str(&self.line_of(inner));
                }
            }
            if !words.is_empty() {
                card.word(member, &words);
            }
        }
        let mut pictures = Vec::new();
        if let Some(part) = self.tree.find_role(at, role::CARD_PICTURE) {
            self.media(part, &mut pictures);
        }
        if let Some(picture) = pictures.pop() {
            card.set("image", picture);
        }
        card.push(out);
        if let Some(caption) = self.tree.find(at, Tag::Caption) {
            push_text(out, self.text_of(caption));
        }
    }

    pub fn button(&self, at: usize, out: &mut Out) {
        let address = self.page_of(at, false);
        if address.is_empty() {
            return self.flow(self.tree.inside(at), out);
        }
        let mut button = Object::new("button");
        button.word("url", &address);
        button.word("text", &self.line_of(at));
        button.push(out);
    }
}
