//! Which part of the graph is drawn: focus, filters, the budget, ranked by risk, and what is folded.
//!
//! What is left out is counted, never lost: "showing 1,000 of 18,400, ranked by risk". What many need and
//! nothing is wrong with is drawn without the edges to it, which would hide all others; it says how many
//! there are, and shows them when it is unfolded.
//!
//! A graph that is too large to be read at once begins with its answer: what is hit or at risk, what it is
//! replaced by, and a count on each card of what else is around it. That goes by the number of items and never
//! by the screen, so that a link shows the same items to everybody.

use std::collections::{BTreeMap, BTreeSet};

use super::fold::fold;
use super::found::Found;
use super::rows::passes;
use super::state::{Direction, Group, ViewState};
use crate::graph::{
    Edge, EdgeId, EdgeKind, Graph, Kinds, NodeId, NodeKey, Path, Reduction, Scratch, Status, hubs,
    neighbourhood,
};
use crate::order;
use crate::sorted::SortedSet;
use crate::verdict::{Board, Standing};

/// How many nodes are drawn unless all are asked for.
pub const DRAWN_FIRST: usize = 1_000;

/// Up to so many nodes are drawn whole from the start: their labels can still be read on a usual screen.
pub const READABLE: usize = 120;

/// Up to so many drawn nodes, edges are left out only where the drawing itself implies them.
const EXACT: usize = 4_000;

/// What decides what is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Everything that is loaded.
    pub graph: &'a Graph,
    /// What is most urgent.
    pub board: &'a Board,
    /// Which edges others imply.
    pub reduction: &'a Reduction,
    /// Filters, focus, what is folded.
    pub state: &'a ViewState,
    /// What the search words found: it is drawn first and lit, and takes nothing else away.
    pub found: &'a Found,
    /// Chains that are drawn whatever else is left out.
    pub chains: &'a [Path],
    /// How many nodes are drawn unless all are asked for.
    pub most: usize,
}

/// The part of a graph that is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Its nodes, sorted.
    pub nodes: Vec<NodeId>,
    /// Its edges, sorted; without those that others imply, unless asked for.
    pub edges: Vec<EdgeId>,
    /// How many nodes pass the filters and the focus.
    pub matching: usize,
    /// How many of them are left out: beyond the budget, or neither hit nor at risk.
    pub left_out: usize,
    /// Whether only what is hit and what is around it is drawn, since the whole could not be read.
    pub is_urgent: bool,
    /// How many edges between the drawn nodes are implied by others.
    pub implied: usize,
    /// How many nodes are folded into which.
    pub folded: BTreeMap<NodeId, u32>,
    /// Nodes that are drawn without the edges to them, and how many those are.
    pub hubs: BTreeMap<NodeId, u32>,
    /// For each node of [`Shown::nodes`], how many of its neighbours cannot be seen from it: dependants,
    /// dependencies.
    pub hidden: Vec<[u32; 2]>,
}

impl Shown {
    /// The place of a node in [`Shown::nodes`].
    pub fn place(&self, id: NodeId) -> Option<u32> {
        self.nodes.binary_search(&id).ok().map(|at| at as u32)
    }

    /// How many neighbours of a node cannot be seen from it, with what is folded into it; 0 for a node that
    /// is not drawn.
    pub fn behind(&self, id: NodeId) -> u32 {
        let [up, down] = self.beside(id);
        up + down + self.folded.get(&id).copied().unwrap_or(0)
    }

    /// How many dependants and how many dependencies of a node cannot be seen from it.
    pub fn beside(&self, id: NodeId) -> [u32; 2] {
        let hidden = self.place(id).and_then(|place| self.hidden.get(place as usize)).copied();
        hidden.unwrap_or_default()
    }
}

