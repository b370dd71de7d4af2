//! One wasm in several files: what every article needs, and what is needed only now and then.
//!
//! A further file has no memory and no table of its own: it is instantiated with those of the first, and fills the
//! places that the first left empty in them.
//! So nothing is in two files, and one calls the other as if they had never been apart.
//!
//! What goes into which is found by walking from the exports along every call and every address that is taken, see
//! [`linked`](super::linked), but for the doors: the functions named in [`PARTS`], which the program calls by their
//! addresses.
//! What is reached is the first file; what is reached from the doors of a part besides is that part; what is not reached
//! at all is dropped: the linker had to keep it for exports that are gone by now.
//! A part may use those above it, so they have to be there first; what two parts share is in the one above both.
//!
//! A panic ends in a trap in any case, and the guard around the instance (`src/start.js`) says what readers need to know.
//! So the sentences of the standard library's panics, and the machinery that writes them, are left out of a release.
//!
//! Whoever opens a door has to see to it that its part is there: `decode::Document::needs` says which.

use super::linked::{Linked, References};
use crate::files::Done;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use walrus::ir::{Instr, InstrSeqId, Value, Visitor, dfs_in_order};
use walrus::{
    ConstExpr, DataKind, ElementItems, ElementKind, ExportItem, FunctionId, FunctionKind,
    GlobalKind, ImportKind, ImportedFunction, Module, TableId,
};

/// A part beside the first file.
pub struct Part {
    /// Its name; the start code knows its file by it.
    pub name: &'static str,
    /// The part that has to be there before; the first file where it is empty.
    pub after: &'static str,
    /// The ends of the names of its doors, as the compiler writes them.
    doors: &'static [&'static str],
}

/// A format that is read by a part of its own.
const fn format(name: &'static str, after: &'static str, doors: &'static [&'static str]) -> Part {
    Part { name, after, doors }
}

/// Each stands behind the one that it needs.
pub const PARTS: &[Part] = &[
    // What several of the next three need, and the first file does not; among it the readers of the blocks that few
    // articles have, since markup is read with them too.
    Part {
        name: "shared",
        after: "",
        doors: &["6blocks4rare6reader"],
    },
    Part {
        name: "problem",
        after: "shared",
        doors: &["7problem4told", "5facts5write"],
    },
    Part {
        name: "blocks",
        after: "shared",
        doors: &["5block4rare4rare"],
    },
    Part {
        name: "formats",
        after: "shared",
        doors: &[
            "6decode7foreign",
            "6decode4part",
            "7listing5front",
            "7listing4more",
            "7listing5named",
        ],
    },
    // What those need whose text is a tree of its own.
    Part {
        name: "rich",
        after: "formats",
        doors: &[],
    },
    format("ans", "formats", &["7formats3ans6decode"]),
    format("apple-news", "formats", &["10apple_news6decode"]),
    format("contentful", "rich", &["10contentful6decode"]),
    format("drupal", "formats", &["6drupal6decode"]),
    format("editorjs", "rich", &["8editorjs6decode"]),
    format("guardian", "formats", &["8guardian6decode"]),
    format("ninjs", "formats", &["5ninjs6decode"]),
    format("portable-text", "rich", &["13portable_text6decode"]),
    format("schema-org", "formats", &["10schema_org6decode"]),
    Part {
        name: "desk",
        after: "formats",
        doors: &["6cursor4keep", "4desk4tell", "4desk5judge"],
    },
    // What elements on the pages of others need, and the writer of our own format, which the desk needs too.
    Part {
        name: "element",
        after: "shared",
        doors: &["7element4tell", "7element7encoded"],
    },
];

/// What a file imports from another, it imports from a module whose name is the other's letter: the first is `b`.
pub fn letter(part: usize) -> String {
    char::from(b'b' + part as u8).to_string()
}

