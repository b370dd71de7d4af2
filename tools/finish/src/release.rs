//! What only a release needs, in the order in which one thing depends on another:
//! the sheet, the wasm and the script get their final contents and then their hashed names,
//! the page learns the names, the integrity and the policy, and everything is compressed and weighed.

mod bytes;
mod compress;
mod digest;
mod glue;
mod headers;
mod linked;
mod optimise;
mod page;
mod policy;
mod script;
mod sheet;
mod snippets;
mod split;
mod wasm;

use crate::files::{self, Done, PRINT, Place, SCRIPT, SHEET};
use crate::late::{DESK, ELEMENT, FIRST, FOREIGN, LATE, TOOLS};
use crate::{frame, sheets, start};
use digest::Hashed;
use std::fs;
use std::path::{Path, PathBuf};

const WASM: &str = "article-viewer_bg.wasm";
const PAGE: &str = "index.html";

pub fn finish(place: &Place) -> Done {
    let staged = |name: &str| place.staging.join(name);

    let joined =
        |list: &str| sheet::minify(&sheets::join(&place.source.join("style"), list)?, list);
    let sheet = Hashed::new(SHEET, joined(sheets::EVERY)?.into_bytes());

    let print = files::text(&place.source.join("style/print.css"))?;
    let print = Hashed::new(
        PRINT,
        sheet::minify(&print, "style/print.css")?.into_bytes(),
    );
    let desk = script::minify(&DESK.join(place)?, DESK.name)?;
    let desk = Hashed::new(DESK.name, desk.into_bytes());
    let module = files::text(&staged(SCRIPT))?;
    let module = snippets::inline(&module, |path| files::text(&staged(path)))?;
    let module = start::append(&glue::close(&module)?, place)?;
    let (module, wasm) = shrink_together(module, &files::bytes(&staged(WASM))?)?;
    let linked = linked::read(&files::bytes(&linked_wasm()?)?)?;
    let mut files = split::apart(&wasm, &linked, split::PARTS)?.into_iter();
    let first = files.next().ok_or("the wasm has no first part")?;
    let wasm = Hashed::new(WASM, optimise::again(place, first)?);
    let mut parts = Vec::new();
    for (part, file) in start::PARTS.into_iter().zip(files) {
        let name = start::wasm_of(part);
        let wasm = Hashed::new(&name, optimise::again(place, file)?);
        parts.push((part, name, wasm));
    }
    for part in start::STYLED {
        let name = start::sheet_of(part);
        let sheet = Hashed::new(&name, joined(&start::list_of(part))?.into_bytes());
        parts.push(("  the look of it", name, sheet));
    }
    // One brings the other.
    let mut late = LATE.join(place)?.replace(DESK.name, &desk.name);
    for (_, name, file) in &parts {
        late = late.replace(name, &file.name);
    }
    let late = Hashed::new(LATE.name, script::minify(&late, LATE.name)?.into_bytes());
    let mut module = module
        .replace(WASM, &wasm.name)
        .replace(SHEET, &sheet.name)
        .replace(PRINT, &print.name)
        .replace(LATE.name, &late.name);
    for (_, name, file) in &parts {
        module = module.replace(name, &file.name);
    }
    let script = Hashed::new(SCRIPT, script::minify(&module, SCRIPT)?.into_bytes());

    // All of it runs at once. With this comment Chromium translates it while it comes, and not function by function when each
    // is called, which took half of the time that the first look has.
    let hint = "//# allFunctionsCalledOnLoad\n";
    let first = hint.to_owned() + &script::minify(&FIRST.join(place)?, FIRST.name)?;
    let first = Hashed::new(FIRST.name, first.into_bytes());
    let foreign = FOREIGN.join(place)?.replace(FIRST.name, &first.name);
    let foreign = hint.to_owned() + &script::minify(&foreign, FOREIGN.name)?;
    let foreign = Hashed::new(FOREIGN.name, foreign.into_bytes());
    let tools = script::minify(&TOOLS.join(place)?, TOOLS.name)?;
    let tools = Hashed::new(TOOLS.name, tools.into_bytes());
    let mut element = ELEMENT
        .join(place)?
        .replace(TOOLS.name, &tools.name)
        .replace(SCRIPT, &script.name)
        .replace(SHEET, &sheet.name)
        .replace(PRINT, &print.name)
        .replace(WASM, &wasm.name);
    for (_, name, file) in &parts {
        element = element.replace(name, &file.name);
    }
    let element = script::minify(&element, ELEMENT.name)?;
    let element = Hashed::new(ELEMENT.name, element.into_bytes());

    let snippets = staged("snippets");
    if snippets.exists() {
        fs::remove_dir_all(&snippets)
            .map_err(|error| format!("{} cannot be removed: {error}", snippets.display()))?;
    }
    fs::remove_file(staged(WASM)).map_err(|error| format!("{WASM} cannot be removed: {error}"))?;
    let inner = script::minify(&frame::inner(place)?, frame::INNER)?;
    let inner = Hashed::new(frame::INNER, inner.into_bytes());
    let mut hashed = vec![
        &sheet, &print, &wasm, &first, &foreign, &script, &late, &desk, &element, &tools, &inner,
    ];
    hashed.extend(parts.iter().map(|(_, _, file)| file));
    for file in &hashed {
        files::write(&staged(&file.name), &file.content)?;
    }
    files::write(&staged(SCRIPT), entry(&element))?;

    let frames = policy::hosts(&place.source.join("src/decode/embed_hosts.txt"))?;
    let source = files::text(&staged(PAGE))?;
    let named = [&sheet, &print, &wasm, &first, &foreign, &script, &inner];
    let page = page::finish(&source, &named, &frames)?;
    let framed = page::finish(&frame::page(&source, place)?, &named, &frames)?;
    files::write(&staged(PAGE), &page.html)?;
    files::write(&staged(frame::PAGE), &framed.html)?;
    let outer = script::minify_inline(&frame::outer(place)?, frame::OUTER)?;
    files::write(&staged(frame::OUTER), outer)?;
    // One header for all pages; each page carries its own policy too, which is narrower.
    let every = |pages: [Vec<String>; 2]| {
        let mut sources = pages.concat();
        sources.sort();
        sources.dedup();
        sources
    };
    let header = policy::text(
        &every([page.scripts, framed.scripts]),
        &every([page.styles, framed.styles]),
        &frames,
    );
    files::write(&staged("_headers"), headers::text(&header, &hashed))?;

    frame::copy_demo(place)?;

    compress::folder(&place.staging)?;
    let kinds = [
        ("HTML", PAGE),
        ("CSS", &sheet.name),
        ("first look", &first.name),
        ("of others", &foreign.name),
        ("JS", &script.name),
        ("wasm", &wasm.name),
    ];
    let table = bytes::Table::of(&kinds, &place.staging)?;
    let budget = bytes::budget(&files::text(&place.source.join("tools/finish/budget.txt"))?)?;
    files::write(&staged("bytes.json"), table.json(budget))?;
    compress::file(&staged("bytes.json"))?;
    println!("{}", table.text(budget));
    let mut more: Vec<(&str, &str)> = Vec::new();
    for (title, _, file) in &parts {
        more.push((title, file.name.as_str()));
    }
    more.push(("when wanted", &late.name));
    more.push(("for editors", &desk.name));
    more.push(("on paper", &print.name));
    more.push(("in a frame", &inner.name));
    more.push(("around a frame", frame::OUTER));
    more.push(("the element", &element.name));
    more.push(("its tools", &tools.name));
    println!("{}", bytes::Table::of(&more, &place.staging)?.rows());
    match std::env::var("BUDGET").as_deref() {
        // For work in progress: `BUDGET=ignore make build`.
        Ok("ignore") => Ok(()),
        _ => table.hold_against(budget),
    }
}

