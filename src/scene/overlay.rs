//! What is lit: roles of nodes and edges beside the scene, so that a click or a hover rebuilds nothing.

use super::build::Scene;
use super::look::Role;
use crate::order;

/// The lit nodes and edges. Everything else is at rest, or dimmed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overlay {
    /// Each node once, sorted.
    nodes: Vec<(u32, Role)>,
    /// Each edge once, sorted.
    edges: Vec<(u32, Role)>,
    /// Whether all that is not lit is dimmed.
    dims: bool,
}

impl Overlay {
    /// Lights nodes and edges, in any order; of two roles for one thing the stronger one stays.
    pub fn new(
        nodes: impl IntoIterator<Item = (u32, Role)>,
        edges: impl IntoIterator<Item = (u32, Role)>,
        dims: bool,
    ) -> Self {
        Self { nodes: strongest(nodes), edges: strongest(edges), dims }
    }

    /// Lights a node and its edges and neighbours: what needs it and what it needs.
    pub fn around(scene: &Scene, node: u32, role: Role, dims: bool) -> Self {
        let mut nodes = vec![(node, role)];
        let mut edges = Vec::new();
        for &edge in scene.edges_of(node) {
            let [from, to] = scene.edge_ends(edge);
            let (other, side) = if from == node { (to, Role::Downstream) } else { (from, Role::Upstream) };
            nodes.push((other, side));
            edges.push((edge, side));
        }
        Self::new(nodes, edges, dims)
    }

    /// The lit nodes, sorted.
    pub fn nodes(&self) -> &[(u32, Role)] {
        &self.nodes
    }

    /// The lit edges, sorted.
    pub fn edges(&self) -> &[(u32, Role)] {
        &self.edges
    }

    /// Whether all that is not lit is dimmed.
    pub fn dims(&self) -> bool {
        self.dims
    }

    /// Whether nothing is lit.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty() && self.edges.is_empty()
    }

    /// How many things are lit.
    pub fn len(&self) -> usize {
        self.nodes.len() + self.edges.len()
    }

    /// The role of a node.
    pub fn node(&self, node: u32) -> Option<Role> {
        role_of(&self.nodes, node)
    }

    /// The role of an edge.
    pub fn edge(&self, edge: u32) -> Option<Role> {
        role_of(&self.edges, edge)
    }
}

fn strongest(lit: impl IntoIterator<Item = (u32, Role)>) -> Vec<(u32, Role)> {
    let mut lit: Vec<_> = lit.into_iter().collect();
    // The stronger role first, so that it is the one that stays.
    order::sort_by_key(&mut lit, |&(thing, role)| (thing, std::cmp::Reverse(role)));
    lit.dedup_by_key(|(thing, _)| *thing);
    lit
}

fn role_of(lit: &[(u32, Role)], thing: u32) -> Option<Role> {
    lit.binary_search_by_key(&thing, |entry| entry.0).ok().map(|place| lit[place].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stronger_of_two_roles_stays() {
        let overlay = Overlay::new([(4, Role::Upstream), (2, Role::Search), (4, Role::Selected)], [], true);
        assert_eq!(overlay.nodes(), [(2, Role::Search), (4, Role::Selected)]);
        assert_eq!(overlay.node(4), Some(Role::Selected));
        assert_eq!(overlay.node(3), None);
    }
}
