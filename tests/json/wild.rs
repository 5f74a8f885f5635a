//! Real documents of other people read as another reader reads them.

use std::path::{Path, PathBuf};

use release_atlas::json::{Limits, read};

use super::laws::converted;

/// All files below a folder, in a stable order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let (mut found, mut open) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { open.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    found
}

#[test]
fn real_documents_read_as_another_reader_reads_them() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    if !folder.exists() {
        eprintln!("skipped: {} is not there", folder.display());
        return;
    }
    let (mut accepted, mut refused) = (0, 0);
    for path in files(&folder).iter().filter(|path| path.extension().is_some_and(|end| end == "json")) {
        let bytes = std::fs::read(path).unwrap();
        let theirs = serde_json::from_slice::<serde_json::Value>(&bytes);
        match (read(bytes, &Limits::default()), theirs) {
            (Ok(document), Ok(value)) => {
                assert_eq!(converted(document.root()), value, "{}", path.display());
                accepted += 1;
            }
            (Err(_), Err(_)) => refused += 1,
            (ours, theirs) => panic!("{}: {ours:?}, {:?}", path.display(), theirs.err()),
        }
    }
    assert!(accepted > 10, "{accepted} read, {refused} refused");
}