/// What stands above the parts: the place of each part's own, 0 being the first file.
fn parents(parts: &[Part]) -> Vec<usize> {
    let place = |name: &str| parts.iter().position(|part| part.name == name);
    let mut parents = vec![0];
    parents.extend(
        parts
            .iter()
            .map(|part| place(part.after).map_or(0, |place| place + 1)),
    );
    parents
}

/// The part and all above it, the first file last.
fn line(parents: &[usize], part: usize) -> Vec<usize> {
    let mut line = vec![part];
    let mut part = part;
    while part != 0 {
        part = parents[part];
        line.push(part);
    }
    line
}

/// The lowest part that is above both, or one of them.
fn common(parents: &[usize], one: usize, other: usize) -> usize {
    let above = line(parents, other);
    let mut line = line(parents, one).into_iter();
    line.find(|part| above.contains(part)).unwrap_or(0)
}

/// Runs of data with so few bytes between them are written as one.
const SMALL_GAP: u32 = 8;

/// Takes apart `named`, a module whose functions have their names, made from `linked`: the first file and then the
/// `parts`.
///
/// # Errors
///
/// When a door is not found, or the table or the data is written in an unknown way.
pub fn apart(named: &[u8], linked: &Linked, parts: &[Part]) -> Done<Vec<Vec<u8>>> {
    let mut whole = parse(named)?;
    let table = table(&whole)?;
    let mut doors = vec![Vec::new()];
    for part in parts {
        let mut slots = Vec::new();
        for door in part.doors {
            let mut found = table
                .slots
                .iter()
                .filter(|(_, function)| name(&whole, **function).ends_with(door))
                .map(|(slot, _)| *slot);
            match (found.next(), found.next()) {
                (Some(slot), None) => slots.push(slot),
                (found, _) => {
                    let how_many = if found.is_none() {
                        "no function"
                    } else {
                        "more than one function"
                    };
                    return Err(format!("the wasm cannot be taken apart: {how_many} in its table has a name that ends with {door}").into());
                }
            }
        }
        doors.push(slots);
    }
    let silenced = silence(&mut whole);
    let parents = parents(parts);
    let reached = reach(&whole, linked, &table, &silenced, &doors, &parents);
    let owners = Owners::of(&reached, &parents);

    let memory = Image::of(&whole)?;
    let loose = memory.loose(linked);
    let mut modules = Vec::new();
    for part in 0..=parts.len() {
        let mut module = parse(named)?;
        silence(&mut module);
        let (own_table, own_memory) = (self::table(&module)?, Image::of(&module)?);
        set_table(&mut module, &own_table, |slot| {
            owners.slots.get(&slot) == Some(&part)
        });
        let (mut own, mut others) = (Vec::new(), Vec::new());
        for (piece, owner) in &owners.data {
            let range = linked.data[*piece].0.clone();
            match *owner == part {
                true => own.push(range),
                false => others.push(range),
            }
        }
        if part == 0 {
            // It is there before all others, which write over its zeros.
            own.extend(loose.clone());
            others.clear();
        } else {
            others.extend(loose.clone());
        }
        set_data(&mut module, &own_memory, &own, &others);
        let wanted = wanted_of(&module, &owners.functions, part);
        if part > 0 {
            lean_on_others(&mut module, &owners.functions, part);
        }
        for function in wanted {
            module
                .exports
                .add(&format!("{KEPT}{}", function.index()), function);
        }
        walrus::passes::gc::run(&mut module);
        modules.push(module);
    }
    for owner in 0..modules.len() {
        let (earlier, later) = modules.split_at_mut(owner + 1);
        offer(&mut earlier[owner], owner, later)?;
        let owner = &mut earlier[owner];
        let kept: Vec<_> = owner
            .exports
            .iter()
            .filter(|export| export.name.starts_with(KEPT))
            .map(|export| export.id())
            .collect();
        kept.into_iter()
            .for_each(|export| owner.exports.delete(export));
        walrus::passes::gc::run(owner);
    }
    Ok(modules.iter_mut().map(walrus::Module::emit_wasm).collect())
}

