use super::{View, field_if_any};
use crate::model::block::Card;
use crate::view::picture;

pub fn card(view: &mut View<'_>, card: &Card) {
    view.open("div.av-card>a.av-card__link");
    view.attr("href", card.link.href());
    if let Some(image) = &card.image {
        picture::thumbnail(view, image, "img.av-card__image");
    }
    view.open("span.av-card__text");
    let publisher = card.publisher.as_deref().or_else(|| card.link.host());
    view.field("span.av-card__publisher", publisher.unwrap_or_default());
    view.field("span.av-card__title", &card.title);
    field_if_any(view, "span.av-card__description", &card.description);
    field_if_any(view, "span.av-card__label", &card.label);
    view.close();
    view.close();
    view.close();
}
