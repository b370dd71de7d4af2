//! The page: which state we are in, and which view shows it.
//!
//! A page shows one screen at a time, and a screen never changes by itself: so the screens are Leptos views that are built
//! and mounted, without a reactive graph between them, whose code would be a tenth of the first file (decision 0005).
//! The app ties the floors together and knows no format, no wire shape and no web-sys beyond the element it is given.

mod body;
mod desk;
pub mod element;
mod facts;
mod listing;
mod problem;
mod skeleton;

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use leptos::tachys::view::{Mountable, Render};
use web_sys::HtmlElement;

use crate::aids;
use crate::browser::document_head;
use crate::browser::http;
use crate::browser::page::{self, Ear};
use crate::browser::parts;
use crate::decode::{Decoded, Document, Format, Opened, Options, Reading};
use crate::host;
use crate::load::source::Offer;
use crate::load::{Fetched, Limits, LoadError, LoadErrorKind, Source, fetch};
use crate::model::Publisher;
use crate::view::node::NodeState;
use crate::view::{Node, Out, Settings, Words, masthead};
use body::Body;
use listing::Listing;
use problem::Failure;

/// Shows the page's article in `root`, which is empty, and whatever article is opened there later, for as long as the
/// page lives.
pub fn mount(root: HtmlElement) {
    let viewer = Rc::new(Viewer {
        root,
        ear: OnceCell::new(),
        words: RefCell::default(),
        screen: RefCell::default(),
        first: Cell::new(true),
        offer: RefCell::default(),
        held: RefCell::default(),
        reading: RefCell::default(),
        waiting: RefCell::default(),
        failure: RefCell::default(),
        listing: RefCell::default(),
        front: RefCell::default(),
        is_front: Cell::default(),
        shown: RefCell::default(),
        blocks: Cell::new(0),
    });
    let words = viewer.words();
    // The shell says for now what the skeleton would: mostly the article is there already.
    viewer.say(words.text("loading"));
    aids::start(&viewer.root);
    let listener = Rc::clone(&viewer);
    let ear = page::ear(move |heard| match heard.as_str() {
        "open" | "retry" => {
            listener.first.set(false);
            listener.open();
        }
        // The same address means another text now.
        "changed" => {
            listener.listing.take();
            listener.first.set(false);
            listener.open();
        }
        "waiting" => listener.wait(false),
        "slow" => listener.wait(true),
        "arrived" => listener.arrived(),
        "problem" => listener.show_failure(),
        "described" => listener.describe(),
        "formats" => listener.read_or_bring(),
        "blocks" | "reader" => listener.read(),
        "no_blocks" | "no_formats" | "no_reader" => listener.cannot_read(),
        "no_problem" => listener.cannot_say(),
        "cancel" => listener.cancel(),
        "more" => listener.more(),
        "build" => listener.build(),
        "read" => listener.read_on(),
        "show" => listener.show_waiting(),
        "report" | "format" | "convert" => desk::answer(&heard),
        _ => {}
    });
    page::listen(&viewer.root, &ear);
    viewer.ear.get_or_init(|| ear);
    viewer.open();
}

