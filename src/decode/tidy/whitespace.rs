//! White space as HTML shows it: runs are one space, and none stands at the ends of a text or beside a line break.
//!
//! Feeds indent, word processors pad, and a caption that starts with a space would hang in the air.

use super::{Words, words};
use crate::model::Inline;

pub fn repair(words: &mut Words<'_>) {
    match words {
        Words::Text(text) => {
            let mut after_space = true;
            collapse(text, &mut after_space);
            trim_end(text);
        }
        Words::Line(line) => clean(line),
        Words::Verse(_) | Words::Raw(_) => {}
    }
}

/// A line of its own, such as a name: no space of any kind stands at its ends.
pub fn clean(line: &mut String) {
    let mut after_space = true;
    collapse_piece(line, &mut after_space);
    let trimmed = line.trim();
    if trimmed.len() < line.len() {
        *line = trimmed.to_owned();
    }
}

/// A no-break space is typography, so it stays.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

fn collapse(text: &mut [Inline], after_space: &mut bool) {
    for inline in text {
        match inline {
            Inline::Plain(piece) => collapse_piece(piece, after_space),
            Inline::Code(_) | Inline::Note(_) => *after_space = false,
            Inline::Break => *after_space = true,
            other => {
                if let Some(inner) = other.inner_mut() {
                    collapse(inner, after_space);
                }
            }
        }
    }
}

fn collapse_piece(piece: &mut String, after_space: &mut bool) {
    if !is_tidy(piece) {
        let mut collapsed = String::with_capacity(piece.len());
        for c in piece.chars() {
            if !is_space(c) {
                collapsed.push(c);
                *after_space = false;
            } else if !*after_space {
                collapsed.push(' ');
                *after_space = true;
            }
        }
        *piece = collapsed;
    } else if !piece.is_empty() {
        *after_space = piece.ends_with(' ');
    }
}

/// Whether a text has nothing but single spaces, and none in front: nearly all have.
fn is_tidy(piece: &str) -> bool {
    words::has_single_spaces(piece) || {
        let mut after_space = true;
        piece.chars().all(|c| {
            let space = is_space(c);
            let is_single = !space || c == ' ' && !after_space;
            after_space = space;
            is_single
        })
    }
}

/// Cuts the space at the end of a text, and the breaks that nothing follows; says whether words remain in front.
fn trim_end(text: &mut Vec<Inline>) -> bool {
    while let Some(last) = text.last_mut() {
        let full = match last {
            Inline::Plain(piece) => {
                piece.truncate(piece.trim_end_matches(is_space).len());
                !piece.is_empty()
            }
            other => match other.inner_mut() {
                Some(inner) => trim_end(inner),
                None => !matches!(other, Inline::Break),
            },
        };
        if full {
            return true;
        }
        text.pop();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::inline::plain_text;

    fn tidied(mut text: Vec<Inline>) -> Vec<Inline> {
        repair(&mut Words::Text(&mut text));
        text
    }

    #[test]
    fn a_space_before_and_one_after_an_element_are_one() {
        let text = vec![
            Inline::plain("\n  one "),
            Inline::Emphasis(vec![Inline::plain(" two  three ")]),
            Inline::plain(" four \t"),
        ];
        assert_eq!(plain_text(&tidied(text)), "one two three four");
    }

    #[test]
    fn a_no_break_space_stays() {
        let text = vec![Inline::plain("10\u{a0}km ")];
        assert_eq!(tidied(text), [Inline::plain("10\u{a0}km")]);
    }

    #[test]
    fn a_break_at_the_end_breaks_nothing() {
        let text = vec![
            Inline::plain("one "),
            Inline::Break,
            Inline::plain(" two"),
            Inline::Break,
        ];
        assert_eq!(
            tidied(text),
            [Inline::plain("one "), Inline::Break, Inline::plain("two")]
        );
    }
}
