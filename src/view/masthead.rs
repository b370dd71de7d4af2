//! The masthead: whose page this is.

use super::article::isolated;
use super::{Node, el, picture};
use crate::model::Publisher;

/// The publisher's name and logo; without one the band stays, so that nothing moves.
pub fn masthead(publisher: Option<Publisher>) -> Node {
    let name = publisher.map(|publisher| {
        let logo = publisher
            .logo
            .map(|logo| picture::thumbnail(logo, "av-masthead__logo").into());
        let element = match publisher.link {
            Some(link) => el("a").attr("href", link.href().to_owned()),
            None => el("span"),
        };
        element
            .class("av-masthead__name")
            .children(logo)
            .child(isolated(publisher.name))
            .into()
    });
    el("header").class("av-masthead").children(name).into()
}
