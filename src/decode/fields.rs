//! Tables of fields: where a format keeps something, and what reads it.
//!
//! A table costs a few bytes of data a row where code would cost fifty, and it can be read aloud.

pub mod ours;

pub use ours::*;

use super::{Cursor, DecodeError, NoteKind, html, pictures, repeats};
use crate::host::url;
use crate::model::block::{Figure, Paragraph, Spoken, Words};
use crate::model::{
    Article, Author, Block, Comments, CommentsState, Image, Inline, Notice, NoticeKind, Publisher,
    Related, SafeLink, Section, Tag, Text, Timestamp,
};

/// An article of what a table of fields reads; only an object can be one.
#[inline(never)]
pub fn article(
    from: Cursor<'_>,
    format: &'static str,
    fields: &[Field],
) -> Result<Article, DecodeError> {
    from.must_be_object(format)?;
    Ok(part(from, fields))
}

/// What a table of fields reads of a part of an article that is much like one: a post.
#[inline(never)]
pub fn part(from: Cursor<'_>, fields: &[Field]) -> Article {
    let mut article = Article::default();
    read(from, &mut article, fields);
    article
}

/// Lists of things that differ by the word in a member of theirs: each goes to the reader of its word.
#[inline(never)]
pub fn by_kind(from: Cursor<'_>, kind: &str, article: &mut Article, fields: &[Field]) {
    for item in from.items() {
        let word = item.at(kind).and_then(|word| word.value().as_str());
        for (known, put) in fields {
            if Some(*known) == word {
                put(item, article);
            }
        }
    }
}

// What reads the members that mean the same in every format.

/// A date whose field promises UTC without saying so.
pub fn published_utc(from: Cursor<'_>, article: &mut Article) {
    published(from, article);
    article.published = article.published.take().map(|moment| moment.as_utc());
}

/// A date whose field promises UTC without saying so.
pub fn updated_utc(from: Cursor<'_>, article: &mut Article) {
    updated(from, article);
    article.updated = article.updated.take().map(|moment| moment.as_utc());
}

pub fn headline_text(from: Cursor<'_>, article: &mut Article) {
    article.headline = plain(from);
}

/// A headline in HTML keeps stress, sub- and superscripts; of everything else the words stay.
pub fn headline_html(from: Cursor<'_>, article: &mut Article) {
    let mut headline = Text::new();
    simplify(inlines(from), &mut headline);
    article.headline = headline;
}

/// A text in which entities are decoded once, and a `<` is a character like any other.
pub fn headline_entities(from: Cursor<'_>, article: &mut Article) {
    let text = from.as_text().map(|text| html::entities(&text));
    article.headline = text.map(Inline::plain).into_iter().collect();
}

pub fn standfirst_text(from: Cursor<'_>, article: &mut Article) {
    article.standfirst = from.as_text().map_or(Vec::new(), |text| paragraphs(&text));
}

pub fn standfirst_html(from: Cursor<'_>, article: &mut Article) {
    article.standfirst = blocks(from);
}

/// A text in which entities are decoded once.
pub fn standfirst_entities(from: Cursor<'_>, article: &mut Article) {
    let text = from.as_text().map(|text| html::entities(&text));
    article.standfirst = text.map_or(Vec::new(), |text| paragraphs(&text));
}

pub fn body_text(from: Cursor<'_>, article: &mut Article) {
    article.body = from.as_text().map_or(Vec::new(), |text| paragraphs(&text));
}

pub fn body_html(from: Cursor<'_>, article: &mut Article) {
    article.body = blocks(from);
}

/// The publisher, where nothing has named it before.
pub fn first_publisher(from: Cursor<'_>, article: &mut Article) {
    if article.publisher.is_none() {
        publisher(from, article);
    }
}

/// The section, where nothing has named it before.
pub fn first_section(from: Cursor<'_>, article: &mut Article) {
    if article.section.is_none() {
        section(from, article);
    }
}

/// The authors, where nothing has named any before.
pub fn first_authors(from: Cursor<'_>, article: &mut Article) {
    if article.byline.authors.is_empty() {
        authors(from, article);
    }
}

/// The publisher by name, or an object with a name, an address and a logo.
pub fn publisher(from: Cursor<'_>, article: &mut Article) {
    if let Some(name) = name(from) {
        let logo = from.first("logo").and_then(pictures::at_address);
        let link = from.first("url").and_then(web_link);
        article.publisher = Some(Publisher { name, link, logo });
    }
}

/// The section by name, or an object or a list of objects with a name and an address.
pub fn section(from: Cursor<'_>, article: &mut Article) {
    article.section = tag(from.one()).map(as_section);
}

