//! What documents are taken for, and that no document whatever makes reading fail or lose its neighbours.
#![allow(clippy::expect_used, reason = "a test fails by panicking, its helpers too")]

#[path = "support/builder.rs"]
mod builder;

#[path = "source/accepted.rs"]
mod accepted;
#[path = "source/facts.rs"]
mod facts;
#[path = "source/laws.rs"]
mod laws;
#[path = "source/mutation.rs"]
mod mutation;
#[path = "source/recognised.rs"]
mod recognised;
#[path = "source/seeds.rs"]
mod seeds;
#[path = "source/wild.rs"]
mod wild;

use std::path::{Path, PathBuf};

use release_atlas::source::{Options, Source, read};

fn source(text: &str) -> Source {
    read(text, Options::default()).expect("JSON")
}

/// Every invented document below `tests/data`, with its name.
fn data() -> Vec<(String, String)> {
    ["catalog", "manifest"].into_iter().flat_map(data_of).collect()
}

/// The documents of one folder below `tests/data`, by name.
fn data_of(folder: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(folder);
    let entries = std::fs::read_dir(root).expect("a folder");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files.iter().map(|file| (stem(file), std::fs::read_to_string(file).expect("a file"))).collect()
}

fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

/// A place in the folder of outside data; none (with a message) where it is not at hand.
fn shared(path: &str) -> Option<PathBuf> {
    let roots = ["../shared", "../../shared"].map(|root| Path::new(env!("CARGO_MANIFEST_DIR")).join(root));
    let found = roots.into_iter().map(|root| root.join(path)).find(|path| path.exists());
    if found.is_none() {
        eprintln!("skipped: ../shared/{path} is not here");
    }
    found
}
