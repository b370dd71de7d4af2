//! Pictures, galleries, recordings, and whatever else stands in a figure with a caption.

use super::names::{Attribute, Tag, role};
use super::object::{Object, kind, list_of, push_list, push_text, push_words};
use super::srcset;
use super::{Out, Reader};
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
        let mut blocks = self.blocks_of(at);
        if blocks.len() > 1
            && blocks
                .iter()
                .all(|block| matches!(kind(block), "image" | "gallery"))
        {
            let mut images = Vec::new();
            for mut block in std::mem::take(&mut blocks) {
                match list_of(&mut block, "images") {
                    Some(inner) if !inner.is_empty() => images.append(inner),
                    _ => images.push(block),
                }
            }
            push_list(&mut blocks, "gallery", "images", images);
        }
        let mut caption = self.own_part(at, Tag::Caption, 0);
        let mut credit = self.own_part(at, Tag::Figure, role::CREDIT);
        for block in &mut blocks {
            for (known, caption_key, credit_key) in CAPTIONS {
                if kind(block) == *known {
                    self.set_display(at, block);
                    give(block, caption_key, &mut caption, false);
                    give(block, credit_key, &mut credit, caption_key == credit_key);
                }
            }
        }
        out.append(&mut blocks);
        // Nothing here could take it.
        push_text(out, caption);
        push_text(out, credit);
    }

    /// The part of a figure with this tag or role that does not belong to a figure inside it.
    #[inline(never)]
    fn own_part(&self, at: usize, tag: Tag, role: u32) -> Vec<Json> {
        let mut inner = at + 1;
        while inner < self.tree.after(at) {
            if self.tree.is_figure(inner) {
                inner = self.tree.after(inner);
            } else if self.tree.tag(inner) == tag || self.tree.is(inner, role) {
                return self.text_of(inner);
            } else {
                inner += 1;
            }
        }
        Vec::new()
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

    /// The picture of an `img`, or of a `picture` around one.
    #[inline(never)]
    pub fn picture(&self, at: usize, out: &mut Out) {
        let image = match self.tree.tag(at) {
            Tag::Picture => self.tree.find(at, Tag::Image),
            _ => Some(at),
        };
        let Some(image) = image else { return };
        let mut sources = Vec::new();
        for inner in at..self.tree.after(at) {
            if matches!(self.tree.tag(inner), Tag::Source | Tag::Image) {
                self.sources(inner, image, &mut sources);
            }
        }
        let mut picture = self.object(image, "image");
        // A script was to put the real address into its place; until then a placeholder stands there.
        let own = self.tree.value(image, Attribute::Src);
        let mut address = self.tree.value(image, Attribute::LateSrc);
        if address.is_empty()
            && (own.is_empty() || own.starts_with("data:"))
            && let Some(last) = sources.last()
        {
            address = last.get("src").and_then(Json::as_str).unwrap_or_default();
        }
        if !address.is_empty() {
            picture.word("src", address);
        }
        picture.list("sources", sources);
        let mut picture = picture.into_json();
        self.set_display(image, &mut picture);
        out.push(picture);
    }

    /// The copies that the `srcset` of an `img` or a `source` offers.
    fn sources(&self, at: usize, image: usize, sources: &mut Vec<Json>) {
        let late = self.tree.attribute(at, Attribute::LateSrcset);
        let set = late.unwrap_or(self.tree.value(at, Attribute::Srcset));
        let mime = self.tree.value(at, Attribute::Type);
        let is_case = self.tree.attribute(at, Attribute::Media).is_some();
        let own_width = super::number(self.tree.value(image, Attribute::Width));
        for (address, descriptor) in srcset::parse(set) {
            let width = match descriptor.strip_suffix('w') {
                Some(width) => width,
                None if matches!(descriptor, "" | "1x") => own_width,
                None => "",
            };
            // Without a width of its own, a copy for some screens may show anything.
            if !descriptor.ends_with('w') && (is_case || mime.is_empty() && width.is_empty()) {
                continue;
            }
            let mut source = Object::new(mime);
            source.word("src", address);
            source.word("width", width);
            source.push(sources);
        }
    }

    /// A film or a sound with files of its own.
    pub fn recording(&self, at: usize, out: &mut Out) {
        let audio = self.tree.tag(at) == Tag::Audio;
        let mut recording = self.object(at, if audio { "audio" } else { "video" });
        let mut sources = Vec::new();
        let mut tracks = Vec::new();
        for inner in self.tree.inside(at) {
            match self.tree.tag(inner) {
                Tag::Source => self
                    .object(inner, self.tree.value(inner, Attribute::Type))
                    .push(&mut sources),
                Tag::Track => self.object(inner, "").push(&mut tracks),
                _ => {}
            }
        }
        if sources.is_empty() && self.tree.value(at, Attribute::Src).is_empty() {
            // What stands inside is for those who cannot play it.
            return self.flow(self.tree.inside(at), out);
        }
        recording.list("sources", sources);
        recording.list("tracks", tracks);
        let mut recording = recording.into_json();
        self.set_display(at, &mut recording);
        out.push(recording);
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
            push_words(own, " ");
        }
        own.append(part);
    }
}