/// Newsrooms that know only tags file an article under the first of them.
pub fn as_section(Tag { name, link }: Tag) -> Section {
    Section {
        name,
        link,
        color: None,
    }
}

/// The words that content systems have for what is not published.
pub fn status(from: Cursor<'_>, article: &mut Article) {
    match from.value().as_str() {
        Some("draft" | "pending" | "auto-draft") => notice(article, NoticeKind::Draft),
        Some("future" | "scheduled") => notice(article, NoticeKind::Embargoed),
        _ => {}
    }
}

/// Names, or objects with a name, an address and a picture.
pub fn authors(from: Cursor<'_>, article: &mut Article) {
    article.byline.authors.extend(from.each(author));
}

/// Names, or objects with a name and an address; a name that is there already says nothing new.
pub fn tags(from: Cursor<'_>, article: &mut Article) {
    for tag in from.each(tag) {
        push_tag(tag, article);
    }
}

/// More tags than that are of no use to a reader.
const MOST_TAGS: usize = 200;

/// Adds a tag, unless there is one of this name.
#[inline(never)]
pub fn push_tag(tag: Tag, article: &mut Article) {
    let known = article.tags.iter().any(|known| known.name == tag.name);
    if !known && article.tags.len() < MOST_TAGS {
        article.tags.push(tag);
    }
}

/// A picture by its address, or an object with one: the lead image, where nothing better is known of it.
#[inline(never)]
pub fn lead(from: Cursor<'_>, article: &mut Article) {
    if article.lead.is_none() {
        article.lead = pictures::at_address(from).map(figure);
    }
}

/// A picture of which nothing is said, as a block.
#[inline(never)]
pub fn figure(image: Image) -> Block {
    Block::Figure(Figure::new(image))
}

/// Whether comments are taken, as true or false.
pub fn comments(from: Cursor<'_>, article: &mut Article) {
    article.comments = from.as_flag().map(|open| {
        Comments::new(match open {
            true => CommentsState::Open,
            false => CommentsState::Closed,
        })
    });
}

// What reads one thing, for formats that keep it in a place of its own.

/// This text as plain inline content.
pub fn plain(from: Cursor<'_>) -> Text {
    text(from.as_line())
}

/// The first of these members with something in it, as a text in one line.
#[inline(never)]
pub fn line_at(from: Cursor<'_>, addresses: &str) -> Option<String> {
    from.first(addresses)?.as_line()
}

/// The first of these members with something in it, whose HTML is inline content.
#[inline(never)]
pub fn inlines_at(from: Cursor<'_>, addresses: &str) -> Text {
    from.first(addresses).map_or(Text::new(), inlines)
}

/// The first of these members with something in it, as an address on the web.
#[inline(never)]
pub fn link_at(from: Cursor<'_>, addresses: &str) -> Option<SafeLink> {
    from.first(addresses).and_then(web_link)
}

/// The first of these members with something in it, as a picture.
#[inline(never)]
pub fn picture_at(from: Cursor<'_>, addresses: &str) -> Option<Image> {
    from.first(addresses).and_then(pictures::at_address)
}

/// The first of these members with something in it, as a moment.
#[inline(never)]
pub fn date_at(from: Cursor<'_>, addresses: &str) -> Option<Timestamp> {
    from.first(addresses)?.as_timestamp()
}

/// The items of the first of these members with something in it.
#[inline(never)]
pub fn items_at<'a>(from: Cursor<'a>, addresses: &str) -> Vec<Cursor<'a>> {
    from.first(addresses)
        .map(|found| found.items())
        .unwrap_or_default()
}

/// The first of these members with something in it, if it is a text; else an empty one.
#[inline(never)]
pub fn str_at<'a>(from: Cursor<'a>, addresses: &str) -> &'a str {
    let text = from.first(addresses).and_then(|text| text.value().as_str());
    text.unwrap_or_default()
}

/// A line as plain inline content.
#[inline(never)]
pub fn text(line: Option<String>) -> Text {
    line.map(Inline::Plain).into_iter().collect()
}

/// The first of these members with something in it is a true.
#[inline(never)]
pub fn is_at(from: Cursor<'_>, addresses: &str) -> bool {
    let flag = from.first(addresses).and_then(|flag| flag.as_flag());
    flag == Some(true)
}

/// This HTML as inline content.
#[inline(never)]
pub fn inlines(from: Cursor<'_>) -> Text {
    from.as_text()
        .map_or(Text::new(), |text| html::inlines(from, &text))
}

