//! The interface's own words, in one language, and dates and numbers as languages write them.

use crate::host::intl::{self, Clock, DateStyle};
use crate::json::{self, Json};
use crate::model::Timestamp;
use crate::model::timestamp::Precision;

/// The interface's strings in one language.
///
/// Keys are those of `words/en.json`; a language that lacks one falls back to English.
/// Views receive it as a value, so two viewers on one page may speak two languages.
#[derive(Clone, Debug)]
pub struct Words {
    language: String,
    texts: Json,
}

impl Default for Words {
    fn default() -> Self {
        Self::english()
    }
}

impl Words {
    /// The built-in words.
    pub fn english() -> Self {
        let texts = json::parse(include_str!("../../words/en.json")).map(|parsed| parsed.value);
        Self {
            language: "en".into(),
            texts: texts.unwrap_or_default(),
        }
    }

    /// The interface's language, as a BCP 47 tag.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The text of `key`; the key itself where there is none, which a test excludes.
    #[inline(never)]
    pub fn text<'a>(&'a self, key: &'a str) -> &'a str {
        self.texts.get(key).and_then(Json::as_str).unwrap_or(key)
    }

    /// The text of `key` with `{name}` replaced by `value`.
    #[inline(never)]
    pub fn with(&self, key: &str, name: &str, value: &str) -> String {
        let text = self.text(key);
        let (before, after) = around(text, name);
        // Not every sentence names what it is about.
        let value = if before.len() == text.len() {
            ""
        } else {
            value
        };
        [before, value, after].concat()
    }

    /// What stands before and after `{name}` in the text of `key`, for callers who put an element there.
    #[inline(never)]
    pub fn around<'a>(&'a self, key: &'a str, name: &str) -> (&'a str, &'a str) {
        around(self.text(key), name)
    }

    /// The form of `key` that goes with `count`, with `{count}` replaced.
    pub fn count(&self, key: &'static str, count: u64) -> String {
        let number = intl::number(count as f64, &self.language);
        let category = intl::plural(count as f64, &self.language);
        let forms = self.texts.get(key);
        let form =
            forms.and_then(|forms| forms.get(category.as_str()).or_else(|| forms.get("other")));
        let (before, after) = around(form.and_then(Json::as_str).unwrap_or(key), "count");
        [before, &number, after].concat()
    }

    /// A moment in `language`, with its time where it has one; an instant on the reader's own clock.
    pub fn date(&self, moment: &Timestamp, language: &str) -> String {
        let (clock, style) = match moment.precision() {
            Precision::Day => (Clock::Wall, DateStyle::Day),
            Precision::WallClock => (Clock::Wall, DateStyle::DayAndTime),
            Precision::Instant => (Clock::Reader, DateStyle::DayAndTime),
        };
        intl::date(moment.milliseconds(), clock, style, language)
    }
}

/// What stands before and after `{name}` in a text; all of it before, where the name does not occur.
pub fn around<'a>(text: &'a str, name: &str) -> (&'a str, &'a str) {
    for (place, _) in text.match_indices('{') {
        let Some((before, rest)) = text.split_at_checked(place) else {
            continue;
        };
        let after = rest
            .strip_prefix('{')
            .and_then(|rest| rest.strip_prefix(name));
        if let Some(after) = after.and_then(|rest| rest.strip_prefix('}')) {
            return (before, after);
        }
    }
    (text, "")
}
