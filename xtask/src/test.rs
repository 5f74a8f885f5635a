//! `cargo xtask test`: every check and test there is, or one part of them.
//!
//! What takes long and needs little of the processor (fetching the browser, compiling the tools,
//! the release build) runs beside the checks that need none of it. The last part is the
//! end-to-end tests, so that the last lines are those of a test runner.

use crate::arguments::Arguments;
use crate::install::{self, Browser, Tools};
use crate::process::Program;
use crate::step::{show, step};
use crate::{Outcome, build, licences, project};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Instant;

const WASM: &str = "--target wasm32-unknown-unknown";

/// Runs all parts or the one that is named.
pub fn run(arguments: &Arguments) -> Outcome {
    arguments.allow_only(&[])?;
    let rest = arguments.word(2);
    match arguments.word(1) {
        None => everything(),
        Some("lint") => lint(rest),
        Some("native") => native(rest),
        Some("web") => web(&install::for_build()?, &install::browser()?, rest),
        Some("e2e") => {
            build::run()?;
            install::node_packages()?;
            end_to_end(&install::browser()?, rest)
        }
        Some("trunk") => {
            install::node_packages()?;
            trunk(&install::for_build()?, &install::trunk()?, &install::browser()?)
        }
        Some(unknown) => {
            Err(format!("there is no test part {unknown:?}; there are: lint native web trunk e2e"))
        }
    }
}

fn everything() -> Outcome {
    let began = Instant::now();
    let preparation = thread::spawn(prepare);
    let checks = format().and_then(|()| lint_native()).and_then(|()| native(None));
    let prepared =
        preparation.join().map_err(|_| "the thread that prepares the browser tests ended early")?;
    checks?;
    let Prepared { tools, trunk: with_trunk, browser } = prepared?;
    lint_wasm(&tools)?;
    licences()?;
    web(&tools, &browser, None)?;
    trunk(&tools, &with_trunk, &browser)?;
    println!("▸ End to end next; {} so far", show(began.elapsed()));
    end_to_end(&browser, None)
}

/// Everything that the browser tests stand on.
struct Prepared {
    tools: Tools,
    trunk: PathBuf,
    browser: Browser,
}

fn prepare() -> Outcome<Prepared> {
    let browser = install::browser()?;
    install::node_packages()?;
    let tools = install::for_build()?;
    build::bundle_with(&tools)?;
    Ok(Prepared { tools, trunk: install::trunk()?, browser })
}

fn lint(part: Option<&str>) -> Outcome {
    match part {
        Some("native") => format().and_then(|()| lint_native()),
        Some("wasm") => lint_wasm(&install::for_build()?),
        None => {
            format()?;
            lint_native()?;
            lint_wasm(&install::for_build()?)?;
            licences()
        }
        Some(unknown) => Err(format!("there is no lint part {unknown:?}; there are: native wasm")),
    }
}

fn format() -> Outcome {
    step("Format", || cargo().args("fmt --all --check").run())
}

fn lint_native() -> Outcome {
    step("Clippy, native", || {
        cargo().args("clippy --quiet --workspace --all-targets --locked -- -D warnings").run()
    })
}

fn lint_wasm(tools: &Tools) -> Outcome {
    if !tools.has_wasm_clippy() {
        println!("– no clippy for wasm: Debian's compiler comes without it");
        return Ok(());
    }
    step("Clippy, wasm", || {
        cargo().args("clippy --quiet --locked --lib --test web").args(WASM).args("-- -D warnings").run()
    })
}

fn licences() -> Outcome {
    step("Licences and sources of all dependencies", licences::check)
}

fn native(filter: Option<&str>) -> Outcome {
    step("Native tests", || cargo().args("test --workspace --locked").args(filter.unwrap_or_default()).run())
}

/// `wasm-bindgen-test` in a headless Chromium; its flags are in `tests/web/webdriver.json`.
fn web(tools: &Tools, browser: &Browser, filter: Option<&str>) -> Outcome {
    let runner = tools.wasm_bindgen.with_file_name("wasm-bindgen-test-runner");
    step("Browser tests", || {
        cargo()
            .args("test --locked")
            .args(WASM)
            .args("--test web")
            .args(filter.unwrap_or_default())
            .path_first(&tools.folders())
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", &runner)
            .env("CHROMEDRIVER", &browser.chromedriver)
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", project::root().join("tests/web/webdriver.json"))
            .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
            .run()
    })
}

/// The one file that `trunk serve` gives while somebody works on the viewer opens as the release does.
fn trunk(tools: &Tools, trunk: &Path, browser: &Browser) -> Outcome {
    let dist = project::target().join("trunk");
    step("Build with Trunk", || {
        Program::new(trunk)
            .args("--quiet build --dist")
            .arg(&dist)
            .path_first(&tools.folders())
            .folder(&project::root())
            .run_quietly()
    })?;
    step("End-to-end test of that build", || {
        in_browser(browser, &dist).arg("--test-name-pattern=the sample opens").arg("viewer.test.mjs").run()
    })
}

/// Node's own test runner with Playwright, against `dist/` under the strict policy.
fn end_to_end(browser: &Browser, filter: Option<&str>) -> Outcome {
    step("End-to-end tests", || {
        let program = in_browser(browser, &project::dist());
        match filter {
            Some(name) => program.arg(format!("--test-name-pattern={name}")),
            None => program,
        }
        .run()
    })
}

fn in_browser(browser: &Browser, dist: &Path) -> Program {
    Program::new("node")
        .args("--test --test-concurrency=2 --test-timeout=600000")
        .folder(&project::end2end())
        .env("ATLAS_DIST", dist)
        .env("CHROMIUM", &browser.chromium)
}

fn cargo() -> Program {
    Program::new("cargo").folder(&project::root())
}
