//! Which part of the graph is drawn: focus, filters, and the budget, ranked by risk.
//!
//! What is left out is counted, never lost: "showing 1,000 of 18,400, ranked by risk".

use super::rows::passes;
use super::state::{Direction, ViewState};
use crate::graph::{EdgeId, Graph, Kinds, NodeId, Reduction, Scratch, neighbourhood};
use crate::order;
use crate::verdict::Board;

/// How many nodes are drawn unless all are asked for.
pub const DRAWN_FIRST: usize = 1_000;

/// The part of a graph that is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Its nodes, sorted.
    pub nodes: Vec<NodeId>,
    /// Its edges, sorted; without those that others imply, unless asked for.
    pub edges: Vec<EdgeId>,
    /// How many nodes pass the filters and the focus.
    pub matching: usize,
    /// How many edges between the drawn nodes are implied by others and left out.
    pub implied: usize,
}

impl Shown {
    /// The place of a node in [`Shown::nodes`].
    pub fn place(&self, id: NodeId) -> Option<u32> {
        self.nodes.binary_search(&id).ok().map(|at| at as u32)
    }
}

/// Chooses what is drawn.
pub fn shown(graph: &Graph, board: &Board, reduction: &Reduction, state: &ViewState) -> Shown {
    let mut ranked = ranked(graph, board, state);
    let matching = ranked.len();
    if !state.show_all {
        keep_selected_first(graph, state, &mut ranked);
        ranked.truncate(DRAWN_FIRST);
    }
    order::sort(&mut ranked);
    let is_shown = marks(graph, &ranked);
    let between = |edge: &&EdgeId| {
        graph.edge(**edge).is_some_and(|edge| is_shown[edge.from.0 as usize] && is_shown[edge.to.0 as usize])
    };
    let edges = reduction.kept.iter().filter(between).copied().collect();
    let implied = reduction.implied.iter().filter(between).count();
    Shown { nodes: ranked, edges, matching, implied }
}

/// Nodes in the order of the board (most urgent first), then the rest by degree.
fn ranked(graph: &Graph, board: &Board, state: &ViewState) -> Vec<NodeId> {
    let focus = state.focus.as_ref().and_then(|key| graph.find(key));
    let near = focus.map(|focus| {
        let (down, up) = (crate::graph::Direction::Down, crate::graph::Direction::Up);
        let ways: &[crate::graph::Direction] = match state.direction {
            Direction::Both => &[down, up],
            Direction::Down => &[down],
            Direction::Up => &[up],
        };
        let near =
            neighbourhood(graph, &mut Scratch::default(), focus, ways, Kinds::ALL, u32::from(state.depth));
        marks(graph, &near)
    });
    let lets = |id: NodeId| match &near {
        Some(near) => near[id.0 as usize],
        None => passes(graph, board, state, id),
    };
    let mut seen = vec![false; graph.nodes.len()];
    let mut order = Vec::with_capacity(graph.nodes.len());
    for verdict in &board.verdicts {
        seen[verdict.node.0 as usize] = true;
        order.push(verdict.node);
    }
    let mut rest: Vec<NodeId> = graph.ids().filter(|id| !seen[id.0 as usize]).collect();
    order::sort_by_key(&mut rest, |id| {
        std::cmp::Reverse(graph.leaving.degree(*id) + graph.entering.degree(*id))
    });
    order.extend(rest);
    order.retain(|id| lets(*id));
    order
}

fn keep_selected_first(graph: &Graph, state: &ViewState, ranked: &mut [NodeId]) {
    let selected = state.selected.as_ref().and_then(|key| graph.find(key));
    if let Some(at) = selected.and_then(|id| ranked.iter().position(|one| *one == id)) {
        ranked[..=at].rotate_right(1);
    }
}

fn marks(graph: &Graph, nodes: &[NodeId]) -> Vec<bool> {
    let mut marks = vec![false; graph.nodes.len()];
    for id in nodes {
        marks[id.0 as usize] = true;
    }
    marks
}
