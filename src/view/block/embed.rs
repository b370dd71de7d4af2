use super::View;
use crate::model::block::Embed;
use crate::view::figure;

/// A card that names the site and leads there; nothing of the other site is loaded.
pub fn embed(view: &mut View<'_>, embed: &Embed) {
    let host = embed
        .provider
        .as_deref()
        .or_else(|| embed.link.host())
        .unwrap_or_default();
    let call = view.words.with("embed_at", "host", host);
    view.open("figure.av-embed");
    view.open("a.av-embed__link");
    view.attr("href", embed.link.href());
    if let Some(title) = &embed.title {
        view.open("span.av-embed__title");
        view.isolated(title);
        view.close();
    }
    view.open("span.av-embed__call");
    view.ours();
    view.text(&call);
    view.close();
    view.close();
    figure::caption(view, &embed.caption, &[]);
    view.close();
}
