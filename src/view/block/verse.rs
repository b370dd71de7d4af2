use super::quote::cite;
use super::{View, run};
use crate::model::block::Verse;

pub fn verse(view: &mut View<'_>, verse: &Verse) {
    view.open("figure.av-verse");
    run(view, "p.av-verse__text", &verse.text);
    cite(view, &verse.cite);
    view.close();
}
