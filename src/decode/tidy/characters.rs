//! Characters that reorder, hide or pile up.
//!
//! Control characters mean nothing on a page. An override of the writing direction can make a name read backwards, and a
//! heap of combining marks covers the lines around it. Joiners stay: Persian, Indic scripts and emoji need them.

use super::{Words, each_piece, words};

/// More marks on one letter than any orthography needs.
const MOST_MARKS: usize = 8;

pub fn repair(words: &mut Words<'_>) {
    match words {
        Words::Text(text) | Words::Verse(text) => each_piece(text, &mut clean),
        Words::Line(line) | Words::Raw(line) => clean(line),
    }
}

pub fn clean(text: &mut String) {
    // Nearly all texts are clean, and writing is slower than looking.
    if is_clean(text) {
        return;
    }
    let mut marks = 0;
    text.retain(|c| {
        // What is dropped stands between no two marks.
        if is_dropped(c) {
            return false;
        }
        marks = if is_mark(c) { marks + 1 } else { 0 };
        marks <= MOST_MARKS
    });
}

fn is_clean(text: &str) -> bool {
    let mut rest = text;
    loop {
        rest = rest.get(words::plain(rest)..).unwrap_or_default();
        // Behind a letter of another script stand others, mostly.
        let mut chars = rest.chars();
        for _ in 0..words::WIDTH {
            match chars.next() {
                Some(c) if is_dropped(c) || is_mark(c) => return false,
                Some(_) => {}
                None => return true,
            }
        }
        rest = chars.as_str();
    }
}

fn is_dropped(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' | ' '..='~' => false,
        // Embeddings, overrides and isolates of direction: their scope would leave the field.
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        c => c.is_control(),
    }
}

/// The blocks of combining marks that stack; marks of Indic and other scripts stand elsewhere.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn cleans(dirty: &str, wanted: &str) {
        let mut text = dirty.to_owned();
        clean(&mut text);
        assert_eq!(text, wanted);
    }

    #[test]
    fn overrides_go_and_joiners_stay() {
        cleans("gpj.\u{202e}exe\u{202c}", "gpj.exe");
        cleans("\u{2066}a\u{2069}", "a");
        cleans("می\u{200c}خواهم", "می\u{200c}خواهم");
        cleans("👩\u{200d}🚀", "👩\u{200d}🚀");
    }

    #[test]
    fn a_letter_carries_at_most_eight_marks() {
        cleans(
            &format!("Z{}algo", "\u{301}".repeat(50)),
            &format!("Z{}algo", "\u{301}".repeat(8)),
        );
        cleans("cafe\u{301}", "cafe\u{301}");
        cleans(
            &format!("Z{0}\u{7}{0}", "\u{301}".repeat(6)),
            &format!("Z{}", "\u{301}".repeat(8)),
        );
    }

    #[test]
    fn control_characters_go() {
        cleans("a\u{7}b\u{0}c\u{85}d\te", "abcd\te");
    }
}
