//! The masthead: whose page this is.

use super::{Out, picture};
use crate::model::Publisher;

/// Writes the publisher's name and logo; without one the band stays, so that nothing moves.
pub fn masthead(out: &mut Out, publisher: Option<&Publisher>) {
    out.open("header.av-masthead");
    if let Some(publisher) = publisher {
        match &publisher.link {
            Some(link) => {
                out.open("a.av-masthead__name");
                out.attr("href", link.href());
            }
            None => out.open("span.av-masthead__name"),
        }
        if let Some(logo) = &publisher.logo {
            picture::thumbnail(out, logo, "img.av-masthead__logo");
        }
        out.isolated(&publisher.name);
        out.close();
    }
    out.close();
}
