//! Tables as text.

use proptest::prelude::*;
use release_atlas::export::Table;

fn table(rows: &[&[&str]]) -> Table {
    let mut table = Table::new("Recalls", ["Id".to_owned(), "Note".to_owned()]);
    for row in rows {
        table.push(row.iter().map(|cell| (*cell).to_owned()));
    }
    table
}

#[test]
fn a_cell_with_commas_quotes_or_lines_is_quoted() {
    let text = table(&[&["a,b", "say \"no\""], &["two\nlines", "plain"]]).csv();
    assert_eq!(text, "Id,Note\r\n\"a,b\",\"say \"\"no\"\"\"\r\n\"two\nlines\",plain\r\n");
}

#[test]
fn no_cell_is_a_formula() {
    for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "\r=1", "＝1"] {
        let text = table(&[&["id", formula]]).csv();
        let cell = text.split(',').nth(2).expect("the second cell of the second line");
        assert!(cell.starts_with("\"'"), "{formula:?} became {cell:?}");
    }
}

#[test]
fn a_short_row_ends_with_empty_cells() {
    assert_eq!(table(&[&["a"]]).csv(), "Id,Note\r\na,\r\n");
    assert_eq!(table(&[&["a"]]).markdown(), "## Recalls\n\n| Id | Note |\n| --- | --- |\n| a |  |\n");
}

#[test]
fn words_of_documents_mean_nothing_to_markdown() {
    let text = table(&[&["a|b", "<img src=x> **[x](y)**\nnext"]]).markdown();
    assert!(text.ends_with("| a\\|b | \\<img src=x\\> \\*\\*\\[x\\](y)\\*\\* next |\n"), "{text}");
}

#[test]
fn json_names_every_cell() {
    let rows: serde_json::Value = serde_json::from_str(&table(&[&["a", "=b"]]).json()).expect("JSON");
    assert_eq!(rows, serde_json::json!([{"Id": "a", "Note": "=b"}]));
}

proptest! {
    #[test]
    fn every_row_is_one_line_of_markdown(cells in prop::collection::vec("\\PC*|[\r\n|]*", 2..=2)) {
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        let text = table(&[&cells]).markdown();
        prop_assert_eq!(text.lines().count(), 5);
        let row = text.lines().last().unwrap_or_default();
        prop_assert_eq!(row.replace("\\\\", "").replace("\\|", "").matches('|').count(), 3);
    }
}
