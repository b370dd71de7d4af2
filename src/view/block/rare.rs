//! The blocks that few articles have. In a browser they are shown by a part of the program that comes when it is needed:
//! `decode::Document::needs` says when.

use super::{
    audio, box_out, button_link, card, code, correction, descriptions, details, embed, footnotes,
    gallery, math, post, preformatted, questions, rating, table, timeline, verse, video,
};
use crate::model::Block;
use crate::view::View;
use crate::view::figure::lead_display;

/// One block, or several of a kind that belong together; `leads`: it is the lead of the article.
pub fn rare(view: &mut View<'_>, run: &[Block], leads: bool) {
    let Some(block) = run.first() else { return };
    match block {
        Block::Gallery(block) => gallery::gallery(view, block, leads),
        Block::Descriptions(block) => descriptions::descriptions(view, block),
        Block::Table(block) => table::table(view, block),
        Block::Code(block) => code::code(view, block),
        Block::Preformatted(block) => preformatted::preformatted(view, block),
        Block::Verse(block) => verse::verse(view, block),
        Block::Video(block) if leads => video::video(view, block, lead_display(block.display)),
        Block::Video(block) => video::video(view, block, block.display),
        Block::Audio(block) => audio::audio(view, block),
        Block::Embed(block) => embed::embed(view, block),
        Block::Card(block) => card::card(view, block),
        Block::ButtonLink(block) => button_link::button_link(view, block),
        Block::Details(block) => details::details(view, block),
        Block::BoxOut(block) => box_out::box_out(view, block),
        Block::Questions(block) => questions::questions(view, block),
        Block::Timeline(block) => timeline::timeline(view, block),
        Block::Footnotes(block) => footnotes::footnotes(view, block),
        Block::Correction(_) => correction::corrections(view, run),
        Block::Post(_) => post::posts(view, run),
        Block::Math(block) => math::math(view, block),
        Block::Rating(block) => rating::rating(view, block),
        Block::Paragraph(_)
        | Block::Heading(_)
        | Block::Figure(_)
        | Block::List(_)
        | Block::Quote(_)
        | Block::PullQuote(_)
        | Block::Divider(_)
        | Block::Unsupported(_) => {}
    }
}
