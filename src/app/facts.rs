//! What the head of the page says of the article.

use crate::browser::document_head::Facts;
use crate::host::text::join;
use crate::model::inline::plain_text;
use crate::model::{Article, Block, SafeMedia};

#[inline(never)]
pub fn facts(article: &Article) -> Facts {
    let mut standfirst = String::new();
    for block in &article.standfirst {
        if let Block::Paragraph(paragraph) = block {
            if !standfirst.is_empty() {
                standfirst.push(' ');
            }
            standfirst.push_str(&plain_text(&paragraph.text));
        }
    }
    let site = article
        .publisher
        .as_ref()
        .map(|publisher| publisher.name.clone())
        .unwrap_or_default();
    let headline = plain_text(&article.headline);
    let authors = &article.byline.authors;
    let names: Vec<&str> = authors.iter().map(|author| author.name.as_str()).collect();
    let date = |moment: Option<&crate::model::Timestamp>| {
        moment.map(|moment| moment.machine()).unwrap_or_default()
    };
    let image = match &article.lead {
        Some(Block::Figure(figure)) => figure.image.src.src(),
        Some(Block::Gallery(gallery)) => gallery
            .images
            .first()
            .map_or("", |figure| figure.image.src.src()),
        Some(Block::Video(video)) => video.poster.as_ref().map_or("", SafeMedia::src),
        _ => "",
    };
    Facts {
        title: if headline.is_empty() {
            site.clone()
        } else {
            headline
        },
        description: standfirst,
        canonical: article
            .canonical
            .as_ref()
            .map(|link| link.href().to_owned())
            .unwrap_or_default(),
        // A picture inside its own address would bloat the head and no other site could fetch it.
        image: if image.starts_with("data:") {
            String::new()
        } else {
            image.to_owned()
        },
        site,
        section: article
            .section
            .as_ref()
            .map(|section| section.name.clone())
            .unwrap_or_default(),
        language: article
            .language
            .as_ref()
            .map(|language| language.tag().to_owned())
            .unwrap_or_default(),
        authors: join(&names, "\n"),
        published: date(article.published.as_ref()),
        updated: date(article.updated.as_ref()),
    }
}
