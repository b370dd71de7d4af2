//! Documents as nobody would write them: those of the corpus, damaged by chance.
//!
//! Everything follows from a number, so what went wrong once goes wrong again.
//! Included by the tests and by `examples/fuzz.rs`.
#![allow(dead_code)]

use article_viewer::json::{self, Json};

/// A generator of the kind called xorshift: small, and the same everywhere.
pub struct Chance(u64);

impl Chance {
    /// Cases of one seed have nothing in common but their seed.
    pub fn new(seed: u64, case: u64) -> Self {
        let mut mixed = seed ^ case.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        // Nothing comes of zero.
        Self((mixed ^ (mixed >> 31)).max(1))
    }

    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits fit") % limit.max(1)
    }

    /// True once in so many times.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub fn of<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        choices[self.below(choices.len())]
    }

    /// A place between two characters.
    pub fn place(&mut self, text: &str) -> usize {
        let mut place = self.below(text.len() + 1);
        while !text.is_char_boundary(place) {
            place -= 1;
        }
        place
    }

    pub fn damage(&mut self, text: &mut String, tokens: &[&str]) {
        for _ in 0..self.below(8) {
            let (a, b) = (self.place(text), self.place(text));
            let (from, to) = (a.min(b), a.max(b));
            match self.below(9) {
                0 => text.replace_range(from..to, ""),
                1 => {
                    let piece = text[from..to].to_owned();
                    text.insert_str(a, &piece);
                }
                2 => text.truncate(to),
                3 => text.insert_str(a, &self.of(tokens).repeat(1 + self.below(90) / 80 * 100)),
                _ => text.insert_str(a, self.of(tokens)),
            }
            while !text.is_char_boundary(text.len().min(100_000)) || text.len() > 100_000 {
                text.pop();
            }
        }
    }
}

/// What breaks parsers, sanitisers and habits.
pub const TOKENS: &[&str] = &[
    "<",
    ">",
    "\"",
    "'",
    "&",
    "=",
    "/",
    "</",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "\0",
    "\u{1e}",
    "\u{1f}",
    "\u{202e}",
    "\u{feff}",
    "&#0;",
    "&#x1e;",
    "&lt;",
    "&quot;",
    "&Tab;",
    "&colon;",
    "<svg>",
    "</svg>",
    "<math>",
    "<mtext>",
    "<style>",
    "<script>",
    "</script>",
    "<template>",
    "<noscript>",
    "<table>",
    "</table>",
    "<tr>",
    "<td>",
    "<p>",
    "</p>",
    "<div>",
    "<form>",
    "<select>",
    "<a href=",
    "<img src=",
    "<iframe srcdoc=",
    "<base href=",
    " onerror=alert(1) ",
    " onclick='x' ",
    " style=",
    " srcset=",
    "javascript:alert(1)",
    "JAVASCRIPT&colon;x",
    "data:text/html,<script>alert(1)</script>",
    "data:image/svg+xml,<svg onload=alert(1)>",
    "https://a.example/",
    "//b.example/",
    "[x_y]",
    "[",
    "]",
    "<pre>",
    "<code>",
    "<figure>",
    "<figcaption>",
    "<blockquote>",
    "<li>",
    "<ul>",
    "<br><br>",
    "<h2>",
    "<plaintext>",
    "<title>",
    "<textarea>",
    "<object>",
    "<embed src=",
    "<article-viewer src=x>",
    "<details>",
    "<ruby>",
    "<rt>",
    "<dl>",
    "<dt>",
    "<video src=",
];

