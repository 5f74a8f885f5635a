//! Writes `sample/`: the documents that a first-time visitor sees.
//!
//! All documents are invented around public facts (product names, versions, dependencies,
//! release dates); builds, ids, failures and recalls are made up. They are written from tables
//! so that a change of the story is a change of a row, and the same tables give the same bytes.

mod catalog;
mod component;
mod document;
mod edition;
mod identity;
mod manifest;
mod product;
mod recall;
mod release;

use document::{Json, block, object, text};
use manifest::{Issue, manifest};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Writes all sample documents into `sample/`.
pub fn run() -> Result<(), String> {
    write(&directory()).map_err(|error| format!("sample: {error}"))
}

fn write(directory: &Path) -> io::Result<()> {
    fs::create_dir_all(directory)?;
    for (name, content) in files() {
        let path = directory.join(&name);
        fs::create_dir_all(path.parent().unwrap_or(directory))?;
        fs::write(path, content)?;
    }
    Ok(())
}

fn directory() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../sample")
}

/// The sample's files: name and content.
fn files() -> Vec<(String, String)> {
    let all = documents().into_iter().chain(catalog::followed());
    all.map(|(name, document)| (name, document.to_file())).collect()
}

fn documents() -> Vec<(String, Json)> {
    let mut documents = vec![
        ("index.json".to_owned(), index()),
        ("customization.json".to_owned(), catalog::customization()),
        ("manifest.json".to_owned(), manifest(Issue::Older)),
        ("manifest-newer.json".to_owned(), manifest(Issue::Newer)),
    ];
    let pages = catalog::pages().into_iter().enumerate();
    documents.extend(pages.map(|(index, page)| (format!("releases-page-{}.json", index + 1), page)));
    documents
}

/// What the page loads, in this order.
fn index() -> Json {
    let entry = |path: &str, kind: &str, title: &str| {
        object([("path", text(path)), ("kind", text(kind)), ("title", text(title))])
    };
    block([
        ("note", text("All documents are invented around public facts; do not plan an upgrade with them.")),
        (
            "documents",
            Json::Rows(vec![
                entry("customization.json", "customization", "Customization corporate-ca-certificates v4"),
                entry("releases-page-1.json", "releases-page", "Releases of the catalogue, page 1 of 2"),
                entry("releases-page-2.json", "releases-page", "Releases of the catalogue, page 2 of 2"),
                entry("manifest.json", "manifest", "LCM manifest, sequence 96 (March 2026)"),
                entry("manifest-newer.json", "manifest", "LCM manifest, sequence 101 (September 2026)"),
            ]),
        ),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_sample_is_what_the_tables_say() {
        for (name, content) in files() {
            let committed = fs::read_to_string(directory().join(&name)).unwrap_or_default();
            assert!(committed == content, "run `cargo xtask sample`: {name} is out of date");
        }
    }

    #[test]
    fn the_sample_stays_small() {
        let bytes: usize = files().iter().map(|(_, content)| content.len()).sum();
        assert!(bytes < 900_000, "{bytes} bytes");
    }

    #[test]
    fn the_index_names_every_other_document() {
        let mut files = documents().into_iter().map(|(name, document)| (name, document.to_file()));
        let (_, index) = files.next().expect("the index comes first");
        for (name, _) in files {
            assert!(index.contains(&name), "{name}");
        }
    }
}
