//! Editor.js: what the editor saves, a list of blocks and the time of saving.
//!
//! There is nothing about the article beside its text, so the headline is taken out of that. Texts are HTML in a line.

use super::{Claimed, Format};
use crate::decode::detect::{self, Shape};
use crate::decode::fields::{self, Field, items_at, line_at, link_at, picture_at, str_at};
use crate::decode::{Claim, Cursor, DecodeError, NoteKind, embed, html, pictures, rich};
use crate::json::Json;
use crate::model::block::{
    BoxKind, BoxOut, Card, Cell, Code, Display, Divider, Figure, List, ListItem, Quote, Table,
    Unsupported,
};
use crate::model::{Article, Block, Inline, Text};

pub const FORMAT: Format = Format {
    name: "editorjs",
    title: "Editor.js",
    is_apart: true,
    claims,
    items: super::alone,
    decode,
};

fn claims(document: &Json) -> Claim {
    let blocks = document.get("blocks").map_or(&[][..], Json::items);
    let is_block =
        |block: &Json| block.members().is_some() && detect::claim(block, BLOCK) != Claim::No;
    match blocks.iter().any(is_block) {
        true => Claim::Certain,
        false => detect::claim(document, EMPTY),
    }
}

const BLOCK: &[Shape] = &[("type:s data:o", Claim::Certain)];

/// Nothing has been written yet.
const EMPTY: &[Shape] = &[("blocks:e version=2.* time:n", Claim::Maybe)];

const FIELDS: &[Field] = &[("time", fields::published), ("blocks", body)];

fn decode(Claimed { item: root, .. }: Claimed<'_>) -> Result<Article, DecodeError> {
    let mut article = fields::article(root, FORMAT.title, FIELDS)?;
    rich::headline_from_heading(&mut article);
    fields::finish(root, &mut article);
    Ok(article)
}

/// The headline is the first header of level 1, wherever it stands.
fn body(from: Cursor<'_>, article: &mut Article) {
    for block in from.items() {
        if !block.is_object_or_note("a block") {
            continue;
        }
        let kind = str_at(block, "type");
        let Some(data) = block.at("data").filter(|data| data.members().is_some()) else {
            // Some servers write an empty object as an empty list.
            if kind == "delimiter" {
                article.body.push(Block::Divider(Divider));
            } else {
                block.note_missing("data", "an object");
            }
            continue;
        };
        if kind == "header" && article.headline.is_empty() && data.number("level") == Some(1.0) {
            article.headline = fields::inlines_at(data, "text");
            continue;
        }
        let Some((_, read)) = KINDS.iter().find(|(known, _)| *known == kind) else {
            let name = kind.chars().take(40).collect();
            block.note(NoteKind::UnknownBlock { kind: name });
            article.body.push(sign(kind, data));
            continue;
        };
        let before = article.body.len();
        read(data, &mut article.body);
        if article.body.len() == before && matches!(kind, "image" | "embed" | "linkTool") {
            fields::leave_out(block, kind, "it has no address that can be shown");
            article.body.push(sign(kind, data));
        }
    }
}

