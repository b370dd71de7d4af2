//! Whatever a text holds: nothing panics, nothing but the allowed comes out, and the same comes out every time.
//!
//! The texts are pieces of markup and of the corpus, put together and damaged by chance, the same on every run.
//! `ROBUSTNESS_RUNS=10000 cargo test --test robustness` tries more of them.

#[path = "specimen/specimen.rs"]
mod specimen;

use std::panic::{AssertUnwindSafe, catch_unwind};

use article_viewer::decode::{Decoded, decode};
use serde_json::json;

const SNIPPETS: &str = include_str!("markup/snippets.txt");

/// What breaks parsers, sanitisers and habits.
const TOKENS: &[&str] = &[
    "<",
    ">",
    "\"",
    "'",
    "&",
    "=",
    "/",
    "</",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "\0",
    "\u{1e}",
    "\u{1f}",
    "\u{202e}",
    "\u{feff}",
    "&#0;",
    "&#x1e;",
    "&lt;",
    "&quot;",
    "&Tab;",
    "&colon;",
    "<svg>",
    "</svg>",
    "<math>",
    "<mtext>",
    "<style>",
    "<script>",
    "</script>",
    "<template>",
    "<noscript>",
    "<table>",
    "</table>",
    "<tr>",
    "<td>",
    "<p>",
    "</p>",
    "<div>",
    "<form>",
    "<select>",
    "<a href=",
    "<img src=",
    "<iframe srcdoc=",
    "<base href=",
    " onerror=alert(1) ",
    " onclick='x' ",
    " style=",
    " srcset=",
    "javascript:alert(1)",
    "JAVASCRIPT&colon;x",
    "data:text/html,<script>alert(1)</script>",
    "data:image/svg+xml,<svg onload=alert(1)>",
    "https://a.example/",
    "//b.example/",
    "[x_y]",
    "[",
    "]",
    "<pre>",
    "<code>",
    "<figure>",
    "<figcaption>",
    "<blockquote>",
    "<li>",
    "<ul>",
    "<br><br>",
    "<h2>",
    "<plaintext>",
    "<title>",
    "<textarea>",
    "<object>",
    "<embed src=",
    "<article-viewer src=x>",
    "<details>",
    "<ruby>",
    "<rt>",
    "<dl>",
    "<dt>",
    "<video src=",
];

/// A generator of the kind called xorshift: small, and the same everywhere.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits fit") % limit.max(1)
    }

    fn of<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        choices[self.below(choices.len())]
    }

    /// A place between two characters.
    fn place(&mut self, text: &str) -> usize {
        let mut place = self.below(text.len() + 1);
        while !text.is_char_boundary(place) {
            place -= 1;
        }
        place
    }

    fn damage(&mut self, text: &mut String, tokens: &[&str]) {
        for _ in 0..self.below(8) {
            let (a, b) = (self.place(text), self.place(text));
            let (from, to) = (a.min(b), a.max(b));
            match self.below(9) {
                0 => text.replace_range(from..to, ""),
                1 => {
                    let piece = text[from..to].to_owned();
                    text.insert_str(a, &piece);
                }
                2 => text.truncate(to.max(1).min(text.len())),
                3 => text.insert_str(a, &self.of(tokens).repeat(1 + self.below(90) / 80 * 100)),
                _ => text.insert_str(a, self.of(tokens)),
            }
            while !text.is_char_boundary(text.len().min(100_000)) || text.len() > 100_000 {
                text.pop();
            }
        }
    }

    fn markup(&mut self, snippets: &[&str]) -> String {
        let mut text = String::new();
        for _ in 0..=self.below(4) {
            text.push_str(self.of(snippets));
        }
        self.damage(&mut text, TOKENS);
        text
    }
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

