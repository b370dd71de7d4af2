//! The last step of the build, run by Trunk as its `post_build` hook.
//!
//! In every profile it joins the style sheets, and the modules that can wait, and appends the start code
//! to the module that wasm-bindgen wrote.
//! In a release it also makes everything small, gives it hashed names, writes the policy and the
//! compressed copies, and holds the sum against the budget: see [`release`].
//!
//! It knows nothing about articles.
//! Everything it needs is in Trunk's environment variables and in the source tree.

#![forbid(unsafe_code)]

mod files;
mod frame;
mod late;
mod sheets;
mod start;

#[cfg(feature = "release")]
mod release;

use files::{Done, Place};
use std::process::ExitCode;

fn main() -> ExitCode {
    match finish() {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("finish: {fault}");
            ExitCode::FAILURE
        }
    }
}

fn finish() -> Done {
    let place = Place {
        source: variable("TRUNK_SOURCE_DIR")?.into(),
        staging: variable("TRUNK_STAGING_DIR")?.into(),
    };
    if variable("TRUNK_PROFILE")? == "release" {
        return release(&place);
    }
    files::write(
        &place.staging.join(files::SHEET),
        sheets::join(&place.source.join("style"), sheets::EVERY)?,
    )?;
    for part in start::STYLED {
        files::write(
            &place.staging.join(start::sheet_of(part)),
            sheets::join(&place.source.join("style"), &start::list_of(part))?,
        )?;
    }
    files::write(
        &place.staging.join(files::PRINT),
        files::text(&place.source.join("style/print.css"))?,
    )?;
    for module in [
        late::FIRST,
        late::FOREIGN,
        late::LATE,
        late::DESK,
        late::ELEMENT,
        late::TOOLS,
    ] {
        let joined = in_one_piece(module.join(&place)?);
        files::write(&place.staging.join(module.name), joined)?;
    }
    frame::copy_demo(&place)?;
    files::write(&place.staging.join(frame::INNER), frame::inner(&place)?)?;
    files::write(&place.staging.join(frame::OUTER), frame::outer(&place)?)?;
    let page = files::text(&place.staging.join("index.html"))?;
    files::write(
        &place.staging.join(frame::PAGE),
        frame::page(&page, &place)?,
    )?;
    let script = place.staging.join(files::SCRIPT);
    let module = in_one_piece(start::append(&files::text(&script)?, &place)?);
    files::write(&script, module)
}

/// The wasm of a build for development has no parts.
fn in_one_piece(module: String) -> String {
    let mut module = module;
    for part in start::PARTS {
        module = module.replace(&start::wasm_of(part), "");
    }
    module
}

#[cfg(feature = "release")]
fn release(place: &Place) -> Done {
    release::finish(place)
}

/// Without the minifiers on board, this program builds itself again with them and hands over.
#[cfg(not(feature = "release"))]
fn release(place: &Place) -> Done {
    println!("finish: what a release needs is compiled first, which takes a minute or two, once");
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let status = std::process::Command::new(cargo)
        .args([
            "run",
            "--quiet",
            "--package",
            "finish",
            "--features",
            "release",
        ])
        .current_dir(&place.source)
        .status()
        .map_err(|error| format!("cargo could not be started: {error}"))?;
    if status.success() {
        Ok(())
    } else {
        Err("the release could not be finished".into())
    }
}

fn variable(name: &str) -> Result<String, String> {
    std::env::var(name).map_err(|_| {
        format!(
            "{name} is not set: this program is Trunk's hook, run `trunk build` or `make build`"
        )
    })
}
