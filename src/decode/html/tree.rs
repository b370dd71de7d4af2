//! The allowlist: what a parsed document holds, less what must not or need not be looked at.
//!
//! The walk over the stream is a loop with a stack of its own, so a deep nest costs memory and nothing else.
//! What it leaves is nested at most [`DEEPEST`] levels, and the rest of this module may recurse over it.

use std::cell::RefCell;
use std::ops::Range;

use crate::host::html::{self, END, FIRST_CODE};

use super::in_one_line;
use super::names::{Attribute, Tag, role, roles};
use super::plain;

/// Elements inside more others than this lose their own box; what they hold stays.
const DEEPEST: usize = 64;

/// A document in reading order: what stands inside an element follows it.
#[derive(Default)]
pub struct Tree<'a> {
    tokens: Vec<Token<'a>>,
    attributes: Vec<(Attribute, &'a str)>,
}

struct Token<'a> {
    tag: Tag,
    /// Of a text.
    words: &'a str,
    /// The place of the next token that does not stand inside this one.
    end: usize,
    /// What its classes say.
    roles: u32,
    /// Its part of the attributes.
    attributes: Range<usize>,
}

/// For names of elements, whether each of them has its end tag in a text.
pub type Closed = RefCell<Vec<(String, bool)>>;

/// Markup to be read.
#[derive(Clone, Copy)]
pub struct Markup<'a> {
    /// The whole text.
    pub html: &'a str,
    /// Its stream, or a piece of that.
    pub stream: &'a str,
    /// What is known of the whole text already.
    pub closed: &'a Closed,
}

/// The stream of `html`; the platform's parser is asked where it is needed.
pub fn stream(html: &str) -> String {
    plain::stream(html).unwrap_or_else(|| html::parse(html, Tag::NAMES, Attribute::NAMES))
}

impl<'a> Tree<'a> {
    /// Reads the stream that [`stream`] has made of a text, or a piece of it between two elements of the body.
    #[inline(never)]
    pub fn read(
        Markup {
            html,
            stream,
            closed,
        }: Markup<'a>,
        removed: &mut Removed,
    ) -> Self {
        let mut builder = Builder {
            tree: Self::default(),
            stream,
            levels: Vec::new(),
            depth: 0,
            figures: 0,
            html,
            closed,
            removed,
        };
        while let Some(record) = builder.next() {
            builder.record(record);
        }
        builder.tree
    }

    /// All places of the tree.
    pub fn all(&self) -> Range<usize> {
        0..self.tokens.len()
    }

    #[inline(never)]
    pub fn tag(&self, at: usize) -> Tag {
        self.tokens.get(at).map_or(Tag::Nothing, |token| token.tag)
    }

    /// The words of the text at this place.
    #[inline(never)]
    pub fn words(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.words)
    }

    /// Whether the classes of the element at this place say one of these things.
    #[inline(never)]
    pub fn is(&self, at: usize, roles: u32) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| token.roles & roles != 0)
    }

    /// The place after everything inside this one.
    #[inline(never)]
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
        for (name, value) in own {
            if *name == wanted {
                return Some(value);
            }
        }
        None
    }

    /// The value of an attribute; empty where there is none.
    #[inline(never)]
    pub fn value(&self, at: usize, wanted: Attribute) -> &'a str {
        self.attribute(at, wanted).unwrap_or_default()
    }

    /// The first element with this tag inside this one, at any depth.
    #[inline(never)]
    pub fn find(&self, at: usize, tag: Tag) -> Option<usize> {
        self.inside(at).find(|inner| self.tag(*inner) == tag)
    }

    /// The first element inside this one whose classes say this.
    #[inline(never)]
    pub fn find_role(&self, at: usize, roles: u32) -> Option<usize> {
        self.inside(at).find(|inner| self.is(*inner, roles))
    }

    /// The first element with this tag right below this one.
    #[inline(never)]
    pub fn child(&self, at: usize, tag: Tag) -> Option<usize> {
        let mut inner = at + 1;
        while inner < self.after(at) {
            if self.tag(inner) == tag {
                return Some(inner);
            }
            inner = self.after(inner);
        }
        None
    }

    /// Whether the element at this place groups a picture with its caption.
    #[inline(never)]
    pub fn is_figure(&self, at: usize) -> bool {
        self.is(at, role::FIGURE | role::GALLERY) || self.tag(at) == Tag::Figure
    }

    /// The words of everything inside `range`, in one line.
    #[inline(never)]
    pub fn line(&self, range: Range<usize>) -> String {
        let mut words = String::new();
        // Where the boxes end that are open.
        let mut ends = Vec::new();
        for at in range {
            while ends.last().is_some_and(|end| *end <= at) {
                ends.pop();
                words.push(' ');
            }
            let tag = self.tag(at);
            words.push_str(match tag {
                Tag::Text | Tag::Formula => self.words(at),
                _ => "",
            });
            if !tag.is_inline() || tag == Tag::Break {
                words.push(' ');
                ends.push(self.after(at));
            }
        }
        in_one_line(&words)
    }
}

