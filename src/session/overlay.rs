//! What differs between two documents, on the graph of everything that is loaded.
//!
//! Each document is a graph of its own, and the two are compared by identity; what was found is carried over
//! to the joined graph, which holds both.

use std::sync::Arc;

use crate::graph::{Change, EdgeChange, EdgeId, Failures, Graph, NodeChange, NodeId, build, diff};
use crate::order;
use crate::scene::Role;
use crate::source::{Content, Source, SourceId};

/// What differs, as roles of the joined graph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Nodes that were added, removed or changed.
    pub nodes: Vec<(NodeId, Role)>,
    /// Edges that were added, removed or changed.
    pub edges: Vec<(EdgeId, Role)>,
}

impl Changes {
    /// How many nodes have a role.
    pub fn count(&self, role: Role) -> usize {
        self.nodes.iter().filter(|(_, one)| *one == role).count()
    }
}

/// The two documents that an address names by their numbers, or else the two newest manifests, or else the last
/// two of any kind of which there are two; the older one first. None if there are no two of one kind.
pub fn sides(sources: &[Arc<Source>], a: &str, b: &str) -> Option<(Arc<Source>, Arc<Source>)> {
    let named = |word: &str| sources.iter().find(|source| source.id.0.to_string() == word).cloned();
    if let (Some(one), Some(other)) = (named(a), named(b))
        && are_alike(&one, &other)
    {
        return Some((one, other));
    }
    let sequence = |source: &Arc<Source>| match &source.content {
        Content::Manifest(manifest) => Some((manifest.sequence, source.id)),
        Content::Catalog(_) | Content::Other => None,
    };
    let mut newest: Vec<_> = sources.iter().filter(|source| sequence(source).is_some()).cloned().collect();
    order::sort_by_key(&mut newest, sequence);
    match (newest.pop(), newest.pop()) {
        (Some(later), Some(former)) => Some((former, later)),
        _ => last_alike(sources),
    }
}

fn last_alike(sources: &[Arc<Source>]) -> Option<(Arc<Source>, Arc<Source>)> {
    let later = sources.iter().rev().find(|source| partner(sources, source, None).is_some())?;
    Some((partner(sources, later, None)?, Arc::clone(later)))
}

/// Whether two documents can be compared: both of one kind, and no two pages of a list, which have nothing in common
/// by being pages.
fn are_alike(one: &Source, other: &Source) -> bool {
    let page = |source: &Source| match &source.content {
        Content::Catalog(catalog) => catalog.page.as_ref().map(|page| page.number),
        Content::Manifest(_) | Content::Other => None,
    };
    let are_pages = matches!((page(one), page(other)), (Some(one), Some(other)) if one != other);
    one.kind == other.kind && one.id != other.id && !are_pages
}

/// The document to compare one with: `wanted` if both are of one kind, or else the last other one of that kind.
pub fn partner(sources: &[Arc<Source>], of: &Source, wanted: Option<SourceId>) -> Option<Arc<Source>> {
    let mut alike = sources.iter().filter(|source| are_alike(source, of));
    let is_wanted = |source: &&Arc<Source>| Some(source.id) == wanted;
    alike.clone().find(is_wanted).or_else(|| alike.next_back()).cloned()
}

/// Compares two documents; `graph` holds both.
pub fn changes(graph: &Graph, former: &Arc<Source>, later: &Arc<Source>) -> Changes {
    let alone = |source: &Arc<Source>| build(std::slice::from_ref(source), &Failures::default());
    let (former, later) = (alone(former), alone(later));
    let found = diff(&former, &later);
    let node = |change: &NodeChange| {
        let (side, id, role) = sided(*change, &former, &later);
        Some((graph.find(&side.node(id)?.key)?, role))
    };
    let edge = |change: &EdgeChange| {
        let (side, id, role) = sided(*change, &former, &later);
        Some((joined_edge(graph, side, id)?, role))
    };
    Changes {
        nodes: found.nodes.iter().filter_map(node).collect(),
        edges: found.edges.iter().filter_map(edge).collect(),
    }
}

/// In which graph a changed thing is looked up, and its role.
fn sided<'g, Id>(change: Change<Id>, former: &'g Graph, later: &'g Graph) -> (&'g Graph, Id, Role) {
    match change {
        Change::Added(id) => (later, id, Role::Added),
        Change::Removed(id) => (former, id, Role::Removed),
        Change::Changed(_, id) => (later, id, Role::Changed),
    }
}

fn joined_edge(graph: &Graph, side: &Graph, id: EdgeId) -> Option<EdgeId> {
    let edge = side.edge(id)?;
    let joined = |id: NodeId| side.node(id).and_then(|node| graph.find(&node.key));
    let (from, to) = (joined(edge.from)?, joined(edge.to)?);
    let mut steps = graph.leaving.steps(from);
    steps.find(|step| step.node == to && step.kind == edge.kind).map(|step| step.edge)
}
