//! Words of others, words set large, and words whose lines were arranged by hand.

use super::names::{Attribute, Tag, role};
use super::object::Object;
use super::tree::Kind;
use super::{Out, Reader};
use crate::json::Json;

impl Reader<'_> {
    /// The source of a quotation: a footer, or a `cite` behind the words.
    fn source_of(&self, at: usize) -> Option<usize> {
        self.child(at, Tag::Footer).or_else(|| {
            // A title of a work in the middle of the words is not their source.
            let cite = self.child(at, Tag::Cite)?;
            let mut rest = self.tree.after(cite)..self.tree.after(at);
            let last = rest.all(|at| match self.tree.kind(at) {
                Kind::Text(words) => words.trim_ascii().is_empty(),
                Kind::Comment(_) => true,
                Kind::Formula(_) | Kind::Element(_) => false,
            });
            last.then_some(cite)
        })
    }

    /// Adds the source without the dash in front of it, which is the page's business.
    fn set_source(&self, at: Option<usize>, quote: &mut Object) {
        let Some(at) = at else { return };
        let mut cite = self.text_of(at);
        if let Some(Json::Text(words)) = cite.first_mut() {
            let dash = |c: char| c.is_ascii_whitespace() || "—–―-".contains(c);
            *words = words.trim_start_matches(dash).to_owned();
        }
        quote.list("cite", cite);
    }

    pub fn quote(&self, at: usize, out: &mut Out) {
        let inside = self.tree.inside(at);
        let source = self.source_of(at);
        let mut blocks = self.blocks(inside.start..source.unwrap_or(inside.end));
        if let Some(source) = source {
            self.flow(self.tree.after(source)..inside.end, &mut blocks);
        }
        if blocks.is_empty() {
            // A source without words is words.
            return self.flow(inside, out);
        }
        let mut quote = Object::new("quote");
        quote.list("blocks", blocks);
        self.set_source(source, &mut quote);
        out.push(quote.into_json());
    }

    pub fn pull_quote(&self, at: usize, out: &mut Out) {
        let quoted = self.tree.find(at, Tag::Blockquote).unwrap_or(at);
        let source = self.source_of(quoted);
        let mut quote = Object::new("pullquote");
        let inside = self.tree.inside(quoted);
        quote.list(
            "text",
            self.text(inside.start..source.unwrap_or(inside.end)),
        );
        let source = source.or_else(|| self.tree.find(at, Tag::Caption));
        self.set_source(source, &mut quote);
        out.push(quote.into_json());
        self.media(at, out);
    }

    pub fn preformatted(&self, at: usize, out: &mut Out) {
        if self.tree.is(at, role::VERSE) {
            let mut verse = Object::new("verse");
            self.keeps_lines.set(true);
            verse.list("text", self.text_of(at));
            self.keeps_lines.set(false);
            return out.push(verse.into_json());
        }
        let code = self.tree.find(at, Tag::Code);
        let class = |at| {
            self.tree
                .attribute(at, Attribute::Class)
                .unwrap_or_default()
        };
        let mut words = [class(at), code.map(class).unwrap_or_default()].into_iter();
        let language = words.find_map(|class| {
            class.split(' ').find_map(|word| {
                word.strip_prefix("language-")
                    .or(word.strip_prefix("lang-"))
            })
        });
        let mut text = String::new();
        for inner in self.tree.inside(at) {
            match self.tree.kind(inner) {
                Kind::Text(words) | Kind::Formula(words) => text.push_str(words),
                Kind::Element(Tag::Break) => text.push('\n'),
                Kind::Element(_) | Kind::Comment(_) => {}
            }
        }
        let is_code = code.is_some() || language.is_some() || self.tree.is(at, role::CODE);
        let mut block = Object::new(if is_code { "code" } else { "preformatted" });
        block.word("text", text.trim_ascii_end());
        block.word("language", language.unwrap_or_default());
        out.push(block.into_json());
        self.media(at, out);
    }
}
