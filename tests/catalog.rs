//! What is read of the catalogue's documents, in every form in which they come.
#![allow(clippy::expect_used, reason = "a test fails by panicking, its helpers too")]

#[path = "support/builder.rs"]
mod builder;

#[path = "catalog/customizations.rs"]
mod customizations;
#[path = "catalog/pages.rs"]
mod pages;
#[path = "catalog/relations.rs"]
mod relations;
#[path = "catalog/releases.rs"]
mod releases;

use release_atlas::catalog::{Catalog, read};
use release_atlas::json::{self, Document, Limits};

fn document(text: &str) -> Document {
    json::read(text, &Limits::default()).expect("JSON")
}

fn catalog(text: &str) -> Catalog {
    read(&document(text))
}

/// One of the invented documents under `tests/data/catalog`.
fn data(name: &str) -> Document {
    let path = format!("{}/tests/data/catalog/{name}.json", env!("CARGO_MANIFEST_DIR"));
    document(&std::fs::read_to_string(path).expect("a file"))
}
