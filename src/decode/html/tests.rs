//! Small pieces of markup, and what they become in a notation of one line: `p "words"`, `figure a.jpg`.

use super::*;
use crate::decode::Options;
use crate::decode::cursor::Context;
use crate::decode::{Note, NoteKind};
use crate::json::Json;
use crate::model::block::{Display, Figure, Heading, ListItem, Paragraph};
use crate::model::inline::Style;
use crate::model::{Article, Image, Inline};

fn options() -> Options {
    Options {
        base: Some(BASE.into()),
        ..Options::default()
    }
}

const BASE: &str = "https://news.example/world/a.html";

fn read<T>(html: &str, read: impl FnOnce(Cursor<'_>, &str) -> T) -> (T, Vec<Note>) {
    let value = Json::Text(html.to_owned());
    let context = Context::new(&value, &options(), Vec::new());
    let made = read(context.top(), html);
    (made, context.into_notes())
}

#[track_caller]
fn gives(html: &str, wanted: &str) {
    assert_eq!(show(&tidied(read(html, blocks).0)), wanted, "{html}");
}

/// As a reader will see them.
fn tidied(body: Vec<Block>) -> Vec<Block> {
    let mut article = Article {
        body,
        ..Article::default()
    };
    crate::decode::tidy::foreign(&mut article);
    crate::decode::tidy::run(&mut article);
    article.body
}

#[track_caller]
fn reports(html: &str, wanted: &[(&str, u32)]) {
    let found: Vec<_> = read(html, blocks)
        .1
        .into_iter()
        .filter_map(|note| match note.kind {
            NoteKind::RemovedMarkup { what, count } => Some((what, count)),
            _ => None,
        })
        .collect();
    let found: Vec<_> = found
        .iter()
        .map(|(what, count)| (what.as_str(), *count))
        .collect();
    assert_eq!(found, wanted, "{html}");
}

/// Blocks in short, with white space collapsed as it is later.
fn show(blocks: &[Block]) -> String {
    blocks.iter().map(block).collect::<Vec<_>>().join(" | ")
}

fn block(block: &Block) -> String {
    match block {
        Block::Paragraph(Paragraph { text }) => format!("p {}", words(text)),
        Block::Heading(Heading { level, text }) => format!("h{level} {}", words(text)),
        Block::Figure(found) => figure(found),
        Block::Gallery(gallery) => {
            let images: Vec<_> = gallery.images.iter().map(figure).collect();
            let caption = part("caption", &gallery.caption);
            format!(
                "gallery[{}]{}{caption}",
                images.join(", "),
                room(gallery.display)
            )
        }
        Block::List(list) => {
            let items: Vec<_> = list
                .items
                .iter()
                .map(|ListItem { blocks }| show(blocks))
                .collect();
            let start = list
                .start
                .map(|start| start.to_string())
                .unwrap_or_default();
            format!("list{start}[{}]", items.join(", "))
        }
        Block::Descriptions(list) => {
            let items = list.items.iter().map(|item| {
                let terms: Vec<_> = item.terms.iter().map(|term| words(term)).collect();
                format!("{}: {}", terms.join(" "), show(&item.details))
            });
            format!("dl[{}]", items.collect::<Vec<_>>().join(", "))
        }
        Block::Quote(quote) => format!(
            "quote[{}]{}",
            show(&quote.blocks),
            part("cite", &quote.cite)
        ),
        Block::PullQuote(quote) => {
            format!("pull {}{}", words(&quote.text), part("cite", &quote.cite))
        }
        Block::Code(code) => format!(
            "code {:?} {:?}{}",
            code.text,
            code.language.as_deref().unwrap_or_default(),
            part("caption", &code.caption)
        ),
        Block::Preformatted(block) => format!("pre {:?}", block.text),
        Block::Verse(verse) => format!("verse {}", words(&verse.text)),
        Block::Embed(embed) => {
            let player = embed.player.as_ref().map_or("", |player| player.name);
            let title = embed
                .title
                .as_ref()
                .map(|title| format!(" title={title:?}"))
                .unwrap_or_default();
            format!(
                "embed {} {player}{title}{}",
                embed.link.href(),
                part("caption", &embed.caption)
            )
        }
        Block::Card(card) => {
            let image = card
                .image
                .as_ref()
                .map(|image| format!(" {}", address(image)))
                .unwrap_or_default();
            let more = [&card.description, &card.publisher];
            let more: Vec<_> = more
                .into_iter()
                .flatten()
                .map(|words| format!(" {words:?}"))
                .collect();
            format!(
                "card {} {:?}{}{image}",
                card.link.href(),
                card.title,
                more.join("")
            )
        }
        Block::ButtonLink(button) => format!("button {} {:?}", button.link.href(), button.text),
        Block::Details(details) => format!(
            "details {}[{}]",
            words(&details.summary),
            show(&details.blocks)
        ),
        Block::BoxOut(found) => format!("box[{}]", show(&found.blocks)),
        Block::Table(table) => {
            let rows = |name: &str, rows: &[crate::model::block::table::Row]| {
                let rows = rows.iter().map(|row| {
                    let cells = row.iter().map(|cell| {
                        let header = if cell.header { "!" } else { "" };
                        let span = if (cell.columns, cell.rows) == (1, 1) {
                            String::new()
                        } else {
                            format!("({}x{})", cell.columns, cell.rows)
                        };
                        let align = cell
                            .align
                            .map(|align| format!("@{}", align.word()))
                            .unwrap_or_default();
                        format!("{header}{}{span}{align}", words(&cell.text))
                    });
                    cells.collect::<Vec<_>>().join(" ")
                });
                let rows: Vec<_> = rows.collect();
                if rows.is_empty() {
                    String::new()
                } else {
                    format!(" {name}[{}]", rows.join("; "))
                }
            };
            format!(
                "table{}{}{}{}{}",
                rows("head", &table.head),
                rows("rows", &table.rows),
                rows("foot", &table.foot),
                part("caption", &table.caption),
                part("credit", &table.credit)
            )
        }
        Block::Footnotes(notes) => {
            let notes = notes
                .items
                .iter()
                .map(|note| format!("{}: {}", note.id, show(&note.blocks)));
            format!("notes[{}]", notes.collect::<Vec<_>>().join(", "))
        }
        Block::Video(video) => format!(
            "video {}{}{}",
            files(&video.recording),
            room(video.display),
            part("caption", &video.recording.caption)
        ),
        Block::Audio(audio) => format!(
            "audio {}{}",
            files(&audio.recording),
            part("caption", &audio.recording.caption)
        ),
        Block::Divider(_) => "hr".into(),
        other => format!("{other:?}"),
    }
}

fn files(recording: &crate::model::media::Recording) -> String {
    let files: Vec<_> = recording
        .sources
        .iter()
        .map(|source| short(source.src.src()))
        .collect();
    let tracks: Vec<_> = recording
        .tracks
        .iter()
        .map(|track| format!(" {}:{}", track.kind.word(), short(track.src.src())))
        .collect();
    files.join(" ") + &tracks.join("")
}

fn figure(figure: &Figure) -> String {
    let alt = figure
        .image
        .alt
        .as_ref()
        .map(|alt| format!(" alt={alt:?}"))
        .unwrap_or_default();
    let link = figure
        .link
        .as_ref()
        .map(|link| format!(" link={}", short(link.href())))
        .unwrap_or_default();
    let size = figure
        .image
        .size
        .map(|size| format!(" {}x{}", size.width, size.height))
        .unwrap_or_default();
    let sources: Vec<_> = figure
        .image
        .sources
        .iter()
        .map(|source| {
            format!(
                " {}:{}",
                short(source.src.src()),
                source.width.unwrap_or_default()
            )
        })
        .collect();
    format!(
        "figure {}{alt}{size}{}{link}{}{}{}",
        address(&figure.image),
        sources.join(""),
        room(figure.display),
        part("caption", &figure.caption),
        part("credit", &figure.credit)
    )
}

fn room(display: Display) -> String {
    match display {
        Display::Inline => String::new(),
        other => format!(" {}", other.word()),
    }
}

fn address(image: &Image) -> String {
    short(image.src.src())
}

fn short(address: &str) -> String {
    address
        .strip_prefix("https://news.example/world/")
        .unwrap_or(address)
        .to_owned()
}

fn part(name: &str, text: &[Inline]) -> String {
    match text {
        [] => String::new(),
        text => format!(" {name}={}", words(text)),
    }
}

fn words(text: &[Inline]) -> String {
    let mut out = String::new();
    inlines_into(text, &mut out);
    format!(
        "{:?}",
        out.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
    )
}

fn inlines_into(text: &[Inline], out: &mut String) {
    for inline in text {
        let (open, close) = match inline {
            Inline::Plain(words) => (words.clone(), ""),
            Inline::Code(words) => (format!("`{words}`"), ""),
            Inline::Break => ("/".into(), ""),
            Inline::WordBreak => ("|".into(), ""),
            Inline::Note(id) => (format!("^{id}"), ""),
            Inline::Strong(_) => ("*".into(), "*"),
            Inline::Emphasis(_) => ("_".into(), "_"),
            Inline::Link { to, .. } => (format!("<{} ", short(to.href())), ">"),
            Inline::Subscript(_) => ("sub(".into(), ")"),
            Inline::Superscript(_) => ("sup(".into(), ")"),
            Inline::Quote(_) => ("q(".into(), ")"),
            Inline::Span {
                language,
                direction,
                ..
            } => {
                let language = language.as_ref().map_or("", |language| language.tag());
                let direction = direction.map_or("", |direction| direction.html());
                (format!("{{{language}{direction} "), "}")
            }
            Inline::Styled { style, .. } => (format!("{}(", style.word()), ")"),
            Inline::Term { kind, title, .. } => (
                format!("{}[{}](", kind.word(), title.as_deref().unwrap_or_default()),
                ")",
            ),
            Inline::Edit { kind, .. } => (format!("{}(", kind.word()), ")"),
            Inline::Time { .. } => ("time(".into(), ")"),
            Inline::Ruby { reading, .. } => (format!("ruby[{reading}]("), ")"),
        };
        out.push_str(&open);
        inlines_into(inline.inner().map_or(&[], Vec::as_slice), out);
        out.push_str(close);
    }
}

mod paragraphs {
    use super::*;

    #[test]
    fn plain_text_is_one_paragraph_and_blank_lines_part_it() {
        gives("One line\nand another", r#"p "One line and another""#);
        gives("One\n\n \nTwo", r#"p "One" | p "Two""#);
        gives("", "");
        gives(" \n ", "");
    }

    #[test]
    fn bare_text_between_elements_is_a_paragraph() {
        gives(
            "one <b>two</b><p>three</p>four",
            r#"p "one *two*" | p "three" | p "four""#,
        );
    }

    #[test]
    fn two_breaks_part_paragraphs_and_one_does_not() {
        gives(
            "a<br>b<br><br>c<br> <br>\n<br>d<br>",
            r#"p "a/b" | p "c" | p "d""#,
        );
        gives("<p>a<br><br><i>b</i></p>", r#"p "a" | p "_b_""#);
    }

    #[test]
    fn boxes_unwrap() {
        gives(
            "<div><section>a<article><p>b</p></article><my-own>c</my-own></section></div><center>d</center>",
            r#"p "a" | p "b" | p "c" | p "d""#,
        );
    }

    #[test]
    fn a_whole_document_gives_its_body() {
        gives(
            "<!doctype html><html><head><title>T</title><style>p{}</style></head><body><h1>H</h1><p>a</body></html>",
            r#"h2 "H" | p "a""#,
        );
    }

    #[test]
    fn broken_markup_is_read_as_browsers_read_it() {
        gives(
            "<p>one</ br>two<p>three</span><b>four",
            r#"p "onetwo" | p "three*four*""#,
        );
    }

    #[test]
    fn an_inline_element_around_blocks_is_handed_on() {
        gives("<b><p>a</p><p>b</p></b>", r#"p "*a*" | p "*b*""#);
        gives(
            "<a href=b><h3>a</h3><p>c</p><img src=d.jpg alt></a>",
            r#"h3 "<b a>" | p "<b c>" | figure d.jpg alt="" link=b"#,
        );
    }

    #[test]
    fn a_language_on_a_block_reaches_its_words() {
        gives(
            r#"<p lang="fr_FR" dir="RTL">a</p><h2 dir=ltr>b</h2>"#,
            r#"p "{fr-FRrtl a}" | h2 "{ltr b}""#,
        );
    }

    #[test]
    fn headings_start_at_two() {
        gives(
            "<h1>a</h1><h3>b <i>c</i></h3><h6>d</h6><h2> </h2>",
            r#"h2 "a" | h3 "b _c_" | h6 "d""#,
        );
        gives(
            "<h2>a<img src=b.jpg alt=c></h2>",
            r#"h2 "a" | figure b.jpg alt="c""#,
        );
    }

    #[test]
    fn short_codes_go() {
        gives(
            r#"<p>[vc_row a="b"]one[/vc_row] [sic]</p><p>[x_y]</p><pre>[a_b]</pre>"#,
            r#"p "one [sic]" | pre "[a_b]""#,
        );
        reports("<p>[x_y]a[/x_y]", &[("[short code]", 1)]);
    }
}

mod inline {
    use super::*;

    #[test]
    fn what_a_run_is_stays() {
        gives(
            "<p><b>a</b><i>b</i><u>c</u><s>d</s><mark>e</mark><small>f</small><sub>g</sub><sup>h</sup><q>i</q><kbd>j</kbd><samp>k</samp><var>l</var><cite>m</cite>",
            r#"p "*a*_b_u(c)s(d)mark(e)small(f)sub(g)sup(h)q(i)kbd(j)samp(k)var(l)cite(m)""#,
        );
        gives(
            "<p><code>a\n <b>b</b></code><abbr title=x>c</abbr><dfn>d</dfn><del>e</del><ins datetime=2026-01-02>f</ins><time datetime=2026-01-02>g</time><time>h</time>i<wbr>j",
            r#"p "`a b`abbr[x](c)dfn[](d)del(e)ins(f)time(g)hi|j""#,
        );
        gives(
            "<p><font color=red>a</font><big>b</big><tt>c</tt><strike>d</strike>",
            r#"p "ab`c`s(d)""#,
        );
    }

    #[test]
    fn ruby_keeps_its_readings() {
        gives(
            "<ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp>町<rt>まち</rt></ruby>",
            r#"p "ruby[みなと](港)ruby[まち](町)""#,
        );
    }

    #[test]
    fn links_are_resolved_and_unsafe_ones_lose_only_their_link() {
        gives(
            "<a href=b.html>a</a> <a href='//c.example/'>b</a>",
            r#"p "<b.html a> <https://c.example/ b>""#,
        );
        for address in [
            "javascript:x",
            "data:text/html,x",
            "java\nscript:x",
            "vbscript:x",
            "https://a@b.example",
            "blob:https://a.example/x",
            "#a",
            "",
        ] {
            gives(&format!("<a href=\"{address}\">a</a>"), r#"p "a""#);
        }
        gives("<a name=x>a</a><a href=b></a>", r#"p "a""#);
    }

    #[test]
    fn entities_are_decoded_once() {
        gives(
            "a &amp;lt;b&amp;gt; &#8217; &nbsp;c",
            r#"p "a &lt;b&gt; ’ \u{a0}c""#,
        );
    }

    #[test]
    fn emoji_pictures_are_characters() {
        gives(
            "<p>Fine <img class=emoji alt=🙂 src=x.svg> day",
            r#"p "Fine 🙂 day""#,
        );
    }

    #[test]
    fn directions_are_isolated() {
        gives(
            "<bdi>a</bdi><bdo dir=rtl>b</bdo><span lang=de>c</span>",
            r#"p "{auto a}{rtl b}{de c}""#,
        );
    }

    #[test]
    fn formulas_keep_their_tex_or_their_words() {
        gives(
            r#"<p>a <math><semantics><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></semantics></math> b"#,
            r#"p "a `x^2` b""#,
        );
        gives(
            r#"<p><math alttext="x squared"><mi>x</mi></math></p>"#,
            r#"p "`x squared`""#,
        );
        gives("<p>a<math><mi>x</mi></math>b", r#"p "ab""#);
    }
}

mod figures {
    use super::*;

    #[test]
    fn a_picture_inside_a_paragraph_stands_between_its_words() {
        gives(
            "<p>a <img src=b.jpg alt=> c</p>",
            r#"p "a" | figure b.jpg alt="" | p "c""#,
        );
    }

    #[test]
    fn caption_and_credit_are_told_apart() {
        gives(
            r#"<figure class="wp-block-image alignwide"><a href="c.html"><img src="a.jpg" alt="b" width="640" height="480px"></a><figcaption class="wp-element-caption">A <em>c</em></figcaption></figure>"#,
            r#"figure a.jpg alt="b" 640x480 link=c.html wide caption="A _c_""#,
        );
        gives(
            r#"<figure class="element element-image element--immersive" data-media-id="x"><img class="gu-image" src="a.jpg" alt=""><figcaption><span class="element-image__caption">A c.</span> <span class="element-image__credit">Photograph: X</span></figcaption></figure>"#,
            r#"figure a.jpg alt="" full caption="A c." credit="Photograph: X""#,
        );
        gives(
            r#"<div class="wp-caption alignleft" style="width: 310px"><img src="a.jpg"><p class="wp-caption-text">A c</p></div>"#,
            r#"figure a.jpg supporting caption="A c""#,
        );
        gives(
            r#"<table class="tr-caption-container"><tr><td><img src=a.jpg alt></td></tr><tr><td class="tr-caption">A c</td></tr></table>"#,
            r#"figure a.jpg alt="" caption="A c""#,
        );
    }

    #[test]
    fn a_caption_outside_a_figure_is_a_paragraph() {
        gives(
            "<figcaption>a</figcaption><p class=credit>b",
            r#"p "a" | p "b""#,
        );
    }

    #[test]
    fn a_figure_without_a_picture_keeps_its_words() {
        gives(
            "<figure><p>a</p><figcaption>b</figcaption></figure>",
            r#"p "a" | p "b""#,
        );
    }

    #[test]
    fn late_pictures_have_their_real_address() {
        gives(
            r#"<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="a.jpg" data-srcset="a-480.jpg 480w, a-960.jpg 960w" alt="">"#,
            r#"figure a.jpg alt="" a-480.jpg:480 a-960.jpg:960"#,
        );
        gives(
            r#"<img src="data:image/svg+xml,%3Csvg/%3E" srcset="a-480.jpg 480w, a-960.jpg 960w" alt="">"#,
            r#"figure a-960.jpg alt="" a-480.jpg:480 a-960.jpg:960"#,
        );
        gives(
            r#"<img src="a.jpg" srcset="javascript:y 1w, b.jpg 2w" alt>"#,
            r#"figure a.jpg alt="" b.jpg:2"#,
        );
        gives("<img alt=a>", "");
    }

    #[test]
    fn a_picture_element_offers_its_sources() {
        gives(
            r#"<picture><source type="image/webp" srcset="a.webp"><source media="(min-width: 660px)" srcset="b-900.jpg 900w"><source media="(orientation: portrait)" srcset="c.jpg"><img src="a.jpg" srcset="a2.jpg 2x" width="300" height="200" alt></picture>"#,
            r#"figure a.jpg alt="" 300x200 a.webp:300 b-900.jpg:900"#,
        );
    }

    #[test]
    fn galleries_keep_their_pictures_together() {
        let wanted =
            r#"gallery[figure a.jpg alt="" caption="A", figure b.jpg alt=""] caption="Both""#;
        gives(
            r#"<figure class="wp-block-gallery"><figure class="wp-block-image"><img src=a.jpg alt><figcaption>A</figcaption></figure><figure class="wp-block-image"><img src=b.jpg alt></figure><figcaption class="blocks-gallery-caption">Both</figcaption></figure>"#,
            wanted,
        );
        gives(
            r#"<figure class="wp-block-gallery"><ul class="blocks-gallery-grid"><li class="blocks-gallery-item"><figure><img src=a.jpg alt><figcaption>A</figcaption></figure></li><li><figure><img src=b.jpg alt></figure></li></ul><figcaption>Both</figcaption></figure>"#,
            wanted,
        );
        gives(
            r#"<div class="gallery"><dl class="gallery-item"><dt class="gallery-icon"><a href=x><img src=a.jpg alt></a></dt><dd class="wp-caption-text gallery-caption">A</dd></dl><dl class="gallery-item"><dt><img src=b.jpg alt></dt></dl></div>"#,
            r#"gallery[figure a.jpg alt="" link=x caption="A", figure b.jpg alt=""]"#,
        );
        gives(
            r#"<figure class="kg-card kg-gallery-card kg-width-wide"><div class="kg-gallery-container"><div class="kg-gallery-row"><div class="kg-gallery-image"><img src=a.jpg alt loading=lazy></div><div class="kg-gallery-image"><img src=b.jpg alt></div></div></div></figure>"#,
            r#"gallery[figure a.jpg alt="", figure b.jpg alt=""] wide"#,
        );
    }

    #[test]
    fn pictures_that_count_readers_go() {
        gives(
            "a<img src=https://count.example/p.gif width=1 height=1>",
            r#"p "a""#,
        );
        reports("a<img src=p.gif width=1 height=1>", &[("pixel", 1)]);
    }

    #[test]
    fn the_figure_of_a_field_is_its_first_picture() {
        let html = r#"<p>a</p><figure><img src=b.jpg alt><figcaption>c <span class=credit>d</span></figcaption></figure><img src=e.jpg>"#;
        let found = read(html, super::super::figure).0.expect("a figure");
        assert_eq!(
            figure(&found),
            r#"figure b.jpg alt="" caption="c" credit="d""#
        );
        assert_eq!(read("<p>a", super::super::figure).0, None);
    }

    #[test]
    fn associations_take_the_place_of_their_markup() {
        let resolve = |name: &str| {
            (name == "editor_0").then(|| {
                Block::Paragraph(Paragraph {
                    text: vec![Inline::plain("resolved")],
                })
            })
        };
        let html = r#"<p>a</p><!-- EMBED START Image {id: "editor_0"} --><figure><img src=x.jpg></figure><!-- EMBED END Image {id: "editor_0"} --><p>b</p><!-- EMBED START Image {id: "editor_1"} --><figure><img src=y.jpg alt></figure><!-- EMBED END --><figure data-assoc-ref="editor_0"></figure>"#;
        let found = read(html, |cursor, html| blocks_with(cursor, html, &resolve)).0;
        assert_eq!(
            show(&found),
            r#"p "a" | p "resolved" | p "b" | figure y.jpg alt="" | p "resolved""#
        );
    }
}

mod lists_and_tables {
    use super::*;

    #[test]
    fn lists_nest() {
        gives(
            "<ul><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ul><ol start=3><li>e</ol>",
            r#"list[p "a" | list[p "b"], p "c" | p "d"] | list3[p "e"]"#,
        );
        gives(
            "<ul><li>a</li><ul><li>b</li></ul>c</ul><ul> </ul>",
            r#"list[p "a" | list[p "b"] | p "c"]"#,
        );
        gives("<li>a", r#"p "a""#);
    }

    #[test]
    fn descriptions_may_be_grouped() {
        gives(
            "<dl><dt>a<dt>b<dd>c<dd>d<div><dt>e</dt><dd>f</dd></div></dl>",
            r#"dl["a" "b": p "c" | p "d", "e": p "f"]"#,
        );
    }

    #[test]
    fn tables_keep_heads_spans_and_sides() {
        gives(
            r#"<figure class="wp-block-table"><table><thead><tr><th>a<th>b</thead><tbody><tr><td colspan=2 style="color:red;text-align:right">c<tr><th>d<td class=has-text-align-center>e</tbody><tfoot><tr><td>f<td>g</table><figcaption>h</figcaption></figure>"#,
            r#"table head[!"a" !"b"] rows["c"(2x1)@end; !"d" "e"@center] foot["f" "g"] caption="h""#,
        );
        gives(
            "<table><caption>x</caption><tr><th>a<th>b<tr><td>c<td rowspan=9999>d</table>",
            r#"table head[!"a" !"b"] rows["c" "d"(1x1000)] caption="x""#,
        );
    }

    #[test]
    fn a_table_around_pictures_is_a_box() {
        gives(
            "<table><tr><td><img src=a.jpg alt></td><td><p>b</p></td></tr></table>",
            r#"figure a.jpg alt="" | p "b""#,
        );
        gives("<table></table>", "");
    }

    #[test]
    fn footnotes_are_found_by_their_links() {
        gives(
            r##"<p>a<sup data-fn="f1" class="fn"><a href="#f1" id="f1-link">1</a></sup> b<a href="#f2">[2]</a></p><ol class="wp-block-footnotes"><li id="f1">c <a href="#f1-link">↩︎</a></li><li id="f2">d <a href="#x">↑</a></li></ol>"##,
            r#"p "a^f1 b^f2" | notes[f1: p "c", f2: p "d"]"#,
        );
        gives(
            r##"<ul><li><a href="#a">A</a></li></ul><h2 id=a>A</h2>"##,
            r#"list[p "A"] | h2 "A""#,
        );
    }
}

mod quotes_and_code {
    use super::*;

    #[test]
    fn a_source_at_the_end_is_one() {
        gives(
            "<blockquote><p>a</p><cite>— b</cite></blockquote>",
            r#"quote[p "a"] cite="b""#,
        );
        gives(
            "<blockquote>a<footer>b <cite>c</cite></footer></blockquote>",
            r#"quote[p "a"] cite="b cite(c)""#,
        );
        gives(
            "<blockquote><p>a <cite>b</cite> c</p></blockquote>",
            r#"quote[p "a cite(b) c"]"#,
        );
        gives(
            "<blockquote>a <cite>b</cite> c</blockquote>",
            r#"quote[p "a cite(b) c"]"#,
        );
    }

    #[test]
    fn pull_quotes_are_known_by_their_class() {
        gives(
            "<figure class=wp-block-pullquote><blockquote><p>a</p><cite>b</cite></blockquote></figure>",
            r#"pull "a" cite="b""#,
        );
        gives(
            "<aside class='element element-pullquote'><blockquote><p>a</p><footer>b</footer></blockquote></aside>",
            r#"pull "a" cite="b""#,
        );
        gives(
            "<blockquote class=kg-blockquote-alt>a</blockquote>",
            r#"pull "a""#,
        );
    }

    #[test]
    fn every_space_of_code_counts() {
        gives(
            "<pre class=wp-block-code><code>a\n  <b>b</b> [x_y]</code></pre>",
            r#"code "a\n  b [x_y]" """#,
        );
        gives(
            r#"<figure class="kg-card kg-code-card"><pre><code class="language-rust">let a;</code></pre><figcaption>b</figcaption></figure>"#,
            r#"code "let a;" "rust" caption="b""#,
        );
        gives("<pre>\na<br>b\n</pre>", r#"pre "a\nb""#);
        gives(
            "<pre class=wp-block-verse>a\n <em>b</em></pre>",
            r#"verse "a/ _b_""#,
        );
    }
}

mod cards {
    use super::*;

    #[test]
    fn frames_become_links() {
        gives(
            r#"<figure class="wp-block-embed"><div class="wp-block-embed__wrapper"><iframe title="A film" src="https://www.youtube.com/embed/abc123?feature=oembed" width=500 height=281 srcdoc="<b>x</b>"></iframe></div><figcaption>b</figcaption></figure>"#,
            r#"embed https://www.youtube.com/embed/abc123?feature=oembed YouTube title="A film" caption="b""#,
        );
        gives(
            "<p>a<iframe src='javascript:x'><p>y</p></iframe>b<embed src=https://a.example/x>",
            r#"p "a" | p "b" | embed https://a.example/x "#,
        );
    }

    #[test]
    fn an_address_alone_becomes_a_card() {
        gives(
            r#"<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">
https://vimeo.com/123456
</div></figure>"#,
            "embed https://vimeo.com/123456 Vimeo",
        );
        gives(
            r#"<figure class="element element-interactive" data-canonical-url="https://maps.example/a"><a href="https://maps.example/b">A map</a></figure>"#,
            r#"embed https://maps.example/a  title="A map""#,
        );
    }

    #[test]
    fn posts_keep_their_words() {
        gives(
            r#"<blockquote class="twitter-tweet"><p lang="en" dir="ltr">Rain <a href="https://t.co/x">t.co/x</a></p>&mdash; A (@a) <a href="https://twitter.com/a/status/123">May 1</a></blockquote><script async src="https://platform.twitter.com/widgets.js"></script>"#,
            r#"embed https://twitter.com/a/status/123 X caption="Rain <https://t.co/x t.co/x>/— A (@a) <https://twitter.com/a/status/123 May 1>""#,
        );
        gives(
            r#"<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/abc/?x"><a href="https://b.example">b</a></blockquote>"#,
            r#"embed https://www.instagram.com/p/abc/?x Instagram caption="<https://b.example/ b>""#,
        );
        gives(
            r#"<figure class="wp-block-embed"><blockquote class="wp-embedded-content"><a href="https://a.example/b">B</a></blockquote><iframe class="wp-embedded-content" src="https://a.example/b/embed/"></iframe></figure>"#,
            r#"embed https://a.example/b  caption="<https://a.example/b B>""#,
        );
    }

    #[test]
    fn bookmarks_and_rich_links_are_cards() {
        gives(
            r#"<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://a.example/b"><div class="kg-bookmark-content"><div class="kg-bookmark-title">T</div><div class="kg-bookmark-description">D</div><div class="kg-bookmark-metadata"><img class="kg-bookmark-icon" src="i.png"><span class="kg-bookmark-author">A</span><span class="kg-bookmark-publisher">P</span></div></div><div class="kg-bookmark-thumbnail"><img src="t.jpg" alt></div></a></figure>"#,
            r#"card https://a.example/b "T" "D" "A · P" t.jpg"#,
        );
        gives(
            r#"<aside class="element element-rich-link element--thumbnail"><p><span>Related: </span><a href="https://a.example/b">T</a></p></aside>"#,
            r#"card https://a.example/b "T""#,
        );
    }

    #[test]
    fn buttons_boxes_and_toggles_are_known_by_their_class() {
        gives(
            r#"<div class="wp-block-buttons"><div class="wp-block-button"><a class="wp-block-button__link" href="b">A</a></div></div>"#,
            r#"button https://news.example/world/b "A""#,
        );
        gives(
            r#"<div class="kg-card kg-callout-card"><div class="kg-callout-emoji">💡</div><div class="kg-callout-text">A <b>b</b></div></div>"#,
            r#"box[p "A *b*"]"#,
        );
        gives(
            r#"<div class="kg-card kg-toggle-card"><div class="kg-toggle-heading"><h4 class="kg-toggle-heading-text">A</h4><button>+</button></div><div class="kg-toggle-content"><p>b</p></div></div>"#,
            r#"details "A"[p "b"]"#,
        );
        gives(
            "<details open><summary>a</summary>b<p>c</details>",
            r#"details "a"[p "b" | p "c"]"#,
        );
    }

    #[test]
    fn films_and_sounds_keep_their_files() {
        gives(
            r#"<figure class="wp-block-video"><video controls poster="p.jpg" src="a.mp4"><source src="a.webm" type="video/webm"><track kind="captions" src="a.vtt" srclang="en"></video><figcaption>b</figcaption></figure>"#,
            r#"video a.webm a.mp4 captions:a.vtt caption="b""#,
        );
        gives(
            "<audio><a href=b>c</a></audio><audio src=a.mp3></audio>",
            r#"p "<b c>" | audio a.mp3"#,
        );
    }
}

mod safety {
    use super::*;

    #[test]
    fn what_is_no_prose_goes_and_is_counted() {
        gives(
            "<p>a</p><script>b</script><style>c</style><noscript>d</noscript><template>e</template><form>f<input></form><svg><text>g</text></svg><object>h</object><textarea>i</textarea><select><option>j</select><p>k",
            r#"p "a" | p "k""#,
        );
        reports(
            r#"<p onclick="a" onload="b">c</p><script></script><img src=x onerror=d onclick=e><svg></svg><script></script>"#,
            &[
                ("onclick", 2),
                ("onload", 1),
                ("script", 2),
                ("onerror", 1),
                ("svg", 1),
            ],
        );
        reports(
            "<script onload=x><b onclick=y></script><svg onload=z>",
            &[("onload", 2), ("script", 1), ("svg", 1)],
        );
    }

    #[test]
    fn an_unclosed_box_does_not_swallow_the_rest() {
        gives(
            "<p>a</p><form><input name=attributes><p>b",
            r#"p "a" | p "b""#,
        );
        gives(
            r#"<p>a</p><noscript><p title="</noscript>"><p>b"#,
            r#"p "a" | p "b""#,
        );
        gives("<form>x</form><form>y<p>b", r#"p "xy" | p "b""#);
        gives("<p>a</p><math><mtext><p>b", r#"p "a" | p "b""#);
        gives(
            "<p>a</p><svg><desc><p>b</p><path>c</path>",
            r#"p "a" | p "b" | p "c""#,
        );
    }

    #[test]
    fn markup_in_text_stays_text() {
        gives(
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            r#"p "<script>alert(1)</script>""#,
        );
        gives(
            "<xmp><img src=x onerror=y></xmp><title></title><p>a",
            r#"p "a""#,
        );
    }

    #[test]
    fn a_deep_nest_is_flattened_and_keeps_its_words() {
        let deep = format!(
            "{}a{}b<script>c</script>",
            "<div><blockquote>".repeat(500),
            "<ul><li><b><i>".repeat(200)
        );
        let (blocks, _) = read(&deep, blocks);
        let shown = format!("{blocks:?}");
        assert!(shown.contains("\"a\"") && shown.contains("\"b\"") && !shown.contains("\"c\""));
        let shown = format!("{:?}", tidied(blocks));
        let mut depth = 0_i32;
        let mut deepest = 0;
        for c in shown.chars() {
            depth +=
                i32::from(matches!(c, '[' | '(' | '{')) - i32::from(matches!(c, ']' | ')' | '}'));
            deepest = deepest.max(depth);
        }
        // Each level of markup costs a few of the notation.
        assert!(deepest <= 64 * 4, "{deepest} levels");
    }

    #[test]
    fn hidden_machinery_goes() {
        gives(
            "<span class=screen-reader-text>a</span><div class='sharedaddy sd-x'>b</div>c",
            r#"p "c""#,
        );
    }
}

mod lines {
    use super::*;

    #[test]
    fn a_headline_keeps_emphasis_and_loses_the_rest() {
        let text = |html: &str| words(&read(html, inlines).0);
        assert_eq!(text("plain"), r#""plain""#);
        assert_eq!(
            text(
                "<p>A <em>b</em> <u>c <b>d</b></u> <code>e</code><sub>f</sub><img src=x> &amp; g</p>"
            ),
            r#""A _b_ c *d* `e`sub(f) & g/""#
        );
        assert_eq!(text("<p>a</p>\n<p>b</p>"), r#""a/b/""#);
        assert_eq!(text("<script>a</script>"), r#""""#);
    }

    #[test]
    fn words_alone_are_decoded_once() {
        assert_eq!(
            super::super::text("Marrow&#8217;s <b>x</b>&amp;lt;<p>y</p>z"),
            "Marrow\u{2019}s x&lt; y z"
        );
        assert_eq!(super::super::text("  a \n b "), "a b");
        assert_eq!(super::super::text("a<script>b</script>"), "a");
    }

    #[test]
    fn entities_of_a_text_are_decoded_and_its_brackets_stay() {
        assert_eq!(
            entities("The <details> element &amp;amp; more &#039;x&#039;"),
            "The <details> element &amp; more 'x'"
        );
        assert_eq!(entities("5 < 6"), "5 < 6");
    }

    #[test]
    fn styles_exist_for_every_element_that_has_one() {
        assert_eq!(Style::ALL.len(), 8);
    }
}
