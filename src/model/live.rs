//! Live coverage.

use super::word::words;

words! {
    /// Whether a live blog still goes on.
    pub enum LiveState {
        Live = "live",
        Ended = "ended",
    }
}
