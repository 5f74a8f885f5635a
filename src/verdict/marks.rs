//! What spreads: who stands above a failure, above a gap, above a contradiction.

use crate::graph::{Graph, Kinds, Node, NodeId, NodeKind, Relations, Status};

/// A set of what can spread upwards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks(u8);

impl Marks {
    /// A release failed with a customization.
    pub(super) const FAILED: Self = Self(1);
    /// Not all is known of what it needs.
    pub(super) const UNREAD: Self = Self(2);
    /// It was asked for in vain.
    pub(super) const VAIN: Self = Self(4);
    /// Documents contradict one another about what it needs.
    pub(super) const DISPUTED: Self = Self(8);

    pub(super) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What a node has by itself.
    pub(super) fn own(graph: &Graph, id: NodeId, node: &Node) -> Self {
        let mut marks = Self::default();
        if node.key.kind == NodeKind::Release && node.status == Status::Failed {
            marks = marks.with(Self::FAILED);
        }
        match node.dependencies {
            Relations::Complete => {}
            Relations::NotLoaded => marks = marks.with(Self::UNREAD),
            Relations::Failed => marks = marks.with(Self::UNREAD).with(Self::VAIN),
        }
        let mut steps = graph.leaving.steps(id);
        let contradicted = |edge| graph.edge(edge).is_some_and(|edge| edge.contradicted);
        if node.signs.disputed || steps.any(|step| Kinds::NEEDS.has(step.kind) && contradicted(step.edge)) {
            marks = marks.with(Self::DISPUTED);
        }
        marks
    }
}

/// What each node has by itself, and what it has below.
#[derive(Clone, Debug, Default)]
pub(super) struct Spread {
    pub(super) own: Vec<Marks>,
    pub(super) below: Vec<Marks>,
}

/// Lets the marks spread to all that need what has them. Linear: each mark reaches a node once.
pub(super) fn spread(graph: &Graph) -> Spread {
    let own: Vec<Marks> =
        graph.ids().zip(&graph.nodes).map(|(id, node)| Marks::own(graph, id, node)).collect();
    let mut below = vec![Marks::default(); own.len()];
    let mut stack: Vec<NodeId> = graph.ids().filter(|id| own[id.0 as usize] != Marks::default()).collect();
    while let Some(node) = stack.pop() {
        let marks = own[node.0 as usize].with(below[node.0 as usize]);
        for above in graph.entering.ends(node, Kinds::NEEDS) {
            let there = &mut below[above.0 as usize];
            let more = there.with(marks);
            if more != *there {
                *there = more;
                stack.push(above);
            }
        }
    }
    Spread { own, below }
}
