//! Why a release failed, word for word: its entries in the customizations that it failed with.
//!
//! The graph keeps that it failed and the cause in short; what a person needs to go on (description, time,
//! log) stays in the documents and is looked up for the one release whose panel is open.

use crate::catalog::Failure;
use crate::graph::{EdgeKind, EdgeState, Graph, NodeId};
use crate::letters;
use crate::source::{Content, Place, Source, SourceId};
use crate::text::{Texts, visible};
use std::sync::Arc;

/// One failure of a release.
#[derive(Clone, Debug)]
pub struct Failed {
    /// With which customization.
    pub customization: NodeId,
    /// The document that says so.
    pub source: Arc<Source>,
    /// Where: the failure itself, or the entry if it says no more.
    pub place: Place,
    /// What the entry says of it, if anything.
    pub failure: Option<Failure>,
}

/// Every failure of a release, in the order of the graph's edges.
pub fn failures_of(graph: &Graph, sources: &[Arc<Source>], id: NodeId) -> Vec<Failed> {
    let steps = graph.entering.steps(id).filter(|step| step.kind == EdgeKind::Customizes);
    let edges = steps.filter_map(|step| Some((step.node, graph.edge(step.edge)?)));
    let failed = edges.filter(|(_, edge)| edge.state == EdgeState::Blocked);
    failed
        .flat_map(|(customization, edge)| edge.places.iter().map(move |place| (customization, *place)))
        .filter_map(|(customization, place)| failed_at(sources, customization, place))
        .collect()
}

fn failed_at(sources: &[Arc<Source>], customization: NodeId, place: Place) -> Option<Failed> {
    let source = source_of(sources, place.source)?;
    let Content::Catalog(catalog) = &source.content else { return None };
    let mut outcomes = catalog.customizations.iter().flat_map(|one| &one.outcomes);
    let outcome = outcomes.find(|outcome| outcome.at == place.at)?;
    if outcome.progress != crate::catalog::Progress::Failed {
        return None;
    }
    let failure = outcome.failure.clone();
    let at = failure.as_ref().map_or(place.at, |failure| failure.at);
    Some(Failed { customization, source: Arc::clone(source), place: Place { at, ..place }, failure })
}

fn source_of(sources: &[Arc<Source>], id: SourceId) -> Option<&Arc<Source>> {
    sources.iter().find(|source| source.id == id)
}

/// A cause as the name of a filter: "Build", "Tests"; a word that is not documented is shown as it is.
pub fn cause_title(texts: &Texts, cause: &str) -> String {
    said(texts, "cause-of", cause)
}

/// A cause in plain words; a word that is not documented is shown as it is.
pub fn cause_words(texts: &Texts, cause: &str) -> String {
    said(texts, "failed-by", cause)
}

fn said(texts: &Texts, text: &str, cause: &str) -> String {
    let id = format!("{text}-{}", letters::lower(cause).replace('_', "-"));
    if texts.has(&id) { texts.plain(&id) } else { visible(cause).into_owned() }
}
