//! A credit that stands in the caption already is not written below it again.
//!
//! Agencies write `PHOTO: L. ELLIS` into their captions and send the name in a field of its own as well.

use crate::model::block::{Figure, Gallery};
use crate::model::inline::plain_text;
use crate::model::{Article, Block};

pub fn repair(article: &mut Article) {
    if let Some(lead) = &mut article.lead {
        in_block(lead);
    }
    in_blocks(&mut article.body);
}

// A function of this shape is what each_inner wants.
#[allow(clippy::ptr_arg)]
fn in_blocks(blocks: &mut Vec<Block>) {
    blocks.iter_mut().for_each(in_block);
}

fn in_block(block: &mut Block) {
    match block {
        Block::Figure(figure) => in_figure(figure),
        Block::Gallery(Gallery { images, .. }) => images.iter_mut().for_each(in_figure),
        other => other.each_inner(&mut in_blocks),
    }
}

fn in_figure(figure: &mut Figure) {
    if !figure.credit.is_empty()
        && says(
            &plain_text(&figure.caption),
            plain_text(&figure.credit).trim(),
        )
    {
        figure.credit.clear();
    }
}

/// Whether `credit` stands in `caption`, and not only as a part of a word. Three letters may stand there by chance, and
/// so many that no name has them would take long to look for.
fn says(caption: &str, credit: &str) -> bool {
    let (caption, credit) = (caption.as_bytes(), credit.as_bytes());
    let is_letter = |byte: Option<&u8>| byte.is_some_and(|b| b.is_ascii_alphanumeric() || *b > 127);
    (4..=300).contains(&credit.len())
        && caption
            .windows(credit.len())
            .enumerate()
            .any(|(place, words)| {
                words == credit
                    && !is_letter(place.checked_sub(1).and_then(|before| caption.get(before)))
                    && !is_letter(caption.get(place + credit.len()))
            })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_credit_is_found_between_words_only() {
        assert!(says(
            "The gates. PHOTO: L. ELLIS/THE PAPER",
            "L. ELLIS/THE PAPER"
        ));
        assert!(says("Mira Sand", "Mira Sand"));
        assert!(!says("Mira Sanders", "Mira Sand"));
        assert!(!says("An AP photo", "AP"));
        assert!(!says("", "Mira Sand"));
    }
}
