//! Strongly connected components: what depends on itself through others is one component.
//!
//! Every walk that needs an order (counting, reducing, root causes) runs on the components, which form
//! no cycle: their numbers are a topological order, and near ones are near in the graph too.

use super::components::components;
use super::{Graph, Kinds, NodeId};
use crate::order;

/// The components of a graph and what each depends on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Condensation {
    /// The component of each node. Dependencies have smaller numbers than what depends on them.
    pub component_of: Vec<u32>,
    starts: Vec<u32>,
    members: Vec<NodeId>,
    below: Lists,
}

/// Lists of component numbers, one a component, in one run each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Lists {
    starts: Vec<u32>,
    items: Vec<u32>,
}

/// Joins what depends on itself through others, along edges of these kinds. Linear in nodes and edges.
pub fn condense(graph: &Graph, kinds: Kinds) -> Condensation {
    let ends = |node| graph.leaving.ends(NodeId(node), kinds).map(|end| end.0);
    let (component_of, count) = components(graph.nodes.len(), ends);
    let (starts, members) = grouped(&component_of, count);
    let mut condensation = Condensation { component_of, starts, members, below: Lists::default() };
    condensation.below = below(graph, kinds, &condensation);
    condensation
}

impl Condensation {
    /// How many components there are.
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Whether there is no component, as in an empty graph.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The nodes of a component, sorted.
    pub fn members(&self, component: u32) -> &[NodeId] {
        run(&self.starts, &self.members, component)
    }

    /// The components that `component` depends on directly, each once, itself left out.
    pub fn below(&self, component: u32) -> &[u32] {
        self.below.of(component)
    }

    /// The components with more than one node, as lists of nodes; sorted by their first node.
    pub fn cycles(&self) -> Vec<&[NodeId]> {
        let mut cycles: Vec<&[NodeId]> = (0..self.len() as u32)
            .map(|component| self.members(component))
            .filter(|all| all.len() > 1)
            .collect();
        order::sort_by_key(&mut cycles, |members| members.first().copied());
        cycles
    }

    /// What depends on each component directly.
    pub(super) fn above(&self) -> Lists {
        self.below.reversed()
    }

    pub(super) fn below_lists(&self) -> &Lists {
        &self.below
    }
}

impl Lists {
    /// The list of one component.
    #[inline]
    pub(super) fn of(&self, component: u32) -> &[u32] {
        run(&self.starts, &self.items, component)
    }

    /// Where the list of a component begins among all items.
    #[inline]
    pub(super) fn start(&self, component: u32) -> usize {
        self.starts[component as usize] as usize
    }

    /// How many items there are in all lists.
    pub(super) fn total(&self) -> usize {
        self.items.len()
    }

    /// How many lists there are.
    pub(super) fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// The lists of who names a component.
    fn reversed(&self) -> Self {
        let count = self.len();
        let mut starts = vec![0_u32; count + 1];
        for &item in &self.items {
            starts[item as usize + 1] += 1;
        }
        for at in 0..count {
            starts[at + 1] += starts[at];
        }
        let mut next = starts.clone();
        let mut items = vec![0_u32; self.items.len()];
        for from in 0..count as u32 {
            for &to in self.of(from) {
                let place = &mut next[to as usize];
                items[*place as usize] = from;
                *place += 1;
            }
        }
        Self { starts, items }
    }
}

#[inline]
fn run<'a, T>(starts: &[u32], items: &'a [T], at: u32) -> &'a [T] {
    let at = at as usize;
    match (starts.get(at), starts.get(at + 1)) {
        (Some(&start), Some(&end)) => &items[start as usize..end as usize],
        _ => &[],
    }
}

/// The nodes grouped by component.
fn grouped(component_of: &[u32], count: usize) -> (Vec<u32>, Vec<NodeId>) {
    let mut starts = vec![0_u32; count + 1];
    for &component in component_of {
        starts[component as usize + 1] += 1;
    }
    for at in 0..count {
        starts[at + 1] += starts[at];
    }
    let mut next = starts.clone();
    let mut members = vec![NodeId(0); component_of.len()];
    for (node, &component) in component_of.iter().enumerate() {
        let place = &mut next[component as usize];
        members[*place as usize] = NodeId(node as u32);
        *place += 1;
    }
    (starts, members)
}

/// The components directly below each component, each once.
fn below(graph: &Graph, kinds: Kinds, condensation: &Condensation) -> Lists {
    let count = condensation.len();
    let mut starts = Vec::with_capacity(count + 1);
    let mut items = Vec::with_capacity(graph.edges.len());
    let mut last_named_by = vec![u32::MAX; count];
    starts.push(0);
    for component in 0..count as u32 {
        for &member in condensation.members(component) {
            for end in graph.leaving.ends(member, kinds) {
                let other = condensation.component_of[end.0 as usize];
                if other != component && last_named_by[other as usize] != component {
                    last_named_by[other as usize] = component;
                    items.push(other);
                }
            }
        }
        starts.push(items.len() as u32);
    }
    Lists { starts, items }
}
