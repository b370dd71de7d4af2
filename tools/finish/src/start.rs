//! The start code (`src/start.js`), appended to the module that wasm-bindgen writes.
//!
//! It calls three functions of that module which wasm-bindgen does not promise to keep.
//! Its version is pinned, and a version without them fails here instead of in a browser.

use crate::files::{self, Done, Place};

const NEEDED: [&str; 3] = [
    "function __wbg_get_imports(",
    "function __wbg_finalize_init(",
    "function askViewer(",
];

/// The parts of the program that come when they are needed, as the start code and the module of what can wait name them;
/// `release::split` has what is in each.
pub const PARTS: [&str; 16] = [
    "shared",
    "problem",
    "blocks",
    "formats",
    "rich",
    "ans",
    "apple-news",
    "contentful",
    "drupal",
    "editorjs",
    "guardian",
    "ninjs",
    "portable-text",
    "schema-org",
    "desk",
    "element",
];

/// The parts that have a look, of the program and of what can wait: each has a list of its sheets in the folder `style`.
pub const STYLED: [&str; 5] = ["blocks", "formats", "desk", "embed", "tools"];

pub fn wasm_of(part: &str) -> String {
    format!("article-viewer_{part}.wasm")
}

pub fn sheet_of(part: &str) -> String {
    format!("article-viewer_{part}.css")
}

/// The list of the sheets of a part.
pub fn list_of(part: &str) -> String {
    format!("{part}.txt")
}

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
        let module = "function __wbg_get_imports() {}\nfunction __wbg_finalize_init(i, m) {}\nfunction askViewer(c) {}\n";
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
