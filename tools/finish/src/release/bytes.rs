//! What a reader downloads before the first article shows, and the most that it may be.

use super::compress;
use crate::files::Done;
use std::fs;
use std::path::Path;

#[derive(Clone, Copy, Default, PartialEq, Debug)]
struct Size {
    raw: u64,
    gzip: u64,
    brotli: u64,
}

struct Row {
    kind: String,
    name: String,
    size: Size,
}

pub struct Table(Vec<Row>);

/// The first line of the budget file that is a number.
pub fn budget(text: &str) -> Done<u64> {
    text.lines()
        .map(str::trim)
        .find(|line| !line.is_empty() && !line.starts_with('#'))
        .and_then(|line| line.parse().ok())
        .ok_or_else(|| "tools/finish/budget.txt has no number of bytes".into())
}

fn line(kind: &str, cells: [String; 3]) -> String {
    let [raw, gzip, brotli] = cells;
    format!("{kind:<22}{raw:>10}{gzip:>10}{brotli:>10}\n")
}

fn sizes(size: Size) -> [String; 3] {
    [size.raw, size.gzip, size.brotli].map(|bytes| bytes.to_string())
}

impl Table {
    /// `files` are pairs of kind and name; their compressed copies exist already.
    pub fn of(files: &[(&str, &str)], folder: &Path) -> Done<Table> {
        let length = |path: &Path| -> Done<u64> {
            let data = fs::metadata(path)
                .map_err(|error| format!("{} cannot be weighed: {error}", path.display()))?;
            Ok(data.len())
        };
        let rows = files.iter().map(|(kind, name)| {
            let path = folder.join(name);
            let size = Size {
                raw: length(&path)?,
                gzip: length(&compress::beside(&path, "gz"))?,
                brotli: length(&compress::beside(&path, "br"))?,
            };
            Ok(Row {
                kind: kind.to_string(),
                name: name.to_string(),
                size,
            })
        });
        Ok(Table(rows.collect::<Done<_>>()?))
    }

    fn sum(&self) -> Size {
        self.0
            .iter()
            .fold(Size::default(), |sum, Row { size, .. }| Size {
                raw: sum.raw + size.raw,
                gzip: sum.gzip + size.gzip,
                brotli: sum.brotli + size.brotli,
            })
    }

    pub fn text(&self, budget: u64) -> String {
        let mut text = line("bytes", ["raw", "gzip", "brotli"].map(str::to_owned));
        text.push_str(&self.rows());
        text.push('\n');
        text.push_str(&line("before first article", sizes(self.sum())));
        text.push_str(&line(
            "budget",
            [String::new(), String::new(), budget.to_string()],
        ));
        text.trim_end().to_owned()
    }

    /// A line for each file.
    pub fn rows(&self) -> String {
        let rows = self.0.iter().map(|row| line(&row.kind, sizes(row.size)));
        rows.collect::<String>().trim_end().to_owned()
    }

    pub fn json(&self, budget: u64) -> String {
        let size = |Size { raw, gzip, brotli }: Size| {
            format!("\"raw\": {raw}, \"gzip\": {gzip}, \"brotli\": {brotli}")
        };
        let rows: Vec<String> = self
            .0
            .iter()
            .map(
                |Row {
                     kind,
                     name,
                     size: own,
                 }| {
                    format!(
                        "    {{ \"kind\": \"{kind}\", \"name\": \"{name}\", {} }}",
                        size(*own)
                    )
                },
            )
            .collect();
        format!(
            "{{\n  \"files\": [\n{}\n  ],\n  \"first_article\": {{ {} }},\n  \"budget_brotli\": {budget}\n}}\n",
            rows.join(",\n"),
            size(self.sum())
        )
    }

    pub fn hold_against(&self, budget: u64) -> Done {
        let sum = self.sum().brotli;
        if sum <= budget {
            return Ok(());
        }
        Err(format!(
            "a reader would download {sum} bytes before the first article, {} more than the \
             {budget} of tools/finish/budget.txt",
            sum - budget
        )
        .into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let row = |kind: &str, brotli| Row {
            kind: kind.into(),
            name: format!("a.{kind}"),
            size: Size {
                raw: 100,
                gzip: 50,
                brotli,
            },
        };
        Table(vec![row("HTML", 30), row("wasm", 40)])
    }

    #[test]
    fn the_table_is_aligned_and_summed() {
        assert_eq!(
            table().text(75),
            "\
bytes                        raw      gzip    brotli
HTML                         100        50        30
wasm                         100        50        40
before first article         200       100        70
budget                                            75"
        );
    }

    #[test]
    fn the_same_figures_are_json() {
        let json = table().json(75);
        assert!(
            json.contains("{ \"kind\": \"HTML\", \"name\": \"a.HTML\", \"raw\": 100,"),
            "{json}"
        );
        assert!(
            json.contains("\"first_article\": { \"raw\": 200, \"gzip\": 100, \"brotli\": 70 }")
        );
    }

    #[test]
    fn the_budget_is_the_most_that_is_allowed() {
        assert!(table().hold_against(70).is_ok());
        let fault = table().hold_against(69).unwrap_err().to_string();
        assert!(
            fault.contains("70 bytes") && fault.contains("1 more"),
            "{fault}"
        );
    }

    #[test]
    fn the_budget_file_may_say_why() {
        assert_eq!(budget("# Why.\n\n55000\n").unwrap(), 55000);
        assert!(budget("# Why.\n").is_err());
    }
}
