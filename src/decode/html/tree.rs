//! The allowlist: what a parsed document holds, less what must not or need not be looked at.
//!
//! The walk over the stream is a loop with a stack of its own, so a deep nest costs memory and nothing else.
//! What it leaves is nested at most [`DEEPEST`] levels, and the rest of this module may recurse over it.

use std::iter::Peekable;
use std::ops::Range;
use std::str::Split;

use crate::host::html::{self, END, FIRST_CODE};

use super::names::{Attribute, Tag, role, roles};

/// Elements inside more others than this lose their own box; what they hold stays.
const DEEPEST: usize = 64;

/// A document in reading order: what stands inside an element follows it.
#[derive(Default)]
pub struct Tree<'a> {
    tokens: Vec<Token<'a>>,
    attributes: Vec<(Attribute, &'a str)>,
}

#[derive(Clone)]
struct Token<'a> {
    kind: Kind<'a>,
    /// The place of the next token that does not stand inside this one.
    end: usize,
    /// What its classes say.
    roles: u32,
    /// Its part of the attributes.
    attributes: Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind<'a> {
    Text(&'a str),
    Comment(&'a str),
    /// The words or the TeX of a formula.
    Formula(&'a str),
    Element(Tag),
}

/// Asks the platform's parser for the stream of `html`.
pub fn stream(html: &str) -> String {
    html::parse(html, Tag::NAMES, Attribute::NAMES)
}

impl<'a> Tree<'a> {
    /// Reads the stream that [`stream`] has made of `html`.
    pub fn read(stream: &'a str, html: &str, removed: &mut Removed) -> Self {
        let mut builder = Builder {
            tree: Self::default(),
            records: stream.split(END).peekable(),
            levels: Vec::new(),
            depth: 0,
            figures: 0,
            html,
            closed: Vec::new(),
            removed,
        };
        while let Some(record) = builder.records.next() {
            builder.record(record);
        }
        builder.tree
    }

    /// All places of the tree.
    pub fn all(&self) -> Range<usize> {
        0..self.tokens.len()
    }

    pub fn kind(&self, at: usize) -> Kind<'a> {
        self.tokens
            .get(at)
            .map_or(Kind::Text(""), |token| token.kind)
    }

    pub fn tag(&self, at: usize) -> Option<Tag> {
        match self.kind(at) {
            Kind::Element(tag) => Some(tag),
            Kind::Text(_) | Kind::Comment(_) | Kind::Formula(_) => None,
        }
    }

    /// Whether the classes of the element at this place say one of these things.
    pub fn is(&self, at: usize, roles: u32) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| token.roles & roles != 0)
    }

    /// The place after everything inside this one.
    pub fn after(&self, at: usize) -> usize {
        self.tokens.get(at).map_or(at + 1, |token| token.end)
    }

    /// The places inside this one.
    pub fn inside(&self, at: usize) -> Range<usize> {
        at + 1..self.after(at)
    }

    /// The value of an attribute. Of several that mean the same, the first.
    #[inline(never)]
    pub fn attribute(&self, at: usize, wanted: Attribute) -> Option<&'a str> {
        let own = self
            .attributes
            .get(self.tokens.get(at)?.attributes.clone())?;
        own.iter()
            .find(|(name, _)| *name == wanted)
            .map(|(_, value)| *value)
    }

    /// The first element with this tag inside `range`, at any depth.
    #[inline(never)]
    pub fn find(&self, mut range: Range<usize>, tag: Tag) -> Option<usize> {
        range.find(|at| self.tag(*at) == Some(tag))
    }

    /// The first element inside `range` whose classes say this.
    #[inline(never)]
    pub fn find_role(&self, mut range: Range<usize>, roles: u32) -> Option<usize> {
        range.find(|at| self.is(*at, roles))
    }

    /// Whether the element at this place groups a picture with its caption.
    pub fn is_figure(&self, at: usize) -> bool {
        self.is(at, role::FIGURE | role::GALLERY) || self.tag(at) == Some(Tag::Figure)
    }
}

