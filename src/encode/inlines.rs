//! Texts: a string where a string is enough, else a list of strings and inlines.

use super::{line, maybe, moment, object, word};
use crate::json::Json;
use crate::model::Inline;

/// A text in a place of its own; nothing, where there are no words.
pub fn run(text: &[Inline]) -> Json {
    match text {
        [] => Json::Null,
        text => place(text),
    }
}

/// A text in a place that cannot be left out, such as a paragraph in its body.
pub fn place(text: &[Inline]) -> Json {
    let mut items = items(text);
    match items.as_slice() {
        [] => word(""),
        [Json::Text(_)] => items.pop().unwrap_or_default(),
        _ => Json::List(items),
    }
}

/// Strings and inlines; a line break goes into a string beside it.
fn items(text: &[Inline]) -> Vec<Json> {
    let mut items: Vec<Json> = Vec::new();
    // Two pieces side by side stay two, so a string that ends in words takes no more of them.
    let mut ends_in_words = true;
    for inline in text {
        let (words, is_break) = match inline {
            Inline::Plain(words) => (words.as_str(), false),
            Inline::Break => ("\n", true),
            other => {
                items.push(self::inline(other));
                ends_in_words = true;
                continue;
            }
        };
        match items.last_mut() {
            Some(Json::Text(last)) if is_break || !ends_in_words => last.push_str(words),
            _ => items.push(word(words)),
        }
        ends_in_words = !is_break;
    }
    items
}

fn inline(inline: &Inline) -> Json {
    let of = |kind: &str, text: &[Inline]| object([("type", word(kind)), ("text", run(text))]);
    match inline {
        Inline::Plain(words) => word(words),
        Inline::Strong(text) => of("strong", text),
        Inline::Emphasis(text) => of("em", text),
        Inline::Link { to, text } => object([
            ("type", word("link")),
            ("href", word(to.href())),
            ("text", run(text)),
        ]),
        Inline::Code(words) => object([("type", word("code")), ("text", word(words))]),
        Inline::Subscript(text) => of("sub", text),
        Inline::Superscript(text) => of("sup", text),
        Inline::Quote(text) => of("q", text),
        Inline::Span {
            language,
            direction,
            text,
        } => object([
            ("type", word("span")),
            ("language", maybe(language, |language| word(language.tag()))),
            ("direction", maybe(direction, |way| word(way.html()))),
            ("text", run(text)),
        ]),
        Inline::Styled { style, text } => of(style.word(), text),
        Inline::Term { kind, title, text } => object([
            ("type", word(kind.word())),
            ("title", line(title)),
            ("text", run(text)),
        ]),
        Inline::Edit { kind, date, text } => object([
            ("type", word(kind.word())),
            ("date", maybe(date, moment)),
            ("text", run(text)),
        ]),
        Inline::Time { moment, text } => object([
            ("type", word("time")),
            ("datetime", super::moment(moment)),
            ("text", run(text)),
        ]),
        Inline::Ruby { text, reading } => object([
            ("type", word("ruby")),
            ("reading", word(reading)),
            ("text", run(text)),
        ]),
        Inline::Note(id) => object([("type", word("note")), ("ref", word(id))]),
        Inline::Break => object([("type", word("break"))]),
        Inline::WordBreak => object([("type", word("wbr"))]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_of_a_program_are_its_own() {
        let code = [Inline::Code("a\nb".to_owned())];
        let expected = object([("type", word("code")), ("text", word("a\nb"))]);
        assert_eq!(place(&code), Json::List(vec![expected]));
    }

    #[test]
    fn a_line_break_stands_in_its_string_and_two_pieces_stay_two() {
        let plain = Inline::plain;
        assert_eq!(
            place(&[
                plain("a"),
                Inline::Break,
                Inline::Break,
                plain("b"),
                Inline::Break
            ]),
            word("a\n\nb\n")
        );
        assert_eq!(
            place(&[plain("a"), plain("b")]),
            Json::List(vec![word("a"), word("b")])
        );
        assert_eq!(place(&[Inline::Break, plain("a")]), word("\na"));
    }
}
