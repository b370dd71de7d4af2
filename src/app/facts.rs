//! What the head of the page says of the article.

use crate::browser::document_head::Facts;
use crate::model::block::{Spoken, Words};
use crate::model::inline::plain_text;
use crate::model::{Article, Block};

#[inline(never)]
pub fn facts(article: &Article) -> Facts {
    let mut standfirst = Words::default();
    for block in &article.standfirst {
        block.speak(&mut standfirst);
    }
    let site = article
        .publisher
        .as_ref()
        .map(|publisher| publisher.name.clone())
        .unwrap_or_default();
    let headline = plain_text(&article.headline);
    let names: Vec<&str> = article
        .byline
        .authors
        .iter()
        .map(|author| author.name.as_str())
        .collect();
    let date = |moment: Option<&crate::model::Timestamp>| {
        moment.map(|moment| moment.machine()).unwrap_or_default()
    };
    let image = match &article.lead {
        Some(Block::Figure(figure)) => figure.image.src.src(),
        _ => "",
    };
    Facts {
        title: if headline.is_empty() {
            site.clone()
        } else {
            headline
        },
        description: standfirst.into_passages().join(" "),
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
        authors: names.join("\n"),
        published: date(article.published.as_ref()),
        updated: date(article.updated.as_ref()),
    }
}
