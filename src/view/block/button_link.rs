use super::View;
use crate::model::block::ButtonLink;

pub fn button_link(view: &mut View<'_>, button: &ButtonLink) {
    view.open("p.av-button-link>a.av-button");
    view.attr("href", button.link.href());
    view.isolated(&button.text);
    view.close();
    view.close();
}