/// What is reached with the doors of each part open and those of the parts above it.
fn reach(
    whole: &Module,
    linked: &Linked,
    table: &Table,
    silenced: &[String],
    doors: &[Vec<u32>],
    parents: &[usize],
) -> Vec<Reached> {
    let mut walk = Walk::new(whole, linked, table);
    walk.doors = doors.iter().flatten().copied().collect();
    walk.found
        .linked
        .extend(silenced.iter().filter_map(|name| linked.by_name.get(name)));
    // What was inlined before it could be silenced passes the addresses of its sentences to what is silent now.
    let panics = |name: &str| is_of_std(name) && name.contains("4core") && name.contains("panic");
    walk.found.linked.extend(
        linked
            .by_name
            .iter()
            .filter(|(name, _)| panics(name))
            .map(|(_, index)| index),
    );
    for export in whole.exports.iter() {
        if let ExportItem::Function(function) = export.item {
            walk.function(function);
        }
    }
    whole
        .start
        .into_iter()
        .for_each(|start| walk.function(start));
    // wasm-bindgen's own additions to the table, which the linker did not know.
    let added: Vec<u32> = table
        .slots
        .keys()
        .copied()
        .filter(|slot| !linked.table.contains_key(slot))
        .collect();
    added.into_iter().for_each(|slot| walk.slot(slot));
    let mut reached = vec![walk.reached()];
    for part in 1..doors.len() {
        walk.found = reached[parents[part]].clone();
        let open = line(parents, part);
        let shut = (0..doors.len()).filter(|other| !open.contains(other));
        walk.doors = shut.flat_map(|other| &doors[other]).copied().collect();
        doors[part].iter().for_each(|slot| walk.slot(*slot));
        reached.push(walk.reached());
    }
    reached
}

/// Which part has what: the lowest that is above all that need it.
struct Owners {
    functions: BTreeMap<usize, usize>,
    slots: BTreeMap<u32, usize>,
    data: BTreeMap<usize, usize>,
}

impl Owners {
    fn of(reached: &[Reached], parents: &[usize]) -> Self {
        fn add<T: Ord>(owners: &mut BTreeMap<T, usize>, item: T, part: usize, parents: &[usize]) {
            let owner = owners
                .get(&item)
                .map_or(part, |owner| common(parents, *owner, part));
            owners.insert(item, owner);
        }
        let mut owners = Self {
            functions: BTreeMap::new(),
            slots: BTreeMap::new(),
            data: BTreeMap::new(),
        };
        for (part, reached) in reached.iter().enumerate() {
            for function in &reached.functions {
                add(&mut owners.functions, function.index(), part, parents);
            }
            for slot in &reached.slots {
                add(&mut owners.slots, *slot, part, parents);
            }
            for piece in &reached.data {
                add(&mut owners.data, *piece, part, parents);
            }
        }
        owners
    }
}

/// How the name of an export begins that is there only until the others have said what they want.
const KEPT: &str = "kept ";

/// What others than this part call of it.
fn wanted_of(
    module: &Module,
    owners: &BTreeMap<usize, usize>,
    part: usize,
) -> BTreeSet<FunctionId> {
    let mut wanted = BTreeSet::new();
    for function in module.funcs.iter() {
        let owner = owners.get(&function.id().index());
        if let FunctionKind::Local(local) = &function.kind
            && owner.is_some_and(|owner| *owner != part)
        {
            let mut calls = Calls::default();
            dfs_in_order(&mut calls, local, local.entry_block());
            wanted.extend(calls.0);
        }
    }
    wanted.retain(|function| owners.get(&function.index()) == Some(&part));
    wanted
}

fn parse(wasm: &[u8]) -> Done<Module> {
    let mut config = walrus::ModuleConfig::new();
    config
        .generate_name_section(super::keeps_names())
        .generate_producers_section(false);
    let module = config.parse(wasm);
    Ok(module.map_err(|error| format!("the wasm is not understood: {error}"))?)
}

