//! wasm-bindgen's module, cut down to what one page needs of it.
//!
//! It is written for importers, for old browsers and for debugging; ours has no importer, runs in
//! browsers of the last two years, and talks to one wasm whose names nobody else reads.

use super::script::{self, Edits};
use crate::files::Done;
use oxc_allocator::Allocator;
use oxc_ast::ast::{
    Declaration, Expression, ObjectExpression, ObjectProperty, ObjectPropertyKind, Statement,
    StaticMemberExpression, VariableDeclarator,
};
use oxc_ast_visit::{Visit, walk};
use oxc_span::{GetSpan, Span};
use std::collections::{BTreeMap, BTreeSet};

const MODULE: &str = "wasm-bindgen's module";
/// The name under which the wasm imports this module.
const IMPORTED_AS: &str = "./article-viewer_bg.js";

/// Checks for what every supported browser has, and the value that they have there.
const CERTAIN: [(&str, &str); 2] = [
    ("(typeof FinalizationRegistry === 'undefined')", "false"),
    ("!('encodeInto' in cachedTextEncoder)", "false"),
];

/// Takes away the exports, and with them the classes that only an importer could make.
///
/// Leptos brings three such classes along (streams for server functions, which the viewer has not).
/// Their code in the wasm goes too, once nothing here calls it: see [`super::wasm`].
pub fn close(module: &str) -> Done<String> {
    let allocator = Allocator::default();
    let program = script::parse(&allocator, module, MODULE)?;
    let mut edits = Edits::default();
    let mut classes = BTreeSet::new();
    for statement in &program.body {
        match statement {
            Statement::ExportNamedDeclaration(export) => edits.remove(export.span),
            Statement::ExportDeclaration(export) => match &export.declaration {
                Declaration::ClassDeclaration(class) if class.id.is_some() => {
                    classes.extend(class.id.iter().map(|id| id.name.to_string()));
                    edits.remove(export.span);
                }
                other => edits.remove(Span::new(export.span.start, other.span().start)),
            },
            _ => {}
        }
    }
    // `if (Symbol.dispose) Class.prototype…` and `const ClassFinalization = …` go with their class.
    for statement in &program.body {
        let text = statement.span().source_text(module);
        let goes = classes.iter().any(|class| {
            text.starts_with(&format!("if (Symbol.dispose) {class}.prototype"))
                || text.starts_with(&format!("const {class}Finalization = "))
        });
        if goes {
            edits.remove(statement.span());
        }
    }
    let mut closed = edits.apply(module);
    for (check, value) in CERTAIN {
        closed = closed.replace(check, value);
    }
    match classes.iter().find(|class| closed.contains(class.as_str())) {
        Some(class) => Err(format!("{MODULE} exports the class {class} and uses it itself").into()),
        None => Ok(closed),
    }
}

/// The exports of the wasm that the module uses.
pub fn exports_used(module: &str) -> Done<BTreeSet<String>> {
    let allocator = Allocator::default();
    let program = script::parse(&allocator, module, MODULE)?;
    let mut found = WasmMembers::default();
    found.visit_program(&program);
    Ok(found.0.into_iter().map(|(name, _)| name).collect())
}

/// Drops the functions that the wasm does not import any more, and what only they used.
pub fn drop_imports(module: &str, remaining: &BTreeSet<String>) -> Done<String> {
    let allocator = Allocator::default();
    let program = script::parse(&allocator, module, MODULE)?;
    let mut found = Imports::default();
    found.visit_program(&program);
    let mut edits = Edits::default();
    for import in found
        .functions
        .iter()
        .filter(|import| !remaining.contains(&import.name))
    {
        let after = &module[import.whole.end as usize..];
        let comma = after.find(',').filter(|at| after[..*at].trim().is_empty());
        let end = import.whole.end + comma.map_or(0, |at| at as u32 + 1);
        edits.remove(Span::new(import.whole.start, end));
    }
    script::without_dead_code(&edits.apply(module), MODULE)
}

/// What the wasm and the module call each other's parts, from the long name to the short one.
pub struct ShortNames {
    pub module: String,
    pub imports: BTreeMap<String, String>,
    pub exports: BTreeMap<String, String>,
}

/// Gives the imports and exports the names that they have in the wasm now.
pub fn rename(module: &str, names: &ShortNames) -> Done<String> {
    let allocator = Allocator::default();
    let program = script::parse(&allocator, module, MODULE)?;
    let mut edits = Edits::default();

    let mut members = WasmMembers::default();
    members.visit_program(&program);
    for (name, span) in members.0 {
        let short = names.exports.get(&name);
        edits.replace(
            span,
            short.ok_or_else(|| format!("the wasm does not export `{name}`"))?,
        );
    }

    let mut found = Imports::default();
    found.visit_program(&program);
    let Some(own_name) = found.own_name else {
        return Err(format!("{MODULE} does not name itself {IMPORTED_AS}").into());
    };
    edits.replace(own_name, &names.module);
    let given: BTreeSet<&String> = found.functions.iter().map(|import| &import.name).collect();
    if let Some(missing) = names.imports.keys().find(|name| !given.contains(name)) {
        return Err(format!("{MODULE} does not give the wasm its import `{missing}`").into());
    }
    for import in &found.functions {
        let short = names.imports.get(&import.name);
        let short = short.ok_or_else(|| format!("the wasm does not import `{}`", import.name))?;
        edits.replace(import.key, short);
    }
    Ok(edits.apply(module))
}

