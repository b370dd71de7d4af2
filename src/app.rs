//! The page: which state we are in, and which view shows it.
//!
//! The app ties the floors together and knows no format, no wire shape and no web-sys beyond the element it is given.

mod facts;
mod problem;
mod skeleton;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::mount::UnmountHandle;
use leptos::task::spawn_local;
use web_sys::{Event, HtmlElement};

use crate::aids::{self, Aids};
use crate::browser::delegate::{self, Listener};
use crate::browser::http::Abort;
use crate::browser::page::{self, Early};
use crate::browser::{clock, document_head, history};
use crate::decode::{Decoded, Options, decode};
use crate::load::source::Offer;
use crate::load::{Limits, Source, fetch};
use crate::model::{Article, Publisher};
use crate::view::node::NodeState;
use crate::view::{self, Node, Out, Settings, Words, masthead};
use problem::Failure;

/// Shows the page's article in `root`, and whatever article is opened there later, for as long as the page lives.
pub fn mount(root: HtmlElement) {
    let early = page::take_early();
    page::clear(&root);
    let viewer = Rc::new(Viewer {
        status: page::status_line(&root),
        root,
        words: Words::english(),
        limits: Limits::parse(&page::meta("article-viewer-limits").unwrap_or_default()),
        screen: RefCell::default(),
        opening: Cell::new(0),
        abort: RefCell::default(),
        shown: RefCell::default(),
        search: RefCell::default(),
    });
    viewer.wait(false);
    viewer.open(early, Arrival::First);
    let helpers = (viewer.listen(), aids::start(&viewer.root));
    // The page and its viewer end together.
    let _: &(Vec<Listener>, Aids) = Box::leak(Box::new(helpers));
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
    limits: Limits,
    /// What is mounted now; the next screen takes its place.
    screen: RefCell<Option<UnmountHandle<NodeState>>>,
    /// The line that announces the states.
    status: HtmlElement,
    /// Counts openings; an answer to an older one is late and is dropped.
    opening: Cell<u32>,
    abort: RefCell<Abort>,
    /// The article on the screen, and how many of its blocks are built.
    shown: RefCell<(Article, usize)>,
    /// The query of the page's address that is open now.
    search: RefCell<String>,
}

impl Viewer {
    /// Opens what the page's address asks for; whatever was on its way is ended.
    fn open(self: &Rc<Self>, early: Option<Early>, arrival: Arrival) {
        self.abort.replace(Abort::default()).abort();
        self.opening.set(self.opening.get() + 1);
        self.search.replace(page::search());
        let viewer = Rc::clone(self);
        spawn_local(async move { viewer.run(early, arrival).await });
    }

    async fn run(self: Rc<Self>, early: Option<Early>, arrival: Arrival) {
        let opening = self.opening.get();
        page::set(&self.root, "data-article-state", "loading");
        page::set(&self.root, "aria-busy", "true");
        let later = |milliseconds, then: fn(&Self)| {
            let viewer = Rc::clone(&self);
            clock::after(milliseconds, move || then(&viewer))
        };
        // The old article may stay for a moment: most new ones come sooner than a skeleton could be seen.
        let waiting = (arrival != Arrival::First).then(|| later(300, |viewer| viewer.wait(false)));
        let slow = later(self.limits.slow, |viewer| viewer.wait(true));
        let result = self.read(early).await;
        drop((waiting, slow));
        if self.opening.get() != opening {
            return;
        }
        page::unset(&self.root, "aria-busy");
        match result {
            Ok(decoded) => self.show(decoded, arrival).await,
            Err(failure) => self.fail(failure),
        }
    }

    async fn read(&self, early: Option<Early>) -> Result<Decoded, Failure> {
        let offer = Offer::of_page();
        let (base, allowed) = (offer.base.clone(), offer.allowed.clone());
        let (bytes, url) = match offer.choose()? {
            Source::Inline(text) => (text.into_bytes(), base),
            Source::Address(address) => {
                let terms = fetch::Terms {
                    limits: &self.limits,
                    base: &base,
                    allowed: &allowed,
                };
                let abort = self.abort.borrow().clone();
                let fetched = fetch::fetch(&address, early, &abort, &terms).await?;
                (fetched.bytes, fetched.url)
            }
        };
        let options = Options {
            base: Some(url),
            format: page::query("format"),
        };
        Ok(decode(&bytes, &options)?)
    }

