//! Apple News Format: an article as a list of components that also says how it is laid out, down to its headline.
//!
//! What a component is says its `role`; components lie in one another for the sake of the layout, and are read in the
//! order in which they stand. Pictures may lie in a bundle beside the JSON, out of a reader's reach.

mod styled;

use super::{Claimed, Format};
use crate::decode::detect::{self, Shape};
use crate::decode::embed::embed;
use crate::decode::fields::{self, Field, line_at, link_at, str_at};
use crate::decode::{
    Claim, Cursor, DecodeError, NoteKind, html, markdown, pictures, recordings, repeats,
};
use crate::json::Json;
use crate::model::block::{
    BoxKind, BoxOut, ButtonLink, Card, Cell, Divider, Figure, Gallery, Heading, Paragraph,
    PullQuote, Quote, Row, Table, Words,
};
use crate::model::inline::{Style, is_blank, plain_text};
use crate::model::media::{Recording, Size};
use crate::model::{Article, Author, Block, Image, Inline, Publisher, Related, Section, Text};

pub const FORMAT: Format = Format {
    name: "apple-news",
    title: "Apple News Format",
    is_apart: true,
    claims,
    items: super::alone,
    decode,
};

fn claims(document: &Json) -> Claim {
    let components = document.get("components").map_or(&[][..], Json::items);
    let has_role = |component: &Json| component.get("role").and_then(Json::as_str).is_some();
    match components.iter().any(has_role) {
        true => Claim::Certain,
        false => detect::claim(document, EMPTY),
    }
}

const EMPTY: &[Shape] = &[(
    "components:e layout:o componentTextStyles:o title:s",
    Claim::Certain,
)];

/// What the document says beside its components; those say it better.
const FIELDS: &[Field] = &[
    // First, since other addresses may be relative to it.
    ("metadata.canonicalURL", fields::canonical),
    ("identifier", fields::id),
    ("language", fields::language),
    ("title", fields::headline_text),
    ("subtitle|metadata.excerpt", fields::standfirst_text),
    ("metadata.authors", fields::authors),
    (
        "metadata.datePublished|metadata.dateCreated",
        fields::published,
    ),
    ("metadata.dateModified", fields::updated),
    ("metadata.keywords", fields::tags),
    ("metadata.links", |from, article| {
        article.related = from.each(related);
    }),
];

fn decode(Claimed { item: whole, .. }: Claimed<'_>) -> Result<Article, DecodeError> {
    let article = fields::article(whole, FORMAT.title, FIELDS)?;
    let components = whole.first("components");
    let mut reader = Reader {
        whole,
        article,
        logo: None,
        has_title: components.is_some_and(has_title),
        is_titled: false,
        has_intro: false,
        has_begun: false,
        picture: Picture::None,
        cells: MOST_CELLS,
    };
    let mut body = Vec::new();
    if let Some(components) = components {
        reader.walk(components, &mut body);
    }
    let Reader {
        mut article, logo, ..
    } = reader;
    while let Some(Block::Divider(_)) = body.last() {
        body.pop();
    }
    article.body = body;
    if let Some(thumbnail) = whole.first("metadata.thumbnailURL") {
        fields::lead(thumbnail, &mut article);
    }
    fields::finish(whole, &mut article);
    if let Some(publisher) = &mut article.publisher
        && publisher.logo.is_none()
    {
        publisher.logo = logo;
    }
    Ok(article)
}

/// The format gives no titles to what is linked: its address stands for it.
fn related(from: Cursor<'_>) -> Option<Related> {
    let link = link_at(from, "URL")?;
    let (_, title) = link.href().split_once("://")?;
    Some(Related {
        title: title.trim_end_matches('/').to_owned(),
        link,
        publisher: None,
        published: None,
        image: None,
    })
}

/// Whether there is a component with a headline in it; a heading above it is then no part of the text.
fn has_title(components: Cursor<'_>) -> bool {
    components.items().into_iter().any(|component| {
        str_at(component, "role") == "title" && !str_at(component, "text").is_empty()
            || component.first("components").is_some_and(has_title)
    })
}

