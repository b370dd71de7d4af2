//! From bytes to an [`Article`]: parse once, ask every format, read with a cursor, tidy.
//!
//! Decoding never touches the network, the DOM or Leptos, and knows nothing of how things look.
//! It fails only when nothing readable remains; everything else is a [`Note`] with the address of what it is about.

pub mod cursor;
pub mod detect;
pub mod embed;
pub mod error;
pub mod fields;
pub mod formats;
pub mod html;
mod json;
pub mod list;
mod markdown;
pub mod note;
pub mod path;
pub mod pictures;
pub mod recordings;
mod repeats;
pub mod rich;
mod tidy;

pub use cursor::Cursor;
pub use detect::Claim;
pub use error::{DecodeError, Guess};
use formats::native::{self, blocks};
pub use formats::{Claimed, Format};
pub use list::List;
pub use note::{JsonKind, Note, NoteKind};
pub use path::JsonPath;
pub use tidy::limits::Limits;

use crate::json::Json;
use crate::model::{Article, Block};

/// What the caller knows beyond the bytes.
#[derive(Clone, Debug)]
pub struct Options {
    /// The address the bytes came from, after redirects: relative addresses in the article are resolved against it.
    pub base: Option<String>,
    /// The short name of a format, for callers who know it; else it is detected.
    pub format: Option<String>,
    /// The present, in milliseconds since 1970-01-01T00:00Z, for what ends on a date; without it every end has passed.
    pub now: Option<f64>,
    /// Which article of a document that holds several: its id, or its number from 1 on.
    pub item: Option<String>,
    /// How much of an article is kept.
    pub limits: Limits,
    /// Whether what was dropped or guessed is written down. Readers need no notes, and in a browser what keeps them is in
    /// the part `desk`.
    pub keeps_notes: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            base: None,
            format: None,
            now: None,
            item: None,
            limits: Limits::default(),
            keeps_notes: true,
        }
    }
}

/// What a file holds.
#[expect(
    clippy::large_enum_variant,
    reason = "it is moved once, into the app, and an allocation more would be for nothing"
)]
pub enum Opened {
    One(Decoded),
    Many(List),
}

/// An article, and how it was read.
#[derive(Clone, Debug)]
pub struct Decoded {
    pub article: Article,
    pub format: &'static Format,
    /// What was dropped or guessed, and where.
    pub notes: Vec<Note>,
    /// Whether it comes from another format and has blocks that few articles have, so that the views need `blocks` too.
    pub has_rare_blocks: bool,
}

/// Reads an article's JSON; of several articles the one that the options name, or the first. [`Document::open`] tells
/// one from several.
///
/// `bytes` may start with a byte order mark; broken UTF-8 is replaced and noted.
///
/// # Errors
///
/// See [`DecodeError`]: not JSON, no format we know, known but not an article, or nothing in it to read.
///
/// # Examples
///
/// ```
/// use article_viewer::decode::{decode, Options};
///
/// let json = br#"{"format": "article-viewer/1", "headline": "Rain", "body": ["It rained."]}"#;
/// let decoded = decode(json, &Options::default()).unwrap();
/// assert_eq!(decoded.format.name, "native");
/// assert_eq!(decoded.article.body.len(), 1);
/// ```
pub fn decode(bytes: &[u8], options: &Options) -> Result<Decoded, DecodeError> {
    match Document::parse(bytes)?.open(options)? {
        Opened::One(decoded) => Ok(decoded),
        Opened::Many(list) => list.decode(list.wanted().unwrap_or(0)),
    }
}

/// A parsed file before its format is asked for.
pub struct Document {
    parsed: json::Parsed,
}

impl Document {
    /// The first half of reading a file.
    #[inline(never)]
    pub fn parse(bytes: &[u8]) -> Result<Self, DecodeError> {
        json::parse(bytes).map(|parsed| Self { parsed })
    }

