//! What is odd about a graph as a whole: loops, lists that contradict each other, look-alikes.
//!
//! Nothing of it is mended: documents stay as they are, and people are told.

use super::copies::NOWHERE;
use super::{EdgeKind, Fact, FactKind, Graph, Kinds, NodeId, NodeKey, NodeKind, Relations, condense};
use crate::manifest;
use crate::order;
use crate::pace::Pace;
use crate::source::Place;

/// What only the whole shows: who is in no document, loops, lists that contradict each other, look-alikes.
pub(super) async fn note_oddities(graph: &mut Graph, pace: Pace) {
    let mut facts = std::mem::take(&mut graph.facts);
    for id in graph.ids() {
        let node = &graph.nodes[id.0 as usize];
        if node.item.is_none() {
            let place = node.places.first().copied().unwrap_or(Place { source: NOWHERE, ..Place::default() });
            facts.push(Fact { kind: FactKind::Dangling, node: id, other: None, place });
        }
    }
    for edge in graph.edges.iter().filter(|edge| edge.kind == EdgeKind::DependsOn) {
        let place = edge.places.first().copied().unwrap_or_default();
        let mut note = |kind, node, other| facts.push(Fact { kind, node, other: Some(other), place });
        if edge.from == edge.to {
            note(FactKind::SelfLoop, edge.from, edge.to);
        }
        let (from, to) = (&graph.nodes[edge.from.0 as usize], &graph.nodes[edge.to.0 as usize]);
        if !edge.said_by.dependencies && from.dependencies == Relations::Complete {
            note(FactKind::OneSided, edge.from, edge.to);
        }
        if !edge.said_by.dependants && to.dependants == Relations::Complete {
            note(FactKind::OneSided, edge.to, edge.from);
        }
    }
    pace.rest().await;
    note_cycles(graph, &mut facts);
    pace.rest().await;
    note_look_alikes(graph, &mut facts, pace).await;
    pace.rest().await;
    order::sort_by_key(&mut facts, |fact| (fact.node, fact.kind, fact.other, fact.place));
    facts.dedup();
    graph.facts = facts;
}

fn note_cycles(graph: &Graph, facts: &mut Vec<Fact>) {
    for cycle in condense(graph, Kinds::DEPENDS_ON).cycles() {
        for (at, &node) in cycle.iter().enumerate() {
            let other = cycle.get(at + 1).or(cycle.first()).copied();
            let place = graph.nodes[node.0 as usize].places.first().copied().unwrap_or_default();
            facts.push(Fact { kind: FactKind::Cycle, node, other, place });
        }
    }
}

/// Bundle ids that differ in case, spaces or the prefix of depot files only: pointed out, never joined.
///
/// Nearly all ids are written plainly, and nodes stand in the order of their ids: so only the others are put in
/// order, and each is looked up among the plain ones.
async fn note_look_alikes(graph: &Graph, facts: &mut Vec<Fact>, pace: Pace) {
    let id_of = |node: NodeId| graph.nodes[node.0 as usize].key.id.as_str();
    let mut odd: Vec<(String, NodeId)> = Vec::new();
    for id in graph.ids().filter(|id| graph.nodes[id.0 as usize].key.kind == NodeKind::Bundle) {
        pace.turn().await;
        let likeness = manifest::likeness(id_of(id));
        if likeness != id_of(id) {
            odd.push((likeness.into_owned(), id));
        }
    }
    pace.rest().await;
    order::sort(&mut odd);
    for alike in odd.chunk_by(|a, b| a.0 == b.0) {
        let mut nodes: Vec<NodeId> = alike.iter().map(|&(_, node)| node).collect();
        if let Some((likeness, _)) = alike.first().filter(|(one, _)| manifest::likeness(one) == *one) {
            nodes.extend(graph.find(&NodeKey::bundle(likeness)));
        }
        order::sort(&mut nodes);
        for (at, &node) in nodes.iter().enumerate().filter(|_| nodes.len() > 1) {
            let other = nodes.get(usize::from(at == 0)).copied();
            let place = graph.nodes[node.0 as usize].places.first().copied().unwrap_or_default();
            facts.push(Fact { kind: FactKind::LooksLike, node, other, place });
        }
    }
}