/// Texts that are more than they seem, in the place of any other.
const HOSTILE: &[&str] = &[
    "",
    " ",
    "\n",
    "\u{a0}",
    "\u{200b}",
    "\u{7}",
    "\u{7}\u{a0}x",
    " \u{202e}",
    "a\u{7}\nb",
    " a \n b ",
    "\r\n a\r",
    "\u{feff}x\u{2028}",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "javascript:alert(1)",
    "java\nscript:alert(1)",
    "vbscript:x",
    "data:text/html,<script>alert(1)</script>",
    "data:image/svg+xml,<svg onload=alert(1)>",
    "data:image/png;base64,AAAA",
    "data:image/png,a b#c d ",
    "blob:https://a.example/1",
    "file:///etc/passwd",
    "https://user:word@a.example/",
    "https://a.example/a b?q=<>\"'#`{}|^",
    "https://a.example:99999/",
    "http://[::1]/",
    "http:a.example",
    "https:///a.example//b\\c",
    "//b.example/%zz%00",
    "mailto:a b@c.example?subject=x y ",
    "tel:+1 555 0100",
    "?a",
    "#a",
    "../../x",
    "https://www.youtube.com/watch?v=aqz-KE-bpKQ",
    "https://open.spotify.com/track/..",
    "<img src=x onerror=alert(1)>",
    "\"><script>alert(1)</script>",
    "<p>a</p><p>b</p>",
    "&lt;b&gt;&amp;&#0;&#x7;&nbsp;",
    "[caption id=\"a\"]b[/caption]",
    "2026-11-24",
    "2026-11-24T08:30:00.123+02:00",
    "9999-12-31T23:59:60-18:00",
    "0001-01-01T00:00:00+18:00",
    "2024-02-30",
    "1904",
    "\u{7}1904-05-02",
    "1700000000000",
    "1e999",
    "-1",
    "0.15",
    "999999999999999",
    "NaN",
    "1200px",
    "true",
    "en",
    "ar_EG",
    "rtl",
    "#0b7",
    "image/webp",
    "video/mp4",
    "article-viewer/1",
    "article-viewer/2",
    "__proto__",
    "constructor",
    "https://jsonfeed.org/version/1.1",
];

/// Numbers at and beyond the edges.
const NUMBERS: &[&str] = &[
    "0",
    "-0",
    "-1",
    "0.5",
    "1.5",
    "480.6",
    "0.07",
    "1.15",
    "3.335",
    "5",
    "6.999",
    "65535",
    "65536",
    "2147483648",
    "-2147483649",
    "4294967296",
    "999999999999999",
    "1e999",
    "-1e-999",
    "123456789012345678901234567890",
    "1700000000.5",
    "1700000000000.7",
    "253402300799999",
];

/// Where services put what they answer with, and names that mean something to some format.
const NAMES: &[&str] = &[
    "result", "data", "items", "item", "content", "article", "story", "post", "posts", "results",
    "@graph", "_items", "type", "text", "blocks", "html", "url", "src", "id", "title", "name",
    "headline", "body", "images", "language",
];

/// The documents that everything is made of.
pub struct Corpus {
    pub sources: Vec<Vec<u8>>,
    parsed: Vec<Json>,
}

/// What is longer is only read slowly.
const LONGEST: usize = 120_000;

impl Corpus {
    pub fn new(sources: Vec<Vec<u8>>) -> Self {
        let mut corpus = Self {
            sources: Vec::new(),
            parsed: Vec::new(),
        };
        for source in sources {
            corpus.add(source);
        }
        corpus
    }

    pub fn add(&mut self, source: Vec<u8>) {
        let text = String::from_utf8_lossy(&source);
        if let Ok(parsed) = json::parse(text.trim_start_matches('\u{feff}')) {
            self.parsed.push(parsed.value);
        }
        self.sources.push(source);
    }

    /// The next damaged document.
    pub fn mutate(&self, chance: &mut Chance) -> Vec<u8> {
        let mut bytes = match chance.below(8) {
            0 => self.sources[chance.below(self.sources.len())].clone(),
            _ => self.value(chance),
        };
        if chance.once_in(8) {
            self.damage_bytes(&mut bytes, chance);
        }
        bytes.truncate(LONGEST);
        bytes
    }

    fn any(&self, chance: &mut Chance) -> &Json {
        &self.parsed[chance.below(self.parsed.len())]
    }

    /// A value that still is JSON.
    fn value(&self, chance: &mut Chance) -> Vec<u8> {
        let mut value = self.any(chance).clone();
        for _ in 0..=chance.below(5) {
            let place = chance.below(count(&value));
            if let Some(found) = nth(&mut value, &mut { place }) {
                self.change(found, chance);
            }
        }
        if chance.once_in(10) {
            value = self.wrap(value, chance);
        }
        write(&value).into_bytes()
    }

