//! Article JSON in, a whole HTML page out:
//! `cargo run --example prerender article.json https://news.example/ > article.html`.
//!
//! The same decoder and views as in the browser, without one: for static sites, for previews, and for looking at a style
//! sheet without a build of the wasm. The address is the one that relative addresses in the article are resolved
//! against; a third argument names the folder of `style`, whose sheets are then linked.

use std::error::Error;
use std::time::{SystemTime, UNIX_EPOCH};
use std::{env, fs};

use article_viewer::decode::{Options, decode};
use article_viewer::view::{self, Node, Out, Settings, Words, masthead};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let file = arguments
        .next()
        .ok_or("usage: prerender ARTICLE.json [BASE-URL] [STYLE-FOLDER]")?;
    let bytes = fs::read(&file).map_err(|error| format!("{file}: {error}"))?;
    let base = arguments.next();
    let decoded = decode(
        &bytes,
        &Options {
            base,
            ..Options::default()
        },
    )?;
    for note in &decoded.notes {
        eprintln!("{note}");
    }
    let sheets = match arguments.next() {
        None => String::new(),
        Some(folder) => ["sheets.txt", "blocks.txt", "formats.txt"]
            .map(|list| fs::read_to_string(format!("{folder}/{list}")))
            .into_iter()
            .collect::<Result<String, _>>()?
            .lines()
            .filter(|line| line.ends_with(".css"))
            .map(|sheet| format!("<link rel=\"stylesheet\" href=\"{folder}/{sheet}\">\n"))
            .collect(),
    };
    let words = Words::english();
    let mut masthead = Out::default();
    masthead::masthead(
        &mut masthead,
        decoded.article.publisher.as_ref(),
        "",
        &words,
    );
    let masthead = Node::from(masthead);
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?;
    let settings = Settings {
        now: Some(now.as_millis() as f64),
        ..Settings::default()
    };
    let article = view::article(&decoded.article, &words, &settings);
    println!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n{sheets}\
         <div id=\"article-viewer\" class=\"av-page\" data-article-state=\"ready\">{}<main>{}</main></div>",
        masthead.html(),
        article.html()
    );
    Ok(())
}
