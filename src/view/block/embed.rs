use crate::model::block::Embed;
use crate::view::article::isolated;
use crate::view::{Node, Words, el, figure};

/// A card that names the site and leads there; nothing of the other site is loaded.
pub fn embed(embed: Embed, words: &Words) -> Node {
    let host = embed
        .provider
        .or_else(|| embed.link.host().map(str::to_owned))
        .unwrap_or_default();
    let call = words.with("embed_at", "host", &host);
    let title = embed.title.map(|title| {
        el("span")
            .class("av-embed__title")
            .child(isolated(title))
            .into()
    });
    let link = el("a")
        .class("av-embed__link")
        .attr("href", embed.link.href().to_owned())
        .children(title)
        .child(el("span").class("av-embed__call").text(call));
    el("figure")
        .class("av-embed")
        .child(link)
        .children(figure::caption(embed.caption, Vec::new(), words))
        .into()
}
