//! A report as JSON for the desk and for programs, and as text for people.

use super::{Field, Finding, Origin, Part, Position, Report};
use crate::encode;
use crate::json::Json;

impl Report {
    /// The report as JSON; `docs/desk.md` has its members.
    pub fn json(&self) -> String {
        let format = self.format.as_ref().map_or(Json::Null, |format| {
            object([
                ("name", text(format.name)),
                ("title", text(format.title)),
                (
                    "version",
                    format.version.as_deref().map_or(Json::Null, text),
                ),
                ("why", text(&format.why)),
            ])
        });
        let summary = &self.summary;
        encode::json(&object([
            ("outcome", text(self.outcome_word())),
            ("format", format),
            (
                "summary",
                object([
                    ("headline", text(&summary.headline)),
                    ("blocks", number(summary.blocks)),
                    ("words", number(summary.words)),
                    ("pictures", number(summary.pictures)),
                    ("articles", number(summary.articles)),
                ]),
            ),
            ("notes", list(&self.notes, note)),
            ("used", list(&self.used, field)),
            ("left", list(&self.left, field)),
            ("places", list(&self.origins, origin)),
        ]))
    }

    /// The report as text, for a mail or a ticket.
    pub fn text(&self) -> String {
        let mut lines = Vec::new();
        lines.push(match &self.format {
            Some(format) => format!(
                "{} read as {}{}: {}.",
                match self.outcome_word() {
                    "list" => "A list of articles",
                    "article" => "An article",
                    _ => "Nothing",
                },
                format.title,
                format
                    .version
                    .as_ref()
                    .map_or_else(String::new, |version| format!(" ({version})")),
                format.why
            ),
            None => "The file could not be read.".into(),
        });
        let summary = &self.summary;
        if !summary.headline.is_empty() {
            lines.push(format!("Headline: {}", summary.headline));
        }
        if summary.articles > 1 {
            lines.push(format!("Articles: {}", summary.articles));
        }
        lines.push(format!(
            "Blocks: {}, words: {}, pictures: {}",
            summary.blocks, summary.words, summary.pictures
        ));
        lines.push(String::new());
        lines.push(match self.notes.len() {
            0 => "Notes: none; everything that is known was read.".into(),
            count => format!("Notes: {count}"),
        });
        for note in &self.notes {
            let place = note
                .position
                .map_or_else(String::new, |Position { line, column }| {
                    format!(" (line {line}, column {column})")
                });
            lines.push(format!(
                "- {} {} at {}{place}: {}. {}",
                note.severity.word(),
                note.code,
                note.path,
                note.sentence,
                note.hint
            ));
        }
        for (title, fields) in [("Fields used", &self.used), ("Fields left", &self.left)] {
            lines.push(String::new());
            lines.push(format!("{title}: {}", fields.len()));
            lines.extend(fields.iter().map(|field| match field.count {
                1 => format!("- {}", field.path),
                count => format!("- {} ×{count}", field.path),
            }));
        }
        lines.push(String::new());
        lines.join("\n")
    }

    fn outcome_word(&self) -> &'static str {
        match self.outcome {
            super::Outcome::Article => "article",
            super::Outcome::List => "list",
            super::Outcome::Error => "error",
        }
    }
}

fn object<const N: usize>(members: [(&str, Json); N]) -> Json {
    let members = members.into_iter();
    Json::Object(
        members
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    )
}

fn text(text: &str) -> Json {
    Json::Text(text.to_owned())
}

fn number(number: usize) -> Json {
    Json::Number(number.to_string())
}

fn list<T>(items: &[T], write: fn(&T) -> Json) -> Json {
    Json::List(items.iter().map(write).collect())
}

fn line_and_column(position: Option<Position>) -> (Json, Json) {
    position.map_or((Json::Null, Json::Null), |position| {
        (number(position.line), number(position.column))
    })
}

fn note(note: &Finding) -> Json {
    let (line, column) = line_and_column(note.position);
    object([
        ("severity", text(note.severity.word())),
        ("code", text(note.code)),
        ("path", text(&note.path)),
        ("line", line),
        ("column", column),
        ("sentence", text(&note.sentence)),
        ("hint", text(note.hint)),
    ])
}

fn field(field: &Field) -> Json {
    object([
        ("path", text(&field.path)),
        ("count", number(field.count)),
        ("line", line_and_column(field.position).0),
    ])
}

fn origin(origin: &Origin) -> Json {
    let (line, column) = line_and_column(origin.position);
    let (selector, index) = match origin.part {
        Part::Selected(selector) => (text(selector), Json::Null),
        Part::Block(index) => (Json::Null, number(index)),
    };
    object([
        ("selector", selector),
        ("index", index),
        ("path", text(&origin.path)),
        ("line", line),
        ("column", column),
    ])
}
