//! Where an article's bytes come from: an address, or the page itself.
//!
//! Loading knows nothing of JSON and formats; it brings bytes or says why not.

pub mod error;
pub mod fetch;
pub mod limits;
pub mod source;

pub use error::{LoadError, LoadErrorKind};
pub use fetch::Fetched;
pub use limits::Limits;
pub use source::Source;
