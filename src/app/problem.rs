//! The one place where an error becomes a sentence for readers, with the developer's line in a details element.

use crate::decode::{DecodeError, Guess};
use crate::host::url;
use crate::load::LoadError;
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

/// The alert for `failure`; `home` is the address of an article that can be read instead.
pub fn problem(failure: &Failure, words: &Words, home: Option<String>) -> Node {
    let (sentence, hint, technical, may_pass) = match failure {
        Failure::Load(error) => (
            load_sentence(error, words),
            load_hint(error, words),
            error.to_string(),
            error.may_pass(),
        ),
        Failure::Decode(error) => {
            // A file that was cut short on its way may come whole another time.
            let cut = matches!(
                error,
                DecodeError::NotJson {
                    looks_like: Guess::CutShort | Guess::Empty,
                    ..
                }
            );
            (
                decode_sentence(error, words),
                decode_hint(error, words),
                error.to_string(),
                cut,
            )
        }
    };
    let out = &mut Out::default();
    out.open("div.av-problem");
    out.attr("role", "alert");
    out.leaf("h1", words.text("problem_heading"));
    out.leaf("p", &sentence);
    if let Some(hint) = hint {
        out.leaf("p", &hint);
    }
    if may_pass || home.is_some() {
        out.open("p.av-problem__actions");
        if may_pass {
            out.open("button.av-button");
            out.attr("type", "button");
            out.attr("data-action", "retry");
            out.text(words.text("retry"));
            out.close();
        }
        if let Some(home) = home {
            out.open("a");
            out.attr("href", &home);
            out.text(words.text("open_default"));
            out.close();
        }
        out.close();
    }
    out.open("details");
    out.leaf("summary", words.text("details"));
    out.open("p");
    out.open("code");
    out.attr("dir", "ltr");
    out.text(&technical);
    out.close();
    out.close();
    out.close();
    out.close();
    std::mem::take(out).into()
}

fn load_sentence(error: &LoadError, words: &Words) -> String {
    let about = |key, host: &str| words.with(key, "host", host);
    match error {
        LoadError::BadAddress { .. } => words.text("problem_address").to_owned(),
        LoadError::OriginNotAllowed { origin } => {
            about("problem_origin", url::host(origin).unwrap_or(origin))
        }
        LoadError::Offline => words.text("problem_offline").to_owned(),
        LoadError::Unreachable { host } => about("problem_unreachable", host),
        LoadError::NoAnswer { host, .. } => about("problem_headers", host),
        LoadError::Stalled { host, .. } | LoadError::BrokenOff { host, .. } => {
            about("problem_stalled", host)
        }
        LoadError::TooSlow { .. } => words.text("problem_slow").to_owned(),
        LoadError::Cancelled => words.text("problem_cancelled").to_owned(),
        LoadError::TooLarge { limit } => words.with(
            "problem_too_large",
            "limit",
            &(limit >> 20).max(1).to_string(),
        ),
        LoadError::Status { status, host } => match status {
            404 | 410 => words.text("problem_not_found").to_owned(),
            401 | 402 | 403 | 407 | 451 => about("problem_forbidden", host),
            204 | 205 => words.text("problem_empty").to_owned(),
            429 => about("problem_busy", host),
            400..500 => about("problem_refused", host),
            500.. => about("problem_server", host),
            _ => about("problem_status", host),
        },
    }
}

fn load_hint(error: &LoadError, words: &Words) -> Option<String> {
    match error {
        LoadError::OriginNotAllowed { origin } => {
            Some(words.with("problem_origin_hint", "origin", origin))
        }
        _ => None,
    }
}

fn decode_sentence(error: &DecodeError, words: &Words) -> String {
    match error {
        DecodeError::NotJson {
            line,
            column,
            looks_like,
        } => match looks_like {
            Guess::Empty => words.text("problem_empty").to_owned(),
            Guess::Html => words.text("problem_html").to_owned(),
            Guess::Xml => words.text("problem_xml").to_owned(),
            Guess::CutShort => words.text("problem_cut").to_owned(),
            Guess::TooDeep => words.text("problem_deep").to_owned(),
            Guess::HugeNumber => words.text("problem_number").to_owned(),
            Guess::Binary => words.text("problem_binary").to_owned(),
            Guess::Text => words.text("problem_text").to_owned(),
            Guess::Slip => {
                let (before, after) = words.around("problem_slip", "line");
                let (between, after) = around(after, "column");
                [
                    before,
                    &line.to_string(),
                    between,
                    &column.to_string(),
                    after,
                ]
                .concat()
            }
        },
        DecodeError::UnknownFormat { .. } => words.text("problem_unknown").to_owned(),
        DecodeError::NoSuchFormat { name } => words.with("problem_format", "name", name),
        DecodeError::NotAnArticle { what, .. } => words.with("problem_not_article", "what", what),
        DecodeError::Unexpected { .. } => words.text("problem_unexpected").to_owned(),
        DecodeError::NothingToRead { .. } => words.text("problem_nothing").to_owned(),
    }
}

fn decode_hint(error: &DecodeError, words: &Words) -> Option<String> {
    match error {
        DecodeError::UnknownFormat { top_level_keys, .. } if !top_level_keys.is_empty() => {
            Some(words.with("problem_keys", "keys", &top_level_keys.join(", ")))
        }
        _ => None,
    }
}
