//! What to mend first: of releases that failed, those that need none that failed, each with the failures that may
//! come of it.
//!
//! That a release needs one that failed does not prove that it failed for that; but it cannot be well before.

use crate::graph::{Direction, EdgeKind, EdgeState, Graph, Kinds, NodeId, NodeKind, Scratch, Status, reach};
use crate::order;

/// Of more failures than these the first ones are looked at.
const MOST: usize = 1_000;

/// A failure to begin with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    /// The release that failed, and needs none that failed.
    pub root: NodeId,
    /// Which of the failures asked about need it, directly or through others; sorted.
    pub needed_by: Vec<NodeId>,
}

/// The releases that failed with a customization, in the order of its edges.
pub fn failed_with(graph: &Graph, customization: NodeId) -> Vec<NodeId> {
    let steps = graph.leaving.steps(customization).filter(|step| step.kind == EdgeKind::Customizes);
    let is_failed = |edge| graph.edge(edge).is_some_and(|edge| edge.state == EdgeState::Blocked);
    steps.filter(|step| is_failed(step.edge)).map(|step| step.node).collect()
}

/// Where to begin with these failures: what most of them need first, then in the order of the graph. In a loop of
/// failures none comes before the other, so each of them is one to begin with.
pub fn mending(graph: &Graph, failed: &[NodeId]) -> Vec<Mend> {
    let mut asked: Vec<NodeId> = failed.iter().copied().take(MOST).collect();
    order::sort(&mut asked);
    asked.dedup();
    let mut scratch = Scratch::default();
    // Those that failed below each failure; a failure below that was not asked about is looked at too.
    let mut below: Vec<(NodeId, Vec<NodeId>)> = Vec::new();
    let mut met = vec![false; graph.nodes.len()];
    let mut open = asked.clone();
    while let Some(id) = open.pop() {
        let Some(met) = met.get_mut(id.0 as usize).filter(|met| !**met) else { continue };
        *met = true;
        let near = reach(graph, &mut scratch, id, Direction::Down, Kinds::DEPENDS_ON, None);
        let mut under: Vec<NodeId> =
            near.nodes.into_iter().filter(|other| *other != id && is_failed(graph, *other)).collect();
        order::sort(&mut under);
        if below.len() + open.len() < MOST {
            open.extend(&under);
        }
        below.push((id, under));
    }
    order::sort(&mut below);
    let under = |id: NodeId| {
        let at = below.binary_search_by_key(&id, |(of, _)| *of).ok()?;
        below.get(at).map(|(_, under)| under.as_slice())
    };
    let has = |all: &[NodeId], id: NodeId| all.binary_search(&id).is_ok();
    let is_root = |id: NodeId, under_it: &[NodeId]| {
        under_it.iter().all(|other| under(*other).is_some_and(|others| has(others, id)))
    };
    let roots = below.iter().filter(|(id, under_it)| is_root(*id, under_it));
    let mut all: Vec<Mend> = roots
        .map(|(root, _)| {
            let needs = |id: &&NodeId| **id != *root && under(**id).is_some_and(|under| has(under, *root));
            Mend { root: *root, needed_by: asked.iter().filter(needs).copied().collect() }
        })
        .collect();
    order::sort_by_key(&mut all, |mend| (std::cmp::Reverse(mend.needed_by.len()), mend.root));
    all
}

fn is_failed(graph: &Graph, id: NodeId) -> bool {
    graph.node(id).is_some_and(|node| node.key.kind == NodeKind::Release && node.status == Status::Failed)
}
