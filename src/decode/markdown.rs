//! Markdown to HTML, for formats that carry texts in it.
//!
//! What comes out goes through `html` like any other markup, so nothing here is trusted: a tag in the text is handed on
//! as it stands, and kept or dropped there. What is read is what writers use: paragraphs, headings, emphasis, links,
//! pictures, lists, quotes, code and rules; no references to links defined elsewhere, no tables, no footnotes.

/// Quotes and lists lie in one another so deep, and so do emphasis and links; what is deeper is words.
const DEEPEST: usize = 12;

/// The blocks of a text as HTML.
pub fn html(markdown: &str) -> String {
    let mut out = String::new();
    let lines: Vec<&str> = markdown.lines().collect();
    blocks(&lines, DEEPEST, &mut out);
    out
}

/// What a line begins, where no paragraph goes on in it.
enum Start<'a> {
    Blank,
    /// How many signs, and the heading's text.
    Heading(usize, &'a str),
    Rule,
    /// The fence, and what it says of the language.
    Fence(&'a str, &'a str),
    Quote,
    Item(Item),
    Text,
}

#[derive(Clone, Copy, PartialEq)]
struct Item {
    /// `-`, `*`, `+`, `.` or `)`: another sign is another list.
    sign: u8,
    /// Of an ordered list.
    number: Option<u32>,
    /// Where the item's own text begins.
    indent: usize,
}

#[inline(never)]
fn put(out: &mut String, parts: &[&str]) {
    for part in parts {
        out.push_str(part);
    }
}

/// Where the first of these bytes stands. The searches for characters would each be a kilobyte of wasm.
#[inline(never)]
fn place(text: &str, bytes: &[u8]) -> Option<usize> {
    text.bytes().position(|byte| bytes.contains(&byte))
}

/// A text before and behind the first of these bytes.
#[inline(never)]
fn parted<'a>(text: &'a str, bytes: &[u8]) -> Option<(&'a str, &'a str)> {
    let at = place(text, bytes)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// Whether nothing follows, or white space.
fn starts_blank(text: &str) -> bool {
    matches!(text.as_bytes().first(), None | Some(b' ' | b'\t'))
}

/// How many spaces a line begins with; a tab is four.
fn indent(line: &str) -> usize {
    let blanks = line.bytes().take_while(|b| matches!(b, b' ' | b'\t'));
    blanks.map(|b| if b == b'\t' { 4 } else { 1 }).sum()
}

/// A line without `columns` of the white space it begins with.
fn dedent(line: &str, columns: usize) -> &str {
    let mut left = columns;
    let mut rest = line;
    while left > 0 {
        match rest.as_bytes().first() {
            Some(b' ') => left -= 1,
            Some(b'\t') => left = left.saturating_sub(4),
            _ => break,
        }
        rest = rest.get(1..).unwrap_or_default();
    }
    rest
}

fn start(line: &str) -> Start<'_> {
    let text = line.trim();
    let Some(first) = text.bytes().next() else {
        return Start::Blank;
    };
    let same = text.bytes().take_while(|b| *b == first).count();
    let behind = text.get(same..).unwrap_or_default();
    let is_rule = text.bytes().all(|b| b == first || b == b' ');
    match first {
        b'#' if same <= 6 && (starts_blank(behind)) => {
            let title = behind.trim();
            let signs = title.bytes().rev().take_while(|b| *b == b'#').count();
            let bare = title.get(..title.len() - signs).unwrap_or_default();
            let title = match matches!(bare.as_bytes().last(), None | Some(b' ')) {
                true => bare.trim_end(),
                false => title,
            };
            Start::Heading(same, title)
        }
        b'-' | b'*' | b'_' if is_rule && text.bytes().filter(|b| *b == first).count() >= 3 => {
            Start::Rule
        }
        b'`' | b'~' if same >= 3 && place(behind, b"`").is_none() => {
            Start::Fence(text.get(..same).unwrap_or_default(), behind.trim())
        }
        b'>' => Start::Quote,
        _ => item(line).map_or(Start::Text, Start::Item),
    }
}

