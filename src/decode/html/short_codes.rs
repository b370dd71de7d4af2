//! Short codes that nothing has filled in: `[vc_row full_width="yes"]`, `[/vc_row]`.
//!
//! A site's software replaces them before it publishes; what is left belongs to an extension that is gone.

/// Appends `text` to `kept` without its short codes; says whether there were any.
pub fn strip(text: &str, kept: &mut String) -> bool {
    let mut found = false;
    let mut parts = text.split('[');
    kept.push_str(parts.next().unwrap_or_default());
    for part in parts {
        match part.split_once(']') {
            Some((inside, rest)) if is_short_code(inside) => {
                found = true;
                kept.push_str(rest);
            }
            _ => {
                kept.push('[');
                kept.push_str(part);
            }
        }
    }
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
