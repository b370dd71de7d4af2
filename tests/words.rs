//! Words are not lost: what a source says in its text fields stands on the page.
//!
//! The words of the source come from html5ever's tokens, which know nothing of our walk over HTML; those of the page
//! come from the rendered article. Each field's words must be there as often as the field has them, ninety-nine of a
//! hundred in every file; whatever is left out for a reason has a line in [`EXPLAINED`].
#![cfg(feature = "viewer")]

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use article_viewer::decode::formats::FORMATS;
use article_viewer::decode::{DecodeError, Options, decode};
use article_viewer::json::{self, Json};
use article_viewer::view::{self, Settings, Words};
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

/// How a field's text is to be read.
#[derive(Clone, Copy, PartialEq)]
enum Read {
    Html,
    Plain,
}
use Read::{Html, Plain};

/// Where a format's texts stand. A name with `!` means the first item of a list only, one without it every item; `*` is
/// every member of an object.
const FIELDS: &[(&str, &[(&str, Read)])] = &[
    (
        "wordpress",
        &[
            ("title.rendered", Html),
            ("content.rendered", Html),
            ("excerpt.rendered", Html),
            ("_embedded.author.name", Html),
            ("_embedded.wp:featuredmedia!.caption.rendered", Html),
            ("yoast_head_json.og_site_name", Html),
            ("jetpack-related-posts.title", Html),
            ("title", Html),
            ("content", Html),
            ("excerpt", Html),
            ("author.name", Html),
            ("tags.*.name", Html),
            ("posts!.title", Html),
            ("posts!.content", Html),
            ("posts!.excerpt", Html),
            ("posts!.author.name", Html),
            ("posts!.tags.*.name", Html),
        ],
    ),
    (
        "ghost",
        &[
            ("posts!.title", Plain),
            ("posts!.html", Html),
            ("posts!.custom_excerpt", Plain),
            ("posts!.feature_image_caption", Html),
            ("posts!.authors.name", Plain),
            ("posts!.primary_tag.name", Plain),
            ("title", Plain),
            ("html", Html),
            ("custom_excerpt", Plain),
            ("feature_image_caption", Html),
        ],
    ),
    (
        "json-feed",
        &[
            ("title", Plain),
            ("items!.title", Plain),
            ("items!.summary", Plain),
            ("items!.content_html", Html),
            ("items!.authors.name", Plain),
            ("items!.tags", Plain),
            ("items!.attachments.title", Plain),
        ],
    ),
    (
        "guardian",
        &[
            ("response.content.fields.headline", Plain),
            ("response.content.fields.standfirst", Html),
            ("response.content.fields.byline", Plain),
            ("response.content.fields.main", Html),
            ("response.content.fields.body", Html),
            ("response.content.fields.publication", Plain),
            ("response.content.sectionName", Plain),
            ("response.content.blocks.main.bodyHtml", Html),
            ("response.content.blocks.body.title", Plain),
            (
                "response.content.blocks.body.elements.textTypeData.html",
                Html,
            ),
            (
                "response.content.blocks.body.elements.pullquoteTypeData.html",
                Html,
            ),
            (
                "response.content.blocks.body.elements.pullquoteTypeData.attribution",
                Plain,
            ),
            (
                "response.content.blocks.body.elements.embedTypeData.html",
                Html,
            ),
            (
                "response.content.blocks.body.elements.tweetTypeData.html",
                Html,
            ),
            (
                "response.content.blocks.body.elements.audioTypeData.html",
                Html,
            ),
            (
                "response.content.blocks.body.elements.videoTypeData.title",
                Plain,
            ),
            (
                "response.content.blocks.body.elements.imageTypeData.caption",
                Html,
            ),
            (
                "response.content.blocks.body.elements.richLinkTypeData.linkText",
                Plain,
            ),
            ("response.results!.webTitle", Plain),
            ("response.relatedContent.webTitle", Plain),
            ("response.packages.articles.content.webTitle", Plain),
            ("blocks.body.elements.textTypeData.html", Html),
            ("blocks.body.elements.imageTypeData.caption", Html),
            ("blocks.body.elements.pullquoteTypeData.html", Html),
            ("blocks.body.elements.richLinkTypeData.linkText", Plain),
            ("blocks.body.elements.tweetTypeData.html", Html),
            ("blocks.body.elements.codeTypeData.html", Html),
            ("fields.byline", Plain),
            ("sectionName", Plain),
        ],
    ),
    (
        "schema-org",
        &[
            ("headline", Html),
            ("description", Html),
            ("articleBody", Html),
            ("author.name", Html),
            ("publisher.name", Html),
            ("keywords", Html),
            ("correction.text", Html),
            ("image.caption", Html),
            ("liveBlogUpdate.headline", Html),
            ("liveBlogUpdate.articleBody", Html),
            ("mainEntity.headline", Html),
            ("mainEntity.description", Html),
            ("@graph.headline", Html),
            ("@graph.alternativeHeadline", Html),
            ("@graph.articleBody", Html),
            ("@graph.caption", Html),
            ("@graph.creditText", Html),
            ("@graph.correction.text", Html),
        ],
    ),
    (
        "ninjs",
        &[
            ("headline", Html),
            ("headlines!.value", Plain),
            ("byline", Plain),
            ("by", Plain),
            ("body_html", Html),
            ("body_xhtml", Html),
            ("copyrightnotice", Plain),
            ("copyrightNotice", Plain),
            ("keywords", Plain),
            ("subject.name", Plain),
            ("subjects.name", Plain),
            ("service.name", Plain),
            ("associations.*.description_text", Plain),
            ("associations.*.byline", Plain),
            ("associations.descriptions.value", Plain),
            ("associations.by", Plain),
            ("data.items!.item.headlines.value", Plain),
            ("data.items!.item.descriptions.value", Plain),
        ],
    ),
    (
        "portable-text",
        &[
            ("title", Plain),
            ("kicker", Plain),
            ("dek.children.text", Plain),
            ("excerpt", Plain),
            ("section.title", Plain),
            ("categories.title", Plain),
            ("authors.name", Plain),
            ("children.text", Plain),
            ("coverImage.caption", Plain),
            ("coverImage.photographer", Plain),
            ("body.children.text", Plain),
            ("body.caption", Plain),
            ("body.caption.children.text", Plain),
            ("body.credit", Plain),
            ("body.text", Plain),
            ("body.title", Plain),
            ("body.author.name", Plain),
            ("body.code", Plain),
            ("body.filename", Plain),
            ("body.rows.cells", Plain),
            ("body.body.children.text", Plain),
            ("result!.headline", Plain),
            ("result!.title", Plain),
            ("result!.summary", Plain),
            ("result!.byline", Plain),
            ("result!.keywords", Plain),
            ("result!.mainImage.caption", Plain),
            ("result!.story.children.text", Plain),
            ("result!.body.children.text", Plain),
        ],
    ),
    (
        "contentful",
        &[
            ("items!.fields.title", Plain),
            ("items!.fields.entryTitle", Plain),
            ("items!.fields.subtitle", Plain),
            ("items!.fields.standfirst", Plain),
            ("items!.fields.kicker", Plain),
            ("items!.fields.tags", Plain),
            ("items!.fields.body.content.value", Plain),
            ("items!.fields.body.content.content.value", Plain),
            ("items!.fields.body.content.content.content.value", Plain),
            (
                "items!.fields.body.content.content.content.content.value",
                Plain,
            ),
            (
                "items!.fields.body.content.content.content.content.content.value",
                Plain,
            ),
            ("items!.fields.bodyCopy.content.value", Plain),
            ("items!.fields.bodyCopy.content.content.value", Plain),
            (
                "items!.fields.bodyCopy.content.content.content.value",
                Plain,
            ),
            (
                "items!.fields.bodyCopy.content.content.content.content.value",
                Plain,
            ),
            (
                "items!.fields.bodyCopy.content.content.content.content.content.value",
                Plain,
            ),
            ("content.value", Plain),
            ("content.content.value", Plain),
            ("content.content.content.value", Plain),
            ("content.content.content.content.value", Plain),
            ("content.content.content.content.content.value", Plain),
            ("includes.Entry.fields.quote", Plain),
            ("includes.Entry.fields.heading", Plain),
            ("includes.Entry.fields.credit", Plain),
            ("entries!.fields.title.de-DE", Plain),
            ("entries!.fields.lead.de-DE", Plain),
            ("entries!.fields.keywords.de-DE", Plain),
            ("entries!.fields.text.de-DE.content.content.value", Plain),
            (
                "entries!.fields.text.de-DE.content.content.content.value",
                Plain,
            ),
        ],
    ),
    (
        "editorjs",
        &[
            ("blocks.data.text", Html),
            ("blocks.data.caption", Html),
            ("blocks.data.items", Html),
            ("blocks.data.items.content", Html),
            ("blocks.data.items.items.content", Html),
            ("blocks.data.items.text", Html),
            ("blocks.data.content", Html),
            ("blocks.data.html", Html),
            ("blocks.data.code", Plain),
            ("blocks.data.title", Html),
            ("blocks.data.message", Html),
            ("blocks.data.meta.title", Html),
            ("blocks.data.meta.description", Html),
        ],
    ),
    (
        "ans",
        &[
            ("headlines.basic", Html),
            ("subheadlines.basic", Html),
            ("editor_note", Html),
            ("copyright", Plain),
            ("label.basic.text", Plain),
            ("taxonomy.tags.text", Plain),
            ("credits.by.byline", Plain),
            ("promo_items.basic.caption", Html),
            ("promo_items.basic.credits.by.name", Plain),
            ("corrections.text", Plain),
            ("content_elements.content", Html),
            ("content_elements.text", Plain),
            ("content_elements.endorsement", Plain),
            ("content_elements.title", Plain),
            ("content_elements.caption", Html),
            ("content_elements.headlines.basic", Plain),
            ("content_elements.description.basic", Plain),
            ("content_elements.citation.content", Html),
            ("content_elements.items.content", Html),
            ("content_elements.items.items.content", Html),
            ("content_elements.content_elements.content", Html),
            ("content_elements.content_elements.caption", Html),
            ("content_elements.header.content", Html),
            ("content_elements.rows.content", Html),
            ("content_elements.raw_oembed.title", Plain),
        ],
    ),
    (
        "apple-news",
        &[
            ("title", Plain),
            ("metadata.authors", Plain),
            ("metadata.keywords", Plain),
            ("components.text", Html),
            ("components.caption", Plain),
            ("components.caption.text", Html),
            ("components.html", Html),
            ("components.items.caption", Plain),
            ("components.items.caption.text", Html),
            ("components.data.descriptors.label", Plain),
            ("components.data.descriptors.label.text", Html),
            ("components.data.records.*", Plain),
            ("components.components.text", Html),
            ("components.components.caption", Plain),
            ("components.components.components.text", Html),
        ],
    ),
    (
        "drupal",
        &[
            ("data.attributes.title", Plain),
            ("data.attributes.field_standfirst", Plain),
            ("data.attributes.body.processed", Html),
            ("data!.attributes.title", Plain),
            ("data!.attributes.body.processed", Html),
            ("data!.attributes.body.summary", Html),
            ("included.attributes.display_name", Plain),
            ("included.attributes.name", Plain),
            ("included.attributes.field_caption.processed", Html),
            ("included.attributes.field_text.processed", Html),
            ("title", Plain),
            ("body.processed", Html),
            ("body.summary", Html),
            ("uid.display_name", Plain),
            ("field_tags.name", Plain),
        ],
    ),
    (
        "headlines",
        &[
            ("articles!.title", Html),
            ("articles!.description", Html),
            ("articles!.author", Plain),
            ("articles!.source.name", Plain),
            ("articles!.content", Html),
            ("response.docs!.headline.main", Html),
            ("response.docs!.headline.kicker", Plain),
            ("response.docs!.abstract", Html),
            ("response.docs!.byline.original", Plain),
            ("response.docs!.source", Plain),
            ("response.docs!.keywords.value", Plain),
        ],
    ),
    (
        "extractor",
        &[
            ("title", Html),
            ("byline", Plain),
            ("author", Plain),
            ("siteName", Plain),
            ("content", Html),
        ],
    ),
];

