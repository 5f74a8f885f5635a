//! Nodes and edges to a [`Graph`]: sorts them, and lays the rows.
//!
//! Apart from [`super::build`], so that a graph can also be made of another (the visible part, a test's).

use super::{Edge, Graph, Node, NodeId, Rows};

impl Graph {
    /// A graph of these nodes and edges; an edge names nodes by their places in `nodes` as given here.
    ///
    /// Nodes are sorted by key, edges by source, target and kind. Keys should be distinct; edges that name
    /// no node are left out.
    pub fn assemble(nodes: Vec<Node>, edges: Vec<Edge>) -> Self {
        let (nodes, new_ids) = sorted(nodes);
        let mut edges: Vec<Edge> = edges
            .into_iter()
            .filter_map(|mut edge| {
                edge.from = *new_ids.get(edge.from.0 as usize)?;
                edge.to = *new_ids.get(edge.to.0 as usize)?;
                Some(edge)
            })
            .collect();
        edges.sort_by_key(|edge| (edge.from, edge.to, edge.kind));
        Self::of_sorted(nodes, edges)
    }

    /// A graph of what is sorted already.
    pub(super) fn of_sorted(nodes: Vec<Node>, edges: Vec<Edge>) -> Self {
        let leaving = Rows::leaving(nodes.len(), &edges);
        let entering = Rows::entering(nodes.len(), &edges);
        Self { nodes, edges, leaving, entering, ..Self::default() }
    }
}

/// The nodes in order of their keys, and for each former place the new id.
fn sorted(nodes: Vec<Node>) -> (Vec<Node>, Vec<NodeId>) {
    let mut order: Vec<(u32, Node)> = (0..).zip(nodes).collect();
    order.sort_by(|a, b| a.1.key.cmp(&b.1.key));
    let mut new_ids = vec![NodeId(0); order.len()];
    for (new, (former, _)) in order.iter().enumerate() {
        new_ids[*former as usize] = NodeId(new as u32);
    }
    (order.into_iter().map(|(_, node)| node).collect(), new_ids)
}
