//! The modules that can wait, each joined from the files that a list names.

use crate::files::{self, Done, Place};

/// A module: its name, as other modules have it, and its list.
pub struct Module {
    pub name: &'static str,
    list: &'static str,
}

/// What waits until a reader wants it, or the article is there.
pub const LATE: Module = Module {
    name: "article-viewer_late.js",
    list: "src/late.txt",
};

/// What editors need: the report, opening files, the bench.
pub const DESK: Module = Module {
    name: "article-viewer_desk.js",
    list: "src/desk.txt",
};

impl Module {
    pub fn join(&self, place: &Place) -> Done<String> {
        let list = files::text(&place.source.join(self.list))?;
        let mut joined = String::new();
        for name in files::names(&list, self.list)? {
            joined.push_str(&files::text(&place.source.join(name))?);
            joined.push('\n');
        }
        Ok(joined)
    }
}