/// Adds what shows the data of a block.
type Reader = fn(Cursor<'_>, &mut Vec<Block>);

/// Sorted; the order has no meaning.
const KINDS: &[(&str, Reader)] = &[
    ("checklist", list),
    ("code", |data, to| {
        to.push(Block::Code(Code {
            text: str_at(data, "code").to_owned(),
            language: line_at(data, "language"),
            caption: Text::new(),
        }));
    }),
    ("delimiter", |_, to| to.push(Block::Divider(Divider))),
    ("embed", |data, to| {
        if let Some(link) = link_at(data, "source|embed") {
            let mut embed = embed::embed(link);
            embed.caption = inline(data, "caption");
            to.push(Block::Embed(embed));
        }
    }),
    ("header", |data, to| {
        to.push(fields::heading(data, inline(data, "text")));
    }),
    ("image", |data, to| {
        if let Some(image) = data.first("file|url").and_then(pictures::at_address) {
            let mut figure = Figure::new(image);
            figure.caption = inline(data, "caption");
            figure.image.alt = line_at(data, "alt");
            if fields::is_at(data, "stretched") {
                figure.display = Display::Wide;
            }
            to.push(Block::Figure(figure));
        }
    }),
    ("linkTool", card),
    ("list", list),
    ("nestedList", list),
    ("paragraph", |data, to| to.extend(blocks(data, "text"))),
    ("quote", |data, to| {
        to.push(Block::Quote(Quote {
            blocks: blocks(data, "text"),
            cite: inline(data, "caption"),
        }));
    }),
    ("raw", |data, to| to.extend(blocks(data, "html"))),
    ("table", table),
    ("warning", |data, to| {
        to.push(Block::BoxOut(BoxOut {
            kind: BoxKind::Info,
            title: inline(data, "title"),
            blocks: blocks(data, "message"),
        }));
    }),
];

fn blocks(data: Cursor<'_>, key: &str) -> Vec<Block> {
    data.first(key).map_or(Vec::new(), fields::blocks)
}

/// A text with everything that may stand in a line, marks among it; what reads captions keeps less.
#[inline(never)]
fn inline(data: Cursor<'_>, key: &str) -> Text {
    let mut text = Text::new();
    rich::flatten(&mut blocks(data, key), &mut text);
    text
}

fn card(data: Cursor<'_>, to: &mut Vec<Block>) {
    let Some(link) = link_at(data, "link") else {
        return;
    };
    let title = html::text(str_at(data, "meta.title"));
    let description = html::text(str_at(data, "meta.description"));
    to.push(Block::Card(Card {
        title: match title.is_empty() {
            true => link.host().unwrap_or_default().to_owned(),
            false => title,
        },
        link,
        description: (!description.is_empty()).then_some(description),
        image: picture_at(data, "meta.image"),
        publisher: line_at(data, "meta.site_name"),
        label: None,
    }));
}

fn list(data: Cursor<'_>, to: &mut Vec<Block>) {
    let style = str_at(data, "style");
    let start = match style {
        "ordered" => Some(data.first("meta").and_then(|meta| meta.number("start"))),
        _ => None,
    };
    let start = start.map(|start| start.unwrap_or(1.0) as i32);
    // A checklist has a kind of its own, or is a list of this style.
    let checks = style == "checklist" || style.is_empty();
    to.push(nested(data, start, checks));
}

/// Items are texts, or objects with a text and further items.
fn nested(data: Cursor<'_>, start: Option<i32>, checks: bool) -> Block {
    let mut items = Vec::new();
    for item in items_at(data, "items") {
        let mut own = match item.members() {
            Some(_) => blocks(item, "content|text"),
            None => fields::blocks(item),
        };
        let checked = item.first("checked|meta.checked");
        if checks && let Some(checked) = checked.and_then(|checked| checked.as_flag()) {
            check(checked, &mut own);
        }
        if item.first("items").is_some() {
            own.push(nested(item, start.map(|_| 1), checks));
        }
        items.push(ListItem { blocks: own });
    }
    Block::List(List { start, items })
}

/// Says in the text whether something is done; readers cannot tick what an article says.
fn check(checked: bool, to: &mut [Block]) {
    if let Some(Block::Paragraph(first)) = to.first_mut() {
        let sign = if checked { "☑ " } else { "☐ " };
        first.text.insert(0, Inline::plain(sign));
    }
}

fn table(data: Cursor<'_>, to: &mut Vec<Block>) {
    let mut table = Table::default();
    let has_head = fields::is_at(data, "withHeadings");
    for (place, row) in items_at(data, "content").iter().enumerate() {
        let is_head = has_head && place == 0;
        let mut cells = Vec::new();
        for cell in row.value().items() {
            let mut text = Text::new();
            // An empty cell holds its column all the same.
            if *cell != Json::Null {
                rich::flatten(&mut fields::blocks(row.on(cell)), &mut text);
            }
            cells.push(Cell {
                text,
                header: is_head,
                ..Cell::default()
            });
        }
        match is_head {
            true => table.head.push(cells),
            false => table.rows.push(cells),
        }
    }
    to.push(Block::Table(table));
}

/// A sign in the place of what cannot be shown, such as what a plugin of the house has made, with its words.
fn sign(kind: &str, data: Cursor<'_>) -> Block {
    Block::Unsupported(Unsupported {
        kind: kind.chars().take(40).collect(),
        text: html::text(str_at(data, "text|title|caption|message")),
    })
}

#[cfg(test)]
mod tests {
    use crate::decode::formats::reading;
    use crate::decode::{DecodeError, NoteKind};
    use crate::model::block::{Display, List};
    use crate::model::inline::plain_text;
    use crate::model::{Article, Block};

    #[track_caller]
    fn article(json: &str) -> Article {
        reading::article(json, None, "editorjs")
    }

    /// The article of these blocks.
    #[track_caller]
    fn of(blocks: &str) -> Article {
        article(&[r#"{"time": 1700000000000, "blocks": ["#, blocks, "]}"].concat())
    }

    /// The body of these blocks, which follow a first paragraph.
    #[track_caller]
    fn body(blocks: &str) -> Vec<Block> {
        let first = r#"{"type": "paragraph", "data": {"text": "First."}}, "#;
        let mut body = of(&[first, blocks].concat()).body;
        body.remove(0);
        body
    }

    #[test]
    fn blocks_with_a_type_and_data_are_known() {
        for json in [
            r#"{"blocks": [{"type": "paragraph", "data": {"text": "a"}}]}"#,
            r#"{"blocks": [{"type": "delimiter", "data": []}, {"type": "paragraph", "data": {"text": "a"}}]}"#,
            r#"{"content": {"time": 1, "blocks": [{"type": "paragraph", "data": {"text": "a"}}], "version": "2.1"}}"#,
        ] {
            assert_eq!(reading::spoken(&article(json).body), ["a"], "{json}");
        }
        for json in [
            r#"{"blocks": []}"#,
            r#"{"blocks": [{"type": "paragraph"}]}"#,
            r#"{"blocks": {"type": "a", "data": {}}}"#,
        ] {
            let found = reading::read(json, None);
            assert!(
                matches!(found, Err(DecodeError::UnknownFormat { .. })),
                "{json}"
            );
        }
        let empty = r#"{"time": 1700000000000, "blocks": [], "version": "2.30.7"}"#;
        assert!(matches!(
            reading::read(empty, None),
            Err(DecodeError::NothingToRead { .. })
        ));
    }

    #[test]
    fn the_headline_is_the_first_header_of_level_1_or_the_one_on_top() {
        let header = |level, text| {
            format!(r#"{{"type": "header", "data": {{"level": {level}, "text": "{text}"}}}}, "#)
        };
        let paragraph =
            r#"{"type": "paragraph", "data": {"text": "One thing happened. Then another."}}"#;
        for (before, headline, headings) in [
            (
                header(2, "Two") + &header(1, "<b>On</b>e &amp; only") + &header(1, "Next"),
                "One & only",
                2,
            ),
            (header(3, "Three"), "Three", 0),
            (String::new(), "One thing happened.", 0),
        ] {
            let article = of(&(before + paragraph));
            assert_eq!(plain_text(&article.headline), headline);
            let found = article
                .body
                .iter()
                .filter(|block| matches!(block, Block::Heading(_)));
            assert_eq!(found.count(), headings);
        }
        let date = of(paragraph).published.unwrap();
        assert_eq!(date.machine(), "2023-11-14T22:13:20Z");
    }

    #[test]
    fn old_and_new_lists_are_lists() {
        let body = body(
            r#"{"type": "list", "data": {"style": "unordered", "items": ["a", "<b>b</b>"]}},
               {"type": "list", "data": {"style": "ordered", "meta": {"start": 4}, "items": [
                   {"content": "c", "meta": {}, "items": [{"content": "d", "items": []}]}, {"content": "e", "items": []}]}}"#,
        );
        let [
            Block::List(List { start: None, items }),
            Block::List(List {
                start: Some(4),
                items: nested,
            }),
        ] = body.as_slice()
        else {
            panic!("{body:?}");
        };
        assert_eq!((items.len(), nested.len()), (2, 2));
        assert!(matches!(
            nested[0].blocks.as_slice(),
            [
                Block::Paragraph(_),
                Block::List(List { start: Some(1), .. })
            ]
        ));
    }

    #[test]
    fn what_is_done_says_so() {
        for json in [
            r#"{"type": "checklist", "data": {"items": [{"text": "a", "checked": true}, {"text": "b", "checked": false}]}}"#,
            r#"{"type": "list", "data": {"style": "checklist", "items": [{"content": "a", "meta": {"checked": true}}, {"content": "b", "meta": {"checked": false}}]}}"#,
        ] {
            assert_eq!(reading::spoken(&body(json)), ["☑ a", "☐ b"]);
        }
    }

    #[test]
    fn code_is_text_and_raw_is_html() {
        let body = body(
            r#"{"type": "code", "data": {"code": "<b>&amp;</b>"}},
               {"type": "raw", "data": {"html": "<p onclick=\"x()\">a<script>b</script></p>"}}"#,
        );
        let [Block::Code(code), Block::Paragraph(raw)] = body.as_slice() else {
            panic!("{body:?}");
        };
        assert_eq!(code.text, "<b>&amp;</b>");
        assert_eq!(plain_text(&raw.text), "a");
    }

    #[test]
    fn a_stretched_picture_is_wide() {
        let body = body(
            r#"{"type": "image", "data": {"file": {"url": "https://a.example/a.jpg"}, "stretched": true, "caption": "a &amp; <mark>b</mark>"}},
               {"type": "image", "data": {"url": "https://a.example/b.jpg", "stretched": false}}"#,
        );
        let [Block::Figure(wide), Block::Figure(other)] = body.as_slice() else {
            panic!("{body:?}");
        };
        assert_eq!(
            (wide.display, other.display),
            (Display::Wide, Display::Inline)
        );
        assert_eq!(plain_text(&wide.caption), "a & b");
    }

    #[test]
    fn a_picture_without_an_address_leaves_its_caption() {
        let body = body(
            r#"{"type": "image", "data": {"file": {"url": "blob:https://a.example/1"}, "caption": "a"}},
               {"type": "embed", "data": {"caption": "b"}}, {"type": "linkTool", "data": {}}"#,
        );
        assert_eq!(reading::spoken(&body), ["a", "b"]);
        assert_eq!(body.len(), 3);
    }

    #[test]
    fn a_kind_of_the_house_leaves_a_sign_and_its_words() {
        let json = r#"{"blocks": [{"type": "paragraph", "data": {"text": "a"}}, {"type": "poll", "data": {"title": "Ebb <i>or</i> flow?"}}, 4, {"type": "header"}]}"#;
        let decoded = reading::read(json, None).unwrap();
        let Some(Block::Unsupported(sign)) = decoded.article.body.last() else {
            panic!("{:?}", decoded.article.body);
        };
        assert_eq!(
            (sign.kind.as_str(), sign.text.as_str()),
            ("poll", "Ebb or flow?")
        );
        assert!(
            matches!(&decoded.notes[0].kind, NoteKind::UnknownBlock { kind } if kind == "poll")
        );
        assert_eq!(decoded.notes.len(), 4);
    }
}