/// Chooses what is drawn.
pub fn shown(asked: &Asked<'_>) -> Shown {
    let (graph, state) = (asked.graph, asked.state);
    let mut ranked = ranked(asked);
    let matching = ranked.len();
    let urgent = (!state.show_all).then(|| urgent(asked, matching)).flatten();
    if !state.show_all {
        let first = keep_first(asked, &mut ranked);
        if let Some(urgent) = &urgent {
            ranked.retain(|id| urgent[id.0 as usize] || first.contains(id) || is_found(asked, *id));
        }
        ranked.truncate(asked.most);
    }
    let left_out = matching - ranked.len();
    let mut is_shown = marks(graph, &ranked);
    unfold(asked, &mut is_shown);
    let chained = asked.chains.iter().flat_map(|path| &path.nodes);
    let folded = fold(graph, &mut is_shown, &found(graph, &state.folded));
    for node in chained {
        is_shown[node.0 as usize] = true;
    }
    let nodes: Vec<NodeId> = graph.ids().filter(|id| is_shown[id.0 as usize]).collect();
    let mut shown = Shown {
        nodes,
        matching,
        left_out,
        folded,
        is_urgent: urgent.is_some() && left_out > 0,
        ..Shown::default()
    };
    choose_edges(asked, &is_shown, &mut shown);
    shown.hidden = hidden(graph, &shown);
    shown
}

