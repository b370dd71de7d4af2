//! Who wrote it, and when.

use super::article::isolated;
use super::{Node, Words, el, picture};
use crate::model::{Author, Byline, Timestamp};

pub fn byline(
    byline: Byline,
    published: Option<Timestamp>,
    updated: Option<Timestamp>,
    words: &Words,
    language: &str,
) -> Option<Node> {
    // An update within the same minute is the same moment to a reader.
    let updated = updated.filter(|updated| {
        published
            .as_ref()
            .is_none_or(|first| updated.is_after(first))
    });
    let portraits: Vec<Node> = byline.authors.iter().filter_map(portrait).collect();
    let lines = [
        names(byline, words, language),
        dates(published, updated, words, language),
    ];
    let lines: Vec<Node> = lines.into_iter().flatten().collect();
    if lines.is_empty() {
        return None;
    }
    let node = el("div").class("av-byline");
    let node = match portraits.is_empty() {
        true => node,
        false => node.child(el("div").class("av-byline__portraits").children(portraits)),
    };
    Some(
        node.child(el("div").class("av-byline__lines").children(lines))
            .into(),
    )
}

/// Decoration beside the name, so it has no alternative text of its own.
fn portrait(author: &Author) -> Option<Node> {
    let image = author.picture.clone()?;
    Some(picture::thumbnail(image, "av-byline__portrait").into())
}

fn names(byline: Byline, words: &Words, language: &str) -> Option<Node> {
    let line = el("p").class("av-byline__names");
    match (byline.line, byline.authors) {
        (None, authors) if authors.is_empty() => None,
        (None, authors) => {
            let (before, after) = words.around("authors_by", "names");
            let between = words.list(authors.len(), language);
            let names = authors
                .into_iter()
                .zip(between.into_iter().skip(1))
                .flat_map(|(author, after)| {
                    author_name(author).into_iter().chain([Node::text(after)])
                });
            Some(line.text(before).children(names).text(after).into())
        }
        (Some(text), authors) => Some(line.children(linked(text, authors)).into()),
    }
}

fn author_name(author: Author) -> Vec<Node> {
    let name = el("bdi").class("av-byline__name").text(author.name);
    let name: Node = match author.link {
        Some(link) => el("a")
            .attr("href", link.href().to_owned())
            .attr("rel", "author")
            .child(name)
            .into(),
        None => name.into(),
    };
    let role = author.role.map(|role| {
        [
            Node::text(", "),
            el("span")
                .class("av-byline__role")
                .child(isolated(role))
                .into(),
        ]
    });
    [name]
        .into_iter()
        .chain(role.into_iter().flatten())
        .collect()
}

/// The publisher's own line, with the names of known authors in it linked.
fn linked(line: String, authors: Vec<Author>) -> Vec<Node> {
    let mut nodes = Vec::new();
    let mut rest = line.as_str();
    for author in authors {
        let Some(link) = author.link else { continue };
        let Some((before, after)) = split_at_name(rest, &author.name) else { continue };
        nodes.push(Node::text(before.to_owned()));
        let name = el("bdi").class("av-byline__name").text(author.name);
        nodes.push(
            el("a")
                .attr("href", link.href().to_owned())
                .attr("rel", "author")
                .child(name)
                .into(),
        );
        rest = after;
    }
    nodes.push(Node::text(rest.to_owned()));
    nodes
}

fn split_at_name<'a>(line: &'a str, name: &str) -> Option<(&'a str, &'a str)> {
    line.char_indices().find_map(|(place, _)| {
        let (before, rest) = line.split_at_checked(place)?;
        Some((before, rest.strip_prefix(name)?))
    })
}

fn dates(
    published: Option<Timestamp>,
    updated: Option<Timestamp>,
    words: &Words,
    language: &str,
) -> Option<Node> {
    let published = published.map(|moment| date("published", moment, words, language));
    let updated = updated.map(|moment| date("updated", moment, words, language));
    if published.is_none() && updated.is_none() {
        return None;
    }
    Some(
        el("p")
            .class("av-dates")
            .children(published)
            .children(updated)
            .into(),
    )
}

fn date(key: &'static str, moment: Timestamp, words: &Words, language: &str) -> Node {
    let (before, after) = words.around(key, "date");
    let time = time(&moment, words, language);
    el("span")
        .class("av-dates__date")
        .text(before)
        .child(time)
        .text(after)
        .into()
}

/// A moment as a `time` element.
pub fn time(moment: &Timestamp, words: &Words, language: &str) -> Node {
    el("time")
        .attr("datetime", moment.machine())
        .text(words.date(moment, language))
        .into()
}
