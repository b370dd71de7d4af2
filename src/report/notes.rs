//! Notes and errors as findings: how bad, where, what, and what to do.

use super::{Position, Text};
use crate::decode::{DecodeError, JsonPath, Note, NoteKind};

/// How bad something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing of the article is lost.
    Info,
    /// Something is lost, or shown in another way than it was meant.
    Warning,
    /// There is no article.
    Error,
}

impl Severity {
    pub fn word(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// One thing that an editor may want to know.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    pub severity: Severity,
    /// Stays the same from version to version.
    pub code: &'static str,
    pub path: String,
    pub position: Option<Position>,
    pub sentence: String,
    /// What to do about it.
    pub hint: &'static str,
}

pub fn finding(note: &Note, text: &Text<'_>) -> Finding {
    let (severity, hint) = advice(&note.kind);
    Finding {
        severity,
        code: note.kind.code(),
        path: note.path.as_str().to_owned(),
        position: text.position(note.path.nearest(text.root)),
        sentence: note.kind.to_string(),
        hint,
    }
}

fn advice(kind: &NoteKind) -> (Severity, &'static str) {
    use Severity::{Info, Warning};
    match kind {
        NoteKind::WrongType { .. } => (
            Warning,
            "Give the field a value of the type that it has in its format.",
        ),
        NoteKind::UnknownWord { .. } | NoteKind::NoSuchWord { .. } => {
            (Warning, "Use one of the words that the field knows.")
        }
        NoteKind::UnreadableDate { .. } => (Warning, "Write the date as in 2026-11-24T08:30:00Z."),
        NoteKind::RefusedAddress { .. } => (
            Warning,
            "Give a whole address that begins with https://, or one that is relative to the file.",
        ),
        NoteKind::UnknownBlock { .. } => (
            Warning,
            "Check the spelling of its type; what the viewer cannot show is better said in another block.",
        ),
        NoteKind::UnknownInline { .. } => (Info, "Nothing is lost but the look of these words."),
        NoteKind::Missing { .. } => (Warning, "Add the member, if the export has it."),
        NoteKind::LeftOut { .. } => (
            Warning,
            "Nothing can be done in the file, unless the format has another way to say it.",
        ),
        NoteKind::RemovedMarkup { .. } => (
            Info,
            "This has no place in an article; its words stay, unless it was code.",
        ),
        NoteKind::NoAlt => (
            Info,
            "Describe the picture in a sentence, or give an empty text if it only decorates.",
        ),
        NoteKind::NewerVersion { .. } => (Warning, "Bring the viewer up to date."),
        NoteKind::Unwrapped => (
            Info,
            "Save the JSON alone, so that lines and columns can be told.",
        ),
        NoteKind::BrokenUtf8 => (Warning, "Save the file as UTF-8."),
        NoteKind::Repaired => (
            Info,
            "Escape control characters: a line break in a text is \\n.",
        ),
        NoteKind::TooMuch { .. } => (Warning, "Part the article, or raise the page’s limits."),
        NoteKind::TooManyNotes => (Warning, "Mend what is noted, and look again."),
    }
}

pub fn error(error: &DecodeError, text: Option<&Text<'_>>) -> Finding {
    let root = JsonPath::root();
    let (path, position, hint) = match error {
        DecodeError::NotJson { line, column, .. } => {
            let position = Position {
                line: *line,
                column: *column,
            };
            (&root, Some(position), "Mend the JSON at this place.")
        }
        DecodeError::Unexpected { path, .. } => (
            path,
            None,
            "Check that the file is in the format that was named.",
        ),
        DecodeError::UnknownFormat { .. } => (
            &root,
            None,
            "Check that the file is an article, or name its format.",
        ),
        DecodeError::NoSuchFormat { .. } => (
            &root,
            None,
            "Use the short name of a format that the viewer knows.",
        ),
        DecodeError::NoSuchItem { .. } => (
            &root,
            None,
            "Use the id of an article in the file, or a number from 1 on.",
        ),
        DecodeError::NotAnArticle { .. } => (&root, None, "Export the article itself."),
        DecodeError::NothingToRead { .. } => (&root, None, "Add a headline or a text."),
    };
    let position = position.or_else(|| {
        let text = text?;
        text.position(path.nearest(text.root))
    });
    Finding {
        severity: Severity::Error,
        code: error.code(),
        path: path.as_str().to_owned(),
        position,
        sentence: error.technical(),
        hint,
    }
}