fn name(module: &Module, function: FunctionId) -> &str {
    module
        .funcs
        .get(function)
        .name
        .as_deref()
        .unwrap_or_default()
}

/// Lets every function of the standard library that never returns trap at once; gives their names.
fn silence(module: &mut Module) -> Vec<String> {
    let mut silenced = Vec::new();
    for function in module.funcs.iter_mut() {
        let name = function.name.clone().unwrap_or_default();
        if let FunctionKind::Local(local) = &mut function.kind
            && is_of_std(&name)
            && never_returns(local)
        {
            let mut body = local.builder_mut().func_body();
            body.instrs_mut().clear();
            body.unreachable();
            silenced.push(name);
        }
    }
    silenced
}

/// Whether the path in a mangled name starts in `core`, `alloc` or `std`.
fn is_of_std(name: &str) -> bool {
    // `_RNvNtCs` and a disambiguator, then the crate with the length of its name.
    let path = name
        .split_once("Cs")
        .and_then(|(_, path)| path.split_once('_'));
    path.is_some_and(|(_, path)| {
        ["4core", "5alloc", "3std"]
            .iter()
            .any(|krate| path.starts_with(krate))
    })
}

fn never_returns(function: &walrus::LocalFunction) -> bool {
    let entry = function.entry_block();
    let last = function.block(entry).instrs.last();
    let ends = last.is_some_and(|(last, _)| matches!(last, Instr::Unreachable(_)));
    let mut ways_out = WaysOut {
        entry,
        found: false,
    };
    dfs_in_order(&mut ways_out, function, entry);
    ends && !ways_out.found
}

struct WaysOut {
    entry: InstrSeqId,
    found: bool,
}

impl Visitor<'_> for WaysOut {
    fn visit_return(&mut self, _: &walrus::ir::Return) {
        self.found = true;
    }

    fn visit_br(&mut self, way: &walrus::ir::Br) {
        self.found |= way.block == self.entry;
    }

    fn visit_br_if(&mut self, way: &walrus::ir::BrIf) {
        self.found |= way.block == self.entry;
    }

    fn visit_br_table(&mut self, ways: &walrus::ir::BrTable) {
        self.found |= ways.default == self.entry || ways.blocks.contains(&self.entry);
    }
}

struct Table {
    id: TableId,
    slots: BTreeMap<u32, FunctionId>,
}

fn table(module: &Module) -> Done<Table> {
    let mut found: Option<Table> = None;
    for segment in module.elements.iter() {
        let (
            ElementKind::Active {
                table: id,
                offset: ConstExpr::Value(Value::I32(start)),
            },
            ElementItems::Functions(functions),
        ) = (&segment.kind, &segment.items)
        else {
            return Err(
                "the wasm cannot be taken apart: its table is filled in an unknown way".into(),
            );
        };
        let table = found.get_or_insert_with(|| Table {
            id: *id,
            slots: BTreeMap::new(),
        });
        table
            .slots
            .extend((*start as u32..).zip(functions.iter().copied()));
    }
    found.ok_or_else(|| "the wasm cannot be taken apart: it has no table".into())
}

/// What has been reached so far.
#[derive(Clone, Default)]
struct Reached {
    functions: BTreeSet<FunctionId>,
    linked: BTreeSet<u32>,
    slots: BTreeSet<u32>,
    data: BTreeSet<usize>,
}

/// A walk along two modules: the calls are those of the finished one; the addresses are those of the linked one, in
/// which a function has all that any function has that was inlined into it since.
struct Walk<'a> {
    module: &'a Module,
    linked: &'a Linked,
    table: &'a Table,
    /// The doors that are shut.
    doors: BTreeSet<u32>,
    found: Reached,
    waiting: Vec<FunctionId>,
}

impl<'a> Walk<'a> {
    fn new(module: &'a Module, linked: &'a Linked, table: &'a Table) -> Self {
        Self {
            module,
            linked,
            table,
            doors: BTreeSet::new(),
            found: Reached::default(),
            waiting: Vec::new(),
        }
    }