struct Viewer {
    root: HtmlElement,
    /// What the page calls us by.
    ear: OnceCell<Ear>,
    words: RefCell<Rc<Words>>,
    /// What is mounted now; the next screen takes its place.
    screen: RefCell<Option<NodeState>>,
    /// No other article was opened before.
    first: Cell<bool>,
    /// What the page offers, as it was when the article was asked for.
    offer: RefCell<Offer>,
    /// A file that has come, and how it is to be read, while the part of the program that can is on its way.
    held: RefCell<Option<(Document, Options)>>,
    /// The file that is being read.
    reading: RefCell<Option<Reading>>,
    /// An article, and the address of its list, while the browser has its turn or the views of its blocks are on their way.
    waiting: RefCell<Option<(Decoded, String)>>,
    /// What has failed, while the sentences about it are on their way.
    failure: RefCell<Option<Failure>>,
    /// The list that was opened last: it stays, so that its articles need no request, nor does the way back to it.
    listing: RefCell<Option<Listing>>,
    /// Its screen, while another is in its place.
    front: RefCell<Option<NodeState>>,
    /// Whether the screen is that of the list.
    is_front: Cell<bool>,
    /// The article on the screen, and its format; none while a list or a failure is there.
    shown: RefCell<Option<(Body, &'static Format)>>,
    /// So many blocks are built at once.
    blocks: Cell<usize>,
}

impl Viewer {
    /// Opens what the page's address asks for; whatever was on its way is ended.
    fn open(&self) {
        page::mark_state(&self.root, "loading", "");
        self.held.take();
        self.reading.take();
        self.waiting.take();
        self.failure.take();
        let offer = Offer::of_page();
        let limits = Limits::parse(&offer.limits);
        self.blocks.set(limits.blocks);
        match offer.choose() {
            Ok(Source::Address(address)) if !self.is_of_listing(&offer) => {
                fetch::start(&address, &limits, self.ear());
            }
            // There is nothing to fetch but the reader's own words.
            Ok(_) | Err(_) => http::arrive_at_once(self.ear()),
        }
        self.offer.replace(offer);
    }

    /// Whether the list that is open is what the page asks for, or has it.
    fn is_of_listing(&self, offer: &Offer) -> bool {
        let listing = self.listing.borrow();
        listing
            .as_ref()
            .is_some_and(|listing| listing.address == offer.list)
    }

    fn ear(&self) -> &Ear {
        // It is there before the first article is opened, and stays.
        self.ear.get_or_init(|| page::ear(|_| {}))
    }

    fn arrived(&self) {
        if self.is_of_listing(&self.offer.borrow()) {
            return self.show_of_listing();
        }
        match self.document() {
            Ok((document, options)) => {
                let part = document.needs(&options);
                self.held.replace(Some((document, options)));
                match part {
                    "" => self.read(),
                    part => parts::bring(part, part, self.ear()),
                }
            }
            Err(failure) => self.fail(failure),
        }
    }

    /// The file that has come.
    #[inline(never)]
    fn document(&self) -> Result<(Document, Options), Failure> {
        let offer = self.offer.borrow();
        let Fetched { bytes, url } = match offer.choose()? {
            Source::Address(address) => fetch::finish(&address, &offer.base, &offer.allowed)?,
            Source::Inline(text) => Fetched {
                bytes: text.into_bytes(),
                url: offer.base.clone(),
            },
        };
        Ok((Document::parse(&bytes)?, options(&offer, url)))
    }

    /// The formats are there, but for those that few have.
    fn read_or_bring(&self) {
        let part = |(document, options): &(Document, Options)| document.part(options);
        match self.held.borrow().as_ref().map_or("", part) {
            "" => {}
            part => return parts::bring(part, "reader", self.ear()),
        }
        self.read();
    }

    /// Reads the file that is held; another article may have been asked for since.
    fn read(&self) {
        if let Some((decoded, list)) = self.waiting.take() {
            return self.show(decoded, &list);
        }
        if let Some((document, options)) = self.held.take() {
            match document.begin(&options) {
                Ok(reading) => {
                    self.reading.replace(Some(reading));
                    self.read_on();
                }
                Err(error) => self.fail(error.into()),
            }
        }
    }

    /// Reads on, and has the page call again while there is more to read.
    fn read_on(&self) {
        let turn = host::clock::now() + body::TURN;
        let Some(mut reading) = self.reading.take() else {
            return;
        };
        while reading.goes_on() {
            if host::clock::now() > turn {
                self.reading.replace(Some(reading));
                return page::soon(self.ear(), "read");
            }
            reading.read();
        }
        match reading.finish() {
            // Reading may have taken the turn that showing needs.
            Ok(Opened::One(decoded)) if host::clock::now() > turn => {
                self.waiting.replace(Some((decoded, String::new())));
                page::soon(self.ear(), "show");
            }
            Ok(Opened::One(decoded)) => self.show_or_bring(decoded, ""),
            Ok(Opened::Many(list)) => {
                let address = self.offer.borrow().list.clone();
                self.front.take();
                self.is_front.set(false);
                self.listing.replace(Some(Listing::new(list, address)));
                self.show_of_listing();
            }
            Err(error) => self.fail(error.into()),
        }
    }

