//! The module of what can wait, joined from the files that `src/late.txt` names.

use crate::files::{self, Done, Place};

/// Its name, as the start code has it.
pub const LATE: &str = "article-viewer_late.js";

pub fn join(place: &Place) -> Done<String> {
    let list = files::text(&place.source.join("src/late.txt"))?;
    let mut joined = String::new();
    for name in files::names(&list, "src/late.txt")? {
        joined.push_str(&files::text(&place.source.join(name))?);
        joined.push('\n');
    }
    Ok(joined)
}
