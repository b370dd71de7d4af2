//! Short codes that nothing has filled in: `[vc_row full_width="yes"]`, `[/vc_row]`.
//!
//! A site's software replaces them before it publishes; what is left belongs to an extension that is gone.

/// Appends `text` to `kept` without its short codes and its ends of lines, which our own format would show; says whether
/// there were short codes.
pub fn strip(text: &str, kept: &mut String) -> bool {
    let mut found = false;
    let mut rest = text;
    // Only up to the next bracket of either kind, so that a heap of them costs one look each.
    while let Some(length) = rest.find(['[', ']', '\n']) {
        let (before, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        kept.push_str(before);
        let inside = after.strip_prefix('[').unwrap_or_default();
        let inside = inside.split(['[', ']']).next().unwrap_or_default();
        let code = after
            .get(1 + inside.len()..)
            .and_then(|end| end.strip_prefix(']'));
        match code {
            Some(end) if is_short_code(inside) => {
                found = true;
                rest = end;
            }
            _ => {
                let mut chars = after.chars();
                kept.extend(chars.next().map(|c| if c == '\n' { ' ' } else { c }));
                rest = chars.as_str();
            }
        }
    }
    kept.push_str(rest);
    found
}

/// A name with an underscore or with attributes, or the end of one: `[sic]` and `[1]` are words of the text.
fn is_short_code(inside: &str) -> bool {
    if let Some(name) = inside.strip_prefix('/') {
        return is_name(name) && name.len() > 1;
    }
    let (name, rest) = inside.split_once(' ').unwrap_or((inside, ""));
    let attribute = |rest: &str| {
        let (name, value) = rest.trim_start().split_once('=')?;
        Some(is_name(name) && value.starts_with(['"', '\'', '“', '”', '″', '«', '‘', '’', '′']))
    };
    is_name(name)
        && name.len() > 1
        && (attribute(rest) == Some(true) || rest.is_empty() && name.contains('_'))
}

fn is_name(name: &str) -> bool {
    let fits = |byte: u8| {
        byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'_' | b'-')
    };
    name.bytes().all(fits) && name.starts_with(|c: char| c.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn strips(text: &str, wanted: &str) {
        let mut kept = String::new();
        strip(text, &mut kept);
        assert_eq!(kept, wanted);
    }

    #[test]
    fn short_codes_go() {
        strips(
            r#"[vc_row full_width="yes"][vc_column]Words[/vc_column][/vc_row]"#,
            "Words",
        );
        strips("a [gallery ids=”1,2″] b", "a  b");
        strips(
            "[embed]https://a.example/[/embed]",
            "[embed]https://a.example/",
        );
    }

    #[test]
    fn brackets_of_the_text_stay() {
        for words in [
            "“They [the crew] left”",
            "[sic]",
            "[1]",
            "[…]",
            "[Update: 9 = nine]",
            "a[i] = b[j]",
            "[see https://a.example/?b=\"c\"]",
            "[[[",
            "]",
            "[/]",
        ] {
            strips(words, words);
        }
    }
}
