//! One article in three foreign forms, from a folder beside this repository: each shows every sentence, picture, caption
//! and credit that it holds.
//!
//! The article belongs to others, so nothing of it is kept here; where the folder is not there, the test says that it skips.

use std::fs;
use std::path::Path;

use article_viewer::decode::{Options, decode};
use article_viewer::model::block::{Figure, Spoken, Words};
use article_viewer::model::inline::plain_text;
use article_viewer::model::{Article, Block};

struct Seed {
    headline: String,
    standfirst: String,
    publisher: String,
    lead_caption: String,
    paragraphs: Vec<String>,
    caption: String,
    credit: String,
}

fn seed(folder: &Path) -> Option<Seed> {
    let text = fs::read_to_string(folder.join("article.txt")).ok()?;
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let [publisher, headline, standfirst, _, lead_caption, rest @ ..] = lines.as_slice() else {
        panic!("article.txt has another shape");
    };
    let captioned = rest
        .iter()
        .position(|line| line.ends_with(')') && line.contains('/'))
        .expect("a caption with its credit");
    let (caption, credit) = rest[captioned].rsplit_once(" (").expect("a credit");
    let is_paragraph = |(place, line): &(usize, &&str)| {
        *place != captioned && place + 1 != captioned && !line.starts_with("Sorry")
    };
    let paragraphs = rest.iter().enumerate().filter(is_paragraph);
    Some(Seed {
        headline: headline.to_string(),
        standfirst: standfirst.to_string(),
        publisher: publisher.to_string(),
        lead_caption: lead_caption.to_string(),
        paragraphs: paragraphs.map(|(_, line)| line.to_string()).collect(),
        caption: caption.to_owned(),
        credit: credit.trim_end_matches(')').to_owned(),
    })
}

fn passages(blocks: &[Block]) -> Vec<String> {
    let mut words = Words::default();
    for block in blocks {
        if !matches!(block, Block::Figure(_)) {
            block.speak(&mut words);
        }
    }
    words.into_passages()
}

fn figures(article: &Article) -> Vec<&Figure> {
    let blocks = article.lead.iter().chain(&article.body);
    blocks
        .filter_map(|block| match block {
            Block::Figure(figure) => Some(figure),
            _ => None,
        })
        .collect()
}

#[test]
fn every_form_of_the_seed_shows_all_it_holds() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seed");
    let Some(seed) = seed(&folder) else {
        eprintln!("skipped: there is no folder ../shared/seed");
        return;
    };
    assert_eq!(seed.paragraphs.len(), 11);
    for (form, pictures) in [("schema-org", 1), ("ninjs", 2), ("wordpress", 2)] {
        let bytes = fs::read(folder.join([form, ".json"].concat())).expect("a form of the seed");
        let options = Options {
            base: Some("https://news.example/seed/x.json".into()),
            ..Options::default()
        };
        let decoded = decode(&bytes, &options).expect("an article");
        assert_eq!(decoded.format.name, form);
        let article = &decoded.article;
        assert_eq!(plain_text(&article.headline), seed.headline, "{form}");
        assert_eq!(
            passages(&article.standfirst),
            [seed.standfirst.as_str()],
            "{form}"
        );
        assert_eq!(passages(&article.body), seed.paragraphs, "{form}");
        let publisher = article
            .publisher
            .as_ref()
            .map(|publisher| publisher.name.as_str());
        if form != "wordpress" {
            // A post of WordPress does not hold the name of its site.
            assert_eq!(publisher, Some(seed.publisher.as_str()), "{form}");
        }
        let figures = figures(article);
        assert_eq!(figures.len(), pictures, "{form}");
        let src = |figure: &Figure| figure.image.src.src().to_owned();
        assert_eq!(
            src(figures[0]),
            "https://news.example/seed/lead.png",
            "{form}"
        );
        assert_eq!(plain_text(&figures[0].caption), seed.lead_caption, "{form}");
        if let Some(second) = figures.get(1) {
            assert_eq!(
                src(second),
                "https://news.example/seed/inline.png",
                "{form}"
            );
            let said = [&second.caption, &second.credit]
                .map(|text| plain_text(text))
                .concat();
            assert!(said.contains(&seed.caption), "{form}: {said}");
            assert!(said.contains(&seed.credit), "{form}: {said}");
        }
    }
}
