//! What the head of the page says of the article.

use crate::browser::document_head::{self, Facts};
use crate::host::text::join;
use crate::model::inline::plain_text;
use crate::model::{Article, Block, SafeMedia};

/// The title of the page: the headline, or else the publisher.
pub fn title(article: &Article) -> String {
    let headline = plain_text(&article.headline);
    match &article.publisher {
        Some(publisher) if headline.is_empty() => publisher.name.clone(),
        _ => headline,
    }
}

/// Writes what there is to say of the article into the head; of no article, nothing.
pub fn describe(article: &Article) {
    if !article.is_empty() {
        document_head::describe(&told(article));
    }
}

/// The facts as one text.
///
/// It is called through the table, so that a build can put it into a file of its own (decision 0013).
pub fn told(article: &Article) -> String {
    std::hint::black_box(write as fn(&Article) -> String)(article)
}

fn write(article: &Article) -> String {
    facts(article).text()
}

fn facts(article: &Article) -> Facts {
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
        title: title(article),
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
