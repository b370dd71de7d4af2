//! The interface's own words, in one language, and dates and numbers as languages write them.

use crate::host::intl::{self, Clock, DateStyle};
use crate::host::text::concat;
use crate::json::{self, Json};
use crate::model::timestamp::Precision;
use crate::model::{Direction, Language, Timestamp};

/// The interface's strings in one language.
///
/// Keys are those of `words/en.json`; what a language lacks is said in English.
/// Views receive it as a value, so two viewers on one page may speak two languages.
#[derive(Clone, Debug)]
pub struct Words {
    language: Language,
    texts: Json,
    english: Json,
}

impl Default for Words {
    fn default() -> Self {
        Self::english()
    }
}

impl Words {
    /// The built-in words.
    pub fn english() -> Self {
        Self::new("en", "{}")
    }

    /// The words of a language, from the text of its file; no file at all gives English.
    ///
    /// `language` is the reader's own tag, such as `ar-MA`: the region decides about digits and dates.
    pub fn new(language: &str, file: &str) -> Self {
        let read = |file| json::parse(file).map(|parsed| parsed.value).ok();
        let texts = read(file);
        let language = texts.as_ref().and_then(|_| Language::parse(language));
        Self {
            language: language.unwrap_or_else(Language::english),
            texts: texts.unwrap_or_default(),
            english: read(include_str!("../../words/en.json")).unwrap_or_default(),
        }
    }

    /// The same with more English words: those of a part of the program that comes when it is needed.
    pub fn with_english(&self, file: &str) -> Self {
        let mut words = self.clone();
        let more = json::parse(file).map(|parsed| parsed.value);
        if let (Json::Object(known), Ok(Json::Object(more))) = (&mut words.english, more) {
            known.extend(more);
        }
        words
    }

    /// The interface's language.
    pub fn language(&self) -> &Language {
        &self.language
    }

    /// The direction the interface's script runs in.
    pub fn direction(&self) -> Direction {
        self.language.direction()
    }

    fn entry(&self, key: &str) -> Option<&Json> {
        self.texts.get(key).or_else(|| self.english.get(key))
    }

    /// The text of `key`; the key itself where there is none, which a test excludes.
    #[inline(never)]
    pub fn text<'a>(&'a self, key: &'a str) -> &'a str {
        self.entry(key).and_then(Json::as_str).unwrap_or(key)
    }

    /// The text of `key` with `{name}`, if it is there, replaced by `value`.
    pub fn with(&self, key: &str, name: &str, value: &str) -> String {
        fill(self.text(key), name, value)
    }

    /// What stands before and after `{name}` in the text of `key`, for callers who put an element there.
    #[inline(never)]
    pub fn around<'a>(&'a self, key: &'a str, name: &str) -> (&'a str, &'a str) {
        around(self.text(key), name)
    }

    /// The form of `key` that goes with `count`, with `{count}` replaced.
    pub fn count(&self, key: &'static str, count: u64) -> String {
        let number = intl::number(count as f64, self.language.tag());
        let category = intl::plural(count as f64, self.language.tag());
        let forms = self.entry(key);
        let form =
            forms.and_then(|forms| forms.get(category.as_str()).or_else(|| forms.get("other")));
        fill(form.and_then(Json::as_str).unwrap_or(key), "count", &number)
    }

    /// The day of a moment in `language`; of an instant, the day that it is for the reader.
    pub fn day(&self, moment: &Timestamp, language: &str) -> String {
        let clock = match moment.precision() {
            Precision::Instant => Clock::Reader,
            Precision::Day | Precision::WallClock => Clock::Wall,
        };
        intl::date(moment.milliseconds(), clock, DateStyle::Day, language)
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

/// Not every sentence names what it is about, and Arabic has one word for two comments.
#[inline(never)]
fn fill(text: &str, name: &str, value: &str) -> String {
    let (before, after) = around(text, name);
    let value = if before.len() == text.len() {
        ""
    } else {
        value
    };
    concat(&[before, value, after])
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
