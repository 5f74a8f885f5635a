//! A Rust that builds for wasm32: rustup's target, or, where rustup's server cannot be reached,
//! Debian's own compiler with its sources, behind a `cargo` that hands only the wasm builds to it.

use super::debian;
use crate::process::{Program, find};
use crate::step::{already, step};
use crate::{Outcome, project, split};
use std::path::{Path, PathBuf};

const TARGET: &str = "wasm32-unknown-unknown";

/// Debian 12's compiler that other packages build browsers with, new enough and with sources.
const DEBIAN_PACKAGES: [&str; 5] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "lld-22"];

/// How this machine builds for wasm.
#[derive(Clone)]
pub struct Rust {
    /// A `cargo` to put first on PATH, where the usual one has no wasm target.
    pub shim: Option<PathBuf>,
}

impl Rust {
    /// The `cargo` that builds for wasm.
    pub fn cargo(&self) -> &Path {
        self.shim.as_deref().unwrap_or_else(|| Path::new("cargo"))
    }

    /// Compiles the app as the build will, which then finds it done.
    pub fn build_app(&self) -> Outcome {
        step("Compile the app (at the same time)", || split::compile(self.cargo()))
    }
}

/// Finds a way to build for wasm, or installs one.
pub fn find_or_install() -> Outcome<Rust> {
    let title = format!("Rust target {TARGET}");
    if has_target() {
        already(&title);
        return Ok(Rust { shim: None });
    }
    let shim = project::tools().join("debian-rust/bin/cargo");
    if shim.is_file() {
        already(&format!("{title} (Debian's compiler)"));
        return Ok(Rust { shim: Some(shim) });
    }
    match step(&format!("Install {title} with rustup"), with_rustup) {
        Ok(()) => Ok(Rust { shim: None }),
        Err(first) => {
            println!("  {}", first.lines().last().unwrap_or_default());
            println!("  rustup could not; Debian's packages are next");
            step("Install Debian's compiler with sources", || from_debian(&shim))
                .map_err(|second| advice(&first, &second))?;
            Ok(Rust { shim: Some(shim) })
        }
    }
}

fn has_target() -> bool {
    let sysroot = Program::new("rustc").args("--print sysroot").answer().unwrap_or_default();
    Path::new(&sysroot).join("lib/rustlib").join(TARGET).join("lib").is_dir()
}

fn with_rustup() -> Outcome {
    Program::new("rustup").args("target add").arg(TARGET).run_quietly()
}

fn from_debian(shim: &Path) -> Outcome {
    debian::install(&DEBIAN_PACKAGES)?;
    let usual = find("cargo").ok_or("cargo is not on PATH")?;
    let folder = shim.parent().ok_or("the tools folder has no parent")?;
    let text = format!(
        "#!/bin/sh\n\
         # Builds for wasm go to Debian's compiler, which brings the sources of its standard library.\n\
         for word in \"$@\"; do case \"$word\" in *{TARGET}*)\n  \
         unset CARGO RUSTC RUSTUP_TOOLCHAIN LD_LIBRARY_PATH\n  \
         export RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort PATH=\"/usr/bin:$PATH\"\n  \
         exec /usr/bin/cargo \"$@\" ;;\nesac; done\nexec '{}' \"$@\"\n",
        usual.display()
    );
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(shim, text))
        .map_err(|error| format!("{}: {error}", shim.display()))?;
    Program::new("chmod").arg("+x").arg(shim).run_quietly()
}

fn advice(rustup: &str, debian: &str) -> String {
    format!(
        "{rustup}\n{debian}\n\nNo Rust here can build for {TARGET}. Install one of these by hand, then run this again:\n    \
         rustup target add {TARGET}\n    sudo apt-get install {}   (Debian 12 or later)",
        DEBIAN_PACKAGES.join(" ")
    )
}
