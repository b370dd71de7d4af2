//! Bytes that are no UTF-8, read as well as they can be.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod native;

#[cfg(target_arch = "wasm32")]
use browser as platform;
#[cfg(not(target_arch = "wasm32"))]
use native as platform;

/// Decodes UTF-16 with a byte order mark, or UTF-8 with U+FFFD for what is none; the mark itself is left out.
pub fn decode(bytes: &[u8]) -> String {
    platform::decode(bytes)
}

/// Texts one behind the other; the general way costs the wasm three times as much.
#[inline(never)]
pub fn concat(parts: &[&str]) -> String {
    let mut text = String::new();
    for part in parts {
        text.push_str(part);
    }
    text
}

// The standard library's searches are general, and each kind of pattern is code of its own in the wasm.

/// What stands before the first of these ASCII characters; all of it, where none occurs.
#[inline(never)]
pub fn until<'a>(text: &'a str, stops: &str) -> &'a str {
    let stop = text
        .bytes()
        .position(|byte| stops.as_bytes().contains(&byte));
    stop.and_then(|stop| text.get(..stop)).unwrap_or(text)
}

/// What stands before and after the last of this ASCII character, if it occurs.
#[inline(never)]
pub fn split_last(text: &str, between: u8) -> Option<(&str, &str)> {
    let at = text.bytes().rposition(|byte| byte == between)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// Puts `new` in the place of each `old`, an ASCII character.
#[inline(never)]
pub fn replace(text: &str, old: char, new: &str) -> String {
    let mut replaced = String::new();
    for c in text.chars() {
        if c == old {
            replaced.push_str(new);
        } else {
            replaced.push(c);
        }
    }
    replaced
}

/// The number of characters.
#[inline(never)]
pub fn length(text: &str) -> usize {
    // Every byte but those that continue a character.
    text.bytes().filter(|byte| byte & 0xc0 != 0x80).count()
}

/// Texts with the same between each two of them; empty ones at the start count as none.
#[inline(never)]
pub fn join(parts: &[&str], between: &str) -> String {
    let mut text = String::new();
    for part in parts {
        if !text.is_empty() {
            text.push_str(between);
        }
        text.push_str(part);
    }
    text
}

/// A number in decimal digits; the general way brings its options for width and signs along.
#[inline(never)]
pub fn digits(number: usize) -> String {
    let mut text = match number / 10 {
        0 => String::new(),
        tens => digits(tens),
    };
    text.push((b'0' + (number % 10) as u8).into());
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn searches_end_between_characters() {
        assert_eq!(until("päth?a#b", "#?"), "päth");
        assert_eq!(until("päth", "#?"), "päth");
        assert_eq!(split_last("ä.b.c", b'.'), Some(("ä.b", "c")));
        assert_eq!(split_last("ä", b'.'), None);
        assert_eq!(replace("a,ä,", ',', "%2C"), "a%2Cä%2C");
        assert_eq!(length("aä€👩"), 4);
    }

    #[test]
    fn digits_are_decimal() {
        assert_eq!(digits(0), "0");
        assert_eq!(digits(usize::MAX), usize::MAX.to_string());
    }

    #[test]
    fn a_mark_tells_utf16_and_broken_bytes_are_replaced() {
        assert_eq!(decode(b"\xff\xfe\xe9\0"), "\u{e9}");
        assert_eq!(decode(b"\xfe\xff\0\xe9"), "\u{e9}");
        assert_eq!(decode(b"caf\xe9"), "caf\u{fffd}");
        assert_eq!(decode(b"\xef\xbb\xbfa\xff"), "a\u{fffd}");
    }
}
