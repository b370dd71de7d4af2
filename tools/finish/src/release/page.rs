//! The page: hashed names, integrity, the policy, and no more bytes than it needs.
//!
//! It reads HTML as our own `index.html` is written, with every end tag in its place, and refuses
//! what the policy would block anyway.

use super::digest::{self, Hashed};
use super::{policy, script, sheet};
use crate::files::Done;

pub struct Page {
    pub html: String,
    /// The sources of its inline scripts and styles, as its policy names them.
    pub scripts: Vec<String>,
    pub styles: Vec<String>,
}

pub fn finish(html: &str, files: &[&Hashed], frames: &[String]) -> Done<Page> {
    let mut tokens = read(html)?;
    let (mut scripts, mut styles) = (Vec::new(), Vec::new());
    let mut inside = None;
    for token in &mut tokens {
        match token {
            Token::Open(tag) => {
                allowed_by_policy(tag)?;
                point_to(tag, files);
                inside = Some(tag.clone());
            }
            Token::Raw(text) if !text.trim().is_empty() => match inside.as_ref() {
                Some(tag) if tag.is_code() => {
                    *text = script::minify_inline(text, "the script in the page")?
                        .trim()
                        .to_owned();
                    scripts.push(digest::policy_source(text));
                }
                Some(tag) if tag.name == "style" => {
                    *text = sheet::minify(text, "the style in the page")?;
                    styles.push(digest::policy_source(text));
                }
                _ => {}
            },
            _ => {}
        }
    }
    let policy = policy::text(&scripts, &styles, frames);
    let charset = tokens
        .iter()
        .position(|token| matches!(token, Token::Open(tag) if tag.has("charset")))
        .ok_or("index.html has no <meta charset>, behind which the policy goes")?;
    // Chromium asks for nothing that is named behind a policy until it has come to it, which is a tenth of a second later
    // on a slow processor. What is only asked for, nobody has run yet.
    let behind = tokens[charset + 1..].iter().position(|token| {
        !matches!(token, Token::Text(_)) && !matches!(token, Token::Open(tag) if tag.is_preload())
    });
    let place = behind.map_or(tokens.len(), |behind| charset + 1 + behind);
    tokens.insert(
        place,
        Token::Open(Tag {
            name: "meta".into(),
            attributes: vec![
                ("http-equiv".into(), Some("Content-Security-Policy".into())),
                ("content".into(), Some(policy)),
            ],
        }),
    );
    Ok(Page {
        html: write(&without_room(tokens)),
        scripts,
        styles,
    })
}

/// Handlers and styles in attributes have no hash that a policy could name.
fn allowed_by_policy(tag: &Tag) -> Done {
    match tag
        .attributes
        .iter()
        .find(|(name, _)| name == "style" || name.starts_with("on"))
    {
        Some((name, _)) => Err(format!(
            "<{} {name}> in index.html: the page's policy blocks this attribute",
            tag.name
        )
        .into()),
        None => Ok(()),
    }
}