    fn function(&mut self, function: FunctionId) {
        if self.found.functions.insert(function) {
            self.waiting.push(function);
        }
    }

    fn slot(&mut self, slot: u32) {
        if self.doors.contains(&slot) || !self.found.slots.insert(slot) {
            return;
        }
        if let Some(function) = self.table.slots.get(&slot) {
            self.function(*function);
        }
    }

    /// Everything that is reached from what was named.
    fn reached(&mut self) -> Reached {
        while let Some(function) = self.waiting.pop() {
            let found = self.module.funcs.get(function);
            if let FunctionKind::Local(local) = &found.kind {
                let mut calls = Calls::default();
                dfs_in_order(&mut calls, local, local.entry_block());
                calls.0.into_iter().for_each(|called| self.function(called));
            }
            if let Some(index) = self.linked.by_name.get(name(self.module, function)) {
                self.linked_function(*index);
            }
        }
        self.found.clone()
    }

    fn linked_function(&mut self, index: u32) {
        let mut waiting = vec![index];
        while let Some(index) = waiting.pop() {
            if self.found.linked.insert(index) {
                let references = &self.linked.functions[index as usize];
                waiting.extend(&references.calls);
                self.references(references);
            }
        }
    }

    fn references(&mut self, references: &'a References) {
        references.slots.iter().for_each(|slot| self.slot(*slot));
        for piece in &references.data {
            if !self.linked.is_location(*piece) && self.found.data.insert(*piece) {
                self.references(&self.linked.data[*piece].1);
            }
        }
    }
}

#[derive(Default)]
struct Calls(Vec<FunctionId>);

impl Visitor<'_> for Calls {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.0.push(*function);
    }
}

/// The memory as the data of a module fills it.
struct Image {
    id: walrus::MemoryId,
    segments: BTreeMap<u32, Vec<u8>>,
}

impl Image {
    fn of(module: &Module) -> Done<Self> {
        let mut image: Option<Self> = None;
        for data in module.data.iter() {
            let DataKind::Active {
                memory,
                offset: ConstExpr::Value(Value::I32(start)),
            } = &data.kind
            else {
                return Err(
                    "the wasm cannot be taken apart: its data is written in an unknown way".into(),
                );
            };
            let image = image.get_or_insert_with(|| Self {
                id: *memory,
                segments: BTreeMap::new(),
            });
            image.segments.insert(*start as u32, data.value.clone());
        }
        image.ok_or_else(|| "the wasm cannot be taken apart: it has no data".into())
    }

    fn byte(&self, address: u32) -> u8 {
        let segment = self.segments.range(..=address).next_back();
        segment
            .and_then(|(start, bytes)| bytes.get((address - start) as usize))
            .copied()
            .unwrap_or_default()
    }

    /// What is written outside all pieces that the linker knew.
    fn loose(&self, linked: &Linked) -> Vec<Range<u32>> {
        let mut known: Vec<_> = linked.data.iter().map(|(range, _)| range.clone()).collect();
        known.sort_by_key(|range| range.start);
        let mut loose = Vec::new();
        for (start, bytes) in &self.segments {
            for (address, byte) in (*start..).zip(bytes) {
                let before = known.partition_point(|range| range.start <= address);
                let is_known = known[..before]
                    .iter()
                    .rev()
                    .take(64)
                    .any(|range| range.contains(&address));
                if *byte != 0 && !is_known {
                    loose.push(address..address + 1);
                }
            }
        }
        loose
    }
}

