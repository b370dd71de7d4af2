use super::{View, run};
use crate::model::Block;
use crate::model::block::CorrectionKind;
use crate::view::byline;

/// Corrections in a row as one history.
pub fn corrections(view: &mut View<'_>, run_of_blocks: &[Block]) {
    view.open("dl.av-corrections");
    for block in run_of_blocks {
        let Block::Correction(part) = block else {
            continue;
        };
        view.open("div.av-corrections__entry");
        view.attr("data-kind", part.kind.word());
        view.open("dt");
        view.say("span.av-corrections__kind", key(part.kind));
        if let Some(date) = &part.date {
            view.text(" ");
            byline::time(view, date);
        }
        view.close();
        run(view, "dd", &part.text);
        view.close();
    }
    view.close();
}

fn key(kind: CorrectionKind) -> &'static str {
    match kind {
        CorrectionKind::Correction => "correction",
        CorrectionKind::Clarification => "clarification",
        CorrectionKind::Update => "update",
    }
}
