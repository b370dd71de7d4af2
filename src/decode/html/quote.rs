//! Words of others, words set large, and words whose lines were arranged by hand.

use super::Reader;
use super::names::{Attribute, Tag, role};
use super::object::Out;
use crate::json::Json;

impl Reader<'_> {
    /// The source of a quotation: a footer, or a `cite` behind the words.
    #[inline(never)]
    fn source_of(&self, at: usize) -> Option<usize> {
        self.tree.child(at, Tag::Footer).or_else(|| {
            // A title of a work in the middle of the words is not their source.
            let cite = self.tree.child(at, Tag::Cite)?;
            let rest = self.tree.line(self.tree.after(cite)..self.tree.after(at));
            rest.is_empty().then_some(cite)
        })
    }

    /// Adds the source without the dash in front of it, which is the page's business.
    #[inline(never)]
    fn source_member(&self, at: Option<usize>, out: &mut Out) {
        let Some(at) = at else { return };
        let mark = out.mark();
        self.text(self.tree.inside(at), out);
        if let Some(Json::Text(words)) = out.0.get_mut(mark) {
            let dash = |c: char| matches!(c, '—' | '–' | '―' | '-' | ' ');
            *words = words.trim_start_matches(dash).to_owned();
        }
        out.gather_as(mark, "cite");
    }

    pub fn quote(&self, at: usize, out: &mut Out) {
        let mut source = self.source_of(at);
        let mark = out.open("quote");
        self.flow(at + 1..source.unwrap_or(self.tree.after(at)), out);
        // A source without words is words.
        if out.mark() == mark
            && let Some(words) = source.take()
        {
            self.flow(self.tree.inside(words), out);
        }
        out.gather_as(mark, "blocks");
        self.source_member(source, out);
    }

    pub fn pull_quote(&self, at: usize, out: &mut Out) {
        let quoted = self.tree.find(at, Tag::Blockquote).unwrap_or(at);
        let source = self.source_of(quoted);
        let mark = out.open("pullquote");
        self.text(quoted + 1..source.unwrap_or(self.tree.after(quoted)), out);
        out.gather_as(mark, "text");
        let source = source.or_else(|| self.tree.find(at, Tag::Caption));
        self.source_member(source, out);
        self.media(at, out);
    }

    pub fn preformatted(&self, at: usize, out: &mut Out) {
        if self.tree.is(at, role::VERSE) {
            out.open("verse");
            self.keeps_lines.set(true);
            self.text_member(at, "text", out);
            return self.keeps_lines.set(false);
        }
        let code = self.tree.find(at, Tag::Code);
        let mut language = "";
        for class in [at, code.unwrap_or(at)] {
            for word in self.tree.value(class, Attribute::Class).split(' ') {
                if let Some(name) = word.strip_prefix("language-") {
                    language = name;
                }
            }
        }
        let mut text = String::new();
        for inner in self.tree.inside(at) {
            text.push_str(match self.tree.tag(inner) {
                Tag::Text | Tag::Formula => self.tree.words(inner),
                Tag::Break => "\n",
                _ => "",
            });
        }
        let is_code = code.is_some() || !language.is_empty() || self.tree.is(at, role::CODE);
        out.open(if is_code { "code" } else { "preformatted" });
        out.word("text", text.trim_ascii_end());
        out.word("language", language);
        self.media(at, out);
    }
}
