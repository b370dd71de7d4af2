//! Looking at eight bytes of a text at once, since nearly all of them are letters that need no repair.
//!
//! What these say is certain only in one direction: of what they do not vouch for, each character is to be looked at.

/// So many bytes are looked at together.
pub const WIDTH: usize = 8;

/// A word of which every byte is this one.
const fn every(byte: u8) -> u64 {
    u64::from_le_bytes([byte; WIDTH])
}

/// How many bytes at the start of a text are printable ASCII, or fewer.
pub fn plain(text: &str) -> usize {
    let (chunks, _) = text.as_bytes().as_chunks();
    let is_plain = |chunk: &[u8; WIDTH]| {
        let word = u64::from_le_bytes(*chunk);
        // The highest bit of a byte is set by a subtraction if it is below a space, by an addition if it is a delete.
        let odd = word.wrapping_sub(every(b' ')) | word | word.wrapping_add(every(1));
        odd & every(0x80) == 0
    };
    WIDTH * chunks.iter().take_while(|chunk| is_plain(chunk)).count()
}

/// Whether a text surely has no control characters, no space in front and no two together.
pub fn has_single_spaces(text: &str) -> bool {
    let (chunks, rest) = text.as_bytes().as_chunks();
    let mut last = [b'.'; WIDTH];
    for (to, from) in last.iter_mut().zip(rest) {
        *to = *from;
    }
    // The start of a text is as good as a space.
    let mut before = 0x80;
    for chunk in chunks.iter().chain([&last]) {
        let word = u64::from_le_bytes(*chunk);
        let controls = word.wrapping_sub(every(b' ')) & !word & every(0x80);
        let others = word ^ every(b' ');
        // The highest bit of each byte that is a space; the addition carries into no other byte.
        let spaces = !((others & every(0x7f)).wrapping_add(every(0x7f)) | others | every(0x7f));
        if controls != 0 || spaces & (spaces << 8 | before) != 0 {
            return false;
        }
        before = spaces >> 56;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The character at every place of texts of every length.
    fn each(c: char, look: impl Fn(&str, usize)) {
        for length in 0..20 {
            for at in 0..=length {
                let text = "b".repeat(at) + &c.to_string() + &"b".repeat(length - at);
                look(&text, at);
            }
        }
    }

    #[test]
    fn plain_ends_before_what_is_not_printable_ascii() {
        for c in ['\0', '\u{1f}', '\u{7f}', '\u{80}', 'é', '\u{202e}', '👩'] {
            each(c, |text, at| {
                assert_eq!(plain(text), at / WIDTH * WIDTH, "{text:?}")
            });
        }
        for c in [' ', '~', 'a'] {
            each(c, |text, _| {
                assert_eq!(plain(text), text.len() / WIDTH * WIDTH, "{text:?}")
            });
        }
    }

    #[test]
    fn spaces_are_single_unless_they_meet_or_begin() {
        each(' ', |text, at| {
            assert_eq!(has_single_spaces(text), at > 0, "{text:?}")
        });
        each('\n', |text, _| {
            assert!(!has_single_spaces(text), "{text:?}")
        });
        each('é', |text, _| {
            assert!(has_single_spaces(text), "{text:?}");
            assert!(!has_single_spaces(&text.replace('é', "  ")), "{text:?}");
            assert!(!has_single_spaces(&text.replace('é', "a  ")), "{text:?}");
        });
        for text in [
            "",
            "a b c d e f g h i j k",
            "\u{a0}\u{a0}a",
            "!\u{20ac} ! ! ! ! ! ! ! !",
        ] {
            assert!(has_single_spaces(text), "{text:?}");
        }
    }
}
