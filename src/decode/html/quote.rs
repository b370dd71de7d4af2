//! Words of others, words set large, and words whose lines were arranged by hand.

use std::ops::Range;

use super::Reader;
use super::names::{Attribute, Tag, role};
use super::tree::Kind;
use crate::model::block::{Code, Preformatted, PullQuote, Quote, Verse};
use crate::model::{Block, Inline, Text};

impl Reader<'_> {
    /// The words inside a quotation, in front of and behind its source, and the source.
    fn parts(&self, at: usize) -> (Range<usize>, Range<usize>, Text) {
        let inside = self.tree.inside(at);
        let cite = self.child(at, Tag::Footer).or_else(|| {
            // A title of a work in the middle of the words is not their source.
            self.child(at, Tag::Cite)
                .filter(|cite| self.is_last(self.tree.after(*cite)..inside.end))
        });
        match cite {
            Some(cite) => {
                let mut text = self.text(self.tree.inside(cite));
                trim_dash(&mut text);
                (inside.start..cite, self.tree.after(cite)..inside.end, text)
            }
            None => (inside.clone(), inside.end..inside.end, Text::new()),
        }
    }

    /// Whether nothing but white space follows.
    fn is_last(&self, mut rest: Range<usize>) -> bool {
        rest.all(|at| match self.tree.kind(at) {
            Kind::Text(words) => words.trim_ascii().is_empty(),
            Kind::Comment(_) => true,
            Kind::Formula(_) | Kind::Element(_) => false,
        })
    }

    pub fn quote(&self, at: usize, out: &mut Vec<Block>) {
        let (words, rest, cite) = self.parts(at);
        let mut blocks = self.blocks(words);
        self.flow(rest, &mut blocks);
        match blocks.is_empty() {
            // A source without words is words.
            true => self.flow(self.tree.inside(at), out),
            false => out.push(Block::Quote(Quote { blocks, cite })),
        }
    }

    pub fn pull_quote(&self, at: usize, out: &mut Vec<Block>) {
        let inside = self.tree.inside(at);
        let quote = self
            .tree
            .find(inside.clone(), Tag::Blockquote)
            .unwrap_or(at);
        let (words, rest, mut cite) = self.parts(quote);
        let mut text = self.text(words);
        text.extend(self.text(rest));
        if cite.is_empty()
            && let Some(caption) = self.tree.find(inside.clone(), Tag::Caption)
        {
            cite = self.text(self.tree.inside(caption));
        }
        out.push(Block::PullQuote(PullQuote { text, cite }));
        self.media(inside, out);
    }

    pub fn preformatted(&self, at: usize, out: &mut Vec<Block>) {
        let inside = self.tree.inside(at);
        if self.tree.is(at, role::VERSE) {
            self.keeps_lines.set(true);
            let text = self.text(inside);
            self.keeps_lines.set(false);
            let cite = Text::new();
            return out.push(Block::Verse(Verse { text, cite }));
        }
        let code = self.tree.find(inside.clone(), Tag::Code);
        let language = [Some(at), code].into_iter().flatten().find_map(|at| {
            let class = self.tree.attribute(at, Attribute::Class)?;
            class.split_ascii_whitespace().find_map(|word| {
                word.strip_prefix("language-")
                    .or_else(|| word.strip_prefix("lang-"))
            })
        });
        let mut text = String::new();
        for inner in inside.clone() {
            match self.tree.kind(inner) {
                Kind::Text(words) | Kind::Formula(words) => text.push_str(words),
                Kind::Element(Tag::Break) => text.push('\n'),
                // Boxes inside begin new lines.
                Kind::Element(tag)
                    if !tag.is_inline() && !text.is_empty() && !text.ends_with('\n') =>
                {
                    text.push('\n')
                }
                Kind::Element(_) | Kind::Comment(_) => {}
            }
        }
        text.truncate(text.trim_ascii_end().len());
        if !text.is_empty() {
            out.push(
                match code.is_some() || language.is_some() || self.tree.is(at, role::CODE) {
                    true => Block::Code(Code {
                        text,
                        language: language.map(str::to_owned),
                        caption: Text::new(),
                    }),
                    false => Block::Preformatted(Preformatted { text }),
                },
            );
        }
        self.media(inside, out);
    }
}

/// The dash in front of a source is the page's business.
fn trim_dash(text: &mut Text) {
    if let Some(Inline::Plain(words)) = text.first_mut() {
        let rest = words.trim_start_matches(|c: char| {
            c.is_ascii_whitespace() || matches!(c, '—' | '–' | '―' | '-')
        });
        *words = rest.to_owned();
    }
}
