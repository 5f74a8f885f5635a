//! Releases by components: which version stands where, and what changed from release to release.
//!
//! Components are joined by name over all releases, never by their place in a list. Releases stand in the
//! order of their versions, product by product, so that "the release before" is the one below on the
//! ladder and not the one before in time: an old line goes on while a new one begins.

use std::collections::BTreeMap;

use super::{Component, Manifest, Recalls, Release, Shift};
use crate::version::Version;

/// The matrix of one manifest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// The components, in the order of the newest release's BOM; those of older ones follow.
    pub rows: Vec<Row>,
    /// The releases, by product and version.
    pub columns: Vec<Column>,
    /// Row by row.
    cells: Vec<Option<Cell>>,
}

/// One component.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// `name`, by which releases are joined.
    pub name: String,
    /// `publicName` where some release gives one, of the newest.
    pub public_name: String,
    /// In how many releases it differs from the release before.
    pub changes: u32,
}

/// One release.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Place in [`Manifest::releases`].
    pub release: u32,
    /// Place in [`Manifest::releases`] of the release before, of the same product.
    pub before: Option<u32>,
    /// How many of its bundles are recalled.
    pub recalled: u32,
}

/// A component in a release, or where it is missing for the first time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Place in [`Release::bom`]; none where the release before had the component and this one has not.
    pub component: Option<u32>,
    /// What became of it since the release before; none in the first release of a product.
    pub shift: Option<Shift>,
    /// Whether the BOM names the component more than once; the first is meant.
    pub is_ambiguous: bool,
}

impl Matrix {
    /// The matrix of a manifest. Takes time with the number of BOM lines, N, as N log N.
    pub fn new(manifest: &Manifest, recalls: &Recalls) -> Self {
        let columns = columns(manifest, recalls);
        let (mut rows, places) = rows(manifest, &columns);
        let mut cells = vec![None; rows.len() * columns.len()];
        for (at, column) in columns.iter().enumerate() {
            let release = &manifest.releases[column.release as usize];
            for (place, component) in release.bom.iter().enumerate() {
                let cell = &mut cells[places[component.name.as_str()] * columns.len() + at];
                match cell {
                    None => {
                        let component = Some(place as u32);
                        *cell = Some(Cell { component, shift: None, is_ambiguous: false });
                    }
                    Some(twice) => twice.is_ambiguous = true,
                }
            }
        }
        for (row, line) in rows.iter_mut().zip(cells.chunks_mut(columns.len().max(1))) {
            row.changes = mark_shifts(manifest, &columns, line);
        }
        Self { rows, columns, cells }
    }

    /// A cell by the places of its row and column; none where the component is not in the BOM.
    pub fn cell(&self, row: usize, column: usize) -> Option<Cell> {
        let is_inside = row < self.rows.len() && column < self.columns.len();
        self.cells.get(row * self.columns.len() + column).copied().flatten().filter(|_| is_inside)
    }
}

impl Column {
    /// The release itself.
    pub fn of(self, manifest: &Manifest) -> Option<&Release> {
        manifest.releases.get(self.release as usize)
    }
}

/// Places of releases in the order of product and version; equal ones keep the order of the document.
pub(super) fn by_version(releases: &[Release]) -> Vec<u32> {
    let mut order: Vec<(&str, Version, u32)> = (releases.iter().zip(0_u32..))
        .map(|(release, place)| (release.product.as_str(), Version::read(&release.version), place))
        .collect();
    order.sort();
    order.into_iter().map(|(.., place)| place).collect()
}

fn columns(manifest: &Manifest, recalls: &Recalls) -> Vec<Column> {
    let mut before: Option<u32> = None;
    let releases = &manifest.releases;
    by_version(releases)
        .into_iter()
        .map(|place| {
            let release = &releases[place as usize];
            let same_product = |other: &u32| releases[*other as usize].product == release.product;
            let column = Column {
                release: place,
                before: before.filter(same_product),
                recalled: release.recalled_bundles(recalls).count() as u32,
            };
            before = Some(place);
            column
        })
        .collect()
}

/// The components with the place of each by its name, from the newest release to the oldest.
fn rows<'m>(manifest: &'m Manifest, columns: &[Column]) -> (Vec<Row>, BTreeMap<&'m str, usize>) {
    let mut rows: Vec<Row> = Vec::new();
    let mut places = BTreeMap::new();
    let newest_first = columns.iter().rev().filter_map(|column| column.of(manifest));
    for Component { name, public_name, .. } in newest_first.flat_map(|release| &release.bom) {
        let at = *places.entry(name.as_str()).or_insert(rows.len());
        if at == rows.len() {
            rows.push(Row { name: name.clone(), public_name: public_name.clone(), changes: 0 });
        } else if rows[at].public_name.is_empty() {
            rows[at].public_name.clone_from(public_name);
        }
    }
    (rows, places)
}

/// Marks what changed along one row; gives how often it did.
fn mark_shifts(manifest: &Manifest, columns: &[Column], line: &mut [Option<Cell>]) -> u32 {
    let mut changes = 0;
    for at in 1..line.len() {
        let (was, is, column) = (line[at - 1], line[at], columns[at]);
        if column.before.is_none() {
            continue;
        }
        let version = |cell: Option<Cell>, column: Column| {
            let component = cell?.component? as usize;
            Some(column.of(manifest)?.bom.get(component)?.version.as_str())
        };
        let shift = Shift::between(version(was, columns[at - 1]), version(is, column));
        match &mut line[at] {
            Some(cell) => cell.shift = shift,
            None if shift.is_some() => {
                line[at] = Some(Cell { component: None, shift, is_ambiguous: false });
            }
            None => {}
        }
        changes += u32::from(shift.is_some_and(|shift| shift != Shift::Same));
    }
    changes
}
