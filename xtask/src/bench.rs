//! `cargo xtask bench`: criterion for the pure rooms, then what is measured in Chromium: the page beside the peers,
//! reading beside `JSON.parse`, and the time to the first verdict.

use crate::arguments::Arguments;
use crate::process::Program;
use crate::step::step;
use crate::{Outcome, build, install, project};

/// Runs one half or both.
pub fn run(arguments: &Arguments) -> Outcome {
    let part = arguments.word(1);
    let filter = arguments.word(2);
    if part.is_none_or(|name| name == "native") {
        step("Criterion", || native(filter))?;
    }
    if part.is_none_or(|name| name == "web") {
        in_browser("run.mjs", filter)?;
    }
    if part.is_none_or(|name| name == "read") {
        in_browser("read.mjs", None)?;
    }
    if part.is_none_or(|name| name == "start") {
        in_browser("start.mjs", None)?;
    }
    match part {
        None | Some("native" | "web" | "read" | "start") => Ok(()),
        Some(unknown) => Err(format!("there is no bench part {unknown:?}; there are: native web read start")),
    }
}

fn native(filter: Option<&str>) -> Outcome {
    let program = Program::new("cargo").args("bench --benches").folder(&project::root());
    match filter {
        Some(filter) => program.arg("--").arg(filter),
        None => program,
    }
    .run()
}

/// A script of `tests/bench`, run by node against the release build.
fn in_browser(script: &str, filter: Option<&str>) -> Outcome {
    let script = project::root().join("tests/bench").join(script);
    let dist = build::run()?;
    let browser = install::browser()?;
    install::bench_packages()?;
    step("Bench page in Chromium", || {
        let program = Program::new("node")
            .arg(&script)
            .folder(&project::root())
            .env("ATLAS_DIST", &dist)
            .env("CHROMIUM", &browser.chromium);
        match filter {
            Some(filter) => program.arg(filter),
            None => program,
        }
        .run()
    })
}
