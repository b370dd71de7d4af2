//! What elements on the pages of others ask of the app: `src/element` has the JavaScript that asks.
//!
//! Each element has a viewer here, under its number. A command is a word, the number, and what the word says; the answer
//! is what came of it, or the part of the program that has to be brought before the same is asked again with `go`.
//! All of it is called through the table, so that a build can put it into a file of its own (decision 0013).

use std::cell::RefCell;
use std::hint::black_box;

use leptos::tachys::view::{Mountable, Render};
use web_sys::HtmlElement;

use super::body::{Body, TURN};
use super::listing::Listing;
use super::problem::{self, Failure};
use super::{desk, facts};
use crate::aids;
use crate::browser::page::BETWEEN;
use crate::decode::{DecodeError, Decoded, Document, Format, Opened, Options, Reading};
use crate::encode;
use crate::host;
use crate::host::text::{concat, digits, join};
use crate::load::{LoadError, LoadErrorKind, fetch};
use crate::model::Article;
use crate::view::node::NodeState;
use crate::view::{self, Node, Out, Settings, Words};

/// Answers one command; see [`Viewer::answer`] for the words.
pub fn answer(command: &str, bytes: &[u8], root: Option<HtmlElement>) -> String {
    type Tell = fn(&str, &[u8], Option<HtmlElement>) -> String;
    black_box(tell as Tell)(command, bytes, root)
}

/// The article in our own format.
pub fn written(article: &Article) -> String {
    black_box(encoded as fn(&Article) -> String)(article)
}

fn encoded(article: &Article) -> String {
    encode::encode(article)
}

thread_local! {
    static VIEWERS: RefCell<Vec<(String, Viewer)>> = const { RefCell::new(Vec::new()) };
}

fn tell(command: &str, bytes: &[u8], root: Option<HtmlElement>) -> String {
    let mut words = command.split(BETWEEN);
    let (word, number) = (
        words.next().unwrap_or_default(),
        words.next().unwrap_or_default(),
    );
    // It is taken out while it answers: what it does to the page must not find it here.
    let viewer = VIEWERS.with_borrow_mut(|viewers| {
        let place = viewers.iter().position(|(own, _)| own == number)?;
        Some(viewers.swap_remove(place).1)
    });
    if word == "close" {
        if let Some(mut last) = viewer.and_then(|viewer| viewer.screen) {
            last.unmount();
        }
        return String::new();
    }
    let mut viewer = viewer.unwrap_or_else(|| {
        if let Some(root) = &root {
            aids::start(root);
        }
        Viewer::default()
    });
    if word == "add" {
        viewer.place = root;
    } else if root.is_some() {
        viewer.root = root;
    }
    let answer = viewer.answer(word, &mut words, bytes);
    VIEWERS.with_borrow_mut(|viewers| viewers.push((number.to_owned(), viewer)));
    answer
}

/// Whether a part has been brought for the file that is held.
#[derive(Default, PartialEq)]
enum Brought {
    #[default]
    Nothing,
    Formats,
    Everything,
}