/// Gives the references to our files their hashed names, and scripts and sheets their integrity.
fn point_to(tag: &mut Tag, files: &[&Hashed]) {
    let address = match tag.name.as_str() {
        "script" => "src",
        "link" => "href",
        _ => return,
    };
    let Some(value) = tag.value_mut(address) else {
        return;
    };
    let plain = value.strip_prefix("./").unwrap_or(value);
    let Some(file) = files.iter().find(|file| file.plain == plain) else {
        return;
    };
    *value = file.name.clone();
    // On the preload of the wasm, Chromium warns about it.
    if !file.name.ends_with(".wasm") {
        tag.attributes
            .push(("integrity".into(), Some(file.integrity())));
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Doctype(String),
    Open(Tag),
    Close(String),
    Text(String),
    /// The content of a script, style, textarea or title, in which tags are no tags.
    Raw(String),
}

#[derive(Clone, Debug, PartialEq)]
struct Tag {
    name: String,
    /// Values as they are written, character references and all.
    attributes: Vec<(String, Option<String>)>,
}

impl Tag {
    fn has(&self, name: &str) -> bool {
        self.attributes.iter().any(|(own, _)| own == name)
    }

    fn value_mut(&mut self, name: &str) -> Option<&mut String> {
        let found = self.attributes.iter_mut().find(|(own, _)| own == name);
        found.and_then(|(_, value)| value.as_mut())
    }

    fn is_preload(&self) -> bool {
        let kind = self.attributes.iter().find(|(own, _)| own == "rel");
        matches!(
            kind.and_then(|(_, value)| value.as_deref()),
            Some("preload" | "modulepreload")
        )
    }

    /// A script that runs: data in a script element is nobody's business.
    fn is_code(&self) -> bool {
        let kind = self.attributes.iter().find(|(own, _)| own == "type");
        self.name == "script"
            && matches!(
                kind.and_then(|(_, value)| value.as_deref()),
                None | Some("" | "module" | "text/javascript")
            )
    }
}

/// Everything but the comments.
fn read(html: &str) -> Done<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut rest = html;
    while !rest.is_empty() {
        let line = 1 + html[..html.len() - rest.len()].matches('\n').count();
        let wrong = |what: &str| format!("index.html, line {line}: {what}");
        if let Some(comment) = rest.strip_prefix("<!--") {
            let end = comment
                .find("-->")
                .ok_or_else(|| wrong("this comment does not end"))?;
            rest = &comment[end + 3..];
        } else if rest.starts_with("<!") {
            let end = rest
                .find('>')
                .ok_or_else(|| wrong("this declaration does not end"))?;
            tokens.push(Token::Doctype(rest[..=end].to_owned()));
            rest = &rest[end + 1..];
        } else if let Some(close) = rest.strip_prefix("</") {
            let end = close
                .find('>')
                .ok_or_else(|| wrong("this tag does not end"))?;
            tokens.push(Token::Close(close[..end].trim().to_ascii_lowercase()));
            rest = &close[end + 1..];
        } else if rest.starts_with('<') && rest[1..].starts_with(|c: char| c.is_ascii_alphabetic())
        {
            let (tag, after) =
                open_tag(&rest[1..]).ok_or_else(|| wrong("this tag does not end"))?;
            rest = after;
            let raw = matches!(tag.name.as_str(), "script" | "style" | "textarea" | "title");
            let close = format!("</{}", tag.name);
            tokens.push(Token::Open(tag));
            if raw {
                let lower = rest.to_ascii_lowercase();
                let end = lower
                    .find(&close)
                    .ok_or_else(|| wrong("this element does not end"))?;
                tokens.push(Token::Raw(rest[..end].to_owned()));
                rest = &rest[end..];
            }
        } else {
            let end = rest[1..].find('<').map_or(rest.len(), |at| at + 1);
            match tokens.last_mut() {
                // Around a comment, which is gone, the text is one.
                Some(Token::Text(before)) => before.push_str(&rest[..end]),
                _ => tokens.push(Token::Text(rest[..end].to_owned())),
            }
            rest = &rest[end..];
        }
    }
    Ok(tokens)
}

/// Reads a tag from behind its `<` and gives what follows its `>`.
fn open_tag(text: &str) -> Option<(Tag, &str)> {
    let space = |c: char| c.is_ascii_whitespace();
    let end = text.find(|c: char| space(c) || c == '>' || c == '/')?;
    let mut tag = Tag {
        name: text[..end].to_ascii_lowercase(),
        attributes: Vec::new(),
    };
    let mut rest = &text[end..];
    loop {
        rest = rest.trim_start_matches(|c: char| space(c) || c == '/');
        if let Some(after) = rest.strip_prefix('>') {
            return Some((tag, after));
        }
        let end = rest.find(|c: char| space(c) || matches!(c, '=' | '>' | '/'))?;
        let name = rest[..end].to_ascii_lowercase();
        rest = rest[end..].trim_start();
        let Some(after) = rest.strip_prefix('=') else {
            tag.attributes.push((name, None));
            continue;
        };
        let after = after.trim_start();
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, after) = match quote {
            Some(quote) => after[1..].split_once(quote)?,
            None => after.split_at(after.find(|c: char| space(c) || c == '>')?),
        };
        tag.attributes
            .push((name, Some(value.replace('"', "&quot;"))));
        rest = after;
    }
}

