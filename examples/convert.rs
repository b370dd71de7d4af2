//! Article JSON of any known format in, the viewer's own format out:
//! `cargo run --example convert article.json https://news.example/ > converted.json`.
//!
//! The address is the one that relative addresses in the article are resolved against: in the converted article all are
//! absolute. Of several articles in a file the first is converted, or the one whose id or number a third argument names.

use std::error::Error;
use std::{env, fs};

use article_viewer::decode::{Options, decode};
use article_viewer::encode::encode;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let file = arguments
        .next()
        .ok_or("usage: convert ARTICLE.json [BASE-URL] [ITEM]")?;
    let bytes = fs::read(&file).map_err(|error| format!("{file}: {error}"))?;
    let options = Options {
        base: arguments.next(),
        item: arguments.next(),
        ..Options::default()
    };
    let decoded = decode(&bytes, &options)?;
    for note in &decoded.notes {
        eprintln!("{note}");
    }
    print!("{}", encode(&decoded.article));
    Ok(())
}