/// Every `wasm.name`.
#[derive(Default)]
struct WasmMembers(Vec<(String, Span)>);

impl<'a> Visit<'a> for WasmMembers {
    fn visit_static_member_expression(&mut self, member: &StaticMemberExpression<'a>) {
        if matches!(&member.object, Expression::Identifier(object) if object.name == "wasm") {
            self.0
                .push((member.property.name.to_string(), member.property.span));
        }
        walk::walk_static_member_expression(self, member);
    }
}

/// The functions that the module gives to the wasm: the members of `import0`, which stands in
/// `{ "./article-viewer_bg.js": import0 }` or has been put there by the removal of dead code.
#[derive(Default)]
struct Imports {
    functions: Vec<Import>,
    own_name: Option<Span>,
}

struct Import {
    name: String,
    key: Span,
    whole: Span,
}

impl Imports {
    fn take(&mut self, object: &ObjectExpression) {
        for property in &object.properties {
            let ObjectPropertyKind::ObjectProperty(property) = property else {
                continue;
            };
            match property.key.static_name() {
                Some(name) if name != "__proto__" => self.functions.push(Import {
                    name: name.into_owned(),
                    key: property.key.span(),
                    whole: property.span,
                }),
                _ => {}
            }
        }
    }
}

impl<'a> Visit<'a> for Imports {
    fn visit_variable_declarator(&mut self, variable: &VariableDeclarator<'a>) {
        match (&variable.init, variable.id.get_identifier_name()) {
            (Some(Expression::ObjectExpression(object)), Some(name)) if name == "import0" => {
                self.take(object);
            }
            _ => walk::walk_variable_declarator(self, variable),
        }
    }

    fn visit_object_property(&mut self, property: &ObjectProperty<'a>) {
        if property
            .key
            .static_name()
            .is_none_or(|name| name != IMPORTED_AS)
        {
            return walk::walk_object_property(self, property);
        }
        self.own_name = Some(property.key.span());
        if let Expression::ObjectExpression(object) = &property.value {
            self.take(object);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "\
export class Stream { pull() { return wasm.stream_pull(this); } }
if (Symbol.dispose) Stream.prototype[Symbol.dispose] = Stream.prototype.free;
function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg_log_1: function(arg0) { console.log(arg0); },
        __wbg_pull_2: function(arg0) { only(arg0); },
        __wbg_call_3: function(arg0) { return wasm.invoke(arg0); },
    };
    return {
        __proto__: null,
        \"./article-viewer_bg.js\": import0,
    };
}
const StreamFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_stream_free(ptr, 1));
function only(a) { wasm.only(a); }
export { initSync, __wbg_init as default };
start(__wbg_get_imports());
";

    fn set(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|name| name.to_string()).collect()
    }

    #[test]
    fn exports_and_their_classes_go() {
        let closed = close(GLUE).unwrap();
        assert!(
            !closed.contains("export") && !closed.contains("Stream"),
            "{closed}"
        );
        assert_eq!(exports_used(&closed).unwrap(), set(&["invoke", "only"]));
    }

    #[test]
    fn an_exported_function_stays_if_the_module_uses_it() {
        let closed = close("export function f() {}\nf();\n").unwrap();
        assert_eq!(closed, "function f() {}\nf();\n");
    }

    #[test]
    fn a_class_that_the_module_uses_is_refused() {
        let fault = close("export class Stream {}\nnew Stream();\n")
            .unwrap_err()
            .to_string();
        assert!(fault.contains("class Stream"), "{fault}");
    }

    #[test]
    fn a_dropped_import_takes_its_helpers_along() {
        let module = close(GLUE).unwrap();
        let module = drop_imports(&module, &set(&["__wbg_log_1", "__wbg_call_3"])).unwrap();
        assert!(
            !module.contains("pull_2") && !module.contains("only"),
            "{module}"
        );
        assert_eq!(exports_used(&module).unwrap(), set(&["invoke"]));
    }

    #[test]
    fn both_sides_get_the_short_names() {
        let module = close(GLUE).unwrap();
        let remaining = ["__wbg_log_1", "__wbg_call_3"];
        let module = drop_imports(&module, &set(&remaining)).unwrap();
        let names = ShortNames {
            module: "a".into(),
            imports: remaining
                .iter()
                .zip(["a", "b"])
                .map(|(l, s)| (l.to_string(), s.into()))
                .collect(),
            exports: [("invoke".to_string(), "a".to_string())].into(),
        };
        let module = rename(&module, &names).unwrap();
        assert!(
            module.contains("wasm.a(") && !module.contains("__wbg_log_1"),
            "{module}"
        );
        assert!(!module.contains("article-viewer_bg"), "{module}");
    }

    #[test]
    fn an_import_that_only_one_side_knows_is_refused() {
        let module = close(GLUE).unwrap();
        let names = ShortNames {
            module: "a".into(),
            imports: [("__wbg_other_9".to_string(), "a".to_string())].into(),
            exports: [("invoke", "a"), ("only", "b")]
                .map(|(l, s)| (l.into(), s.into()))
                .into(),
        };
        let fault = rename(&module, &names).unwrap_err().to_string();
        assert!(fault.contains("__wbg_other_9"), "{fault}");
    }
}
