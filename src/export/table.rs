//! A table of words: one head, rows of as many cells.

/// Words in rows and columns, ready to be written in any format.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The title above it, if the format has room for one; empty for none.
    pub title: String,
    /// The names of the columns.
    pub head: Vec<String>,
    /// The cells, row by row; a short row ends with empty cells.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// An empty table with these columns.
    pub fn new(title: impl Into<String>, head: impl IntoIterator<Item = String>) -> Self {
        Self { title: title.into(), head: head.into_iter().collect(), rows: Vec::new() }
    }

    /// Adds a row.
    pub fn push(&mut self, row: impl IntoIterator<Item = String>) {
        self.rows.push(row.into_iter().collect());
    }

    /// The cells of a row, one for each column.
    pub(super) fn cells<'t>(&'t self, row: &'t [String]) -> impl Iterator<Item = &'t str> {
        (0..self.head.len()).map(|at| row.get(at).map_or("", String::as_str))
    }
}
