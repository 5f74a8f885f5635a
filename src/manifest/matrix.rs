//! Releases by components: which version stands where, and what changed from release to release.
//!
//! Components are joined by name over all releases, never by their place in a list. Releases stand in the
//! order of their versions, product by product, so that "the release before" is the one below on the
//! ladder and not the one before in time: an old line goes on while a new one begins.

use std::collections::BTreeMap;

use super::{Component, Manifest, Recalls, Release, Shift};
use crate::order;
use crate::pace::{Pace, at_once};
use crate::version::Version;

mod against;

pub use against::gone;

/// The matrix of one manifest. Cells are kept where there is one, so that a document with a thousand releases
/// that share no component costs what its lines cost.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// The components, in the order of the newest release's BOM; those of older ones follow.
    pub rows: Vec<Row>,
    /// The releases, by product and version.
    pub columns: Vec<Column>,
    /// For each row its cells with their columns, in order.
    cells: Vec<Vec<(u32, Cell)>>,
}

/// One component.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// `name`, by which releases are joined.
    pub name: String,
    /// `publicName` where some release gives one, of the newest.
    pub public_name: String,
    /// In how many releases it differs from what it is compared with.
    pub changes: u32,
}

/// One release.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Place in [`Manifest::releases`].
    pub release: u32,
    /// What it is compared with: the release before of the same product, or ([`Matrix::against`]) the same
    /// release in the other manifest; its place in [`Manifest::releases`] there.
    pub before: Option<u32>,
    /// How many of its bundles are recalled.
    pub recalled: u32,
    /// How many of its components differ from what it is compared with.
    pub changes: u32,
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
        at_once(Self::paced(manifest, recalls, Pace::HURRY))
    }

    /// The same, made with rests.
    pub async fn paced(manifest: &Manifest, recalls: &Recalls, pace: Pace) -> Self {
        let columns = columns(manifest, recalls, pace).await;
        let (rows, places) = rows(manifest, &columns, pace).await;
        let mut cells = vec![Vec::new(); rows.len()];
        for (column, at) in columns.iter().zip(0_u32..) {
            pace.turn().await;
            let bom = column.of(manifest).map(|release| release.bom.as_slice()).unwrap_or_default();
            for (component, place) in bom.iter().zip(0_u32..) {
                if let Some(row) = places.get(component.name.as_str()) {
                    put(&mut cells[*row], at, place);
                }
            }
        }
        for line in &mut cells {
            pace.rest().await;
            mark_shifts(manifest, &columns, line);
        }
        Self { rows, columns, cells }.counted()
    }

    /// A cell by the places of its row and column; none where the component is not in the BOM.
    pub fn cell(&self, row: usize, column: usize) -> Option<Cell> {
        let line = self.cells.get(row)?;
        let found = line.binary_search_by_key(&(column as u32), |(at, _)| *at).ok()?;
        line.get(found).map(|(_, cell)| *cell)
    }

    fn counted(mut self) -> Self {
        for (row, line) in self.rows.iter_mut().zip(&self.cells) {
            for (column, cell) in line {
                let is_change = cell.shift.is_some_and(|shift| shift != Shift::Same);
                row.changes += u32::from(is_change);
                self.columns[*column as usize].changes += u32::from(is_change);
            }
        }
        self
    }
}

/// Puts a component into its row; a second one of the same name only marks the first.
fn put(line: &mut Vec<(u32, Cell)>, column: u32, place: u32) {
    match line.last_mut() {
        Some((last, cell)) if *last == column => cell.is_ambiguous = true,
        _ => line.push((column, Cell { component: Some(place), shift: None, is_ambiguous: false })),
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
    order::sort(&mut order);
    order.into_iter().map(|(.., place)| place).collect()
}

async fn columns(manifest: &Manifest, recalls: &Recalls, pace: Pace) -> Vec<Column> {
    let releases = &manifest.releases;
    let order = by_version(releases);
    let mut columns: Vec<Column> = Vec::with_capacity(order.len());
    for place in order {
        pace.turn().await;
        let release = &releases[place as usize];
        let same_product = |other: &u32| releases[*other as usize].product == release.product;
        let before = columns.last().map(|column| column.release).filter(same_product);
        let recalled = release.recalled_bundles(recalls).count() as u32;
        columns.push(Column { release: place, before, recalled, changes: 0 });
    }
    columns
}

/// The components with the place of each by its name, from the newest release to the oldest.
async fn rows<'m>(
    manifest: &'m Manifest,
    columns: &[Column],
    pace: Pace,
) -> (Vec<Row>, BTreeMap<&'m str, usize>) {
    let mut rows: Vec<Row> = Vec::new();
    let mut places = BTreeMap::new();
    for release in columns.iter().rev().filter_map(|column| column.of(manifest)) {
        pace.turn().await;
        for Component { name, public_name, .. } in &release.bom {
            let at = *places.entry(name.as_str()).or_insert(rows.len());
            if at == rows.len() {
                rows.push(Row { name: name.to_string(), public_name: public_name.to_string(), changes: 0 });
            } else if rows[at].public_name.is_empty() {
                rows[at].public_name = public_name.to_string();
            }
        }
    }
    (rows, places)
}

/// Marks what changed along one row, and puts a mark where a component is missing for the first time.
fn mark_shifts(manifest: &Manifest, columns: &[Column], line: &mut Vec<(u32, Cell)>) {
    let version = |(at, cell): (u32, Cell)| {
        let release = columns.get(at as usize)?.of(manifest)?;
        Some(release.bom.get(cell.component? as usize)?.version.as_str())
    };
    let mut marked = Vec::with_capacity(line.len());
    let mut was: Option<(u32, Cell)> = None;
    for &(at, cell) in &*line {
        let next_to = was.filter(|(before, _)| before + 1 == at);
        add_gap(columns, was.filter(|_| next_to.is_none()), &mut marked);
        let shift = columns
            .get(at as usize)
            .and_then(|column| column.before)
            .and_then(|_| Shift::between(next_to.and_then(version), version((at, cell))));
        marked.push((at, Cell { shift, ..cell }));
        was = Some((at, cell));
    }
    add_gap(columns, was, &mut marked);
    *line = marked;
}

/// Marks the column after the last one of a run, if it is of the same product.
fn add_gap(columns: &[Column], last: Option<(u32, Cell)>, marked: &mut Vec<(u32, Cell)>) {
    let Some((at, _)) = last else { return };
    let next = columns.get(at as usize + 1).filter(|column| column.before.is_some());
    if next.is_some() {
        let shift = Some(Shift::Removed);
        marked.push((at + 1, Cell { component: None, shift, is_ambiguous: false }));
    }
}
