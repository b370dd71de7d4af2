use super::View;
use crate::host::text::digits;
use crate::model::block::{Display, Gallery};
use crate::view::picture::Loading;
use crate::view::{figure, picture};

/// `lead`: it opens the article, so its first picture is fetched before anything else.
pub fn gallery(view: &mut View<'_>, gallery: &Gallery, lead: bool) {
    view.open("figure.av-gallery");
    let display = if lead {
        figure::lead_display(gallery.display)
    } else {
        gallery.display
    };
    view.attr("data-display", display.word());
    view.attr("data-count", &digits(gallery.images.len()));
    // Without its marks, a list is none for some screen readers.
    view.open("ul.av-gallery__images@role=list");
    let mut loading = if lead { Loading::First } else { Loading::Lazy };
    for image in &gallery.images {
        view.open("li.av-gallery__item");
        view.attr("--av-ratio", &picture::shape(&image.image));
        figure::write(view, image, Display::Inline, loading);
        view.close();
        loading = Loading::Lazy;
    }
    view.close();
    figure::caption(view, "caption", &gallery.caption, &gallery.credit);
    view.close();
}
