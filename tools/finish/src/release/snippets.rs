//! The JavaScript that the crate brings along, moved from files of its own into wasm-bindgen's module.
//!
//! wasm-bindgen copies each such file to `snippets/` and imports it, which would cost a reader
//! one more request in the chain.
//! Here its text goes before the module, in the same scope, so that the minifier sees it all at once.
//! Forms that this does not understand are errors, never guesses.

use super::script::{self, Edits};
use crate::files::Done;
use oxc_allocator::Allocator;
use oxc_ast::ast::{ImportDeclarationSpecifier, ModuleExportName, Program, Statement};
use oxc_semantic::SemanticBuilder;
use oxc_span::{GetSpan, Span};
use std::collections::{BTreeMap, BTreeSet};

/// Puts every `./snippets/…` import of the module in its place; `read` gives a file by its path.
pub fn inline(module: &str, read: impl Fn(&str) -> Done<String>) -> Done<String> {
    const MODULE: &str = "wasm-bindgen's module";
    let allocator = Allocator::default();
    let program = script::parse(&allocator, module, MODULE)?;

    let mut edits = Edits::default();
    let mut snippets: BTreeMap<String, Snippet> = BTreeMap::new();
    let mut aliases = String::new();
    for statement in &program.body {
        let Statement::ImportDeclaration(import) = statement else {
            continue;
        };
        let from = import.source.value.as_str();
        let Some(path) = from
            .strip_prefix("./")
            .filter(|path| path.starts_with("snippets/"))
        else {
            return Err(format!("{MODULE} imports {from}, which is none of its snippets").into());
        };
        if !snippets.contains_key(path) {
            snippets.insert(path.to_owned(), Snippet::read(&read(path)?, path)?);
        }
        let snippet = &snippets[path];
        for specifier in import.specifiers.iter().flatten() {
            match specifier {
                ImportDeclarationSpecifier::ImportSpecifier(one) => {
                    let exported = one.imported.name();
                    let local = one.local.name.as_str();
                    let inner = snippet.exports.get(exported.as_str()).ok_or_else(|| {
                        format!("{path} does not export `{exported}`, which the crate imports")
                    })?;
                    if inner != local {
                        aliases.push_str(&format!("const {local} = {inner};\n"));
                    }
                }
                ImportDeclarationSpecifier::ImportNamespaceSpecifier(all) => {
                    let members: Vec<String> = snippet
                        .exports
                        .iter()
                        .map(|(exported, inner)| format!("{exported}: {inner}"))
                        .collect();
                    aliases.push_str(&format!(
                        "const {} = {{ {} }};\n",
                        all.local.name,
                        members.join(", ")
                    ));
                }
                ImportDeclarationSpecifier::ImportDefaultSpecifier(_) => {
                    return Err(format!("{path} is imported by default: export names").into());
                }
            }
        }
        edits.remove(import.span);
    }

    let mut scopes = vec![(MODULE.to_owned(), Names::without_imports(&program))];
    let mut joined = String::new();
    for (path, snippet) in snippets {
        joined.push_str(snippet.text.trim());
        joined.push('\n');
        scopes.push((path, snippet.names));
    }
    apart(&scopes)?;
    Ok(joined + &aliases + &edits.apply(module))
}

struct Snippet {
    /// Without its exports.
    text: String,
    /// From the exported name to the one inside.
    exports: BTreeMap<String, String>,
    names: Names,
}

impl Snippet {
    fn read(text: &str, path: &str) -> Done<Snippet> {
        if text.contains("import.meta") {
            return Err(format!("{path} uses import.meta, which moving it would change").into());
        }
        let allocator = Allocator::default();
        let program = script::parse(&allocator, text, path)?;
        let mut edits = Edits::default();
        let mut exports = BTreeMap::new();
        for statement in &program.body {
            match statement {
                Statement::ExportDeclaration(export) => {
                    let start = export.declaration.span().start;
                    edits.remove(Span::new(export.span.start, start));
                    let mut one = Vec::new();
                    bound(&export.declaration, &mut one);
                    exports.extend(one.into_iter().map(|name| (name.clone(), name)));
                }
                Statement::ExportNamedDeclaration(export) => {
                    edits.remove(export.span);
                    for one in &export.specifiers {
                        let ModuleExportName::IdentifierReference(local) = &one.local else {
                            return Err(format!("{path} exports a name that is a string").into());
                        };
                        exports.insert(one.exported.name().to_string(), local.name.to_string());
                    }
                }
                Statement::ImportDeclaration(_)
                | Statement::ExportAllDeclaration(_)
                | Statement::ExportFromDeclaration(_)
                | Statement::ExportDefaultDeclaration(_) => {
                    let line = text[..statement.span().start as usize].lines().count() + 1;
                    return Err(format!(
                        "{path}, line {line}: a snippet may only declare and export names"
                    )
                    .into());
                }
                _ => {}
            }
        }
        let names = Names::without_imports(&program);
        Ok(Snippet {
            text: edits.apply(text),
            exports,
            names,
        })
    }
}

fn bound(declaration: &oxc_ast::ast::Declaration, names: &mut Vec<String>) {
    use oxc_ast::ast::Declaration;
    match declaration {
        Declaration::VariableDeclaration(variables) => {
            for one in &variables.declarations {
                for name in one.id.get_binding_identifiers() {
                    names.push(name.name.to_string());
                }
            }
        }
        Declaration::FunctionDeclaration(function) => {
            names.extend(function.id.iter().map(|id| id.name.to_string()));
        }
        Declaration::ClassDeclaration(class) => {
            names.extend(class.id.iter().map(|id| id.name.to_string()));
        }
        _ => {}
    }
}

