use super::{View, blocks, inline};
use crate::model::Inline;
use crate::model::block::Quote;

pub fn quote(view: &mut View<'_>, quote: &Quote) {
    view.open("figure.av-quote");
    view.open("blockquote");
    blocks(view, &quote.blocks);
    view.close();
    cite(view, &quote.cite);
    view.close();
}

/// Whose words they are, below a quote.
pub fn cite(view: &mut View<'_>, text: &[Inline]) {
    if !text.is_empty() {
        view.open("figcaption.av-cite");
        // Apart, so that a name from the other direction keeps its place.
        view.open("bdi");
        inline::inlines(view, text);
        view.close();
        view.close();
    }
}
