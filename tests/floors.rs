//! Who imports whom, and whether names mirror across the folders.
//!
//! The compiler and the two builds are the first walls; this one reads the tree.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each module at the top of `src`, its floor, and the modules of ours it may import.
const FLOORS: &[(&str, u8, &[&str])] = &[
    ("host", 0, &[]),
    ("json", 0, &[]),
    ("model", 1, &["host"]),
    ("decode", 2, &["host", "json", "model"]),
    ("encode", 2, &["host", "json", "model"]),
    ("report", 3, &["host", "json", "model", "decode", "encode"]),
    ("browser", 2, &[]),
    // Words hold the interface's own JSON file.
    ("view", 3, &["host", "json", "model"]),
    ("load", 3, &["host", "browser"]),
    ("aids", 4, &["model", "browser"]),
    (
        "app",
        5,
        &[
            "host", "json", "model", "decode", "encode", "report", "browser", "view", "load",
            "aids",
        ],
    ),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.expect("a readable folder").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A path below the root, with slashes.
fn name(path: &Path) -> String {
    let below = path.strip_prefix(root()).expect("below the root");
    below.to_string_lossy().replace('\\', "/")
}

/// The module at the top of `src` that a file belongs to.
fn module(path: &Path) -> String {
    let name = name(path);
    let below = name.strip_prefix("src/").unwrap_or(&name);
    below
        .split(['/', '.'])
        .next()
        .unwrap_or_default()
        .to_owned()
}

/// The code without its tests, which may import what they like.
fn without_tests(source: &str) -> &str {
    source.split("#[cfg(test)]").next().unwrap_or(source)
}

fn is_test(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == "tests.rs")
}

