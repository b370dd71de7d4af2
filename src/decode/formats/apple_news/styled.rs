//! Plain texts whose links and styles stand beside them, as ranges.
//!
//! A range counts from the start of the text in units of UTF-16, and may begin in one line and end in another.

use crate::decode::fields::{mentions, str_at};
use crate::decode::{Cursor, NoteKind};
use crate::json::Json;
use crate::model::inline::Style;
use crate::model::{Inline, SafeLink, Text};

/// No text has more ranges; each of them costs a walk.
const MOST: usize = 200;

/// No link has words in more lines: each of them would be a link of its own, as long as the first.
const MOST_LINES: usize = 100;

/// What a range makes of its words.
#[derive(Clone, PartialEq)]
enum Look {
    Link(SafeLink),
    Strong,
    Emphasis,
    Styled(Style),
    Superscript,
    Subscript,
}

/// A look, and the bytes that have it.
struct Range {
    start: usize,
    end: usize,
    look: Look,
}

/// The lines of a text but the blank ones: each is a paragraph.
///
/// `whole` is the document, which has names for styles.
pub fn lines(from: Cursor<'_>, text: &str, whole: Cursor<'_>) -> Vec<Text> {
    let mut ranges = ranges(from, text, whole);
    ranges.sort_by_key(|range| (!matches!(range.look, Look::Link(_)), range.start));
    let mut lines = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        if !line.trim().is_empty() {
            let mut words = Text::new();
            run(text, at, at + line.len(), &ranges, 0, &mut words);
            lines.push(words);
        }
        at += line.len() + 1;
    }
    lines
}

fn ranges(from: Cursor<'_>, text: &str, whole: Cursor<'_>) -> Vec<Range> {
    // Where each unit of UTF-16 begins; a range that ends inside a character takes it whole.
    let mut places = Vec::new();
    let mut ranges = Vec::new();
    let additions = from.first("additions").map_or(Vec::new(), |it| it.items());
    let styles = from
        .first("inlineTextStyles")
        .map_or(Vec::new(), |it| it.items());
    if additions.is_empty() && styles.is_empty() {
        return ranges;
    }
    for (at, c) in text.char_indices() {
        places.extend(std::iter::repeat_n(at, c.len_utf16()));
    }
    let mut push = |from: Cursor<'_>, look: Look| {
        let Some((start, end)) = bounds(from, &places, text.len()) else {
            return;
        };
        let words = text.get(start..end).unwrap_or_default();
        if matches!(look, Look::Link(_)) && words.split('\n').count() > MOST_LINES {
            let what = "the lines of a link";
            return from.note(NoteKind::TooMuch { what });
        }
        if ranges.len() < MOST {
            ranges.push(Range { start, end, look });
        }
    };
    for addition in additions.into_iter().take(MOST) {
        // Others add a date to a calendar, or a sound.
        if str_at(addition, "type") == "link"
            && let Some(link) = addition.link("URL")
        {
            push(addition, Look::Link(link));
        }
    }
    for style in styles.into_iter().take(MOST) {
        for look in style_of(style, whole) {
            push(style, look);
        }
    }
    ranges
}

fn bounds(from: Cursor<'_>, places: &[usize], length: usize) -> Option<(usize, usize)> {
    let start = from.number("rangeStart")?;
    let end = start + from.number("rangeLength")?;
    let place = |unit: f64| places.get(unit as usize).copied().unwrap_or(length);
    (start >= 0.0 && end > start).then(|| (place(start), place(end)))
}

/// What a style says of its words, apart from their colour and size.
fn style_of(from: Cursor<'_>, whole: Cursor<'_>) -> Vec<Look> {
    let mut looks = Vec::new();
    let Some(style) = from.first("textStyle") else {
        return looks;
    };
    let named = |name| {
        let styles = whole.first("textStyles").and_then(|all| all.at(name));
        styles.or_else(|| whole.first("componentTextStyles")?.at(name))
    };
    let Some(style) = style.value().as_str().map_or(Some(style), named) else {
        return looks;
    };
    let font = str_at(style, "fontName");
    let is_bold = match style.first("fontWeight").map(|weight| weight.value()) {
        Some(Json::Number(weight)) => matches!(weight.as_str(), "600" | "700" | "800" | "900"),
        Some(Json::Text(weight)) => ["bold", "heavy", "black", "600", "700", "800", "900"]
            .iter()
            .any(|word| mentions(weight, word)),
        _ => ["bold", "heavy", "black"]
            .iter()
            .any(|word| mentions(font, word)),
    };
    let slant = match str_at(style, "fontStyle") {
        "" => font,
        slant => slant,
    };
    let is_on = |key: &str| {
        let value = style.first(key).map(|value| value.value());
        matches!(value, Some(Json::Bool(true) | Json::Object(_)))
    };
    for (is, look) in [
        (is_bold, Look::Strong),
        (
            mentions(slant, "italic") || mentions(slant, "oblique"),
            Look::Emphasis,
        ),
        (is_on("underline"), Look::Styled(Style::Underline)),
        (is_on("strikethrough"), Look::Styled(Style::Strike)),
        (
            str_at(style, "verticalAlignment") == "superscript",
            Look::Superscript,
        ),
        (
            str_at(style, "verticalAlignment") == "subscript",
            Look::Subscript,
        ),
    ] {
        if is {
            looks.push(look);
        }
    }
    looks
}

impl Look {
    /// A bit of its own for each kind of look.
    fn bit(&self) -> u8 {
        match self {
            Self::Link(_) => 1,
            Self::Strong => 2,
            Self::Emphasis => 4,
            Self::Styled(Style::Underline) => 8,
            Self::Styled(_) => 16,
            Self::Superscript | Self::Subscript => 32,
        }
    }
}

/// Writes what stands from `start` to `end`: the first range counts, and the others before, inside and behind it. What
/// has a look already, as the bits of `worn` say, gets it no second time: a link has no place in a link.
fn run(text: &str, start: usize, end: usize, ranges: &[Range], worn: u8, to: &mut Text) {
    let words = text.get(start..end).unwrap_or_default();
    if words.is_empty() {
        return;
    }
    let Some((range, others)) = ranges.split_first() else {
        to.push(Inline::plain(words));
        return;
    };
    let from = range.start.clamp(start, end);
    let until = range.end.clamp(from, end);
    let bit = range.look.bit();
    if from == until || worn & bit != 0 {
        return run(text, start, end, others, worn, to);
    }
    let mut inner = Text::new();
    run(text, start, from, others, worn, to);
    run(text, from, until, others, worn | bit, &mut inner);
    to.push(match &range.look {
        Look::Link(link) => Inline::Link {
            to: link.clone(),
            text: inner,
        },
        Look::Strong => Inline::Strong(inner),
        Look::Emphasis => Inline::Emphasis(inner),
        Look::Styled(style) => Inline::Styled {
            style: *style,
            text: inner,
        },
        Look::Superscript => Inline::Superscript(inner),
        Look::Subscript => Inline::Subscript(inner),
    });
    run(text, until, end, others, worn, to);
}
