//! The style sheets, joined in the order that a list of them writes down once.

use crate::files::{self, Done};
use std::path::Path;

/// The list of what every article needs; each part of the program has a list of its own.
pub const EVERY: &str = "sheets.txt";

/// Joins the sheets of the folder that a list in it names, each under a comment with its name.
pub fn join(folder: &Path, list: &str) -> Done<String> {
    let list = files::text(&folder.join(list))?;
    let mut joined = String::new();
    for name in files::names(&list, "the list of sheets")? {
        let sheet = files::text(&folder.join(name))?;
        joined.push_str(&format!("/* {name} */\n{}\n", sheet.trim_end()));
    }
    Ok(joined)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_that_of_the_list() {
        let list = "# The order of the layers first.\nlayers.css\n\n  view/a.css\nbase.css\n";
        assert_eq!(
            files::names(list, "sheets.txt").unwrap(),
            ["layers.css", "view/a.css", "base.css"]
        );
    }

    #[test]
    fn a_sheet_named_twice_is_an_error() {
        let fault = files::names("a.css\nb.css\na.css\n", "style/sheets.txt").unwrap_err();
        assert_eq!(fault.to_string(), "style/sheets.txt names a.css twice");
    }

    #[test]
    fn the_joined_sheet_says_where_each_part_comes_from() {
        let folder = std::env::temp_dir().join(format!("finish-sheets-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        for (name, text) in [
            ("sheets.txt", "b.css\na.css\n"),
            ("a.css", "a {}\n"),
            ("b.css", "b {}"),
        ] {
            files::write(&folder.join(name), text).unwrap();
        }
        let joined = join(&folder, EVERY);
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(joined.unwrap(), "/* b.css */\nb {}\n/* a.css */\na {}\n");
    }
}
