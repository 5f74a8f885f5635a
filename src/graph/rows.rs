//! Compressed sparse rows: the edges of each node in one run, for walks that touch only what they visit.
//!
//! An [`super::Edge`] carries its places and is large; a walk needs the other end and the kind alone. They
//! stand here in three flat lists, so that a step of a walk costs nine bytes of memory, not a cache line.

use super::{Edge, EdgeId, EdgeKind, NodeId};

/// A set of edge kinds to walk along.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Kinds(u8);

impl Kinds {
    /// Every kind.
    pub const ALL: Self = Self(0b1111);
    /// What one needs or holds: by these a fault spreads. A replacement is no need.
    pub const NEEDS: Self = Self(0b0111);
    /// What one is made of: dependencies and carried bundles. Counted upwards these are the dependants; a
    /// customization that was applied to a release is none.
    pub const USES: Self = Self::one(EdgeKind::DependsOn).with(Self::one(EdgeKind::Carries));
    /// Dependencies between releases alone.
    pub const DEPENDS_ON: Self = Self::one(EdgeKind::DependsOn);
    /// Replacements of recalled bundles alone.
    pub const REPLACED_BY: Self = Self::one(EdgeKind::ReplacedBy);

    /// The set of one kind.
    pub const fn one(kind: EdgeKind) -> Self {
        Self(1 << kind as u8)
    }

    /// The kinds of both sets.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the kind is in the set.
    #[inline]
    pub const fn has(self, kind: EdgeKind) -> bool {
        self.0 >> kind as u8 & 1 == 1
    }
}

/// One step of a walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Along which edge.
    pub edge: EdgeId,
    /// To which node.
    pub node: NodeId,
    /// What the edge says.
    pub kind: EdgeKind,
}

/// One direction of a graph's edges, grouped by the node where a walk comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    starts: Vec<u32>,
    ends: Vec<NodeId>,
    edges: Vec<EdgeId>,
    kinds: Vec<EdgeKind>,
}

impl Rows {
    /// The steps from `node`, in the order of the nodes that they lead to; none for an unknown node.
    pub fn steps(&self, node: NodeId) -> impl ExactSizeIterator<Item = Step> + '_ {
        self.range(node).map(|at| Step { edge: self.edges[at], node: self.ends[at], kind: self.kinds[at] })
    }

    /// The nodes one step away along edges of these kinds; a node comes once for every edge.
    #[inline]
    pub fn ends(&self, node: NodeId, kinds: Kinds) -> impl Iterator<Item = NodeId> + '_ {
        self.range(node).filter(move |&at| kinds.has(self.kinds[at])).map(|at| self.ends[at])
    }

    /// How many edges there are from `node`.
    pub fn degree(&self, node: NodeId) -> usize {
        self.range(node).len()
    }

    /// Groups edges by their source.
    pub(super) fn leaving(nodes: usize, edges: &[Edge]) -> Self {
        Self::grouped(nodes, edges, |edge| (edge.from, edge.to))
    }

    /// Groups edges by their target.
    pub(super) fn entering(nodes: usize, edges: &[Edge]) -> Self {
        Self::grouped(nodes, edges, |edge| (edge.to, edge.from))
    }

    /// Counting sort, which keeps the order of the edges within a row.
    fn grouped(nodes: usize, edges: &[Edge], ends: impl Fn(&Edge) -> (NodeId, NodeId)) -> Self {
        let mut starts = vec![0_u32; nodes + 1];
        for edge in edges {
            starts[ends(edge).0.0 as usize + 1] += 1;
        }
        for at in 0..nodes {
            starts[at + 1] += starts[at];
        }
        let mut next = starts.clone();
        let mut rows = Self {
            starts,
            ends: vec![NodeId(0); edges.len()],
            edges: vec![EdgeId(0); edges.len()],
            kinds: vec![EdgeKind::DependsOn; edges.len()],
        };
        for (id, edge) in edges.iter().enumerate() {
            let (here, there) = ends(edge);
            let at = next[here.0 as usize] as usize;
            next[here.0 as usize] += 1;
            rows.ends[at] = there;
            rows.edges[at] = EdgeId(id as u32);
            rows.kinds[at] = edge.kind;
        }
        rows
    }

    /// Where the row of `node` stands in the flat lists.
    #[inline]
    pub(super) fn range(&self, node: NodeId) -> std::ops::Range<usize> {
        let at = node.0 as usize;
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(&start), Some(&end)) => start as usize..end as usize,
            _ => 0..0,
        }
    }
}
