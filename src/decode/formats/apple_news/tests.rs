use super::super::reading::{self, read as decode};
use super::*;
use crate::decode::Note;

/// What the components of an article make of it.
#[track_caller]
fn read(components: &str) -> Article {
    let json = [r#"{"title": "Ebb", "components": ["#, components, "]}"].concat();
    reading::article(&json, None, FORMAT.name)
}

#[track_caller]
fn notes(components: &str) -> Vec<Note> {
    let json = [r#"{"title": "Ebb", "components": ["#, components, "]}"].concat();
    decode(&json, None).expect("an article").notes
}

/// The text of the first paragraph, with signs for links and styles.
fn first(article: &Article) -> String {
    let Some(Block::Paragraph(paragraph)) = article.body.first() else {
        panic!("no paragraph: {:?}", article.body);
    };
    show(&paragraph.text)
}

fn show(text: &[Inline]) -> String {
    let mut line = String::new();
    for inline in text {
        let sign = match inline {
            Inline::Strong(_) => "*",
            Inline::Emphasis(_) => "_",
            Inline::Link { .. } => "@",
            Inline::Superscript(_) => "^",
            _ => "",
        };
        line.push_str(sign);
        line.push_str(inline.own_words());
        line.push_str(&show(inline.inner().map_or(&[], Vec::as_slice)));
        line.push_str(sign);
    }
    line
}

#[test]
fn ranges_count_units_of_utf_16() {
    let article = read(
        r#"{"role": "body", "text": "🌊🌊 ebb and flow", "additions": [
            {"type": "link", "URL": "https://a.example/", "rangeStart": 5, "rangeLength": 3}]}"#,
    );
    assert_eq!(first(&article), "🌊🌊 @ebb@ and flow");
}

#[test]
fn ranges_may_cross_each_other_and_the_end_of_the_text() {
    let article = read(
        r#"{"role": "body", "text": "one two three",
            "additions": [{"type": "link", "URL": "https://a.example/", "rangeStart": 4, "rangeLength": 5},
                          {"type": "link", "URL": "javascript:alert(1)", "rangeStart": 0, "rangeLength": 3}],
            "inlineTextStyles": [
                {"rangeStart": 0, "rangeLength": 7, "textStyle": {"fontWeight": "bold"}},
                {"rangeStart": 8, "rangeLength": 99, "textStyle": {"fontName": "Georgia-Italic"}},
                {"rangeStart": 99, "rangeLength": 1, "textStyle": {"fontWeight": 900}},
                {"rangeStart": -1, "rangeLength": 4, "textStyle": {"fontWeight": 900}}]}"#,
    );
    assert_eq!(first(&article), "*one *@*two* _t_@_hree_");
}

#[test]
fn a_link_has_no_place_in_a_link() {
    let article = read(
        r#"{"role": "body", "text": "one two three", "additions": [
            {"type": "link", "URL": "https://a.example/", "rangeStart": 0, "rangeLength": 7},
            {"type": "link", "URL": "https://b.example/", "rangeStart": 4, "rangeLength": 9}]}"#,
    );
    assert_eq!(first(&article), "@one two@@ three@");
}

#[test]
fn styles_may_have_names() {
    let json = r#"{"title": "Ebb", "textStyles": {"power": {"verticalAlignment": "superscript"}},
        "components": [{"role": "body", "text": "m2", "inlineTextStyles": [
            {"rangeStart": 1, "rangeLength": 1, "textStyle": "power"},
            {"rangeStart": 0, "rangeLength": 1, "textStyle": "nobody"}]}]}"#;
    assert_eq!(first(&reading::article(json, None, FORMAT.name)), "m^2^");
}

