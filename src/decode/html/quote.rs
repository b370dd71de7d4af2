//! Words of others, words set large, and words whose lines were arranged by hand.

use super::names::{Attribute, Tag, role};
use super::object::Object;
use super::{Out, Reader};
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
    fn set_source(&self, at: Option<usize>, mut quote: Object, out: &mut Out) {
        if let Some(at) = at {
            let mut cite = self.text_of(at);
            if let Some(Json::Text(words)) = cite.first_mut() {
                let dash = |c: char| matches!(c, '—' | '–' | '―' | '-' | ' ' | '\n');
                *words = words.trim_start_matches(dash).to_owned();
            }
            quote.list("cite", cite);
        }
        quote.push(out);
    }

    pub fn quote(&self, at: usize, out: &mut Out) {
        let source = self.source_of(at);
        let mut blocks = Vec::new();
        self.flow(at + 1..source.unwrap_or(self.tree.after(at)), &mut blocks);
        if blocks.is_empty() {
            // A source without words is words.
            return self.flow(self.tree.inside(at), out);
        }
        let mut quote = Object::new("quote");
        quote.list("blocks", blocks);
        self.set_source(source, quote, out);
    }

    pub fn pull_quote(&self, at: usize, out: &mut Out) {
        let quoted = self.tree.find(at, Tag::Blockquote).unwrap_or(at);
        let source = self.source_of(quoted);
        let mut quote = Object::new("pullquote");
        quote.list(
            "text",
            self.text(quoted + 1..source.unwrap_or(self.tree.after(quoted))),
        );
        let source = source.or_else(|| self.tree.find(at, Tag::Caption));
        self.set_source(source, quote, out);
        self.media(at, out);
    }

    pub fn preformatted(&self, at: usize, out: &mut Out) {
        if self.tree.is(at, role::VERSE) {
            self.keeps_lines.set(true);
            super::object::push_list(out, "verse", "text", self.text_of(at));
            return self.keeps_lines.set(false);
        }
        let code = self.tree.find(at, Tag::Code);
        let mut language = "";
        for class in [Some(at), code].into_iter().flatten() {
            for word in self.tree.value(class, Attribute::Class).split(' ') {
                if let Some(name) = word
                    .strip_prefix("language-")
                    .or(word.strip_prefix("lang-"))
                {
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
        let mut block = Object::new(if is_code { "code" } else { "preformatted" });
        block.word("text", text.trim_ascii_end());
        block.word("language", language);
        block.push(out);
        self.media(at, out);
    }
}