/// One element's article, and what is on its way to it.
#[derive(Default)]
struct Viewer {
    /// Where the article is shown; nowhere for those who only want to know what is in a file.
    root: Option<HtmlElement>,
    words: Words,
    settings: Settings,
    options: Options,
    screen: Option<NodeState>,
    /// A file that has come, while the part of the program that can read it is on its way.
    held: Option<Document>,
    brought: Brought,
    /// The file that is being read.
    reading: Option<Reading>,
    /// An article while the views of its blocks are on their way.
    waiting: Option<Decoded>,
    /// What has failed, while the sentences about it are on their way.
    failure: Option<Failure>,
    /// The list that is open, and whether the article shown is one of it.
    listing: Option<Listing>,
    /// The article that is open, and its format; none while a list is.
    open: Option<(Body, &'static Format)>,
    /// What is said when the rest of its body is built.
    outstanding: Option<String>,
    /// Blocks that are to be added, at the start or not, while the part that reads and shows them is on its way.
    adding: Option<(Document, bool)>,
    /// Where added blocks are put; the element has them from there.
    place: Option<HtmlElement>,
}

impl Viewer {
    /// | word | what it says | answer |
    /// | --- | --- | --- |
    /// | `set` | how to read and to show: see [`Viewer::set`] | nothing |
    /// | `open` | the bytes | an outcome |
    /// | `fail` | the code of a request, its number, the address | an outcome |
    /// | `go` | the part has come; `lacks` says that it has not | an outcome |
    /// | `draw` | shows the same again, as it is `set` now | an outcome |
    /// | `item` | the key of an article in the list, or nothing for the list | an outcome |
    /// | `more` | builds what is hidden still | `later`, or nothing |
    /// | `add` | `start` or not, and a list of blocks as bytes | `added`, if they are in the place that came along; or nothing |
    /// | `article`, `html`, `facts` | | the article as JSON, as HTML, and what a head says of it |
    /// | `report` | the bytes again | the report as JSON; the part `desk` has to be there |
    fn answer<'a>(
        &mut self,
        word: &str,
        rest: &mut impl Iterator<Item = &'a str>,
        bytes: &[u8],
    ) -> String {
        let mut next = || rest.next().unwrap_or_default();
        match word {
            "set" => self.set(next),
            "open" => {
                self.listing = None;
                return self.outcome(|viewer| viewer.take(bytes));
            }
            "fail" => {
                let (code, number, address) = (next(), next(), next());
                let error = fetch::failure(code, address, number.parse().unwrap_or_default());
                return self.outcome(|_| Err(error.into()));
            }
            "go" => return self.outcome(Self::go),
            // The article stays as it is.
            "lacks" if self.adding.take().is_some() => {}
            "lacks" => {
                let error = LoadError::new(LoadErrorKind::NoPart, "", 0);
                return self.outcome(|_| Err(error.into()));
            }
            "draw" => return self.outcome(Self::draw),
            "item" => {
                let key = next();
                return self.outcome(|viewer| viewer.item(key));
            }
            "more" => return self.more(),
            "add" => {
                self.adding = Document::parse(bytes)
                    .ok()
                    .map(|blocks| (blocks, next() == "start"));
                let is_rare = |(blocks, _): &(Document, bool)| blocks.has_rare_blocks();
                return match &self.adding {
                    Some(adding) if is_rare(adding) => said(&["part", "blocks"]),
                    _ => self.add(),
                };
            }
            "article" => return self.of_article(encoded),
            "facts" => return self.of_article(facts::told),
            "html" => {
                let (words, settings) = (&self.words, &self.settings);
                return self.of_article(|article| view::article(article, words, settings).html());
            }
            "report" => return desk::report(bytes, &self.options),
            _ => {}
        }
        String::new()
    }

