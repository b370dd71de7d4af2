//! The wasm, without what the module beside it does not call, and with short names between the two.
//!
//! wasm-bindgen names every import and export after its Rust or DOM name with a hash behind it.
//! Each stands in both files and does not compress; a letter or two do the same.

use super::glue::ShortNames;
use crate::files::Done;
use std::collections::{BTreeMap, BTreeSet};
use walrus::Module;

/// Keeps only these exports, drops the code that only the others reached, and every custom section but the names.
pub fn keep_exports(wasm: &[u8], kept: &BTreeSet<String>) -> Done<Module> {
    let mut config = walrus::ModuleConfig::new();
    config.generate_producers_section(false);
    let mut module = config
        .parse(wasm)
        .map_err(|error| format!("the wasm is not understood: {error}"))?;
    let gone: Vec<_> = module
        .exports
        .iter()
        .filter(|export| !kept.contains(&export.name))
        .map(|export| export.id())
        .collect();
    for export in gone {
        module.exports.delete(export);
    }
    let custom: Vec<_> = module.customs.iter().map(|(id, _)| id).collect();
    for section in custom {
        module.customs.delete(section);
    }
    walrus::passes::gc::run(&mut module);
    Ok(module)
}

/// The names of what it imports from the module beside it.
pub fn imports(module: &Module) -> BTreeSet<String> {
    own(module).map(|import| import.name.clone()).collect()
}

/// Renames the imports, and the exports that carry a hash; wasm-bindgen's own, such as
/// `__wbindgen_start`, are short enough to stay recognisable.
pub fn shorten_names(module: &mut Module) -> ShortNames {
    let imports: BTreeMap<String, String> = imports(module)
        .into_iter()
        .enumerate()
        .map(|(at, long)| (long, short(at)))
        .collect();
    let exports: BTreeMap<String, String> = module
        .exports
        .iter()
        .map(|export| export.name.clone())
        .collect::<BTreeSet<_>>()
        .into_iter()
        .enumerate()
        .map(|(at, long)| {
            let is_own = long.starts_with("__") || long == "memory";
            let new = if is_own { long.clone() } else { short(at) };
            (long, new)
        })
        .collect();
    let names = ShortNames {
        module: "a".to_owned(),
        imports,
        exports,
    };
    for import in module
        .imports
        .iter_mut()
        .filter(|import| import.module == IMPORTED_FROM)
    {
        import.name = names.imports[&import.name].clone();
        import.module = names.module.clone();
    }
    for export in module.exports.iter_mut() {
        export.name = names.exports[&export.name].clone();
    }
    names
}

const IMPORTED_FROM: &str = "./article-viewer_bg.js";

fn own(module: &Module) -> impl Iterator<Item = &walrus::Import> {
    module
        .imports
        .iter()
        .filter(|import| import.module == IMPORTED_FROM)
}

/// `a` to `z`, then `a0`, `a1` …: never a word of the language.
pub fn short(at: usize) -> String {
    let letter = char::from(b'a' + (at % 26) as u8);
    match at / 26 {
        0 => letter.to_string(),
        more => format!("{letter}{}", more - 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two imports, of which `lost` is called by one export alone.
    fn sample() -> Vec<u8> {
        let mut module = Module::default();
        let kind = module.types.add(&[], &[]);
        let (kept, _) = module.add_import_func(IMPORTED_FROM, "__wbg_kept_1", kind);
        let (lost, _) = module.add_import_func(IMPORTED_FROM, "__wbg_lost_2", kind);
        for (name, called) in [("__wbindgen_start", kept), ("_RINvs_6invoke", lost)] {
            let mut body = walrus::FunctionBuilder::new(&mut module.types, &[], &[]);
            body.func_body().call(called);
            let function = body.finish(vec![], &mut module.funcs);
            module.exports.add(name, function);
        }
        module.emit_wasm()
    }

    #[test]
    fn an_export_that_nobody_calls_goes_with_its_code_and_imports() {
        let kept = ["__wbindgen_start".to_owned()].into();
        let module = keep_exports(&sample(), &kept).unwrap();
        assert_eq!(imports(&module), ["__wbg_kept_1".to_owned()].into());
        assert_eq!(module.exports.iter().count(), 1);
    }

    #[test]
    fn names_become_short_on_both_sides() {
        let kept = ["__wbindgen_start".to_owned(), "_RINvs_6invoke".to_owned()].into();
        let mut module = keep_exports(&sample(), &kept).unwrap();
        let names = shorten_names(&mut module);
        assert_eq!(names.imports["__wbg_lost_2"], "b");
        assert_eq!(names.exports["__wbindgen_start"], "__wbindgen_start");
        assert_eq!(names.exports["_RINvs_6invoke"], "a");
        let again = Module::from_buffer(&module.emit_wasm()).unwrap();
        let imports: Vec<_> = again
            .imports
            .iter()
            .map(|i| (i.module.as_str(), i.name.as_str()))
            .collect();
        assert_eq!(imports, [("a", "a"), ("a", "b")]);
    }

    #[test]
    fn what_is_no_wasm_is_an_error() {
        let fault = keep_exports(b"<!doctype html>", &BTreeSet::new())
            .unwrap_err()
            .to_string();
        assert!(fault.starts_with("the wasm is not understood"), "{fault}");
    }

    #[test]
    fn short_names_never_repeat() {
        let names: BTreeSet<String> = (0..1000).map(short).collect();
        assert_eq!(names.len(), 1000);
    }
}
