//! Tags and related articles, below the text.

use super::{View, byline, headline, picture};
use crate::model::{Related, Tag};

pub fn tags(view: &mut View<'_>, tags: &[Tag]) {
    if tags.is_empty() {
        return;
    }
    view.open("ul.av-tags");
    view.label("tags");
    for tag in tags {
        view.open("li.av-tags__tag");
        view.theirs();
        if let Some(link) = &tag.link {
            view.open("a");
            view.attr("href", link.href());
            view.attr("rel", "tag");
        }
        view.isolated(&tag.name);
        if tag.link.is_some() {
            view.close();
        }
        view.close();
    }
    view.close();
}

pub fn related(view: &mut View<'_>, entries: &[Related]) {
    if entries.is_empty() {
        return;
    }
    view.open("section.av-related");
    let tag = headline::TAGS[headline::rank(view.headline + 1)];
    view.element(tag, "av-related__heading");
    view.say("span", "related");
    view.close();
    view.open("ul.av-related__entries");
    for entry in entries {
        view.open("li.av-related__entry");
        if let Some(image) = &entry.image {
            picture::thumbnail(view, image, "img.av-related__image");
        }
        view.open("div");
        view.open("a");
        view.attr("href", entry.link.href());
        view.isolated(&entry.title);
        view.close();
        if entry.publisher.is_some() || entry.published.is_some() {
            view.open("p.av-related__details");
            if let Some(publisher) = &entry.publisher {
                view.isolated(publisher);
            }
            if let Some(moment) = &entry.published {
                byline::time(view, moment);
            }
            view.close();
        }
        view.close();
        view.close();
    }
    view.close();
    view.close();
}