/// Fills only these places of the table.
fn set_table(module: &mut Module, table: &Table, is_kept: impl Fn(u32) -> bool) {
    let old: Vec<_> = module.elements.iter().map(|segment| segment.id()).collect();
    for segment in old {
        module.elements.delete(segment);
    }
    module.tables.get_mut(table.id).elem_segments.clear();
    let mut runs: Vec<(u32, Vec<FunctionId>)> = Vec::new();
    for (slot, function) in table.slots.iter().filter(|(slot, _)| is_kept(**slot)) {
        match runs.last_mut() {
            Some((start, run)) if *start + run.len() as u32 == *slot => run.push(*function),
            _ => runs.push((*slot, vec![*function])),
        }
    }
    for (start, functions) in runs {
        let kind = ElementKind::Active {
            table: table.id,
            offset: ConstExpr::Value(Value::I32(start as i32)),
        };
        let segment = module
            .elements
            .add(kind, ElementItems::Functions(functions));
        module
            .tables
            .get_mut(table.id)
            .elem_segments
            .insert(segment);
    }
}

/// Writes only these ranges of the memory, and nothing to the `others`; zeros are there anyway.
fn set_data(module: &mut Module, memory: &Image, ranges: &[Range<u32>], others: &[Range<u32>]) {
    let old: Vec<_> = module.data.iter().map(|data| data.id()).collect();
    for data in old {
        module.data.delete(data);
    }
    module.memories.get_mut(memory.id).data_segments.clear();
    let written: BTreeSet<u32> = ranges
        .iter()
        .flat_map(|range| range.clone())
        .filter(|address| memory.byte(*address) != 0)
        .collect();
    let others: BTreeSet<u32> = others.iter().flat_map(|range| range.clone()).collect();
    let mut runs: Vec<(u32, Vec<u8>)> = Vec::new();
    for address in written {
        let may_join = |start: u32, run: &[u8]| {
            let end = start + run.len() as u32;
            address - end < SMALL_GAP && others.range(end..address).next().is_none()
        };
        match runs.last_mut() {
            Some((start, run)) if may_join(*start, run) => {
                // Zeros of the same piece, or the room between two pieces.
                run.resize((address - *start) as usize, 0);
                run.push(memory.byte(address));
            }
            _ => runs.push((address, vec![memory.byte(address)])),
        }
    }
    for (start, bytes) in runs {
        let kind = DataKind::Active {
            memory: memory.id,
            offset: ConstExpr::Value(Value::I32(start as i32)),
        };
        let data = module.data.add(kind, bytes);
        module
            .memories
            .get_mut(memory.id)
            .data_segments
            .insert(data);
    }
}

/// Makes imports of everything that others have; `owners` says which has which function.
fn lean_on_others(module: &mut Module, owners: &BTreeMap<usize, usize>, part: usize) {
    let first = letter(0);
    module.start = None;
    for export in module
        .exports
        .iter()
        .map(|export| export.id())
        .collect::<Vec<_>>()
    {
        module.exports.delete(export);
    }
    for memory in module.memories.iter_mut() {
        memory.import = Some(module.imports.add(&first, "", memory.id()));
    }
    for table in module.tables.iter_mut() {
        table.import = Some(module.imports.add(&first, "", table.id()));
    }
    for global in module
        .globals
        .iter()
        .map(|global| global.id())
        .collect::<Vec<_>>()
    {
        let import = module.imports.add(&first, "", global);
        module.globals.get_mut(global).kind = GlobalKind::Import(import);
    }
    for function in module.funcs.iter_mut() {
        if let Some(owner) = owners.get(&function.id().index())
            && *owner != part
            && matches!(function.kind, FunctionKind::Local(_))
        {
            let import = module.imports.add(&letter(*owner), "", function.id());
            function.kind = FunctionKind::Import(ImportedFunction {
                import,
                ty: function.ty(),
            });
        }
    }
}

