//! What the page needs of a list of articles.
//!
//! The lists are in the part of the program that reads formats, so these functions are called through the table, and a
//! build can put them into a file of its own (decision 0013).

use std::hint::black_box;

use web_sys::HtmlElement;

use crate::decode::{DecodeError, Decoded, List};
use crate::model::{Entry, Publisher};
use crate::view::list::{self, Front};
use crate::view::{Node, Words};

/// So many articles are shown at once; the reader or the scroll bar asks for more.
const BATCH: usize = 24;

/// A list that is open: the file, and how much of it is on the screen.
pub struct Listing {
    list: List,
    /// The list's own address on this page.
    pub address: String,
    publisher: Option<Publisher>,
    shown: usize,
}

impl Listing {
    pub fn new(list: List, address: String) -> Self {
        Self {
            list,
            address,
            publisher: None,
            shown: 0,
        }
    }

    pub fn format(&self) -> &'static str {
        self.list.format().name
    }

    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Who publishes the first articles.
    pub fn publisher(&self) -> Option<&Publisher> {
        self.publisher.as_ref()
    }

    /// The whole list, with its first articles.
    pub fn front(&mut self, words: &Words) -> Node {
        black_box(front as fn(&mut Self, &Words) -> Node)(self, words)
    }

    /// Puts the next articles in the place of the button that asks for them.
    pub fn more(&mut self, root: &HtmlElement, words: &Words) {
        let batch = black_box(more as fn(&mut Self, &Words) -> Node)(self, words);
        if let Ok(Some(notice)) = root.query_selector(".av-rest")
            && let Some(last) = notice.parent_element()
        {
            notice.remove();
            batch.mount_after(&last);
        }
    }

    /// The article with this id or number.
    pub fn named(&self, key: &str) -> Result<Decoded, DecodeError> {
        black_box(named as fn(&Self, &str) -> Result<Decoded, DecodeError>)(self, key)
    }

    fn about(&self) -> Front<'_> {
        Front {
            length: self.len(),
            address: &self.address,
            publisher: self.publisher().map_or("", |publisher| &publisher.name),
        }
    }

    fn next(&mut self) -> Vec<Entry> {
        let entries = self.list.entries(self.shown, BATCH);
        self.shown = (self.shown + BATCH).min(self.len());
        entries
    }
}

fn front(listing: &mut Listing, words: &Words) -> Node {
    listing.shown = 0;
    let entries = listing.next();
    // A publisher that only some articles have is not the list's.
    let first = entries.first().and_then(|entry| entry.publisher.as_ref());
    let name = |entry: &Entry| {
        entry
            .publisher
            .as_ref()
            .map(|publisher| publisher.name.clone())
    };
    let is_common = entries
        .iter()
        .all(|entry| name(entry) == first.map(|publisher| publisher.name.clone()));
    listing.publisher = first.filter(|_| is_common).cloned();
    list::list(listing.about(), &entries, listing.shown, words)
}

fn more(listing: &mut Listing, words: &Words) -> Node {
    let start = listing.shown;
    let entries = listing.next();
    list::batch(listing.about(), &entries, start, listing.shown, words)
}

fn named(listing: &Listing, key: &str) -> Result<Decoded, DecodeError> {
    listing.list.named(key)
}