/// This HTML as blocks.
#[inline(never)]
pub fn blocks(from: Cursor<'_>) -> Vec<Block> {
    from.as_text()
        .map_or(Vec::new(), |text| html::blocks(from, &text))
}

/// Leaves a note about a part of this kind that cannot or need not be shown.
#[inline(never)]
pub fn leave_out(from: Cursor<'_>, kind: &str, why: &'static str) {
    let kind = kind.chars().take(60).collect();
    from.note(NoteKind::LeftOut { kind, why });
}

/// A title and what follows it as one caption, for pictures and films whose captions are all that is shown of them.
pub fn titled(title: Text, caption: Text) -> Text {
    if title.is_empty() || caption.is_empty() {
        return [title, caption].concat();
    }
    let mut both = vec![Inline::Strong(title), Inline::plain(" ")];
    both.extend(caption);
    both
}

/// A name alone, or the name in an object; ids and references have none, and leave no note.
pub fn name(from: Cursor<'_>) -> Option<String> {
    let named = match from.members() {
        Some(_) => from.first("name|display_name|byline|webTitle|title|text")?,
        None => from,
    };
    let name = named.value().as_str()?.trim();
    (!name.is_empty()).then(|| name.to_owned())
}

pub fn author(from: Cursor<'_>) -> Option<Author> {
    const LINK: &str = "link|url|webUrl|profile_URL|URL";
    const PICTURE: &str =
        "profile_image|avatar|bylineImageUrl|avatar_urls.96|avatar_url|avatar_URL|image";
    Some(Author {
        name: name(from)?,
        role: None,
        link: from.first(LINK).and_then(web_link),
        picture: from.first(PICTURE).and_then(pictures::at_address),
    })
}

pub fn tag(from: Cursor<'_>) -> Option<Tag> {
    Some(Tag {
        name: name(from)?,
        link: from.first("link|url|webUrl").and_then(web_link),
    })
}

/// Another article, as an object with a title and an address.
pub fn related(from: Cursor<'_>) -> Option<Related> {
    Some(Related {
        title: name(from)?,
        link: from.first("url|webUrl|link").and_then(web_link)?,
        publisher: None,
        published: from.timestamp("webPublicationDate"),
        image: from
            .first("fields.thumbnail|img")
            .and_then(pictures::at_address),
    })
}

/// Plain text as paragraphs: blank lines part them, a line break stays one, and web addresses become links.
pub fn paragraphs(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut paragraph = Text::new();
    // The blank line behind the last one ends the last paragraph.
    for line in text.lines().chain([""]) {
        if !line.trim().is_empty() {
            if !paragraph.is_empty() {
                paragraph.push(Inline::Break);
            }
            push_linked(line, &mut paragraph);
        } else if !paragraph.is_empty() {
            let text = std::mem::take(&mut paragraph);
            blocks.push(Block::Paragraph(Paragraph { text }));
        }
    }
    blocks
}

/// Plain text whose writers may part paragraphs by single line breaks: without a blank line, each line is a paragraph.
pub fn lines(text: &str) -> Vec<Block> {
    let text = text.trim();
    match text.split('\n').any(|line| line.trim().is_empty()) {
        true => paragraphs(text),
        false => paragraphs(&text.replace('\n', "\n\n")),
    }
}

fn push_linked(line: &str, text: &mut Text) {
    const AROUND: &[char] = &[
        '(', ')', '[', ']', '<', '>', '"', ',', ';', ':', '!', '?', '.', ' ',
    ];
    let mut plain = String::new();
    for word in line.split_inclusive(' ') {
        let start = word.trim_start_matches(AROUND);
        let address = start.trim_end_matches(AROUND);
        let is_web = address.starts_with("https://") || address.starts_with("http://");
        match SafeLink::parse(address, None).filter(|_| is_web) {
            Some(to) => {
                plain.push_str(word.strip_suffix(start).unwrap_or_default());
                text.push(Inline::Plain(std::mem::take(&mut plain)));
                text.push(Inline::Link {
                    to,
                    text: vec![Inline::plain(address)],
                });
                plain.push_str(start.strip_prefix(address).unwrap_or_default());
            }
            None => plain.push_str(word),
        }
    }
    text.push(Inline::Plain(plain));
}

/// What a headline keeps of a text.
fn simplify(text: Text, kept: &mut Text) {
    for mut inline in text {
        let keeps = matches!(
            inline,
            Inline::Emphasis(_)
                | Inline::Subscript(_)
                | Inline::Superscript(_)
                | Inline::Span { .. }
        );
        let Some(inner) = inline.inner_mut() else {
            kept.push(Inline::plain(inline.own_words()));
            continue;
        };
        let words = std::mem::take(inner);
        if keeps {
            simplify(words, inner);
            kept.push(inline);
        } else {
            simplify(words, kept);
        }
    }
}