/// What becomes of the things inside an element that is open.
#[derive(Clone, Copy)]
enum Level {
    /// They stand inside this token.
    Box(usize),
    /// They stand where it stands.
    Through,
    /// They go.
    Gone,
    /// They go, being of SVG or MathML. What such an element holds of HTML stays if nothing ever closes the drawing: then
    /// it is the rest of the article.
    Foreign { unclosed: bool },
    /// TeX of a formula.
    Tex,
}

struct Builder<'a, 'b> {
    tree: Tree<'a>,
    records: Peekable<Split<'a, char>>,
    levels: Vec<Level>,
    /// How many of the levels are boxes.
    depth: usize,
    /// How many of the boxes are figures.
    figures: usize,
    /// What was parsed.
    html: &'b str,
    /// For names of elements, whether their end tag stands in it.
    closed: Vec<(&'a str, bool)>,
    removed: &'b mut Removed,
}

impl<'a> Builder<'a, '_> {
    fn record(&mut self, record: &'a str) {
        let mut chars = record.chars();
        let kind = chars.next();
        let rest = chars.as_str();
        let above = self.levels.last().copied().unwrap_or(Level::Through);
        let stays = matches!(above, Level::Box(_) | Level::Through);
        match kind {
            Some('>') => self.close(),
            Some('"') if stays => self.leaf(Kind::Text(rest)),
            Some('"') if matches!(above, Level::Tex) => self.leaf(Kind::Formula(rest.trim())),
            Some('#') if stays => self.leaf(Kind::Comment(rest)),
            Some(kind @ ('<' | '{')) => {
                let level = match above {
                    Level::Gone | Level::Tex => Level::Gone,
                    Level::Foreign { unclosed: false } if kind == '<' => Level::Gone,
                    _ if kind == '<' => self.element(rest),
                    Level::Foreign { .. } => self.foreign(rest, above),
                    Level::Box(_) | Level::Through => {
                        self.removed.add(rest);
                        let unclosed = !self.is_closed(rest);
                        self.foreign(rest, Level::Foreign { unclosed })
                    }
                };
                if let Level::Box(at) = level {
                    self.depth += 1;
                    self.figures += usize::from(self.tree.is_figure(at));
                }
                self.levels.push(level);
            }
            _ => {}
        }
    }

    fn push(&mut self, kind: Kind<'a>, attributes: Range<usize>) -> usize {
        let at = self.tree.tokens.len();
        self.tree.tokens.push(Token {
            kind,
            end: at + 1,
            roles: 0,
            attributes,
        });
        at
    }

    fn leaf(&mut self, kind: Kind<'a>) {
        self.push(kind, 0..0);
    }

    fn close(&mut self) {
        if let Some(Level::Box(at)) = self.levels.pop() {
            self.depth -= 1;
            self.figures -= usize::from(self.tree.is_figure(at));
            let end = self.tree.tokens.len();
            if let Some(token) = self.tree.tokens.get_mut(at) {
                token.end = end;
            }
        }
    }

    /// Reads the attributes of the element that was opened last; gives their places.
    fn attributes(&mut self) -> Range<usize> {
        let first = self.tree.attributes.len();
        loop {
            let mut chars = self.records.peek().map_or("", |record| *record).chars();
            match chars.next() {
                Some('@') => {
                    let name = chars.next().and_then(place).and_then(Attribute::at);
                    match name {
                        Some(Attribute::Srcdoc) => self.removed.add("srcdoc"),
                        Some(name) => self.tree.attributes.push((name, chars.as_str())),
                        None => {}
                    }
                }
                Some('*') => self.removed.add(chars.as_str()),
                _ => return first..self.tree.attributes.len(),
            }
            self.records.next();
        }
    }