    /// Ends what is on its way: the file, or the part of the program that can read it.
    fn cancel(&self) {
        http::cancel();
        if self.held.take().is_some()
            | self.reading.take().is_some()
            | self.waiting.take().is_some()
        {
            self.fail(LoadError::new(LoadErrorKind::Cancelled, "", 0).into());
        }
    }

    /// The sentences about failures did not come; that matters only while there is a failure to speak of.
    fn cannot_say(&self) {
        if self.failure.take().is_some() {
            parts::say_incomplete();
        }
    }

    fn cannot_read(&self) {
        if self.held.take().is_some() | self.waiting.take().is_some() {
            self.fail(LoadError::new(LoadErrorKind::NoPart, "", 0).into());
        }
    }

    /// The interface's words: the reader's own from the first screen on that is made when they are there.
    fn words(&self) -> Rc<Words> {
        if let Some((language, file)) = page::take_words().split_once(page::BETWEEN) {
            let words = Words::new(language, file);
            page::mark_language(&self.root, words.language().tag(), words.direction().html());
            self.words.replace(Rc::new(words));
        }
        self.words.borrow().clone()
    }

    /// Shows that the article is on its way; after a while also how to end the wait.
    fn wait(&self, slow: bool) {
        let words = self.words();
        self.put(skeleton::skeleton(&words, slow));
        self.say(words.text(if slow { "loading_slow" } else { "loading" }));
    }

    /// Shows the list that is open, or the article in it that the page asks for.
    fn show_of_listing(&self) {
        let mut listing = self.listing.borrow_mut();
        let Some(listing) = &mut *listing else { return };
        let item = &self.offer.borrow().item;
        if item.is_empty() {
            return self.show_front(listing);
        }
        match listing.named(item) {
            Ok(decoded) => self.show_or_bring(decoded, &listing.address),
            Err(error) => self.fail(error.into()),
        }
    }

    fn show_front(&self, listing: &mut Listing) {
        let words = self.words();
        let count = words.count("list_count", listing.len() as u64);
        match self.front.take() {
            Some(front) => self.mount(front),
            None => {
                let front = listing.front(&words);
                self.put(screen(listing.publisher(), "", &front, &words));
            }
        }
        self.is_front.set(true);
        self.shown.take();
        let publisher = listing.publisher().map(|publisher| publisher.name.as_str());
        document_head::clear(publisher.unwrap_or(&count));
        page::mark_state(&self.root, "list", listing.format());
        self.say(&count);
        page::arrive(&self.root, !self.first.get());
        page::late("watchButton", "");
    }

    /// Shows an article, or has the views of its blocks brought first.
    fn show_or_bring(&self, decoded: Decoded, list: &str) {
        if decoded.has_rare_blocks {
            self.waiting.replace(Some((decoded, list.to_owned())));
            parts::bring("blocks", "blocks", self.ear());
        } else {
            self.show(decoded, list);
        }
    }

    /// Shows the article that has been read.
    fn show_waiting(&self) {
        if let Some((decoded, list)) = self.waiting.take() {
            self.show_or_bring(decoded, &list);
        }
    }

    /// Shows an article; `list` is the address of the list that it is in, or empty.
    #[inline(never)]
    fn show(&self, decoded: Decoded, list: &str) {
        let Decoded {
            article, format, ..
        } = decoded;
        let words = self.words();
        let settings = self.settings();
        let (node, mut body) = Body::new(article, &words, &settings);
        let publisher = body.article.publisher.as_ref();
        self.put(screen(publisher, list, &node, &words));
        body.build_short(&self.root, &words, &settings);
        document_head::clear(&facts::title(&body.article));
        // What else the head says can wait; it is with the sentences about failures, which are fetched now.
        parts::bring_quietly("problem", "described", self.ear());
        let goes_on = body.goes_on();
        self.shown.replace(Some((body, format)));
        if goes_on {
            page::soon(self.ear(), "build");
        } else {
            self.arrive();
        }
    }