#[test]
fn imports_point_down() {
    let mut wrong = Vec::new();
    for path in files("src", "rs").iter().filter(|path| !is_test(path)) {
        let module = module(path);
        let Some((_, _, allowed)) = FLOORS.iter().find(|(name, ..)| *name == module) else {
            assert!(
                ["lib", "main"].contains(&module.as_str()),
                "{module} is on no floor"
            );
            continue;
        };
        let source = read(path);
        for (place, _) in without_tests(&source).match_indices("crate::") {
            let imported: String = source[place + "crate::".len()..]
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            if imported != module && !allowed.contains(&imported.as_str()) {
                wrong.push(format!("{} imports {imported}", name(path)));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_floor_imports_only_lower_ones() {
    for (module, floor, allowed) in FLOORS {
        for other in *allowed {
            let (_, below, _) = FLOORS
                .iter()
                .find(|(name, ..)| name == other)
                .expect("a floor");
            assert!(
                below < floor,
                "{module} on floor {floor} may not import {other} on {below}"
            );
        }
    }
}

#[test]
fn only_two_doors_lead_to_the_browser() {
    for path in files("src", "rs").iter().filter(|path| !is_test(path)) {
        let name = name(path);
        let door = name.starts_with("src/browser")
            || (name.starts_with("src/host/") && name.ends_with("/browser.rs"))
            // An aid names its few lines of JavaScript.
            || name.starts_with("src/aids/");
        let source = read(path);
        let code: String = without_tests(&source)
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .collect::<Vec<_>>()
            .join("\n");
        for (crate_name, types) in [
            ("js_sys", false),
            ("wasm_bindgen::prelude", false),
            ("web_sys", true),
        ] {
            let found = code.contains(crate_name);
            // The types of elements pass through; what can be called on them does not.
            let passes = types && !code.contains("web_sys::window");
            assert!(door || passes || !found, "{name} uses {crate_name}");
        }
    }
}

#[test]
fn nothing_serialises_markup() {
    let forbidden = [
        "inner_html",
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
    ];
    for path in files("src", "rs").into_iter().chain(files("src", "js")) {
        let source = read(&path);
        let code = source
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        for line in code {
            for word in forbidden {
                assert!(!line.contains(word), "{}: {line}", name(&path));
            }
        }
    }
}

/// `av-` names in a text, up to the first character that cannot be part of one.
fn classes(text: &str) -> BTreeSet<String> {
    text.match_indices("av-")
        .filter(|(place, _)| {
            let before = text[..*place].chars().next_back().unwrap_or(' ');
            !before.is_alphanumeric() && before != '-' && before != '_'
        })
        .map(|(place, _)| {
            text[place..]
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
                .collect()
        })
        .collect()
}

#[test]
fn every_class_in_the_code_is_styled_and_every_styled_one_is_used() {
    let mut used = BTreeSet::new();
    for path in files("src", "rs").into_iter().chain(files("src", "js")) {
        let source = read(&path);
        let code = without_tests(&source);
        let code: String = code
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .collect::<Vec<_>>()
            .join("\n");
        used.extend(classes(&code));
    }
    used.extend(classes(&read(&root().join("index.html"))));
    let mut styled = BTreeSet::new();
    for path in files("style", "css") {
        let sheet = read(&path);
        // Only selectors count: keyframes and custom properties have names of their own.
        for (place, _) in sheet.match_indices(".av-") {
            styled.extend(
                classes(&sheet[place + 1..])
                    .into_iter()
                    .take(1)
                    .filter(|_| true),
            );
            let name: String = sheet[place + 1..]
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
                .collect();
            styled.insert(name);
        }
    }
    // Names that are no classes: prefixes of ids.
    let not_classes = |name: &String| name.ends_with('-') || name.starts_with("av-fn");
    let unstyled: Vec<_> = used
        .difference(&styled)
        .filter(|name| !not_classes(name))
        .collect();
    let unused: Vec<_> = styled.difference(&used).collect();
    // These carry meaning for hosts and tests; the element inside is what is styled.
    let plain = [
        "av-corrections__kind",
        "av-footnotes__heading",
        "av-math__tex",
        "av-questions",
        "av-questions__question",
        "av-recording__length",
        "av-recording__transcript",
        "av-related__heading",
        "av-screen",
        "av-paragraph",
        "av-body",
        "av-front__batch",
        "av-footer",
    ];
    let unstyled: Vec<_> = unstyled
        .into_iter()
        .filter(|name| !plain.contains(&name.as_str()))
        .collect();
    assert!(unstyled.is_empty(), "without style: {unstyled:?}");
    assert!(unused.is_empty(), "styled but never written: {unused:?}");
}

#[test]
fn the_lists_of_sheets_name_every_sheet_once() {
    let mut listed: Vec<String> = Vec::new();
    for list in files("style", "txt") {
        let list = read(&list);
        let lines = list.lines().map(str::trim);
        let names = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
        listed.extend(names.map(str::to_owned));
    }
    // What only paper needs is a file of its own, which nothing is joined with.
    listed.push("print.css".into());
    let found: BTreeSet<String> = files("style", "css")
        .iter()
        .map(|path| name(path).trim_start_matches("style/").to_owned())
        .collect();
    let set: BTreeSet<String> = listed.iter().cloned().collect();
    assert_eq!(set.len(), listed.len(), "a sheet is listed twice");
    assert_eq!(set, found);
}

#[test]
fn every_sheet_of_a_view_has_its_view() {
    for path in files("style/view", "css")
        .into_iter()
        .chain(files("style/aids", "css"))
    {
        let source = name(&path).replace("style/", "src/").replace(".css", ".rs");
        // An aid that comes when it is wanted is JavaScript alone.
        let script = source.replace(".rs", ".js");
        assert!(
            root().join(&source).exists() || root().join(script).exists(),
            "{} styles {source}, which is not there",
            name(&path)
        );
    }
}

#[test]
fn every_format_has_its_line_its_fixture_and_its_page() {
    let list = read(&root().join("src/decode/formats.rs"));
    for path in files("src/decode/formats", "rs") {
        let below = name(&path);
        let below = below.trim_start_matches("src/decode/formats/");
        if below.contains('/') {
            continue;
        }
        let module = below.trim_end_matches(".rs");
        assert!(
            list.contains(&format!("{module}::FORMAT")),
            "{module} is not in the list"
        );
        let source = read(&path);
        let short = source
            .split("name: \"")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .unwrap_or_else(|| panic!("{module} has no name"));
        let fixtures = root().join("tests/fixtures").join(short);
        assert!(fixtures.is_dir(), "{short} has no fixtures");
        let page = root().join("docs/formats").join(format!("{short}.md"));
        assert!(page.exists(), "{short} has no page: {}", page.display());
    }
}

#[test]
fn the_map_names_every_module() {
    let map = read(&root().join("ARCHITECTURE.md"));
    for path in fs::read_dir(root().join("src")).expect("src") {
        let path = path.expect("an entry").path();
        if path.extension().is_some_and(|ending| ending == "rs") {
            let module = path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            if !["lib", "main"].contains(&module.as_str()) {
                assert!(
                    map.contains(&format!("`{module}`")),
                    "ARCHITECTURE.md does not name `{module}`"
                );
            }
        }
    }
}
