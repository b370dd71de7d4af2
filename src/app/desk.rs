//! What the desk for editors asks of the app.
//!
//! It is called through the table, so that a build can put it into a file of its own (decision 0013).

use std::hint::black_box;

use super::options;
use crate::browser::page;
use crate::decode::{Decoded, decode};
use crate::encode;
use crate::load::Source;
use crate::load::source::Offer;
use crate::report;

/// Answers what the desk has asked about the file that it has at hand, or that came last: `report` or `convert`.
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
    if what == "report" {
        let report = report::report(&bytes, &options);
        say(&report.json());
        say(&report.text());
    } else {
        options.keeps_notes = false;
        // Where there is no article, there is nothing to convert.
        let encoded =
            decode(&bytes, &options).map(|Decoded { article, .. }| encode::encode(&article));
        say(&encoded.unwrap_or_default());
    }
    page::late("answerDesk", &answer);
}
