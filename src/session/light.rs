//! What is lit in the picture, and in which role: what a click, a search, a chain or a comparison points at.
//!
//! The scene stays as it is; this is the list of nodes and edges that stand out of it.

use super::found::Found;
use super::overlay::Changes;
use super::shown::Shown;
use crate::graph::{Direction as Way, EdgeId, Graph, Kinds, NodeId, NodeKind, Path, Scratch, reach};
use crate::order;
use crate::scene::{Overlay, Role, Scene};
use std::collections::BTreeMap;

/// What a person looks for in the picture.
#[derive(Clone, Copy, Debug)]
pub struct Light<'a> {
    /// The selected node.
    pub selected: Option<NodeId>,
    /// Further nodes that were selected together.
    pub marked: &'a [NodeId],
    /// Chains that were asked for.
    pub chains: &'a [Path],
    /// What the search words found.
    pub found: Option<&'a Found>,
    /// What differs between two documents, if it is to be seen.
    pub changes: Option<&'a Changes>,
}

/// The lit nodes and edges. All else is dimmed if something is selected, asked for or compared.
pub fn lit(graph: &Graph, shown: &Shown, scene: &Scene, light: &Light<'_>) -> Overlay {
    let mut nodes = Vec::new();
    let mut edges = Vec::new();
    if let Some(changes) = light.changes {
        add_changes(shown, changes, &mut nodes, &mut edges);
    } else if light.chains.is_empty()
        && let Some(selected) = light.selected
    {
        edges = add_reach(graph, shown, scene, selected, &mut nodes);
    }
    add_chains(shown, light.chains, &mut nodes, &mut edges);
    let dims = !nodes.is_empty() || light.changes.is_some();
    let mut add = |id: NodeId, role: Role| nodes.extend(shown.place(id).map(|place| (place, role)));
    for &id in light.marked.iter().chain(&light.selected) {
        add(id, Role::Selected);
    }
    if let Some(found) = light.found.filter(|found| found.is_asked()) {
        for &id in shown.nodes.iter().filter(|id| found.has(**id)) {
            add(id, Role::Search);
        }
        return Overlay::new(nodes, edges, dims || found.count() > 0);
    }
    Overlay::new(nodes, edges, dims)
}

/// How many nodes are lit in each role. A customization that was applied to what is selected does not need it: it is
/// lit, and not counted among what does.
pub fn counts(graph: &Graph, shown: &Shown, lit: &Overlay) -> BTreeMap<Role, usize> {
    let is_customization = |place: u32| {
        let node = shown.nodes.get(place as usize).and_then(|id| graph.node(*id));
        node.is_some_and(|node| node.key.kind == NodeKind::Customization)
    };
    let mut counts = BTreeMap::new();
    for (place, role) in lit.nodes() {
        if *role != Role::Upstream || !is_customization(*place) {
            *counts.entry(*role).or_insert(0) += 1;
        }
    }
    counts
}

/// The place of an edge in the scene, which has them in the order of [`Shown::edges`].
fn edge_place(shown: &Shown, id: EdgeId) -> Option<u32> {
    shown.edges.binary_search(&id).ok().map(|place| place as u32)
}

fn add_changes(shown: &Shown, changes: &Changes, nodes: &mut Vec<(u32, Role)>, edges: &mut Vec<(u32, Role)>) {
    nodes.extend(changes.nodes.iter().filter_map(|&(id, role)| Some((shown.place(id)?, role))));
    edges.extend(changes.edges.iter().filter_map(|&(id, role)| Some((edge_place(shown, id)?, role))));
}

fn add_chains(shown: &Shown, chains: &[Path], nodes: &mut Vec<(u32, Role)>, edges: &mut Vec<(u32, Role)>) {
    for chain in chains {
        nodes.extend(chain.nodes.iter().filter_map(|&id| Some((shown.place(id)?, Role::Path))));
        edges.extend(chain.edges.iter().filter_map(|&id| Some((edge_place(shown, id)?, Role::Path))));
    }
}

/// Lights all that the selected node needs and all that needs it; gives the edges between them.
fn add_reach(
    graph: &Graph,
    shown: &Shown,
    scene: &Scene,
    selected: NodeId,
    nodes: &mut Vec<(u32, Role)>,
) -> Vec<(u32, Role)> {
    let mut marks = vec![None; shown.nodes.len()];
    for (way, role) in [(Way::Down, Role::Downstream), (Way::Up, Role::Upstream)] {
        let near = reach(graph, &mut Scratch::default(), selected, way, Kinds::ALL, None);
        for place in near.nodes.iter().filter_map(|id| shown.place(*id)) {
            marks[place as usize] = Some(role);
        }
    }
    for (place, role) in marks.iter().enumerate() {
        nodes.extend(role.map(|role| (place as u32, role)));
    }
    lit_edges(scene, &marks, shown.place(selected))
}

/// The edges between lit nodes of one side, and those of the selected node.
fn lit_edges(scene: &Scene, marks: &[Option<Role>], selected: Option<u32>) -> Vec<(u32, Role)> {
    let mark = |node: u32| marks.get(node as usize).copied().flatten();
    let is_selected = |node: u32| selected == Some(node);
    let role = |edge: u32| {
        let [from, to] = scene.edge_ends(edge);
        let down =
            (is_selected(from) || mark(from) == Some(Role::Downstream)) && mark(to) == Some(Role::Downstream);
        let up = (is_selected(to) || mark(to) == Some(Role::Upstream)) && mark(from) == Some(Role::Upstream);
        match (down, up) {
            (true, _) => Some(Role::Downstream),
            (false, true) => Some(Role::Upstream),
            _ => None,
        }
    };
    let lit = marks.iter().enumerate().filter(|(_, mark)| mark.is_some()).map(|(node, _)| node as u32);
    let mut edges: Vec<(u32, Role)> = lit
        .chain(selected)
        .flat_map(|node| scene.edges_of(node).iter().copied())
        .filter_map(|edge| Some((edge, role(edge)?)))
        .collect();
    order::sort(&mut edges);
    edges.dedup();
    edges
}