/// What the article holds that it must not.
fn faults_of_model(shown: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for (kind, allowed) in [
        (
            "SafeLink(\"",
            &["http://", "https://", "mailto:", "tel:"][..],
        ),
        ("SafeMedia(\"", &["http://", "https://", "data:image/"][..]),
    ] {
        for address in shown.split(kind).skip(1) {
            if !allowed.iter().any(|start| address.starts_with(start)) {
                faults.push(format!(
                    "{kind}{}",
                    address.chars().take(60).collect::<String>()
                ));
            }
        }
    }
    let mut depth = 0_usize;
    for c in shown.chars() {
        match c {
            '[' | '(' | '{' => depth += 1,
            ']' | ')' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        // The words of a text may hold brackets, so this is no exact figure.
        if depth > 2000 {
            faults.push("nested too deeply".into());
            break;
        }
    }
    faults
}

/// What the page holds that it must not.
#[cfg(feature = "viewer")]
fn faults_of_page(html: &str) -> Vec<String> {
    use specimen::{Piece, attribute, pieces};
    const NAMES: &str = "a abbr article aside audio b bdi blockquote br button caption cite code col colgroup dd del details \
        dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark math nav ol p \
        picture pre q rp rt ruby s samp section small source span strong sub summary sup table tbody td tfoot th thead \
        time tr track u ul var video wbr \
        merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub \
        msubsup msup mtable mtd mtext mtr munder munderover none";
    let mut faults = Vec::new();
    for piece in pieces(html) {
        let Piece::Open(name, attributes) = piece else {
            continue;
        };
        if !NAMES.split_whitespace().any(|known| known == name) {
            faults.push(format!("<{name}>"));
        }
        let spaced = format!(" {attributes}");
        let outside: String = spaced.split('"').step_by(2).collect::<Vec<_>>().join("");
        for word in outside.split_whitespace() {
            if word.starts_with("on") || word.starts_with("srcdoc") || word.starts_with("form") {
                faults.push(format!("<{name} {word}>"));
            }
        }
        for (key, allowed) in [
            (
                "href",
                &["http://", "https://", "mailto:", "tel:", "#", "?src="][..],
            ),
            ("src", &["http://", "https://", "data:image/"][..]),
            ("poster", &["http://", "https://", "data:image/"][..]),
            // Our own custom properties and nothing else.
            ("style", &["--av-"][..]),
            ("srcset", &["http://", "https://", "data:image/"][..]),
        ] {
            if let Some(value) = attribute(attributes, key)
                && !allowed.iter().any(|start| value.starts_with(start))
            {
                faults.push(format!("<{name} {key}={value:?}>"));
            }
        }
        if let Some(id) = attribute(attributes, "id")
            && !id.starts_with("av-")
        {
            faults.push(format!("<{name} id={id:?}>"));
        }
    }
    faults
}

fn read(source: &[u8]) -> Option<Decoded> {
    decode(source, &specimen::options()).ok()
}

/// Everything that must be true of what becomes of a document.
fn faults(source: &[u8]) -> Vec<String> {
    let Some(decoded) = read(source) else {
        return Vec::new();
    };
    let shown = format!("{:?}", decoded.article);
    let mut faults = faults_of_model(&shown);
    let again = read(source).map(|again| (format!("{:?}", again.article), again.notes));
    if again != Some((shown, decoded.notes)) {
        faults.push("another article the second time".into());
    }
    #[cfg(feature = "viewer")]
    {
        use article_viewer::view::{self, Settings, Words};
        let page = view::article(&decoded.article, &Words::english(), &Settings::default());
        faults.extend(faults_of_page(&page.html()));
    }
    faults
}

#[track_caller]
fn holds(source: &[u8]) {
    let found = catch_unwind(AssertUnwindSafe(|| faults(source)))
        .unwrap_or_else(|_| vec!["a panic".into()]);
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
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    for run in 0..runs() {
        let markup = chance.markup(&snippets);
        holds(&carriers(&markup)[run % 3]);
    }
}

#[test]
fn a_damaged_corpus_never_panics() {
    const JSON: &[&str] = &[
        "{", "}", "[", "]", "\"", ",", ":", "null", "true", "-1", "1e999", "\"\"", "{}", "[]",
        "\\u0000", "\\ud800", "<p>", "&",
    ];
    let mut chance = Chance(0x2545_f491_4f6c_dd1d);
    let corpus = specimen::corpus();
    for _ in 0..runs() / 5 {
        let source = &corpus[chance.below(corpus.len())].source;
        if source.len() > 60_000 {
            continue;
        }
        let mut text = String::from_utf8_lossy(source).into_owned();
        chance.damage(&mut text, JSON);
        holds(text.as_bytes());
        // Types that no field expects, in a document that still is one.
        let mut value = serde_json::from_slice::<serde_json::Value>(source).unwrap_or_default();
        for _ in 0..=chance.below(3) {
            replace_one(&mut value, &mut chance);
        }
        holds(value.to_string().as_bytes());
    }
}

/// Puts something else into a member or an item somewhere.
fn replace_one(value: &mut serde_json::Value, chance: &mut Chance) {
    let children: Vec<&mut serde_json::Value> = match value {
        serde_json::Value::Array(items) => items.iter_mut().collect(),
        serde_json::Value::Object(members) => members.values_mut().collect(),
        _ => Vec::new(),
    };
    let count = children.len();
    let chosen = chance.below(count);
    match children.into_iter().nth(chosen) {
        Some(child) if chance.below(4) > 0 => replace_one(child, chance),
        _ => {
            *value = match chance.below(7) {
                0 => json!(null),
                1 => json!(-1.5),
                2 => json!(""),
                3 => json!([value.clone(), value.clone()]),
                4 => json!({"type": value.clone(), "text": "x"}),
                5 => json!("<img src=x onerror=alert(1)>"),
                _ => json!(true),
            };
        }
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
    #[cfg(feature = "viewer")]
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
