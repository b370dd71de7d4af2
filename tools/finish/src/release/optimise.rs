//! Each half of the wasm through wasm-opt once more: what the other half took away leaves less to call.
//!
//! Trunk has a wasm-opt of its own, which this program cannot find. Without one in the path a release is complete, and
//! half a kilobyte larger.

use crate::files::{self, Done, Place};
use std::io::ErrorKind;
use std::process::Command;

/// What every browser of the last two years can do, as in `index.html`.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

pub fn again(place: &Place, wasm: Vec<u8>) -> Done<Vec<u8>> {
    if super::keeps_names() {
        return Ok(wasm);
    }
    let file = place.staging.join("half.wasm");
    files::write(&file, &wasm)?;
    let run = Command::new("wasm-opt")
        .args(FEATURES)
        .args(["-Oz", "--converge", "-o"])
        .args([&file, &file])
        .status();
    let result = match run {
        Ok(status) if status.success() => files::bytes(&file),
        Ok(status) => Err(format!("wasm-opt ended with {status}").into()),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            println!("finish: no wasm-opt in the path, so the wasm stays a little larger");
            Ok(wasm)
        }
        Err(error) => Err(format!("wasm-opt could not be started: {error}").into()),
    };
    std::fs::remove_file(&file)
        .map_err(|error| format!("{} cannot be removed: {error}", file.display()))?;
    result
}