/// Words that are left out, in files whose path ends so, and why.
const EXPLAINED: &[(&str, &str, &str)] = &[
    (
        "superdesk-embeds/source.json",
        "on the road to",
        "the body has a caption of its own for this picture",
    ),
    (
        "v3-story/source.json",
        "liegt",
        "the body has a caption of its own for this picture",
    ),
    (
        "ans/collection/source.json",
        "best of week without text",
        "the headlines of the list and of the story that is not shown",
    ),
    (
        "ans/gallery/source.json",
        "lost way",
        "the caption of a picture without an address",
    ),
    (
        "ans/story/source.json",
        "only app tap listen",
        "an element for apps only",
    ),
    (
        "wordpress/embedded-post/source.json",
        "volunteer form id 7 continue reading https line",
        "a short code, the link of an excerpt to its post, and an address that became a card",
    ),
    (
        "wordpress/classic-list/source.json",
        "table id 4",
        "a short code",
    ),
    (
        "wordpress/gutenberg-closed-comments.json",
        "related posts id 9 https unresolved",
        "a short code, and an address that became a card",
    ),
    (
        "extractor/first-dialect/source.json",
        "the lamp on gull rock is lit again quayside letter",
        "a heading that is the headline, and the publisher behind it",
    ),
    (
        "apple-news/story/source.json",
        "https ladder lost well hidden lost picture",
        "an address in Markdown, a picture in a bundle with its captions, and a component that is hidden",
    ),
    (
        "apple-news/embeds.json",
        "above accusa emque ntium pers piciatis apple com http www apple com http www above emque pers piciatis above apple \
         com http www accusa emque ntium pers piciatis lacinia molestie morbi auctor augue cursus diam interdum magna massa \
         mattis metus pharetra quisque curabitur mauris morbi pulvinar ullamcorper integer lacinia massa metus sollicitudin \
         a aliquet risus tortor augue dignissim felis integer morbi nisl quisque tristique venenatis proin sodales accumsan \
         aliquet cursus justo porttitor risus",
        "addresses in Markdown, and what is said of pictures in a bundle",
    ),
    (
        "apple-news/markdown-and-nested.json",
        "lena ranković https r www",
        "an address in Markdown, and who made a picture in a bundle",
    ),
    (
        "drupal/list/source.json",
        "about us we are five",
        "the second node of the list",
    ),
    (
        "drupal/node/source.json",
        "lorry",
        "the name of a picture, which is for the people who write",
    ),
    (
        "headlines/search/source.json",
        "the quayside letter 412 chars",
        "the publisher behind the headline, and how much of the text is missing",
    ),
];