    /// The part of the program that has to be there before [`Document::open`]: none, or
    ///
    /// - `blocks`, with the blocks that few articles have, for an article in our own format that has one,
    /// - `formats` for a file in another format than ours; then also the part that [`Document::part`] names.
    ///
    /// In a browser each part is a file of its own, and reading without it traps (decision 0013).
    pub fn needs(&self, options: &Options) -> &'static str {
        if self.is_foreign(options) {
            "formats"
        } else if is_rare(&self.parsed.value) {
            "blocks"
        } else {
            ""
        }
    }

    /// The part with the reader of the document's format, or none; to be asked when `formats` is there.
    pub fn part(&self, options: &Options) -> &'static str {
        std::hint::black_box(part as fn(&Self, &Options) -> &'static str)(self, options)
    }

    /// Whether a list of blocks in our own format has some that few articles have: [`Document::blocks`] then needs the
    /// part `blocks`.
    pub fn has_rare_blocks(&self) -> bool {
        is_rare(&self.parsed.value)
    }

    /// The blocks of a document that is a list of them, in our own format, for an `article` that is there already.
    pub fn blocks(&self, options: &Options, article: &Article) -> Vec<Block> {
        let mut options = options.clone();
        if let Some(canonical) = &article.canonical {
            options.base = Some(canonical.href().to_owned());
        }
        let context = self.context(&options);
        let added = Article {
            body: native::body(context.top()),
            ..Article::default()
        };
        let read = complete(context, &native::FORMAT, added, &options);
        // Of nothing to read, there is nothing to add.
        read.map_or_else(|_| Vec::new(), |read| read.article.body)
    }

    fn is_foreign(&self, options: &Options) -> bool {
        match &options.format {
            Some(name) => name != native::FORMAT.name,
            None => native::claims(&self.parsed.value) != Claim::Certain,
        }
    }

    /// The second half: the article, or the list of articles.
    ///
    /// # Errors
    ///
    /// See [`DecodeError`], but for what [`Document::parse`] says.
    #[inline(never)]
    pub fn open(self, options: &Options) -> Result<Opened, DecodeError> {
        let mut reading = self.begin(options)?;
        while reading.goes_on() {
            reading.read();
        }
        reading.finish()
    }

    /// The same in steps, for those who have something else to do meanwhile.
    ///
    /// # Errors
    ///
    /// As [`Document::open`].
    pub fn begin(mut self, options: &Options) -> Result<Reading, DecodeError> {
        let mut options = options.clone();
        if self.is_foreign(&options) {
            // Called through the table, so that the build can put it into a file of its own.
            let begin = std::hint::black_box(foreign as fn(Self, Options) -> Box<dyn Foreign>);
            return Ok(Reading(Kind::Foreign(begin(self, options))));
        }
        let mut body = Vec::new();
        // Who keeps notes wants to know where each thing stood.
        if !options.keeps_notes {
            body = self.take_body();
        }
        let context = self.context(&options);
        let mut article = native::decode(context.top())?;
        article.body.reserve_exact(body.len());
        // The article may have said what its addresses are relative to.
        options.base = context.top().base();
        self.parsed.notes = context.into_notes();
        Ok(Reading(Kind::Ours {
            document: self,
            options,
            article,
            body: body.into_iter(),
        }))
    }

    fn take_body(&mut self) -> Vec<Json> {
        let Json::Object(members) = &mut self.parsed.value else {
            return Vec::new();
        };
        let body = members.iter_mut().rev().find(|(name, _)| name == "body");
        match body {
            Some((_, Json::List(items))) => std::mem::take(items),
            _ => Vec::new(),
        }
    }

    /// The whole value.
    pub fn root(&self) -> &Json {
        &self.parsed.value
    }

    /// Reads the article that the options name, or the first, with an eye on everything that is looked at.
    pub fn trace(&self, options: &Options) -> Traced {
        let mut context = self.context(options);
        context.trace();
        let mut traced = Traced {
            result: Err(DecodeError::NothingToRead { format: "" }),
            format: None,
            why: "",
            length: 0,
            seen: Vec::new(),
        };
        let named = options.format.as_deref();
        let article = detect::format(context.top(), named).and_then(|found| {
            traced.format = Some((found.format, JsonPath::of(found.whole.value(), self.root())));
            traced.why = detect::why(found.format, found.whole.value());
            traced.length = found.items.len();
            let index = list::wanted(&found, options)?.unwrap_or(0);
            list::read(&found, index).map(|article| (found.format, article))
        });
        traced.seen = context.take_seen();
        traced.result =
            article.and_then(|(format, article)| complete(context, format, article, options));
        traced
    }

    fn context(&self, options: &Options) -> cursor::Context<'_> {
        cursor::Context::new(&self.parsed.value, options, self.parsed.notes.clone())
    }
}

/// A file that is being read.
///
/// The body of an article in our own format is read a piece at a time, and each piece of JSON goes when it is read: a long
/// article then needs little more room than its file. Of other formats, long markup is read ahead in pieces, and the rest
/// at the end, at once.
pub struct Reading(Kind);

#[expect(
    clippy::large_enum_variant,
    reason = "there is one, and an allocation more would be for nothing"
)]
enum Kind {
    Ours {
        document: Document,
        options: Options,
        article: Article,
        /// What is to be read of the body.
        body: std::vec::IntoIter<Json>,
    },
    Foreign(Box<dyn Foreign>),
}

/// The same for a file in another format: what does it is in another part of the program.
trait Foreign {
    fn goes_on(&self) -> bool;
    fn read(&mut self);
    fn finish(self: Box<Self>) -> Result<Opened, DecodeError>;
}

