//! What films and sounds have in common.

use super::View;
use crate::host::text::{concat, digits};
use crate::model::Language;
use crate::model::inline::plain_text;
use crate::model::media::Recording;
use crate::view::figure;

/// The name and the files, inside the `video` or `audio` that was opened last.
pub fn files(view: &mut View<'_>, recording: &Recording) {
    let caption;
    let name = match &recording.title {
        Some(title) => title,
        None => {
            caption = plain_text(&recording.caption);
            &caption
        }
    };
    if !name.is_empty() {
        view.attr("aria-label", name);
    }
    for source in &recording.sources {
        view.open("source");
        view.attr("src", source.src.src());
        if let Some(mime) = &source.mime {
            view.attr("type", mime);
        }
        view.close();
    }
    for track in &recording.tracks {
        view.open("track");
        view.attr("kind", track.kind.word());
        view.attr("src", track.src.src());
        if let Some(language) = track.language.as_ref().map(Language::tag) {
            view.attr("srclang", language);
        }
        if let Some(label) = &track.label {
            view.attr("label", label);
        }
        if track.default {
            view.attr("default", "");
        }
        view.close();
    }
}

/// How long it is, where its words can be read, and what is said about it.
pub fn facts(view: &mut View<'_>, recording: &Recording) {
    if recording.seconds.is_some() || recording.transcript.is_some() {
        view.open("p.av-recording");
        if let Some(seconds) = recording.seconds {
            view.open("span.av-recording__length");
            view.say("span.av-hidden", "length");
            view.leaf("bdi", &length(seconds));
            view.close();
        }
        if let Some(transcript) = &recording.transcript {
            view.open("a.av-recording__transcript");
            view.attr("href", transcript.href());
            view.say("span", "transcript");
            view.close();
        }
        view.close();
    }
    figure::caption(view, "caption_other", &recording.caption, &recording.credit);
}

/// `4:05`, or `1:04:05`
fn length(seconds: u32) -> String {
    let two = |number: u32| {
        let digits = digits(number as usize);
        concat(&[if number < 10 { ":0" } else { ":" }, &digits])
    };
    let minutes = seconds / 60;
    let start = match minutes / 60 {
        0 => digits(minutes as usize),
        hours => concat(&[&digits(hours as usize), &two(minutes % 60)]),
    };
    concat(&[&start, &two(seconds % 60)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_reads_like_a_clock() {
        for (seconds, wanted) in [(9, "0:09"), (65, "1:05"), (725, "12:05"), (3845, "1:04:05")] {
            assert_eq!(length(seconds), wanted);
        }
    }
}
