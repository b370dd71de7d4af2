//! What an article *is*, whoever wrote its JSON.
//!
//! The model knows no format, no HTML and no screen.
//! Everything before it makes an [`Article`], everything after it reads one.
//! Wrong states cannot be written down: a link is a [`SafeLink`], a picture's address a [`SafeMedia`].

pub mod block;
pub mod byline;
pub mod comments;
pub mod entry;
pub mod inline;
pub mod language;
pub mod link;
pub mod live;
pub mod media;
pub mod notice;
pub mod publisher;
pub mod reading_time;
pub mod reference;
pub mod timestamp;
pub mod word;

pub use block::Block;
pub use byline::{Author, Byline};
pub use comments::{Comments, CommentsState};
pub use entry::Entry;
pub use inline::{Inline, Text};
pub use language::{Direction, Language};
pub use link::{SafeLink, SafeMedia};
pub use live::LiveState;
pub use media::{Image, ImageSource};
pub use notice::{Notice, NoticeKind};
pub use publisher::{Publisher, Section};
pub use reference::{Related, Tag};
pub use timestamp::Timestamp;

/// One article, ready to be shown, spoken or measured.
///
/// | field | native | schema.org | WordPress | ninjs | ANS |
/// | --- | --- | --- | --- | --- | --- |
/// | `headline` | `headline` | `headline`, `name` | `title.rendered` | `headline`, `headlines[]` | `headlines.basic` |
/// | `standfirst` | `standfirst` | `alternativeHeadline`, `description` | `excerpt.rendered` | `description_text`, `descriptions[]` | `subheadlines.basic` |
/// | `published` | `published` | `datePublished` | `date_gmt` | `versioncreated` | `display_date` |
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article {
    /// The entry's own id, as its publisher writes it.
    pub id: Option<String>,
    /// The language of the text, which may differ from the interface's.
    pub language: Option<Language>,
    /// Where the data states it; else it follows from the language.
    pub direction: Option<Direction>,
    /// Where the article lives.
    pub canonical: Option<SafeLink>,
    pub publisher: Option<Publisher>,
    pub section: Option<Section>,
    /// A few words above the headline.
    pub kicker: Option<String>,
    pub headline: Text,
    /// The summary below the headline: paragraphs, seldom a list.
    pub standfirst: Vec<Block>,
    pub byline: Byline,
    /// The place a report was filed from.
    pub dateline: Option<String>,
    pub published: Option<Timestamp>,
    pub updated: Option<Timestamp>,
    /// Whether it is a live blog, and still going on.
    pub live: Option<LiveState>,
    /// The lead image; or a gallery, a video, a sound or an embed.
    pub lead: Option<Block>,
    pub body: Vec<Block>,
    pub tags: Vec<Tag>,
    pub related: Vec<Related>,
    pub comments: Option<Comments>,
    pub copyright: Option<String>,
    /// What a reader must know before or instead of reading.
    pub notices: Vec<Notice>,
}

impl Article {
    /// Whether there is anything at all to show: a headline, a text, a picture or a notice.
    pub fn is_empty(&self) -> bool {
        self.headline.is_empty()
            && self.standfirst.is_empty()
            && self.lead.is_none()
            && self.body.is_empty()
            && self.notices.is_empty()
    }

    /// The direction the text runs in: stated, or following from its language.
    pub fn text_direction(&self) -> Direction {
        let from_language = || self.language.as_ref().map(Language::direction);
        self.direction
            .or_else(from_language)
            .unwrap_or(Direction::Auto)
    }
}