fn item(line: &str) -> Option<Item> {
    let text = line.trim_start();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let number = match digits {
        1..=9 => Some(
            text.bytes()
                .take(digits)
                .fold(0, |number, digit| number * 10 + u32::from(digit - b'0')),
        ),
        _ => None,
    };
    let sign = *text.as_bytes().get(digits)?;
    let fits = match number {
        Some(_) => matches!(sign, b'.' | b')'),
        None => digits == 0 && matches!(sign, b'-' | b'*' | b'+'),
    };
    let behind = text.get(digits + 1..)?;
    if !fits || !(starts_blank(behind)) {
        return None;
    }
    // Code in an item stands deeper than its first word.
    let space = indent(behind);
    let space = if (1..=4).contains(&space) { space } else { 1 };
    Some(Item {
        sign,
        number,
        indent: indent(line) + digits + 1 + space,
    })
}

fn blocks(lines: &[&str], depth: usize, out: &mut String) {
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let rest = lines.get(at..).unwrap_or_default();
        at += if indent(line) >= 4 && !line.trim().is_empty() {
            indented(rest, out)
        } else {
            match start(line) {
                Start::Blank => 1,
                Start::Heading(level, text) => {
                    let level = "123456".get(level - 1..level).unwrap_or_default();
                    put(out, &["<h", level, ">"]);
                    inlines(text, DEEPEST, out);
                    put(out, &["</h", level, ">"]);
                    1
                }
                Start::Rule => {
                    out.push_str("<hr>");
                    1
                }
                Start::Fence(fence, language) => fenced(rest, fence, language, out),
                Start::Quote if depth > 0 => quote(rest, depth, out),
                Start::Item(first) if depth > 0 => list(rest, first, depth, out),
                Start::Quote | Start::Item(_) | Start::Text => paragraph(rest, out),
            }
        };
    }
}

/// Whether a line goes on with the paragraph above it.
fn goes_on(line: &str) -> bool {
    match start(line) {
        Start::Text => true,
        // `1984. A year` in the middle of a paragraph is no list.
        Start::Item(item) => item.number.is_some_and(|number| number != 1),
        Start::Blank | Start::Heading(..) | Start::Rule | Start::Fence(..) | Start::Quote => false,
    }
}

/// Gives the number of lines it has read, as do the others below.
fn paragraph(lines: &[&str], out: &mut String) -> usize {
    let mut text = String::new();
    let mut count = 0;
    let mut tag = "p";
    for line in lines {
        let bare = line.trim();
        // A line of signs below the words makes a heading of them; it may look like a rule.
        let all = |sign| !bare.is_empty() && bare.bytes().all(|b| b == sign);
        if count > 0 && (all(b'=') || all(b'-')) {
            tag = if all(b'=') { "h1" } else { "h2" };
            count += 1;
            break;
        }
        if count > 0 && !goes_on(line) {
            break;
        }
        if count > 0 {
            text.push('\n');
        }
        text.push_str(line.trim_start());
        count += 1;
    }
    put(out, &["<", tag, ">"]);
    inlines(text.trim_end(), DEEPEST, out);
    put(out, &["</", tag, ">"]);
    count
}

fn indented(lines: &[&str], out: &mut String) -> usize {
    let is_code = |line: &&&str| indent(line) >= 4 || line.trim().is_empty();
    let mut count = lines.iter().take_while(is_code).count();
    while count > 1
        && lines
            .get(count - 1)
            .is_some_and(|line| line.trim().is_empty())
    {
        count -= 1;
    }
    out.push_str("<pre><code>");
    for line in lines.iter().take(count) {
        escape(dedent(line, 4), out);
        out.push('\n');
    }
    out.push_str("</code></pre>");
    count
}

fn fenced(lines: &[&str], fence: &str, language: &str, out: &mut String) -> usize {
    let deep = lines.first().map_or(0, |line| indent(line));
    out.push_str("<pre><code class=\"language-");
    escape(
        parted(language, b" ").map_or(language, |(name, _)| name),
        out,
    );
    out.push_str("\">");
    let mut count = 1;
    for line in lines.iter().skip(1) {
        count += 1;
        let bare = line.trim();
        if bare.starts_with(fence) && bare.bytes().all(|b| fence.as_bytes().first() == Some(&b)) {
            break;
        }
        escape(dedent(line, deep), out);
        out.push('\n');
    }
    out.push_str("</code></pre>");
    count
}