    /// In this order: the address that relative ones are resolved against, the format, the item, the rank of the headline,
    /// the most blocks, the language of the interface and the file of its words. Empty is as it is without.
    fn set<'a>(&mut self, mut next: impl FnMut() -> &'a str) {
        let given = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let now = Some(host::clock::now());
        self.options = Options {
            base: given(next()),
            format: given(next()),
            item: given(next()),
            now,
            keeps_notes: false,
            ..Options::default()
        };
        let usual = Settings::default();
        self.settings = Settings {
            heading_level: next().parse().unwrap_or(usual.heading_level),
            most_blocks: next().parse().unwrap_or(usual.most_blocks),
            now,
        };
        self.words = Words::new(next(), next());
    }

    /// What came of a step, as a text: its kind first.
    ///
    /// - `part` and the part that has to be brought,
    /// - `later`: `go` is to be said again when the browser has had its turn,
    /// - `ready`, the format, the title, the sentence that announces it,
    /// - `list`, the format, the number of articles in words, the same,
    /// - `error`, its code, the line for developers, the path, the line, the column; the sentences are on the screen.
    fn outcome(&mut self, step: impl FnOnce(&mut Self) -> Result<String, Failure>) -> String {
        step(self).unwrap_or_else(|failure| {
            self.held = None;
            self.waiting = None;
            self.failure = Some(failure);
            said(&["part", "problem"])
        })
    }

    fn take(&mut self, bytes: &[u8]) -> Result<String, Failure> {
        self.failure = None;
        self.held = None;
        self.reading = None;
        self.waiting = None;
        self.outstanding = None;
        self.brought = Brought::Nothing;
        self.held = Some(Document::parse(bytes)?);
        self.go()
    }

    /// The next step, with all parts that were asked for.
    fn go(&mut self) -> Result<String, Failure> {
        if self.adding.is_some() {
            return Ok(self.add());
        }
        if let Some(failure) = self.failure.take() {
            return Ok(self.show_failure(&failure));
        }
        if let Some(decoded) = self.waiting.take() {
            return Ok(self.show(decoded.article, decoded.format));
        }
        if self.reading.is_some() {
            return self.read();
        }
        let Some(document) = self.held.take() else {
            return Ok(self.build());
        };
        let part = match self.brought {
            Brought::Nothing => document.needs(&self.options),
            Brought::Formats => document.part(&self.options),
            Brought::Everything => "",
        };
        if !part.is_empty() {
            self.brought = if part == "formats" {
                Brought::Formats
            } else {
                Brought::Everything
            };
            self.held = Some(document);
            return Ok(said(&["part", part]));
        }
        self.reading = Some(document.begin(&self.options)?);
        self.read()
    }

    fn read(&mut self) -> Result<String, Failure> {
        let turn = host::clock::now() + TURN;
        let Some(mut reading) = self.reading.take() else {
            return Ok(String::new());
        };
        while reading.goes_on() {
            if host::clock::now() > turn {
                self.reading = Some(reading);
                return Ok("later".to_owned());
            }
            reading.read();
        }
        match readable(|| reading.finish())? {
            Opened::One(decoded) => Ok(self.bring_or_show(decoded)),
            Opened::Many(list) => {
                self.listing = Some(Listing::new(list, LIST.to_owned()));
                let key = self.options.item.clone().unwrap_or_default();
                self.item(&key)
            }
        }
    }

    fn item(&mut self, key: &str) -> Result<String, Failure> {
        let Some(listing) = &mut self.listing else {
            return Ok(String::new());
        };
        if !key.is_empty() {
            let decoded = readable(|| listing.named(key))?;
            return Ok(self.bring_or_show(decoded));
        }
        let count = self.words.count("list_count", listing.len() as u64);
        let front = listing.front(&self.words);
        let format = listing.format();
        self.open = None;
        self.outstanding = None;
        self.put(front);
        Ok(said(&["list", format, &count, &count]))
    }

    fn bring_or_show(&mut self, decoded: Decoded) -> String {
        if decoded.has_rare_blocks {
            self.waiting = Some(decoded);
            return said(&["part", "blocks"]);
        }
        self.show(decoded.article, decoded.format)
    }

    fn show(&mut self, article: Article, format: &'static Format) -> String {
        let title = facts::title(&article);
        let loaded = self.words.with("loaded", "headline", &title);
        let (node, mut body) = Body::new(article, &self.words, &self.settings);
        let node = self.with_way_back(node);
        self.put(node);
        if let Some(root) = &self.root {
            body.build_short(root, &self.words, &self.settings);
        }
        self.open = Some((body, format));
        self.outstanding = Some(said(&["ready", format.name, &title, &loaded]));
        self.build_on()
    }

    /// Builds some of the body that is open, where there is something to see.
    fn build(&mut self) -> String {
        if let (Some((body, _)), Some(root)) = (&mut self.open, &self.root) {
            body.build(root, &self.words, &self.settings, TURN);
        }
        self.build_on()
    }

    /// What is said when everything is there, or that it is not.
    fn build_on(&mut self) -> String {
        let is_shown = self.root.is_some();
        match &self.open {
            Some((body, _)) if is_shown && body.goes_on() => "later".to_owned(),
            _ => self.outstanding.take().unwrap_or_default(),
        }
    }

    /// An article of a list has the way back to it above.
    fn with_way_back(&self, node: Node) -> Node {
        if self.listing.is_none() {
            return node;
        }
        let mut out = Out::default();
        out.open("div.av-screen");
        out.open("p.av-way>a");
        out.attr("href", &concat(&[LIST, "?item="]));
        out.text(self.words.text("list_back"));
        out.close();
        out.close();
        out.node(&node);
        out.close();
        out.into()
    }

    fn draw(&mut self) -> Result<String, Failure> {
        match self.open.take() {
            Some((body, format)) => Ok(self.show(body.article, format)),
            None => self.item(""),
        }
    }

    fn show_failure(&mut self, failure: &Failure) -> String {
        self.open = None;
        self.outstanding = None;
        let (node, _) = problem::problem(failure, &self.words, false);
        self.put(node);
        let (code, technical) = match failure {
            Failure::Load(error) => (error.kind.code(), error.technical()),
            Failure::Decode(error) => (error.code(), error.technical()),
        };
        let (mut path, mut place) = ("", (String::new(), String::new()));
        match failure {
            Failure::Decode(DecodeError::Unexpected { path: own, .. }) => path = own.as_str(),
            Failure::Decode(DecodeError::NotJson { line, column, .. }) => {
                place = (digits(*line), digits(*column));
            }
            _ => {}
        }
        said(&["error", code, &technical, path, &place.0, &place.1])
    }

    /// Builds the next of the blocks, or of the articles, that were too many.
    fn more(&mut self) -> String {
        let Some(root) = &self.root else {
            return String::new();
        };
        match (&mut self.open, &mut self.listing) {
            (Some((body, _)), _) => body.ask(root, &self.settings),
            (None, Some(listing)) => listing.more(root, &self.words),
            (None, None) => {}
        }
        self.build()
    }

    /// Adds blocks to the article, and shows them if what stands beside them is shown.
    fn add(&mut self) -> String {
        let (adding, place) = (self.adding.take(), self.place.take());
        let (Some((blocks, is_first)), Some((body, _))) = (adding, &mut self.open) else {
            return String::new();
        };
        let blocks = blocks.blocks(&self.options, &body.article);
        let slices = body.add(blocks, is_first, &self.words, &self.settings);
        let (false, Some(place)) = (slices.is_empty(), place) else {
            return String::new();
        };
        for slice in slices {
            slice.build().mount(&place, None);
        }
        "added".to_owned()
    }

    fn of_article(&self, tell: impl FnOnce(&Article) -> String) -> String {
        let open = self.open.as_ref();
        open.map(|(body, _)| tell(&body.article))
            .unwrap_or_default()
    }

    /// Puts `node` on the screen in place of what was there.
    fn put(&mut self, node: Node) {
        let Some(root) = &self.root else { return };
        let mut next = node.build();
        if let Some(mut last) = self.screen.take() {
            last.unmount();
        }
        next.mount(root, None);
        self.screen = Some(next);
    }
}

/// A page may forbid us the parser of markup; then an article with some that is not plain has no text that could be shown.
fn readable<T>(read: impl FnOnce() -> Result<T, DecodeError>) -> Result<T, Failure> {
    // What was refused before is told already, or mattered to nobody.
    host::html::was_refused();
    let what = read();
    match host::html::was_refused() {
        true => Err(LoadError::new(LoadErrorKind::NoPart, REFUSED, 0).into()),
        false => what.map_err(Failure::from),
    }
}

const REFUSED: &str = ": this page does not allow the Trusted Types policy “article-viewer”";

/// The address of a list inside an element, which opens its articles itself.
const LIST: &str = "#";

fn said(words: &[&str]) -> String {
    let mut between = [0; 4];
    join(words, BETWEEN.encode_utf8(&mut between))
}