    /// Whether the end tag of an element stands anywhere in what was parsed.
    fn is_closed(&mut self, name: &'a str) -> bool {
        let known = self.closed.iter().find(|(known, _)| *known == name);
        if let Some((_, closed)) = known {
            return *closed;
        }
        let closed = self.html.split('<').any(|tag| {
            let end = tag.strip_prefix('/').and_then(|end| end.get(..name.len()));
            end.is_some_and(|end| end.eq_ignore_ascii_case(name))
        });
        self.closed.push((name, closed));
        closed
    }

    /// An element of SVG or MathML: only the words of a formula are of use.
    fn foreign(&mut self, name: &str, level: Level) -> Level {
        let attributes = self.attributes();
        let own = self.tree.attributes.get(attributes).unwrap_or_default();
        for (attribute, value) in own {
            match attribute {
                Attribute::Formula => {
                    self.leaf(Kind::Formula(value));
                    return Level::Gone;
                }
                Attribute::Encoding if name == "annotation" && value.ends_with("tex") => {
                    return Level::Tex;
                }
                _ => {}
            }
        }
        level
    }

    fn element(&mut self, code: &'a str) -> Level {
        let place = code.chars().next().and_then(place);
        let mut tag = place.and_then(Tag::at).unwrap_or(Tag::Span);
        let attributes = self.attributes();
        match tag {
            Tag::Document => return Level::Through,
            Tag::Nothing => return Level::Gone,
            Tag::Removed | Tag::Machinery => {
                let name = place
                    .and_then(|place| Tag::NAMES.split(' ').nth(place))
                    .unwrap_or_default();
                self.removed.add(name);
                // What was never closed holds the rest of the article, and only its own tag is worthless.
                return match tag == Tag::Removed && !self.is_closed(name) {
                    true => Level::Through,
                    false => Level::Gone,
                };
            }
            _ => {}
        }
        let at = self.push(Kind::Element(tag), attributes);
        let value = |tree: &Tree<'a>, name| tree.attribute(at, name).unwrap_or_default();
        let class = value(&self.tree, Attribute::Class);
        let mut roles = roles(class);
        let gone = if roles & role::HIDDEN != 0 {
            self.removed.add(class);
            true
        } else if tag == Tag::Image && roles & role::EMOJI != 0 {
            let alt = value(&self.tree, Attribute::Alt);
            self.tree.tokens.pop();
            self.leaf(Kind::Text(alt));
            return Level::Gone;
        } else {
            // Pictures of one pixel count readers.
            let side = |name| matches!(value(&self.tree, name), "0" | "1");
            let pixel = tag == Tag::Image && side(Attribute::Width) && side(Attribute::Height);
            if pixel {
                self.removed.add("pixel");
            }
            pixel
        };
        if gone {
            self.tree.tokens.pop();
            return Level::Gone;
        }
        if self.figures == 0 {
            roles &= !role::CREDIT;
            if tag == Tag::Caption {
                tag = Tag::Paragraph;
            }
        } else if roles & role::CAPTION != 0 {
            tag = Tag::Caption;
        }
        if let Some(token) = self.tree.tokens.get_mut(at) {
            token.roles = roles;
            token.kind = Kind::Element(tag);
        }
        match tag {
            // What stands inside is markup for those who cannot show frames.
            Tag::Frame => Level::Gone,
            _ if self.depth >= DEEPEST => Level::Through,
            _ => Level::Box(at),
        }
    }
}

/// The place in the list that a code stands for.
fn place(code: char) -> Option<usize> {
    u32::from(code)
        .checked_sub(FIRST_CODE)
        .map(|place| place as usize)
}

/// What was left out, and how often.
#[derive(Default)]
pub struct Removed(Vec<(String, u32)>);

impl Removed {
    /// So many different things are told apart.
    const MOST: usize = 40;

    #[inline(never)]
    pub fn add(&mut self, what: &str) {
        let what: String = match self.0.len() {
            ..Self::MOST => what.chars().take(40).collect(),
            _ => "more".into(),
        };
        for (known, count) in &mut self.0 {
            if *known == what {
                *count += 1;
                return;
            }
        }
        self.0.push((what, 1));
    }

    pub fn into_counts(self) -> Vec<(String, u32)> {
        self.0
    }
}