// What a format does when its table has been read, and the article knows itself.

/// Decodes the entities that a format writes into fields that are read as text: names, titles and tags.
pub fn decode_entities(article: &mut Article) {
    let Article {
        publisher,
        section,
        kicker,
        byline,
        tags,
        related,
        ..
    } = article;
    let decode = |line: Option<&mut String>| {
        if let Some(line) = line {
            *line = html::entities(line);
        }
    };
    decode(kicker.as_mut());
    decode(byline.line.as_mut());
    decode(publisher.as_mut().map(|publisher| &mut publisher.name));
    decode(section.as_mut().map(|section| &mut section.name));
    for author in &mut byline.authors {
        decode(Some(&mut author.name));
    }
    for tag in tags {
        decode(Some(&mut tag.name));
    }
    for entry in related {
        decode(Some(&mut entry.title));
    }
}

/// `Gates stay open - The Marrow Courier`: pages write their publisher behind the headline, and it is no part of it.
pub fn headline_without_publisher(article: &mut Article) {
    const SIGNS: &[char] = &['|', '-', '–', '—', '·', '•', '«', ':'];
    let Some(publisher) = &article.publisher else {
        return;
    };
    if let [Inline::Plain(line)] = article.headline.as_mut_slice()
        && let Some(title) = line.trim_end().strip_suffix(publisher.name.as_str())
        && let Some(title) = title.trim_end().strip_suffix(SIGNS)
        && title.ends_with(' ')
    {
        *line = title.trim_end().to_owned();
    }
}

/// An article without a headline takes the first sentence of its text, up to 80 characters of it.
pub fn headline_from_text(top: Cursor<'_>, article: &mut Article) {
    if !article.headline.is_empty() {
        return;
    }
    let mut words = Words::default();
    for block in article.standfirst.iter().chain(&article.body).take(3) {
        match block {
            Block::Figure(_) | Block::Embed(_) => {}
            other => other.speak(&mut words),
        }
    }
    let passages = words.into_passages();
    let Some(passage) = passages.first() else {
        return;
    };
    let mut sentence = String::new();
    let mut space = None;
    for (count, c) in passage.trim().chars().enumerate() {
        if count == 80 {
            sentence.truncate(space.unwrap_or(sentence.len()));
            sentence.push('…');
            break;
        }
        if c == ' ' {
            if sentence.ends_with(['.', '!', '?']) {
                break;
            }
            space = Some(sentence.len());
        }
        sentence.push(c);
        if matches!(c, '。' | '！' | '？' | '।' | '\n') {
            break;
        }
    }
    top.note_missing("title", "a headline; the first sentence stands in for it");
    article.headline.push(Inline::Plain(sentence));
}

/// What every format that keeps its articles on the web does last: it drops what is said twice and finds a headline, a
/// publisher, the place where comments are written, and for an article without a text the place where the text is.
pub fn finish(top: Cursor<'_>, article: &mut Article) {
    let has_text = !article.body.is_empty();
    repeats::drop(article);
    headline_from_text(top, article);
    let Some(canonical) = &article.canonical else {
        return;
    };
    if article.publisher.is_none()
        && let Some(host) = canonical.host()
    {
        let origin = url::origin(canonical.href());
        article.publisher = Some(Publisher {
            name: host.strip_prefix("www.").unwrap_or(host).to_owned(),
            link: origin.and_then(|origin| SafeLink::parse(&origin, None)),
            logo: None,
        });
    }
    if let Some(comments) = &mut article.comments
        && comments.state == CommentsState::Open
        && comments.link.is_none()
    {
        comments.link = Some(canonical.clone());
    }
    if !has_text && article.notices.is_empty() {
        notice(article, NoticeKind::Elsewhere);
    }
}

/// An article whose body holds no text, but at most pictures, films and corrections, says where the text is; unless
/// another notice says why there is none.
pub fn elsewhere(article: &mut Article) {
    let without_text = article.body.iter().all(|block| {
        matches!(
            block,
            Block::Figure(_)
                | Block::Gallery(_)
                | Block::Video(_)
                | Block::Audio(_)
                | Block::Embed(_)
                | Block::Correction(_)
        )
    });
    if without_text && article.notices.is_empty() {
        notice(article, NoticeKind::Elsewhere);
    }
}

/// A notice that leads to the article's own page.
pub fn notice(article: &mut Article, kind: NoticeKind) {
    article.notices.push(Notice {
        kind,
        message: None,
        link: article.canonical.clone(),
    });
}
