use super::{View, field_if_any};
use crate::model::block::Embed;
use crate::view::{figure, picture};

/// A card that names the site and leads there; nothing of the other site is loaded until the reader asks for it.
pub fn embed(view: &mut View<'_>, embed: &Embed) {
    let host = match (&embed.player, &embed.provider) {
        (Some(player), _) => player.name,
        (None, Some(provider)) => provider,
        (None, None) => embed.link.host().unwrap_or_default(),
    };
    let words = view.words;
    view.open("figure.av-embed");
    view.attr("data-provider", host);
    if let Some(player) = &embed.player {
        view.open("div.av-embed__frame");
        let ratio = embed.size.map(picture::ratio);
        view.attr("--av-ratio", ratio.as_deref().unwrap_or(player.ratio));
        if let Some(thumbnail) = &embed.thumbnail {
            picture::thumbnail(view, thumbnail, "img.av-embed__image");
        }
        view.open("button.av-button av-embed__button@type=button@data-action=embed");
        view.attr("data-embed", player.address());
        view.attr("data-title", embed.title.as_deref().unwrap_or(host));
        view.ours();
        view.text(&words.with("embed_show", "host", host));
        view.close();
        view.tell(
            "p.av-embed__privacy",
            &words.with("embed_privacy", "host", host),
        );
        view.close();
    }
    view.open("a.av-embed__link");
    view.attr("href", embed.link.href());
    if let (None, Some(thumbnail)) = (&embed.player, &embed.thumbnail) {
        picture::thumbnail(view, thumbnail, "img.av-embed__image");
    }
    field_if_any(view, "span.av-embed__title", &embed.title);
    view.tell("span.av-embed__call", &words.with("embed_at", "host", host));
    view.close();
    figure::caption(view, "caption_other", &embed.caption, &[]);
    view.close();
}
