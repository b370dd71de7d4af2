//! Several articles in one file: feeds, answers to searches, collections.
//!
//! A list keeps the parsed file. An article is read from it only when it is wanted, so a list of two thousand is as
//! quickly there as one of twenty.

use std::cell::RefCell;

use super::cursor::Context;
use super::detect::{self, Found};
use super::html::{Ahead, has_long};
use super::{
    Claimed, Cursor, DecodeError, Decoded, Document, Foreign, Format, Opened, Options, complete,
};
use super::{fields, tidy};
use crate::host::text;
use crate::model::{Article, Block, Entry};

/// A file that is being read, the long markup in it first.
pub(super) struct Reading {
    document: Document,
    options: Options,
    /// Whether it is known what is to be read ahead.
    is_asked: bool,
    ahead: RefCell<Ahead>,
}

impl Reading {
    pub(super) fn new(document: Document, options: Options) -> Self {
        Self {
            // Notes are kept in the order of the file.
            is_asked: options.keeps_notes,
            document,
            options,
            ahead: RefCell::default(),
        }
    }

    /// Finds the long markup of a document with a single article.
    fn ask(&self) {
        if !has_long(self.document.root()) {
            return;
        }
        self.ahead.borrow_mut().asks = true;
        let context = self.document.context(&self.options).with_ahead(&self.ahead);
        if let Ok(found) = detect::format(context.top(), self.options.format.as_deref())
            && found.items.len() == 1
        {
            // Whatever is wrong with it is said when it is read in earnest.
            drop(read(&found, 0));
        }
        self.ahead.borrow_mut().asks = false;
    }
}

impl Foreign for Reading {
    fn goes_on(&self) -> bool {
        !self.is_asked || self.ahead.borrow().goes_on()
    }

    fn read(&mut self) {
        if self.is_asked {
            return self.ahead.get_mut().read(&self.options);
        }
        self.ask();
        self.is_asked = true;
    }

    fn finish(self: Box<Self>) -> Result<Opened, DecodeError> {
        let Self {
            document,
            options,
            ahead,
            ..
        } = *self;
        List::open(document, &options, &ahead)
    }
}

/// A file, and which articles are in it.
pub struct List {
    document: Document,
    options: Options,
    format: &'static Format,
    length: usize,
    wanted: Option<usize>,
}

impl List {
    /// What a document in any format holds: the article, where there is only one, or the list.
    fn open(
        document: Document,
        options: &Options,
        ahead: &RefCell<Ahead>,
    ) -> Result<Opened, DecodeError> {
        let context = document.context(options).with_ahead(ahead);
        let found = detect::format(context.top(), options.format.as_deref())?;
        let wanted = wanted(&found, options)?;
        let (format, length) = (found.format, found.items.len());
        if length == 1 {
            let article = read(&found, 0)?;
            drop(found);
            return finish(context, format, article, options).map(Opened::One);
        }
        drop(found);
        drop(context);
        Ok(Opened::Many(Self {
            document,
            options: options.clone(),
            format,
            length,
            wanted,
        }))
    }

