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
        view.attr("dir", "auto");
        inline::inlines(view, text);
        view.close();
    }
}
