//! Whatever a text holds: nothing panics, nothing but the allowed comes out, the same comes out every time, and what is
//! written in our own format is read as it was.
//!
//! The texts are pieces of markup and of the corpus, put together and damaged by chance, the same on every run.
//! `ROBUSTNESS_RUNS=10000 MUTATIONS=100000 cargo test --test robustness` tries more of them; `make fuzz` goes on without
//! end, and remembers what led to something new.

#[path = "mutations/mutations.rs"]
mod mutations;
#[path = "properties/properties.rs"]
mod properties;
#[path = "specimen/specimen.rs"]
mod specimen;

use article_viewer::decode::formats::FORMATS;
use mutations::{Chance, Corpus, TOKENS};
use properties::{Viewer, examine, faults_of_model, faults_of_page};
use serde_json::json;

const SNIPPETS: &str = include_str!("markup/snippets.txt");

/// Pieces of markup, put together and damaged.
fn markup(chance: &mut Chance, snippets: &[&str]) -> String {
    let mut text = String::new();
    for _ in 0..=chance.below(4) {
        text.push_str(chance.of(snippets));
    }
    chance.damage(&mut text, TOKENS);
    text
}

fn runs() -> usize {
    let wanted = std::env::var("ROBUSTNESS_RUNS");
    wanted
        .ok()
        .and_then(|runs| runs.parse().ok())
        .unwrap_or(3000)
}

/// The same markup where three formats keep theirs.
fn carriers(markup: &str) -> [Vec<u8>; 3] {
    [
        json!({"version": "https://jsonfeed.org/version/1.1", "title": "Paper", "items": [
            {"id": "1", "title": "Headline", "content_html": markup}
        ]}),
        json!({"id": 7, "type": "post", "slug": "a", "link": "https://news.example/a", "featured_media": 0,
            "title": {"rendered": markup}, "excerpt": {"rendered": markup}, "content": {"rendered": markup}}),
        json!({"uri": "urn:1", "type": "text", "versioncreated": "2026-11-24T08:00:00Z", "headline": "Headline",
            "description_html": markup, "body_html": markup}),
    ]
    .map(|document| document.to_string().into_bytes())
}

#[track_caller]
fn holds(source: &[u8]) {
    let found = examine(source, None, &Viewer::REAL).faults;
    assert!(
        found.is_empty(),
        "{found:?} from\n{}",
        String::from_utf8_lossy(source)
    );
}

#[test]
fn markup_of_any_kind_becomes_only_what_is_allowed() {
    let snippets: Vec<_> = SNIPPETS.lines().collect();
    for snippet in &snippets {
        for source in carriers(snippet) {
            holds(&source);
        }
    }
    let mut chance = Chance::new(1, 1);
    for run in 0..runs() {
        let markup = markup(&mut chance, &snippets);
        holds(&carriers(&markup)[run % 3]);
    }
}

/// The number that all mutations follow from; `MUTATION_SEED` is another one.
const SEED: u64 = 20_261_124;

