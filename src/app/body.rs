//! The article on the screen, whose body is built in slices: a long one must not keep a reader's thumb waiting.

use web_sys::{Element, HtmlElement};

use crate::host;
use crate::model::{Article, Block};
use crate::view::{self, Node, Rest, Settings, Words};

/// Articles of no more blocks are built in one go.
const SHORT: usize = 150;

/// Milliseconds that are spent on reading or building before the browser has its turn. Its own work for them comes on top.
pub const TURN: f64 = 16.0;

#[derive(Default)]
pub struct Body {
    pub article: Article,
    rest: Rest,
    /// The slice that stands last, when others than the first are there.
    last: Option<Element>,
}

impl Body {
    /// The article with the first slice, to be put on the screen; [`Body::build`] puts the others behind it.
    pub fn new(article: Article, words: &Words, settings: &Settings) -> (Node, Self) {
        let (node, rest) = view::first(&article, words, settings);
        let body = Self {
            article,
            rest,
            last: None,
        };
        (node, body)
    }

    /// Whether there are slices to build.
    pub fn goes_on(&self) -> bool {
        self.rest.goes_on(&self.article)
    }

    /// Builds the second slice too, unless there are many: most articles are whole then, and what follows the text stands where
    /// it will. Of a longer one the browser has to lay out the first slice before.
    pub fn build_short(&mut self, root: &HtmlElement, words: &Words, settings: &Settings) {
        if self.article.body.len() <= SHORT {
            self.build(root, words, settings, 0.0);
        }
    }

    /// Builds one slice, and more until `turn` milliseconds are over.
    pub fn build(&mut self, root: &HtmlElement, words: &Words, settings: &Settings, turn: f64) {
        let end = host::clock::now() + turn;
        while self.goes_on() {
            let last = self.last.take();
            let find = || root.query_selector(".av-body:not(:has(+ .av-body))");
            let Some(last) = last.or_else(|| find().ok().flatten()) else {
                return;
            };
            let slice = self.rest.next(&self.article, words, settings);
            self.last = Some(slice.mount_after(&last));
            if host::clock::now() >= end {
                return;
            }
        }
    }

    /// Adds blocks before or behind all others; posts come before the first post, above which a live blog may have more.
    /// Gives the slices to be put on the screen: none where what stands beside them is hidden still.
    pub fn add(
        &mut self,
        blocks: Vec<Block>,
        is_first: bool,
        words: &Words,
        settings: &Settings,
    ) -> Vec<Node> {
        if is_first {
            let is_post = |block: &Block| matches!(block, Block::Post(_));
            let are_posts = blocks.iter().all(is_post);
            let first_post = || self.article.body.iter().position(is_post);
            let place = are_posts.then(first_post).flatten().unwrap_or(0);
            let is_shown = self.rest.is_written(place, &self.article);
            let slices = match is_shown {
                true => self.rest.before(&blocks, &self.article, words, settings),
                false => Vec::new(),
            };
            self.article.body.splice(place..place, blocks);
            return slices;
        }
        let end = self.article.body.len();
        let is_whole = self.rest.is_written(end, &self.article);
        self.article.body.extend(blocks);
        if is_whole {
            self.rest.ask_for_all(&self.article);
        }
        let mut slices = Vec::new();
        while is_whole && self.goes_on() {
            slices.push(self.rest.next(&self.article, words, settings));
        }
        slices
    }

    /// The reader has pressed the button behind the last slice.
    pub fn ask(&mut self, root: &HtmlElement, settings: &Settings) {
        if let Ok(Some(notice)) = root.query_selector(".av-rest") {
            notice.remove();
            self.rest.ask(settings);
        }
    }
}
