//! Who publishes it, and where in their paper.

use super::{Image, SafeLink};

#[derive(Clone, Debug, PartialEq)]
pub struct Publisher {
    pub name: String,
    pub link: Option<SafeLink>,
    pub logo: Option<Image>,
}

/// The part of the paper that the article stands in.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    pub name: String,
    pub link: Option<SafeLink>,
    pub color: Option<Color>,
}

/// A colour of the publisher's, as red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color(pub u8, pub u8, pub u8);

impl Color {
    /// Reads `#rgb` and `#rrggbb`.
    pub fn parse(text: &str) -> Option<Self> {
        let hex = text.trim().strip_prefix('#')?;
        let digits: Option<Vec<u8>> = hex
            .chars()
            .map(|digit| digit.to_digit(16).map(|value| value as u8))
            .collect();
        match *digits?.as_slice() {
            [r, g, b] => Some(Self(r * 17, g * 17, b * 17)),
            [r1, r0, g1, g0, b1, b0] => Some(Self(r1 * 16 + r0, g1 * 16 + g0, b1 * 16 + b0)),
            _ => None,
        }
    }

    /// `#rrggbb`
    pub fn css(self) -> String {
        let mut css = String::from("#");
        for value in [self.0, self.1, self.2] {
            for digit in [value >> 4, value & 15] {
                css.push(b"0123456789abcdef"[usize::from(digit)].into());
            }
        }
        css
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_hexadecimal_colours_are_read() {
        assert_eq!(
            Color::parse("#a0F").map(Color::css).as_deref(),
            Some("#aa00ff")
        );
        assert_eq!(
            Color::parse("#0b7a75").map(Color::css).as_deref(),
            Some("#0b7a75")
        );
        for wrong in ["red", "#12", "#1234567", "#ggg", "url(x)", "#12;x:y"] {
            assert_eq!(Color::parse(wrong), None, "{wrong:?}");
        }
    }
}