fn quote(lines: &[&str], depth: usize, out: &mut String) -> usize {
    let mut inner = Vec::new();
    for line in lines {
        match line.trim_start().strip_prefix('>') {
            Some(text) => inner.push(text.strip_prefix(' ').unwrap_or(text)),
            // Writers leave the sign out where a paragraph goes on.
            None if goes_on(line) && inner.last().is_some_and(|above| goes_on(above)) => {
                inner.push(line);
            }
            None => break,
        }
    }
    out.push_str("<blockquote>");
    blocks(&inner, depth - 1, out);
    out.push_str("</blockquote>");
    inner.len()
}

fn list(lines: &[&str], first: Item, depth: usize, out: &mut String) -> usize {
    let tag = if first.number.is_some() { "ol" } else { "ul" };
    put(out, &["<", tag]);
    if let Some(number) = first.number.filter(|number| *number != 1) {
        out.push_str(" start=\"");
        out.push_str(&crate::host::text::digits(number as usize));
        out.push('"');
    }
    out.push('>');
    let mut count = 0;
    while let Some(line) = lines.get(count) {
        let Start::Item(item) = start(line) else {
            break;
        };
        if item.sign != first.sign || item.number.is_some() != first.number.is_some() {
            break;
        }
        let mut inner = vec![dedent_item(line, item.indent)];
        count += 1;
        let mut after_blank = false;
        while let Some(line) = lines.get(count) {
            let blank = line.trim().is_empty();
            let inside = indent(line) >= item.indent;
            let goes_on = !after_blank && goes_on(line) && self::item(line).is_none();
            if !blank && !inside && !goes_on {
                break;
            }
            inner.push(dedent(line, item.indent));
            after_blank = blank;
            count += 1;
        }
        out.push_str("<li>");
        blocks(&inner, depth - 1, out);
        out.push_str("</li>");
    }
    put(out, &["</", tag, ">"]);
    count
}

/// What stands behind an item's sign.
fn dedent_item(line: &str, columns: usize) -> &str {
    let text = line.trim_start();
    let sign = place(text, b" \t").unwrap_or(text.len());
    let space = columns.saturating_sub(indent(line) + sign);
    dedent(text.get(sign..).unwrap_or_default(), space)
}

// Inside a line.

/// What is not found behind a place is not found behind a later one either.
#[derive(Default)]
struct Missing {
    /// Runs of signs that are never closed.
    closers: Vec<(u8, usize)>,
    /// The end of a tag.
    tag: bool,
    /// So many steps have gone into brackets.
    steps: usize,
}

/// A link's words and address are no longer than this, so that brackets without partners cost little.
const LONGEST_LINK: usize = 4096;

/// For each byte of a text, so many steps may go into the search for partners of brackets; then the rest are words.
const MOST_STEPS: usize = 64;

/// Code is in no longer runs of backticks: each length of them is searched for by itself.
const MOST_TICKS: usize = 32;

fn inlines(text: &str, depth: usize, out: &mut String) {
    let bytes = text.as_bytes();
    let mut missing = Missing::default();
    let most = text.len().saturating_mul(MOST_STEPS);
    let mut plain = 0;
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let rest = text.get(at..).unwrap_or_default();
        let mut made = String::new();
        let length = match byte {
            b'\\' => escaped(rest, &mut made),
            b'`' => code(rest, &mut missing, &mut made),
            b'!' | b'[' if depth > 0 && missing.steps < most => {
                link(rest, depth, &mut missing, &mut made)
            }
            b'<' => tag(rest, &mut missing, &mut made),
            b'*' | b'_' | b'~' if depth > 0 => emphasis(text, at, depth, &mut missing, &mut made),
            b' ' => hard_break(rest, &mut made),
            _ => 0,
        };
        if length > 0 {
            escape(text.get(plain..at).unwrap_or_default(), out);
            out.push_str(&made);
            at += length;
            plain = at;
        } else {
            // A run of signs that opens nothing is one word.
            let run = matches!(byte, b'*' | b'_' | b'~' | b'`');
            at += if run { count_of(*byte, rest) } else { 1 };
        }
    }
    escape(text.get(plain..).unwrap_or_default(), out);
}

fn count_of(byte: u8, text: &str) -> usize {
    text.bytes().take_while(|b| *b == byte).count()
}

