//! The table that says which test proves which row of the contract is whole, and names tests that exist.

#![expect(clippy::expect_used, reason = "a test may end where its own files cannot be read")]

use std::fs;

fn read(name: &str) -> String {
    fs::read_to_string(format!("{}/{name}", env!("CARGO_MANIFEST_DIR"))).expect("the file can be read")
}

/// The rows of the table: what is promised, and the cell with the proofs.
fn rows(text: &str) -> Vec<(&str, &str)> {
    let table = text.split("| row | proven by |").nth(1).unwrap_or_default();
    table
        .lines()
        .skip(2)
        .filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |")?.split_once(" | "))
        .collect()
}

#[test]
fn everything_that_the_element_understands_has_a_row() {
    let text = read("tests/end2end/README.md");
    let promised: String = rows(&text).into_iter().map(|(row, _)| row).collect();
    let manifest: serde_json::Value =
        serde_json::from_str(&read("site/custom-elements.json")).expect("the manifest is JSON");
    let element = &manifest["modules"][0]["declarations"][0];
    let mut names = 0;
    for list in ["attributes", "members", "events", "cssParts"] {
        for one in element[list].as_array().into_iter().flatten() {
            let name = one["name"].as_str().unwrap_or_default();
            assert!(promised.contains(&format!("`{name}`")), "no row names {list} {name}");
            names += 1;
        }
    }
    assert!(names > 50, "{names}");
}

/// The proofs of a row: a file in backticks, and after it the sentences of its tests in quotes.
fn proofs(cell: &str) -> Vec<(&str, &str)> {
    let (mut found, mut file, mut rest) = (Vec::new(), "", cell);
    while let Some(at) = rest.find(['`', '“']) {
        let is_file = rest[at..].starts_with('`');
        let inside = rest[at..].trim_start_matches(['`', '“']);
        let Some((part, after)) = inside.split_once(if is_file { '`' } else { '”' }) else { break };
        if is_file {
            file = part;
        } else {
            found.push((file, part));
        }
        rest = after;
    }
    found
}

#[test]
fn every_test_that_the_table_names_exists() {
    let text = read("tests/end2end/README.md");
    let mut named = 0;
    for (row, cell) in rows(&text).into_iter().filter(|(row, _)| !row.starts_with("**")) {
        let proofs = proofs(cell);
        assert!(!proofs.is_empty(), "{row}");
        for (file, sentence) in proofs {
            let tests = read(&format!("tests/end2end/{file}.test.mjs"));
            assert!(tests.contains(sentence), "{row}: {file} has no test “{sentence}”");
            named += 1;
        }
    }
    assert!(named > 60, "{named}");
}
