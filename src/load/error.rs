//! Why no bytes came.

use std::fmt;

/// What went wrong on the way; each has its own sentence for readers in `app::problem`.
#[derive(Clone, Debug, PartialEq)]
pub enum LoadError {
    /// Not an http or https address.
    BadAddress { found: String },
    /// Another site, and not on the page's list.
    OriginNotAllowed { origin: String },
    /// The device has no network.
    Offline,
    /// Refused, unreachable, or not readable by other pages: a script cannot tell these apart.
    Unreachable { host: String },
    /// No headers in time.
    NoAnswer { host: String, milliseconds: u32 },
    /// The body stopped coming.
    Stalled {
        host: String,
        milliseconds: u32,
        bytes: usize,
    },
    /// The body broke off.
    BrokenOff { host: String, bytes: usize },
    /// All in all too long.
    TooSlow { milliseconds: u32 },
    /// The reader, or another article, ended it.
    Cancelled,
    /// An answer, but not the article.
    Status { status: u16, host: String },
    /// More bytes than the limit.
    TooLarge { limit: usize },
}

impl LoadError {
    /// Whether the same request may succeed another time.
    pub fn may_pass(&self) -> bool {
        match self {
            Self::BadAddress { .. } | Self::OriginNotAllowed { .. } | Self::TooLarge { .. } => {
                false
            }
            Self::Status { status, .. } => matches!(status, 408 | 425 | 429 | 500..),
            Self::Offline
            | Self::Unreachable { .. }
            | Self::NoAnswer { .. }
            | Self::Stalled { .. }
            | Self::BrokenOff { .. }
            | Self::TooSlow { .. }
            | Self::Cancelled => true,
        }
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BadAddress { found } => {
                write!(f, "wanted an http or https address, found “{found}”")
            }
            Self::OriginNotAllowed { origin } => {
                write!(f, "{origin} is not among the page's article-viewer-sources")
            }
            Self::Offline => f.write_str("the browser says that it is offline"),
            Self::Unreachable { host } => write!(
                f,
                "no answer from {host}: unreachable, refused, or without the header Access-Control-Allow-Origin"
            ),
            Self::NoAnswer { host, milliseconds } => {
                write!(f, "no headers from {host} within {milliseconds} ms")
            }
            Self::Stalled {
                host,
                milliseconds,
                bytes,
            } => {
                write!(
                    f,
                    "nothing more from {host} for {milliseconds} ms, after {bytes} bytes"
                )
            }
            Self::BrokenOff { host, bytes } => {
                write!(f, "the connection to {host} broke after {bytes} bytes")
            }
            Self::TooSlow { milliseconds } => write!(f, "not complete within {milliseconds} ms"),
            Self::Cancelled => f.write_str("cancelled"),
            Self::Status { status, host } => write!(f, "HTTP status {status} from {host}"),
            Self::TooLarge { limit } => write!(f, "more than {limit} bytes"),
        }
    }
}

impl std::error::Error for LoadError {}
