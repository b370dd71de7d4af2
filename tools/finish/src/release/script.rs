//! Scripts, made small.

use crate::files::Done;
use oxc_allocator::Allocator;
use oxc_ast::ast::Program;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_minifier::{CompressOptions, MangleOptions, Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::{SourceType, Span};

/// A module, with all names that nobody outside can see shortened and all dead code gone.
pub fn minify(source: &str, name: &str) -> Done<String> {
    print_small(source, name, SourceType::mjs())
}

/// The script in the page itself, whose top-level names others can see.
pub fn minify_inline(source: &str, name: &str) -> Done<String> {
    print_small(source, name, SourceType::cjs().with_script(true))
}

fn print_small(source: &str, name: &str, kind: SourceType) -> Done<String> {
    let allocator = Allocator::default();
    let mut program = parse_as(&allocator, source, name, kind)?;
    // A name declared twice, by a snippet and by the glue, would only be noticed by a browser.
    let checked = oxc_semantic::SemanticBuilder::new()
        .with_check_syntax_error(true)
        .build(&program);
    if let Some(error) = checked.diagnostics.first() {
        return Err(format!("{name} is no module: {error:?}").into());
    }
    let made = Minifier::new(MinifierOptions {
        mangle: Some(MangleOptions::default()),
        mangle_properties: None,
        compress: Some(CompressOptions::smallest()),
    })
    .minify(&allocator, &mut program);
    let printed = Codegen::new()
        .with_options(CodegenOptions::minify())
        .with_scoping(made.scoping)
        .build(&program);
    Ok(printed.code.to_string())
}

/// The same module, readable still, without what nothing uses.
pub fn without_dead_code(source: &str, name: &str) -> Done<String> {
    let allocator = Allocator::default();
    let mut program = parse(&allocator, source, name)?;
    Minifier::new(MinifierOptions {
        mangle: None,
        mangle_properties: None,
        compress: Some(CompressOptions::dce()),
    })
    .dce(&allocator, &mut program);
    Ok(Codegen::new().build(&program).code.to_string())
}

pub fn parse<'a>(allocator: &'a Allocator, source: &'a str, name: &str) -> Done<Program<'a>> {
    parse_as(allocator, source, name, SourceType::mjs())
}

fn parse_as<'a>(
    allocator: &'a Allocator,
    source: &'a str,
    name: &str,
    kind: SourceType,
) -> Done<Program<'a>> {
    let parsed = Parser::new(allocator, source, kind).parse();
    match parsed.diagnostics.first() {
        Some(error) => Err(format!("{name} is not understood: {error:?}").into()),
        None => Ok(parsed.program),
    }
}

/// Replacements in a text, collected while it is read and made at once.
#[derive(Default)]
pub struct Edits(Vec<(Span, String)>);

impl Edits {
    pub fn replace(&mut self, span: Span, text: impl Into<String>) {
        self.0.push((span, text.into()));
    }

    pub fn remove(&mut self, span: Span) {
        self.replace(span, "");
    }

    pub fn apply(mut self, source: &str) -> String {
        self.0.sort_by_key(|(span, _)| span.start);
        let mut edited = String::with_capacity(source.len());
        let mut done = 0;
        for (span, text) in self.0 {
            assert!(span.start >= done, "two edits of the same place");
            edited.push_str(&source[done as usize..span.start as usize]);
            edited.push_str(&text);
            done = span.end;
        }
        edited.push_str(&source[done as usize..]);
        edited
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_loses_names_and_dead_code() {
        let source = "const answer = 42;\nfunction unused() {}\nexport const twice = answer * 2;\n";
        let small = minify(source, "a.js").unwrap();
        assert!(!small.contains("unused") && small.contains("84"), "{small}");
    }

    #[test]
    fn a_script_of_the_page_keeps_its_top_level_names() {
        let small = minify_inline("var early = fetch('a');", "a.js").unwrap();
        assert!(small.starts_with("var early=fetch("), "{small}");
    }

    #[test]
    fn an_error_names_the_file() {
        let fault = minify("const = 1;", "a.js").unwrap_err().to_string();
        assert!(fault.starts_with("a.js is not understood"), "{fault}");
    }

    #[test]
    fn edits_are_made_from_the_front_whatever_their_order() {
        let mut edits = Edits::default();
        edits.remove(Span::new(4, 6));
        edits.replace(Span::new(0, 1), "xy");
        assert_eq!(edits.apply("abcdefg"), "xybcdg");
    }
}
