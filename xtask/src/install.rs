//! Installs what a command needs and is not there, each thing once per user and version.
//!
//! A tool of exactly the right version on PATH is used; any other is put into a folder of its own
//! under the user's cache, so that nothing on the machine changes that somebody else relies on.

mod debian;
mod rust_target;
mod tool;

use crate::process::{Program, find};
use crate::step::{already, step};
use crate::{Outcome, project};
use std::path::{Path, PathBuf};
use std::thread;

const TRUNK: &str = "0.21.14";

/// What a build needs, found or installed.
pub struct Tools {
    /// `wasm-bindgen` and, beside it, `wasm-bindgen-test-runner`.
    pub wasm_bindgen: PathBuf,
    /// `wasm-opt`.
    pub wasm_opt: PathBuf,
    rust: rust_target::Rust,
}

impl Tools {
    /// The folders to put before the rest of PATH so that these very tools are found.
    pub fn folders(&self) -> Vec<PathBuf> {
        let programs = [self.rust.shim.as_deref(), Some(&self.wasm_bindgen), Some(&self.wasm_opt)];
        programs.into_iter().flatten().filter_map(Path::parent).map(Path::to_owned).collect()
    }

    /// The `cargo` that builds for wasm.
    pub fn cargo(&self) -> &Path {
        self.rust.cargo()
    }

    /// Whether clippy can check wasm code: the fallback compiler comes without it.
    pub fn has_wasm_clippy(&self) -> bool {
        self.rust.shim.is_none()
    }
}

/// The browser and its driver.
pub struct Browser {
    /// The browser's program.
    pub chromium: PathBuf,
    /// The server that drives it.
    pub chromedriver: PathBuf,
}

/// Everything, for `cargo xtask setup`; Trunk too, whose server is for development alone.
pub fn everything() -> Outcome {
    for_build()?;
    trunk()?;
    browser()?;
    node_packages()
}

/// Trunk, which builds and serves the viewer as one file while somebody works on it.
pub fn trunk() -> Outcome<PathBuf> {
    let trunk = tool::find_or_install("trunk", "trunk", TRUNK);
    tool::remove_build_folder();
    trunk
}

/// The wasm target, wasm-bindgen and wasm-opt. While missing tools are compiled, the app is
/// compiled too: most of the time of both is one core waiting for another.
pub fn for_build() -> Outcome<Tools> {
    need("node", "Node.js: on Debian `apt-get install nodejs npm`")?;
    need("npm", "npm: on Debian `apt-get install npm`")?;
    let rust = rust_target::find_or_install()?;
    let wasm_opt = wasm_opt()?;
    let wasm_bindgen_version = project::locked_version("wasm-bindgen")?;
    let has_all = tool::find("wasm-bindgen", &wasm_bindgen_version).is_some();
    let app = (!has_all).then(|| {
        thread::spawn({
            let rust = rust.clone();
            move || rust.build_app()
        })
    });
    let wasm_bindgen = tool::find_or_install("wasm-bindgen", "wasm-bindgen-cli", &wasm_bindgen_version);
    if let Some(app) = app {
        app.join().map_err(|_| "the thread that built the app ended early".to_owned())??;
    }
    tool::remove_build_folder();
    Ok(Tools { wasm_bindgen: wasm_bindgen?, wasm_opt, rust })
}

/// Chromium and its driver: from PATH, or Debian's packages.
pub fn browser() -> Outcome<Browser> {
    let look = || Some(Browser { chromium: find("chromium")?, chromedriver: find("chromedriver")? });
    if let Some(found) = look() {
        already("Chromium and its driver");
        return Ok(found);
    }
    step("Install Chromium and its driver", || debian::install(&["chromium", "chromium-driver"]))?;
    look()
        .ok_or_else(|| "chromium and chromedriver are still not on PATH after their installation".to_owned())
}

/// The npm packages of the end-to-end tests, exactly those of the lock file.
pub fn node_packages() -> Outcome {
    packages_of(&project::end2end(), "npm packages of the end-to-end tests")
}

/// The peers that the bench page measures beside the viewer, by `npm ci`.
pub fn bench_packages() -> Outcome {
    packages_of(&project::root().join("tests/bench"), "npm packages of the bench page")
}

/// npm's `binaryen`: Debian's is too old to read what current Rust emits.
fn wasm_opt() -> Outcome<PathBuf> {
    let source = project::root().join("xtask/npm");
    let lock = read(&source.join("package-lock.json"))?;
    let version = npm_version(&lock, "binaryen").ok_or("xtask/npm/package-lock.json names no binaryen")?;
    let home = project::tools().join(format!("binaryen-{version}"));
    std::fs::create_dir_all(&home).map_err(|error| format!("{}: {error}", home.display()))?;
    for name in ["package.json", "package-lock.json"] {
        std::fs::write(home.join(name), read(&source.join(name))?)
            .map_err(|error| format!("{}: {error}", home.join(name).display()))?;
    }
    packages_of(&home, &format!("wasm-opt (binaryen {version})"))?;
    Ok(home.join("node_modules/.bin/wasm-opt"))
}

/// `npm ci`, unless the folder already holds what its lock file says.
fn packages_of(folder: &Path, title: &str) -> Outcome {
    let lock = read(&folder.join("package-lock.json"))?;
    let stamp = folder.join("node_modules/.installed-lock");
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        already(title);
        return Ok(());
    }
    step(&format!("Install {title}"), || {
        Program::new("npm").args("ci --ignore-scripts --no-audit --no-fund").folder(folder).run_quietly()?;
        std::fs::write(&stamp, &lock).map_err(|error| format!("{}: {error}", stamp.display()))
    })
}

fn npm_version(lock: &str, package: &str) -> Option<String> {
    let lock: serde_json::Value = serde_json::from_str(lock).ok()?;
    let version = lock.get("packages")?.get(format!("node_modules/{package}"))?.get("version")?;
    version.as_str().map(str::to_owned)
}

fn need(program: &str, how: &str) -> Outcome {
    match find(program) {
        Some(_) => Ok(()),
        None => Err(format!("{program} is not on PATH. Install {how}, then run this again.")),
    }
}

fn read(file: &Path) -> Outcome<String> {
    std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}
