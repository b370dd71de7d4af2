//! Pictures, galleries, recordings, and whatever else stands in a figure with a caption.

use super::names::{Attribute, Tag, role};
use super::object::{Object, kind, list_of};
use super::srcset;
use super::{Out, Reader};
use crate::json::Json;

/// The members that take the caption and the credit of the figure around a block; one that is empty takes neither.
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

impl Reader<'_> {
    /// A figure: its caption goes to the block that it holds, its pictures to a gallery if they are several.
    pub fn figure(&self, at: usize, out: &mut Out) {
        let mut blocks = self.blocks(self.tree.inside(at));
        if blocks.len() > 1
            && blocks
                .iter()
                .all(|block| matches!(kind(block), "image" | "gallery"))
        {
            let mut images = Vec::new();
            for mut block in blocks.drain(..) {
                match kind(&block) {
                    "gallery" => {
                        images.append(list_of(&mut block, "images").unwrap_or(&mut Vec::new()))
                    }
                    _ => images.push(block),
                }
            }
            blocks.push(super::object::object("gallery", "images", images));
        }
        let part = |tag, role| {
            self.own_part(at, tag, role)
                .map(|part| self.text_of(part))
                .unwrap_or_default()
        };
        let mut caption = part(Some(Tag::Caption), 0);
        let mut credit = part(None, role::CREDIT);
        for block in &mut blocks {
            let place = CAPTIONS.iter().find(|(known, ..)| *known == kind(block));
            let Some((_, caption_key, credit_key)) = place else {
                continue;
            };
            self.set_display(at, block);
            for (key, part) in [(caption_key, &mut caption), (credit_key, &mut credit)] {
                let fits =
                    !part.is_empty() && (block.get(key).is_none() || caption_key == credit_key);
                if let Some(own) = fits.then(|| list_of(block, key)).flatten() {
                    if !own.is_empty() {
                        own.push(Json::Text(" ".into()));
                    }
                    own.append(part);
                }
            }
        }
        out.extend(blocks);
        // Nothing here could take it.
        for rest in [caption, credit] {
            if !rest.is_empty() {
                out.push(Json::List(rest));
            }
        }
    }

    /// The part of a figure with this tag or role that does not belong to a figure inside it.
    fn own_part(&self, at: usize, tag: Option<Tag>, role: u32) -> Option<usize> {
        let mut inner = at + 1;
        while inner < self.tree.after(at) {
            if tag.is_some() && self.tree.tag(inner) == tag || self.tree.is(inner, role) {
                return Some(inner);
            }
            inner = match self.tree.is_figure(inner) {
                true => self.tree.after(inner),
                false => inner + 1,
            };
        }
        None
    }

    /// How much room the classes of the element at this place give to what stands in it.
    fn set_display(&self, at: usize, block: &mut Json) {
        const ROOM: &[(u32, &str)] = &[
            (role::FULL, "full"),
            (role::WIDE, "wide"),
            (role::BESIDE, "supporting"),
        ];
        let room = ROOM.iter().find(|(role, _)| self.tree.is(at, *role));
        if let (Some((_, word)), Json::Object(members)) = (room, block) {
            members.push(("display".into(), Json::Text((*word).to_owned())));
        }
    }

    /// The picture of an `img`, or of a `picture` around one.
    pub fn picture(&self, at: usize, out: &mut Out) {
        let image = match self.tree.tag(at) {
            Some(Tag::Picture) => self.tree.find(at, Tag::Image),
            _ => Some(at),
        };
        let Some(image) = image else { return };
        let mut sources = Vec::new();
        for inner in self.tree.inside(at) {
            if self.tree.tag(inner) == Some(Tag::Source) {
                self.sources(inner, image, &mut sources);
            }
        }
        self.sources(image, image, &mut sources);

        let mut picture = self.object(image, "image");
        // A script was to put the real address into its place; until then a placeholder stands there.
        let own = self
            .tree
            .attribute(image, Attribute::Src)
            .unwrap_or_default();
        let late = self.tree.attribute(image, Attribute::LateSrc);
        let last = sources
            .last()
            .and_then(|source| source.get("src"))
            .and_then(Json::as_str);
        let address = late.or(last.filter(|_| own.is_empty() || own.starts_with("data:")));
        if let Some(address) = address {
            picture.word("src", address);
        }
        picture.list("sources", sources);
        let mut picture = picture.into_json();
        self.set_display(image, &mut picture);
        out.push(picture);
    }

    /// The copies that the `srcset` of an `img` or a `source` offers.
    fn sources(&self, at: usize, image: usize, sources: &mut Vec<Json>) {
        let value = |name| self.tree.attribute(at, name);
        let set = value(Attribute::LateSrcset)
            .or(value(Attribute::Srcset))
            .unwrap_or_default();
        let mime = value(Attribute::Type);
        let own_width = self
            .tree
            .attribute(image, Attribute::Width)
            .and_then(super::number);
        for (address, descriptor) in srcset::parse(set) {
            let twice;
            let width = match (descriptor.strip_suffix('w'), own_width) {
                (Some(width), _) => width,
                // Without a width of its own, a copy for some screens may show anything.
                (None, _) if value(Attribute::Media).is_some() => continue,
                (None, Some(width)) if matches!(descriptor, "" | "1x") => width,
                (None, Some(width)) if descriptor == "2x" => {
                    twice = double(width);
                    &twice
                }
                _ if mime.is_none() => continue,
                _ => "",
            };
            let mut source = Object::new(mime.unwrap_or_default());
            source.word("src", address);
            source.word("width", width);
            sources.push(source.into_json());
        }
    }

    /// A film or a sound with files of its own.
    pub fn recording(&self, at: usize, out: &mut Out) {
        let audio = self.tree.tag(at) == Some(Tag::Audio);
        let mut recording = self.object(at, if audio { "audio" } else { "video" });
        let mut sources = Vec::new();
        let mut tracks = Vec::new();
        for inner in self.tree.inside(at) {
            match self.tree.tag(inner) {
                Some(Tag::Source) => {
                    let mime = self.tree.attribute(inner, Attribute::Type);
                    sources.push(self.object(inner, mime.unwrap_or_default()).into_json());
                }
                Some(Tag::Track) => tracks.push(self.object(inner, "").into_json()),
                _ => {}
            }
        }
        if sources.is_empty() && self.tree.attribute(at, Attribute::Src).is_none() {
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

/// Twice a number in digits.
fn double(digits: &str) -> String {
    let mut carry = 0;
    let mut twice: Vec<char> = Vec::new();
    for digit in digits.bytes().rev() {
        let sum = (digit - b'0') * 2 + carry;
        twice.push(char::from(b'0' + sum % 10));
        carry = sum / 10;
    }
    twice.push(char::from(b'0' + carry));
    twice.iter().rev().collect()
}