    pub fn format(&self) -> &'static Format {
        self.format
    }

    /// How many articles there are: at least two.
    pub fn len(&self) -> usize {
        self.length
    }

    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// The place, from 0 on, of the article that the options name.
    pub fn wanted(&self) -> Option<usize> {
        self.wanted
    }

    /// Reads the article that has this id, or this number from 1 on.
    ///
    /// # Errors
    ///
    /// [`DecodeError::NoSuchItem`], or those of [`List::decode`].
    pub fn named(&self, wanted: &str) -> Result<Decoded, DecodeError> {
        self.choose(|found| place(&found.items, wanted))
    }

    /// Reads the article at `index`, from 0 on.
    ///
    /// # Errors
    ///
    /// Those of [`decode`](super::decode()) for this article.
    pub fn decode(&self, index: usize) -> Result<Decoded, DecodeError> {
        self.choose(|_| Ok(index))
    }

    fn choose(
        &self,
        which: impl FnOnce(&Found<'_>) -> Result<usize, DecodeError>,
    ) -> Result<Decoded, DecodeError> {
        let context = self.document.context(&self.options);
        let found = detect::format(context.top(), self.options.format.as_deref())?;
        let article = read(&found, which(&found)?)?;
        let format = found.format;
        drop(found);
        finish(context, format, article, &self.options)
    }

    /// What a list shows of `count` articles from `start` on; one of which there is nothing to show is left out.
    pub fn entries(&self, start: usize, count: usize) -> Vec<Entry> {
        let context = self.document.context(&self.options);
        let Ok(found) = detect::format(context.top(), self.options.format.as_deref()) else {
            return Vec::new();
        };
        let mut entries = Vec::new();
        for (index, item) in found.items.iter().enumerate().skip(start).take(count) {
            if let Ok(mut article) = read(&found, index) {
                tidy::run(&mut article);
                if !article.is_empty() {
                    // Of two with the same id, the second is known by its number.
                    let own = id(*item).filter(|own| place(&found.items, own) == Ok(index));
                    let key = own.unwrap_or_else(|| text::digits(index + 1));
                    entries.push(Entry::of(article, key));
                }
            }
        }
        entries
    }
}

fn finish(
    context: Context<'_>,
    format: &'static Format,
    article: Article,
    options: &Options,
) -> Result<Decoded, DecodeError> {
    let mut decoded = complete(context, format, article, options)?;
    decoded.has_rare_blocks = has_rare_blocks(&mut decoded.article);
    Ok(decoded)
}

fn has_rare_blocks(article: &mut Article) -> bool {
    let mut found = false;
    let mut look = |blocks: &mut Vec<Block>| found |= are_rare(blocks);
    look(&mut article.standfirst);
    look(&mut article.body);
    found |= article
        .lead
        .as_mut()
        .is_some_and(|lead| are_rare(std::slice::from_mut(lead)));
    found
}

fn are_rare(blocks: &mut [Block]) -> bool {
    blocks.iter_mut().any(|block| {
        let mut is_rare = block.is_rare();
        block.each_inner(&mut |inner| is_rare |= are_rare(inner));
        is_rare
    })
}

/// Reads one of the articles that were found.
pub(super) fn read(found: &Found<'_>, index: usize) -> Result<Article, DecodeError> {
    let whole = found.whole;
    let item = found.items.get(index).copied().unwrap_or(whole);
    // An article may set a base of its own, which is not the next one's.
    let base = whole.base();
    let article = (found.format.decode)(Claimed { whole, item });
    whole.restore_base(base);
    article.map(|mut article| {
        tidy::foreign(&mut article);
        article
    })
}

/// The place of the article that the options name.
pub(super) fn wanted(found: &Found<'_>, options: &Options) -> Result<Option<usize>, DecodeError> {
    let wanted = options.item.as_deref();
    wanted.map(|wanted| place(&found.items, wanted)).transpose()
}

