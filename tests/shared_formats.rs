//! Real files of the formats, from a folder beside this repository, against a small table of what a reader must see.
//!
//! The files belong to others, so they are not kept here; where the folder is not there, the test says that it skips.
//! Every file of a folder that the table mentions has a line in it.

use std::fs;
use std::path::{Path, PathBuf};

use article_viewer::decode::{DecodeError, Options, decode};
use article_viewer::model::block::{Figure, Gallery};
use article_viewer::model::inline::plain_text;
use article_viewer::model::{Article, Block};

/// One file a line: its path, then headline, paragraphs, pictures, byline, date and comments; or `refused` and why.
const TABLE: &str = include_str!("shared_formats.tsv");

/// 2026-11-24, so that what ends on a date has the same end on every day the test runs.
const NOW: f64 = 1_795_478_400_000.0;

fn folder() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/formats");
    beside.is_dir().then_some(beside)
}

#[test]
fn every_real_file_shows_what_the_table_says() {
    let Some(folder) = folder() else {
        eprintln!("skipped: there is no folder ../shared/formats");
        return;
    };
    let mut wrong = Vec::new();
    let rows: Vec<(&str, &str)> = TABLE
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split_once('\t').expect("a file and what it shows"))
        .collect();
    for (file, wanted) in &rows {
        let got = match fs::read(folder.join(file)) {
            Ok(bytes) => what_is_seen(file, &bytes),
            Err(error) => error.to_string(),
        };
        if got != *wanted {
            wrong.push(format!("{file}\n  wanted {wanted}\n  got    {got}"));
        }
    }
    assert!(!rows.is_empty(), "the table is empty");
    let mut folders: Vec<&str> = rows
        .iter()
        .filter_map(|(file, _)| file.split('/').next())
        .collect();
    folders.dedup();
    for name in folders {
        for file in json_files(&folder.join(name)) {
            let file = format!("{name}/{file}");
            if !rows.iter().any(|(known, _)| *known == file) {
                let bytes = fs::read(folder.join(&file)).expect("a listed file");
                wrong.push(format!(
                    "{file} has no line in the table; it would be\n{file}\t{}",
                    what_is_seen(&file, &bytes)
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

fn json_files(folder: &Path) -> Vec<String> {
    let mut files: Vec<String> = fs::read_dir(folder)
        .expect("a folder named in the table")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".json"))
        .collect();
    files.sort();
    files
}

/// The line of the table that this file earns.
fn what_is_seen(file: &str, bytes: &[u8]) -> String {
    let options = Options {
        base: Some(format!("https://reader.example/{file}")),
        now: Some(NOW),
        ..Options::default()
    };
    let decoded = match decode(bytes, &options) {
        Ok(decoded) => decoded,
        Err(DecodeError::NotAnArticle { what, .. }) => return format!("refused\t{what}"),
        Err(error) => return format!("refused\t{}", error.code()),
    };
    let article = &decoded.article;
    let body = count(&article.body);
    let lead = count(article.lead.as_slice());
    [
        decoded.format.name.to_owned(),
        or_dash(plain_text(&article.headline)),
        body.paragraphs.to_string(),
        (body.pictures + lead.pictures).to_string(),
        or_dash(byline(article)),
        or_dash(
            article
                .published
                .as_ref()
                .map(|date| date.machine())
                .unwrap_or_default(),
        ),
        or_dash(
            article
                .comments
                .as_ref()
                .map(|comments| comments.state.word().to_owned())
                .unwrap_or_default(),
        ),
    ]
    .join("\t")
}

fn or_dash(text: String) -> String {
    if text.is_empty() { "-".into() } else { text }
}

fn byline(article: &Article) -> String {
    let names = article
        .byline
        .authors
        .iter()
        .map(|author| author.name.as_str());
    match &article.byline.line {
        Some(line) => line.clone(),
        None => names.collect::<Vec<_>>().join(", "),
    }
}

#[derive(Default)]
struct Count {
    paragraphs: usize,
    pictures: usize,
}

/// Paragraphs and pictures wherever they stand, but for the items of lists.
fn count(blocks: &[Block]) -> Count {
    let mut sum = Count::default();
    for block in blocks {
        match block {
            Block::Paragraph(_) => sum.paragraphs += 1,
            Block::Figure(Figure { .. }) => sum.pictures += 1,
            Block::Gallery(Gallery { images, .. }) => sum.pictures += images.len(),
            Block::List(_) => {}
            other => other.clone().each_inner(&mut |blocks| {
                let inner = count(blocks);
                sum.paragraphs += inner.paragraphs;
                sum.pictures += inner.pictures;
            }),
        }
    }
    sum
}
