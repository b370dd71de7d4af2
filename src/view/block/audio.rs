use super::{View, field_if_any, recording};
use crate::model::block::Audio;

pub fn audio(view: &mut View<'_>, audio: &Audio) {
    view.open("figure.av-audio");
    field_if_any(view, "p.av-audio__title", &audio.recording.title);
    // What is fetched before a reader asks for it moves the browser's controls when it comes.
    view.open("audio.av-audio__player@controls@preload=none");
    recording::files(view, &audio.recording);
    view.close();
    recording::facts(view, &audio.recording);
    view.close();
}
