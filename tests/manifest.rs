//! What is read of manifests, of every documented version and every odd form.
#![allow(clippy::expect_used, reason = "a test fails by panicking, its helpers too")]

#[path = "support/builder.rs"]
mod builder;

#[path = "manifest/compare.rs"]
mod compare;
#[path = "manifest/concerns.rs"]
mod concerns;
#[path = "manifest/dialects.rs"]
mod dialects;
#[path = "manifest/drift.rs"]
mod drift;
#[path = "manifest/inventory.rs"]
mod inventory;
#[path = "manifest/matrix.rs"]
mod matrix;
#[path = "manifest/pace.rs"]
mod pace;
#[path = "manifest/recalled.rs"]
mod recalled;
#[path = "manifest/releases.rs"]
mod releases;
#[path = "manifest/route.rs"]
mod route;
#[path = "manifest/safety.rs"]
mod safety;

use release_atlas::json::{self, Document, Limits};
use release_atlas::manifest::{Manifest, read};

fn document(text: &str) -> Document {
    json::read(text, &Limits::default()).expect("JSON")
}

fn manifest(text: &str) -> Manifest {
    read(&document(text))
}

/// One of the invented documents under `tests/data/manifest`.
fn data(name: &str) -> Document {
    let path = format!("{}/tests/data/manifest/{name}.json", env!("CARGO_MANIFEST_DIR"));
    document(&std::fs::read_to_string(path).expect("a file"))
}
