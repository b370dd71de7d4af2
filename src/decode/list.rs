//! Several articles in one file: feeds, answers to searches, collections.
//!
//! A list keeps the parsed file. An article is read from it only when it is wanted, so a list of two thousand is as
//! quickly there as one of twenty.

use super::detect::{self, Found};
use super::{Claimed, Cursor, DecodeError, Decoded, Document, Format, Opened, Options, complete};
use super::{fields, tidy};
use crate::host::text;

/// A file, and which articles are in it.
pub struct List {
    document: Document,
    options: Options,
    format: &'static Format,
    length: usize,
}

impl List {
    pub(super) fn new(document: Document, options: &Options) -> Result<Self, DecodeError> {
        let context = document.context(options);
        let Found { format, items, .. } = detect::format(context.top(), options.format.as_deref())?;
        let length = items.len();
        drop(items);
        drop(context);
        Ok(Self {
            document,
            options: options.clone(),
            format,
            length,
        })
    }

    /// The article, where there is only one or one is asked for.
    pub(super) fn open(self) -> Result<Opened, DecodeError> {
        let index = match &self.options.item {
            Some(wanted) => Some(self.place(wanted)?),
            None => (self.length == 1).then_some(0),
        };
        match index {
            Some(index) => self.decode(index).map(Opened::One),
            None => Ok(Opened::Many(self)),
        }
    }

    pub fn format(&self) -> &'static Format {
        self.format
    }

    /// How many articles there are: at least two, unless one was asked for.
    pub fn len(&self) -> usize {
        self.length
    }

    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// The place of the article that has this id, or this number from 1 on.
    fn place(&self, wanted: &str) -> Result<usize, DecodeError> {
        let context = self.document.context(&self.options);
        let found = detect::format(context.top(), self.options.format.as_deref())?;
        let has_id = |item: &Cursor<'_>| id(*item).as_deref() == Some(wanted);
        let number = || {
            wanted
                .parse()
                .ok()
                .filter(|number| (1..=self.length).contains(number))
        };
        let place = found.items.iter().position(has_id);
        place
            .or_else(|| number().map(|number: usize| number - 1))
            .ok_or_else(|| DecodeError::NoSuchItem {
                wanted: wanted.chars().take(80).collect(),
                count: self.length,
            })
    }

    /// What names the article at `index`, from 0 on, in an address: its id, or its number from 1 on.
    pub fn key(&self, index: usize) -> String {
        let context = self.document.context(&self.options);
        let found = detect::format(context.top(), self.options.format.as_deref());
        let item = found.ok().and_then(|found| found.items.get(index).copied());
        item.and_then(id).unwrap_or_else(|| text::digits(index + 1))
    }

    /// Reads the article at `index`, from 0 on.
    pub fn decode(&self, index: usize) -> Result<Decoded, DecodeError> {
        let context = self.document.context(&self.options);
        let Found {
            format,
            whole,
            items,
        } = detect::format(context.top(), self.options.format.as_deref())?;
        let item = items.get(index).copied().unwrap_or(whole);
        let mut article = (format.decode)(Claimed { whole, item })?;
        tidy::foreign(&mut article);
        complete(context, format, article, &self.options)
    }
}

/// What an article in a list is known by.
fn id(item: Cursor<'_>) -> Option<String> {
    fields::line_at(item, IDS)
}

/// In the order of how steady they are.
const IDS: &str = "id|_id|uri|guid|sys.id|ID|uuid|slug.current|slug|url";
