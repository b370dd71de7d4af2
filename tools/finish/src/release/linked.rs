//! What refers to what in the wasm as the linker left it.
//!
//! The linker was told to leave its relocations in (`.cargo/config.toml`): each says that some bytes of a function or of
//! a piece of data are the address of a function or of a piece of data.
//! See the tool conventions of WebAssembly, "Linking" and "Relocation Sections".
//! wasm-bindgen and wasm-opt change functions and drop this list, but not the addresses: pieces of data stay where they
//! are, and functions in the table keep their places.

use crate::files::Done;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use wasmparser::{
    BinaryReaderError, DataKind, ElementItems, ElementKind, KnownCustom, Linking, Name, Operator,
    Parser, Payload, RelocationType, SymbolInfo,
};

/// What one function or piece of data refers to.
#[derive(Clone, Default)]
pub struct References {
    /// Places in the table.
    pub slots: Vec<u32>,
    /// Functions that are called, by their index.
    pub calls: Vec<u32>,
    /// Pieces of data, by their place in [`Linked::data`].
    pub data: Vec<usize>,
}

#[derive(Default)]
pub struct Linked {
    /// By index.
    pub functions: Vec<References>,
    pub by_name: BTreeMap<String, u32>,
    /// For each piece of data where it lies in the memory, and what it refers to.
    pub data: Vec<(Range<u32>, References)>,
    /// The function in each place of the table.
    pub table: BTreeMap<u32, u32>,
    /// Which pieces of data are the name of a source file.
    pub sources: BTreeSet<usize>,
}

impl Linked {
    /// Whether a piece of data is a place in the source, which only a panic would name.
    pub fn is_location(&self, piece: usize) -> bool {
        let (range, references) = &self.data[piece];
        // A text by address and length, a line and a column.
        range.len() == 16
            && references.slots.is_empty()
            && matches!(references.data[..], [only] if self.sources.contains(&only))
    }
}

/// A relocation before it is known whose it is: where in the file, and the symbol that is meant.
struct Reloc {
    at: usize,
    symbol: u32,
    kind: RelocationType,
}

enum Symbol {
    Function(u32),
    Data(usize),
    Other,
}

pub fn read(wasm: &[u8]) -> Done<Linked> {
    parse(wasm).map_err(|error| format!("the linked wasm is not understood: {error}").into())
}

