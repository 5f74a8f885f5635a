//! What is derived from the documents, as functions of them alone: the memos of the session call these.

use super::shared::Shared;
use crate::browser::measure::{Moment, measure};
use crate::graph::{Failures, Graph, NodeId, index};
use crate::manifest::{Manifest, Recalls};
use crate::session::ViewState;
use crate::session::found::Found;
use crate::session::labels::labelled;
use crate::source::{Content, Place, Source, SourceId};
use crate::text::{Language, Texts};
use crate::ui::erased::memo;
use crate::verdict::Board;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The manifests that are loaded, in the order of arrival.
pub type Manifests = Vec<(SourceId, Arc<Manifest>)>;

pub(super) fn make_graph(sources: &[Arc<Source>], failures: &Failures) -> Shared<Graph> {
    let start = Moment::now();
    let graph = crate::graph::build(sources, failures);
    measured(start, graph)
}

/// A graph that was begun at `start` and is done now.
pub(super) fn measured(start: Moment, graph: Graph) -> Shared<Graph> {
    let counts = [("nodes", graph.nodes.len() as f64), ("edges", graph.edges.len() as f64)];
    measure("atlas:graph", start, &counts);
    Shared(Arc::new(graph))
}

/// The index is made once for a graph, and not before somebody searches.
pub(super) fn make_found(
    state: RwSignal<ViewState>,
    sources: RwSignal<Shared<Vec<Arc<Source>>>>,
    graph: Memo<Shared<Graph>>,
    (board, recalls): (Memo<Shared<Board>>, Memo<Shared<Recalls>>),
    language: Memo<Language>,
) -> Memo<Shared<Found>> {
    let find = memo(move |_| state.with(|state| state.find.clone()));
    let index = memo(move |_| {
        let (graph, board, recalls) = (graph.get(), board.get(), recalls.get());
        let texts = Texts::first(language.get());
        let index = index(&graph, &sources.get_untracked(), &recalls);
        Shared(Arc::new(labelled(index, &texts, &graph, &board, &recalls)))
    });
    memo(move |_| {
        let nodes = graph.with(|graph| graph.nodes.len());
        Shared(Arc::new(Found::new(&find.get(), nodes, || index.get())))
    })
}

pub(super) fn make_manifests(sources: &[Arc<Source>]) -> Shared<Manifests> {
    let manifest = |source: &Arc<Source>| match &source.content {
        Content::Manifest(manifest) => Some((source.id, Arc::clone(manifest))),
        Content::Catalog(_) | Content::Other => None,
    };
    Shared(Arc::new(sources.iter().filter_map(manifest).collect()))
}

pub(super) fn make_recalls(manifests: &[(SourceId, Arc<Manifest>)]) -> Shared<Recalls> {
    let all: Vec<&Manifest> = manifests.iter().map(|(_, manifest)| &**manifest).collect();
    Shared(Arc::new(Recalls::new(&all)))
}

pub(super) fn nodes_by_place(graph: &Graph) -> Shared<BTreeMap<Place, NodeId>> {
    let mut places = BTreeMap::new();
    // Not collected: that would bring a sort of its own for this type (see `order`).
    places.extend(places_of(graph));
    Shared(Arc::new(places))
}

/// Every place that describes an item, with the item.
pub(super) fn places_of(graph: &Graph) -> impl Iterator<Item = (Place, NodeId)> {
    graph.ids().flat_map(|id| {
        let node = graph.node(id);
        node.into_iter().flat_map(move |node| node.places.iter().map(move |place| (*place, id)))
    })
}

pub(super) fn make_board(graph: &Graph, recalls: &Recalls, now_millis: i64) -> Shared<Board> {
    Shared(Arc::new(Board::new(graph, recalls, now_millis)))
}