impl Reading {
    /// Whether there is more to read before the end.
    pub fn goes_on(&self) -> bool {
        match &self.0 {
            Kind::Ours { body, .. } => body.len() > 0,
            Kind::Foreign(reading) => reading.goes_on(),
        }
    }

    /// Reads a piece.
    pub fn read(&mut self) {
        let (options, article, body) = match &mut self.0 {
            Kind::Foreign(reading) => return reading.read(),
            Kind::Ours {
                options,
                article,
                body,
                ..
            } => (options, article, body),
        };
        let piece: Vec<Json> = body.by_ref().take(PIECE).collect();
        let piece = Document {
            parsed: json::Parsed {
                value: Json::List(piece),
                notes: Vec::new(),
            },
        };
        let context = piece.context(options);
        article.body.extend(native::body(context.top()));
    }

    /// The article, or the list of articles.
    ///
    /// # Errors
    ///
    /// As [`Document::open`].
    pub fn finish(self) -> Result<Opened, DecodeError> {
        match self.0 {
            Kind::Foreign(reading) => reading.finish(),
            Kind::Ours {
                document,
                options,
                article,
                ..
            } => complete(
                document.context(&options),
                &native::FORMAT,
                article,
                &options,
            )
            .map(Opened::One),
        }
    }
}

/// So many blocks are read at once: some milliseconds' worth on a slow phone.
const PIECE: usize = 100;

/// What the report wants to know beside an article.
pub struct Traced {
    pub result: Result<Decoded, DecodeError>,
    /// The format, and the address of the value that has it.
    pub format: Option<(&'static Format, JsonPath)>,
    /// The shape that it was known by; see [`detect::Shape`].
    pub why: &'static str,
    /// How many articles there are.
    pub length: usize,
    /// The values that somebody stood on, by their places in memory.
    pub seen: Vec<*const Json>,
}

/// The part with the reader of the document's format, if that is not in `formats` with the others.
fn part(document: &Document, options: &Options) -> &'static str {
    let context = document.context(options);
    match detect::format(context.top(), options.format.as_deref()) {
        Ok(found) if found.format.is_apart => found.format.name,
        _ => "",
    }
}

/// Whether anything in an article in our own format has a `type` that is not read and shown by the first part.
fn is_rare(value: &Json) -> bool {
    let rare = |kind: &Json| !kind.as_str().is_some_and(blocks::is_common);
    value.get("type").is_some_and(rare)
        || value.items().iter().any(is_rare)
        || value
            .members()
            .unwrap_or_default()
            .iter()
            .any(|(_, member)| is_rare(member))
}

/// Tidies what a format has read.
fn complete(
    context: cursor::Context<'_>,
    format: &'static Format,
    mut article: Article,
    options: &Options,
) -> Result<Decoded, DecodeError> {
    tidy::run(&mut article);
    let left_out = tidy::limits::apply(&mut article, &options.limits);
    if !left_out.is_empty() {
        // What is left of a table may be empty.
        tidy::run(&mut article);
    }
    for what in left_out {
        context.top().note(NoteKind::TooMuch { what });
    }
    if article.is_empty() {
        return Err(DecodeError::NothingToRead {
            format: format.title,
        });
    }
    Ok(Decoded {
        article,
        format,
        notes: context.into_notes(),
        has_rare_blocks: false,
    })
}

/// A document in any format, ours among them.
fn foreign(document: Document, options: Options) -> Box<dyn Foreign> {
    Box::new(list::Reading::new(document, options))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::inline::plain_text;

    #[test]
    fn blocks_that_come_later_are_read_and_tidied_as_those_of_the_article() {
        let article = decode(
            br#"{"format": "article-viewer/1", "url": "https://paper.example/news/1", "body": ["One."]}"#,
            &Options::default(),
        );
        let article = article.expect("an article").article;
        let read = |list: &[u8]| {
            let document = Document::parse(list).expect("a list");
            let is_rare = document.has_rare_blocks();
            (is_rare, document.blocks(&Options::default(), &article))
        };
        let (is_rare, blocks) = read(
            br#"["  Two   words ", "", {"type": "quote", "text": " "}, [{"type": "link", "href": "2", "text": "x"}], 7]"#,
        );
        assert!(!is_rare);
        let [Block::Paragraph(words), Block::Paragraph(link), ..] = blocks.as_slice() else {
            panic!("two paragraphs: {blocks:?}");
        };
        assert_eq!(plain_text(&words.text), "Two words");
        let link = format!("{:?}", link.text);
        assert!(link.contains("https://paper.example/news/2"), "{link}");
        assert!(read(br#"[{"type": "post", "blocks": ["Now."]}]"#).0);
        assert!(read(b"{}").1.is_empty());
    }
}