/// Where the picture is that a caption may belong to.
#[derive(Clone, Copy, PartialEq)]
enum Picture {
    None,
    /// Above the text.
    Lead,
    /// The last block of the text.
    Last,
    /// The data does not hold it.
    Lost,
}

struct Reader<'a> {
    /// The document, for the styles that it gives names to.
    whole: Cursor<'a>,
    article: Article,
    logo: Option<Image>,
    has_title: bool,
    is_titled: bool,
    has_intro: bool,
    /// Whether there was something of the text.
    has_begun: bool,
    picture: Picture,
    /// So many more may be in tables.
    cells: usize,
}

type Read = fn(&mut Reader<'_>, Cursor<'_>, &mut Vec<Block>);

/// What becomes of a component, by its role. Sorted; the order has no meaning.
const ROLES: &[(&str, Read)] = &[
    ("arkit", |_, from, _| leave_out(from, "no page shows it")),
    ("article_link", |it, from, to| it.article_link(from, to)),
    ("aside", |it, from, to| it.aside(from, to)),
    ("audio", |it, from, to| it.sound(from, to)),
    ("author", |it, from, to| it.byline(from, to)),
    ("banner_advertisement", |_, _, _| {}),
    ("body", |it, from, to| it.body(from, to)),
    ("byline", |it, from, to| it.byline(from, to)),
    ("caption", |it, from, to| it.caption(from, to)),
    ("chapter", |it, from, to| it.parts(from, to)),
    ("container", |it, from, to| it.parts(from, to)),
    ("datatable", |reader, from, to| {
        let table = table(from, &mut reader.cells);
        reader.push(Block::Table(table), to);
    }),
    ("divider", |reader, _, to| {
        // One that stands before the text or behind another parts nothing.
        if reader.has_begun && !matches!(to.last(), None | Some(Block::Divider(_))) {
            reader.push(Block::Divider(Divider), to);
        }
    }),
    ("embedvideo", |it, from, to| it.embedded(from, to)),
    ("embedwebvideo", |it, from, to| it.embedded(from, to)),
    ("facebook_post", |it, from, to| it.embedded(from, to)),
    ("figure", |it, from, to| it.figure(from, to)),
    ("gallery", |it, from, to| it.gallery(from, to)),
    ("header", |it, from, to| it.parts(from, to)),
    ("heading", |it, from, to| it.heading(from, to)),
    ("heading1", |it, from, to| it.heading(from, to)),
    ("heading2", |it, from, to| it.heading(from, to)),
    ("heading3", |it, from, to| it.heading(from, to)),
    ("heading4", |it, from, to| it.heading(from, to)),
    ("heading5", |it, from, to| it.heading(from, to)),
    ("heading6", |it, from, to| it.heading(from, to)),
    ("htmltable", |reader, from, to| {
        for block in from.first("html").map(fields::blocks).unwrap_or_default() {
            reader.push(block, to);
        }
    }),
    ("illustrator", |it, from, to| it.credit(from, to)),
    ("image", |it, from, to| it.figure(from, to)),
    ("instagram", |it, from, to| it.embedded(from, to)),
    ("intro", |it, from, to| it.intro(from, to)),
    ("link_button", |it, from, to| it.button(from, to)),
    ("logo", |it, from, to| it.logo(from, to)),
    ("map", |it, from, to| it.place(from, to)),
    ("medium_rectangle_advertisement", |_, _, _| {}),
    ("mosaic", |it, from, to| it.gallery(from, to)),
    ("music", |it, from, to| it.sound(from, to)),
    ("photo", |it, from, to| it.figure(from, to)),
    ("photographer", |it, from, to| it.credit(from, to)),
    ("place", |it, from, to| it.place(from, to)),
    ("podcast", |it, from, to| it.embedded(from, to)),
    ("portrait", |it, from, to| it.figure(from, to)),
    ("pullquote", |it, from, to| it.pull_quote(from, to)),
    ("quote", |reader, from, to| {
        let blocks = reader.blocks(from);
        let cite = Text::new();
        reader.push(Block::Quote(Quote { blocks, cite }), to);
    }),
    ("replica_advertisement", |_, _, _| {}),
    ("section", |it, from, to| it.parts(from, to)),
    ("spacer", |_, _, _| {}),
    ("tiktok", |it, from, to| it.embedded(from, to)),
    ("title", |it, from, to| it.title(from, to)),
    ("tweet", |it, from, to| it.embedded(from, to)),
    ("video", |it, from, to| it.film(from, to)),
];