/// Names what the later files import from this one, and lets it export that.
fn offer(owner: &mut Module, part: usize, later: &mut [Module]) -> Done {
    let letter = letter(part);
    let mut offered: BTreeMap<String, String> = BTreeMap::new();
    for module in later {
        let wanted = module
            .imports
            .iter_mut()
            .filter(|import| import.module == letter);
        for import in wanted {
            // All were made from the same bytes: what has the same place in them is the same.
            macro_rules! counterpart {
                ($all:expr, $wanted:expr) => {{
                    let mut all = $all.iter().map(|item| item.id());
                    all.find(|id| id.index() == $wanted.index())
                        .map(ExportItem::from)
                }};
            }
            let item = match import.kind {
                ImportKind::Function(wanted) => counterpart!(owner.funcs, wanted),
                ImportKind::Table(wanted) => counterpart!(owner.tables, wanted),
                ImportKind::Memory(wanted) => counterpart!(owner.memories, wanted),
                ImportKind::Global(wanted) => counterpart!(owner.globals, wanted),
                ImportKind::Tag(wanted) => counterpart!(owner.tags, wanted),
            }
            .ok_or(
                "the wasm cannot be taken apart: a part needs something that those before it have not",
            )?;
            // The memory has a name already; under two it would count twice for who measures.
            let memory = owner.exports.iter().find(|export| {
                matches!(
                    (export.item, item),
                    (ExportItem::Memory(own), ExportItem::Memory(wanted)) if own == wanted
                )
            });
            let next = match memory {
                Some(export) => export.name.clone(),
                None => super::wasm::short(offered.len()).to_uppercase(),
            };
            let name = offered.entry(format!("{item:?}")).or_insert(next);
            if import.name != *name {
                import.name.clone_from(name);
            }
            if !owner.exports.iter().any(|export| export.name == *name) {
                owner.exports.add(name, item);
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::FunctionBuilder;

    const BASE: i32 = 1000;

    /// One part with one door.
    const FAR: &[Part] = &[Part {
        name: "far",
        after: "",
        doors: &["6decode7foreign"],
    }];

    /// `start` calls `shared` and takes the door's address; the door calls `shared` and `far`, which reads "far!".
    fn sample() -> (Vec<u8>, Linked) {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        module.exports.add("memory", memory);
        for (offset, text) in [(0, "near"), (4, "far!")] {
            let offset = ConstExpr::Value(Value::I32(BASE + offset));
            let data = module
                .data
                .add(DataKind::Active { memory, offset }, text.into());
            module.memories.get_mut(memory).data_segments.insert(data);
        }
        let mut add = |name: &str, calls: &[FunctionId]| {
            let mut function = FunctionBuilder::new(&mut module.types, &[], &[]);
            function.name(name.to_owned());
            for called in calls {
                function.func_body().call(*called);
            }
            function.finish(vec![], &mut module.funcs)
        };
        let shared = add("shared", &[]);
        let far = add("far", &[]);
        let door = add("_RNv_6decode7foreign", &[shared, far]);
        let lost = add("lost", &[]);
        let start = add("start", &[shared]);
        module.exports.add("start", start);
        let table = module
            .tables
            .add_local(false, 3, Some(3), walrus::RefType::FUNCREF);
        module.exports.add("table", table);
        let kind = ElementKind::Active {
            table,
            offset: ConstExpr::Value(Value::I32(1)),
        };
        let segment = module
            .elements
            .add(kind, ElementItems::Functions(vec![door, lost]));
        module.tables.get_mut(table).elem_segments.insert(segment);

        let refer = |slots: &[u32], calls: &[u32], data: &[usize]| References {
            slots: slots.to_vec(),
            calls: calls.to_vec(),
            data: data.to_vec(),
        };
        let address = BASE as u32;
        let linked = Linked {
            functions: vec![
                refer(&[], &[], &[]),
                refer(&[], &[], &[1]),
                refer(&[], &[0, 1], &[]),
                refer(&[], &[], &[]),
                refer(&[1], &[0], &[0]),
            ],
            by_name: ["shared", "far", "_RNv_6decode7foreign", "lost", "start"]
                .into_iter()
                .zip(0..)
                .map(|(name, index)| (name.to_owned(), index))
                .collect(),
            data: vec![
                (address..address + 4, References::default()),
                (address + 4..address + 8, References::default()),
            ],
            table: [(1, 2), (2, 3)].into(),
            ..Linked::default()
        };
        (module.emit_wasm(), linked)
    }

    fn data(module: &Module) -> Vec<&[u8]> {
        module
            .data
            .iter()
            .map(|data| data.value.as_slice())
            .collect()
    }

    #[test]
    fn what_is_behind_the_door_alone_goes_with_its_data() {
        let (named, linked) = sample();
        let files = apart(&named, &linked, FAR).unwrap();
        let [first, rest] = files.as_slice() else {
            panic!("two files");
        };
        let first = Module::from_buffer(first).unwrap();
        let rest = Module::from_buffer(rest).unwrap();
        assert_eq!(first.funcs.iter().count(), 2, "start and shared");
        assert_eq!(
            first.elements.iter().count(),
            0,
            "the door is open, and what nobody reaches is gone"
        );
        assert_eq!(data(&first), [b"near"]);
        assert_eq!(
            rest.funcs.iter().count(),
            3,
            "the door, far, and shared as an import"
        );
        assert_eq!(data(&rest), [b"far!"]);
        let imports: BTreeSet<&str> = rest
            .imports
            .iter()
            .map(|import| import.name.as_str())
            .collect();
        let exports: BTreeSet<&str> = first
            .exports
            .iter()
            .map(|export| export.name.as_str())
            .collect();
        assert!(imports.is_subset(&exports), "{imports:?} {exports:?}");
        assert_eq!(rest.exports.iter().count(), 0);
    }

    #[test]
    fn the_start_code_knows_every_part_and_what_it_needs() {
        let names: Vec<&str> = PARTS.iter().map(|part| part.name).collect();
        assert_eq!(names, crate::start::PARTS);
        let code = [
            include_str!("../../../../src/start.js"),
            include_str!("../../../../src/browser/parts.js"),
        ]
        .concat();
        for (place, part) in PARTS.iter().enumerate() {
            assert!(
                code.contains(&crate::start::wasm_of(part.name)),
                "{}",
                part.name
            );
            if !["", "shared"].contains(&part.after) {
                let row = code
                    .lines()
                    .find(|line| line.contains(&crate::start::wasm_of(part.name)));
                assert!(
                    row.unwrap_or_default()
                        .ends_with(&format!("\"{}\"],", part.after)),
                    "{row:?}"
                );
            }
            if PARTS.iter().any(|other| other.after == part.name) {
                let offer = format!("{}: \"{}\"", part.name, letter(place + 1));
                assert!(code.contains(&offer), "{offer}");
            }
        }
    }

    #[test]
    fn what_two_parts_share_is_in_the_one_above_both() {
        let parents = parents(PARTS);
        let place = |name: &str| PARTS.iter().position(|part| part.name == name).unwrap() + 1;
        let common = |one, other| common(&parents, place(one), place(other));
        assert_eq!(common("contentful", "portable-text"), place("rich"));
        assert_eq!(common("contentful", "ans"), place("formats"));
        assert_eq!(common("ans", "blocks"), place("shared"));
        assert_eq!(common("ans", "formats"), place("formats"));
        assert_eq!(super::common(&parents, 0, place("ans")), 0);
    }

    #[test]
    fn a_module_without_the_door_is_refused() {
        let (named, linked) = sample();
        let mut module = parse(&named).unwrap();
        for function in module.funcs.iter_mut() {
            function.name = None;
        }
        let fault = apart(&module.emit_wasm(), &linked, FAR)
            .err()
            .unwrap()
            .to_string();
        assert!(fault.contains(FAR[0].doors[0]), "{fault}");
    }

    #[test]
    fn only_the_standard_library_is_silenced() {
        assert!(is_of_std("_RNvNtCs4fqI2P2rA04_4core9panicking9panic_fmt"));
        assert!(is_of_std(
            "_RNvNtCs4fqI2P2rA04_5alloc7raw_vec12handle_error"
        ));
        assert!(!is_of_std("_RNvNtCs4fqI2P2rA04_14article_viewer3app4fail"));
        assert!(!is_of_std("memcpy"));
    }
}
