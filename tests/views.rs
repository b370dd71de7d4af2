//! What must be true of every page, whatever article it shows: structure that those rely on who do not see it.
#![cfg(feature = "viewer")]

#[path = "specimen/specimen.rs"]
mod specimen;

use std::collections::BTreeSet;

use specimen::{Piece, VOID, attribute, corpus, pieces};

/// An element of a page, with the elements around it.
struct Element<'a> {
    name: &'a str,
    attributes: &'a str,
    /// From the outermost to the parent.
    around: Vec<&'a str>,
    /// The words inside it, those of its children among them.
    words: String,
    /// Names of the elements inside it, at any depth.
    inside: Vec<&'a str>,
}

impl Element<'_> {
    fn attribute(&self, name: &str) -> Option<&str> {
        attribute(self.attributes, name)
    }

    fn parent(&self) -> &str {
        self.around.last().copied().unwrap_or_default()
    }

    fn is_inside(&self, name: &str) -> bool {
        self.around.contains(&name)
    }
}

/// Every element in the order of its start tag.
fn elements(html: &str) -> Vec<Element<'_>> {
    let mut elements: Vec<Element<'_>> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for piece in pieces(html) {
        match piece {
            Piece::Open(name, attributes) => {
                let around = open.iter().map(|at| elements[*at].name).collect();
                for at in &open {
                    elements[*at].inside.push(name);
                }
                elements.push(Element {
                    name,
                    attributes,
                    around,
                    words: String::new(),
                    inside: Vec::new(),
                });
                if !VOID.contains(&name) {
                    open.push(elements.len() - 1);
                }
            }
            Piece::Close(name) => {
                let at = open.pop().expect("an end has a start");
                assert_eq!(
                    elements[at].name, name,
                    "elements end in the order they start"
                );
            }
            Piece::Text(text) => {
                for at in &open {
                    elements[*at].words.push_str(text);
                }
            }
        }
    }
    assert!(open.is_empty(), "every element ends");
    elements
}