    /// Shows that the article is on its way; after a while also how to end the wait.
    fn wait(&self, slow: bool) {
        self.put(skeleton::skeleton(&self.words, slow));
        self.say(
            self.words
                .text(if slow { "loading_slow" } else { "loading" }),
        );
    }

    async fn show(&self, decoded: Decoded, arrival: Arrival) {
        let Decoded {
            article, format, ..
        } = decoded;
        let facts = facts::facts(&article);
        let loaded = self.words.with("loaded", "headline", &facts.title);
        let settings = self.settings();
        let node = screen(
            article.publisher.as_ref(),
            view::article(&article, &self.words, &settings),
        );
        self.shown.replace((article, settings.most_blocks));
        self.put(node);
        page::set(&self.root, "data-article-format", format.name);
        document_head::describe(facts);
        // The screen changes when the signal's effect has run.
        clock::soon().await;
        page::set(&self.root, "data-article-state", "ready");
        self.say(&loaded);
        history::go_to_place();
        if arrival == Arrival::Within {
            page::focus_headline(&self.root);
        }
    }

    fn fail(&self, failure: Failure) {
        let other = page::query("src").is_some() && page::meta("article-viewer-default").is_some();
        let problem = problem::problem(&failure, &self.words, other.then(page::path));
        self.shown.take();
        self.put(screen(None, problem));
        self.say("");
        page::unset(&self.root, "data-article-format");
        page::set(&self.root, "data-article-state", "error");
    }

    /// Builds the next of the blocks that were too many.
    fn more(&self, event: &Event) {
        let mut shown = self.shown.borrow_mut();
        let (article, built) = &mut *shown;
        let settings = self.settings();
        if let Some(notice) = delegate::closest(event, ".av-rest")
            && let Some(body) = delegate::closest(event, ".av-body")
        {
            notice.remove();
            view::more(article, *built, &self.words, &settings).mount_after(&body);
            *built += settings.most_blocks;
        }
    }

    /// Puts `node` on the screen in place of what was there.
    fn put(&self, node: Node) {
        let next = leptos::mount::mount_to(self.root.clone(), move || node);
        drop(self.screen.replace(Some(next)));
    }

    fn say(&self, text: &str) {
        self.status.set_text_content(Some(text));
    }

    fn settings(&self) -> Settings {
        Settings {
            most_blocks: self.limits.blocks,
            ..Settings::default()
        }
    }

    fn listen(self: &Rc<Self>) -> Vec<Listener> {
        let on_click = {
            let viewer = Rc::clone(self);
            move |event: Event| viewer.clicked(&event)
        };
        let on_travel = {
            let viewer = Rc::clone(self);
            move || {
                // A jump within the article travels too.
                if *viewer.search.borrow() != page::search() {
                    viewer.open(None, Arrival::Within);
                }
            }
        };
        history::take_over_scrolling();
        let pause = RefCell::new(None);
        let on_scroll = move || {
            // Browsers refuse many changes of the history in a row, so the place is noted when scrolling rests.
            pause.replace(Some(clock::after(200, history::remember_place)));
        };
        let mut listeners = vec![Listener::new(&self.root, "click", false, on_click)];
        listeners.extend(Listener::on_window("popstate", on_travel));
        listeners.extend(Listener::on_window("scroll", on_scroll));
        listeners
    }

    fn clicked(self: &Rc<Self>, event: &Event) {
        if let Some(control) = delegate::closest(event, "[data-action]") {
            match control.get_attribute("data-action").as_deref() {
                Some("retry") => self.open(None, Arrival::Again),
                Some("cancel") => self.abort.borrow().abort(),
                Some("more") => self.more(event),
                _ => {}
            }
            return;
        }
        let link = delegate::closest(event, "a[href]").filter(|_| delegate::is_plain_click(event));
        let Some(href) = link.and_then(|link| link.get_attribute("href")) else {
            return;
        };
        if let Some(url) = page::another_article(&href) {
            event.prevent_default();
            history::remember_place();
            history::push(&url);
            self.open(None, Arrival::Within);
        }
    }
}

/// What fills the page: the masthead's band, and the main part below it.
fn screen(publisher: Option<&Publisher>, main: Node) -> Node {
    let mut out = Out::default();
    out.open("div.av-screen");
    masthead::masthead(&mut out, publisher);
    out.open("main");
    out.node(&main);
    out.close();
    out.close();
    out.into()
}
