//! Comma-separated values (RFC 4180), safe to open in a spreadsheet.
//!
//! A cell that begins with `=`, `+`, `-`, `@`, a tab or a line break is a formula to spreadsheets, and words
//! of a document end up in cells: such a cell gets an apostrophe in front, which spreadsheets take for
//! "this is text" (OWASP, CSV Injection).

use super::Table;

/// Letters that make a spreadsheet take a cell for a formula. The wide ones are taken for their narrow
/// forms by some.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '＠'];

impl Table {
    /// The table as CSV: lines end with CR and LF, the head is the first line.
    pub fn csv(&self) -> String {
        let mut text = String::new();
        push_line(&mut text, self.head.iter().map(String::as_str));
        for row in &self.rows {
            push_line(&mut text, self.cells(row));
        }
        text
    }
}

fn push_line<'c>(text: &mut String, cells: impl Iterator<Item = &'c str>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            text.push(',');
        }
        push_cell(text, cell);
    }
    text.push_str("\r\n");
}

fn push_cell(text: &mut String, cell: &str) {
    let is_formula = cell.trim_start_matches(' ').starts_with(FORMULA);
    let is_quoted = is_formula || cell.contains([',', '"', '\r', '\n', ';', '\t']) || cell.trim() != cell;
    if !is_quoted {
        text.push_str(cell);
        return;
    }
    text.push('"');
    if is_formula {
        text.push('\'');
    }
    text.push_str(&cell.replace('"', "\"\""));
    text.push('"');
}
