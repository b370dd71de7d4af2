//! Who wrote it, and when.

use super::{View, picture};
use crate::host::intl;
use crate::model::{Article, Author, Byline, Timestamp};

pub fn byline(view: &mut View<'_>, article: &Article, now: Option<f64>) {
    let Article {
        byline,
        published,
        updated,
        ..
    } = article;
    // An update within the same minute is the same moment to a reader.
    let updated = updated.as_ref().filter(|updated| {
        published
            .as_ref()
            .is_none_or(|published| updated.is_after(published))
    });
    let named = byline.line.is_some() || !byline.authors.is_empty();
    let dated = published.is_some() || updated.is_some();
    if !named && !dated {
        return;
    }
    view.open("div.av-byline");
    if byline.authors.iter().any(|author| author.picture.is_some()) {
        view.open("div.av-byline__portraits");
        for image in byline
            .authors
            .iter()
            .filter_map(|author| author.picture.as_ref())
        {
            picture::thumbnail(view, image, "img.av-byline__portrait");
        }
        view.close();
    }
    view.open("div.av-byline__lines");
    if named {
        view.open("p.av-byline__names");
        match &byline.line {
            Some(line) => linked(view, line, &byline.authors),
            None => names(view, byline),
        }
        view.close();
    }
    if dated {
        view.open("p.av-dates");
        if let Some(published) = published {
            date(view, "span.av-dates__date", "published", published);
        }
        if let Some(updated) = updated {
            date(view, "span.av-dates__date", "updated", updated);
        }
        view.close();
    }
    if let (Some(published), Some(now)) = (published, now) {
        old(view, published, now);
    }
    view.close();
    view.close();
}

/// News of long ago reads like news of today, unless it says so.
fn old(view: &mut View<'_>, published: &Timestamp, now: f64) {
    const YEAR: f64 = 365.25 * 86_400_000.0;
    let years = ((now - published.milliseconds()) / YEAR) as u64;
    if years > 0 {
        let words = view.words.count("old", years);
        view.open("p.av-old");
        view.tell("span", &words);
        view.close();
    }
}

fn names(view: &mut View<'_>, byline: &Byline) {
    let (before, after) = view.words.around("authors_by", "names");
    // In an element of its own, since the line begins where the article's lines do.
    view.open("span");
    view.ours();
    view.text(before);
    let list = intl::list(byline.authors.len(), view.words.language().tag());
    // The list stands for each name with one character, which parts what is between the names.
    let mut authors = byline.authors.iter();
    for (index, between) in list.split('\u{1}').enumerate() {
        if index > 0
            && let Some(author) = authors.next()
        {
            name(view, author);
            if let Some(role) = &author.role {
                let words = view.words;
                view.text(words.text("authors_role"));
                view.open("bdi.av-byline__role");
                view.theirs();
                view.text(role);
                view.close();
            }
        }
        view.text(between);
    }
    view.text(after);
    view.close();
}

pub fn name(view: &mut View<'_>, author: &Author) {
    if let Some(link) = &author.link {
        view.open("a");
        view.attr("href", link.href());
        view.attr("rel", "author");
    }
    view.open("bdi.av-byline__name");
    view.theirs();
    view.text(&author.name);
    view.close();
    if author.link.is_some() {
        view.close();
    }
}

/// The publisher's own line, with the names of known authors in it linked.
fn linked(view: &mut View<'_>, line: &str, authors: &[Author]) {
    let mut rest = line;
    for author in authors.iter().filter(|author| author.link.is_some()) {
        if let Some((before, after)) = split_at_name(rest, &author.name) {
            view.text(before);
            name(view, author);
            rest = after;
        }
    }
    view.text(rest);
}

fn split_at_name<'a>(line: &'a str, name: &str) -> Option<(&'a str, &'a str)> {
    line.char_indices().find_map(|(place, _)| {
        let (before, rest) = line.split_at_checked(place)?;
        Some((before, rest.strip_prefix(name)?))
    })
}

/// A moment with the interface's words about it.
pub fn date(view: &mut View<'_>, shape: &'static str, key: &'static str, moment: &Timestamp) {
    let (before, after) = view.words.around(key, "date");
    view.open(shape);
    view.ours();
    view.text(before);
    view.open("bdi");
    let language = view.language;
    view.speak(language);
    time(view, moment);
    view.close();
    view.text(after);
    view.close();
}

/// A moment as a `time` element.
pub fn time(view: &mut View<'_>, moment: &Timestamp) {
    let words = view.words.date(moment, view.language);
    timed(view, moment, &words);
}

/// The day of a moment, where its time is of no interest.
pub fn day(view: &mut View<'_>, moment: &Timestamp) {
    let words = view.words.day(moment, view.language);
    timed(view, moment, &words);
}

fn timed(view: &mut View<'_>, moment: &Timestamp, words: &str) {
    view.open("time");
    view.attr("datetime", &moment.machine());
    view.text(words);
    view.close();
}