    /// Builds more of the body, and has the page call again while there is more.
    fn build(&self) {
        let words = self.words();
        let goes_on = {
            let mut shown = self.shown.borrow_mut();
            let Some((body, _)) = &mut *shown else { return };
            // Of another article than the one that asked, all may be there.
            if !body.goes_on() {
                return;
            }
            body.build(&self.root, &words, &self.settings(), body::TURN);
            body.goes_on()
        };
        if goes_on {
            page::soon(self.ear(), "build");
        } else if self.root.has_attribute("aria-busy") {
            self.arrive();
        }
    }

    /// The article is there, with everything that nobody has to ask for.
    fn arrive(&self) {
        let shown = self.shown.borrow();
        let Some((body, format)) = &*shown else {
            return;
        };
        page::mark_state(&self.root, "ready", format.name);
        let title = facts::title(&body.article);
        self.say(&self.words().with("loaded", "headline", &title));
        page::arrive(&self.root, !self.first.get());
    }

    fn describe(&self) {
        if let Some((body, _)) = &*self.shown.borrow() {
            facts::describe(&body.article);
        }
    }

    fn fail(&self, failure: Failure) {
        self.failure.replace(Some(failure));
        parts::bring("problem", "problem", self.ear());
    }

    #[inline(never)]
    fn show_failure(&self) {
        // Another article may have been asked for since.
        let Some(failure) = self.failure.take() else {
            return;
        };
        let offer = self.offer.borrow();
        let other = !offer.asked.is_empty() && !offer.default.is_empty();
        let words = self.words();
        let (problem, heading) = problem::problem(&failure, &words, other);
        self.put(screen(None, "", &problem, &words));
        self.shown.take();
        document_head::clear(&heading);
        self.say("");
        page::mark_state(&self.root, "error", "");
    }

    /// Builds the next of the blocks, or of the articles, that were too many.
    fn more(&self) {
        let words = self.words();
        if self.is_front.get() {
            let mut listing = self.listing.borrow_mut();
            let Some(listing) = &mut *listing else { return };
            return listing.more(&self.root, &words);
        }
        if let Some((body, _)) = &mut *self.shown.borrow_mut() {
            body.ask(&self.root, &self.settings());
        }
        self.build();
    }

    /// Puts `node` on the screen in place of what was there.
    fn put(&self, node: Node) {
        self.mount(node.build());
    }

    fn mount(&self, mut next: NodeState) {
        // The first look may be just this, and stays.
        if !next.stands() {
            if let Some(mut last) = self.screen.take() {
                last.unmount();
                // A list keeps its screen for who comes back.
                if self.is_front.take() {
                    self.front.replace(Some(last));
                }
            } else if let Ok(Some(shell)) = self.root.query_selector(".av-screen") {
                shell.remove();
            }
            next.mount(&self.root, None);
        }
        self.screen.replace(Some(next));
    }

    fn say(&self, text: &str) {
        page::say(&self.root, text);
    }

    fn settings(&self) -> Settings {
        Settings {
            most_blocks: self.blocks.get(),
            now: Some(host::clock::now()),
            ..Settings::default()
        }
    }
}

/// How a file from `base` is read, as the page wishes.
fn options(offer: &Offer, base: String) -> Options {
    let given = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    Options {
        base: Some(base),
        format: given(&offer.format),
        item: given(&offer.item),
        now: Some(host::clock::now()),
        keeps_notes: false,
        ..Options::default()
    }
}

/// What fills the page: the masthead's band, and the main part below it; `list` is the way back to the list that the
/// article is in, or empty.
fn screen(publisher: Option<&Publisher>, list: &str, main: &Node, words: &Words) -> Node {
    let mut out = Out::default();
    out.open("div.av-screen");
    masthead::masthead(&mut out, publisher, &page::samples(), words);
    out.open("main");
    if !list.is_empty() {
        out.open("p.av-way>a");
        out.attr("href", list);
        out.text(words.text("list_back"));
        out.close();
        out.close();
    }
    out.node(main);
    out.close();
    out.close();
    out.into()
}
