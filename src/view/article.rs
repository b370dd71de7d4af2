//! The order of things on the page.

use super::el;
use super::{
    Element, Node, Words, body, byline, comments_notice, figure, headline, notice, references,
    standfirst,
};
use crate::model::{Article, Block, Section};

/// How an article is shown, beside what is in it.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The rank of the headline, 1 to 6; headings in the body follow from it.
    pub heading_level: u8,
    /// So many blocks are built at first; the reader asks for the rest.
    pub most_blocks: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            heading_level: 1,
            most_blocks: 20_000,
        }
    }
}

/// The article, and the blocks that were too many to be shown at once.
///
/// # Examples
///
/// ```
/// use article_viewer::model::{Article, Inline};
/// use article_viewer::view::{self, Settings, Words};
///
/// let article = Article { headline: vec![Inline::plain("Rain")], ..Article::default() };
/// let (node, rest) = view::article(article, &Words::english(), &Settings::default());
/// assert!(node.html().contains("<h1 class=\"av-headline\" tabindex=\"-1\">Rain</h1>"));
/// assert!(rest.is_empty());
/// ```
pub fn article(article: Article, words: &Words, settings: &Settings) -> (Node, Vec<Block>) {
    let direction = article.text_direction();
    let language = article
        .language
        .as_ref()
        .map(|language| language.tag().to_owned());
    // Dates and lists are written in the article's language, or the interface's where that is unknown.
    let spoken = language
        .clone()
        .unwrap_or_else(|| words.language().to_owned());
    let color = article.section.as_ref().and_then(|section| section.color);
    let (body, rest) = body::body(
        article.body,
        article.dateline,
        words,
        settings.heading_level,
        settings.most_blocks,
    );
    let header = el("header")
        .class("av-header")
        .children(article.section.map(section))
        .children(
            article
                .kicker
                .map(|kicker| plain(el("p").class("av-kicker"), kicker)),
        )
        .child(headline::headline(
            article.headline,
            settings.heading_level,
            words,
        ))
        .children(standfirst::standfirst(article.standfirst))
        .children(byline::byline(
            article.byline,
            article.published,
            article.updated,
            words,
            &spoken,
        ));
    let footer = [
        article
            .comments
            .and_then(|comments| comments_notice::comments_notice(comments, words)),
        references::tags(article.tags, words),
        references::related(article.related, words, &spoken, settings.heading_level),
        article
            .copyright
            .map(|copyright| plain(el("p").class("av-copyright"), copyright)),
    ];
    let footer: Vec<Node> = footer.into_iter().flatten().collect();
    let node = el("article")
        .class("av-article")
        .maybe("lang", language)
        .attr("dir", direction.html())
        .maybe("--av-section-color", color.map(|color| color.css()))
        .child(header)
        .children(
            article
                .notices
                .into_iter()
                .map(|entry| notice::notice(entry, words)),
        )
        .children(article.lead.map(|lead| figure::lead(lead, words)))
        .child(body)
        .children(
            (!footer.is_empty()).then(|| el("footer").class("av-footer").children(footer).into()),
        );
    (node.into(), rest)
}

fn section(section: Section) -> Node {
    let name = isolated(section.name);
    let name = match section.link {
        Some(link) => el("a")
            .attr("href", link.href().to_owned())
            .child(name)
            .into(),
        None => name,
    };
    el("p").class("av-section").child(name).into()
}

fn plain(element: Element, text: String) -> Node {
    element.child(isolated(text)).into()
}

/// A field from outside in an element of its own, so that its direction cannot reorder its neighbours.
pub(super) fn isolated(text: String) -> Node {
    el("bdi").text(text).into()
}
