//! `cargo xtask build`: the release build in `dist/`.

use crate::install::{self, Tools};
use crate::process::Program;
use crate::step::{show, step};
use crate::{Outcome, bundle, project};
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

/// Lets Trunk build with the given tools; its hook (`cargo xtask post-build`) writes the final files.
pub fn bundle_with(tools: &Tools) -> Outcome {
    step("Build in release mode", || {
        Program::new(&tools.trunk)
            .args("build --release --locked")
            .folder(&project::root())
            .path_first(&tools.folders())
            .env("NO_COLOR", "true") // Trunk wants true or false where the convention says anything
            .run()
    })
}
