//! Every "A needs B" of the documents, and the edges that they make together.
//!
//! Statements are put in order by counting on their source (linear), then by a sort within each row. All that
//! state the same edge then stand together, whichever documents and lists they came from.

use super::{Edge, EdgeKind, EdgeState, Fact, FactKind, NodeId, Places, SaidBy};
use crate::order;
use crate::pace::Pace;
use crate::source::Place;

/// One statement with its place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Statement {
    pub(super) from: NodeId,
    pub(super) to: NodeId,
    pub(super) kind: EdgeKind,
    pub(super) state: EdgeState,
    pub(super) said_by: SaidBy,
    /// In which list of which object it stands: a number for each.
    pub(super) list: u32,
    /// The list is complete, and is its source's own: what it leaves out is said not to be.
    pub(super) is_exhaustive: bool,
    /// A newer manifest speaks of its source too.
    pub(super) is_superseded: bool,
    pub(super) place: Place,
}

impl Statement {
    /// That `from` depends on `to`, in a list that may leave something out.
    pub(super) fn new(from: NodeId, to: NodeId, list: u32, place: Place) -> Self {
        Self {
            from,
            to,
            kind: EdgeKind::DependsOn,
            state: EdgeState::Allowed,
            said_by: SaidBy::default(),
            list,
            is_exhaustive: false,
            is_superseded: false,
            place,
        }
    }
}

/// The edges of all statements, sorted. `exhaustive_lists` says how many complete lists each node has.
pub(super) async fn merged(
    mut statements: Vec<Statement>,
    exhaustive_lists: &[u32],
    facts: &mut Vec<Fact>,
    pace: Pace,
) -> Vec<Edge> {
    let starts = by_source(&mut statements, exhaustive_lists.len());
    pace.rest().await;
    let mut edges = Vec::with_capacity(statements.len());
    for row in starts.windows(2) {
        pace.turn().await;
        let row = &mut statements[row[0] as usize..row[1] as usize];
        row.sort_unstable_by_key(|statement| (statement.to, statement.kind, statement.list, statement.place));
        for same in row.chunk_by(|a, b| (a.to, a.kind) == (b.to, b.kind)) {
            edges.push(edge(same, exhaustive_lists, facts));
        }
    }
    edges
}

/// Counting sort by source; gives where the row of each node begins.
fn by_source(statements: &mut Vec<Statement>, nodes: usize) -> Vec<u32> {
    let mut starts = vec![0_u32; nodes + 1];
    for statement in &*statements {
        starts[statement.from.0 as usize + 1] += 1;
    }
    for node in 0..nodes {
        starts[node + 1] += starts[node];
    }
    let Some(&first) = statements.first() else { return starts };
    let mut next = starts.clone();
    let mut sorted = vec![first; statements.len()];
    for statement in &*statements {
        let place = &mut next[statement.from.0 as usize];
        sorted[*place as usize] = *statement;
        *place += 1;
    }
    *statements = sorted;
    starts
}

/// Where an edge is stated, each place once.
fn places(same: &[Statement]) -> Places {
    if let [only] = same {
        return only.place.into();
    }
    let mut places: Vec<Place> = same.iter().map(|statement| statement.place).collect();
    // They mostly are: a row stands in the order of its lists, and lists in that of the documents.
    if !places.is_sorted() {
        order::sort(&mut places);
    }
    places.dedup();
    places.into()
}

/// One edge of all statements of it.
#[inline(never)]
fn edge(same: &[Statement], exhaustive_lists: &[u32], facts: &mut Vec<Fact>) -> Edge {
    let first = same[0];
    let lists = same.chunk_by(|a, b| a.list == b.list);
    let exhaustive = lists.clone().filter(|list| list[0].is_exhaustive).count() as u32;
    let is_superseded = same.iter().all(|statement| statement.is_superseded);
    let mut edge = Edge {
        from: first.from,
        to: first.to,
        kind: first.kind,
        state: first.state,
        count: lists.map(<[_]>::len).max().unwrap_or(1) as u32,
        said_by: SaidBy::default(),
        contradicted: !is_superseded && exhaustive < exhaustive_lists[first.from.0 as usize],
        is_superseded,
        places: places(same),
    };
    for statement in same {
        edge.state = edge.state.max(statement.state);
        edge.said_by.dependencies |= statement.said_by.dependencies;
        edge.said_by.dependants |= statement.said_by.dependants;
        edge.said_by.link |= statement.said_by.link;
    }
    if same.iter().any(|statement| statement.state != first.state) {
        let (node, other) = match edge.kind {
            EdgeKind::Customizes => (edge.to, edge.from),
            _ => (edge.from, edge.to),
        };
        facts.push(Fact { kind: FactKind::OutcomesDiffer, node, other: Some(other), place: first.place });
    }
    edge
}