/// What becomes of the things inside an element that is open.
#[derive(Clone, Copy, PartialEq)]
enum Level {
    /// They stand inside this token.
    Box(usize),
    /// They stand where it stands.
    Through,
    /// They go.
    Gone,
    /// They go, being of SVG or MathML.
    Foreign,
    /// They go like those of [`Level::Foreign`]. But nothing ever closes the drawing, so what it holds of HTML is the
    /// rest of the article, and stays.
    Unclosed,
    /// TeX of a formula.
    Tex,
}

struct Builder<'a, 'b> {
    tree: Tree<'a>,
    /// What is not read yet.
    stream: &'a str,
    levels: Vec<Level>,
    /// How many of the levels are boxes.
    depth: usize,
    /// How many of the boxes are figures.
    figures: usize,
    html: &'a str,
    closed: &'a Closed,
    removed: &'b mut Removed,
}

impl<'a> Builder<'a, '_> {
    #[inline(never)]
    fn next(&mut self) -> Option<&'a str> {
        let (record, rest) = self.stream.split_once(END)?;
        self.stream = rest;
        Some(record)
    }

    fn record(&mut self, record: &'a str) {
        let mut chars = record.chars();
        let kind = chars.next().unwrap_or_default();
        let rest = chars.as_str();
        let above = self.levels.last().copied().unwrap_or(Level::Through);
        let stays = matches!(above, Level::Box(_) | Level::Through);
        let level = match kind {
            '>' => return self.close(),
            '"' if stays => return self.leaf(Tag::Text, rest),
            '"' if above == Level::Tex => return self.leaf(Tag::Formula, rest.trim_ascii()),
            '#' if stays => return self.leaf(Tag::Comment, rest),
            '<' if stays || above == Level::Unclosed => self.element(rest),
            '{' if stays => {
                self.removed.add(rest);
                let level = match self.is_closed(rest) {
                    true => Level::Foreign,
                    false => Level::Unclosed,
                };
                self.foreign(rest, level)
            }
            '{' if matches!(above, Level::Foreign | Level::Unclosed) => self.foreign(rest, above),
            '<' | '{' => Level::Gone,
            _ => return,
        };
        if let Level::Box(at) = level {
            self.depth += 1;
            self.figures += usize::from(self.tree.is_figure(at));
        }
        self.levels.push(level);
    }

    #[inline(never)]
    fn push(&mut self, tag: Tag, words: &'a str, attributes: Range<usize>) -> usize {
        let at = self.tree.tokens.len();
        self.tree.tokens.push(Token {
            tag,
            words,
            end: at + 1,
            roles: 0,
            attributes,
        });
        at
    }

    #[inline(never)]
    fn leaf(&mut self, tag: Tag, words: &'a str) {
        self.push(tag, words, 0..0);
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
    #[inline(never)]
    fn attributes(&mut self) -> Range<usize> {
        let first = self.tree.attributes.len();
        while self.stream.starts_with(['@', '*']) {
            let mut chars = self.next().unwrap_or_default().chars();
            if chars.next() == Some('*') {
                self.removed.add(chars.as_str());
                continue;
            }
            let place = chars.next().map_or(usize::MAX, place);
            match Attribute::at(place) {
                Some(Attribute::Srcdoc) => self.removed.add("srcdoc"),
                Some(name) => self.tree.attributes.push((name, chars.as_str())),
                None => {}
            }
        }
        first..self.tree.attributes.len()
    }

    /// Whether elements of this name have as many end tags as start tags in what was parsed.
    #[inline(never)]
    fn is_closed(&mut self, name: &'a str) -> bool {
        for (known, closed) in self.closed.borrow().iter() {
            if known == name {
                return *closed;
            }
        }
        let bytes = self.html.as_bytes();
        let is_named = |from: usize| {
            let found = bytes.get(from..from + name.len());
            found.is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
        };
        let mut open = 0;
        // Inside a tag, the character that ends it or the value in it.
        let mut end = None;
        for (at, byte) in bytes.iter().enumerate() {
            match (end, byte) {
                (None, b'<') => {
                    open += i32::from(is_named(at + 1));
                    open -= i32::from(bytes.get(at + 1) == Some(&b'/') && is_named(at + 2));
                    end = Some(b'>');
                }
                (Some(b'>'), b'"' | b'\'') => end = Some(*byte),
                (Some(wanted), byte) if wanted == *byte => end = (*byte != b'>').then_some(b'>'),
                _ => {}
            }
        }
        let known = (name.to_owned(), open <= 0);
        self.closed.borrow_mut().push(known);
        open <= 0
    }

    /// An element of SVG or MathML: only the words of a formula are of use.
    fn foreign(&mut self, name: &str, level: Level) -> Level {
        let own = self.attributes();
        for at in own {
            match self.tree.attributes.get(at) {
                Some((Attribute::Formula, words)) => {
                    self.leaf(Tag::Formula, words);
                    return Level::Gone;
                }
                Some((Attribute::Encoding, value))
                    if name == "annotation" && value.ends_with("tex") =>
                {
                    return Level::Tex;
                }
                _ => {}
            }
        }
        level
    }

    fn element(&mut self, code: &'a str) -> Level {
        let place = code.chars().next().map_or(usize::MAX, place);
        let mut tag = Tag::at(place).unwrap_or(Tag::Span);
        let attributes = self.attributes();
        match tag {
            Tag::Document => return Level::Through,
            Tag::Nothing => return Level::Gone,
            Tag::Removed | Tag::Machinery => {
                let mut names = Tag::NAMES.split(' ');
                let mut name = "";
                for _ in 0..=place {
                    name = names.next().unwrap_or_default();
                }
                self.removed.add(name);
                // What was never closed holds the rest of the article, and only its own tag is worthless.
                return match tag == Tag::Removed && !self.is_closed(name) {
                    true => Level::Through,
                    false => Level::Gone,
                };
            }
            _ => {}
        }
        let at = self.push(tag, "", attributes);
        let class = self.tree.value(at, Attribute::Class);
        let mut roles = roles(class);
        // Pictures of one pixel count readers.
        let pixel = |side: &str| side == "0" || side == "1";
        if roles & role::HIDDEN != 0 {
            tag = Tag::Nothing;
            self.removed.add(class);
        } else if tag == Tag::Image && roles & role::EMOJI != 0 {
            tag = Tag::Text;
        } else if tag == Tag::Image
            && pixel(self.tree.value(at, Attribute::Width))
            && pixel(self.tree.value(at, Attribute::Height))
        {
            tag = Tag::Nothing;
            self.removed.add("pixel");
        } else if self.figures == 0 {
            roles &= !role::CREDIT;
            if tag == Tag::Caption {
                tag = Tag::Paragraph;
            }
        } else if roles & role::CAPTION != 0 {
            tag = Tag::Caption;
        }
        let words = match tag {
            Tag::Text => self.tree.value(at, Attribute::Alt),
            _ => "",
        };
        if let Some(token) = self.tree.tokens.get_mut(at) {
            token.roles = roles;
            token.tag = tag;
            token.words = words;
        }
        match tag {
            // What stands inside a frame is markup for those who cannot show it.
            Tag::Frame | Tag::Nothing | Tag::Text => Level::Gone,
            _ if self.depth >= DEEPEST => Level::Through,
            _ => Level::Box(at),
        }
    }
}

/// The place in the list that a code stands for.
fn place(code: char) -> usize {
    u32::from(code).wrapping_sub(FIRST_CODE) as usize
}

/// What was left out, and how often.
#[derive(Default)]
pub struct Removed(Vec<(String, u32)>);

impl Removed {
    /// So many different things are told apart.
    const MOST: usize = 40;

    #[inline(never)]
    pub fn add(&mut self, what: &str) {
        let what = match self.0.len() {
            ..Self::MOST => what.get(..40).unwrap_or(what),
            _ => "more",
        };
        for (known, count) in &mut self.0 {
            if *known == what {
                *count += 1;
                return;
            }
        }
        self.0.push((what.to_owned(), 1));
    }

    pub fn into_counts(self) -> Vec<(String, u32)> {
        self.0
    }
}
