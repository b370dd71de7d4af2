use super::quote::cite;
use super::{View, run};
use crate::model::block::PullQuote;

pub fn pull_quote(view: &mut View<'_>, quote: &PullQuote) {
    view.open("figure.av-pull-quote");
    view.open("blockquote");
    run(view, "p", &quote.text);
    view.close();
    cite(view, &quote.cite);
    view.close();
}