/// What a module declares at its top, and what it takes from outside.
struct Names {
    declared: BTreeSet<String>,
    global: BTreeSet<String>,
}

impl Names {
    fn without_imports(program: &Program) -> Names {
        let scoping = SemanticBuilder::new()
            .build(program)
            .semantic
            .into_scoping();
        let mut declared: BTreeSet<String> = scoping
            .get_bindings(scoping.root_scope_id())
            .keys()
            .map(|name| name.to_string())
            .collect();
        for statement in &program.body {
            let Statement::ImportDeclaration(import) = statement else {
                continue;
            };
            for specifier in import.specifiers.iter().flatten() {
                declared.remove(specifier.local().name.as_str());
            }
        }
        let global = scoping
            .root_unresolved_references()
            .keys()
            .map(|name| name.to_string())
            .collect();
        Names { declared, global }
    }
}

/// In one scope a name has one meaning.
fn apart(scopes: &[(String, Names)]) -> Done {
    for (at, (one, names)) in scopes.iter().enumerate() {
        for (place, (other, others)) in scopes.iter().enumerate() {
            if place == at {
                continue;
            }
            if let Some(name) = names.declared.intersection(&others.declared).next() {
                return Err(format!(
                    "`{name}` is declared both by {one} and by {other}: give one another name"
                )
                .into());
            }
            if let Some(name) = names.declared.intersection(&others.global).next() {
                return Err(format!(
                    "`{name}`, declared by {one}, would hide the global that {other} uses: \
                     give it another name"
                )
                .into());
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(module: &str, files: &[(&str, &str)]) -> Done<String> {
        inline(module, |path| {
            let found = files.iter().find(|(name, _)| *name == path);
            found
                .map(|(_, text)| text.to_string())
                .ok_or_else(|| format!("no {path}").into())
        })
    }

    #[track_caller]
    fn refused(module: &str, files: &[(&str, &str)], because: &str) {
        let fault = with(module, files).unwrap_err().to_string();
        assert!(fault.contains(because), "{fault}");
    }

    const IMPORT: &str = "import { shout } from './snippets/a/p.js';\n";

    #[test]
    fn a_function_moves_into_the_module() {
        let module = format!("{IMPORT}shout(1);\n");
        let made = with(
            &module,
            &[(
                "snippets/a/p.js",
                "const x = 1;\nexport function shout() { x }\n",
            )],
        );
        assert_eq!(
            made.unwrap(),
            "const x = 1;\nfunction shout() { x }\n\nshout(1);\n"
        );
    }

    #[test]
    fn an_import_under_another_name_gets_that_name() {
        let module = "import { fetch as fetch2 } from './snippets/a/p.js';\nfetch2();\n";
        let made = with(
            module,
            &[(
                "snippets/a/p.js",
                "const load = 1;\nexport { load as fetch };",
            )],
        );
        assert_eq!(
            made.unwrap(),
            "const load = 1;\nconst fetch2 = load;\n\nfetch2();\n"
        );
    }

    #[test]
    fn a_namespace_becomes_an_object() {
        let module = "import * as import1 from './snippets/a/p.js';\nuse(import1);\n";
        let made = with(module, &[("snippets/a/p.js", "export const a = 1, b = 2;")]).unwrap();
        assert!(made.contains("const import1 = { a: a, b: b };\n"), "{made}");
    }

    #[test]
    fn a_file_imported_twice_is_there_once() {
        let module = format!("{IMPORT}import {{ more }} from './snippets/a/p.js';\n");
        let file = "export const shout = 1;\nexport const more = 2;";
        let made = with(&module, &[("snippets/a/p.js", file)]).unwrap();
        assert_eq!(made.matches("const shout").count(), 1, "{made}");
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        refused(
            "import a from './snippets/a/p.js';",
            &[("snippets/a/p.js", "")],
            "by default",
        );
        refused("import { a } from 'elsewhere';", &[], "imports elsewhere");
        refused(IMPORT, &[], "no snippets/a/p.js");
        refused(
            IMPORT,
            &[("snippets/a/p.js", "export const other = 1;")],
            "does not export `shout`",
        );
        refused(
            IMPORT,
            &[("snippets/a/p.js", "\nexport * from './x.js';")],
            "line 2",
        );
        refused(
            IMPORT,
            &[("snippets/a/p.js", "export default 1;")],
            "line 1",
        );
        refused(
            IMPORT,
            &[("snippets/a/p.js", "import x from 'y';")],
            "line 1",
        );
        refused(
            IMPORT,
            &[("snippets/a/p.js", "import.meta.url")],
            "import.meta",
        );
    }

    #[test]
    fn names_that_would_meet_are_refused() {
        let module = format!("{IMPORT}function helper() {{}}\nfetch();\n");
        let helper = "export function shout() {}\nfunction helper() {}";
        refused(
            &module,
            &[("snippets/a/p.js", helper)],
            "`helper` is declared both",
        );
        let fetch = "export function shout() {}\nfunction fetch() {}";
        refused(
            &module,
            &[("snippets/a/p.js", fetch)],
            "would hide the global",
        );
    }
}
