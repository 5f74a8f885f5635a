//! Programs that come from crates.io, compiled as fast as they compile: they are build tools, and
//! half an hour of optimising them would never be earned back.

use crate::process::{self, Program};
use crate::step::{already, step};
use crate::{Outcome, project};
use std::path::PathBuf;

/// The program in exactly this version: on PATH, or installed by an earlier run.
pub fn find(program: &str, version: &str) -> Option<PathBuf> {
    let own = own_folder(program, version).join("bin").join(program);
    let on_path = process::find(program);
    on_path.into_iter().chain([own]).find(|file| has_version(file, version))
}

/// As `find`, and installs it where it is nowhere.
pub fn find_or_install(program: &str, package: &str, version: &str) -> Outcome<PathBuf> {
    if let Some(file) = find(program, version) {
        already(&format!("{program} {version}"));
        return Ok(file);
    }
    let title = format!("Install {program} {version} from crates.io (minutes, once per machine)");
    step(&title, || install(program, package, version))?;
    find(program, version).ok_or_else(|| {
        let folder = own_folder(program, version);
        format!("{program} {version} was installed into {} but does not run from there", folder.display())
    })
}

/// What compiling the tools left behind; about a gigabyte that nobody needs again.
pub fn remove_build_folder() {
    let _ = std::fs::remove_dir_all(build_folder());
}

fn has_version(file: &PathBuf, version: &str) -> bool {
    let Some(answer) = Program::new(file).arg("--version").answer() else { return false };
    answer.split_whitespace().any(|word| word == version)
}

fn own_folder(program: &str, version: &str) -> PathBuf {
    project::tools().join(format!("{program}-{version}"))
}

fn build_folder() -> PathBuf {
    project::tools().join("build")
}

fn install(program: &str, package: &str, version: &str) -> Outcome {
    if process::find("cargo-binstall").is_some() && prebuilt(program, package, version).is_ok() {
        return Ok(());
    }
    // As its authors locked it; where a registry mirror lacks one of those versions, the newest that fits.
    compile(program, package, version, "--locked")
        .or_else(|_| compile(program, package, version, ""))
        .map_err(|failure| {
            format!(
                "{failure}\n\n{program} {version} could not be installed. Install it by hand with\n    \
                 cargo install {package} --version {version}\nthen run this again."
            )
        })
}

fn prebuilt(program: &str, package: &str, version: &str) -> Outcome {
    Program::new("cargo")
        .args("binstall --no-confirm --disable-strategies compile --root")
        .arg(own_folder(program, version))
        .arg(format!("{package}@{version}"))
        .run_quietly()
}

fn compile(program: &str, package: &str, version: &str, locked: &str) -> Outcome {
    Program::new("cargo")
        .args("install --force")
        .arg(package)
        .args(&format!("--version {version} {locked} --no-default-features --root"))
        .arg(own_folder(program, version))
        // Not the environment that `cargo run` gave this program, nor the project's own settings.
        .folder(&project::tools())
        .env("CARGO_TARGET_DIR", build_folder())
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "false")
        .env("CARGO_PROFILE_RELEASE_STRIP", "true")
        .run_quietly()
}
