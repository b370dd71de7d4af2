//! What must be true of whatever becomes of a document, however damaged it is.
//!
//! Included by the tests and by the search for documents of which it is not true, `examples/fuzz.rs`.
#![allow(dead_code)]

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use article_viewer::decode::{DecodeError, Decoded, Document, Note, Opened, Options};
use article_viewer::json::{self, Json};
use article_viewer::model::{Article, Entry};

use crate::specimen;

/// What is examined: the viewer, or for a control something that does wrong on purpose.
#[derive(Clone, Copy)]
pub struct Viewer {
    pub open: fn(&[u8], &Options) -> Result<Opened, DecodeError>,
    pub encode: fn(&Article) -> String,
    /// The page of an article, where it is looked at.
    pub page: Option<fn(&Article) -> String>,
}

impl Viewer {
    /// The viewer as it is.
    pub const REAL: Self = Self {
        open: |bytes, options| Document::parse(bytes)?.open(options),
        encode: article_viewer::encode::encode,
        #[cfg(feature = "viewer")]
        page: Some(page),
        #[cfg(not(feature = "viewer"))]
        page: None,
    };

    /// The same without pages, which take longer than all the rest.
    pub const BLIND: Self = Self {
        page: None,
        ..Self::REAL
    };
}

#[cfg(feature = "viewer")]
pub fn page(article: &Article) -> String {
    use article_viewer::view::{self, Settings, Words};
    view::article(article, &Words::english(), &Settings::default()).html()
}

/// So many articles of a list are looked at.
const OF_A_LIST: usize = 3;

/// What became of a document.
#[derive(Default)]
pub struct Outcome {
    /// What must not be. The first word of each says what kind of fault it is.
    pub faults: Vec<String>,
    /// What was seen on the way, for a search that wants to see something new: the format, or why there is no article;
    /// the codes of notes; members and types of the article in our own format.
    pub format: String,
    pub notes: BTreeSet<&'static str>,
    pub features: BTreeSet<String>,
}

/// Reads a document, of the format of this name if there is one, and looks at everything that must be true.
pub fn examine(source: &[u8], format: Option<&str>, viewer: &Viewer) -> Outcome {
    let options = Options {
        format: format.map(str::to_owned),
        ..specimen::options()
    };
    catch_unwind(AssertUnwindSafe(|| look(source, &options, viewer))).unwrap_or_else(|panic| {
        let message = panic.downcast_ref::<String>().map(String::as_str);
        let message = message.or_else(|| panic.downcast_ref::<&str>().copied());
        Outcome {
            faults: vec![format!("panic: {}", message.unwrap_or("without words"))],
            ..Outcome::default()
        }
    })
}

fn look(source: &[u8], options: &Options, viewer: &Viewer) -> Outcome {
    let mut outcome = Outcome::default();
    let first = read(source, options, viewer);
    let again = read(source, options, viewer);
    if !first.is_like(&again) {
        outcome
            .faults
            .push("chance: another article the second time".into());
    }
    if let Some(length) = first.length
        && length < 2
    {
        outcome.faults.push(format!("list: of {length}"));
    }
    let entries = format!("{:?}", first.entries);
    outcome.faults.extend(faults_of_model(&entries));
    for error in &first.errors {
        if is_silent(&[error.code(), &error.technical(), &error.to_string()]) {
            outcome.faults.push(format!("silence: {error:?}"));
        }
        outcome.format = format!("{} {}", outcome.format, error.code());
    }
    for decoded in &first.articles {
        outcome.format = format!("{} {}", outcome.format, decoded.format.name);
        outcome
            .notes
            .extend(decoded.notes.iter().map(|note| note.kind.code()));
        outcome
            .faults
            .extend(decoded.notes.iter().filter_map(silent));
        article(&decoded.article, options, viewer, &mut outcome);
    }
    outcome
}

fn silent(note: &Note) -> Option<String> {
    let (path, sentence) = (note.path.to_string(), note.kind.to_string());
    is_silent(&[note.kind.code(), &path, &sentence]).then(|| format!("silence: {note:?}"))
}

fn is_silent(words: &[&str]) -> bool {
    words.iter().any(|words| words.trim().is_empty())
}

/// What a document holds: of a list the first few articles.
struct Reading {
    articles: Vec<Decoded>,
    errors: Vec<DecodeError>,
    length: Option<usize>,
    entries: Vec<Entry>,
}

impl Reading {
    fn is_like(&self, other: &Self) -> bool {
        let parts = |decoded: &Decoded| (decoded.article.clone(), decoded.notes.clone());
        let articles = |reading: &Self| reading.articles.iter().map(parts).collect::<Vec<_>>();
        self.errors == other.errors
            && self.length == other.length
            && self.entries == other.entries
            && articles(self) == articles(other)
    }
}

