//! Names of the files that the build makes, and reading and writing with errors that say which file.

use std::{collections::HashSet, error::Error, fs, path::Path, path::PathBuf};

pub type Done<T = ()> = Result<T, Box<dyn Error>>;

/// The module that wasm-bindgen writes; in a release, the small stable entry of the same name.
pub const SCRIPT: &str = "article-viewer.js";
pub const SHEET: &str = "article-viewer.css";
/// What only paper needs: `style/print.css`.
pub const PRINT: &str = "article-viewer_print.css";

/// Where the build reads from and writes to.
pub struct Place {
    /// The folder of `index.html`.
    pub source: PathBuf,
    /// Trunk's folder for the files that become `dist/`.
    pub staging: PathBuf,
}

pub fn text(path: &Path) -> Done<String> {
    fs::read_to_string(path)
        .map_err(|error| format!("{} cannot be read: {error}", path.display()).into())
}

pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Done {
    fs::write(path, content)
        .map_err(|error| format!("{} cannot be written: {error}", path.display()).into())
}

#[cfg(feature = "release")]
pub fn bytes(path: &Path) -> Done<Vec<u8>> {
    fs::read(path).map_err(|error| format!("{} cannot be read: {error}", path.display()).into())
}

/// The paths of the list called `file`, one a line; empty lines and lines that start with `#` are for people.
pub fn names<'a>(list: &'a str, file: &str) -> Done<Vec<&'a str>> {
    let mut seen = HashSet::new();
    let names: Vec<&str> = list
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    match names.iter().find(|name| !seen.insert(**name)) {
        Some(twice) => Err(format!("{file} names {twice} twice").into()),
        None => Ok(names),
    }
}