/// Words, with the signs of HTML as words; an entity stays one.
fn escape(words: &str, out: &mut String) {
    for (index, c) in words.char_indices() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '&' if !is_entity(words.get(index + 1..).unwrap_or_default()) => {
                out.push_str("&amp;");
            }
            c => out.push(c),
        }
    }
}

fn is_entity(behind: &str) -> bool {
    let name = behind.strip_prefix('#').unwrap_or(behind);
    let length = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
    (1..=31).contains(&length) && name.as_bytes().get(length) == Some(&b';')
}

fn escaped(rest: &str, out: &mut String) -> usize {
    match rest.as_bytes().get(1) {
        Some(b'\n') => {
            out.push_str("<br>");
            2
        }
        // What is escaped begins no entity.
        Some(b'&') => {
            out.push_str("&amp;");
            2
        }
        Some(sign) if sign.is_ascii_punctuation() => {
            escape(rest.get(1..2).unwrap_or_default(), out);
            2
        }
        _ => 0,
    }
}

/// Two spaces at the end of a line.
fn hard_break(rest: &str, out: &mut String) -> usize {
    let spaces = count_of(b' ', rest);
    if spaces < 2 || rest.as_bytes().get(spaces) != Some(&b'\n') {
        return 0;
    }
    out.push_str("<br>");
    spaces + 1
}

fn code(rest: &str, missing: &mut Missing, out: &mut String) -> usize {
    let ticks = count_of(b'`', rest);
    let Some(end) = closing_ticks(rest, ticks, missing) else {
        return 0;
    };
    let words = rest.get(ticks..end).unwrap_or_default();
    let inner = words.strip_prefix(' ').and_then(|it| it.strip_suffix(' '));
    out.push_str("<code>");
    let mut rest = inner.unwrap_or(words);
    // No entity is one in code.
    while let Some((before, behind)) = parted(rest, b"&") {
        escape(before, out);
        out.push_str("&amp;");
        rest = behind;
    }
    escape(rest, out);
    out.push_str("</code>");
    end + ticks
}

fn closing_ticks(rest: &str, ticks: usize, missing: &mut Missing) -> Option<usize> {
    if ticks > MOST_TICKS || missing.closers.contains(&(b'`', ticks)) {
        return None;
    }
    let mut at = ticks;
    while let Some(next) = rest.get(at..).and_then(|rest| place(rest, b"`")) {
        at += next;
        let found = count_of(b'`', rest.get(at..)?);
        if found == ticks {
            return Some(at);
        }
        at += found;
    }
    missing.closers.push((b'`', ticks));
    None
}

/// `<https://quay.example>`, or a tag, which is not ours to judge.
fn tag(rest: &str, missing: &mut Missing, out: &mut String) -> usize {
    let inside = rest.get(1..).unwrap_or_default();
    let first = inside.as_bytes().first().copied().unwrap_or_default();
    if missing.tag || !(first.is_ascii_alphabetic() || first == b'/') {
        return 0;
    }
    let Some((words, _)) = parted(inside, b">") else {
        missing.tag = true;
        return 0;
    };
    if words.starts_with("http://") || words.starts_with("https://") {
        anchor(words, "", out);
        escape(words, out);
        out.push_str("</a>");
    } else {
        put(out, &["<", words, ">"]);
    }
    words.len() + 2
}

fn anchor(address: &str, title: &str, out: &mut String) {
    out.push_str("<a href=\"");
    escape(address, out);
    if !title.is_empty() {
        out.push_str("\" title=\"");
        escape(title, out);
    }
    out.push_str("\">");
}

/// `[words](address "title")`, or a picture with a `!` before it.
fn link(rest: &str, depth: usize, missing: &mut Missing, out: &mut String) -> usize {
    let picture = rest.starts_with('!');
    let from = usize::from(picture);
    let Some((words, end)) = bracketed(rest, from, *b"[]", missing) else {
        return 0;
    };
    let Some((inside, end)) = bracketed(rest, end, *b"()", missing) else {
        return 0;
    };
    let inside = inside.trim();
    let (address, title) = match inside.strip_prefix('<').and_then(|it| parted(it, b">")) {
        Some(parts) => parts,
        None => parted(inside, b" \n").unwrap_or((inside, "")),
    };
    // Without the marks around it.
    let title = title.trim();
    let title = title.get(1..title.len().max(2) - 1).unwrap_or_default();
    if picture {
        out.push_str("<img src=\"");
        escape(address, out);
        out.push_str("\" alt=\"");
        escape(words, out);
        out.push_str("\">");
    } else {
        anchor(address, title, out);
        inlines(words, depth - 1, out);
        out.push_str("</a>");
    }
    end
}

