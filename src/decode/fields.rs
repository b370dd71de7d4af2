//! Tables of fields: where a format keeps something, and what reads it.
//!
//! A table costs a few bytes of data a row where code would cost fifty, and it can be read aloud.

use super::{Cursor, html, plain};
use crate::host::clock;
use crate::model::block::Paragraph;
use crate::model::{Article, Author, Block, Inline, Notice, NoticeKind, Tag, Timestamp};

/// One row: addresses of a member, the first that is not empty counts, and what puts it into the article.
///
/// `"headlines.basic|headline"` is the member `basic` of `headlines`, else `headline`.
pub type Field = (&'static str, fn(Cursor<'_>, &mut Article));

/// Reads every row of a table.
pub fn read(top: Cursor<'_>, article: &mut Article, fields: &[Field]) {
    for (addresses, put) in fields {
        if let Some(found) = top.first(addresses) {
            put(found, article);
        }
    }
}

// What reads the members that mean the same in every format.

pub fn id(from: Cursor<'_>, article: &mut Article) {
    article.id = from.as_line();
}

pub fn language(from: Cursor<'_>, article: &mut Article) {
    article.language = from.as_language();
}

/// Where the article lives. Its row stands first in every table, since other addresses may be relative to it.
pub fn canonical(from: Cursor<'_>, article: &mut Article) {
    article.canonical = from.as_link().filter(|link| link.is_web());
    if from.base().is_none()
        && let Some(canonical) = &article.canonical
    {
        from.set_base(canonical.href());
    }
}

pub fn kicker(from: Cursor<'_>, article: &mut Article) {
    article.kicker = from.as_line();
}

pub fn byline(from: Cursor<'_>, article: &mut Article) {
    article.byline.line = from.as_line();
}

pub fn dateline(from: Cursor<'_>, article: &mut Article) {
    article.dateline = from.as_line();
}

pub fn published(from: Cursor<'_>, article: &mut Article) {
    article.published = from.as_timestamp();
}

pub fn updated(from: Cursor<'_>, article: &mut Article) {
    article.updated = from.as_timestamp();
}

pub fn copyright(from: Cursor<'_>, article: &mut Article) {
    article.copyright = from.as_line();
}

pub fn headline_html(from: Cursor<'_>, article: &mut Article) {
    article.headline = inlines(from);
}

/// A text in which entities are decoded once, and a `<` is a character like any other.
pub fn headline_entities(from: Cursor<'_>, article: &mut Article) {
    let text = from.as_text().map(|text| html::entities(&text));
    article.headline = text.map(Inline::plain).into_iter().collect();
}

pub fn headline_text(from: Cursor<'_>, article: &mut Article) {
    article.headline = from.as_text().map(Inline::plain).into_iter().collect();
}

pub fn standfirst_html(from: Cursor<'_>, article: &mut Article) {
    article.standfirst = blocks(from);
}

pub fn standfirst_entities(from: Cursor<'_>, article: &mut Article) {
    article.standfirst = plain::decoded(&from.as_text().unwrap_or_default());
}

pub fn standfirst_text(from: Cursor<'_>, article: &mut Article) {
    article.standfirst = plain::blocks(&from.as_text().unwrap_or_default());
}

pub fn body_html(from: Cursor<'_>, article: &mut Article) {
    article.body = blocks(from);
}

pub fn body_text(from: Cursor<'_>, article: &mut Article) {
    article.body = plain::blocks(&from.as_text().unwrap_or_default());
}

// What formats read single values with.

/// This text, which is HTML, as one line of inlines.
#[inline(never)]
pub fn inlines(from: Cursor<'_>) -> Vec<Inline> {
    let text = from.as_text();
    text.map(|text| html::inlines(from, &text))
        .unwrap_or_default()
}

/// This text, which is HTML, as blocks.
#[inline(never)]
pub fn blocks(from: Cursor<'_>) -> Vec<Block> {
    let text = from.as_text();
    text.map(|text| html::blocks(from, &text))
        .unwrap_or_default()
}

/// A paragraph of this text.
pub fn paragraph(text: Vec<Inline>) -> Block {
    Block::Paragraph(Paragraph { text })
}

/// An author who has a name, and not just an e-mail address: those are for colleagues, not for readers.
pub fn author(name: &str) -> Option<Author> {
    let name = name.trim();
    let address = name.contains('@') && !name.contains(' ');
    (!name.is_empty() && !address).then(|| Author {
        name: name.to_owned(),
        ..Author::default()
    })
}

/// Adds a tag unless there is one of this name.
#[inline(never)]
pub fn push_tag(name: &str, article: &mut Article) {
    let name = name.trim();
    if !name.is_empty() && !article.tags.iter().any(|tag| tag.name == name) {
        article.tags.push(Tag {
            name: name.to_owned(),
            link: None,
        });
    }
}

/// A notice in our own words.
pub fn notice(kind: NoticeKind, article: &mut Article) {
    article.notices.push(Notice {
        kind,
        message: None,
        link: None,
    });
}

/// An article without a text says that it is to be read elsewhere, unless another notice says why there is none.
pub fn elsewhere(article: &mut Article) {
    if article.body.is_empty() && article.notices.is_empty() {
        notice(NoticeKind::Elsewhere, article);
        if let Some(notice) = article.notices.first_mut() {
            notice.link = article.canonical.clone();
        }
    }
}

/// Whether this moment lies behind us, as far as the clock of this machine is right.
pub fn is_past(moment: &Timestamp) -> bool {
    moment.milliseconds() < clock::now()
}

/// Whether `word` stands somewhere in `text`, in small or capital ASCII letters.
///
/// The general search would cost the wasm kilobytes; this one is for the few short words that formats look for.
#[inline(never)]
pub fn mentions(text: &str, word: &str) -> bool {
    text.as_bytes()
        .windows(word.len().max(1))
        .any(|window| window.eq_ignore_ascii_case(word.as_bytes()))
}
