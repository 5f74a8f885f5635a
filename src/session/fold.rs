//! Folding: what hangs on one node alone goes into it, and is counted there.
//!
//! Guarantee: a node that anything else on the screen needs is never folded away, so that folding takes no
//! answer to "who needs this" off the picture.

use std::collections::BTreeMap;

use crate::graph::{Direction, Graph, Kinds, NodeId};

/// Takes what is folded off the marks, node by node in this order; gives how many went into which.
///
/// Into a node goes what only it needs; if there is nothing of that kind, what needs only it.
pub fn fold(graph: &Graph, is_shown: &mut [bool], nodes: &[NodeId]) -> BTreeMap<NodeId, u32> {
    let mut counts = BTreeMap::new();
    for &node in nodes {
        if !is_shown.get(node.0 as usize).copied().unwrap_or(false) {
            continue;
        }
        let mut hanging = hanging(graph, is_shown, node, Direction::Down);
        if hanging.is_empty() {
            hanging = self::hanging(graph, is_shown, node, Direction::Up);
        }
        for other in &hanging {
            is_shown[other.0 as usize] = false;
        }
        if !hanging.is_empty() {
            counts.insert(node, hanging.len() as u32);
        }
    }
    counts
}

/// The nodes on the screen that are reached in one direction, and through `node` alone.
fn hanging(graph: &Graph, is_shown: &[bool], node: NodeId, way: Direction) -> Vec<NodeId> {
    let back = match way {
        Direction::Down => Direction::Up,
        Direction::Up => Direction::Down,
    };
    let mut is_near = vec![false; is_shown.len()];
    let near = walk(graph, way, vec![node], |other| {
        other != node
            && is_shown[other.0 as usize]
            && !std::mem::replace(&mut is_near[other.0 as usize], true)
    });
    let from_elsewhere = |other: &NodeId| {
        graph
            .rows(back)
            .ends(*other, Kinds::ALL)
            .any(|end| end != node && is_shown[end.0 as usize] && !is_near[end.0 as usize])
    };
    let seeds: Vec<NodeId> = near.iter().copied().filter(from_elsewhere).collect();
    let mut is_kept = vec![false; is_shown.len()];
    for seed in &seeds {
        is_kept[seed.0 as usize] = true;
    }
    walk(graph, way, seeds, |other| {
        is_near[other.0 as usize] && !std::mem::replace(&mut is_kept[other.0 as usize], true)
    });
    near.into_iter().filter(|other| !is_kept[other.0 as usize]).collect()
}

/// The nodes that a walk enters, without those it begins with.
fn walk(
    graph: &Graph,
    way: Direction,
    mut queue: Vec<NodeId>,
    mut enters: impl FnMut(NodeId) -> bool,
) -> Vec<NodeId> {
    let first = queue.len();
    let mut done = 0;
    while let Some(&node) = queue.get(done) {
        done += 1;
        for next in graph.rows(way).ends(node, Kinds::ALL) {
            if enters(next) {
                queue.push(next);
            }
        }
    }
    queue.split_off(first)
}