/// What the module does not call leaves the wasm, what the wasm then does not import leaves the
/// module, and so on until nothing changes; then the two agree on short names.
fn shrink_together(mut module: String, wasm: &[u8]) -> Done<(String, Vec<u8>)> {
    loop {
        let used = glue::exports_used(&module)?;
        let mut small = wasm::keep_exports(wasm, &used)?;
        module = glue::drop_imports(&module, &wasm::imports(&small))?;
        if glue::exports_used(&module)? == used {
            let names = wasm::shorten_names(&mut small);
            return Ok((glue::rename(&module, &names)?, small.emit_wasm()));
        }
    }
}

/// Whether functions keep their names, for measuring: `NAMES=keep BUDGET=ignore make build`.
fn keeps_names() -> bool {
    std::env::var("NAMES").is_ok_and(|wish| wish == "keep")
}

/// The wasm as the linker left it: in the same target folder as this program, since Trunk started both builds.
fn linked_wasm() -> Done<PathBuf> {
    let here = std::env::current_exe()
        .map_err(|error| format!("this program does not know where it lies: {error}"))?;
    let target = here.parent().and_then(Path::parent);
    let target = target.ok_or("this program does not lie in a target folder of cargo")?;
    Ok(target.join("wasm32-unknown-unknown/release/article-viewer.wasm"))
}

/// The stable name beside the hashed ones: what a page of someone else loads.
///
/// It gives the element its name, unless another copy has come before. On a server, importing it does nothing.
fn entry(element: &Hashed) -> String {
    let file = &element.name;
    format!(
        "import{{ArticleViewerElement as a}}from\"./{file}\";export*from\"./{file}\";\
         const e=globalThis.customElements;e&&!e.get(\"article-viewer\")&&e.define(\"article-viewer\",a);\n"
    )
}
