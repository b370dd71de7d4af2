use super::{Spoken, Words};
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

/// A frame of a site that we know.
///
/// Its address is ours, but for the ids in it: see [`Player::new`].
#[derive(Clone, Debug, PartialEq)]
pub struct Player {
    /// The site's name.
    pub name: &'static str,
    /// Width and height of the frame, as `16/9`.
    pub ratio: &'static str,
    address: String,
}

impl Player {
    /// `pattern` is the frame's address without its scheme; each `$` in it gives way to the next of `ids`, which holds
    /// letters, digits, `-`, `_` and `.` only. A `+` also takes what a parameter may hold.
    ///
    /// An id with any other character, and more or fewer ids than places, give `None`.
    pub fn new(
        name: &'static str,
        ratio: &'static str,
        pattern: &'static str,
        ids: &[&str],
    ) -> Option<Self> {
        let mut address = String::from("https://");
        let mut ids = ids.iter();
        for c in pattern.chars() {
            match c {
                '$' => address.push_str(ids.next().filter(|id| is_id(id, b"-_."))?),
                '+' => address.push_str(ids.next().filter(|id| is_id(id, b"-_.!%,"))?),
                c => address.push(c),
            }
        }
        ids.next().is_none().then_some(Self {
            name,
            ratio,
            address,
        })
    }

    /// The frame's address.
    pub fn address(&self) -> &str {
        &self.address
    }
}

fn is_id(id: &str, and: &[u8]) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || and.contains(&byte);
    // Two points would lead out of the folder.
    let points = id == "." || id.as_bytes().windows(2).any(|pair| pair == b"..");
    id.len() <= 2000 && !points && id.bytes().all(allowed)
}

impl Spoken for Embed {
    fn speak(&self, words: &mut Words) {
        words.say(self.title.as_deref().unwrap_or_default());
        words.say(&plain_text(&self.caption));
    }
}
