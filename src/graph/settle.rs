//! How nodes and edges are doing, once all is known that documents say of them.

use super::build::Outcome;
use super::{Edge, EdgeKind, EdgeState, Failures, Knowledge, Node, NodeKind, Recalled, Relations, Status};
use crate::catalog::{Fullness, Progress};
use crate::hal::address::last_segment;

/// The worst outcome of a release is its status.
pub(super) fn settle_outcomes(nodes: &mut [Node], outcomes: &[Outcome<'_>]) {
    for outcome in outcomes {
        let node = &mut nodes[outcome.release.0 as usize];
        node.progress = Some(node.progress.map_or(outcome.progress, |other| other.min(outcome.progress)));
        let status = match outcome.progress {
            Progress::Failed => Status::Failed,
            Progress::Pending => Status::Pending,
            Progress::Succeeded => Status::Ok,
        };
        node.status = if node.status == Status::Unknown { status } else { node.status.min(status) };
        let cause = &mut node.facets.cause;
        if !outcome.cause.is_empty() && (cause.is_empty() || outcome.cause < cause.as_str()) {
            *cause = outcome.cause.into();
        }
    }
}

/// A bundle is recalled if some entry says so, and in order only if there is a list that could say so.
pub(super) fn settle_bundles(nodes: &mut [Node], recalls: &[Recalled], knowledge: Knowledge) {
    for node in nodes.iter_mut().filter(|node| node.key.kind == NodeKind::Bundle && knowledge.recalls_listed)
    {
        node.status = Status::Ok;
    }
    for recall in recalls {
        nodes[recall.bundle.0 as usize].status = Status::Recalled;
    }
}

/// Marks what was asked for in vain; gives how many failures belong to no node.
pub(super) fn settle_failures(nodes: &mut [Node], failures: &Failures) -> u32 {
    let mut unasked = 0;
    for key in failures.nodes.keys() {
        let last = last_segment(&key.id);
        let place = [Some(key.id.as_str()), last.as_deref()].into_iter().flatten().find_map(|id| {
            nodes.binary_search_by(|node| (node.key.kind, node.key.id.as_str()).cmp(&(key.kind, id))).ok()
        });
        let Some(node) = place.map(|place| &mut nodes[place]) else {
            unasked += 1;
            continue;
        };
        for relations in [&mut node.dependencies, &mut node.dependants] {
            if *relations == Relations::NotLoaded {
                *relations = Relations::Failed;
            }
        }
    }
    unasked
}

/// What is in order itself, but carries what is recalled, and customizations with which releases failed. What only
/// manifests say that a newer one replaces is left out.
pub(super) fn settle_carriers(nodes: &mut [Node], edges: &[Edge]) {
    for edge in edges.iter().filter(|edge| !edge.is_superseded) {
        let is_recalled = nodes[edge.to.0 as usize].status == Status::Recalled;
        let node = &mut nodes[edge.from.0 as usize];
        match edge.kind {
            EdgeKind::Carries if is_recalled && node.status == Status::Ok => node.status = Status::Carrier,
            EdgeKind::Customizes => node.signs.has_failures |= edge.state == EdgeState::Blocked,
            _ => {}
        }
    }
}

/// Whether an edge can be used follows from how its ends are doing.
pub(super) fn settle_states(edges: &mut [Edge], nodes: &[Node]) {
    for edge in edges {
        let (from, to) = (&nodes[edge.from.0 as usize], &nodes[edge.to.0 as usize]);
        let follows = match (edge.kind, to.status) {
            (EdgeKind::DependsOn, Status::Failed)
            | (EdgeKind::Carries | EdgeKind::ReplacedBy, Status::Recalled) => EdgeState::Blocked,
            (EdgeKind::DependsOn, _) if to.fullness == Fullness::Reference => EdgeState::NotLoaded,
            (EdgeKind::DependsOn, Status::Pending) => EdgeState::Conditional,
            (EdgeKind::Carries, _) if from.signs.inapplicable => EdgeState::Blocked,
            _ => EdgeState::Allowed,
        };
        edge.state = edge.state.max(follows);
    }
}
