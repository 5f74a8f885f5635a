//! Releases that one customization lists with several outcomes at once, though its lists exclude each other.

use super::sentence::label;
use crate::catalog::Progress;
use crate::graph::{EdgeKind, EdgeState, FactKind, Graph, NodeId};
use crate::source::{Content, Place, Source};
use crate::text::Texts;
use std::collections::BTreeSet;
use std::sync::Arc;

/// One release that stands in several lists of a customization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The release.
    pub release: NodeId,
    /// The customization.
    pub customization: NodeId,
    /// The lists, worst first; the first one counts.
    pub lists: BTreeSet<Progress>,
    /// Where.
    pub places: Vec<Place>,
}

/// Every clash that a release or a customization is part of, in the order of the releases.
pub fn clashes(graph: &Graph, sources: &[Arc<Source>], id: NodeId) -> Vec<Clash> {
    let facts = graph.facts.iter().filter(|fact| fact.kind == FactKind::OutcomesDiffer);
    let pairs = facts.filter_map(|fact| Some((fact.node, fact.other?)));
    let mut found: Vec<Clash> = pairs
        .filter(|(release, customization)| [*release, *customization].contains(&id))
        .filter_map(|(release, customization)| clash(graph, sources, release, customization))
        .collect();
    found.dedup();
    found
}

fn clash(graph: &Graph, sources: &[Arc<Source>], release: NodeId, customization: NodeId) -> Option<Clash> {
    let mut steps = graph.leaving.steps(customization);
    let step = steps.find(|step| step.node == release && step.kind == EdgeKind::Customizes)?;
    let edge = graph.edge(step.edge)?;
    let places = edge.places.to_vec();
    let mut lists: BTreeSet<Progress> =
        places.iter().filter_map(|place| progress_at(sources, *place)).collect();
    lists.insert(match edge.state {
        EdgeState::Blocked => Progress::Failed,
        EdgeState::Conditional => Progress::Pending,
        _ => Progress::Succeeded,
    });
    Some(Clash { release, customization, lists, places })
}

/// In which list an entry stands.
fn progress_at(sources: &[Arc<Source>], place: Place) -> Option<Progress> {
    let source = sources.iter().find(|source| source.id == place.source)?;
    let Content::Catalog(catalog) = &source.content else { return None };
    let mut outcomes = catalog.customizations.iter().flat_map(|one| &one.outcomes);
    outcomes.find(|outcome| outcome.at == place.at).map(|outcome| outcome.progress)
}

/// "Argo CD 2.6.7-r0 stands in 3 lists that exclude each other (…); it is counted as failed."
pub fn clash_words(texts: &Texts, graph: &Graph, clash: &Clash) -> String {
    let word = |progress: Progress| match progress {
        Progress::Failed => "outcome-failed",
        Progress::Pending => "outcome-pending",
        Progress::Succeeded => "outcome-succeeded",
    };
    let name = graph.node(clash.release).map(label).unwrap_or_default();
    let lists = clash.lists.iter().map(|one| texts.plain(word(*one))).collect::<Vec<_>>().join(", ");
    let counted = clash.lists.first().map(|one| texts.plain(word(*one))).unwrap_or_default();
    let args = [
        ("name", name.into()),
        ("count", clash.lists.len().into()),
        ("lists", lists.into()),
        ("counted", counted.into()),
    ];
    texts.with("outcomes-clash", &args)
}
