//! The start code (`src/start.js`), appended to the module that wasm-bindgen writes.
//!
//! It calls two functions of that module which wasm-bindgen does not promise to keep.
//! Its version is pinned, and a version without them fails here instead of in a browser.

use crate::files::{self, Done, Place};

const NEEDED: [&str; 2] = [
    "function __wbg_get_imports(",
    "function __wbg_finalize_init(",
];

/// A part of the program that comes when it is needed.
pub struct Part {
    /// Its file, as the start code names it.
    pub wasm: &'static str,
    pub sheet: Option<Sheet>,
    /// What it is for.
    #[cfg_attr(not(feature = "release"), expect(dead_code))]
    pub title: &'static str,
}

/// The look of a part.
pub struct Sheet {
    /// Its file, as the start code names it.
    pub name: &'static str,
    /// What it is joined from, in the folder `style`.
    pub list: &'static str,
}

/// In the order in which they need one another.
pub const PARTS: [Part; 5] = [
    Part {
        wasm: "article-viewer_problem.wasm",
        sheet: None,
        title: "what failed",
    },
    Part {
        wasm: "article-viewer_blocks.wasm",
        sheet: Some(Sheet {
            name: "article-viewer_blocks.css",
            list: "blocks.txt",
        }),
        title: "rare blocks",
    },
    Part {
        wasm: "article-viewer_formats.wasm",
        sheet: Some(Sheet {
            name: "article-viewer_formats.css",
            list: "formats.txt",
        }),
        title: "other formats",
    },
    Part {
        wasm: "article-viewer_rich.wasm",
        sheet: None,
        title: "rare formats",
    },
    Part {
        wasm: "article-viewer_desk.wasm",
        sheet: Some(Sheet {
            name: "article-viewer_desk.css",
            list: "desk.txt",
        }),
        title: "the report",
    },
];

pub fn append(module: &str, place: &Place) -> Done<String> {
    let start = files::text(&place.source.join("src/start.js"))?;
    joined(module, &start)
}

fn joined(module: &str, start: &str) -> Done<String> {
    match NEEDED.iter().find(|needed| !module.contains(*needed)) {
        Some(missing) => Err(format!(
            "wasm-bindgen's module has no `{missing}…)`, which src/start.js calls: \
             adapt it to this version of wasm-bindgen"
        )
        .into()),
        None => Ok(format!("{}\n\n{start}", module.trim_end())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_start_code_comes_last() {
        let module = "function __wbg_get_imports() {}\nfunction __wbg_finalize_init(i, m) {}\n";
        let joined = joined(module, "start();\n").unwrap();
        assert!(joined.ends_with("{}\n\nstart();\n"), "{joined}");
    }

    #[test]
    fn a_module_without_the_functions_it_calls_is_refused() {
        let fault = joined("function __wbg_get_imports() {}", "")
            .unwrap_err()
            .to_string();
        assert!(fault.contains("__wbg_finalize_init"), "{fault}");
    }
}
