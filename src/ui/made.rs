//! What follows from documents, made before they are shown.
//!
//! Graph, recalls and verdicts are memos of what is loaded, and a memo is made in one go, when it is first
//! looked at. For a document of 100 MB that would hold the page for seconds. So what is heavy is made here
//! first, step by step, and the memos take what is there if it was made of the same things.

use super::derived::{make_manifests, measured, places_of};
use super::session::{Session, Shared};
use crate::browser::measure::Moment;
use crate::browser::pace::pace;
use crate::browser::timer::breathe;
use crate::graph::{Failures, Graph, NodeId, build_paced};
use crate::manifest::{Manifest, Recalls};
use crate::pace::Pace;
use crate::source::{Place, Source};
use crate::verdict::Board;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Documents up to so many bytes together are joined in one go: some milliseconds.
const LIGHT_BYTES: usize = 2 << 20;

/// Documents in place of those that are there.
type Change<'c> = &'c dyn Fn(&[Arc<Source>]) -> Vec<Arc<Source>>;

/// The loaded documents.
pub type Sources = Shared<Vec<Arc<Source>>>;

/// What was made, and of what.
#[derive(Clone)]
pub struct Made {
    sources: Sources,
    failures: Shared<Failures>,
    now_millis: i64,
    graph: Shared<Graph>,
    recalls: Shared<Recalls>,
    board: Shared<Board>,
    places: Shared<BTreeMap<Place, NodeId>>,
}

/// Where it waits for the memos.
pub type Waiting = StoredValue<Option<Made>>;

/// The graph of these documents, if it was made.
pub fn graph(waiting: Waiting, sources: &Sources, failures: &Shared<Failures>) -> Option<Shared<Graph>> {
    let is_it = |made: &&Made| made.sources == *sources && made.failures == *failures;
    waiting.with_value(|made| made.as_ref().filter(is_it).map(|made| made.graph.clone()))
}

/// The recalls of these documents, if they were made.
pub fn recalls_of(waiting: Waiting, sources: &Sources) -> Option<Shared<Recalls>> {
    let is_it = |made: &&Made| made.sources == *sources;
    waiting.with_value(|made| made.as_ref().filter(is_it).map(|made| made.recalls.clone()))
}

/// The verdicts over this graph, if they were made.
pub fn board(
    waiting: Waiting,
    graph: &Shared<Graph>,
    recalls: &Shared<Recalls>,
    now_millis: i64,
) -> Option<Shared<Board>> {
    let is_it =
        |made: &&Made| made.graph == *graph && made.recalls == *recalls && made.now_millis == now_millis;
    waiting.with_value(|made| made.as_ref().filter(is_it).map(|made| made.board.clone()))
}

/// The places of this graph, if they were made.
pub fn places(waiting: Waiting, graph: &Shared<Graph>) -> Option<Shared<BTreeMap<Place, NodeId>>> {
    let is_it = |made: &&Made| made.graph == *graph;
    waiting.with_value(|made| made.as_ref().filter(is_it).map(|made| made.places.clone()))
}

impl Session {
    /// Shows more documents, once all that follows from them is made.
    pub(super) async fn bring(self, read: Vec<Arc<Source>>) {
        self.change_to(&|before| before.iter().chain(&read).cloned().collect()).await;
    }

    /// Shows other documents, and what was asked for in vain by now, once all that follows from them is made.
    pub(super) async fn change_to(self, change: Change<'_>) {
        loop {
            let (before, failures) = (self.sources.get_untracked(), self.vain_requests());
            let all = Shared(Arc::new(change(&before)));
            self.make(&all, &failures).await;
            if self.sources.get_untracked() == before {
                self.set_failures(failures);
                self.sources.set(all);
                return;
            }
        }
    }

    /// Tells the graph what was asked for in vain, once all that follows from that is made.
    pub(super) async fn tell_failures(self) {
        let (sources, failures) = (self.sources.get_untracked(), self.vain_requests());
        if failures != self.crawls().failures.get_untracked() {
            self.make(&sources, &failures).await;
            self.set_failures(failures);
        }
    }

    fn set_failures(self, failures: Shared<Failures>) {
        if failures != self.crawls().failures.get_untracked() {
            self.crawls().failures.set(failures);
        }
    }

    /// Makes what follows from documents and failed requests, if the documents are large.
    pub(super) async fn make(self, sources: &Sources, failures: &Shared<Failures>) {
        let bytes: usize = sources.iter().map(|source| source.document.bytes()).sum();
        if bytes <= LIGHT_BYTES {
            return;
        }
        let (failures, pace) = (failures.clone(), pace());
        let graph = graph_in_steps(sources, &failures, pace).await;
        let manifests = make_manifests(sources);
        let all: Vec<&Manifest> = manifests.iter().map(|(_, manifest)| &**manifest).collect();
        let recalls = Shared(Arc::new(Recalls::paced(&all, pace).await));
        let now_millis = self.now.get_untracked();
        let board = Shared(Arc::new(Board::paced(&graph, &recalls, now_millis, pace).await));
        let mut places = BTreeMap::new();
        for (place, id) in places_of(&graph) {
            pace.turn().await;
            places.insert(place, id);
        }
        breathe().await;
        let places = Shared(Arc::new(places));
        let made = Made { sources: sources.clone(), failures, now_millis, graph, recalls, board, places };
        self.made().set_value(Some(made));
    }
}

async fn graph_in_steps(sources: &[Arc<Source>], failures: &Failures, pace: Pace) -> Shared<Graph> {
    let start = Moment::now();
    let graph = measured(start, build_paced(sources, failures, pace).await);
    breathe().await;
    graph
}
