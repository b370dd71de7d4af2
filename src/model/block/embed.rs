use super::{Spoken, Words};
use crate::host::text::concat;
use crate::model::inline::plain_text;
use crate::model::media::Size;
use crate::model::{Image, SafeLink, Text};

/// Something that lives on another site, shown as a card that links to it.
///
/// Formats make it with `decode::embed::embed`, which recognises the sites whose players may be framed.
#[derive(Clone, Debug, PartialEq)]
pub struct Embed {
    pub link: SafeLink,
    pub title: Option<String>,
    /// The site's name; else its host is shown.
    pub provider: Option<String>,
    /// What may be framed here, once the reader asks for it.
    pub player: Option<Player>,
    pub thumbnail: Option<Image>,
    /// The size of the frame, where the data knows it better than we do.
    pub size: Option<Size>,
    pub caption: Text,
}

/// A frame of a site that we know: its address is ours, but for the ids in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Player {
    /// The site's name.
    pub name: &'static str,
    /// Width and height of what it shows, as `16/9`.
    pub ratio: &'static str,
    address: String,
}

impl Player {
    /// The player of `page`, an address without scheme, `www.` and `m.`.
    ///
    /// Each line of `sites` holds a site's name, a ratio, a page and a frame, with bars between them.
    /// In the page, `$` is an id of letters, digits, `-`, `_` and `.`; `+` also takes what a parameter may hold; `#` is
    /// a number, and `*` anything. Each goes on to what follows it, or to the next `/`, `?`, `&` or `#`, and the page may
    /// go on behind it all. In the frame, which is an address without its scheme, each `$` gives way to the next id or
    /// number of the page, of which there are one or two. The first line that fits counts.
    pub fn of(page: &str, sites: &'static str) -> Option<Self> {
        for line in sites.split('\n') {
            let mut parts = line.split('|');
            let mut part = || parts.next().unwrap_or_default();
            let (name, ratio, pattern, frame) = (part(), part(), part(), part());
            let Some([first, second]) = ids(pattern.as_bytes(), page) else {
                continue;
            };
            let mut frame = frame.split('$');
            let mut part = || frame.next().unwrap_or_default();
            let address = concat(&["https://", part(), first, part(), second, part()]);
            return Some(Self {
                name,
                ratio,
                address,
            });
        }
        None
    }

    /// The frame's address.
    pub fn address(&self) -> &str {
        &self.address
    }
}

/// The ids in a page that fits the pattern.
fn ids<'a>(pattern: &[u8], page: &'a str) -> Option<[&'a str; 2]> {
    let mut ids = ["", ""];
    let mut found = 0;
    let mut at = 0;
    if pattern.is_empty() {
        return None;
    }
    for (index, wanted) in pattern.iter().enumerate() {
        if !matches!(wanted, b'$' | b'+' | b'#' | b'*') {
            if page.as_bytes().get(at) != Some(wanted) {
                return None;
            }
            at += 1;
            continue;
        }
        let start = at;
        let follows = pattern.get(index + 1).unwrap_or(&b'/');
        while let Some(byte) = page.as_bytes().get(at)
            && byte != follows
            && !matches!(byte, b'/' | b'?' | b'&' | b'#')
        {
            let fits = match byte {
                b'0'..=b'9' => true,
                b'a'..=b'z' | b'A'..=b'Z' | b'-' | b'_' | b'.' => *wanted != b'#',
                b'!' | b'%' | b',' => matches!(wanted, b'+' | b'*'),
                _ => *wanted == b'*',
            };
            if !fits {
                return None;
            }
            at += 1;
        }
        let id = page.get(start..at)?;
        // Points alone would lead out of the folder.
        if id.is_empty() || id == ".." || id == "." {
            return None;
        }
        if *wanted != b'*' {
            *ids.get_mut(found)? = id;
            found += 1;
        }
    }
    Some(ids)
}

impl Spoken for Embed {
    fn speak(&self, words: &mut Words) {
        words.say(self.title.as_deref().unwrap_or_default());
        words.say(&plain_text(&self.caption));
    }
}
