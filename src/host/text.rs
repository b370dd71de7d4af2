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