fn place(items: &[Cursor<'_>], wanted: &str) -> Result<usize, DecodeError> {
    let has_id = |item: &Cursor<'_>| id(*item).as_deref() == Some(wanted);
    let by_number = || {
        let number: usize = wanted.parse().ok()?;
        number.checked_sub(1).filter(|place| *place < items.len())
    };
    let place = items.iter().position(has_id).or_else(by_number);
    place.ok_or_else(|| DecodeError::NoSuchItem {
        wanted: wanted.chars().take(80).collect(),
        count: items.len(),
    })
}

/// What an article in a list is known by.
fn id(item: Cursor<'_>) -> Option<String> {
    fields::line_at(item, IDS).filter(|id| id.len() < 200)
}

/// In the order of how steady they are.
const IDS: &str = "id|_id|uri|guid|sys.id|ID|uuid|slug.current|slug|url";

#[cfg(test)]
mod tests {
    use crate::decode::{DecodeError, Document, Opened, Options};

    const FEED: &str = r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Paper", "items": [
        {"id": "rain", "title": "Rain", "content_text": "It rained."},
        {"id": 2, "title": "Wind", "content_text": "It blew."},
        {"title": "Snow", "content_text": "It snowed."}
    ]}"#;

    fn open(json: &str, item: Option<&str>) -> Result<Opened, DecodeError> {
        let options = Options {
            item: item.map(str::to_owned),
            ..Options::default()
        };
        Document::parse(json.as_bytes())?.open(&options)
    }

    fn headline(json: &str, item: &str) -> String {
        match open(json, Some(item)) {
            Ok(Opened::Many(list)) => {
                let place = list.wanted().expect("a place");
                let article = list.decode(place).expect("an article").article;
                crate::model::inline::plain_text(&article.headline)
            }
            Ok(Opened::One(_)) => "one".into(),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn an_article_is_asked_for_by_its_id_or_else_by_its_number() {
        assert_eq!(headline(FEED, "rain"), "Rain");
        assert_eq!(headline(FEED, "2"), "Wind");
        assert_eq!(headline(FEED, "3"), "Snow");
        assert_eq!(
            headline(FEED, "4"),
            "no article has the id or the number “4”; there are 3"
        );
    }

    #[test]
    fn a_list_shows_what_it_is_asked_for_and_no_more() {
        let Ok(Opened::Many(list)) = open(FEED, None) else {
            panic!("a list");
        };
        assert_eq!(list.len(), 3);
        let keys = |start, count| {
            let entries = list.entries(start, count);
            entries
                .into_iter()
                .map(|entry| entry.key)
                .collect::<Vec<_>>()
        };
        assert_eq!(keys(0, 2), ["rain", "2"]);
        assert_eq!(keys(2, 20), ["3"]);
    }

    #[test]
    fn of_two_articles_with_one_id_the_second_has_its_number() {
        let feed = r#"{"version": "https://jsonfeed.org/version/1", "items": [
            {"id": "a", "content_text": "One."}, {"id": "a", "content_text": "Two."}, {"id": "b", "content_text": "Three."}
        ]}"#;
        let Ok(Opened::Many(list)) = open(feed, None) else {
            panic!("a list");
        };
        let keys: Vec<_> = list
            .entries(0, 3)
            .into_iter()
            .map(|entry| entry.key)
            .collect();
        assert_eq!(keys, ["a", "2", "b"]);
        let second = list.named("2").expect("the second").article;
        assert_eq!(
            second.body,
            list.decode(1).expect("the second").article.body
        );
    }

    #[test]
    fn an_article_does_not_take_its_neighbours_addresses() {
        let list = r#"{"articles": [
            {"title": "One", "url": "https://first.example/a/1"},
            {"title": "Two", "url": "/story/2", "urlToImage": "/i.jpg"},
            {"title": "Three", "url": "https://third.example/3"}
        ]}"#;
        let Ok(Opened::Many(list)) = open(list, None) else {
            panic!("a list");
        };
        let entries = list.entries(0, 3);
        let publishers: Vec<_> = entries
            .iter()
            .map(|entry| {
                entry
                    .publisher
                    .as_ref()
                    .map(|publisher| publisher.name.as_str())
            })
            .collect();
        assert_eq!(
            publishers,
            [Some("first.example"), None, Some("third.example")]
        );
        assert_eq!(entries[1].image, None);
    }

    #[test]
    fn a_plain_list_keeps_what_has_the_format_of_the_first_article() {
        let posts = r#"[{"a": 1}, {"id": 5, "title": {"rendered": "Five"}, "content": {"rendered": "<p>5</p>"}},
            {"id": 6, "title": {"rendered": "Six"}, "content": {"rendered": "<p>6</p>"}}, 7]"#;
        let Ok(Opened::Many(list)) = open(posts, None) else {
            panic!("a list");
        };
        assert_eq!(list.format().name, "wordpress");
        assert_eq!(list.len(), 2);
    }

    #[test]
    fn one_article_in_a_list_is_an_article() {
        let feed = r#"{"version": "https://jsonfeed.org/version/1", "items": [{"id": "1", "content_text": "Rain."}]}"#;
        assert!(matches!(open(feed, None), Ok(Opened::One(_))));
        assert!(matches!(open(feed, Some("1")), Ok(Opened::One(_))));
    }
}
