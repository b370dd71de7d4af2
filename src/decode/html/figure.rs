//! Pictures, galleries, and whatever else stands in a figure with a caption.

use super::names::{Attribute, Tag, role};
use super::srcset::{self, Candidate};
use super::{Reader, number};
use crate::decode::NoteKind;
use crate::model::block::{Display, Figure, Gallery};
use crate::model::media::{ImageType, Size};
use crate::model::{Block, Image, ImageSource, Inline, SafeMedia, Text};

impl Reader<'_> {
    /// A figure: its caption goes to the block that it holds, its pictures to a gallery if they are several.
    pub fn figure(&self, at: usize, out: &mut Vec<Block>) {
        let mut blocks = self.blocks(self.tree.inside(at));
        let inside = |part: usize| self.text(self.tree.inside(part));
        let own = |tag: Option<Tag>, role: u32| self.own_part(at, tag, role);
        let mut caption = own(Some(Tag::Caption), 0).map(inside).unwrap_or_default();
        let mut credit = own(None, role::CREDIT).map(inside).unwrap_or_default();
        let pictures = |block: &Block| matches!(block, Block::Figure(_) | Block::Gallery(_));
        if blocks.len() > 1 && blocks.iter().all(pictures) {
            let mut images = Vec::new();
            for block in blocks.drain(..) {
                match block {
                    Block::Figure(figure) => images.push(figure),
                    Block::Gallery(gallery) => images.extend(gallery.images),
                    _ => {}
                }
            }
            blocks.push(Block::Gallery(Gallery {
                images,
                ..Gallery::default()
            }));
        }
        let display = self.display(at);
        for block in &mut blocks {
            caption_block(block, &mut caption, &mut credit, display);
        }
        out.extend(blocks);
        // Nothing here could take it.
        for rest in [caption, credit] {
            if !rest.is_empty() {
                out.push(super::block::text_block(rest));
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

    pub fn display(&self, at: usize) -> Display {
        let is = |role| self.tree.is(at, role);
        match () {
            () if is(role::FULL) => Display::Full,
            () if is(role::WIDE) => Display::Wide,
            () if is(role::BESIDE) => Display::Supporting,
            () => Display::Inline,
        }
    }

    /// The picture of an `img`, or of a `picture` around one.
    pub fn picture(&self, at: usize) -> Option<Figure> {
        let outer = at;
        let at = match self.tree.tag(outer) {
            Some(Tag::Picture) => self.tree.find(self.tree.inside(outer), Tag::Image)?,
            _ => outer,
        };
        let value = |name| self.tree.attribute(at, name);
        let side = |name| value(name).and_then(number).map_or(0.0, f64::from);
        let size = Size::new(side(Attribute::Width), side(Attribute::Height));

        let mut sources = Vec::new();
        for inner in self
            .tree
            .inside(outer)
            .filter(|inner| self.tree.tag(*inner) == Some(Tag::Source))
        {
            self.sources(inner, size, &mut sources);
        }
        self.sources(at, size, &mut sources);

        // A script was to put the real address into its place; until then a placeholder stands there.
        let own = value(Attribute::Src).filter(|address| !address.starts_with("data:"));
        let address = value(Attribute::LateSrc).or(own);
        let widest = || {
            sources
                .iter()
                .max_by_key(|source| source.width)
                .map(|source| source.src.clone())
        };
        let src = address
            .and_then(|address| self.safe_media(address))
            .or_else(widest)
            .or_else(|| self.safe_media(value(Attribute::Src)?))?;
        let alt = value(Attribute::Alt).map(|alt| alt.trim().to_owned());
        if alt.is_none()
            && let Some(cursor) = self.cursor
        {
            cursor.note(NoteKind::NoAlt);
        }
        Some(Figure {
            image: Image {
                src,
                size,
                alt,
                sources,
            },
            caption: Text::new(),
            credit: Text::new(),
            display: self.display(at),
            link: None,
        })
    }

    /// An address of a picture, film or sound; a refused one leaves a note.
    pub fn safe_media(&self, address: &str) -> Option<SafeMedia> {
        self.cursor?.media_from(address)
    }

    /// The copies that the `srcset` of an `img` or a `source` offers.
    fn sources(&self, at: usize, size: Option<Size>, sources: &mut Vec<ImageSource>) {
        let value = |name| self.tree.attribute(at, name);
        let set = value(Attribute::LateSrcset)
            .or(value(Attribute::Srcset))
            .unwrap_or_default();
        let mime = value(Attribute::Type).and_then(ImageType::parse);
        for Candidate {
            address,
            width,
            density,
        } in srcset::parse(set)
        {
            let scaled = size
                .zip(density)
                .map(|(size, density)| size.width.saturating_mul(density) / 100);
            let width = width.or(scaled);
            // Without a width, a copy for some screens may show anything.
            if width.is_none() && (value(Attribute::Media).is_some() || mime.is_none()) {
                continue;
            }
            if let Some(src) = self.safe_media(address) {
                sources.push(ImageSource {
                    src,
                    width,
                    mime,
                    crop: None,
                });
            }
        }
    }
}

/// Gives a block the caption, the credit and the room of the figure around it, if it has a place for them.
fn caption_block(block: &mut Block, caption: &mut Text, credit: &mut Text, display: Display) {
    let (own_caption, own_credit) = match block {
        Block::Figure(figure) => {
            if display != Display::Inline {
                figure.display = display;
            }
            (&mut figure.caption, Some(&mut figure.credit))
        }
        Block::Gallery(gallery) => {
            gallery.display = display;
            (&mut gallery.caption, Some(&mut gallery.credit))
        }
        Block::Video(video) => {
            video.display = display;
            (
                &mut video.recording.caption,
                Some(&mut video.recording.credit),
            )
        }
        Block::Audio(audio) => (
            &mut audio.recording.caption,
            Some(&mut audio.recording.credit),
        ),
        Block::Table(table) => (&mut table.caption, Some(&mut table.credit)),
        Block::Code(code) => (&mut code.caption, None),
        Block::Embed(embed) => (&mut embed.caption, None),
        Block::Quote(quote) => (&mut quote.cite, None),
        Block::Verse(verse) => (&mut verse.cite, None),
        _ => return,
    };
    if own_caption.is_empty() {
        own_caption.append(caption);
    }
    match own_credit {
        Some(own) if own.is_empty() => own.append(credit),
        Some(_) => {}
        None if !credit.is_empty() && caption.is_empty() => {
            own_caption.push(Inline::plain(" "));
            own_caption.append(credit);
        }
        None => {}
    }
}