fn read(source: &[u8], options: &Options, viewer: &Viewer) -> Reading {
    let mut reading = Reading {
        articles: Vec::new(),
        errors: Vec::new(),
        length: None,
        entries: Vec::new(),
    };
    let mut take = |read| match read {
        Ok(decoded) => reading.articles.push(decoded),
        Err(error) => reading.errors.push(error),
    };
    match (viewer.open)(source, options) {
        Ok(Opened::One(decoded)) => take(Ok(decoded)),
        Err(error) => take(Err(error)),
        Ok(Opened::Many(list)) => {
            for index in 0..list.len().min(OF_A_LIST) {
                take(list.decode(index));
            }
            reading.entries = list.entries(0, OF_A_LIST);
            reading.length = Some(list.len());
        }
    }
    reading
}

fn article(article: &Article, options: &Options, viewer: &Viewer, outcome: &mut Outcome) {
    outcome
        .faults
        .extend(faults_of_model(&format!("{article:?}")));
    let text = (viewer.encode)(article);
    let options = Options {
        format: None,
        ..options.clone()
    };
    match (viewer.open)(text.as_bytes(), &options) {
        Ok(Opened::One(again)) if again.article == *article => {}
        Ok(Opened::One(again)) => outcome.faults.push(difference(article, &again.article)),
        Ok(Opened::Many(_)) => outcome.faults.push("written: one became many".into()),
        Err(error) => outcome.faults.push(format!("written: {error}")),
    }
    if let Ok(parsed) = json::parse(&text) {
        features(&parsed.value, &mut outcome.features);
    }
    if let Some(page) = viewer.page {
        outcome.faults.extend(faults_of_page(&page(article)));
    }
}

/// The first line in which two articles differ.
fn difference(one: &Article, other: &Article) -> String {
    let (one, other) = (format!("{one:#?}"), format!("{other:#?}"));
    let mut lines = one.lines().zip(other.lines());
    let differ = lines.find(|(one, other)| one != other);
    let (one, other) = differ.unwrap_or(("its end", "its end"));
    format!("written: {} became {}", one.trim(), other.trim())
}

/// The names of members, and the words of `type`.
fn features(value: &Json, found: &mut BTreeSet<String>) {
    for item in value.items() {
        features(item, found);
    }
    for (name, value) in value.members().unwrap_or_default() {
        match value {
            Json::Text(kind) if name == "type" => found.insert(kind.clone()),
            _ => found.insert(name.clone()),
        };
        features(value, found);
    }
}

/// What the article holds that it must not.
pub fn faults_of_model(shown: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for (kind, allowed) in [
        (
            "SafeLink(\"",
            &["http://", "https://", "mailto:", "tel:"][..],
        ),
        ("SafeMedia(\"", &["http://", "https://", "data:image/"][..]),
    ] {
        for address in shown.split(kind).skip(1) {
            if !allowed.iter().any(|start| address.starts_with(start)) {
                let address: String = address.chars().take(60).collect();
                faults.push(format!("{kind}{address}"));
            }
        }
    }
    faults
}

/// What the page holds that it must not.
pub fn faults_of_page(html: &str) -> Vec<String> {
    use specimen::{Piece, attribute, pieces};
    const NAMES: &str = "a abbr article aside audio b bdi blockquote br button caption cite code col colgroup dd del details \
        dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark math nav ol p \
        picture pre q rp rt ruby s samp section small source span strong sub summary sup table tbody td tfoot th thead \
        time tr track u ul var video wbr \
        merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub \
        msubsup msup mtable mtd mtext mtr munder munderover none";
    let mut faults = Vec::new();
    for piece in pieces(html) {
        let Piece::Open(name, attributes) = piece else {
            continue;
        };
        if !NAMES.split_whitespace().any(|known| known == name) {
            faults.push(format!("<{name}>"));
        }
        let spaced = format!(" {attributes}");
        let outside: String = spaced.split('"').step_by(2).collect::<Vec<_>>().join("");
        for word in outside.split_whitespace() {
            if word.starts_with("on") || word.starts_with("srcdoc") || word.starts_with("form") {
                faults.push(format!("<{name} {word}>"));
            }
        }
        for (key, allowed) in [
            (
                "href",
                &["http://", "https://", "mailto:", "tel:", "#", "?src="][..],
            ),
            ("src", &["http://", "https://", "data:image/"][..]),
            ("poster", &["http://", "https://", "data:image/"][..]),
            // Our own custom properties and nothing else.
            ("style", &["--av-"][..]),
            ("srcset", &["http://", "https://", "data:image/"][..]),
        ] {
            if let Some(value) = attribute(attributes, key)
                && !allowed.iter().any(|start| value.starts_with(start))
            {
                faults.push(format!("<{name} {key}={value:?}>"));
            }
        }
        if let Some(id) = attribute(attributes, "id")
            && !id.starts_with("av-")
        {
            faults.push(format!("<{name} id={id:?}>"));
        }
    }
    faults
}
