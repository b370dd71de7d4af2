//! The page: which state we are in, and which view shows it.
//!
//! A page shows one screen at a time, and a screen never changes by itself: so the screens are Leptos views that are built
//! and mounted, without a reactive graph between them, whose code would be a tenth of the first file (decision 0005).
//! The app ties the floors together and knows no format, no wire shape and no web-sys beyond the element it is given.

mod facts;
mod problem;
mod skeleton;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::tachys::view::{Mountable, Render};
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use crate::aids;
use crate::browser::http::Request;
use crate::browser::page;
use crate::browser::{clock, document_head};
use crate::decode::{Decoded, Options, decode};
use crate::host;
use crate::load::source::Offer;
use crate::load::{Limits, Source, fetch};
use crate::model::{Article, Publisher};
use crate::view::node::NodeState;
use crate::view::{self, Node, Out, Settings, Words, masthead};
use problem::Failure;

/// Shows the page's article in `root`, which is empty, and whatever article is opened there later, for as long as the page lives.
pub fn mount(root: HtmlElement) {
    let viewer = Rc::new(Viewer {
        root,
        words: Words::english(),
        screen: RefCell::default(),
        opening: Cell::new(0),
        request: RefCell::default(),
        shown: RefCell::default(),
        blocks: Cell::new(0),
    });
    viewer.put(skeleton::skeleton(&viewer.words, false));
    viewer.say(viewer.words.text("loading"));
    aids::start(&viewer.root);
    viewer.open(Arrival::First);
    let listener = Rc::clone(&viewer);
    page::listen(&viewer.root, move |used| match used.as_str() {
        "open" => listener.open(Arrival::Within),
        "retry" => listener.open(Arrival::Again),
        "cancel" => listener.cancel(),
        "more" => listener.more(),
        _ => {}
    });
}

/// How the reader got here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Arrival {
    /// With the page.
    First,
    /// From another article on this page, by a link, Back or Forward.
    Within,
    /// By asking again.
    Again,
}

struct Viewer {
    root: HtmlElement,
    words: Words,
    /// What is mounted now; the next screen takes its place.
    screen: RefCell<Option<NodeState>>,
    /// Counts openings; an answer to an older one is late and is dropped.
    opening: Cell<u32>,
    request: RefCell<Option<Request>>,
    /// The article on the screen, and how many of its blocks are built.
    shown: RefCell<(Article, usize)>,
    /// So many blocks are built at once.
    blocks: Cell<usize>,
}

impl Viewer {
    /// Opens what the page's address asks for; whatever was on its way is ended.
    fn open(self: &Rc<Self>, arrival: Arrival) {
        self.cancel();
        self.opening.set(self.opening.get() + 1);
        page::mark_state(&self.root, "loading", "");
        spawn_local(Rc::clone(self).run(arrival));
    }

    async fn run(self: Rc<Self>, arrival: Arrival) {
        let opening = self.opening.get();
        let offer = Offer::of_page();
        let limits = Limits::parse(&offer.limits);
        self.blocks.set(limits.blocks);
        let later = |milliseconds, slow| {
            let viewer = Rc::clone(&self);
            clock::after(milliseconds, move || viewer.wait(opening, slow))
        };
        // The old article may stay for a moment: most new ones come sooner than a skeleton could be seen.
        let timers = (later(300, false), later(limits.slow.max(300), true));
        let result = self.read(&offer, &limits).await;
        drop(timers);
        if self.opening.get() == opening {
            match result {
                Ok(decoded) => self.show(decoded, arrival),
                Err(failure) => self.fail(failure, &offer),
            }
        }
    }

    async fn read(&self, offer: &Offer, limits: &Limits) -> Result<Decoded, Failure> {
        let (bytes, url) = match offer.choose()? {
            Source::Inline(text) => (text.into_bytes(), offer.base.clone()),
            Source::Address(address) => {
                let request = fetch::start(&address, limits);
                self.request.replace(Some(request.clone()));
                let fetched = fetch::finish(request, &address, &offer.base, &offer.allowed).await?;
                (fetched.bytes, fetched.url)
            }
        };
        let format = Some(offer.format.clone()).filter(|format| !format.is_empty());
        Ok(decode(
            &bytes,
            &Options {
                base: Some(url),
                format,
                now: Some(clock::now()),
            },
        )?)
    }

    /// Ends what is on its way.
    fn cancel(&self) {
        if let Some(request) = self.request.take() {
            request.abort();
        }
    }

    /// Shows that the article is on its way; after a while also how to end the wait.
    fn wait(&self, opening: u32, slow: bool) {
        if self.opening.get() == opening {
            self.put(skeleton::skeleton(&self.words, slow));
            self.say(
                self.words
                    .text(if slow { "loading_slow" } else { "loading" }),
            );
        }
    }

    #[inline(never)]
    fn show(&self, decoded: Decoded, arrival: Arrival) {
        let Decoded {
            article, format, ..
        } = decoded;
        let facts = facts::facts(&article);
        let loaded = self.words.with("loaded", "headline", &facts.title);
        let settings = self.settings();
        let node = view::article(&article, &self.words, &settings);
        self.put(screen(article.publisher.as_ref(), &node));
        self.shown.replace((article, settings.most_blocks));
        document_head::describe(facts);
        page::mark_state(&self.root, "ready", format.name);
        self.say(&loaded);
        page::arrive(&self.root, arrival != Arrival::First);
    }

    #[inline(never)]
    fn fail(&self, failure: Failure, offer: &Offer) {
        let other = !offer.asked.is_empty() && !offer.default.is_empty();
        self.put(screen(
            None,
            &problem::problem(&failure, &self.words, other),
        ));
        self.shown.take();
        document_head::clear(self.words.text("problem_heading"));
        self.say("");
        page::mark_state(&self.root, "error", "");
    }

    /// Builds the next of the blocks that were too many.
    fn more(&self) {
        let (article, built) = &mut *self.shown.borrow_mut();
        let settings = self.settings();
        let part = view::more(article, *built, &self.words, &settings);
        *built += settings.most_blocks;
        if let Ok(Some(notice)) = self.root.query_selector(".av-rest")
            && let Some(body) = notice.parent_element()
        {
            notice.remove();
            part.mount_after(&body);
        }
    }

    /// Puts `node` on the screen in place of what was there.
    fn put(&self, node: Node) {
        let mut next = node.build();
        if let Some(mut last) = self.screen.take() {
            last.unmount();
        }
        next.mount(&self.root, None);
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

/// What fills the page: the masthead's band, and the main part below it.
fn screen(publisher: Option<&Publisher>, main: &Node) -> Node {
    let mut out = Out::default();
    out.open("div.av-screen");
    masthead::masthead(&mut out, publisher);
    out.open("main");
    out.node(main);
    out.close();
    out.close();
    out.into()
}
