use super::{View, recording};
use crate::model::block::{Display, Video};
use crate::model::media::Size;
use crate::view::picture;

/// A film with the browser's own controls, in a box that has its size before anything of it is there.
pub fn video(view: &mut View<'_>, video: &Video, display: Display) {
    let size = video.size.unwrap_or(Size {
        width: 16,
        height: 9,
    });
    view.open("figure.av-video");
    view.attr("data-display", display.word());
    view.open("div.av-video__frame");
    view.attr("--av-ratio", &picture::ratio(size));
    view.open("video.av-video__player@controls@playsinline");
    match &video.poster {
        Some(poster) => {
            view.attr("poster", poster.src());
            view.attr("preload", "none");
        }
        // Without a poster, the first picture of the film is better than none.
        None => view.attr("preload", "metadata"),
    }
    recording::files(view, &video.recording);
    view.close();
    view.close();
    recording::facts(view, &video.recording);
    view.close();
}