fn parse(wasm: &[u8]) -> Result<Linked, BinaryReaderError> {
    let mut linked = Linked::default();
    let mut symbols = Vec::new();
    let mut relocs: Vec<Reloc> = Vec::new();
    // For each function and each segment where its bytes are in the file; for segments also the address.
    let mut bodies: Vec<(Range<usize>, u32)> = Vec::new();
    let mut segments: Vec<(Range<usize>, u32)> = Vec::new();
    let mut starts: Vec<usize> = Vec::new();
    let mut imported = 0;
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        if let Some((_, range)) = payload.as_section() {
            starts.push(range.start);
        }
        match payload {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += u32::from(matches!(import?.ty, wasmparser::TypeRef::Func(_)));
                }
            }
            Payload::ElementSection(section) => {
                for element in section {
                    let element = element?;
                    let ElementKind::Active { offset_expr, .. } = &element.kind else {
                        continue;
                    };
                    let start = constant(offset_expr)?;
                    if let ElementItems::Functions(functions) = element.items {
                        for (slot, function) in (start..).zip(functions) {
                            linked.table.insert(slot, function?);
                        }
                    }
                }
            }
            Payload::CodeSectionEntry(body) => {
                bodies.push((body.range(), imported + bodies.len() as u32));
            }
            Payload::DataSection(section) => {
                for segment in section {
                    let segment = segment?;
                    let address = match &segment.kind {
                        DataKind::Active { offset_expr, .. } => constant(offset_expr)?,
                        DataKind::Passive => 0,
                    };
                    let end = segment.range.end;
                    segments.push((end - segment.data.len()..end, address));
                }
            }
            Payload::CustomSection(section) => match section.as_known() {
                KnownCustom::Name(names) => {
                    for names in names {
                        if let Name::Function(names) = names? {
                            for naming in names {
                                let naming = naming?;
                                linked.by_name.insert(naming.name.to_owned(), naming.index);
                            }
                        }
                    }
                }
                KnownCustom::Linking(linking) => {
                    for part in linking {
                        if let Linking::SymbolTable(table) = part? {
                            for symbol in table {
                                symbols.push(enter(symbol?, &segments, &mut linked.data));
                            }
                        }
                    }
                }
                KnownCustom::Reloc(section) => {
                    let start = starts.get(section.section_index() as usize);
                    for entry in section.entries() {
                        let entry = entry?;
                        relocs.push(Reloc {
                            at: start.copied().unwrap_or_default() + entry.offset as usize,
                            symbol: entry.index,
                            kind: entry.ty,
                        });
                    }
                }
                _ => {}
            },
            _ => {}
        }
    }

    linked.functions = vec![References::default(); imported as usize + bodies.len()];
    let slots: BTreeMap<u32, u32> = linked
        .table
        .iter()
        .map(|(slot, function)| (*function, *slot))
        .collect();
    for Reloc { at, symbol, kind } in relocs {
        use RelocationType as R;
        let target = match kind {
            R::TypeIndexLeb | R::GlobalIndexLeb | R::GlobalIndexI32 | R::TableNumberLeb => continue,
            _ => symbols.get(symbol as usize),
        };
        let from = if let Some(function) = find(&bodies, at) {
            &mut linked.functions[bodies[function].1 as usize]
        } else if let Some(segment) = find(&segments, at) {
            let (range, address) = &segments[segment];
            let address = address + (at - range.start) as u32;
            let found = linked
                .data
                .iter_mut()
                .find(|(range, _)| range.contains(&address));
            match found {
                Some((_, references)) => references,
                None => continue,
            }
        } else {
            continue;
        };
        match target {
            Some(Symbol::Function(function)) if kind == R::FunctionIndexLeb => {
                from.calls.push(*function)
            }
            Some(Symbol::Function(function)) => from.slots.extend(slots.get(function)),
            Some(Symbol::Data(data)) => from.data.push(*data),
            _ => {}
        }
    }
    for (piece, (range, _)) in linked.data.iter().enumerate() {
        let segment = segments.iter().find(|(place, address)| {
            (*address..address + place.len() as u32).contains(&range.start)
        });
        if let Some((place, address)) = segment {
            let start = place.start + (range.start - address) as usize;
            if wasm[start..start + range.len()].ends_with(b".rs")
                || wasm[start..start + range.len()].ends_with(b".rs\0")
            {
                linked.sources.insert(piece);
            }
        }
    }
    Ok(linked)
}

fn enter(
    symbol: SymbolInfo<'_>,
    segments: &[(Range<usize>, u32)],
    data: &mut Vec<(Range<u32>, References)>,
) -> Symbol {
    match symbol {
        SymbolInfo::Func { index, .. } => Symbol::Function(index),
        SymbolInfo::Data {
            symbol: Some(place),
            ..
        } => match segments.get(place.index as usize) {
            Some((_, address)) => {
                let start = address + place.offset;
                data.push((start..start + place.size, References::default()));
                Symbol::Data(data.len() - 1)
            }
            None => Symbol::Other,
        },
        _ => Symbol::Other,
    }
}

/// The range with `at` in it; they are in order.
fn find(ranges: &[(Range<usize>, u32)], at: usize) -> Option<usize> {
    let after = ranges.partition_point(|(range, _)| range.start <= at);
    let last = after.checked_sub(1)?;
    ranges[last].0.contains(&at).then_some(last)
}

fn constant(expression: &wasmparser::ConstExpr<'_>) -> Result<u32, BinaryReaderError> {
    match expression.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value as u32),
        _ => Ok(0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_wasm_is_an_error() {
        let fault = read(b"<!doctype html>").err().unwrap().to_string();
        assert!(
            fault.starts_with("the linked wasm is not understood"),
            "{fault}"
        );
    }

    #[test]
    fn a_place_in_the_source_is_known() {
        let text = (0..8, References::default());
        let to = |piece| References {
            data: vec![piece],
            ..References::default()
        };
        let linked = Linked {
            data: vec![text, (8..24, to(0)), (24..40, to(1)), (40..44, to(0))],
            sources: [0].into(),
            ..Linked::default()
        };
        let found: Vec<_> = (0..4).filter(|piece| linked.is_location(*piece)).collect();
        assert_eq!(found, [1]);
    }
}