#[test]
fn line_ends_part_paragraphs() {
    let article = read(r#"{"role": "body", "text": "One.\nTwo.\r\n\nThree."}"#);
    assert_eq!(article.body.len(), 3);
}

#[test]
fn the_first_title_is_the_headline_and_others_are_headings() {
    let article = read(
        r#"{"role": "heading1", "text": "Coast"}, {"role": "header", "components": [{"role": "title", "text": "Flood"}]},
           {"role": "body", "text": "One."}, {"role": "chapter", "components": [
               {"role": "title", "text": "Later"}, {"role": "title", "text": "Flood"}, {"role": "body", "text": "Two."}]}"#,
    );
    assert_eq!(plain_text(&article.headline), "Flood");
    assert_eq!(article.section.map(|it| it.name).as_deref(), Some("Coast"));
    assert!(matches!(
        article.body[1],
        Block::Heading(Heading { level: 2, .. })
    ));
    assert_eq!(article.body.len(), 3);
}

#[test]
fn without_a_title_a_heading_belongs_to_the_text() {
    let article =
        read(r#"{"role": "heading1", "text": "Coast"}, {"role": "body", "text": "One."}"#);
    assert_eq!(article.section, None);
    assert_eq!(article.body.len(), 2);
}

#[test]
fn a_caption_belongs_to_the_picture_before_it() {
    let article = read(
        r#"{"role": "photo", "URL": "https://a.example/a.jpg", "caption": "Short"}, {"role": "title", "text": "Flood"},
           {"role": "caption", "text": "Longer"}, {"role": "photographer", "text": "A. Moor"},
           {"role": "body", "text": "One."}, {"role": "caption", "text": "Of nothing"}"#,
    );
    let Some(Block::Figure(lead)) = &article.lead else {
        panic!("no picture");
    };
    assert_eq!(plain_text(&lead.caption), "Short Longer");
    assert_eq!(plain_text(&lead.credit), "A. Moor");
    assert_eq!(article.body.len(), 2);
}

#[test]
fn a_picture_in_a_bundle_takes_its_caption_with_it() {
    let components = r#"{"role": "photo", "URL": "bundle://a.jpg", "caption": "Own"}, {"role": "caption", "text": "Mud"},
        {"role": "illustrator", "text": "A. Moor"}, {"role": "body", "text": "One."}"#;
    assert_eq!(read(components).body.len(), 1);
    assert_eq!(notes(components).len(), 4);
}

#[test]
fn a_picture_may_fill_a_container() {
    let json = r#"{"title": "Ebb", "componentStyles": {"sea": {"fill": {"type": "image", "URL": "https://a.example/sea.jpg"}}},
        "components": [
            {"role": "container", "style": {"fill": {"type": "linear_gradient"}}},
            {"role": "header", "style": "sea"},
            {"role": "section", "style": {"fill": {"type": "image", "URL": "https://a.example/paper.jpg"}},
                "components": [{"role": "photo", "URL": "https://a.example/sea.jpg"}]}]}"#;
    let article = reading::article(json, None, FORMAT.name);
    assert!(article.lead.is_some() && article.body.is_empty());
}

#[test]
fn a_text_tied_to_another_is_a_pull_quote() {
    let article = read(
        r#"{"role": "body", "text": "One."},
           {"role": "body", "text": "Loud.", "anchor": {"targetComponentIdentifier": "a"}},
           {"role": "pullquote", "text": "Louder."}, {"role": "pullquote", "text": "— A. Moor"}"#,
    );
    assert_eq!(article.body.len(), 3);
    let [_, Block::PullQuote(_), Block::PullQuote(quote)] = article.body.as_slice() else {
        panic!("no pull quote");
    };
    assert_eq!(plain_text(&quote.cite), "— A. Moor");
}

#[test]
fn a_link_in_the_byline_stays() {
    let article = read(
        r#"{"role": "byline", "text": "By Ada Moor", "additions": [
            {"type": "link", "URL": "https://a.example/ada", "rangeStart": 3, "rangeLength": 8}]},
           {"role": "body", "text": "One."}, {"role": "author", "text": "Ada lives here."}"#,
    );
    assert_eq!(article.byline.line.as_deref(), Some("By Ada Moor"));
    assert!(article.byline.authors.iter().any(|it| it.link.is_some()));
    assert_eq!(article.body.len(), 2);
}

