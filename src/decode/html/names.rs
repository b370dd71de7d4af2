//! The elements, attributes and classes that mean something here; everything else is a box to be unwrapped.
//!
//! The lists are data: the platform's parser gives each name as its place in the list, and several names may mean the same.

/// Declares an enum and the list of names that stand for its members.
macro_rules! names {
    ($(#[$doc:meta])* $type:ident: $($(#[$what:meta])* $member:ident $($name:literal)*;)*) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd)]
        pub enum $type {
            $($(#[$what])* $member,)*
        }

        impl $type {
            /// All names with spaces between them, as the parser wants them.
            pub const NAMES: &str = concat!($($($name, " ",)*)*);
            const MEANINGS: &[Self] = &[$($(($name, Self::$member).1,)*)*];

            /// What the name at this place means.
            pub fn at(place: usize) -> Option<Self> {
                Self::MEANINGS.get(place).copied()
            }
        }
    };
}

names! {
    /// What stands at a place: a text, or what an element means. Those before [`Tag::Image`] stand inside a line, the
    /// rest on their own.
    Tag:
    Text;
    Comment;
    /// The words or the TeX of a formula.
    Formula;
    /// A box inside a line that says nothing of its content; also every element that is not listed.
    Span "span" "font" "big" "nobr" "data" "slot" "label" "rb" "rtc";
    Anchor "a";
    Strong "strong" "b";
    Emphasis "em" "i";
    Code "code" "tt";
    Keyboard "kbd";
    Sample "samp";
    Variable "var";
    Subscript "sub";
    Superscript "sup";
    Quotation "q";
    Cite "cite";
    Definition "dfn";
    Abbreviation "abbr" "acronym";
    Time "time";
    Mark "mark";
    Small "small";
    Underline "u";
    Strike "s" "strike";
    Deleted "del";
    Inserted "ins";
    Direction "bdi" "bdo";
    Break "br";
    WordBreak "wbr";
    Ruby "ruby";
    Reading "rt";
    Image "img";
    Picture "picture";
    Source "source";
    Track "track";
    Frame "iframe" "embed";
    Video "video";
    Audio "audio";
    Paragraph "p" "legend";
    Heading1 "h1";
    Heading2 "h2";
    Heading3 "h3";
    Heading4 "h4";
    Heading5 "h5";
    Heading6 "h6";
    /// A box on its own that says nothing of its content.
    Box "div" "section" "article" "main" "header" "nav" "aside" "hgroup" "center" "address" "dialog" "fieldset" "search"
        "optgroup" "frameset";
    Footer "footer";
    List "ul" "menu" "dir";
    Ordered "ol";
    Item "li";
    Descriptions "dl";
    Term "dt";
    Details "dd";
    Blockquote "blockquote";
    Preformatted "pre" "listing";
    Figure "figure";
    Caption "figcaption";
    Table "table";
    TableCaption "caption";
    TableHead "thead";
    TableBody "tbody";
    TableFoot "tfoot";
    Row "tr";
    Cell "td";
    HeaderCell "th";
    Rule "hr";
    Disclosure "details";
    Summary "summary";
    /// A level of the document itself, without a meaning of its own.
    Document "html" "head" "body";
    /// Goes without a word: it says nothing to a reader.
    Nothing "col" "colgroup" "rp" "area" "param";
    /// Goes with its content, unless it was never closed.
    Removed "form" "button" "select" "object" "applet" "noscript" "option" "map" "canvas" "datalist" "output" "progress" "meter";
    /// Goes with its content, which is no prose.
    Machinery "script" "style" "template" "input" "textarea" "link" "meta" "base" "basefont" "title" "xmp" "plaintext" "noembed"
        "noframes" "frame" "keygen" "bgsound";
}

names! {
    /// The attributes that are looked at.
    Attribute:
    Href "href";
    Src "src";
    /// The real address of a picture that a script was to load late.
    LateSrc "data-src" "data-lazy-src" "data-original";
    Srcset "srcset";
    LateSrcset "data-srcset" "data-lazy-srcset";
    Alt "alt";
    Title "title";
    Language "lang";
    Direction "dir";
    Cite "cite";
    Date "datetime";
    Type "type";
    Media "media";
    Class "class";
    Id "id";
    Poster "poster";
    Kind "kind";
    Srclang "srclang";
    Label "label";
    Style "style";
    Align "align";
    /// Where a post of another site lives, beside the markup that its script would have filled.
    Permalink "data-instgrm-permalink" "data-text-post-permalink" "data-href" "data-oembed-url" "data-canonical-url";
    /// The name of an association of the item that belongs here.
    Association "data-assoc-ref";
    /// TeX or words for a formula.
    Formula "alttext";
    Encoding "encoding";
    Srcdoc "srcdoc";
    Width "width";
    Height "height";
    Columns "colspan";
    Rows "rowspan";
    Start "start";
    Default "default";
    Open "open";
}

/// Attributes that our own format has a member for.
pub const MEMBERS: &[(Attribute, &str)] = &[
    (Attribute::Href, "href"),
    (Attribute::Src, "src"),
    (Attribute::Alt, "alt"),
    (Attribute::Title, "title"),
    (Attribute::Date, "datetime"),
    (Attribute::Date, "date"),
    (Attribute::Poster, "poster"),
    (Attribute::Kind, "kind"),
    (Attribute::Srclang, "language"),
    (Attribute::Label, "label"),
    (Attribute::Width, "width"),
    (Attribute::Height, "height"),
    (Attribute::Columns, "columns"),
    (Attribute::Rows, "rows"),
    (Attribute::Start, "start"),
    (Attribute::Default, "default"),
    (Attribute::Open, "open"),
];

/// The elements that our own format has an inline for, those of a headline first.
pub const INLINES: &[(Tag, &str)] = &[
    (Tag::Break, "break"),
    (Tag::WordBreak, "wbr"),
    (Tag::Strong, "strong"),
    (Tag::Emphasis, "em"),
    (Tag::Code, "code"),
    (Tag::Subscript, "sub"),
    (Tag::Superscript, "sup"),
    (Tag::Quotation, "q"),
    (Tag::Anchor, "link"),
    (Tag::Keyboard, "kbd"),
    (Tag::Sample, "samp"),
    (Tag::Variable, "var"),
    (Tag::Cite, "cite"),
    (Tag::Definition, "dfn"),
    (Tag::Abbreviation, "abbr"),
    (Tag::Time, "time"),
    (Tag::Mark, "mark"),
    (Tag::Small, "small"),
    (Tag::Underline, "u"),
    (Tag::Strike, "s"),
    (Tag::Deleted, "del"),
    (Tag::Inserted, "ins"),
];

/// So many of [`INLINES`] may stand in a headline.
pub const IN_HEADLINES: usize = 9;

impl Attribute {
    /// Whether its value is a number of something.
    pub fn is_number(self) -> bool {
        (Self::Width..=Self::Start).contains(&self)
    }

    /// Whether its presence is its value.
    pub fn is_flag(self) -> bool {
        self >= Self::Default
    }
}

impl Tag {
    /// Whether this stands in a line of text.
    pub fn is_inline(self) -> bool {
        self < Self::Image
    }

    /// Whether this shows or plays something, or is a part of what does.
    pub fn is_media(self) -> bool {
        (Self::Image..=Self::Audio).contains(&self)
    }
}

/// What classes say of an element, as bits: an element may be several things.
pub mod role {
    /// A picture with what is said about it.
    pub const FIGURE: u32 = 1;
    /// Several pictures that belong together.
    pub const GALLERY: u32 = 1 << 1;
    /// The words below a picture.
    pub const CAPTION: u32 = 1 << 2;
    /// Who made a picture.
    pub const CREDIT: u32 = 1 << 3;
    /// Something of another site.
    pub const EMBED: u32 = 1 << 4;
    /// A post of another site, which its script was to fill.
    pub const POST: u32 = 1 << 5;
    /// A sentence of the text set large.
    pub const PULL: u32 = 1 << 6;
    /// A link as a card with title and picture.
    pub const CARD: u32 = 1 << 7;
    /// The parts of a card.
    pub const CARD_TITLE: u32 = 1 << 8;
    pub const CARD_TEXT: u32 = 1 << 9;
    pub const CARD_SITE: u32 = 1 << 10;
    pub const CARD_PICTURE: u32 = 1 << 11;
    /// A link as a button.
    pub const BUTTON: u32 = 1 << 12;
    /// A box set apart from the text.
    pub const CALLOUT: u32 = 1 << 13;
    /// Something that opens, and what it shows while closed.
    pub const TOGGLE: u32 = 1 << 14;
    pub const TOGGLE_TITLE: u32 = 1 << 15;
    /// Program text.
    pub const CODE: u32 = 1 << 16;
    /// Lines of a poem.
    pub const VERSE: u32 = 1 << 17;
    /// How much room a picture takes.
    pub const WIDE: u32 = 1 << 19;
    pub const FULL: u32 = 1 << 20;
    pub const BESIDE: u32 = 1 << 21;
    /// A picture that stands for a character.
    pub const EMOJI: u32 = 1 << 22;
    /// The middle or the end of a line.
    pub const CENTER: u32 = 1 << 23;
    pub const END: u32 = 1 << 24;
    /// Machinery of the site that is no part of the article.
    pub const HIDDEN: u32 = 1 << 25;
}

/// The classes of WordPress's blocks and its classic editor, Ghost's cards, the Guardian's elements, Blogger's pictures,
/// and the posts of other sites.
const CLASSES: &[(u32, &str)] = &[
    (
        role::FIGURE,
        "wp-block-image wp-caption gallery-item kg-image-card tr-caption-container \
         element-image",
    ),
    (
        role::GALLERY,
        "wp-block-gallery blocks-gallery-grid gallery tiled-gallery \
         wp-block-jetpack-tiled-gallery wp-block-jetpack-slideshow kg-gallery-card",
    ),
    (
        role::CAPTION,
        "wp-caption-text gallery-caption blocks-gallery-caption tr-caption",
    ),
    (
        role::CREDIT,
        "credit photo-credit image-credit media-credit element-image__credit \
         wp-block-image__credit",
    ),
    (
        role::EMBED,
        "wp-block-embed kg-embed-card element-video element-audio element-tweet \
         element-instagram element-embed element-interactive element-map",
    ),
    (
        role::POST,
        "twitter-tweet twitter-video instagram-media tiktok-embed fb-post fb-video \
         bluesky-embed mastodon-embed text-post-media reddit-embed-bq reddit-card \
         imgur-embed-pub wp-embedded-content",
    ),
    (
        role::PULL,
        "wp-block-pullquote pullquote pull-quote element-pullquote kg-blockquote-alt",
    ),
    (role::CARD, "kg-bookmark-card element-rich-link"),
    (role::CARD_TITLE, "kg-bookmark-title"),
    (role::CARD_TEXT, "kg-bookmark-description"),
    (role::CARD_SITE, "kg-bookmark-author kg-bookmark-publisher"),
    (role::CARD_PICTURE, "kg-bookmark-thumbnail"),
    (role::BUTTON, "wp-block-button kg-button-card"),
    (role::CALLOUT, "kg-callout-card"),
    (role::TOGGLE, "kg-toggle-card"),
    (role::TOGGLE_TITLE, "kg-toggle-heading-text"),
    (role::CODE, "wp-block-code kg-code-card"),
    (role::VERSE, "wp-block-verse"),
    (role::WIDE, "alignwide kg-width-wide element--showcase"),
    (role::FULL, "alignfull kg-width-full element--immersive"),
    (
        role::BESIDE,
        "alignleft alignright element--supporting element--thumbnail element--halfWidth",
    ),
    (role::EMOJI, "emoji wp-smiley"),
    (role::CENTER, "has-text-align-center"),
    (role::END, "has-text-align-right"),
    (
        role::HIDDEN,
        "screen-reader-text sharedaddy jp-relatedposts katex-html kg-callout-emoji \
         kg-signup-card kg-audio-player-container kg-video-overlay \
         kg-video-player-container",
    ),
];

/// What the words of a class attribute say together.
#[inline(never)]
pub fn roles(class: &str) -> u32 {
    let mut roles = 0;
    for word in class.split_ascii_whitespace() {
        for (role, names) in CLASSES {
            for name in names.split(' ') {
                if name == word {
                    roles |= role;
                }
            }
        }
    }
    roles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_names_agree() {
        let place = |name| Tag::NAMES.split(' ').position(|known| known == name);
        assert_eq!(Tag::at(place("b").unwrap()), Some(Tag::Strong));
        assert_eq!(Tag::at(place("bgsound").unwrap()), Some(Tag::Machinery));
        assert_eq!(Tag::at(999), None);
        let place = |name| Attribute::NAMES.split(' ').position(|known| known == name);
        assert_eq!(
            Attribute::at(place("srcdoc").unwrap()),
            Some(Attribute::Srcdoc)
        );
    }

    #[test]
    fn no_name_means_two_things() {
        let mut names: Vec<_> = Tag::NAMES.split_whitespace().collect();
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{names:?}");
    }

    #[test]
    fn classes_add_up() {
        assert_eq!(
            roles("x wp-block-image\nalignwide"),
            role::FIGURE | role::WIDE
        );
        assert_eq!(roles("credits"), 0);
    }
}
