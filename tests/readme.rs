//! What the README says of the files of the project holds.

use std::fs;
use std::path::Path;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Whether a path is there; one part may be `*`, for any folder.
fn is_there(path: &str) -> bool {
    let Some((before, after)) = path.split_once("*/") else { return root().join(path).exists() };
    let folders = fs::read_dir(root().join(before)).into_iter().flatten().flatten();
    let mut tried = folders.map(|folder| folder.path().join(after).exists()).peekable();
    tried.peek().is_some() && tried.any(|is_there| is_there)
}

#[test]
fn every_place_to_change_something_is_there() {
    let text = fs::read_to_string(root().join("README.md")).expect("the README can be read");
    let table = text.split("## Where does this change go?").nth(1).unwrap_or_default();
    let table = table.split("\n## ").next().unwrap_or_default();
    let paths: Vec<&str> = table.split('`').skip(1).step_by(2).filter(|part| part.contains('/')).collect();
    assert!(paths.len() > 40, "{paths:?}");
    let missing: Vec<_> = paths.into_iter().filter(|path| !is_there(path)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_file_that_a_page_of_text_links_to_is_there() {
    for name in ["README.md", "CHANGELOG.md", "tests/end2end/README.md", "tests/data/README.md"] {
        let folder = root().join(name).parent().expect("a file lies in a folder").to_owned();
        let text = fs::read_to_string(root().join(name)).expect("the file can be read");
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let is_elsewhere = target.contains("://") || target.starts_with('#');
            assert!(is_elsewhere || folder.join(target).exists(), "{name}: {target}");
        }
    }
}
