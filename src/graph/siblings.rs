//! The releases of one product beside a release that failed: what to stay on, and what to move to.

use super::{Graph, Node, NodeId, NodeKind, Status};
use crate::version::Version;
use std::cmp::Ordering;

/// The nearest releases of the same product that did not fail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Siblings {
    /// The newest of those with an older version.
    pub earlier: Option<NodeId>,
    /// The oldest of those with a newer version.
    pub later: Option<NodeId>,
}

/// The nearest releases of a release's product and packaging that are loaded, and neither failed nor wait.
pub fn siblings(graph: &Graph, id: NodeId) -> Siblings {
    let Some(own) = graph.node(id).filter(|node| !node.facets.product.is_empty()) else {
        return Siblings::default();
    };
    let own_version = Version::read(&own.version);
    let mut found = Siblings::default();
    for (other, node) in
        graph.ids().zip(&graph.nodes).filter(|(other, node)| *other != id && is_like(own, node))
    {
        let version = Version::read(&node.version);
        let is_nearer = |kept: Option<NodeId>, wanted: Ordering| {
            let kept = kept.and_then(|kept| graph.node(kept)).map(|kept| Version::read(&kept.version));
            kept.is_none_or(|kept| version.cmp(&kept) == wanted)
        };
        match version.cmp(&own_version) {
            Ordering::Less if is_nearer(found.earlier, Ordering::Greater) => found.earlier = Some(other),
            Ordering::Greater if is_nearer(found.later, Ordering::Less) => found.later = Some(other),
            _ => {}
        }
    }
    found
}

/// Whether a node is a sound release of the same product, in the same form.
fn is_like(own: &Node, node: &Node) -> bool {
    let (own_facets, facets) = (&own.facets, &node.facets);
    node.key.kind == NodeKind::Release
        && node.status == Status::Ok
        && facets.product == own_facets.product
        && (facets.packaging.is_empty()
            || own_facets.packaging.is_empty()
            || facets.packaging == own_facets.packaging)
}
