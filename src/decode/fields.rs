//! Tables of fields: where a format keeps something, and what reads it.
//!
//! A table costs a few bytes of data a row where code would cost fifty, and it can be read aloud.

use super::Cursor;
use crate::model::Article;

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

pub fn canonical(from: Cursor<'_>, article: &mut Article) {
    article.canonical = from.as_link().filter(|link| link.is_web());
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
