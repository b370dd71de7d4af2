//! The modules that can wait, each joined from the files that a list names.

use crate::files::{self, Done, Place};

/// A module: its name, as other modules have it, and its list.
pub struct Module {
    pub name: &'static str,
    list: &'static str,
    /// The folder whose files give their exports on.
    gives: &'static str,
}

/// What waits until a reader wants it, or the article is there.
pub const LATE: Module = Module {
    name: "article-viewer_late.js",
    list: "src/late.txt",
    gives: "src/",
};

/// What editors need: the report, opening files, the bench.
pub const DESK: Module = Module {
    name: "article-viewer_desk.js",
    list: "src/desk.txt",
    gives: "src/",
};

/// The first look: a plain article before the program is there. The page imports it, so that it runs when it has come: any
/// `script` element would have to wait, for the sheet, for the end of the page or for the first paint.
pub const FIRST: Module = Module {
    name: "article-viewer_first.js",
    list: "src/first.txt",
    gives: "src/first/",
};

/// The same of articles in other formats, as an article in our own.
pub const FOREIGN: Module = Module {
    name: "article-viewer_foreign.js",
    list: "src/foreign.txt",
    gives: "src/foreign/",
};

/// The custom element.
pub const ELEMENT: Module = Module {
    name: "article-viewer_element.js",
    list: "src/element.txt",
    gives: "src/element/",
};

/// The tools that readers have in an element.
pub const TOOLS: Module = Module {
    name: "article-viewer_tools.js",
    list: "src/tools.txt",
    gives: "src/element/",
};

impl Module {
    pub fn join(&self, place: &Place) -> Done<String> {
        let list = files::text(&place.source.join(self.list))?;
        let mut joined = String::new();
        for name in files::names(&list, self.list)? {
            let mut text = files::text(&place.source.join(name))?;
            if !name.starts_with(self.gives) {
                text = text.replace("\nexport ", "\n");
            }
            joined.push_str(&text);
            joined.push('\n');
        }
        Ok(joined)
    }
}
