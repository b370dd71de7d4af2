//! Marks on runs of words, as elements around them.
//!
//! Editors store a line in pieces and write beside each what it is. Pieces side by side that share a mark become one
//! element, the one that reaches farthest outside.

use crate::model::inline::Style;
use crate::model::{Inline, Text};

/// Words of a line, and what stands around them: inlines without content of their own.
pub struct Run {
    inline: Inline,
    marks: Vec<Inline>,
}

/// No words have so many marks, each of which is an element inside another.
pub const MOST: usize = 12;

/// A mark by the names that editors have for it, as an inline that is still empty.
#[inline(never)]
pub fn named(name: &str) -> Option<Inline> {
    let style = |style| Inline::Styled {
        style,
        text: Text::new(),
    };
    Some(match name {
        "strong" | "bold" => Inline::Strong(Text::new()),
        "em" | "italic" => Inline::Emphasis(Text::new()),
        "code" => Inline::Code(String::new()),
        "sub" | "subscript" => Inline::Subscript(Text::new()),
        "sup" | "superscript" => Inline::Superscript(Text::new()),
        "underline" => style(Style::Underline),
        "strike-through" | "strikethrough" | "strike" => style(Style::Strike),
        "highlight" | "mark" => style(Style::Mark),
        _ => return None,
    })
}

/// Adds a mark, unless it is there. A link inside a link is none.
#[inline(never)]
pub fn add(mark: Inline, marks: &mut Vec<Inline>) {
    let is_link = |mark: &Inline| matches!(mark, Inline::Link { .. });
    let is_there = marks
        .iter()
        .any(|known| *known == mark || is_link(known) && is_link(&mark));
    if !is_there && marks.len() < MOST {
        marks.push(mark);
    }
}

/// Adds words under their marks; where a line of theirs ends, the line breaks.
#[inline(never)]
pub fn push(words: &str, marks: &[Inline], runs: &mut Vec<Run>) {
    let is_code = |mark: &Inline| matches!(mark, Inline::Code(_));
    let code = marks.iter().any(is_code);
    for (place, line) in words.split('\n').enumerate() {
        let words = match code {
            true => Inline::Code(line.to_owned()),
            false => Inline::plain(line),
        };
        let broken = (place > 0).then_some(Inline::Break);
        for inline in broken
            .into_iter()
            .chain((!line.is_empty()).then_some(words))
        {
            let marks = marks.iter().filter(|mark| !is_code(mark)).cloned();
            let marks = marks.collect();
            runs.push(Run { inline, marks });
        }
    }
}

/// Words without a mark.
#[inline(never)]
pub fn plain(words: &str) -> Text {
    let mut runs = Vec::new();
    push(words.trim(), &[], &mut runs);
    text(&mut runs)
}

/// The runs as inline content.
#[inline(never)]
pub fn text(runs: &mut [Run]) -> Text {
    let mut text = Text::new();
    nest(runs, &mut text);
    text
}

fn nest(mut runs: &mut [Run], to: &mut Text) {
    while let Some(first) = runs.first() {
        let mut reach = 0;
        let mut farthest = None;
        for mark in &first.marks {
            let length = runs.iter().take_while(|run| run.marks.contains(mark));
            let length = length.count();
            if length > reach {
                reach = length;
                farthest = Some(mark.clone());
            }
        }
        let (inside, rest) = runs.split_at_mut(reach.max(1));
        runs = rest;
        match farthest {
            Some(mut mark) => {
                for run in &mut *inside {
                    run.marks.retain(|other| *other != mark);
                }
                if let Some(inner) = mark.inner_mut() {
                    nest(inside, inner);
                }
                to.push(mark);
            }
            None => {
                for run in inside {
                    join(&run.inline, to);
                }
            }
        }
    }
}

/// Adds a piece of a line, as a part of the piece before it if that is the same.
fn join(inline: &Inline, to: &mut Text) {
    match (to.last_mut(), inline) {
        (Some(Inline::Plain(last)), Inline::Plain(words))
        | (Some(Inline::Code(last)), Inline::Code(words)) => last.push_str(words),
        _ => to.push(inline.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Runs as `words:mark,mark`, as the inlines they become.
    fn nested(runs: &[&str]) -> String {
        let mut made = Vec::new();
        for run in runs {
            let (words, names) = run.split_once(':').unwrap();
            let mut marks = Vec::new();
            for mark in names.split(',').filter_map(named) {
                add(mark, &mut marks);
            }
            push(words, &marks, &mut made);
        }
        write(&text(&mut made))
    }

    fn write(text: &[Inline]) -> String {
        let mut out = String::new();
        for inline in text {
            let name = match inline {
                Inline::Strong(_) => "b",
                Inline::Emphasis(_) => "i",
                Inline::Styled { .. } => "u",
                Inline::Code(_) => "c",
                Inline::Break => "/",
                _ => "",
            };
            let inner = inline.inner().map(|inner| write(inner));
            let words = inner.unwrap_or_else(|| inline.own_words().to_owned());
            match name {
                "" => out.push_str(&words),
                "/" => out.push('/'),
                name => out.extend([name, "(", &words, ")"]),
            }
        }
        out
    }

    #[test]
    fn pieces_that_share_a_mark_are_one_element() {
        for (runs, wanted) in [
            (&["a:strong", "b:strong", "c:"][..], "b(ab)c"),
            (&["a:em", "b:em,strong", "c:strong"], "i(ab(b))b(c)"),
            (&["a:strong,em", "b:em"], "i(b(a)b)"),
            (&["a:code", "b:code,em", "c:code"], "c(a)i(c(b))c(c)"),
            (&["a:", "b:unknown", "c:"], "abc"),
            (&["a:underline", "b:underline,strong,strong"], "u(ab(b))"),
        ] {
            assert_eq!(nested(runs), wanted, "{runs:?}");
        }
    }

    #[test]
    fn a_line_end_is_a_break_inside_its_marks() {
        assert_eq!(nested(&["a\nb:strong", "\nc:strong"]), "b(a/b/c)");
        assert_eq!(nested(&["a\n\nb:code"]), "c(a)//c(b)");
    }

    #[test]
    fn words_take_only_so_many_marks() {
        let mut marks = Vec::new();
        for name in 0..1000 {
            let title = Some(name.to_string());
            let (kind, text) = (crate::model::inline::TermKind::Definition, Text::new());
            add(Inline::Term { kind, title, text }, &mut marks);
        }
        assert_eq!(marks.len(), MOST);
    }
}
