//! Lines with separators, as spreadsheets write them (RFC 4180, also with semicolons or tabs).

/// What a column of a list holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Bundle,
    Component,
    Version,
    Release,
}

/// The columns that a head names, by place.
pub(super) struct Head {
    pub(super) separator: char,
    columns: Vec<Option<Column>>,
}

impl Head {
    /// Reads a first line; none if it names no column that is of use.
    pub(super) fn read(line: &str) -> Option<Self> {
        let separator = [',', ';', '\t', '|'].into_iter().find(|separator| line.contains(*separator))?;
        let columns: Vec<_> = cells(line, separator).iter().map(|cell| column(cell)).collect();
        columns.iter().any(Option::is_some).then_some(Self { separator, columns })
    }

    /// The cell of a column in a line that was taken apart.
    pub(super) fn get<'c>(&self, cells: &'c [String], wanted: Column) -> Option<&'c str> {
        let place = self.columns.iter().position(|column| *column == Some(wanted))?;
        cells.get(place).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
    }
}

fn column(cell: &str) -> Option<Column> {
    match super::names::key(cell).as_str() {
        "bundle" | "bundleid" | "bundleids" | "id" | "recalledbundle" | "file" | "filename" => {
            Some(Column::Bundle)
        }
        "component" | "componentname" | "name" | "componenttype" | "product" | "resource" => {
            Some(Column::Component)
        }
        "version" | "componentversion" | "productversion" | "installed" | "installedversion" | "build" => {
            Some(Column::Version)
        }
        "release" | "releaseversion" | "vcf" | "vcfversion" | "vcfrelease" => Some(Column::Release),
        _ => None,
    }
}

/// The cells of one line. A quote that is not closed holds the rest of the line.
pub(super) fn cells(line: &str, separator: char) -> Vec<String> {
    let (mut cells, mut cell, mut is_quoted) = (Vec::new(), String::new(), false);
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' => is_quoted = !is_quoted,
            other if other == separator && !is_quoted => cells.push(std::mem::take(&mut cell)),
            other => cell.push(other),
        }
    }
    cells.push(cell);
    // The apostrophe that keeps a spreadsheet from reading a cell as a formula is none of it.
    for cell in &mut cells {
        if let Some(rest) = cell.strip_prefix('\'') {
            *cell = rest.to_owned();
        }
    }
    cells
}
