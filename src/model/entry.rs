//! An article as one of many: what a list shows of it.

use super::block::{Figure, Spoken, Words};
use super::inline::plain_text;
use super::reading_time;
use super::{
    Article, Block, Direction, Image, Language, LiveState, NoticeKind, Publisher, SafeLink, Text,
    Timestamp,
};

/// What a list shows of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What names the article in an address: its id, or its number from 1 on.
    pub key: String,
    pub language: Option<Language>,
    pub direction: Direction,
    pub publisher: Option<Publisher>,
    pub section: Option<String>,
    pub headline: Text,
    /// The first of the words below the headline, or of the text where there are none: a few lines.
    pub summary: String,
    pub image: Option<Image>,
    pub published: Option<Timestamp>,
    /// How long reading takes; `None` where the text is not in the file.
    pub minutes: Option<u32>,
    pub is_live: bool,
    /// Where the article is, if the file has only this much of it.
    pub elsewhere: Option<SafeLink>,
}

/// So many characters of a text say what it is about.
const SUMMARY: usize = 220;

impl Entry {
    pub fn of(article: Article, key: String) -> Self {
        let is_elsewhere = |notice: &super::Notice| notice.kind == NoticeKind::Elsewhere;
        let elsewhere = article.body.is_empty() && article.notices.iter().any(is_elsewhere);
        let mut words = Words::default();
        words.say_blocks(&article.standfirst);
        let mut passages = words.into_passages();
        if passages.is_empty() {
            passages = first_paragraph(&article.body);
        }
        let headline = plain_text(&article.headline);
        let headline = headline.trim().trim_end_matches('…');
        let lead = article.lead.iter().chain(&article.body).find_map(picture);
        Self {
            key,
            direction: article.text_direction(),
            section: article.section.map(|section| section.name),
            // A headline that is the text's own beginning says it already.
            summary: passages
                .first()
                .filter(|text| headline.is_empty() || !text.starts_with(headline))
                .map_or_else(String::new, |text| cut(text)),
            image: lead.cloned(),
            published: article.published,
            minutes: reading_time::minutes(&article.body),
            is_live: article.live == Some(LiveState::Live),
            elsewhere: article.canonical.filter(|_| elsewhere),
            language: article.language,
            publisher: article.publisher,
            headline: article.headline,
        }
    }
}

/// What the first paragraph says; captions and headings say less.
fn first_paragraph(blocks: &[Block]) -> Vec<String> {
    let mut words = Words::default();
    let is_paragraph = |block: &&Block| matches!(block, Block::Paragraph(_));
    if let Some(first) = blocks.iter().find(is_paragraph) {
        first.speak(&mut words);
    }
    words.into_passages()
}

fn picture(block: &Block) -> Option<&Image> {
    match block {
        Block::Figure(Figure { image, .. }) => Some(image),
        Block::Gallery(gallery) => gallery.images.first().map(|figure| &figure.image),
        Block::Card(card) => card.image.as_ref(),
        _ => None,
    }
}

/// At most [`SUMMARY`] characters, ending behind a word.
fn cut(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(SUMMARY) else {
        return text.to_owned();
    };
    let start = text.get(..end).unwrap_or(text);
    let words = start.rsplit_once(' ').map_or(start, |(words, _)| words);
    let mut cut = words
        .trim_end_matches(|c: char| c.is_ascii_punctuation() || c == ' ')
        .to_owned();
    cut.push('…');
    cut
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Inline;
    use crate::model::block::Paragraph;

    fn paragraph(text: &str) -> Block {
        Block::Paragraph(Paragraph {
            text: vec![Inline::plain(text)],
        })
    }

    #[test]
    fn a_text_stands_in_for_a_missing_standfirst_and_is_cut_behind_a_word() {
        let article = Article {
            body: vec![paragraph(&"rain ".repeat(100))],
            ..Article::default()
        };
        let entry = Entry::of(article, "1".into());
        assert!(entry.summary.ends_with("rain…"), "{}", entry.summary);
        assert!(entry.summary.chars().count() <= SUMMARY);
        assert_eq!(entry.minutes, Some(1));
    }

    #[test]
    fn only_an_article_without_its_text_is_elsewhere() {
        let canonical = SafeLink::parse("https://paper.example/rain", None);
        let mut article = Article {
            canonical: canonical.clone(),
            notices: vec![super::super::Notice {
                kind: NoticeKind::Elsewhere,
                message: None,
                link: None,
            }],
            ..Article::default()
        };
        assert_eq!(Entry::of(article.clone(), "1".into()).elsewhere, canonical);
        article.body.push(paragraph("Rain."));
        assert_eq!(Entry::of(article, "1".into()).elsewhere, None);
    }
}
