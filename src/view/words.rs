//! The interface's own words, in one language, and dates and numbers as languages write them.

use serde_json::{Map, Value};

use crate::host::intl::{self, Clock, DateStyle};
use crate::model::Timestamp;
use crate::model::timestamp::Precision;

/// The interface's strings in one language.
///
/// Keys are those of `words/en.json`; a language that lacks one falls back to English.
/// Views receive it as a value, so two viewers on one page may speak two languages.
#[derive(Clone, Debug)]
pub struct Words {
    language: String,
    texts: Map<String, Value>,
}

impl Default for Words {
    fn default() -> Self {
        Self::english()
    }
}

impl Words {
    /// The built-in words.
    pub fn english() -> Self {
        let texts = serde_json::from_str(include_str!("../../words/en.json"));
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
    pub fn text(&self, key: &'static str) -> String {
        self.texts
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or(key)
            .to_owned()
    }

    /// The text of `key` with `{name}` replaced by `value`.
    pub fn with(&self, key: &'static str, name: &str, value: &str) -> String {
        let (before, after) = self.around(key, name);
        before + value + &after
    }

    /// What stands before and after `{name}` in the text of `key`, for callers who put an element there.
    pub fn around(&self, key: &'static str, name: &str) -> (String, String) {
        around(&self.text(key), name)
    }

    /// The form of `key` that goes with `count`, with `{count}` replaced.
    pub fn count(&self, key: &'static str, count: u64) -> String {
        let number = intl::number(count as f64, &self.language);
        let category = intl::plural(count as f64, &self.language);
        let forms = self.texts.get(key);
        let form =
            forms.and_then(|forms| forms.get(category.as_str()).or_else(|| forms.get("other")));
        let (before, after) = around(form.and_then(Value::as_str).unwrap_or(key), "count");
        before + &number + &after
    }

    /// What stands before, between and after `count` names in a row: one more piece than there are names.
    pub fn list(&self, count: usize, language: &str) -> Vec<String> {
        intl::list(count, language)
            .split('\u{1}')
            .map(str::to_owned)
            .collect()
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

/// What stands before and after `{name}`; all of it before, where the name does not occur.
fn around(text: &str, name: &str) -> (String, String) {
    for (place, _) in text.match_indices('{') {
        let Some((before, rest)) = text.split_at_checked(place) else { continue };
        let after = rest.strip_prefix('{').and_then(|rest| rest.strip_prefix(name));
        if let Some(after) = after.and_then(|rest| rest.strip_prefix('}')) {
            return (before.to_owned(), after.to_owned());
        }
    }
    (text.to_owned(), String::new())
}