    /// One change of one value.
    fn change(&self, value: &mut Json, chance: &mut Chance) {
        match value {
            Json::Object(members) if !members.is_empty() && !chance.once_in(4) => {
                let at = chance.below(members.len());
                match chance.below(7) {
                    0 => drop(members.remove(at)),
                    1 => members.push(members[at].clone()),
                    2 => {
                        let other = chance.below(members.len());
                        members.swap(at, other);
                    }
                    3 => members[at].0 = chance.of(NAMES).to_owned(),
                    // The value that another document has under the same name.
                    4 | 5 => {
                        let name = members[at].0.clone();
                        if let Some(other) = named(self.any(chance), &name) {
                            members[at].1 = other.clone();
                        }
                    }
                    _ => {
                        let other = self.any(chance).members().unwrap_or_default();
                        members.extend(other.iter().cloned());
                    }
                }
            }
            Json::List(items) if !items.is_empty() && !chance.once_in(4) => {
                let at = chance.below(items.len());
                match chance.below(6) {
                    0 => drop(items.remove(at)),
                    1 => items.insert(at, items[at].clone()),
                    2 => {
                        let other = chance.below(items.len());
                        items.swap(at, other);
                    }
                    3 => items.insert(at, self.part(chance)),
                    4 => items.reverse(),
                    _ if chance.once_in(20) => {
                        let item = items[at].clone();
                        items.extend(std::iter::repeat_n(item, 2500));
                    }
                    _ => items.clear(),
                }
            }
            Json::Text(text) if !chance.once_in(3) => match chance.below(3) {
                0 => chance.damage(text, TOKENS),
                _ => *text = chance.of(HOSTILE).to_owned(),
            },
            Json::Number(digits) if !chance.once_in(3) => *digits = chance.of(NUMBERS).to_owned(),
            other => *other = self.instead(std::mem::take(other), chance),
        }
    }

    /// Something of another type, or from elsewhere.
    fn instead(&self, value: Json, chance: &mut Chance) -> Json {
        let text = |words: &str| Json::Text(words.to_owned());
        match chance.below(12) {
            0 => Json::Null,
            1 => Json::Bool(chance.once_in(2)),
            2 => Json::Number(chance.of(NUMBERS).to_owned()),
            3 => text(chance.of(HOSTILE)),
            4 => Json::List(vec![value.clone(), value]),
            5 => Json::Object(vec![
                ("type".to_owned(), value),
                ("text".to_owned(), text("x")),
            ]),
            6 => Json::Object(vec![(chance.of(NAMES).to_owned(), value)]),
            7 => Json::List(Vec::new()),
            8 => Json::Object(Vec::new()),
            9 => nest(value, chance),
            _ => self.part(chance),
        }
    }

    /// A part of any document.
    fn part(&self, chance: &mut Chance) -> Json {
        let mut whole = self.any(chance).clone();
        let place = chance.below(count(&whole));
        nth(&mut whole, &mut { place }).map_or(Json::Null, std::mem::take)
    }

    /// A document in an envelope, in a list, or beside another.
    fn wrap(&self, value: Json, chance: &mut Chance) -> Json {
        let other = self.any(chance).clone();
        match chance.below(5) {
            0 => Json::List(vec![value]),
            1 => Json::List(vec![value, other]),
            2 => Json::Object(vec![(
                chance.of(NAMES).to_owned(),
                Json::List(vec![value, other]),
            )]),
            3 => match (value, other) {
                (Json::Object(mut members), Json::Object(others)) => {
                    members.extend(others);
                    Json::Object(members)
                }
                (value, _) => value,
            },
            _ => Json::Object(vec![(chance.of(NAMES).to_owned(), value)]),
        }
    }

