//! Several articles as a front page: what each is about, and the way into it.

use super::{Node, Out, View, Words, byline, inline, picture};
use crate::host::text::{concat, digits};
use crate::host::url;
use crate::model::{Article, Entry};

/// What a list says of itself and where its articles are opened.
#[derive(Clone, Copy, Debug)]
pub struct Front<'a> {
    /// How many articles there are in all.
    pub length: usize,
    /// The address of the list; that of an article in it has `item=` and its key behind this.
    pub address: &'a str,
    /// The publisher that the page names already.
    pub publisher: &'a str,
}

/// The list with its first entries; `reached` articles have been looked at for them.
pub fn list(front: Front<'_>, entries: &[Entry], reached: usize, words: &Words) -> Node {
    let mut out = Out::default();
    out.open("section.av-front");
    let heading = words.count("list_count", front.length as u64);
    out.leaf("h1.av-front__heading@tabindex=-1", &heading);
    out.node(&batch(front, entries, 0, reached, words));
    out.close();
    out.into()
}

/// Some entries, of which the first is the one at `start`; `reached` have been shown by the end of it.
pub fn batch(
    front: Front<'_>,
    entries: &[Entry],
    start: usize,
    reached: usize,
    words: &Words,
) -> Node {
    let mut out = Out::default();
    out.open("div.av-front__batch");
    // Lists without their marks are no lists to some screen readers, unless they say so.
    out.open("ol.av-front__entries@role=list");
    if start > 0 {
        out.attr("start", &digits(start + 1));
    }
    for (index, entry) in entries.iter().enumerate() {
        let leads = start + index == 0 && entry.image.is_some();
        out.node(&self::entry(front, entry, leads, words));
    }
    out.close();
    if reached < front.length {
        out.open("div.av-rest>button.av-button@type=button@data-action=more");
        out.text(words.text("rest_show"));
        out.close();
        out.close();
    }
    out.close();
    out.into()
}

fn entry(front: Front<'_>, entry: &Entry, leads: bool, words: &Words) -> Node {
    let about = Article {
        language: entry.language.clone(),
        direction: Some(entry.direction),
        ..Article::default()
    };
    let view = &mut View::new(words, &about, 2);
    view.open("li.av-entry");
    let (language, direction) = (view.named, view.direction);
    view.attr("lang", language);
    view.attr("dir", direction);
    if leads {
        view.attr("data-leads", "");
    }
    if let Some(image) = &entry.image {
        view.open("div.av-entry__picture");
        let loading = match leads {
            true => picture::Loading::First,
            false => picture::Loading::Lazy,
        };
        picture::beside_words(
            view,
            image,
            loading,
            match leads {
                true => "(min-width: 52em) 34em, 100vw",
                false => "(min-width: 34em) 18em, 7em",
            },
        );
        view.close();
    }
    view.open("div.av-entry__words");
    if entry.is_live {
        view.open("p.av-entry__live");
        view.say("span", "live");
        view.close();
    }
    if let Some(section) = &entry.section {
        view.field("p.av-entry__section", section);
    }
    view.open("h2.av-entry__headline>a");
    match &entry.elsewhere {
        Some(link) => view.attr("href", link.href()),
        None => view.attr("href", &address(front.address, &entry.key)),
    }
    if entry.headline.is_empty() {
        view.say("span", "article");
    } else {
        inline::inlines(view, &entry.headline);
    }
    view.close();
    view.close();
    if !entry.summary.is_empty() {
        view.field("p.av-entry__summary", &entry.summary);
    }
    details(view, front, entry);
    view.close();
    view.close();
    view.finish()
}

/// Who published it and when, and how long it is.
fn details(view: &mut View<'_>, front: Front<'_>, entry: &Entry) {
    let publisher = entry.publisher.as_ref().map(|publisher| &publisher.name);
    let publisher = publisher.filter(|name| *name != front.publisher);
    if publisher.is_none() && entry.published.is_none() && entry.minutes.is_none() {
        return;
    }
    view.open("p.av-entry__details");
    if let Some(publisher) = publisher {
        view.isolated(publisher);
    }
    if let Some(moment) = &entry.published {
        byline::day(view, moment);
    }
    if let Some(minutes) = entry.minutes {
        let words = view.words.count("minutes", minutes.into());
        view.tell("span", &words);
    }
    view.close();
}

/// The address of the article with this key in the list at `list`.
pub fn address(list: &str, key: &str) -> String {
    let joint = if list.contains('?') { "&" } else { "?" };
    concat(&[list, joint, "item=", &url::component(key)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_of_an_article_survives_its_address() {
        assert_eq!(
            address("?src=feed.json", "a b&c=d"),
            "?src=feed.json&item=a%20b%26c%3Dd"
        );
        assert_eq!(address("", "3"), "?item=3");
    }
}
