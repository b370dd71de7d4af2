//! Mailboxes of the staff stay with the staff.
//!
//! Systems write `Ada Kerrigan ada@paper.example` into bylines; a reader is meant to see the name.
//! A text may name a mailbox all the same: there, somebody wrote it for readers.

use crate::model::Article;

pub fn repair(article: &mut Article) {
    let byline = &mut article.byline;
    if let Some(line) = &mut byline.line {
        clean(line);
    }
    for author in &mut byline.authors {
        clean(&mut author.name);
        if let Some(role) = &mut author.role {
            clean(role);
        }
    }
}

fn clean(line: &mut String) {
    if !line.contains('@') {
        return;
    }
    const AROUND: &[char] = &['(', ')', '<', '>', '[', ']', ',', ';', '|', '–', '-', ' '];
    let mut kept = String::new();
    for word in line.split(' ') {
        // `@ada` is a name; what has something in front of the sign is a mailbox.
        let mailbox = word.trim_start_matches(AROUND).trim_start_matches('@');
        if mailbox.contains('@') {
            kept.truncate(kept.trim_end_matches(AROUND).len());
        } else {
            if !kept.is_empty() {
                kept.push(' ');
            }
            kept.push_str(word);
        }
    }
    *line = kept;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mailbox_goes_and_a_handle_stays() {
        for (line, wanted) in [
            ("Ada Kerrigan ada@paper.example", "Ada Kerrigan"),
            ("ada@paper.example", ""),
            (
                "Ada Kerrigan (ada@paper.example) and Tom",
                "Ada Kerrigan and Tom",
            ),
            ("Ada Kerrigan – <ada@paper.example>", "Ada Kerrigan"),
            ("@ada", "@ada"),
            ("Ada (@ada) and Tom", "Ada (@ada) and Tom"),
        ] {
            let mut cleaned = line.to_owned();
            clean(&mut cleaned);
            assert_eq!(cleaned, wanted);
        }
    }
}