/// A value of the environment, for those who want to see more or one of the cases.
fn wanted(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// One of the documents that are made of the corpus by chance, and the format that it is said to have.
fn case(corpus: &Corpus, seed: u64, case: u64) -> (Vec<u8>, Option<&'static str>) {
    let mut chance = Chance::new(seed, case);
    let source = corpus.mutate(&mut chance);
    // A host may name a format, and what it names may be wrong.
    let named = chance.once_in(10);
    let format = FORMATS[chance.below(FORMATS.len())].name;
    (source, named.then_some(format))
}

/// Looks at every `step`th case from `start` on, and says of the first with a fault how to see it again.
fn search(corpus: &Corpus, seed: u64, start: u64, step: usize, end: u64) -> Option<String> {
    (start..end).step_by(step).find_map(|number| {
        let (source, format) = case(corpus, seed, number);
        // A page takes longer than all the rest.
        let viewer = if number % 8 == 0 {
            Viewer::REAL
        } else {
            Viewer::BLIND
        };
        let faults = examine(&source, format, &viewer).faults;
        (!faults.is_empty()).then(|| {
            format!(
                "MUTATION_SEED={seed} MUTATION_CASE={number} cargo test --test robustness\n\
                 format {format:?}: {faults:#?} from\n{}",
                String::from_utf8_lossy(&source)
            )
        })
    })
}

#[test]
fn ten_thousand_mutations_of_the_corpus_break_nothing() {
    let corpus = Corpus::new(specimen::sources());
    let seed = wanted("MUTATION_SEED").unwrap_or(SEED);
    if let Some(number) = wanted("MUTATION_CASE") {
        let fault = search(&corpus, seed, number, 1, number + 1);
        return assert!(fault.is_none(), "{}", fault.unwrap_or_default());
    }
    let runs = wanted("MUTATIONS").unwrap_or(10_000);
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let faults: Vec<String> = std::thread::scope(|scope| {
        let corpus = &corpus;
        let start =
            |worker: usize| scope.spawn(move || search(corpus, seed, worker as u64, workers, runs));
        let running: Vec<_> = (0..workers).map(start).collect();
        let join = |worker: std::thread::ScopedJoinHandle<'_, _>| worker.join();
        running
            .into_iter()
            .filter_map(|worker| join(worker).expect("panics are caught"))
            .collect()
    });
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

#[test]
fn the_same_number_makes_the_same_mutation() {
    let corpus = Corpus::new(specimen::sources());
    for number in 0..50 {
        assert_eq!(case(&corpus, SEED, number), case(&corpus, SEED, number));
    }
}

/// What the search says of a viewer that does one thing wrong; the real one reads the same documents without a fault.
fn faults_of(viewer: Viewer) -> Vec<String> {
    let corpus = Corpus::new(specimen::sources());
    let mut found = Vec::new();
    for number in 0..60 {
        let (source, format) = case(&corpus, SEED, number);
        found.extend(examine(&source, format, &viewer).faults);
    }
    found
}

/// The search itself: a viewer with a fault must not get through it.
#[test]
fn the_search_finds_what_is_wrong_and_nothing_else() {
    use article_viewer::decode::{JsonPath, Note, NoteKind, Opened};
    use std::sync::atomic::{AtomicUsize, Ordering};
    static CALLS: AtomicUsize = AtomicUsize::new(0);
    const REAL: Viewer = Viewer::REAL;
    assert_eq!(faults_of(REAL), Vec::<String>::new());
    let wrong = [
        (
            "panic",
            Viewer {
                open: |bytes, options| {
                    assert!(!bytes.contains(&b'7'), "seven");
                    (REAL.open)(bytes, options)
                },
                ..REAL
            },
        ),
        (
            "chance",
            Viewer {
                open: |bytes, options| {
                    let mut opened = (REAL.open)(bytes, options);
                    if let Ok(Opened::One(decoded)) = &mut opened {
                        let call = CALLS.fetch_add(1, Ordering::Relaxed);
                        let kind = call.to_string();
                        decoded.notes.push(Note {
                            path: JsonPath::root(),
                            kind: NoteKind::UnknownBlock { kind },
                        });
                    }
                    opened
                },
                ..REAL
            },
        ),
        (
            "written",
            Viewer {
                encode: |article| {
                    let mut article = article.clone();
                    article.body.pop();
                    (REAL.encode)(&article)
                },
                ..REAL
            },
        ),
        (
            "<p",
            Viewer {
                page: Some(|_| r#"<p onclick="x">"#.to_owned()),
                ..REAL
            },
        ),
        (
            "<script",
            Viewer {
                page: Some(|_| "<script>".to_owned()),
                ..REAL
            },
        ),
        (
            "<a",
            Viewer {
                page: Some(|_| r#"<a href="javascript:x">"#.to_owned()),
                ..REAL
            },
        ),
    ];
    for (fault, viewer) in wrong {
        let found = faults_of(viewer);
        assert!(!found.is_empty(), "{fault} was not found");
        let other: Vec<_> = found
            .iter()
            .filter(|found| !found.starts_with(fault))
            .collect();
        assert!(other.is_empty(), "{fault} was also found as {other:?}");
    }
}

#[test]
fn a_deep_nest_is_no_danger_in_any_format() {
    for element in [
        "div",
        "blockquote",
        "ul><li",
        "b",
        "table><tr><td",
        "figure",
        "details",
        "svg",
        "math><mtext",
        "form",
        "a href=x",
        "dl><dd",
        "p><video",
    ] {
        let deep = format!("<{element}>").repeat(600) + "words";
        for source in carriers(&deep) {
            holds(&source);
        }
    }
}

/// The checks themselves: each must see what it is there for.
#[test]
fn the_checks_see_what_must_not_be() {
    assert_eq!(
        faults_of_model(r#"SafeLink("https://a.example/"), SafeMedia("data:image/png;base64,")"#),
        Vec::<String>::new()
    );
    assert_eq!(
        faults_of_model(
            r#"SafeLink("javascript:x"), SafeMedia("mailto:x"), SafeLink("https://ok")"#
        )
        .len(),
        2
    );
    {
        assert_eq!(
            faults_of_page(r##"<p class="one on">on <a href="#x">on="1"</a></p>"##),
            Vec::<String>::new()
        );
        for bad in [
            "<script>",
            r#"<p onclick="x">"#,
            r#"<a href="javascript:x">"#,
            r#"<img src="data:text/html,x">"#,
            r#"<p style="x">"#,
            r#"<p id="top">"#,
            r#"<iframe src="https://a.example">"#,
            r#"<img srcset="blob:x 1w">"#,
        ] {
            assert_eq!(faults_of_page(bad).len(), 1, "{bad}");
        }
    }
}