fn leave_out(from: Cursor<'_>, why: &'static str) {
    fields::leave_out(from, str_at(from, "role"), why);
}

impl Reader<'_> {
    fn walk(&mut self, components: Cursor<'_>, to: &mut Vec<Block>) {
        for component in components.items() {
            if !component.is_object_or_note("a component") {
                continue;
            }
            if component.first("hidden").map(|hidden| hidden.value()) == Some(&Json::Bool(true)) {
                leave_out(component, "it is hidden");
                continue;
            }
            let role = str_at(component, "role");
            match ROLES.iter().find(|(known, _)| *known == role) {
                Some((_, read)) => read(self, component, to),
                None => self.unknown(component, to),
            }
        }
    }

    /// A component of a role that is not known keeps its words and what lies in it.
    fn unknown(&mut self, from: Cursor<'_>, to: &mut Vec<Block>) {
        if let Some(role) = from.first("role") {
            role.note(NoteKind::UnknownWord {
                wanted: "a role of Apple News Format",
                found: str_at(from, "role").chars().take(40).collect(),
            });
        }
        for block in self.blocks(from) {
            self.push(block, to);
        }
        self.parts(from, to);
    }

    /// Adds a block to the text; what has no words and nothing to see is none.
    fn push(&mut self, block: Block, to: &mut Vec<Block>) {
        self.has_begun = true;
        self.picture = Picture::None;
        to.push(block);
    }

    /// What lies in a component, below the picture that fills it.
    fn parts(&mut self, from: Cursor<'_>, to: &mut Vec<Block>) {
        // The others fill the ground below a whole text.
        let role = str_at(from, "role");
        if matches!(role, "header" | "container")
            && let Some(image) = self.fill(from)
        {
            self.put_figure(Figure::new(image), to);
        }
        if let Some(components) = from.first("components") {
            self.walk(components, to);
        }
    }

    /// The picture that fills a component, in a style of its own or in one with a name.
    fn fill(&self, from: Cursor<'_>) -> Option<Image> {
        let style = from.first("style")?;
        let named = |name| self.whole.first("componentStyles")?.at(name);
        let style = style.value().as_str().map_or(Some(style), named)?;
        let fill = style.first("fill")?;
        let address = match str_at(fill, "type") {
            "image" => fill.first("URL"),
            "video" => fill.first("stillURL"),
            _ => None,
        };
        pictures::at_address(address?)
    }

    // Texts.

    /// The text of a component as blocks.
    fn blocks(&self, from: Cursor<'_>) -> Vec<Block> {
        let Some(text) = from.first("text") else {
            return Vec::new();
        };
        match (str_at(from, "format"), text.as_text()) {
            ("html", _) => fields::blocks(text),
            ("markdown", Some(words)) => html::blocks(text, &markdown::html(&words)),
            (_, Some(words)) => {
                let mut blocks = Vec::new();
                for text in styled::lines(from, &words, self.whole) {
                    blocks.push(Block::Paragraph(Paragraph { text }));
                }
                blocks
            }
            (_, None) => Vec::new(),
        }
    }

    /// The text of a component, or of a caption that is a text alone, in one line.
    fn line(&self, from: Cursor<'_>) -> Text {
        if from.members().is_none() {
            return fields::plain(from);
        }
        let Some(text) = from.first("text") else {
            return Text::new();
        };
        match (str_at(from, "format"), text.as_text()) {
            ("html", _) => fields::inlines(text),
            ("markdown", Some(words)) => html::inlines(text, &markdown::html(&words)),
            (_, Some(words)) => {
                let lines = styled::lines(from, &words, self.whole);
                lines.join(&Inline::Break)
            }
            (_, None) => Text::new(),
        }
    }

    fn line_at(&self, from: Cursor<'_>, addresses: &str) -> Text {
        from.first(addresses)
            .map_or(Text::new(), |found| self.line(found))
    }

    /// The first title is the headline; further ones are those of chapters.
    fn title(&mut self, from: Cursor<'_>, to: &mut Vec<Block>) {
        let text = self.line(from);
        if is_blank(&text) {
            return;
        }
        if !self.is_titled {
            self.is_titled = true;
            self.article.headline = text;
        } else if plain_text(&text) != plain_text(&self.article.headline) {
            self.push(Block::Heading(Heading { level: 2, text }), to);
        }
    }

    /// A heading above the headline names the section, and one behind that is a kicker.
    fn heading(&mut self, from: Cursor<'_>, to: &mut Vec<Block>) {
        let text = self.line(from);
        if self.has_title && !self.is_titled && !self.has_begun {
            let name = plain_text(&text);
            if self.article.section.is_none() {
                self.article.section = Some(Section {
                    name,
                    link: None,
                    color: None,
                });
                return;
            }
            if self.article.kicker.is_none() {
                self.article.kicker = Some(name);
                return;
            }
        }
        let level = match str_at(from, "role").as_bytes().last() {
            Some(digit @ b'3'..=b'6') => digit - b'0',
            _ => 2,
        };
        self.push(Block::Heading(Heading { level, text }), to);
    }

    fn intro(&mut self, from: Cursor<'_>, to: &mut Vec<Block>) {
        let blocks = self.blocks(from);
        if !self.has_intro && !self.has_begun {
            self.has_intro = true;
            self.article.standfirst = blocks;
            return;
        }
        for block in blocks {
            self.push(block, to);
        }
    }

    /// A line about the author, which may also say when and where; further ones are small print.
    fn byline(&mut self, from: Cursor<'_>, to: &mut Vec<Block>) {
        let text = self.line(from);
        let byline = &mut self.article.byline;
        if byline.line.is_some() {
            return self.small(text, to);
        }
        byline.line = Some(plain_text(&text));
        for inline in &text {
            // A name that leads to its bearer's page does so in the byline as well.
            if let Inline::Link { to, text } = inline {
                let name = plain_text(text);
                match byline.authors.iter_mut().find(|author| author.name == name) {
                    Some(author) => author.link = Some(to.clone()),
                    None => byline.authors.push(Author {
                        name,
                        link: Some(to.clone()),
                        ..Author::default()
                    }),
                }
            }
        }
    }

    fn small(&mut self, text: Text, to: &mut Vec<Block>) {
        let style = Style::Small;
        let text = vec![Inline::Styled { style, text }];
        self.push(Block::Paragraph(Paragraph { text }), to);
    }

    /// A text that is tied to a place in another stands beside it, and is set large.
    fn body(&mut self, from: Cursor<'_>, to: &mut Vec<Block>) {
        let mut blocks = self.blocks(from);
        if let [Block::Paragraph(paragraph)] = blocks.as_mut_slice()
            && from.first("anchor.targetComponentIdentifier").is_some()
        {
            let text = std::mem::take(&mut paragraph.text);
            let cite = Text::new();
            return self.push(Block::PullQuote(PullQuote { text, cite }), to);
        }
        for block in blocks {
            self.push(block, to);
        }
    }

    fn pull_quote(&mut self, from: Cursor<'_>, to: &mut Vec<Block>) {
        let text = self.line(from);
        // Designs give the name a component of its own, for another type.
        if let Some(Block::PullQuote(quote)) = to.last_mut()
            && quote.cite.is_empty()
            && plain_text(&text).starts_with(['—', '–'])
        {
            quote.cite = text;
            return;
        }
        let cite = Text::new();
        self.push(Block::PullQuote(PullQuote { text, cite }), to);
    }

    // Pictures.

    fn figure(&mut self, from: Cursor<'_>, to: &mut Vec<Block>) {
        match self.figure_of(from) {
            Some(figure) => self.put_figure(figure, to),
            None => self.lose(from),
        }
    }

    fn lose(&mut self, from: Cursor<'_>) {
        self.picture = Picture::Lost;
        leave_out(from, "the data does not hold its file");
    }

    /// The first picture before the text leads it.
    fn put_figure(&mut self, figure: Figure, to: &mut Vec<Block>) {
        if let Some(Block::Figure(lead)) = &mut self.article.lead
            && pictures::is_same_file(&lead.image.src, &figure.image.src)
        {
            repeats::complete(lead, &figure);
            self.picture = Picture::Lead;
            return;
        }
        if self.article.lead.is_none() && !self.has_begun {
            self.article.lead = Some(Block::Figure(figure));
            self.picture = Picture::Lead;
            return;
        }
        self.push(Block::Figure(figure), to);
        self.picture = Picture::Last;
    }

    fn figure_of(&self, from: Cursor<'_>) -> Option<Figure> {
        let mut figure = Figure::new(pictures::at_address(from.first("URL|imageURL")?)?);
        figure.image.alt = line_at(from, "accessibilityCaption");
        figure.caption = self.line_at(from, "caption");
        figure.link = link_at(from, "additions.URL");
        Some(figure)
    }

    fn gallery(&mut self, from: Cursor<'_>, to: &mut Vec<Block>) {
        let mut images = Vec::new();
        for item in fields::items_at(from, "items") {
            images.extend(self.figure_of(item));
        }
        if images.is_empty() {
            return self.lose(from);
        }
        let gallery = Gallery {
            images,
            caption: self.line_at(from, "caption"),
            ..Gallery::default()
        };
        self.push(Block::Gallery(gallery), to);
        self.picture = Picture::Last;
    }

    /// The block that a caption or a credit belongs to.
    fn pictured<'b>(&'b mut self, to: &'b mut [Block]) -> Option<&'b mut Block> {
        match self.picture {
            Picture::Lead => self.article.lead.as_mut(),
            Picture::Last => to.last_mut(),
            Picture::None | Picture::Lost => None,
        }
    }

    /// A caption belongs to the picture before it, which may have a shorter one of its own.
    fn caption(&mut self, from: Cursor<'_>, to: &mut Vec<Block>) {
        let text = self.line(from);
        if self.picture == Picture::Lost {
            return leave_out(from, "it describes a picture that is not there");
        }
        match self.pictured(to) {
            Some(
                Block::Figure(Figure { caption, .. }) | Block::Gallery(Gallery { caption, .. }),
            ) => match caption.is_empty() {
                true => *caption = text,
                false => repeats::add_words(caption, &text),
            },
            _ => self.small(text, to),
        }
    }

    /// Who made the picture before it.
    fn credit(&mut self, from: Cursor<'_>, to: &mut Vec<Block>) {
        let text = self.line(from);
        if self.picture == Picture::Lost {
            return leave_out(from, "it names the maker of a picture that is not there");
        }
        match self.pictured(to) {
            Some(Block::Figure(Figure { credit, .. }) | Block::Gallery(Gallery { credit, .. }))
                if credit.is_empty() =>
            {
                *credit = text;
            }
            _ => self.small(text, to),
        }
    }

    /// The sign of the paper, with its name for those who do not see it.
    fn logo(&mut self, from: Cursor<'_>, _: &mut Vec<Block>) {
        self.logo = fields::picture_at(from, "URL|imageURL");
        if let Some(name) = line_at(from, "accessibilityCaption") {
            self.article.publisher = Some(Publisher {
                name,
                link: None,
                logo: self.logo.take(),
            });
        }
    }

    // Films, sounds, and what is elsewhere.

    fn about(&self, from: Cursor<'_>) -> Recording {
        Recording {
            title: line_at(from, "accessibilityCaption"),
            caption: self.line_at(from, "caption"),
            ..Recording::default()
        }
    }

    fn film(&mut self, from: Cursor<'_>, to: &mut Vec<Block>) {
        let file = from.first("URL").and_then(|address| address.as_media());
        let poster = fields::picture_at(from, "stillURL|imageURL");
        let film = file.and_then(|_| recordings::film(from, self.about(from), poster));
        let Some(mut film) = film else {
            return self.lose(from);
        };
        if let Block::Video(film) = &mut film
            && let Some(ratio) = from.number("aspectRatio")
        {
            film.size = Size::new(ratio * 1000.0, 1000.0);
        }
        self.push(film, to);
    }

    fn sound(&mut self, from: Cursor<'_>, to: &mut Vec<Block>) {
        match recordings::sound(from, self.about(from)) {
            Some(sound) => self.push(sound, to),
            None => self.lose(from),
        }
    }

    fn embedded(&mut self, from: Cursor<'_>, to: &mut Vec<Block>) {
        let Some(link) = link_at(from, "URL") else {
            return leave_out(from, "it has no address");
        };
        let mut card = embed(link);
        card.title = line_at(from, "accessibilityCaption");
        card.caption = self.line_at(from, "caption");
        self.push(Block::Embed(card), to);
    }

    fn button(&mut self, from: Cursor<'_>, to: &mut Vec<Block>) {
        let text = plain_text(&self.line(from));
        match link_at(from, "URL|additions.URL") {
            Some(link) => self.push(Block::ButtonLink(ButtonLink { link, text }), to),
            None => leave_out(from, "it has no address"),
        }
    }

    /// The words of a map: its caption, those of its places, and where it is.
    fn place(&mut self, from: Cursor<'_>, to: &mut Vec<Block>) {
        let mut text = self.line_at(from, "caption|accessibilityCaption");
        if text.is_empty() {
            return leave_out(from, "no page shows it, and it has no words");
        }
        if let (Some(latitude), Some(longitude)) =
            (line_at(from, "latitude"), line_at(from, "longitude"))
        {
            let place = [" (", &latitude, ", ", &longitude, ")"].concat();
            text.push(Inline::Plain(place));
        }
        for item in fields::items_at(from, "items") {
            let words = self.line_at(item, "caption");
            if !words.is_empty() {
                text.push(Inline::Break);
                text.extend(words);
            }
        }
        self.push(Block::Paragraph(Paragraph { text }), to);
    }

    // What stands beside the text.

    /// The components that lie in this one, as a text of their own.
    fn inside(&mut self, from: Cursor<'_>) -> Vec<Block> {
        let mut blocks = Vec::new();
        // Its title, intro and pictures are not the article's.
        let (is_titled, has_begun) = (self.is_titled, self.has_begun);
        self.is_titled = true;
        self.has_begun = true;
        self.picture = Picture::None;
        self.parts(from, &mut blocks);
        self.is_titled = is_titled;
        self.has_begun = has_begun;
        self.picture = Picture::None;
        blocks
    }

    fn aside(&mut self, from: Cursor<'_>, to: &mut Vec<Block>) {
        let mut blocks = self.inside(from);
        let title = take_heading(&mut blocks);
        if !blocks.is_empty() || !title.is_empty() {
            let kind = BoxKind::Info;
            self.push(
                Block::BoxOut(BoxOut {
                    kind,
                    title,
                    blocks,
                }),
                to,
            );
        }
    }

    /// Another article of the paper, with the components of its card.
    fn article_link(&mut self, from: Cursor<'_>, to: &mut Vec<Block>) {
        let mut blocks = self.inside(from);
        let address = match str_at(from, "URL") {
            "" => ["https://apple.news/", str_at(from, "articleIdentifier")].concat(),
            address => address.to_owned(),
        };
        let link = match address.ends_with('/') {
            true => None,
            false => from.link_from(&address),
        };
        let Some(link) = link else {
            for block in blocks {
                self.push(block, to);
            }
            return;
        };
        let mut image = None;
        blocks.retain(|block| match block {
            Block::Figure(figure) => {
                image = Some(figure.image.clone());
                false
            }
            _ => true,
        });
        let title = plain_text(&take_heading(&mut blocks));
        let mut words = Words::default();
        words.say_blocks(&blocks);
        let mut passages = words.into_passages().into_iter();
        let title = match title.is_empty() {
            true => passages.next(),
            false => Some(title),
        };
        let description = passages.collect::<Vec<_>>().join(" ");
        let card = Card {
            title: title.unwrap_or_else(|| link.host().unwrap_or_default().to_owned()),
            link,
            description: (!description.is_empty()).then_some(description),
            image,
            publisher: None,
            label: None,
        };
        self.push(Block::Card(card), to);
    }
}

