//! How long a text takes to read.

use super::Block;
use super::block::Words;

/// Words a minute in scripts that part them.
const WORDS: f64 = 220.0;
/// Characters a minute in Chinese, Japanese and Korean.
const CHARACTERS: f64 = 500.0;

/// The time in whole minutes, at least one; `None` for nothing to read.
pub fn minutes(blocks: &[Block]) -> Option<u32> {
    let mut passages = Words::default();
    passages.say_blocks(blocks);
    let passages = passages.into_passages();
    let (mut words, mut characters) = (0, 0);
    for passage in &passages {
        let dense = passage.chars().filter(|c| is_dense(*c)).count();
        characters += dense;
        // A passage in dense script has few spaces, and what is between them is counted already.
        words += if dense * 2 > passage.chars().count() {
            0
        } else {
            passage.split_whitespace().count()
        };
    }
    let minutes = words as f64 / WORDS + characters as f64 / CHARACTERS;
    (minutes > 0.0).then(|| minutes.round().max(1.0) as u32)
}

fn is_dense(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Inline;
    use crate::model::block::Paragraph;

    fn minutes_of(text: &str) -> Option<u32> {
        let text = vec![Inline::plain(text)];
        minutes(&[Block::Paragraph(Paragraph { text })])
    }

    #[test]
    fn words_and_dense_characters_take_their_time() {
        assert_eq!(minutes(&[]), None);
        assert_eq!(minutes_of("Rain."), Some(1));
        assert_eq!(minutes_of(&"rain ".repeat(880)), Some(4));
        assert_eq!(minutes_of(&"雨が降る".repeat(500)), Some(4));
        assert_eq!(minutes_of(&"비가 온다 ".repeat(250)), Some(2));
    }
}
