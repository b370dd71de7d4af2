//! The order of things on the page.

use super::standfirst;
use leptos::prelude::*;

use super::{
    Node, Rest, View, Words, byline, comments_notice, figure, headline, notice, references,
};
use crate::model::{Article, LiveState, Notice, Section};

/// How an article is shown, beside what is in it.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The rank of the headline, 1 to 6; headings in the body follow from it.
    pub heading_level: u8,
    /// So many blocks are built before the reader is asked; [`Rest::ask`] goes on.
    pub most_blocks: usize,
    /// Milliseconds since 1970, for what depends on today; without it, no article is old.
    pub now: Option<f64>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            heading_level: 1,
            most_blocks: 20_000,
            now: None,
        }
    }
}

/// [`article`] as a component, for Leptos applications.
///
/// # Examples
///
/// ```
/// use article_viewer::model::{Article, Inline};
/// use article_viewer::view::{ArticleView, Words};
/// use leptos::prelude::*;
///
/// let article = Article { headline: vec![Inline::plain("Rain")], ..Article::default() };
/// let html = view! { <main><ArticleView article/></main> }.to_html();
/// assert!(html.contains("<article class=\"av-article\""));
/// ```
#[component]
pub fn ArticleView(
    /// What is shown.
    article: Article,
    /// The interface's words; English where they are left out.
    #[prop(optional)]
    words: Words,
    /// The rank of the headline, and how many blocks are built.
    #[prop(optional)]
    settings: Settings,
) -> impl IntoView {
    self::article(&article, &words, &settings)
}

/// The whole article as one `article` element.
///
/// # Examples
///
/// ```
/// use article_viewer::model::{Article, Inline};
/// use article_viewer::view::{self, Settings, Words};
///
/// let article = Article { headline: vec![Inline::plain("Rain")], ..Article::default() };
/// let node = view::article(&article, &Words::english(), &Settings::default());
/// assert!(node.html().contains("<h1 class=\"av-headline\" tabindex=\"-1\">Rain</h1>"));
/// ```
pub fn article(article: &Article, words: &Words, settings: &Settings) -> Node {
    write(article, words, settings, true).0
}

/// The article with the first slice of its body, and what is to be written behind that, slice by slice.
pub fn first(article: &Article, words: &Words, settings: &Settings) -> (Node, Rest) {
    write(article, words, settings, false)
}

#[inline(never)]
fn write(article: &Article, words: &Words, settings: &Settings, whole: bool) -> (Node, Rest) {
    let view = &mut View::new(words, article, settings.heading_level);
    view.open("article.av-article");
    // An unknown language is not that of the page around it.
    let (language, direction) = (view.named, view.direction);
    view.attr("lang", language);
    view.attr("dir", direction);
    if let Some(color) = article.section.as_ref().and_then(|section| section.color) {
        view.attr("--av-section-color", &color.css());
    }
    view.open("header.av-header");
    if let Some(live) = article.live {
        view.open("p.av-live");
        view.attr("data-live", live.word());
        view.say(
            "span",
            match live {
                LiveState::Live => "live",
                LiveState::Ended => "live_ended",
            },
        );
        view.close();
    }
    if let Some(part) = &article.section {
        section(view, part);
    }
    line(view, "p.av-kicker", &article.kicker);
    headline::headline(view, &article.headline);
    standfirst::standfirst(view, &article.standfirst);
    byline::byline(view, article, settings.now);
    view.close();
    let cut = |part: &Notice| !article.body.is_empty() && part.kind.is_where_text_stops();
    for part in article.notices.iter().filter(|part| !cut(part)) {
        notice::notice(view, part);
    }
    if let Some(lead) = &article.lead {
        figure::lead(view, lead);
    }
    let mut rest = Rest::new(settings);
    rest.begin(view, &article.body, article.dateline.as_deref());
    while whole && rest.goes_on(article) {
        rest.write(view, &article.body, None);
    }
    rest.keep(view);
    for part in article.notices.iter().filter(|part| cut(part)) {
        notice::notice(view, part);
    }
    footer(view, article);
    view.close();
    (view.finish(), rest)
}

fn footer(view: &mut View<'_>, article: &Article) {
    let Article {
        comments,
        tags,
        related,
        copyright,
        ..
    } = article;
    if comments.is_none() && tags.is_empty() && related.is_empty() && copyright.is_none() {
        return;
    }
    view.open("footer.av-footer");
    if let Some(comments) = comments {
        comments_notice::comments_notice(view, comments);
    }
    references::tags(view, tags);
    references::related(view, related);
    line(view, "p.av-copyright", copyright);
    view.close();
}

fn section(view: &mut View<'_>, section: &Section) {
    view.open("p.av-section");
    if let Some(link) = &section.link {
        view.open("a");
        view.attr("href", link.href());
    }
    view.isolated(&section.name);
    if section.link.is_some() {
        view.close();
    }
    view.close();
}

/// A field in one line, where there is one.
fn line(view: &mut View<'_>, shape: &'static str, text: &Option<String>) {
    if let Some(text) = text {
        view.open(shape);
        view.isolated(text);
        view.close();
    }
}
