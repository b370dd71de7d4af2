//! Why no bytes came.

use std::fmt;

use crate::host::text::digits;

/// What went wrong on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadError {
    pub kind: LoadErrorKind,
    /// The host, the origin or the address that it is about.
    pub subject: String,
    /// Milliseconds, bytes or the HTTP status, as [`LoadErrorKind`] says.
    pub number: usize,
}

/// The ways to fail; each has its own sentence for readers, under the key that [`LoadErrorKind::code`] ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadErrorKind {
    /// Not an http or https address: the subject.
    Address,
    /// The subject is not among the origins that the page allows.
    Origin,
    /// The device has no network.
    Offline,
    /// Refused, unreachable, or not readable by other pages: a script cannot tell these apart.
    Unreachable,
    /// No headers within so many milliseconds.
    NoAnswer,
    /// The body stopped coming for so many milliseconds.
    Stalled,
    /// The body broke off.
    BrokenOff,
    /// All in all more than so many milliseconds.
    TooSlow,
    /// The reader, or another article, ended it.
    Cancelled,
    /// More than so many bytes.
    TooLarge,
    /// The part of the viewer that reads the article's format did not come; the subject is why, if that is known.
    NoPart,
    /// 204 and 205: an answer without content.
    NoContent,
    /// 401, 402, 403 and 407.
    Forbidden,
    /// 404
    NotFound,
    /// 408: the site gave up waiting.
    GaveUp,
    /// 410
    Gone,
    /// 429
    Busy,
    /// 451
    Legal,
    /// Another status from 400 to 499.
    Refused,
    /// 500 and above.
    Server,
    /// Any other status.
    Status,
}

use LoadErrorKind as Kind;

/// The code of each kind.
const CODES: [&str; 21] = [
    "address",
    "origin",
    "offline",
    "unreachable",
    "no_answer",
    "stalled",
    "broken_off",
    "too_slow",
    "cancelled",
    "too_large",
    "no_part",
    "no_content",
    "forbidden",
    "not_found",
    "gave_up",
    "gone",
    "busy",
    "legal",
    "refused",
    "server",
    "status",
];

/// For each kind the line for developers, with `{s}` for the subject and `{n}` for the number.
const LINES: [&str; 21] = [
    "wanted an http or https address, found “{s}”",
    "{s} is not among the page's article-viewer-sources",
    "the browser says that it is offline",
    "{s} is unreachable, refused, or sent no Access-Control-Allow-Origin",
    "no headers from {s} within {n} ms",
    "nothing more from {s} for {n} ms",
    "the connection to {s} broke before the end",
    "not complete within {n} ms",
    "cancelled",
    "more than {n} bytes",
    "a part of the wasm did not come{s}",
    STATUS,
    STATUS,
    STATUS,
    STATUS,
    STATUS,
    STATUS,
    STATUS,
    STATUS,
    STATUS,
    STATUS,
];
const STATUS: &str = "HTTP status {n} from {s}";

impl LoadErrorKind {
    /// All kinds, in the order of [`LINES`].
    pub const ALL: [Self; 21] = [
        Self::Address,
        Self::Origin,
        Self::Offline,
        Self::Unreachable,
        Self::NoAnswer,
        Self::Stalled,
        Self::BrokenOff,
        Self::TooSlow,
        Self::Cancelled,
        Self::TooLarge,
        Self::NoPart,
        Self::NoContent,
        Self::Forbidden,
        Self::NotFound,
        Self::GaveUp,
        Self::Gone,
        Self::Busy,
        Self::Legal,
        Self::Refused,
        Self::Server,
        Self::Status,
    ];

    /// The kind with this code; an unknown one is as good as unreachable.
    pub fn of(code: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|kind| kind.code() == code)
            .unwrap_or(Self::Unreachable)
    }

    /// A short name that stays the same from version to version.
    pub fn code(self) -> &'static str {
        CODES[self as usize]
    }
}

impl LoadError {
    pub fn new(kind: Kind, subject: &str, number: usize) -> Self {
        Self {
            kind,
            subject: subject.chars().take(200).collect(),
            number,
        }
    }

    /// An answer of `host` that is not the article.
    pub fn status(status: usize, host: &str) -> Self {
        let kind = match status {
            204 | 205 => Kind::NoContent,
            401..=403 | 407 => Kind::Forbidden,
            404 => Kind::NotFound,
            408 => Kind::GaveUp,
            410 => Kind::Gone,
            429 => Kind::Busy,
            451 => Kind::Legal,
            400..=499 => Kind::Refused,
            500.. => Kind::Server,
            _ => Kind::Status,
        };
        Self::new(kind, host, status)
    }

    /// Whether the same request may succeed another time.
    pub fn may_pass(&self) -> bool {
        !matches!(
            self.kind,
            Kind::Address
                | Kind::Origin
                | Kind::TooLarge
                | Kind::NoContent
                | Kind::Forbidden
                | Kind::NotFound
                | Kind::Gone
                | Kind::Legal
                | Kind::Refused
                | Kind::Status
        )
    }
}

impl LoadError {
    /// The line for developers.
    pub fn technical(&self) -> String {
        let mut line = String::new();
        for piece in LINES[self.kind as usize].split(&['{', '}'][..]) {
            match piece {
                "s" => line.push_str(&self.subject),
                "n" => line.push_str(&digits(self.number)),
                words => line.push_str(words),
            }
        }
        line
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.technical())
    }
}

impl std::error::Error for LoadError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_line() {
        let error = LoadError::new(Kind::NoAnswer, "news.example", 500);
        assert_eq!(
            error.to_string(),
            "no headers from news.example within 500 ms"
        );
        assert_eq!(LoadError::status(410, "a.example").kind.code(), "gone");
        assert_eq!(
            LoadError::status(418, "a.example").to_string(),
            "HTTP status 418 from a.example"
        );
        for kind in Kind::ALL {
            assert_eq!(Kind::of(kind.code()), kind);
        }
    }
}
