//! Real documents of other servers, where they are at hand.

use std::path::{Path, PathBuf};

use release_atlas::source::{Kind, Options, read};
use release_atlas::{catalog, manifest};

use crate::shared;

fn files(folder: &Path) -> Vec<PathBuf> {
    let (mut folders, mut files) = (vec![folder.to_owned()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files
}

#[test]
fn recorded_answers_of_other_apis_are_read_and_taken_for_neither_kind() {
    let Some(folder) = shared("data/hal") else { return };
    for file in files(&folder) {
        let bytes = std::fs::read(&file).expect("a file");
        let Ok(source) = read(bytes, Options::default()) else { continue };
        assert!(
            matches!(source.kind, Kind::Hal | Kind::Problem | Kind::Other),
            "{}: {:?}",
            file.display(),
            source.because
        );
        let _ = (catalog::read(&source.document), manifest::read(&source.document));
    }
}

#[test]
fn tables_of_real_facts_are_other_json() {
    let Some(folder) = shared("data") else { return };
    for name in ["bitnami-charts-head.json", "bitnami-charts-history.json", "vcf-observed-facts.json"] {
        let source =
            read(std::fs::read(folder.join(name)).expect("a file"), Options::default()).expect("JSON");
        assert_eq!(source.kind, Kind::Other, "{name}: {:?}", source.because);
    }
}
