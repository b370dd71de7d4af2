//! Languages and the direction their scripts run in.

use crate::host::text;

/// A language tag in the shape of BCP 47, such as `en-GB` or `zh-Hans`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language(String);

impl Language {
    /// Accepts a well-formed tag; `_` is read as `-`.
    ///
    /// Words such as `English`, and anything with other characters, give `None`.
    pub fn parse(tag: &str) -> Option<Self> {
        let tag = text::replace(tag.trim(), '_', "-");
        let mut parts = tag.split('-');
        let primary = parts.next()?;
        let primary_fits =
            (2..=3).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_alphabetic());
        let rest_fits = parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        });
        (primary_fits && rest_fits && tag.len() <= 35).then_some(Self(tag))
    }

    /// The language of the built-in words.
    pub fn english() -> Self {
        Self("en".into())
    }

    pub fn tag(&self) -> &str {
        &self.0
    }

    /// The first part of the tag, in lower case: `en` of `en-GB`.
    pub fn primary(&self) -> String {
        self.0
            .split('-')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase()
    }

    /// The direction its usual script runs in; a script subtag such as `Latn` or `Arab` decides first.
    pub fn direction(&self) -> Direction {
        let script = self
            .0
            .split('-')
            .skip(1)
            .find(|part| part.len() == 4 && part.bytes().all(|b| b.is_ascii_alphabetic()));
        let right_to_left = match script.map(str::to_ascii_lowercase).as_deref() {
            Some("arab" | "hebr" | "thaa" | "syrc" | "nkoo" | "adlm" | "rohg" | "mand") => true,
            Some(_) => false,
            None => matches!(
                self.primary().as_str(),
                "ar" | "arc"
                    | "ckb"
                    | "dv"
                    | "fa"
                    | "he"
                    | "iw"
                    | "ks"
                    | "nqo"
                    | "ps"
                    | "sd"
                    | "syr"
                    | "ug"
                    | "ur"
                    | "yi"
            ),
        };
        if right_to_left {
            Direction::RightToLeft
        } else {
            Direction::LeftToRight
        }
    }
}

/// The direction of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    LeftToRight,
    RightToLeft,
    /// Unknown: the reader's software decides by the first strong character.
    Auto,
}

impl Direction {
    /// Reads `ltr`, `rtl` and `auto`, as HTML writes them.
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "ltr" => Some(Self::LeftToRight),
            "rtl" => Some(Self::RightToLeft),
            "auto" => Some(Self::Auto),
            _ => None,
        }
    }

    /// The word HTML has for it.
    pub fn html(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
            Self::Auto => "auto",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_underscore_is_read_as_a_hyphen() {
        assert_eq!(Language::parse("en_GB").unwrap().tag(), "en-GB");
    }

    #[test]
    fn a_language_name_is_not_a_tag() {
        for wrong in ["English", "", "e", "en-", "en GB", "en-<b>"] {
            assert_eq!(Language::parse(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn a_script_decides_before_the_language() {
        let direction = |tag| Language::parse(tag).unwrap().direction();
        assert_eq!(direction("ar"), Direction::RightToLeft);
        assert_eq!(direction("ar-Latn"), Direction::LeftToRight);
        assert_eq!(direction("az-Arab-IR"), Direction::RightToLeft);
        assert_eq!(direction("ja"), Direction::LeftToRight);
    }
}