/// The folders of real files, by format.
const SHARED: &[(&str, &[&str])] = &[
    ("wordpress", &["wordpress"]),
    ("ghost", &["ghost"]),
    ("json-feed", &["json-feed"]),
    ("guardian", &["guardian-capi"]),
    ("schema-org", &["schema-org"]),
    ("ninjs", &["ninjs", "ninjs-superdesk"]),
    ("ans", &["arc-ans"]),
    ("portable-text", &["portable-text"]),
    ("contentful", &["contentful"]),
    ("editorjs", &["editorjs"]),
    ("apple-news", &["apple-news"]),
    ("drupal", &["drupal-jsonapi"]),
    ("extractor", &["extractor"]),
];

#[test]
fn every_word_of_the_source_stands_on_the_page() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut wrong = Vec::new();
    for (format, fields) in FIELDS {
        let mut files = json_files(&root.join("tests/fixtures").join(format));
        for (_, folders) in SHARED.iter().filter(|(name, _)| name == format) {
            for folder in *folders {
                let real = json_files(&root.join("../shared/formats").join(folder));
                if real.is_empty() {
                    eprintln!("skipped: there are no real files of {folder}");
                }
                files.extend(real);
            }
        }
        assert!(!files.is_empty(), "{format} has no fixture");
        for file in files {
            wrong.extend(lost_words(&file, fields));
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn every_format_says_where_its_words_are() {
    for format in FORMATS.iter().filter(|format| format.name != "native") {
        let known = FIELDS.iter().any(|(name, _)| *name == format.name);
        assert!(
            known,
            "{} has no list of its text fields in this test",
            format.name
        );
    }
}

/// `source.json` of each case, or the files themselves.
fn json_files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.expect("a readable folder").path();
        if path.is_dir() {
            files.extend(json_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "json") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// What is wrong with a file: the words of it that the page does not show, without those that are explained.
fn lost_words(file: &Path, fields: &[(&str, Read)]) -> Option<String> {
    let bytes = fs::read(file).expect("a file that was listed");
    let options = Options {
        base: Some("https://reader.example/a/b.json".into()),
        ..Options::default()
    };
    let decoded = match decode(&bytes, &options) {
        Ok(decoded) => decoded,
        Err(DecodeError::NotAnArticle { .. }) => return None,
        Err(error) => return Some(format!("{}: {error}", file.display())),
    };
    let page = page(&decoded.article);
    for never in [
        "[object",
        "undefined",
        "javascript:",
        "&amp;",
        "&#",
        "staff@",
    ] {
        if page.contains(never) {
            return Some(format!("{}: {never} stands on the page", file.display()));
        }
    }
    let shown = count(&page);
    let text = String::from_utf8_lossy(&bytes);
    // JSON-LD may stand in the element it has on a page.
    let start = text.find(['{', '[']).expect("JSON");
    let end = text.rfind(['}', ']']).expect("JSON");
    let document = json::parse(&text[start..=end]).expect("JSON").value;
    // A list of articles is read by its first; linked data is a list of everything on a page.
    let document = match decoded.format.name {
        "schema-org" => &document,
        _ => document.items().first().unwrap_or(&document),
    };
    let mut lost = Vec::new();
    let mut all = 0;
    for (address, read) in fields {
        for text in texts(document, address) {
            let text = match read {
                Html => html_text(text, SOURCE),
                Plain => text.to_owned(),
            };
            for (word, times) in count(&text) {
                all += times;
                let there = shown.get(&word).copied().unwrap_or_default();
                lost.extend(std::iter::repeat_n(word, times.saturating_sub(there)));
            }
        }
    }
    let path = file.to_string_lossy();
    for (ending, words, _) in EXPLAINED {
        if path.ends_with(ending) {
            for word in words.split_whitespace() {
                lost.retain(|lost| lost != word);
            }
        }
    }
    // A file without a word, such as a post behind a password, has none to lose.
    let fails = lost.len() * 100 > all || all == 0 && !decoded.article.headline.is_empty();
    fails.then(|| {
        format!(
            "{path}: {} of {all} words are lost: {}",
            lost.len(),
            lost.join(" ")
        )
    })
}

/// The texts at an address, wherever a list or a `*` leads.
fn texts<'a>(from: &'a Json, address: &str) -> Vec<&'a str> {
    let mut found = vec![from];
    for step in address.split('.') {
        let (name, first) = match step.strip_suffix('!') {
            Some(name) => (name, true),
            None => (step, false),
        };
        let mut next = Vec::new();
        for value in found.iter().flat_map(|value| each(value)) {
            match value.members() {
                Some(members) if name == "*" => {
                    next.extend(members.iter().map(|(_, member)| member))
                }
                _ => next.extend(value.get(name)),
            }
        }
        if first {
            next = next
                .into_iter()
                .filter_map(|value| each(value).first().copied())
                .collect();
        }
        found = next;
    }
    found
        .into_iter()
        .flat_map(each)
        .filter_map(Json::as_str)
        .collect()
}

fn each(value: &Json) -> Vec<&Json> {
    match value {
        Json::List(items) => items.iter().collect(),
        other => vec![other],
    }
}

/// What a reader sees of an article: all of it, and the name of the paper above it.
fn page(article: &article_viewer::model::Article) -> String {
    let masthead = article.publisher.as_ref();
    let masthead = masthead.map_or("", |publisher| &publisher.name);
    let node = view::article(article, &Words::english(), &Settings::default());
    [masthead, &html_text(&node.html(), PAGE)].join(" ")
}

/// How often each word stands in a text; marks between words are none.
fn count(text: &str) -> BTreeMap<String, usize> {
    let mut words = BTreeMap::new();
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        if !word.is_empty() {
            *words.entry(word.to_lowercase()).or_default() += 1;
        }
    }
    words
}

