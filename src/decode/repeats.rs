//! What a foreign format says twice, said once.
//!
//! Feeds repeat: the headline on top of the body, the start of the body as a summary, the lead image as the first
//! figure. Our own format is written by hand, so there a repetition is meant.

use super::pictures::is_same_file;
use crate::model::block::{Figure, Heading, Paragraph, Quote, Spoken, Words};
use crate::model::inline::plain_text;
use crate::model::{Article, Block, Inline, Text};

/// A summary that the body repeats is recognised this far down: below a picture, a place, a source.
const NEAR: usize = 4;

/// A summary is no longer than so many blocks, however short they are.
const FAR: usize = 16;

/// So many letters and digits are no coincidence; fewer may be the first word of a longer one.
const LONG: usize = 40;

/// Drops what stands there already.
pub fn drop(article: &mut Article) {
    headline(article);
    standfirst(article);
    lead(article);
}

/// A first line of the body that says the headline again.
fn headline(article: &mut Article) {
    let repeated = match article.body.first() {
        Some(Block::Heading(Heading { text, .. }) | Block::Paragraph(Paragraph { text })) => {
            letters(&plain_text(text)) == letters(&plain_text(&article.headline))
        }
        _ => false,
    };
    if repeated && article.body.len() > 1 {
        article.body.remove(0);
    }
}

/// A standfirst that is the headline, or the start of the text.
fn standfirst(article: &mut Article) {
    let summary = words(&article.standfirst);
    if summary.is_empty() {
        return;
    }
    let starts = (0..article.body.len().min(NEAR)).any(|from| {
        let rest = article.body.get(from..).unwrap_or_default();
        let text = words(rest.get(..FAR).unwrap_or(rest));
        matches!(
            rest.first(),
            Some(Block::Paragraph(_) | Block::Quote(Quote { .. }))
        ) && text.starts_with(&summary)
            && (summary.len() >= LONG || summary == text)
    });
    if starts || summary == letters(&plain_text(&article.headline)) {
        article.standfirst.clear();
    }
}

/// A lead image that is the first figure of the body too, or, where the format names none, the figure the body starts with.
fn lead(article: &mut Article) {
    let is_figure = |block: &Block| matches!(block, Block::Figure(_));
    let Some(at) = article.body.iter().position(is_figure) else {
        return;
    };
    match (&mut article.lead, article.body.get(at)) {
        (None, _) if at == 0 => article.lead = Some(article.body.remove(0)),
        (Some(Block::Figure(lead)), Some(Block::Figure(figure)))
            if is_same_file(&lead.image.src, &figure.image.src) =>
        {
            add_words(&mut lead.caption, &figure.caption);
            complete(lead, figure);
            article.body.remove(at);
        }
        _ => {}
    }
}

/// Two captions of one picture may say two things, and then both are said.
pub fn add_words(caption: &mut Text, other: &Text) {
    let (mine, theirs) = (letters(&plain_text(caption)), letters(&plain_text(other)));
    if theirs.starts_with(&mine) {
        caption.clone_from(other);
    } else if !mine.starts_with(&theirs) {
        caption.push(Inline::Break);
        caption.extend_from_slice(other);
    }
}

/// Fills what `figure` lacks from another figure of the same picture.
#[inline(never)]
pub fn complete(figure: &mut Figure, other: &Figure) {
    for (mine, theirs) in [
        (&mut figure.caption, &other.caption),
        (&mut figure.credit, &other.credit),
    ] {
        if mine.is_empty() {
            mine.clone_from(theirs);
        }
    }
    let image = &mut figure.image;
    if image.alt.as_deref().unwrap_or_default().is_empty() {
        image.alt.clone_from(&other.image.alt);
    }
    if image.sources.is_empty() && image.src == other.image.src {
        image.sources.clone_from(&other.image.sources);
    }
    image.size = image.size.or(other.image.size);
}

/// Whether these blocks say no more than the start of what those do.
pub fn is_start(of: &[Block], blocks: &[Block]) -> bool {
    words(of).starts_with(&words(blocks))
}

fn words(blocks: &[Block]) -> String {
    let mut spoken = Words::default();
    for block in blocks {
        match block {
            // What stands beside the text is in no summary of it.
            Block::Figure(_) | Block::Embed(_) => {}
            other => other.speak(&mut spoken),
        }
    }
    letters(&spoken.into_passages().concat())
}

/// The letters and digits alone: white space and punctuation differ from copy to copy.
fn letters(text: &str) -> String {
    text.chars()
        .filter(|c| match c {
            '\0'..='\u{7f}' => c.is_ascii_alphanumeric(),
            '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{206f}' => false,
            _ => true,
        })
        .collect()
}