#[test]
fn a_table_of_records_may_run_both_ways() {
    let table = |way: &str| {
        let article = read(
            &[
                r#"{"role": "datatable", "#,
                way,
                r#""data": {"descriptors": [{"key": "port", "label": "Port"},
                    {"key": "ships", "label": {"type": "formatted_text", "format": "html", "text": "<b>Ships</b>"}}],
                    "records": [{"port": "Saltwick", "ships": 12}, {"port": {"text": "Moor"}, "ships": null}]}}"#,
            ]
            .concat(),
        );
        match article.body.into_iter().next() {
            Some(Block::Table(table)) => table,
            other => panic!("no table: {other:?}"),
        }
    };
    let across = table("");
    assert_eq!((across.head.len(), across.rows.len()), (1, 2));
    assert_eq!(plain_text(&across.rows[0][1].text), "12");
    let down = table(r#""dataOrientation": "vertical", "#);
    assert_eq!((down.head.len(), down.rows.len()), (0, 2));
    assert!(down.rows[1][0].header);
    let bare = table(r#""showDescriptorLabels": false, "#);
    assert_eq!((bare.head.len(), bare.rows.len()), (0, 2));
}

#[test]
fn what_is_unknown_keeps_its_words() {
    let components = r#"{"role": "mystery", "text": "One.", "components": [{"role": "body", "text": "Two."}]},
        {"role": 7, "text": "Three."}, {"text": "Four."}, "five", {"role": "body", "text": "Six.", "hidden": true}"#;
    assert_eq!(read(components).body.len(), 4);
}

#[test]
fn wrong_types_cost_themselves() {
    for wrong in ["7", "\"x\"", "[null, 1]", "{\"a\": {}}", "true"] {
        let mut components = String::from(r#"{"role": "title", "text": "Flood"}"#);
        for (role, _) in ROLES {
            components.push_str(&[", {\"role\": \"", role, "\""].concat());
            for name in [
                "text",
                "format",
                "URL",
                "items",
                "components",
                "style",
                "additions",
                "inlineTextStyles",
                "data",
                "caption",
                "html",
                "anchor",
            ] {
                components.push_str(&[", \"", name, "\": ", wrong].concat());
            }
            components.push('}');
        }
        assert_eq!(plain_text(&read(&components).headline), "Flood");
    }
}

#[test]
fn a_table_has_only_so_many_cells() {
    let components = |orientation: &str| {
        let mut descriptors = Vec::new();
        for key in 0..2000 {
            descriptors.push(format!(r#"{{"key": "{key}"}}"#));
        }
        [
            r#"{"role": "datatable", "dataOrientation": ""#,
            orientation,
            r#"", "data": {"descriptors": ["#,
            &descriptors.join(","),
            r#"], "records": [{}"#,
            &",{}".repeat(15_000),
            "]}}",
        ]
        .concat()
    };
    for orientation in ["horizontal", "vertical"] {
        let components = components(orientation);
        let components = [components.as_str(), &components].join(",");
        let options = crate::decode::Options::default();
        let json = [r#"{"title": "Ebb", "components": ["#, &components, "]}"].concat();
        let json = crate::json::parse(&json).unwrap().value;
        let context = crate::decode::cursor::Context::new(&json, &options, Vec::new());
        let mut room = MOST_CELLS;
        let mut cells = 0;
        for component in fields::items_at(context.top(), "components") {
            let table = table(component, &mut room);
            let rows = table.head.iter().chain(&table.rows);
            cells += rows.map(Vec::len).sum::<usize>();
        }
        assert!(cells <= MOST_CELLS, "{orientation}: {cells}");
        assert_eq!(context.into_notes().len(), 2);
    }
}

#[test]
fn a_column_that_is_described_twice_is_shown_once() {
    let article = read(
        r#"{"role": "datatable", "data": {"descriptors": [{"key": "a"}, {"key": "a"}], "records": [{"a": "1"}]}}"#,
    );
    let Some(Block::Table(table)) = article.body.first() else {
        panic!("{article:?}");
    };
    assert_eq!(table.rows[0].len(), 1);
}

#[test]
fn a_link_over_any_number_of_lines_is_none() {
    let component = |lines: usize| {
        format!(
            r#"{{"role": "body", "text": "{}", "additions": [{{"type": "link", "URL": "https://a.example/",
                "rangeStart": 0, "rangeLength": 1000000}}]}}"#,
            [r"a\n".repeat(lines - 1).as_str(), "a"].concat()
        )
    };
    assert_eq!(first(&read(&component(100))), "@a@");
    let article = read(&component(10_000));
    assert_eq!(article.body.len(), 10_000);
    assert_eq!(first(&article), "a");
}
