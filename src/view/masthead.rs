//! The masthead: whose page this is.

use super::{Out, Words, picture};
use crate::host::text::concat;
use crate::model::Publisher;

/// Writes the publisher's name and logo; without one the band stays, so that nothing moves.
///
/// `samples` is the address of a list of articles to try, or empty.
pub fn masthead(out: &mut Out, publisher: Option<&Publisher>, samples: &str, words: &Words) {
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
    if !samples.is_empty() {
        out.open("a.av-masthead__samples");
        out.attr("href", &concat(&["?src=", samples]));
        out.text(words.text("samples"));
        out.close();
    }
    out.close();
}
