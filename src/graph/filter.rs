//! The visible part of a graph: by kind, status, facet and text.

use crate::letters;
use crate::order;
use std::collections::{BTreeMap, BTreeSet};

use super::{EdgeId, Facet, Graph, Kinds, Node, NodeId, NodeKind, Status};

/// What is to be seen; the default lets everything through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only these kinds; empty for all.
    pub kinds: BTreeSet<NodeKind>,
    /// Only these statuses; empty for all.
    pub statuses: BTreeSet<Status>,
    /// For each facet named here, only these values (the empty value is "unknown").
    pub facets: BTreeMap<Facet, BTreeSet<String>>,
    /// Only nodes whose id, name, version or product holds all of these words, in any case.
    pub text: String,
}

/// A part of a graph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subset {
    /// Its nodes, sorted.
    pub nodes: Vec<NodeId>,
    /// The edges between them, sorted.
    pub edges: Vec<EdgeId>,
}

impl Filter {
    /// Whether a node is let through. `words` are those of [`Self::words`].
    pub fn lets(&self, node: &Node, words: &[String]) -> bool {
        (self.kinds.is_empty() || self.kinds.contains(&node.key.kind))
            && (self.statuses.is_empty() || self.statuses.contains(&node.condition()))
            && self.facets.iter().all(|(facet, values)| values.is_empty() || values.contains(facet.of(node)))
            && words.iter().all(|word| has_word(node, word))
    }

    /// The words of [`Self::text`] in lower case.
    pub fn words(&self) -> Vec<String> {
        self.text.split_whitespace().map(letters::lower).collect()
    }
}

fn has_word(node: &Node, word: &str) -> bool {
    [&node.key.id, &node.name, &node.version, &node.facets.product]
        .into_iter()
        .any(|text| letters::lower(text).contains(word))
}

/// The nodes that the filter lets through, and the edges of these kinds between them.
pub fn visible(graph: &Graph, filter: &Filter, kinds: Kinds) -> Subset {
    let words = filter.words();
    let nodes = graph.ids().filter(|id| filter.lets(&graph.nodes[id.0 as usize], &words)).collect();
    Subset::between(graph, nodes, kinds)
}

impl Subset {
    /// The part of a graph with these nodes and all edges of these kinds between them.
    pub fn between(graph: &Graph, mut nodes: Vec<NodeId>, kinds: Kinds) -> Self {
        order::sort(&mut nodes);
        nodes.dedup();
        let mut is_in = vec![false; graph.nodes.len()];
        nodes.retain(|node| {
            is_in.get_mut(node.0 as usize).is_some_and(|is_in| !std::mem::replace(is_in, true))
        });
        let steps = nodes.iter().flat_map(|&node| graph.leaving.steps(node));
        let inside = steps.filter(|step| kinds.has(step.kind) && is_in[step.node.0 as usize]);
        let edges = inside.map(|step| step.edge).collect();
        Self { nodes, edges }
    }
}
