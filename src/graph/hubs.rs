//! Hubs: what so many need that their edges hide the rest of a drawing. Candidates for folding.

use super::{Graph, Kinds, NodeId};
use crate::order;

/// A node with many dependants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hub {
    /// Which.
    pub node: NodeId,
    /// How many of the looked-at nodes need it directly.
    pub dependants: u32,
}

/// The fewest direct dependants of a hub, however small the graph is.
const LEAST: u32 = 12;

/// The nodes that more than an eighth of `nodes` need directly (and at least 12), most needed first.
///
/// `nodes` are those of the drawing; only edges between them count.
pub fn hubs(graph: &Graph, nodes: &[NodeId], kinds: Kinds) -> Vec<Hub> {
    let mut dependants = vec![0_u32; graph.nodes.len()];
    for &node in nodes {
        for end in graph.leaving.ends(node, kinds) {
            dependants[end.0 as usize] += 1;
        }
    }
    let least = LEAST.max((nodes.len() / 8) as u32);
    let hub = |&node: &NodeId| {
        let dependants = dependants.get(node.0 as usize).copied().unwrap_or(0);
        (dependants >= least).then_some(Hub { node, dependants })
    };
    let mut hubs: Vec<Hub> = nodes.iter().filter_map(hub).collect();
    order::sort_by_key(&mut hubs, |hub| (std::cmp::Reverse(hub.dependants), hub.node));
    hubs
}
