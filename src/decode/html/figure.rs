//! Pictures, galleries, recordings, and whatever else stands in a figure with a caption.

use super::Reader;
use super::names::{Attribute, Tag, role};
use super::object::{Out, kind, list_of};
use super::srcset;
use crate::json::Json;

/// The members that take the caption and the credit of the figure around a block.
const CAPTIONS: &[(&str, &str, &str)] = &[
    ("image", "caption", "credit"),
    ("gallery", "caption", "credit"),
    ("video", "caption", "credit"),
    ("audio", "caption", "credit"),
    ("table", "caption", "credit"),
    ("code", "caption", "caption"),
    ("embed", "caption", "caption"),
    ("quote", "cite", "cite"),
    ("verse", "cite", "cite"),
];

const ROOM: &[(u32, &str)] = &[
    (role::BESIDE, "supporting"),
    (role::WIDE, "wide"),
    (role::FULL, "full"),
];

impl Reader<'_> {
    /// A figure: its caption goes to the block that it holds, its pictures to a gallery if they are several.
    #[inline(never)]
    pub fn figure(&self, at: usize, out: &mut Out) {
        let from = out.mark();
        self.flow(self.tree.inside(at), out);
        let mut pictures = 0;
        for block in out.0.get(from..).unwrap_or_default() {
            pictures += usize::from(matches!(kind(block), "image" | "gallery"));
        }
        if pictures > 1 && pictures == out.mark() - from {
            let blocks = out.0.split_off(from);
            let mark = out.open("gallery");
            for mut block in blocks {
                match list_of(&mut block, "images") {
                    Some(images) if !images.is_empty() => out.0.append(images),
                    _ => out.0.push(block),
                }
            }
            out.gather_as(mark, "images");
        }
        let mut caption = self.own_part(at, Tag::Caption, 0);
        let mut credit = self.own_part(at, Tag::Figure, role::CREDIT);
        for block in out.0.get_mut(from..).unwrap_or_default() {
            for (known, caption_key, credit_key) in CAPTIONS {
                if kind(block) == *known {
                    self.set_display(at, block);
                    give(block, caption_key, &mut caption, false);
                    give(block, credit_key, &mut credit, caption_key == credit_key);
                }
            }
        }
        // Nothing here could take it.
        for rest in [caption, credit] {
            let mark = out.mark();
            out.0.extend(rest);
            out.gather(mark);
        }
    }

    /// The text of the part of a figure with this tag or role that does not belong to a figure inside it.
    #[inline(never)]
    fn own_part(&self, at: usize, tag: Tag, role: u32) -> Vec<Json> {
        let mut text = Out::default();
        let mut inner = at + 1;
        while inner < self.tree.after(at) {
            if self.tree.is_figure(inner) {
                inner = self.tree.after(inner);
                continue;
            }
            if self.tree.tag(inner) == tag || self.tree.is(inner, role) {
                self.text(self.tree.inside(inner), &mut text);
                break;
            }
            inner += 1;
        }
        text.take(0)
    }

    /// How much room the classes of the element at this place give to what stands in it.
    #[inline(never)]
    fn set_display(&self, at: usize, block: &mut Json) {
        for (role, word) in ROOM {
            if let Json::Object(members) = block
                && self.tree.is(at, *role)
            {
                members.push(("display".into(), Json::Text((*word).to_owned())));
            }
        }
    }

    /// The same for the object that was written last.
    #[inline(never)]
    fn display_member(&self, at: usize, out: &mut Out) {
        if let Some(last) = out.0.last_mut() {
            self.set_display(at, last);
        }
    }

    /// The picture of an `img`, or of a `picture` around one.
    #[inline(never)]
    pub fn picture(&self, at: usize, out: &mut Out) {
        let image = match self.tree.tag(at) {
            Tag::Picture => self.tree.find(at, Tag::Image),
            _ => Some(at),
        };
        let Some(image) = image else { return };
        let mut sources = Out::default();
        for inner in at..self.tree.after(at) {
            if matches!(self.tree.tag(inner), Tag::Source | Tag::Image) {
                self.sources(inner, image, &mut sources);
            }
        }
        // A script was to put the real address into its place; until then a placeholder stands there.
        let own = self.tree.value(image, Attribute::Src);
        let mut address = self.tree.value(image, Attribute::LateSrc);
        if address.is_empty()
            && (own.is_empty() || own.starts_with("data:"))
            && let Some(last) = sources.0.last()
        {
            address = last.get("src").and_then(Json::as_str).unwrap_or_default();
        }
        if address.is_empty() {
            address = own;
        }
        // Without a picture its caption is better off as words.
        let Some(src) = self.cursor.media_from(address) else {
            return;
        };
        self.object(image, "image", out);
        self.display_member(image, out);
        out.word("src", src.src());
        out.set("sources", Json::List(sources.0));
    }

    /// The copies that the `srcset` of an `img` or a `source` offers.
    fn sources(&self, at: usize, image: usize, out: &mut Out) {
        let late = self.tree.attribute(at, Attribute::LateSrcset);
        let set = late.unwrap_or(self.tree.value(at, Attribute::Srcset));
        let mime = self.tree.value(at, Attribute::Type);
        let is_case = self.tree.attribute(at, Attribute::Media).is_some();
        let own_width = super::number(self.tree.value(image, Attribute::Width));
        for (address, descriptor) in srcset::parse(set) {
            let stated = descriptor.strip_suffix('w');
            let single = matches!(descriptor, "" | "1x");
            let width = stated.unwrap_or(if single { own_width } else { "" });
            // Without a width of its own, a copy for some screens may show anything.
            if stated.is_some() || !(is_case || mime.is_empty() && width.is_empty()) {
                out.open(mime);
                out.word("src", address);
                out.word("width", width);
            }
        }
    }

    /// A film or a sound with files of its own.
    pub fn recording(&self, at: usize, out: &mut Out) {
        let mut sources = Out::default();
        let mut tracks = Out::default();
        for inner in self.tree.inside(at) {
            let tag = self.tree.tag(inner);
            if tag == Tag::Source {
                self.object(inner, self.tree.value(inner, Attribute::Type), &mut sources);
            }
            if tag == Tag::Track {
                self.object(inner, "", &mut tracks);
            }
        }
        if sources.0.is_empty() && self.tree.value(at, Attribute::Src).is_empty() {
            // What stands inside is for those who cannot play it.
            return self.flow(self.tree.inside(at), out);
        }
        let audio = self.tree.tag(at) == Tag::Audio;
        self.object(at, if audio { "audio" } else { "video" }, out);
        self.display_member(at, out);
        out.set("sources", Json::List(sources.0));
        out.set("tracks", Json::List(tracks.0));
    }
}

/// Hands a caption or a credit on to a block that has none yet, or takes it beside another.
#[inline(never)]
fn give(block: &mut Json, key: &str, part: &mut Vec<Json>, beside: bool) {
    if part.is_empty() || block.get(key).is_some() && !beside {
        return;
    }
    if let Some(own) = list_of(block, key) {
        if !own.is_empty() {
            own.push(Json::Text(" ".into()));
        }
        own.append(part);
    }
}
