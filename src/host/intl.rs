//! Dates, numbers, plurals and lists as a language writes them.
//!
//! The browser's `Intl` knows every language; the native twin knows English in UTC, which is what the tests need.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod native;

#[cfg(target_arch = "wasm32")]
use browser as platform;
#[cfg(not(target_arch = "wasm32"))]
use native as platform;

/// How much of a date is written out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateStyle {
    /// `21 August 2024`
    Day,
    /// `21 August 2024 at 18:05 BST`: in the reader's own zone, which it names.
    DayAndTime,
    /// `18:05`
    Time,
}

/// Which clock a moment is shown on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// An instant, shown in the reader's own zone.
    Reader,
    /// A date or wall-clock time without a zone, shown as it stands: its milliseconds are counted as if it were UTC.
    Wall,
}

/// Writes the moment `milliseconds` after 1970-01-01T00:00Z in `language` (BCP 47; empty: the reader's own).
///
/// An unknown or malformed language falls back to the reader's own; a moment outside the range gives an empty text.
pub fn date(milliseconds: f64, clock: Clock, style: DateStyle, language: &str) -> String {
    platform::date(milliseconds, clock, style, language)
}

/// Writes a number with the digits and separators of `language`.
pub fn number(value: f64, language: &str) -> String {
    platform::number(value, language)
}

/// The plural category of `value` in `language`: `zero`, `one`, `two`, `few`, `many` or `other`.
pub fn plural(value: f64, language: &str) -> String {
    platform::plural(value, language)
}

/// The words that `language` puts around `count` names in a row, with U+0001 in each name's place.
///
/// Three names in English give `\u{1}, \u{1} and \u{1}`.
pub fn list(count: usize, language: &str) -> String {
    platform::list(count, language)
}
