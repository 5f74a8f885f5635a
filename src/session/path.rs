//! The shortest chains between the two items that a person named: listed in one view, lit in another.

use super::route::key_from_text;
use crate::graph::{Condensation, Graph, Kinds, NodeId, Path, shortest_paths};

/// How many chains are shown.
pub const MOST_CHAINS: usize = 10;

/// The chains between two items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chains {
    /// Where the chains begin: what needs the other end.
    pub from: NodeId,
    /// Where they end.
    pub to: NodeId,
    /// Shortest first; empty if neither end leads to the other.
    pub paths: Vec<Path>,
    /// No chain led from the first end to the second one, but some lead back.
    pub is_turned: bool,
}

/// The item that an end of a chain names, such as `release/6acb49b2`.
pub fn end(graph: &Graph, text: &str) -> Option<NodeId> {
    graph.find(&key_from_text(text)?)
}

/// The chains from one end to the other, or back if there are none. `condensation` is that of the same
/// graph along all kinds.
pub fn chains(graph: &Graph, condensation: &Condensation, from: NodeId, to: NodeId) -> Chains {
    let between = |from, to| shortest_paths(graph, condensation, from, to, Kinds::ALL, MOST_CHAINS).paths;
    let paths = between(from, to);
    if !paths.is_empty() {
        return Chains { from, to, paths, is_turned: false };
    }
    let back = between(to, from);
    if back.is_empty() {
        return Chains { from, to, paths: back, is_turned: false };
    }
    Chains { from: to, to: from, paths: back, is_turned: true }
}
