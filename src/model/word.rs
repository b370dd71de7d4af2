//! Small enums whose variants have a word in our own format, in attributes and in keys of the interface's texts.

/// Declares such an enum: `ALL` in the order written, `word` and `parse`.
macro_rules! words {
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $($(#[$note:meta])* $variant:ident = $word:literal,)+ }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$note])* $variant,)+ }

        impl $name {
            /// Every one, in the order they are described.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];
            /// Their words.
            pub const WORDS: &'static [&'static str] = &[$($word,)+];

            /// Its word.
            pub fn word(self) -> &'static str {
                Self::WORDS[self as usize]
            }

            /// The one with this word.
            pub fn parse(word: &str) -> Option<Self> {
                Self::at($crate::model::word::place(Self::WORDS, word))
            }

            /// The one in this place.
            pub fn at(place: Option<usize>) -> Option<Self> {
                Self::ALL.get(place?).copied()
            }
        }
    };
}

pub(crate) use words;

#[inline(never)]
pub fn place(words: &[&str], word: &str) -> Option<usize> {
    words.iter().position(|known| *known == word)
}
