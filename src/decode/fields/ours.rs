//! Tables of fields, and the readers of members that our own format has too: what stands here is in the first file of
//! the wasm, and the others of `fields` are with the formats (decision 0013).

use crate::decode::Cursor;
use crate::model::block::Heading;
use crate::model::{Article, Block, SafeLink, Text};

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

/// The article's own address, which other addresses are relative to unless the caller knows better.
pub fn canonical(from: Cursor<'_>, article: &mut Article) {
    article.canonical = web_link(from);
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
    article.published = from.as_timestamp().or(article.published.take());
}

pub fn updated(from: Cursor<'_>, article: &mut Article) {
    article.updated = from.as_timestamp().or(article.updated.take());
}

pub fn copyright(from: Cursor<'_>, article: &mut Article) {
    article.copyright = from.as_line();
}

/// An address on the web: what an address of a person or a post may not be is a mailbox.
pub fn web_link(from: Cursor<'_>) -> Option<SafeLink> {
    from.as_link().filter(SafeLink::is_web)
}

/// A heading of the rank that its member `level` says, 2 where it says none; 1 is the headline's.
pub fn heading(from: Cursor<'_>, text: Text) -> Block {
    let level = from.number("level").unwrap_or(2.0);
    Block::Heading(Heading {
        level: level.clamp(2.0, 6.0) as u8,
        text,
    })
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
