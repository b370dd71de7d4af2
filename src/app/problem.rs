//! The one place where an error becomes a sentence for readers, with the developer's line in a details element.

use crate::decode::DecodeError;
use crate::decode::error::list;
use crate::host::text::{concat, digits};
use crate::host::url;
use crate::load::{LoadError, LoadErrorKind};
use crate::view::words::around;
use crate::view::{Node, Out, Words};

/// Why the article is not there.
#[derive(Debug)]
pub enum Failure {
    Load(LoadError),
    Decode(DecodeError),
}

impl From<LoadError> for Failure {
    fn from(error: LoadError) -> Self {
        Self::Load(error)
    }
}

impl From<DecodeError> for Failure {
    fn from(error: DecodeError) -> Self {
        Self::Decode(error)
    }
}

/// The alert for `failure`, and its heading; `other`: there is another article, the page's own, to offer instead.
///
/// Its sentences are a part of the program that comes when the first article is shown, or when it is needed before; so
/// this is called through the table, and a build can put it into a file of its own (decision 0013).
pub fn problem(failure: &Failure, words: &Words, other: bool) -> (Node, String) {
    type Problem = fn(&Failure, &Words, bool) -> (Node, String);
    std::hint::black_box(told as Problem)(failure, words, other)
}

fn told(failure: &Failure, words: &Words, other: bool) -> (Node, String) {
    let words = &words.with_english(include_str!("../../words/en/problem.json"));
    let (sentence, hint) = match failure {
        Failure::Load(error) => load_sentences(error, words),
        Failure::Decode(error) => decode_sentences(error, words),
    };
    let (technical, may_pass) = match failure {
        Failure::Load(error) => (error.technical(), error.may_pass()),
        // A file that was cut short on its way may come whole another time.
        Failure::Decode(error) => (error.technical(), error.is_cut_short()),
    };
    let out = &mut Out::default();
    out.open("div.av-problem");
    out.attr("role", "alert");
    out.leaf("h1", words.text("problem_heading"));
    out.leaf("p", &sentence);
    if let Some(hint) = hint {
        out.leaf("p", &hint);
    }
    if may_pass || other {
        out.open("p.av-problem__actions");
        if may_pass {
            out.open("button.av-button");
            out.attr("type", "button");
            out.attr("data-action", "retry");
            out.text(words.text("retry"));
            out.close();
        }
        if other {
            out.open("a");
            // The page without its query.
            out.attr("href", "?");
            out.text(words.text("open_default"));
            out.close();
        }
        out.close();
    }
    out.open("details");
    out.leaf("summary", words.text("details"));
    out.open("p");
    out.open("code");
    out.attr("lang", "en");
    out.attr("dir", "ltr");
    out.text(&technical);
    out.close();
    out.close();
    out.close();
    out.close();
    let heading = words.text("problem_heading").to_owned();
    (std::mem::take(out).into(), heading)
}

fn load_sentences(error: &LoadError, words: &Words) -> (String, Option<String>) {
    let key = concat(&["problem_", error.kind.code()]);
    let LoadError {
        kind,
        subject,
        number,
    } = error;
    match kind {
        LoadErrorKind::Origin => (
            words.with(&key, "host", url::host(subject).unwrap_or(subject)),
            Some(words.with("problem_origin_hint", "origin", subject)),
        ),
        LoadErrorKind::TooLarge => (
            words.with(&key, "limit", &digits((number >> 20).max(1))),
            None,
        ),
        _ => (words.with(&key, "host", subject), None),
    }
}

fn decode_sentences(error: &DecodeError, words: &Words) -> (String, Option<String>) {
    let key = concat(&["problem_", error.code()]);
    match error {
        DecodeError::NotJson { line, column, .. } => {
            let (before, after) = words.around(&key, "line");
            let (between, after) = around(after, "column");
            let place = |number: &usize, follows: &str| {
                if follows.is_empty() {
                    String::new()
                } else {
                    digits(*number)
                }
            };
            let sentence = [
                before,
                &place(line, between),
                between,
                &place(column, after),
                after,
            ];
            (concat(&sentence), None)
        }
        DecodeError::UnknownFormat { top_level_keys, .. } => {
            let hint = || words.with("problem_keys", "keys", &list(top_level_keys));
            (
                words.text(&key).to_owned(),
                (!top_level_keys.is_empty()).then(hint),
            )
        }
        DecodeError::NoSuchFormat { name } => (words.with(&key, "name", name), None),
        DecodeError::NoSuchItem { wanted, .. } => (words.with(&key, "name", wanted), None),
        // What it is called in English is also the key of its name in other languages.
        DecodeError::NotAnArticle { what, .. } => {
            (words.with(&key, "what", words.text(what)), None)
        }
        DecodeError::Unexpected { .. } | DecodeError::NothingToRead { .. } => {
            (words.text(&key).to_owned(), None)
        }
    }
}
