//! Things of other sites: frames, posts, cards and buttons become links that say where they lead.

use super::Reader;
use super::names::{Attribute, Tag, role};
use super::object::{Out, kind};

impl Reader<'_> {
    /// An `iframe` or `embed`: a card that leads to what it would show.
    pub fn frame(&self, at: usize, out: &mut Out) {
        let late = self.tree.attribute(at, Attribute::LateSrc);
        let address = self.web(late.unwrap_or(self.tree.value(at, Attribute::Src)));
        if address.is_empty() {
            return self.removed.borrow_mut().add("iframe");
        }
        self.object(at, "embed", out);
        out.word("url", &address);
    }

    /// The address of a web page; a refused one leaves a note and is empty.
    #[inline(never)]
    fn web(&self, address: &str) -> String {
        let mut web = String::new();
        if let Some(link) = self.cursor.link_from(address)
            && link.is_web()
        {
            web.push_str(link.href());
        }
        web
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
        for inner in self.tree.inside(at) {
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
        out.open("embed");
        out.word("url", &address);
        self.text_member(at, "caption", out);
        self.media(at, out);
    }

    /// A figure that a site's editor made for something of another site: a frame, a post, or only its address.
    pub fn embed(&self, at: usize, out: &mut Out) {
        let from = out.mark();
        self.figure(at, out);
        let mut embeds = 0;
        let mut others = 0;
        for block in out.0.get(from..).unwrap_or_default() {
            let kind = kind(block);
            embeds += usize::from(kind == "embed");
            others += usize::from(!kind.is_empty());
        }
        if embeds > 1 {
            // A post, and the frame that was to replace it.
            out.0.pop();
        }
        if others > 0 {
            return;
        }
        let line = self.tree.line(self.tree.inside(at));
        let bare = line
            .split(' ')
            .next()
            .filter(|word| word.starts_with("http"));
        let address = match bare {
            Some(bare) => self.web(bare),
            None => self.page_of(at, false),
        };
        if address.is_empty() {
            return;
        }
        let mut words = out.0.split_off(from).into_iter();
        out.open("embed");
        out.word("url", &address);
        if let (Some(anchor), None) = (self.tree.find(at, Tag::Anchor), bare) {
            self.line_member(anchor, "title", out);
        }
        // The first of the words is the address or the title.
        words.next();
        if let Some(caption) = words.next() {
            out.set("caption", caption);
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
        out.open("card");
        out.word("url", &address);
        if let Some(anchor) = self.tree.find(at, Tag::Anchor) {
            self.line_member(anchor, "title", out);
        }
        for (role, member) in PARTS {
            let mut words = String::new();
            for inner in self.tree.inside(at) {
                if self.tree.is(inner, *role) {
                    if !words.is_empty() {
                        words.push_str(" · ");
                    }
                    words.push_str(&self.tree.line(self.tree.inside(inner)));
                }
            }
            if !words.is_empty() {
                out.word(member, &words);
            }
        }
        if let Some(part) = self.tree.find_role(at, role::CARD_PICTURE) {
            let mut pictures = Out::default();
            self.media(part, &mut pictures);
            out.set("image", pictures.0.pop().unwrap_or_default());
        }
        if let Some(caption) = self.tree.find(at, Tag::Caption) {
            let mark = out.mark();
            self.text(self.tree.inside(caption), out);
            out.gather(mark);
        }
    }

    pub fn button(&self, at: usize, out: &mut Out) {
        let address = self.page_of(at, false);
        if address.is_empty() {
            return self.flow(self.tree.inside(at), out);
        }
        out.open("button");
        out.word("url", &address);
        self.line_member(at, "text", out);
    }
}
