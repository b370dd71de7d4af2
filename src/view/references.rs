//! Tags and related articles, below the text.

use super::article::isolated;
use super::{Node, Words, byline, el, headline, picture};
use crate::model::{Related, Tag};

pub fn tags(tags: Vec<Tag>, words: &Words) -> Option<Node> {
    if tags.is_empty() {
        return None;
    }
    let tag = |tag: Tag| {
        let name = isolated(tag.name);
        let name = match tag.link {
            Some(link) => el("a")
                .attr("href", link.href().to_owned())
                .attr("rel", "tag")
                .child(name)
                .into(),
            None => name,
        };
        el("li").class("av-tags__tag").child(name).into()
    };
    let list = el("ul")
        .class("av-tags")
        .attr("aria-label", words.text("tags"));
    Some(list.children(tags.into_iter().map(tag)).into())
}

pub fn related(
    entries: Vec<Related>,
    words: &Words,
    language: &str,
    headline_level: u8,
) -> Option<Node> {
    if entries.is_empty() {
        return None;
    }
    let heading = el(headline::tag(headline_level + 1))
        .class("av-related__heading")
        .text(words.text("related"));
    let entry = |entry: Related| {
        let details = entry.publisher.map(isolated).into_iter().chain(
            entry
                .published
                .map(|moment| byline::time(&moment, words, language)),
        );
        let details: Vec<Node> = details.collect();
        let details = (!details.is_empty()).then(|| {
            el("p")
                .class("av-related__details")
                .children(details)
                .into()
        });
        let link = el("a")
            .attr("href", entry.link.href().to_owned())
            .child(isolated(entry.title));
        el("li")
            .class("av-related__entry")
            .children(
                entry
                    .image
                    .map(|image| picture::thumbnail(image, "av-related__image").into()),
            )
            .child(el("div").child(link).children(details))
            .into()
    };
    let list = el("ul")
        .class("av-related__entries")
        .children(entries.into_iter().map(entry));
    Some(
        el("section")
            .class("av-related")
            .child(heading)
            .child(list)
            .into(),
    )
}