fn write(tokens: &[Token]) -> String {
    let mut html = String::new();
    for token in tokens {
        match token {
            Token::Doctype(text) | Token::Text(text) | Token::Raw(text) => html.push_str(text),
            Token::Close(name) => html.push_str(&format!("</{name}>")),
            Token::Open(tag) => {
                html.push_str(&format!("<{}", tag.name));
                for (name, value) in &tag.attributes {
                    match value {
                        Some(value) => html.push_str(&format!(" {name}=\"{value}\"")),
                        None => html.push_str(&format!(" {name}")),
                    }
                }
                html.push('>');
            }
        }
    }
    html
}

/// Takes away the spaces that nobody sees: those beside blocks and those in a row.
fn without_room(tokens: Vec<Token>) -> Vec<Token> {
    let mut kept = Vec::with_capacity(tokens.len());
    let mut as_written = 0;
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Open(tag) if tag.name == "pre" => as_written += 1,
            Token::Close(name) if name == "pre" => as_written -= 1,
            _ => {}
        }
        let Token::Text(text) = token else {
            kept.push(token.clone());
            continue;
        };
        if as_written > 0 {
            kept.push(token.clone());
            continue;
        }
        let before = at
            .checked_sub(1)
            .map_or(Side::Block, |at| side(&tokens[at]));
        let after = tokens.get(at + 1).map_or(Side::Block, side);
        let mut text = one_space(text);
        if text == " " {
            let words_beside = before == Side::Inline || after == Side::Inline;
            if !words_beside || before == Side::Block || after == Side::Block {
                continue;
            }
        }
        if before == Side::Block {
            text = text.trim_start_matches(' ').to_owned();
        }
        if after == Side::Block {
            text = text.trim_end_matches(' ').to_owned();
        }
        kept.push(Token::Text(text));
    }
    kept
}

fn one_space(text: &str) -> String {
    let mut single = String::new();
    for character in text.chars() {
        if !character.is_ascii_whitespace() {
            single.push(character);
        } else if !single.ends_with(' ') {
            single.push(' ');
        }
    }
    single
}

#[derive(Clone, Copy, PartialEq)]
enum Side {
    /// Begins or ends a line of its own, so a space beside it does not show.
    Block,
    /// Takes no part in the line at all.
    Unseen,
    Inline,
}

