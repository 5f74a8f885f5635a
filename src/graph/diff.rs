//! What changed between two graphs, by identity: the overlay of two documents.

use std::cmp::Ordering;

use super::{Edge, EdgeId, Graph, Node, NodeId, NodeKey};

/// What changed from a former graph to a later one. Everything sorted by identity.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diff {
    /// What happened to nodes; those that are equal in both are left out.
    pub nodes: Vec<NodeChange>,
    /// What happened to edges; those that are equal in both are left out.
    pub edges: Vec<EdgeChange>,
}

/// What happened to something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change<Id> {
    /// Only the later graph has it.
    Added(Id),
    /// Only the former graph had it.
    Removed(Id),
    /// Both have it, and it differs: its id in the former and in the later graph.
    Changed(Id, Id),
}

/// What happened to a node.
pub type NodeChange = Change<NodeId>;
/// What happened to an edge.
pub type EdgeChange = Change<EdgeId>;

/// Compares two graphs. Linear, as both are sorted by identity.
///
/// Evidence does not count: a node that is described by another document in the same words is no change.
pub fn diff(former: &Graph, later: &Graph) -> Diff {
    Diff {
        nodes: merged(&former.nodes, &later.nodes, |node| &node.key, is_same_node, NodeId),
        edges: edge_changes(former, later),
    }
}

fn is_same_node(a: &Node, b: &Node) -> bool {
    let said = |node: &Node| {
        (node.status, node.progress, node.fullness, node.dependencies, node.dependants, node.signs)
    };
    a.name == b.name && a.version == b.version && a.facets == b.facets && said(a) == said(b)
}

/// What joins an edge: the keys of its ends, and what it says.
type EdgeKey<'a> = (&'a NodeKey, &'a NodeKey, super::EdgeKind);

fn edge_changes(former: &Graph, later: &Graph) -> Vec<EdgeChange> {
    fn keyed(graph: &Graph) -> Vec<(EdgeKey<'_>, &Edge)> {
        let key = |id: NodeId| &graph.nodes[id.0 as usize].key;
        graph.edges.iter().map(|edge| ((key(edge.from), key(edge.to), edge.kind), edge)).collect()
    }
    let is_same =
        |a: &(EdgeKey<'_>, &Edge), b: &(EdgeKey<'_>, &Edge)| a.1.state == b.1.state && a.1.count == b.1.count;
    merged(&keyed(former), &keyed(later), |keyed| keyed.0, is_same, EdgeId)
}

/// Walks two sorted lists side by side.
fn merged<'a, T, K: Ord, Id>(
    former: &'a [T],
    later: &'a [T],
    key: impl Fn(&'a T) -> K,
    is_same: impl Fn(&T, &T) -> bool,
    id: impl Fn(u32) -> Id,
) -> Vec<Change<Id>> {
    let (mut changes, mut i, mut j) = (Vec::new(), 0, 0);
    loop {
        let order = match (former.get(i), later.get(j)) {
            (Some(a), Some(b)) => key(a).cmp(&key(b)),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => return changes,
        };
        match order {
            Ordering::Less => changes.push(Change::Removed(id(i as u32))),
            Ordering::Greater => changes.push(Change::Added(id(j as u32))),
            Ordering::Equal if !is_same(&former[i], &later[j]) => {
                changes.push(Change::Changed(id(i as u32), id(j as u32)));
            }
            Ordering::Equal => {}
        }
        i += usize::from(order != Ordering::Greater);
        j += usize::from(order != Ordering::Less);
    }
}
