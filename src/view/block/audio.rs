use super::{View, field_if_any, recording};
use crate::model::block::Audio;

pub fn audio(view: &mut View<'_>, audio: &Audio) {
    view.open("figure.av-audio");
    field_if_any(view, "p.av-audio__title", &audio.recording.title);
    view.open("audio.av-audio__player@controls");
    // What is known of its length already does not have to be fetched.
    let known = audio.recording.seconds.is_some();
    view.attr("preload", if known { "none" } else { "metadata" });
    recording::files(view, &audio.recording);
    view.close();
    recording::facts(view, &audio.recording);
    view.close();
}