fn side(token: &Token) -> Side {
    let name = match token {
        Token::Doctype(_) => return Side::Block,
        Token::Text(_) | Token::Raw(_) => return Side::Inline,
        Token::Open(tag) => tag.name.as_str(),
        Token::Close(name) => name.as_str(),
    };
    match name {
        "html" | "head" | "body" | "title" | "main" | "article" | "section" | "header"
        | "footer" | "nav" | "aside" | "div" | "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6"
        | "ul" | "ol" | "li" | "dl" | "dt" | "dd" | "figure" | "figcaption" | "blockquote"
        | "hr" | "pre" | "table" | "noscript" | "details" | "summary" => Side::Block,
        "meta" | "link" | "script" | "style" | "base" | "template" => Side::Unseen,
        _ => Side::Inline,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "\
<!doctype html>
<html lang=en>
<head>
  <meta charset=\"utf-8\">
  <!-- Goes. -->
  <title>An  article</title>
  <style>
    body { margin: 0px }
  </style>
  <script>
    // Goes too.
    early = fetch('a');
  </script>
  <link rel=\"modulepreload\" href=\"./article-viewer.js\">
  <link rel=\"preload\" href=\"./article-viewer_bg.wasm\" as=\"fetch\" crossorigin>
</head>
<body>
  <main id='article-viewer' data-note='say \"a\"'>
    <p>One
      <b>two</b> <i>three</i>
    </p>
    <pre>  as
  written </pre>
  </main>
  <script type=\"application/json\" id=\"article\"> { \"a\":  1 } </script>
  <link rel=\"stylesheet\" href=\"article-viewer.css\">
</body>
</html>
";

    fn page(html: &str) -> Done<Page> {
        let sheet = Hashed::new("article-viewer.css", b"a".to_vec());
        let script = Hashed::new("article-viewer.js", b"b".to_vec());
        let wasm = Hashed::new("article-viewer_bg.wasm", b"c".to_vec());
        finish(html, &[&sheet, &script, &wasm], &[])
    }

    fn policy(made: &Page) -> String {
        policy::text(&made.scripts, &made.styles, &[])
    }

    #[test]
    fn the_page_is_small_and_says_the_same() {
        let made = page(SOURCE).unwrap().html;
        let wanted = [
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta http-equiv=",
            "trusted-types article-viewer\"><title>An  article</title><style>body{margin:0}</style><script>early=fetch(",
            "<body><main id=\"article-viewer\" data-note=\"say &quot;a&quot;\"><p>One <b>two</b> <i>three</i></p>",
            "<pre>  as\n  written </pre></main>",
            "<script type=\"application/json\" id=\"article\"> { \"a\":  1 } </script><link rel=",
        ];
        for part in wanted {
            assert!(made.contains(part), "{part}\n{made}");
        }
        assert!(!made.contains("Goes"), "{made}");
    }

    #[test]
    fn scripts_and_sheets_have_integrity_and_the_wasm_has_none() {
        let made = page(SOURCE).unwrap().html;
        for (name, integrity) in [(".css\"", true), (".js\"", true), (".wasm\"", false)] {
            let at = made.find(name).unwrap();
            let tag = &made[at..at + made[at..].find('>').unwrap()];
            assert_eq!(tag.contains("integrity=\"sha384-"), integrity, "{tag}");
        }
        assert!(!made.contains("article-viewer.js") && !made.contains("article-viewer.css"));
    }

    #[test]
    fn the_policy_allows_the_inline_parts_by_what_they_became() {
        let made = page(SOURCE).unwrap();
        assert!(
            policy(&made).contains(&digest::policy_source("body{margin:0}")),
            "{}",
            policy(&made)
        );
        let start = made.html.find("<script>").unwrap() + 8;
        let end = start + made.html[start..].find("</script>").unwrap();
        assert!(policy(&made).contains(&digest::policy_source(&made.html[start..end])));
        assert_eq!(
            policy(&made).matches("'sha256-").count(),
            2,
            "{}",
            policy(&made)
        );
        assert!(
            made.html
                .contains(&format!("content=\"{}\"", policy(&made)))
        );
    }

    #[test]
    fn the_policy_stands_before_everything_but_what_is_preloaded() {
        let preload = "<link rel=\"preload\" href=\"a.css\" as=\"style\">";
        let made = page(&format!(
            "<meta charset=utf-8>\n{preload}\n<title>A</title>{preload}"
        ))
        .unwrap()
        .html;
        assert!(
            made.starts_with(&format!(
                "<meta charset=\"utf-8\">{preload}<meta http-equiv="
            )),
            "{made}"
        );
        assert!(
            made.ends_with(&format!("<title>A</title>{preload}")),
            "{made}"
        );
    }

    #[test]
    fn what_the_policy_would_block_is_refused() {
        for attribute in ["onload=\"a()\"", "style=\"color: red\""] {
            let html = format!("<meta charset=utf-8><body {attribute}>");
            let fault = page(&html).err().unwrap().to_string();
            assert!(fault.contains("policy blocks"), "{fault}");
        }
    }

    #[test]
    fn a_page_that_is_cut_off_is_refused_with_its_line() {
        for (html, line) in [("<p>\n<!-- a", 2), ("<p\nclass", 1), ("\n\n<style>a{}", 3)] {
            let fault = page(html).err().unwrap().to_string();
            assert!(fault.contains(&format!("line {line}:")), "{fault}");
        }
    }
}
