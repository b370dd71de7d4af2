//! What was read of a file, what was not, and where: for editors and for those who write exports.
//!
//! A report reads the file once more, with an eye on every value that is looked at, so that readers pay nothing for it.
//! It knows no format by itself, shows nothing and fetches nothing; `docs/desk.md` has its JSON.

mod fields;
mod notes;
mod origins;
mod write;

use crate::decode::{DecodeError, Decoded, Document, Options};
use crate::json::Json;
use crate::json::places::{Lines, places};
use crate::model::block::Words;
use crate::model::inline::plain_text;
use crate::model::{Article, Block};

pub use fields::Field;
pub use notes::{Finding, Severity};
pub use origins::{Origin, Part};

/// What the whole file turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Article,
    List,
    Error,
}

/// A place in the text of the file; both count from 1, and columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

/// The format of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Recognised {
    pub name: &'static str,
    pub title: &'static str,
    /// As the file says it.
    pub version: Option<String>,
    /// What it was known by.
    pub why: String,
}

/// How much there is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    pub headline: String,
    pub blocks: usize,
    pub words: usize,
    pub pictures: usize,
    pub articles: usize,
}

/// What was read of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    pub outcome: Outcome,
    pub format: Option<Recognised>,
    pub summary: Summary,
    /// The worst first.
    pub notes: Vec<Finding>,
    /// The values that the article is made of, and those that nobody looked at.
    pub used: Vec<Field>,
    pub left: Vec<Field>,
    /// Where the parts of the article come from.
    pub origins: Vec<Origin>,
}

/// Reads a file and reports on it. Of a file with several articles, the one that the options name is reported on; where
/// they name none, only what the file is.
///
/// # Examples
///
/// ```
/// use article_viewer::decode::Options;
/// use article_viewer::report::{Outcome, report};
///
/// let json = br#"{"format": "article-viewer/1", "headline": "Rain", "body": ["It rained.", 5, {"type": "table"}], "mood": "wet"}"#;
/// let report = report(json, &Options::default());
/// assert_eq!(report.outcome, Outcome::Article);
/// assert_eq!(report.left[0].path, "$.mood");
/// ```
pub fn report(bytes: &[u8], options: &Options) -> Report {
    let document = match Document::parse(bytes) {
        Ok(document) => document,
        Err(error) => return failed(&error, None),
    };
    let text = Text::of(bytes, &document);
    let options = Options {
        keeps_notes: true,
        ..options.clone()
    };
    let traced = document.trace(&options);
    let mut report = match &traced.result {
        Ok(decoded) => of_article(&text, decoded, traced.length),
        Err(error) => failed(error, Some(&text)),
    };
    report.format = traced.format.map(|(format, path)| Recognised {
        name: format.name,
        title: format.title,
        version: version(format.name, path.nearest(text.root)),
        why: why(format.name, traced.why, options.format.is_some()),
    });
    let lists = traced.length > 1 && options.item.is_none();
    if lists && traced.result.is_ok() {
        report.outcome = Outcome::List;
        report.origins.clear();
    }
    if !lists && traced.result.is_ok() {
        (report.used, report.left) = fields::fields(&text, &traced.seen);
    }
    report
        .notes
        .sort_by_key(|note| std::cmp::Reverse(note.severity));
    report
}

/// A file's text and value, and where in the one what is of the other.
struct Text<'a> {
    text: Option<String>,
    root: &'a Json,
    places: Vec<(*const Json, usize)>,
    lines: Lines,
}

impl<'a> Text<'a> {
    fn of(bytes: &[u8], document: &'a Document) -> Self {
        let root = document.root();
        // What was taken out of a page, or repaired in its bytes, has no places.
        let text = std::str::from_utf8(bytes).ok();
        let text = text.map(|text| text.trim_start_matches('\u{feff}').to_owned());
        let text = text.filter(|text| !text.trim_start().starts_with('<'));
        let mut found = text
            .as_ref()
            .map_or_else(Vec::new, |text| places(text, root));
        found.sort_unstable();
        Self {
            lines: Lines::of(text.as_deref().unwrap_or_default()),
            text,
            root,
            places: found,
        }
    }

