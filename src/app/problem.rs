//! The one place where an error becomes a sentence for readers, with the developer's line in a details element.

use crate::decode::{DecodeError, Guess};
use crate::host::url;
use crate::load::LoadError;
use crate::view::{Node, Words, el};

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
    let retry = may_pass.then(|| {
        el("button")
            .attr("type", "button")
            .class("av-button")
            .attr("data-action", "retry")
            .text(words.text("retry"))
            .into()
    });
    let home = home.map(|href| {
        el("a")
            .attr("href", href)
            .text(words.text("open_default"))
            .into()
    });
    let actions: Vec<Node> = [retry, home].into_iter().flatten().collect();
    let details = el("details")
        .child(el("summary").text(words.text("details")))
        .child(el("p").child(el("code").attr("dir", "ltr").text(technical)));
    el("div")
        .class("av-problem")
        .attr("role", "alert")
        .child(el("h1").text(words.text("problem_heading")))
        .child(el("p").text(sentence))
        .children(hint.map(|hint| el("p").text(hint).into()))
        .children((!actions.is_empty()).then(|| {
            el("p")
                .class("av-problem__actions")
                .children(actions)
                .into()
        }))
        .child(details)
        .into()
}

fn load_sentence(error: &LoadError, words: &Words) -> String {
    let about = |key, host: &str| words.with(key, "host", host);
    match error {
        LoadError::BadAddress { .. } => words.text("problem_address"),
        LoadError::OriginNotAllowed { origin } => {
            about("problem_origin", url::host(origin).unwrap_or(origin))
        }
        LoadError::Offline => words.text("problem_offline"),
        LoadError::Unreachable { host } => about("problem_unreachable", host),
        LoadError::NoAnswer { host, .. } => about("problem_headers", host),
        LoadError::Stalled { host, .. } | LoadError::BrokenOff { host, .. } => {
            about("problem_stalled", host)
        }
        LoadError::TooSlow { .. } => words.text("problem_slow"),
        LoadError::Cancelled => words.text("problem_cancelled"),
        LoadError::TooLarge { limit } => words.with(
            "problem_too_large",
            "limit",
            &(limit >> 20).max(1).to_string(),
        ),
        LoadError::Status { status, host } => match status {
            404 | 410 => words.text("problem_not_found"),
            401 | 402 | 403 | 407 | 451 => about("problem_forbidden", host),
            204 | 205 => words.text("problem_empty"),
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
            Guess::Empty => words.text("problem_empty"),
            Guess::Html => words.text("problem_html"),
            Guess::Xml => words.text("problem_xml"),
            Guess::CutShort => words.text("problem_cut"),
            Guess::TooDeep => words.text("problem_deep"),
            Guess::HugeNumber => words.text("problem_number"),
            Guess::Binary => words.text("problem_binary"),
            Guess::Text => words.text("problem_text"),
            Guess::Slip => words
                .with("problem_slip", "line", &line.to_string())
                .replace("{column}", &column.to_string()),
        },
        DecodeError::UnknownFormat { .. } => words.text("problem_unknown"),
        DecodeError::NoSuchFormat { name } => words.with("problem_format", "name", name),
        DecodeError::NotAnArticle { what, .. } => words.with("problem_not_article", "what", what),
        DecodeError::Unexpected { .. } => words.text("problem_unexpected"),
        DecodeError::NothingToRead { .. } => words.text("problem_nothing"),
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