/// Nodes in the order of the board (most urgent first), then the rest by degree.
fn ranked(asked: &Asked<'_>) -> Vec<NodeId> {
    let Asked { graph, board, state, .. } = *asked;
    let everything = Found::default();
    let near = near_focus(graph, state).map(|near| marks(graph, &near));
    let lets = |id: NodeId| match &near {
        Some(near) => near[id.0 as usize],
        None => passes(graph, board, state, &everything, id),
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

/// The surroundings of what the focus is on, sorted; none without a focus.
pub fn near_focus(graph: &Graph, state: &ViewState) -> Option<Vec<NodeId>> {
    let focus = graph.find(state.focus.as_ref()?)?;
    let (down, up) = (crate::graph::Direction::Down, crate::graph::Direction::Up);
    let ways: &[crate::graph::Direction] = match state.direction {
        Direction::Both => &[down, up],
        Direction::Down => &[down],
        Direction::Up => &[up],
    };
    let mut scratch = Scratch::default();
    let mut around = |id| neighbourhood(graph, &mut scratch, id, ways, Kinds::ALL, u32::from(state.depth));
    let mut near = around(focus);
    for other in found(graph, &state.beside) {
        near.extend(around(other));
    }
    order::sort(&mut near);
    near.dedup();
    Some(near)
}

/// Whether a graph of so many items, some of them hit, would begin with these: nobody has asked for a part of it
/// or for another arrangement, and the whole could not be read.
pub fn begins_with_urgent(state: &ViewState, board: &Board, items: usize) -> bool {
    let is_asked_for = state.focus.is_some()
        || state.group != Group::None
        || state.shows_changes
        || !(state.standings.is_empty() && state.kinds.is_empty())
        || !(state.statuses.is_empty() && state.facets.is_empty());
    !is_asked_for && items > READABLE && board.verdicts.iter().any(|one| one.standing == Standing::Hit)
}

/// What is hit or at risk, and what takes the place of what is recalled; none where the whole is drawn.
///
/// Whatever leads from one hit to another is at risk itself, so that the paths between them are whole.
fn urgent(asked: &Asked<'_>, matching: usize) -> Option<Vec<bool>> {
    let Asked { graph, board, state, .. } = *asked;
    if !begins_with_urgent(state, board, matching) {
        return None;
    }
    let is_urgent = |standing| matches!(standing, Standing::Hit | Standing::AtRisk);
    let mut urgent = vec![false; graph.nodes.len()];
    for verdict in board.verdicts.iter().filter(|verdict| is_urgent(verdict.standing)) {
        let replaced = graph.leaving.ends(verdict.node, Kinds::one(EdgeKind::ReplacedBy));
        for node in replaced.chain([verdict.node]) {
            urgent[node.0 as usize] = true;
        }
    }
    Some(urgent)
}

fn is_found(asked: &Asked<'_>, id: NodeId) -> bool {
    asked.found.is_asked() && asked.found.has(id)
}

/// What is selected and what the chains pass comes before everything else, then what the search words found;
/// gives the former.
fn keep_first(asked: &Asked<'_>, ranked: &mut [NodeId]) -> BTreeSet<NodeId> {
    let selected = asked.state.selected.as_ref().and_then(|key| asked.graph.find(key));
    let mut first: BTreeSet<NodeId> = asked.chains.iter().flat_map(|path| path.nodes.clone()).collect();
    first.extend(selected);
    order::sort_by_key(ranked, |id| (!first.contains(id), !is_found(asked, *id)));
    first
}

/// Adds the neighbours of what is unfolded, the most urgent ones if there are very many.
fn unfold(asked: &Asked<'_>, is_shown: &mut [bool]) {
    let graph = asked.graph;
    for (node, side) in unfolded_sides(graph, asked.state) {
        if !is_shown[node.0 as usize] {
            continue;
        }
        let rows = if side == Direction::Down { &graph.leaving } else { &graph.entering };
        let ends = rows.ends(node, Kinds::ALL);
        let mut hidden: Vec<NodeId> = ends.filter(|end| !is_shown[end.0 as usize]).collect();
        if hidden.len() > DRAWN_FIRST {
            let rank =
                |id: &NodeId| (asked.board.standing(*id), std::cmp::Reverse(graph.entering.degree(*id)), *id);
            order::sort_by_key(&mut hidden, rank);
            hidden.truncate(DRAWN_FIRST);
        }
        for end in hidden {
            is_shown[end.0 as usize] = true;
        }
    }
}

/// Which sides of which nodes are unfolded.
fn unfolded_sides(graph: &Graph, state: &ViewState) -> BTreeSet<(NodeId, Direction)> {
    let whole = found(graph, &state.unfolded).into_iter();
    let both = whole.flat_map(|node| [(node, Direction::Down), (node, Direction::Up)]);
    let single = state.unfolded_sides.iter().filter_map(|(key, side)| Some((graph.find(key)?, *side)));
    both.chain(single).collect()
}

/// The edges between drawn nodes, and the hubs that are drawn without theirs.
fn choose_edges(asked: &Asked<'_>, is_shown: &[bool], shown: &mut Shown) {
    let Asked { graph, reduction, state, .. } = *asked;
    let (ends_fold, chained) = (hubs_folded(asked, &shown.nodes), chain_edges(asked.chains));
    let unfolded = unfolded_sides(graph, state);
    let is_inside = |edge: &Edge| is_shown[edge.from.0 as usize] && is_shown[edge.to.0 as usize];
    let inside = |ids: &[EdgeId]| -> Vec<EdgeId> {
        ids.iter().copied().filter(|id| graph.edge(*id).is_some_and(is_inside)).collect()
    };
    let (implied, kept) = split_implied(graph, is_shown, shown.nodes.len(), inside(&reduction.implied));
    shown.implied = implied.len();
    let mut edges = inside(&reduction.kept);
    edges.extend(kept);
    if state.shows_implied {
        edges.extend(&implied);
    }
    edges.retain(|id| {
        let Some(edge) = graph.edge(*id) else { return false };
        let is_folded = ends_fold.contains(&edge.to)
            && !unfolded.contains(&(edge.from, Direction::Down))
            && !chained.contains(id);
        if is_folded {
            *shown.hubs.entry(edge.to).or_default() += 1;
        }
        !is_folded
    });
    edges.extend(chained);
    order::sort(&mut edges);
    edges.dedup();
    shown.edges = edges;
}

/// The drawn hubs that nothing is wrong with and nobody looks at.
fn hubs_folded(asked: &Asked<'_>, nodes: &[NodeId]) -> BTreeSet<NodeId> {
    let Asked { graph, state, .. } = *asked;
    let is_looked_at = |key: &NodeKey| {
        state.focus.as_ref() == Some(key)
            || state.beside.contains(key)
            || state.unfolded.contains(key)
            || state.unfolded_sides.contains(&(key.clone(), Direction::Up))
    };
    let is_quiet = |id: &NodeId| {
        let node = graph.node(*id);
        node.is_some_and(|node| {
            matches!(node.status, Status::Ok | Status::Unknown) && !is_looked_at(&node.key)
        })
    };
    hubs(graph, nodes, Kinds::DEPENDS_ON).into_iter().map(|hub| hub.node).filter(is_quiet).collect()
}

fn chain_edges(chains: &[Path]) -> BTreeSet<EdgeId> {
    chains.iter().flat_map(|path| path.edges.iter().copied()).collect()
}

/// Which implied edges the drawn nodes imply themselves, and which only nodes that are not drawn do: these
/// must be drawn, or two nodes would seem to have nothing to do with each other.
fn split_implied(
    graph: &Graph,
    is_shown: &[bool],
    drawn: usize,
    edges: Vec<EdgeId>,
) -> (Vec<EdgeId>, Vec<EdgeId>) {
    if drawn == graph.nodes.len() || drawn > EXACT {
        return (edges, Vec::new());
    }
    let mut far = (NodeId(u32::MAX), Vec::new());
    edges.into_iter().partition(|id| {
        let Some(edge) = graph.edge(*id) else { return false };
        if far.0 != edge.from {
            far = (edge.from, beyond_neighbours(graph, is_shown, edge.from));
        }
        far.1[edge.to.0 as usize]
    })
}

/// What the drawn dependencies of a node lead to.
fn beyond_neighbours(graph: &Graph, is_shown: &[bool], node: NodeId) -> Vec<bool> {
    let ends = |node| graph.leaving.ends(node, Kinds::DEPENDS_ON).filter(|end| is_shown[end.0 as usize]);
    let mut far = vec![false; graph.nodes.len()];
    let mut is_met = vec![false; graph.nodes.len()];
    let mut stack: Vec<NodeId> = ends(node).collect();
    while let Some(next) = stack.pop() {
        if std::mem::replace(&mut is_met[next.0 as usize], true) {
            continue;
        }
        for end in ends(next) {
            far[end.0 as usize] = true;
            stack.push(end);
        }
    }
    far
}

/// How many neighbours of each drawn node cannot be seen from it: not drawn, or drawn as a hub without edges.
pub fn hidden(graph: &Graph, shown: &Shown) -> Vec<[u32; 2]> {
    let is_shown = marks(graph, &shown.nodes);
    let mut drawn_to_hubs = BTreeSet::new();
    for edge in shown.edges.iter().filter_map(|id| graph.edge(*id)) {
        if shown.hubs.contains_key(&edge.to) {
            drawn_to_hubs.insert((edge.from, edge.to));
        }
    }
    let count = |id: &NodeId| {
        let up = graph.entering.ends(*id, Kinds::ALL).filter(|end| !is_shown[end.0 as usize]).count();
        let is_hidden = |end: &NodeId| {
            !is_shown[end.0 as usize]
                || (shown.hubs.contains_key(end) && !drawn_to_hubs.contains(&(*id, *end)))
        };
        let down = graph.leaving.ends(*id, Kinds::ALL).filter(is_hidden).count();
        [up as u32 + shown.hubs.get(id).copied().unwrap_or(0), down as u32]
    };
    shown.nodes.iter().map(count).collect()
}

/// The nodes of some keys, those that are loaded.
fn found(graph: &Graph, keys: &SortedSet<NodeKey>) -> Vec<NodeId> {
    keys.iter().filter_map(|key| graph.find(key)).collect()
}

fn marks(graph: &Graph, nodes: &[NodeId]) -> Vec<bool> {
    let mut marks = vec![false; graph.nodes.len()];
    for id in nodes {
        marks[id.0 as usize] = true;
    }
    marks
}
