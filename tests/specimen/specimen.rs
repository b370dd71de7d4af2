//! The corpus: every `tests/fixtures/<format>/<case>/source.json`, and how the tests read it.
//!
//! Included by the tests that walk it; each uses the part it needs.
#![allow(dead_code)]

use std::fs;
use std::path::{Path, PathBuf};

use article_viewer::decode::{DecodeError, Decoded, Document, Opened, Options, decode};
use article_viewer::model::Article;

/// One file of the corpus.
pub struct Specimen {
    /// The folder of its format, which is the format's short name.
    pub format: String,
    /// `native/gallery`
    pub name: String,
    pub folder: PathBuf,
    pub source: Vec<u8>,
}

/// The address that every source is read from.
pub const BASE: &str = "https://news.example/articles/article.json";

/// 24 November 2026: the day on which the corpus is looked at, so that ages stay the same.
pub const NOW: f64 = 1_795_478_400_000.0;

impl Specimen {
    pub fn decode(&self) -> Result<Decoded, DecodeError> {
        decode(&self.source, &options())
    }

    /// The article as HTML in one line; what cannot be decoded has none.
    #[cfg(feature = "viewer")]
    pub fn html(&self) -> Option<String> {
        use article_viewer::view::{self, Settings, Words};
        let settings = Settings {
            now: Some(NOW),
            ..Settings::default()
        };
        let decoded = self.decode().ok()?;
        Some(view::article(&decoded.article, &Words::english(), &settings).html())
    }
}

/// What is known about every source beside its bytes.
pub fn options() -> Options {
    Options {
        base: Some(BASE.to_owned()),
        format: None,
        now: Some(NOW),
        ..Options::default()
    }
}

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The whole corpus, sorted by name.
pub fn corpus() -> Vec<Specimen> {
    let mut corpus = Vec::new();
    for format in folders(&root().join("tests/fixtures")) {
        for case in folders(&format) {
            let name = |path: &Path| {
                let name = path.file_name().expect("a folder has a name");
                name.to_string_lossy().into_owned()
            };
            corpus.push(Specimen {
                format: name(&format),
                name: format!("{}/{}", name(&format), name(&case)),
                source: fs::read(case.join("source.json"))
                    .unwrap_or_else(|error| panic!("{}: {error}", case.display())),
                folder: case,
            });
        }
    }
    corpus
}

/// The articles of the samples, with the names of their files.
pub fn samples() -> Vec<(String, Vec<u8>)> {
    let folder = root().join("articles");
    let entries = fs::read_dir(&folder).expect("the samples");
    let mut samples: Vec<_> = entries
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .map(|path| {
            let name = path.strip_prefix(root()).expect("below the root");
            let source = fs::read(&path).expect("a readable sample");
            (name.to_string_lossy().into_owned(), source)
        })
        .collect();
    samples.sort();
    samples
}

/// The bytes of the corpus and of the samples.
pub fn sources() -> Vec<Vec<u8>> {
    let corpus = corpus().into_iter().map(|specimen| specimen.source);
    corpus
        .chain(samples().into_iter().map(|(_, source)| source))
        .collect()
}

/// Every article there is: those of the corpus, of lists all of them, and the samples.
pub fn articles() -> Vec<(String, Article)> {
    let corpus = corpus().into_iter();
    let sources = corpus
        .map(|specimen| (specimen.name, specimen.source))
        .chain(samples());
    let mut articles = Vec::new();
    for (name, source) in sources {
        let opened = Document::parse(&source).and_then(|document| document.open(&options()));
        match opened {
            Ok(Opened::One(decoded)) => articles.push((name, decoded.article)),
            Ok(Opened::Many(list)) => {
                let decoded = (0..list.len()).filter_map(|index| list.decode(index).ok());
                articles.extend(decoded.map(|decoded| (name.clone(), decoded.article)));
            }
            Err(_) => {}
        }
    }
    articles
}

fn folders(at: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(at).unwrap_or_else(|error| panic!("{}: {error}", at.display()));
    let mut folders: Vec<PathBuf> = entries
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    folders
}

/// A piece of the HTML that [`article_viewer::view::Node::html`] writes.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece<'a> {
    /// The name, and everything behind it up to the `>`.
    Open(&'a str, &'a str),
    Close(&'a str),
    Text(&'a str),
}

/// Takes HTML of our own apart: it is always well formed, and `<` and `>` stand in it for nothing else.
pub fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = html;
    while !rest.is_empty() {
        let Some(inside) = rest.strip_prefix('<') else {
            let (text, after) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
            pieces.push(Piece::Text(text));
            rest = after;
            continue;
        };
        let (tag, after) = inside.split_once('>').expect("a tag ends");
        rest = after;
        pieces.push(match tag.strip_prefix('/') {
            Some(name) => Piece::Close(name),
            None => {
                let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
                Piece::Open(name, attributes)
            }
        });
    }
    pieces
}

/// Elements without an end tag.
pub const VOID: &[&str] = &["br", "hr", "img", "source", "track", "wbr"];

/// The value of an attribute; empty for one without a value.
pub fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = attributes;
    while !rest.is_empty() {
        let end = rest.find(['=', ' ']).unwrap_or(rest.len());
        let (found, after) = rest.split_at(end);
        let (value, after) = match after.strip_prefix("=\"") {
            Some(quoted) => quoted.split_once('"').expect("a value ends"),
            None => ("", after),
        };
        if found == name {
            return Some(value);
        }
        rest = after.trim_start();
    }
    None
}
