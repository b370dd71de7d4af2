//! What the desk for editors asks of the app.
//!
//! It is called through the table, so that a build can put it into a file of its own (decision 0013).

use std::hint::black_box;

use super::{element, options};
use crate::browser::page;
use crate::decode::{Document, Opened, Options};
use crate::encode;
use crate::json;
use crate::load::Source;
use crate::load::source::Offer;
use crate::report;

/// The report on a file, as JSON, for those who have no desk.
pub fn report(bytes: &[u8], options: &Options) -> String {
    black_box(judge as fn(&[u8], &Options) -> String)(bytes, options)
}

fn judge(bytes: &[u8], options: &Options) -> String {
    report::report(bytes, options).json()
}

/// Answers what the desk has asked about the file that it has at hand, or that came last: `report`, `format` or `convert`.
pub fn answer(what: &str) {
    black_box(tell as fn(&str))(what);
}

fn tell(what: &str) {
    let offer = Offer::of_page();
    let base = match offer.choose() {
        Ok(Source::Address(address)) => address,
        Ok(Source::Inline(_)) | Err(_) => offer.base.clone(),
    };
    let mut options = options(&offer, base);
    let bytes = page::file_at_hand();
    let mut answer = what.to_owned();
    let mut say = |text: &str| {
        answer.push(page::BETWEEN);
        answer.push_str(text);
    };
    match what {
        "report" => {
            let report = report::report(&bytes, &options);
            say(&report.json());
            say(&report.text());
        }
        "format" => say(&formatted(&bytes)),
        _ => {
            options.keeps_notes = false;
            say(&converted(&bytes, &options).unwrap_or_default());
        }
    }
    page::late("answerDesk", &answer);
}

/// The same JSON laid out for people: every digit and every member stays as it is. Nothing where it is no JSON.
fn formatted(bytes: &[u8]) -> String {
    let parsed = std::str::from_utf8(bytes)
        .ok()
        .and_then(|text| json::parse(text).ok());
    let parsed = parsed.filter(|parsed| !parsed.repaired);
    parsed.map_or_else(String::new, |parsed| encode::json(&parsed.value))
}

/// The article in our own format; nothing where there is none, or where it is one of several and nobody says which.
fn converted(bytes: &[u8], options: &Options) -> Option<String> {
    let decoded = match Document::parse(bytes)
        .and_then(|document| document.open(options))
        .ok()?
    {
        Opened::One(decoded) => decoded,
        Opened::Many(list) => list.decode(list.wanted()?).ok()?,
    };
    Some(element::written(&decoded.article))
}