/// The text of HTML, without what is no prose; words end where an element does that is not `inside` a line.
fn html_text(html: &str, inside: &'static [&'static str]) -> String {
    let sink = Prose {
        inside,
        text: RefCell::default(),
        skipped: Cell::default(),
    };
    let input = BufferQueue::default();
    input.push_back(html.into());
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.text.into_inner()
}

struct Prose {
    inside: &'static [&'static str],
    text: RefCell<String>,
    skipped: Cell<bool>,
}

const NO_PROSE: [&str; 6] = ["script", "style", "iframe", "noscript", "template", "title"];
/// Elements that stand in the middle of words.
const SOURCE: &[&str] = &[
    "a", "b", "em", "i", "mark", "q", "s", "span", "strong", "sub", "sup", "u", "small",
];
/// On our page, the parts of a card are spans.
const PAGE: &[&str] = &[
    "a", "em", "mark", "q", "s", "strong", "sub", "sup", "u", "small",
];

impl TokenSink for Prose {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::CharacterTokens(text) if !self.skipped.get() => {
                self.text.borrow_mut().push_str(&text);
            }
            Token::TagToken(tag) => {
                let name: &str = &tag.name;
                if !self.inside.contains(&name) {
                    self.text.borrow_mut().push(' ');
                }
                if NO_PROSE.contains(&name) {
                    let open = tag.kind == TagKind::StartTag && !tag.self_closing;
                    self.skipped.set(open);
                    if open && name != "template" {
                        return TokenSinkResult::RawData(RawKind::Rawtext);
                    }
                }
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}