    fn position(&self, value: &Json) -> Option<Position> {
        let wanted: *const Json = value;
        let found = self
            .places
            .binary_search_by_key(&wanted, |(value, _)| *value);
        let (_, place) = self.places.get(found.ok()?)?;
        let text = self.text.as_ref()?;
        let (line, column) = self.lines.line_and_column(text, *place);
        Some(Position { line, column })
    }
}

fn failed(error: &DecodeError, text: Option<&Text<'_>>) -> Report {
    Report {
        outcome: Outcome::Error,
        format: None,
        summary: Summary::default(),
        notes: vec![notes::error(error, text)],
        used: Vec::new(),
        left: Vec::new(),
        origins: Vec::new(),
    }
}

fn of_article(text: &Text<'_>, decoded: &Decoded, articles: usize) -> Report {
    let Decoded { article, notes, .. } = decoded;
    Report {
        outcome: Outcome::Article,
        format: None,
        summary: summary(article, articles),
        notes: notes
            .iter()
            .map(|note| notes::finding(note, text))
            .collect(),
        used: Vec::new(),
        left: Vec::new(),
        origins: origins::origins(text, article),
    }
}

fn summary(article: &Article, articles: usize) -> Summary {
    let mut words = Words::default();
    words.say_blocks(&article.standfirst);
    words.say_blocks(&article.body);
    let words = words.into_passages();
    let words = words
        .iter()
        .map(|passage| passage.split_whitespace().count());
    Summary {
        headline: plain_text(&article.headline),
        blocks: article.body.len(),
        words: words.sum(),
        pictures: article.lead.iter().chain(&article.body).map(pictures).sum(),
        articles,
    }
}

fn pictures(block: &Block) -> usize {
    match block {
        Block::Figure(_) => 1,
        Block::Gallery(gallery) => gallery.images.len(),
        other => {
            let mut sum = 0;
            other
                .clone()
                .each_inner(&mut |blocks| sum += blocks.iter().map(pictures).sum::<usize>());
            sum
        }
    }
}

/// Where each format writes its version.
const VERSIONS: &[(&str, &[&str])] = &[
    ("native", &["format"]),
    ("json-feed", &["version"]),
    ("ans", &["version"]),
    ("apple-news", &["version"]),
    ("editorjs", &["version"]),
    (
        "ninjs",
        &[
            "$standard.version",
            "standard.version",
            "$standard",
            "standard",
        ],
    ),
    ("drupal", &["jsonapi.version"]),
];

fn version(format: &str, value: &Json) -> Option<String> {
    let (_, addresses) = VERSIONS.iter().find(|(name, _)| *name == format)?;
    addresses.iter().find_map(|address| {
        let found = address
            .split('.')
            .try_fold(value, |value, name| value.get(name));
        match found? {
            Json::Text(text) | Json::Number(text) => Some(text.chars().take(60).collect()),
            Json::Null | Json::Bool(_) | Json::List(_) | Json::Object(_) => None,
        }
    })
}

/// What a format was known by: the shape that fitted, in words.
fn why(format: &str, shape: &str, named: bool) -> String {
    if named {
        return "the page or its address names the format".into();
    }
    if shape.is_empty() {
        return match format {
            "native" => "format begins with “article-viewer/”".into(),
            "schema-org" => "@type names a kind of article".into(),
            _ => "its members are those of the format".into(),
        };
    }
    let facts: Vec<String> = shape
        .split(' ')
        .map(|word| {
            let choices: Vec<String> = word.split('|').map(fact).collect();
            choices.join(" or ")
        })
        .collect();
    facts.join(", and ")
}

/// One fact of a shape; `decode::detect` has the notation.
fn fact(fact: &str) -> String {
    if let Some(fact) = fact.strip_prefix('!') {
        return format!(
            "there is no {}",
            fact.split([':', '=']).next().unwrap_or(fact)
        );
    }
    if let Some((address, value)) = fact.split_once('=') {
        return match value.strip_suffix('*') {
            Some(start) => format!("{address} begins with “{start}”"),
            None => format!("{address} is “{value}”"),
        };
    }
    let (address, kind) = fact.split_once(':').unwrap_or((fact, ""));
    let kind = match kind {
        "s" => "is a text",
        "n" => "is a number",
        "o" => "is an object",
        "l" => "is a list",
        "e" => "is an empty list",
        _ => "is there",
    };
    format!("{address} {kind}")
}

#[cfg(test)]
mod tests;
