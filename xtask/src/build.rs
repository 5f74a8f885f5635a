//! `cargo xtask build`: the release build in `dist/`.

use crate::install::{self, Tools};
use crate::step::{show, step};
use crate::{Outcome, bundle, project, split};
use std::path::PathBuf;

/// Installs what is missing, builds, and says what came out. Gives the folder.
pub fn run() -> Outcome<PathBuf> {
    let began = std::time::Instant::now();
    let tools = install::for_build()?;
    bundle_with(&tools)?;
    bundle::report(&project::dist())?;
    println!("✓ dist/ is ready ({})", show(began.elapsed()));
    Ok(project::dist())
}

/// Builds with the given tools, and puts `dist/` together.
pub fn bundle_with(tools: &Tools) -> Outcome {
    let wasm = split::build(tools)?;
    bundle::sentences::check(&wasm.program)?;
    step("Put dist/ together", || bundle::write_dist(&wasm))
}