/// Runs a check on every page of the corpus; what it complains of is shown with the name of the specimen.
#[track_caller]
fn on_every_page(check: fn(&[Element<'_>]) -> Vec<String>) {
    let mut faults = Vec::new();
    for specimen in corpus() {
        if let Some(html) = specimen.html() {
            for fault in check(&elements(&html)) {
                faults.push(format!("{}: {fault}", specimen.name));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A complaint about each element that fits.
fn all<'a>(
    elements: &[Element<'a>],
    what: &str,
    is_wrong: impl Fn(&Element<'a>) -> bool,
) -> Vec<String> {
    elements
        .iter()
        .filter(|element| is_wrong(element))
        .map(|element| format!("{what}: <{} {}>", element.name, element.attributes))
        .collect()
}

fn level(name: &str) -> Option<u32> {
    let digit = name.strip_prefix('h')?.chars().next()?.to_digit(10)?;
    (name.len() == 2).then_some(digit)
}

#[test]
fn a_page_is_one_article_with_a_language_and_a_direction() {
    on_every_page(|elements| {
        let mut faults = Vec::new();
        let article = &elements[0];
        if article.name != "article" || article.attribute("dir").is_none() {
            faults.push("no article with a direction".into());
        }
        if article.attribute("lang").is_none() {
            faults.push("no language".into());
        }
        if elements
            .iter()
            .filter(|element| element.name == "article")
            .count()
            != 1
        {
            faults.push("articles inside the article".into());
        }
        faults
    });
}

#[test]
fn a_page_has_one_top_heading_and_no_level_is_skipped() {
    on_every_page(|elements| {
        let mut faults = Vec::new();
        let mut last = 0;
        let mut tops = 0;
        for element in elements {
            let Some(level) = level(element.name) else {
                continue;
            };
            if level > last + 1 {
                faults.push(format!("h{level} after h{last}: {}", element.words));
            }
            if element.words.trim().is_empty() {
                faults.push(format!("an empty h{level}"));
            }
            last = level;
            tops += u32::from(level == 1);
        }
        if tops != 1 {
            faults.push(format!("{tops} top headings"));
        }
        faults
    });
}

#[test]
fn every_picture_has_an_alternative_text_and_an_address() {
    on_every_page(|elements| {
        all(elements, "a picture without alt or src", |element| {
            element.name == "img"
                && (element.attribute("alt").is_none()
                    || element.attribute("src").is_none_or(str::is_empty))
        })
    });
}

#[test]
fn parts_stand_in_what_they_are_parts_of() {
    on_every_page(|elements| {
        const PARENTS: &[(&str, &[&str])] = &[
            ("figcaption", &["figure"]),
            ("li", &["ul", "ol"]),
            ("dt", &["dl", "div"]),
            ("dd", &["dl", "div"]),
            ("caption", &["table"]),
            ("thead", &["table"]),
            ("tbody", &["table"]),
            ("tfoot", &["table"]),
            ("tr", &["thead", "tbody", "tfoot"]),
            ("th", &["tr"]),
            ("td", &["tr"]),
            ("summary", &["details"]),
            ("source", &["picture", "video", "audio"]),
            ("track", &["video", "audio"]),
            ("rt", &["ruby"]),
            ("rp", &["ruby"]),
            ("mtr", &["mtable"]),
            ("mtd", &["mtr"]),
        ];
        all(elements, "in the wrong place", |element| {
            let parents = PARENTS.iter().find(|(name, _)| *name == element.name);
            parents.is_some_and(|(_, parents)| !parents.contains(&element.parent()))
        })
    });
}

#[test]
fn a_line_holds_nothing_but_what_may_stand_in_a_line() {
    on_every_page(|elements| {
        const BLOCKS: &[&str] = &[
            "article",
            "aside",
            "audio",
            "blockquote",
            "details",
            "div",
            "dl",
            "figcaption",
            "figure",
            "footer",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "ol",
            "p",
            "pre",
            "section",
            "table",
            "ul",
            "video",
        ];
        all(elements, "a block in a line", |element| {
            BLOCKS.contains(&element.name)
                && [
                    "p", "h1", "h2", "h3", "h4", "h5", "h6", "summary", "dt", "caption", "span",
                    "bdi",
                ]
                .iter()
                .any(|line| element.is_inside(line))
        })
    });
}

#[test]
fn nothing_to_use_stands_inside_something_to_use() {
    on_every_page(|elements| {
        const USED: &[&str] = &["a", "button", "summary"];
        all(elements, "nested", |element| {
            USED.contains(&element.name) && USED.iter().any(|name| element.is_inside(name))
        })
    });
}

#[test]
fn every_link_and_button_says_where_it_leads() {
    on_every_page(|elements| {
        all(elements, "without a name or an address", |element| {
            let named = !element.words.trim().is_empty()
                || element.attribute("aria-label").is_some()
                || element.inside.contains(&"img");
            match element.name {
                "a" => !named || element.attribute("href").is_none_or(str::is_empty),
                "button" => !named || element.attribute("type") != Some("button"),
                "summary" => !named,
                _ => false,
            }
        })
    });
}

#[test]
fn every_id_is_there_once_and_every_jump_lands() {
    on_every_page(|elements| {
        let mut ids = BTreeSet::new();
        let mut faults = Vec::new();
        for id in elements
            .iter()
            .filter_map(|element| element.attribute("id"))
        {
            if !ids.insert(id) {
                faults.push(format!("two elements are called {id}"));
            }
            if !id.starts_with("av-") {
                faults.push(format!(
                    "{id} could be an id of the page around the article"
                ));
            }
        }
        for link in elements
            .iter()
            .filter_map(|element| element.attribute("href"))
        {
            if let Some(id) = link.strip_prefix('#')
                && !ids.contains(id)
            {
                faults.push(format!("{link} leads nowhere"));
            }
        }
        faults
    });
}

#[test]
fn regions_have_names_and_no_two_have_the_same() {
    on_every_page(|elements| {
        let mut names = BTreeSet::new();
        let mut faults = Vec::new();
        for element in elements
            .iter()
            .filter(|element| element.attribute("role") == Some("region"))
        {
            match element.attribute("aria-label") {
                None | Some("") => faults.push("a region without a name".into()),
                Some(name) if !names.insert(name) => {
                    faults.push(format!("two regions are called {name}"))
                }
                Some(_) => {}
            }
        }
        faults
    });
}

#[test]
fn what_may_scroll_can_be_reached_by_keyboard() {
    on_every_page(|elements| {
        all(elements, "not in the order of the tab key", |element| {
            matches!(element.name, "pre") && element.attribute("tabindex") != Some("0")
                || element.name == "table" && !element.around.contains(&"div")
        })
    });
}

#[test]
fn films_and_sounds_have_controls_and_wait_to_be_played() {
    on_every_page(|elements| {
        all(elements, "plays by itself", |element| {
            matches!(element.name, "video" | "audio")
                && (element.attribute("controls").is_none()
                    || element.attribute("autoplay").is_some()
                    || !matches!(element.attribute("preload"), Some("none" | "metadata")))
        })
    });
}

#[test]
fn nothing_of_another_site_is_framed_before_a_click() {
    on_every_page(|elements| {
        let mut faults = all(elements, "it loads or runs something", |element| {
            matches!(
                element.name,
                "iframe" | "object" | "script" | "link" | "style"
            ) || element
                .attributes
                .split(' ')
                .any(|name| name.starts_with("on"))
                && element.attribute("onclick").is_some()
        });
        faults.extend(all(elements, "a frame that is not ours", |element| {
            let frame = element.attribute("data-embed");
            frame.is_some_and(|frame| !frame.starts_with("https://"))
        }));
        faults
    });
}

#[test]
fn a_box_has_its_size_before_what_is_in_it() {
    on_every_page(|elements| {
        all(elements, "without a ratio", |element| {
            let class = element.attribute("class").unwrap_or_default();
            let sized = ["av-picture", "av-video__frame", "av-embed__frame"];
            sized.contains(&class)
                && !element
                    .attribute("style")
                    .is_some_and(|style| style.contains("--av-ratio:"))
        })
    });
}

#[test]
fn the_rest_of_a_long_article_goes_on_where_its_first_part_ends() {
    use article_viewer::decode::{Options, decode};
    use article_viewer::view::{self, Settings, Words};
    let source = br#"{"format": "article-viewer/1", "headline": "Long", "body": [
        {"type": "heading", "level": 2, "text": "Two"},
        {"type": "table", "rows": [["a"]]},
        ["First.", {"type": "note", "ref": "b"}],
        {"type": "heading", "level": 3, "text": "Three"},
        {"type": "table", "rows": [["b"]]},
        ["Second.", {"type": "note", "ref": "a"}],
        {"type": "footnotes", "items": [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}]}
    ]}"#;
    let article = decode(source, &Options::default())
        .expect("an article")
        .article;
    let settings = Settings {
        most_blocks: 3,
        ..Settings::default()
    };
    let words = Words::english();
    let (first, mut rest) = view::first(&article, &words, &settings);
    assert!(first.html().contains("data-action=\"more\""));
    assert!(!rest.goes_on(&article));
    let settings = Settings::default();
    rest.ask(&settings);
    let rest = rest.next(&article, &words, &settings).html();
    assert!(
        rest.contains("<h3 class=\"av-heading\">Three</h3>"),
        "{rest}"
    );
    assert!(rest.contains("aria-label=\"Table 2\""), "{rest}");
    assert!(rest.contains("id=\"av-fnref-2-1\""), "{rest}");
    assert!(rest.contains("href=\"#av-fnref-1-1\""), "{rest}");
    let whole = view::article(&article, &words, &settings).html();
    let inside = |html: &str| {
        let inside = html.split_once('>').expect("a tag").1.to_owned();
        inside.trim_end_matches("</div>").to_owned()
    };
    assert!(whole.contains(&inside(&rest)), "{rest}");
}