/// The heading that blocks begin with.
fn take_heading(blocks: &mut Vec<Block>) -> Text {
    match blocks.first_mut() {
        Some(Block::Heading(heading)) => {
            let title = std::mem::take(&mut heading.text);
            blocks.remove(0);
            title
        }
        _ => Text::new(),
    }
}

// Tables.

/// The cells of all tables of an article, before anybody counts how many of them are kept.
const MOST_CELLS: usize = 100_000;
const MOST_COLUMNS: usize = 1000;

/// A table of records, whose descriptors name the columns, or the rows where it runs the other way.
fn table(from: Cursor<'_>, room: &mut usize) -> Table {
    let mut descriptors = Vec::new();
    let mut keys = Vec::new();
    let described = fields::items_at(from, "data.descriptors");
    let mut records = fields::items_at(from, "data.records");
    let all = (described.len(), records.len());
    for descriptor in described.into_iter().take(MOST_COLUMNS) {
        // What is described once more would be shown once more.
        let key = str_at(descriptor, "key");
        if key.is_empty() || !keys.contains(&key) {
            keys.push(key);
            descriptors.push(descriptor);
        }
    }
    // A cell that a record leaves out is one too, and it costs the document nothing; so is the name of a column.
    descriptors.truncate(*room);
    *room -= descriptors.len();
    records.truncate(*room / descriptors.len().max(1));
    *room -= records.len() * descriptors.len();
    if all.0 > MOST_COLUMNS || all.1 > records.len() {
        let what = "the table";
        from.note(NoteKind::TooMuch { what });
    }
    let labelled = from.flag("showDescriptorLabels") != Some(false);
    let label = |descriptor: Cursor<'_>| {
        let found = descriptor.first("label|key");
        Cell {
            text: found.map_or(Text::new(), cell),
            header: true,
            ..Cell::default()
        }
    };
    let value = |record: &Cursor<'_>, descriptor: &Cursor<'_>| Cell {
        text: record
            .at(str_at(*descriptor, "key"))
            .map_or(Text::new(), cell),
        ..Cell::default()
    };
    let mut table = Table {
        caption: from.first("caption").map_or(Text::new(), cell),
        ..Table::default()
    };
    if str_at(from, "dataOrientation") == "vertical" {
        for descriptor in &descriptors {
            let mut row: Row = Vec::new();
            if labelled {
                row.push(label(*descriptor));
            }
            row.extend(records.iter().map(|record| value(record, descriptor)));
            table.rows.push(row);
        }
        return table;
    }
    if labelled {
        table
            .head
            .push(descriptors.iter().copied().map(label).collect());
    }
    for record in &records {
        let cells = descriptors
            .iter()
            .map(|descriptor| value(record, descriptor));
        table.rows.push(cells.collect());
    }
    table
}

/// A value of a record: words, a number, true or false, a text with a format, or a picture, of which the words stay.
fn cell(from: Cursor<'_>) -> Text {
    if from.members().is_some() {
        let text = from.first("text|accessibilityCaption|caption");
        let markup = |text: Cursor<'_>, words: &str| html::inlines(text, &markdown::html(words));
        return match (str_at(from, "format"), text) {
            ("html", Some(text)) => fields::inlines(text),
            ("markdown", Some(text)) => text
                .as_text()
                .map_or(Text::new(), |words| markup(text, &words)),
            (_, Some(text)) => fields::plain(text),
            (_, None) => Text::new(),
        };
    }
    match from.value() {
        Json::Bool(true) => vec![Inline::plain("✓")],
        Json::Bool(false) => Text::new(),
        _ => fields::plain(from),
    }
}

#[cfg(test)]
mod tests;
