use release_atlas::manifest::{Manifest, Matrix, Recalls, Shift, gone, sku_lines};
use serde_json::{Value, json};

use crate::manifest;

fn matrix(text: &Value) -> (Manifest, Matrix) {
    let read = manifest(&text.to_string());
    let matrix = Matrix::new(&read, &Recalls::new(&[&read]));
    (read, matrix)
}

fn release(version: &str, bom: &[(&str, &str)]) -> Value {
    let bom: Vec<_> = bom.iter().map(|(name, version)| json!({"name": name, "version": version})).collect();
    json!({"product": "VCF", "version": version, "bom": bom})
}

/// The shifts of a row, by the order of the columns.
fn shifts(matrix: &Matrix, name: &str) -> Vec<Option<Shift>> {
    let row = matrix.rows.iter().position(|row| row.name == name).expect("the component");
    (0..matrix.columns.len()).map(|column| matrix.cell(row, column).and_then(|cell| cell.shift)).collect()
}

#[test]
fn releases_stand_by_version_and_not_by_text_or_place() {
    let text =
        json!({"releases": [release("9.10.0.0", &[]), release("9.9.0.0", &[]), release("9.1.0.0400", &[])]});
    let (read, matrix) = matrix(&text);
    let versions: Vec<_> =
        matrix.columns.iter().filter_map(|column| column.of(&read)).map(|release| &release.version).collect();
    assert_eq!(versions, ["9.1.0.0400", "9.9.0.0", "9.10.0.0"]);
}

#[test]
fn every_cell_says_what_became_of_it_since_the_release_before() {
    let (_, matrix) = matrix(&json!({"releases": [
        release("1.0", &[("UP", "1.9"), ("GONE", "1"), ("SAME", "7.0.3-19482537"), ("ODD", "latest")]),
        release("2.0", &[("UP", "1.10"), ("NEW", "1"), ("SAME", "7.0.3.0.19482537"), ("ODD", "2")]),
        release("3.0", &[("UP", "1.2"), ("NEW", "1"), ("SAME", "7.0.3.0.19482537"), ("ODD", "2")]),
    ]}));
    assert_eq!(shifts(&matrix, "UP"), [None, Some(Shift::Up), Some(Shift::Down)]);
    assert_eq!(shifts(&matrix, "GONE"), [None, Some(Shift::Removed), None]);
    assert_eq!(shifts(&matrix, "NEW"), [None, Some(Shift::Added), Some(Shift::Same)]);
    assert_eq!(shifts(&matrix, "SAME"), [None, Some(Shift::Same), Some(Shift::Same)]);
    assert_eq!(shifts(&matrix, "ODD"), [None, Some(Shift::Incomparable), Some(Shift::Same)]);
    let changes: Vec<_> = matrix.rows.iter().map(|row| (&*row.name, row.changes)).collect();
    assert_eq!(changes, [("UP", 2), ("NEW", 1), ("SAME", 0), ("ODD", 1), ("GONE", 1)]);
}

#[test]
fn a_recalled_bundle_marks_its_release() {
    let mut one = release("1.0", &[]);
    one["patchBundles"] = json!([{"bundleId": "a"}, {"bundleId": "b"}]);
    let recalls = json!([{"recalledBundleIds": ["a"], "replacementBundleStatus": "NONE"}]);
    let (_, matrix) = matrix(&json!({"releases": [one, release("2.0", &[])], "recalledBundles": recalls}));
    assert_eq!(matrix.columns.iter().map(|column| column.recalled).collect::<Vec<_>>(), [1, 0]);
}

#[test]
fn a_name_that_stands_twice_is_marked() {
    let (_, matrix) = matrix(&json!({"releases": [release("1.0", &[("A", "1"), ("A", "2")])]}));
    let cell = matrix.cell(0, 0).expect("a cell");
    assert!(cell.is_ambiguous && cell.component == Some(0));
    assert_eq!(matrix.cell(0, 1), None);
    assert_eq!(matrix.cell(1, 0), None);
}

#[test]
fn skus_are_joined_to_the_bom_by_name() {
    let mut one = release("1.0", &[("A", "1"), ("B", "2")]);
    one["sku"] =
        json!([{"name": "VVF", "bom": [{"name": "C", "version": "3"}, {"name": "B", "version": "2.1"}]}]);
    let (read, _) = matrix(&json!({"releases": [one]}));
    let lines = sku_lines(&read.releases[0], &read.releases[0].skus[0]);
    let shown: Vec<_> = lines.iter().map(|line| (line.name, line.in_release, line.in_sku)).collect();
    assert_eq!(shown, [("C", None, Some("3")), ("B", Some("2"), Some("2.1")), ("A", Some("1"), None)]);
}

#[test]
fn two_manifests_are_compared_cell_by_cell_and_not_by_place() {
    let before = manifest(
        &json!({"releases": [
            release("1.0", &[("A", "1"), ("GONE", "1")]),
            release("2.0", &[("A", "1")]),
        ]})
        .to_string(),
    );
    let after = manifest(
        &json!({"releases": [
            release("3.0", &[("A", "9")]),
            release("1.0.0", &[("NEW", "1"), ("A", "2")]),
        ]})
        .to_string(),
    );
    let matrix = Matrix::against(&before, &after, &Recalls::new(&[&before, &after]));
    assert_eq!(shifts(&matrix, "A"), [Some(Shift::Up), Some(Shift::Added)]);
    assert_eq!(shifts(&matrix, "NEW"), [Some(Shift::Added), None]);
    assert_eq!(shifts(&matrix, "GONE"), [Some(Shift::Removed), None]);
    assert_eq!(matrix.columns.iter().map(|column| column.changes).collect::<Vec<_>>(), [3, 1]);
    let names: Vec<_> = gone(&before, &after).into_iter().map(|release| release.version.as_str()).collect();
    assert_eq!(names, ["2.0"]);
}

#[test]
fn a_manifest_against_itself_changes_no_cell() {
    let read = manifest(
        &json!({"releases": [
            release("1.0", &[("A", "1"), ("A", "2"), ("B", "latest")]),
            release("2.0", &[("A", "3")]),
        ]})
        .to_string(),
    );
    let matrix = Matrix::against(&read, &read, &Recalls::new(&[&read]));
    assert!(matrix.columns.iter().all(|column| column.changes == 0));
    assert!(matrix.rows.iter().all(|row| row.changes == 0));
}

#[test]
fn a_thousand_releases_that_share_nothing_cost_what_their_lines_cost() {
    let releases: Vec<Value> = (0..2_000)
        .map(|at| {
            json!({"product": "VCF", "version": format!("1.{at}"), "bom": [
            {"name": format!("C{at}"), "version": "1"}, {"name": format!("D{at}"), "version": "1"}]})
        })
        .collect();
    let (_, matrix) = matrix(&json!({"releases": releases}));
    assert_eq!((matrix.rows.len(), matrix.columns.len()), (4_000, 2_000));
    let filled = (0..matrix.rows.len())
        .map(|row| (0..matrix.columns.len()).filter(|column| matrix.cell(row, *column).is_some()).count());
    assert_eq!(filled.sum::<usize>(), 4_000 + 3_998);
}
