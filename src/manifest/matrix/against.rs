//! Two manifests as one matrix: the releases of the second, each cell against the same release of the first.

use std::collections::BTreeMap;

use super::{Cell, Matrix, Row, columns, put, rows};
use crate::manifest::compare::identity;
use crate::manifest::{Manifest, Recalls, Release, Shift};
use crate::pace::{Pace, at_once};

impl Matrix {
    /// The matrix of `after` with what became of every cell since `before`. A release that is new has every
    /// component added; releases that are gone have no column ([`gone`]).
    pub fn against(before: &Manifest, after: &Manifest, recalls: &Recalls) -> Self {
        at_once(Self::against_paced(before, after, recalls, Pace::HURRY))
    }

    /// The same, made with rests.
    pub async fn against_paced(before: &Manifest, after: &Manifest, recalls: &Recalls, pace: Pace) -> Self {
        let mut columns = columns(after, recalls, pace).await;
        let known: BTreeMap<_, u32> =
            before.releases.iter().zip(0..).map(|(release, at)| (identity(release), at)).collect();
        let (mut rows, places) = rows(after, &columns, pace).await;
        let mut places: BTreeMap<&str, usize> = places;
        let mut cells: Vec<Vec<(u32, Cell)>> = vec![Vec::new(); rows.len()];
        for (column, at) in columns.iter_mut().zip(0_u32..) {
            pace.turn().await;
            let Some(release) = after.releases.get(column.release as usize) else { continue };
            column.before = known.get(&identity(release)).copied();
            let was = column.before.and_then(|at| before.releases.get(at as usize));
            for (component, place) in release.bom.iter().zip(0_u32..) {
                let Some(line) = places.get(component.name.as_str()).and_then(|row| cells.get_mut(*row))
                else {
                    continue;
                };
                put(line, at, place);
            }
            for component in was.map(|was| was.bom.as_slice()).unwrap_or_default() {
                let row = *places.entry(&component.name).or_insert(rows.len());
                if row == rows.len() {
                    let (name, public_name) = (component.name.clone(), component.public_name.clone());
                    rows.push(Row {
                        name: name.to_string(),
                        public_name: public_name.to_string(),
                        changes: 0,
                    });
                    cells.push(Vec::new());
                }
                if cells[row].last().is_none_or(|(last, _)| *last != at) {
                    cells[row].push((at, Cell { component: None, shift: None, is_ambiguous: false }));
                }
            }
            mark(&places, &mut cells, at, was, release);
        }
        Self { rows, columns, cells }.counted()
    }
}

/// Marks the cells of one column.
fn mark(
    places: &BTreeMap<&str, usize>,
    cells: &mut [Vec<(u32, Cell)>],
    column: u32,
    was: Option<&Release>,
    is: &Release,
) {
    let mut before: BTreeMap<&str, &str> = BTreeMap::new();
    for component in was.into_iter().flat_map(|was| &was.bom) {
        before.entry(&component.name).or_insert(&component.version);
    }
    let names = before.keys().copied().chain(is.bom.iter().map(|component| component.name.as_str()));
    for name in names {
        let line = places.get(name).and_then(|row| cells.get_mut(*row));
        let last = line.and_then(|line| line.last_mut());
        let Some((_, cell)) = last.filter(|(at, _)| *at == column) else { continue };
        let after = cell.component.and_then(|place| is.bom.get(place as usize));
        cell.shift = Shift::between(before.get(name).copied(), after.map(|line| line.version.as_str()));
    }
}

/// The releases of `before` that `after` has no more.
pub fn gone<'m>(before: &'m Manifest, after: &Manifest) -> Vec<&'m Release> {
    let kept: std::collections::BTreeSet<_> = after.releases.iter().map(identity).collect();
    before.releases.iter().filter(|release| !kept.contains(&identity(release))).collect()
}