/// What stands between a bracket at `at` and its partner, and where it goes on behind that.
fn bracketed<'a>(
    text: &'a str,
    at: usize,
    [open, close]: [u8; 2],
    missing: &mut Missing,
) -> Option<(&'a str, usize)> {
    let bytes = text.as_bytes();
    if bytes.get(at) != Some(&open) {
        return None;
    }
    let mut deep = 0_usize;
    let mut place = at;
    while let Some(byte) = bytes.get(place).filter(|_| place - at < LONGEST_LINK) {
        missing.steps += 1;
        match *byte {
            b'\\' => place += 1,
            byte if byte == open => deep += 1,
            byte if byte == close => deep -= 1,
            _ => {}
        }
        if deep == 0 {
            return Some((text.get(at + 1..place)?, place + 1));
        }
        place += 1;
    }
    None
}

/// `*stress*`, `**strength**`, both, or `~~what is no longer true~~`.
fn emphasis(text: &str, at: usize, depth: usize, missing: &mut Missing, out: &mut String) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let sign = text.as_bytes().get(at).copied().unwrap_or_default();
    let run = count_of(sign, rest);
    let before = text.get(..at).and_then(|text| text.chars().next_back());
    let behind = rest.get(run..).and_then(|text| text.chars().next());
    let (open, close) = match (sign, run) {
        (b'~', 2) => ("<s>", "</s>"),
        (b'~', _) => return 0,
        (_, 1) => ("<em>", "</em>"),
        (_, 2) => ("<strong>", "</strong>"),
        (_, 3) => ("<strong><em>", "</em></strong>"),
        _ => return 0,
    };
    // `snake_case` and `2 * 3` stress nothing.
    let inside_word = sign == b'_' && before.is_some_and(is_letter);
    if behind.is_none_or(char::is_whitespace) || inside_word {
        return 0;
    }
    let Some(end) = closer(rest, sign, run, missing) else {
        return 0;
    };
    out.push_str(open);
    inlines(rest.get(run..end).unwrap_or_default(), depth - 1, out);
    out.push_str(close);
    end + run
}

/// A letter or a digit, as far as stress goes: what is not ASCII is one, but for the signs that writers use.
fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphanumeric(),
        '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{206f}' => false,
        _ => true,
    }
}