    fn damage_bytes(&self, bytes: &mut Vec<u8>, chance: &mut Chance) {
        for _ in 0..=chance.below(3) {
            let at = chance.below(bytes.len() + 1);
            match chance.below(5) {
                0 => bytes.truncate(at),
                1 => {
                    if let Some(byte) = bytes.get_mut(at) {
                        *byte ^= 1 << chance.below(8);
                    }
                }
                2 => bytes.insert(at, chance.below(256) as u8),
                3 => {
                    let token = chance.of(TOKENS).as_bytes();
                    bytes.splice(at..at, token.iter().copied());
                }
                _ => {
                    let other = &self.sources[chance.below(self.sources.len())];
                    let from = chance.below(other.len() + 1);
                    bytes.truncate(at);
                    bytes.extend_from_slice(&other[from..]);
                }
            }
        }
    }
}

/// The value inside many others: blocks in blocks, inlines in inlines, lists in lists.
fn nest(value: Json, chance: &mut Chance) -> Json {
    let text = |words: &str| Json::Text(words.to_owned());
    let (kind, member) = [
        ("", ""),
        ("em", "text"),
        ("q", "text"),
        ("span", "text"),
        ("quote", "blocks"),
        ("details", "blocks"),
        ("quote", "text"),
        ("list", "items"),
        ("", "row"),
        ("", "data"),
    ][chance.below(10)];
    let in_list = chance.once_in(2);
    let mut nested = value;
    for level in 0..[3, 10, 30, 60, 120, 140][chance.below(6)] {
        if member.is_empty() || in_list {
            let beside = (level % 2 == 0).then(|| text("b"));
            nested = Json::List(beside.into_iter().chain([nested]).collect());
        }
        if !member.is_empty() {
            let kind = (!kind.is_empty()).then(|| ("type".to_owned(), text(kind)));
            let member = (member.to_owned(), nested);
            nested = Json::Object(kind.into_iter().chain([member]).collect());
        }
    }
    nested
}

/// How many values there are in one, itself among them.
pub fn count(value: &Json) -> usize {
    let items: usize = value.items().iter().map(count).sum();
    let members = value.members().unwrap_or_default().iter();
    1 + items + members.map(|(_, value)| count(value)).sum::<usize>()
}

/// The value in this place among those.
pub fn nth<'a>(value: &'a mut Json, place: &mut usize) -> Option<&'a mut Json> {
    if *place == 0 {
        return Some(value);
    }
    *place -= 1;
    match value {
        Json::List(items) => items.iter_mut().find_map(|item| nth(item, place)),
        Json::Object(members) => members.iter_mut().find_map(|(_, value)| nth(value, place)),
        _ => None,
    }
}

/// The first value with this name, at any depth.
fn named<'a>(value: &'a Json, name: &str) -> Option<&'a Json> {
    let found = value.get(name);
    let deeper = || {
        let members = value.members().unwrap_or_default();
        members.iter().find_map(|(_, value)| named(value, name))
    };
    let items = || value.items().iter().find_map(|item| named(item, name));
    found.or_else(deeper).or_else(items)
}

/// A value as JSON.
pub fn write(value: &Json) -> String {
    let mut text = String::new();
    write_to(&mut text, value);
    text
}

fn write_to(text: &mut String, value: &Json) {
    match value {
        Json::Null => text.push_str("null"),
        Json::Bool(flag) => text.push_str(if *flag { "true" } else { "false" }),
        Json::Number(digits) => text.push_str(digits),
        Json::Text(words) => quote(text, words),
        Json::List(items) => {
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                text.push_str(if index > 0 { "," } else { "" });
                write_to(text, item);
            }
            text.push(']');
        }
        Json::Object(members) => {
            text.push('{');
            for (index, (name, value)) in members.iter().enumerate() {
                text.push_str(if index > 0 { "," } else { "" });
                quote(text, name);
                text.push(':');
                write_to(text, value);
            }
            text.push('}');
        }
    }
}

fn quote(text: &mut String, words: &str) {
    text.push('"');
    for c in words.chars() {
        match c {
            '"' | '\\' => text.extend(['\\', c]),
            '\0'..' ' => text.push_str(&format!("\\u{:04x}", c as u32)),
            c => text.push(c),
        }
    }
    text.push('"');
}
