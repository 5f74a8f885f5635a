//! Where things are, and the versions that the lock file fixes.

use crate::Outcome;
use std::path::{Path, PathBuf};

/// The repository's root: the folder above this package.
pub fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package).to_owned()
}

/// The finished viewer.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Where cargo compiles to.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR")
        .filter(|value| !value.is_empty())
        .map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// The end-to-end tests with their packages.
pub fn end2end() -> PathBuf {
    root().join("tests/end2end")
}

/// A per-user folder for tools, so that every clone shares them.
pub fn tools() -> PathBuf {
    let cache = std::env::var_os("XDG_CACHE_HOME").filter(|value| !value.is_empty()).map(PathBuf::from);
    let home = || std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE")).map(PathBuf::from);
    cache
        .or_else(|| home().map(|folder| folder.join(".cache")))
        .unwrap_or_else(|| root().join("target"))
        .join("release-atlas/tools")
}

/// The version of a crate in Cargo.lock.
pub fn locked_version(package: &str) -> Outcome<String> {
    let lock =
        std::fs::read_to_string(root().join("Cargo.lock")).map_err(|error| format!("Cargo.lock: {error}"))?;
    let heading = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != heading).skip(1);
    lines
        .next()
        .and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
        .map(str::to_owned)
        .ok_or_else(|| format!("Cargo.lock names no {package}"))
}