/// Where a run of this length closes what one has opened at the start of the text.
fn closer(text: &str, sign: u8, run: usize, missing: &mut Missing) -> Option<usize> {
    if missing.closers.contains(&(sign, run)) {
        return None;
    }
    let bytes = text.as_bytes();
    let mut ticks = Missing::default();
    let mut at = run;
    while let Some(byte) = bytes.get(at) {
        let rest = text.get(at..).unwrap_or_default();
        at += match *byte {
            b'\\' => 2,
            b'`' => {
                let count = count_of(b'`', rest);
                closing_ticks(rest, count, &mut ticks).unwrap_or(0) + count
            }
            byte if byte == sign => {
                let found = count_of(sign, rest);
                let before = text.get(..at).and_then(|text| text.chars().next_back());
                let behind = rest.get(found..).and_then(|text| text.chars().next());
                let closes = before.is_some_and(|c| !c.is_whitespace())
                    && !(sign == b'_' && behind.is_some_and(is_letter));
                let opens = behind.is_some_and(|c| !c.is_whitespace());
                if closes && found == run {
                    return Some(at);
                }
                // `*a **b***`: the last sign of the run is this one's.
                if closes && !opens && found > run {
                    return Some(at + found - run);
                }
                found
            }
            _ => 1,
        };
    }
    missing.closers.push((sign, run));
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn gives(markdown: &str, wanted: &str) {
        assert_eq!(html(markdown), wanted, "{markdown:?}");
    }

    #[test]
    fn blank_lines_part_paragraphs_and_line_ends_do_not() {
        gives("One\ntwo\n\n \nThree", "<p>One\ntwo</p><p>Three</p>");
        gives("One  \ntwo\\\nthree", "<p>One<br>two<br>three</p>");
        gives("", "");
    }

    #[test]
    fn headings_are_written_in_two_ways() {
        gives("## What next ##\ntext", "<h2>What next</h2><p>text</p>");
        gives("Title\n===\nPart\n---", "<h1>Title</h1><h2>Part</h2>");
        gives("#hash ####### x", "<p>#hash ####### x</p>");
    }

    #[test]
    fn stress_is_closed_or_words() {
        gives(
            "*a* _b_ **c** __d__ ***e*** ~~f~~",
            "<p><em>a</em> <em>b</em> <strong>c</strong> <strong>d</strong> <strong><em>e</em></strong> <s>f</s></p>",
        );
        gives("**a *b* c**", "<p><strong>a <em>b</em> c</strong></p>");
        gives("*a **b***", "<p><em>a <strong>b</strong></em></p>");
        gives(
            "2 * 3 * 4, a_b_c and *open",
            "<p>2 * 3 * 4, a_b_c and *open</p>",
        );
        gives(r"\*a\* `*b*`", "<p>*a* <code>*b*</code></p>");
    }

    #[test]
    fn links_and_pictures_have_addresses() {
        gives(
            "See [the *log*](https://a.example/(x) \"Log\") and <https://b.example>.",
            "<p>See <a href=\"https://a.example/(x)\" title=\"Log\">the <em>log</em></a> and \
             <a href=\"https://b.example\">https://b.example</a>.</p>",
        );
        gives("![Mud](m.jpg)", "<p><img src=\"m.jpg\" alt=\"Mud\"></p>");
        gives("[1] and [a] (b)", "<p>[1] and [a] (b)</p>");
    }

    #[test]
    fn lists_lie_in_one_another() {
        gives(
            "- a\n- b\n  1. c\n  2. d\n\n     e\n- f",
            "<ul><li><p>a</p></li><li><p>b</p><ol><li><p>c</p></li><li><p>d</p><p>e</p></li></ol></li>\
             <li><p>f</p></li></ul>",
        );
        gives(
            "3) a\n4) b",
            "<ol start=\"3\"><li><p>a</p></li><li><p>b</p></li></ol>",
        );
        gives("In\n1984. A year", "<p>In\n1984. A year</p>");
    }

    #[test]
    fn quotes_go_on_without_their_sign() {
        gives(
            "> a\nb\n> > c\n\nd",
            "<blockquote><p>a\nb</p><blockquote><p>c</p></blockquote></blockquote><p>d</p>",
        );
    }

    #[test]
    fn code_is_words() {
        gives(
            "```rust x\nlet a = \"<b>\";\n\n```\n    indented\n\n---",
            "<pre><code class=\"language-rust\">let a = &quot;&lt;b&gt;&quot;;\n\n</code></pre>\
             <pre><code>indented\n</code></pre><hr>",
        );
        gives("``a ` b``", "<p><code>a ` b</code></p>");
    }

    #[test]
    fn signs_of_html_are_words_and_tags_are_left_to_others() {
        gives(
            "a < b & c &amp; AT&T",
            "<p>a &lt; b &amp; c &amp; AT&amp;T</p>",
        );
        gives("a <b>b</b> <", "<p>a <b>b</b> &lt;</p>");
    }

    #[test]
    fn signs_without_partners_cost_little() {
        for word in [
            "*a ", "_a ", "[", "![", "`a", "<a ", "> ", "- ", "**a *", "~~a ",
        ] {
            html(&word.repeat(20_000));
        }
    }

    #[test]
    fn brackets_without_partners_take_only_so_many_steps() {
        // Two of them cost less than that: the link behind them is one.
        gives("[[ [a](b)", "<p>[[ <a href=\"b\">a</a></p>");
        // So many do not.
        for word in ["[", "![", "[]("] {
            let words = word.repeat(20_000);
            let text = [&words, "[a](b)"].concat();
            gives(&text, &["<p>", &text, "</p>"].concat());
        }
    }

    #[test]
    fn runs_of_backticks_are_as_long_as_writers_make_them() {
        for (ticks, is_code) in [(1, true), (MOST_TICKS, true), (MOST_TICKS + 1, false)] {
            let ticks = "`".repeat(ticks);
            let html = html(&["a ", &ticks, "b", &ticks].concat());
            assert_eq!(html.contains("<code>"), is_code, "{html}");
        }
    }
}
