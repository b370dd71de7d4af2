//! The style sheets, joined in the order that `style/sheets.txt` writes down once.

use crate::files::{self, Done};
use std::{collections::HashSet, path::Path};

/// Joins the sheets of the folder into one, each under a comment with its name.
pub fn join(folder: &Path) -> Done<String> {
    let list = files::text(&folder.join("sheets.txt"))?;
    let mut joined = String::new();
    for name in names(&list)? {
        let sheet = files::text(&folder.join(name))?;
        joined.push_str(&format!("/* {name} */\n{}\n", sheet.trim_end()));
    }
    Ok(joined)
}

/// One path a line; empty lines and lines that start with `#` are for people.
fn names(list: &str) -> Done<Vec<&str>> {
    let mut seen = HashSet::new();
    let names: Vec<&str> = list
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    match names.iter().find(|name| !seen.insert(**name)) {
        Some(twice) => Err(format!("style/sheets.txt names {twice} twice").into()),
        None => Ok(names),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_that_of_the_list() {
        let list = "# The order of the layers first.\nlayers.css\n\n  view/a.css\nbase.css\n";
        assert_eq!(
            names(list).unwrap(),
            ["layers.css", "view/a.css", "base.css"]
        );
    }

    #[test]
    fn a_sheet_named_twice_is_an_error() {
        let fault = names("a.css\nb.css\na.css\n").unwrap_err();
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
        let joined = join(&folder);
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(joined.unwrap(), "/* b.css */\nb {}\n/* a.css */\na {}\n");
    }
}
