//! What the graph view shows just now, for the drawing, the table and the bars around them.

use super::menu::MenuAt;
use crate::geometry::Point;
use crate::graph::{Graph, Kinds, NodeId, NodeKey, Path, condense, reduce};
use crate::scene::Role;
use crate::session::overlay::{Changes, changes, sides};
use crate::session::path::{Chains, chains, end};
use crate::session::shown::{Asked, Shown, shown};
use crate::session::{Action, View, ViewState};
use crate::source::SourceId;
use crate::ui::erased::memo;
use crate::ui::session::{Session, Shared};
use leptos::html::Div;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Everything that the parts of the graph view have in common. A handle.
#[derive(Clone, Copy)]
pub(super) struct Scope {
    pub(super) session: Session,
    /// The part of the graph that is drawn.
    pub(super) shown: Memo<Arc<Shown>>,
    /// The chains between the two ends that were named; none while an end is missing.
    pub(super) chains: Memo<Option<Shared<Chains>>>,
    /// What differs between two documents, if that is to be seen.
    pub(super) changes: Memo<Option<Shared<Changes>>>,
    /// How many nodes are lit in which role.
    pub(super) lit: RwSignal<BTreeMap<Role, usize>>,
    /// The graph view on the page.
    pub(super) frame: NodeRef<Div>,
    /// The open menu of a node.
    pub(super) menu: RwSignal<Option<MenuAt>>,
    /// The node that was folded or unfolded last: it stays where it is.
    pub(super) anchor: StoredValue<Option<NodeKey>>,
}

impl Scope {
    pub(super) fn new(session: Session) -> Self {
        let chains = chains_memo(session);
        Self {
            session,
            shown: shown_memo(session, chains),
            chains,
            changes: changes_memo(session),
            lit: RwSignal::new(BTreeMap::new()),
            frame: NodeRef::new(),
            menu: RwSignal::new(None),
            anchor: StoredValue::new(None),
        }
    }

    /// The paths that are drawn as chains.
    pub(super) fn paths(self) -> Vec<Path> {
        self.chains.with(|chains| chains.as_ref().map(|chains| chains.paths.clone()).unwrap_or_default())
    }

    /// The nodes that were selected together, those that are loaded.
    pub(super) fn marked(self) -> Vec<NodeId> {
        let session = self.session;
        session
            .marked
            .with(|keys| session.graph.with(|graph| keys.iter().filter_map(|key| graph.find(key)).collect()))
    }

    /// What a node is called.
    pub(super) fn name_of(self, key: &NodeKey) -> String {
        self.session.graph.with(|graph| {
            let node = graph.find(key).and_then(|id| graph.node(id));
            node.map_or_else(|| crate::text::visible(&key.id).into_owned(), crate::ui::item::title_of)
        })
    }

    /// Opens the menu of a node at a point of the graph view.
    pub(super) fn open_menu(self, key: NodeKey, at: Point) {
        self.menu.set(Some(MenuAt { key, at }));
    }
}

impl Session {
    /// The items that are selected together just now, those that are loaded.
    pub fn marked_now(self, graph: &Graph) -> Vec<NodeId> {
        self.marked.with_untracked(|keys| keys.iter().filter_map(|key| graph.find(key)).collect())
    }

    /// Shows in the graph what differs between two documents.
    pub fn show_changes(self, former: SourceId, later: SourceId) {
        self.act(Action::A(former.0.to_string()));
        self.act(Action::B(later.0.to_string()));
        self.act(Action::ShowChanges(true));
        self.show_as_table(false);
        self.act(Action::Open(View::Graph));
    }
}

/// What of the state decides what is drawn.
fn deciding(state: &ViewState) -> ViewState {
    ViewState {
        standings: state.standings.clone(),
        kinds: state.kinds.clone(),
        statuses: state.statuses.clone(),
        facets: state.facets.clone(),
        focus: state.focus.clone(),
        beside: state.beside.clone(),
        depth: state.depth,
        direction: state.direction,
        group: state.group,
        flow: state.flow,
        show_all: state.show_all,
        unfolded: state.unfolded.clone(),
        unfolded_sides: state.unfolded_sides.clone(),
        folded: state.folded.clone(),
        shows_implied: state.shows_implied,
        shows_changes: state.shows_changes,
        ..ViewState::default()
    }
}

fn shown_memo(session: Session, chains: Memo<Option<Shared<Chains>>>) -> Memo<Arc<Shown>> {
    let reduction = memo(move |_| {
        let graph = session.graph.get();
        Shared(Arc::new(reduce(&graph, &condense(&graph, Kinds::DEPENDS_ON))))
    });
    let deciding = session.slice(deciding);
    let selected = session.slice(|state| state.selected.clone());
    let most = memo(move |_| session.hosting().config.with(|config| config.max_nodes));
    memo(move |former: Option<&Arc<Shown>>| {
        let mut state = deciding.get();
        // Only where not everything is drawn can a selection change what is.
        let leaves_out = former.is_some_and(|former| former.left_out > 0);
        state.selected = if leaves_out { selected.get() } else { selected.get_untracked() };
        // Nor can the words that are looked for.
        let found =
            if former.is_none() || leaves_out { session.found.get() } else { session.found.get_untracked() };
        let chains = chains.get();
        Arc::new(shown(&Asked {
            graph: &session.graph.get(),
            board: &session.board.get(),
            reduction: &reduction.get(),
            state: &state,
            found: &found,
            chains: chains.as_ref().map(|chains| chains.paths.as_slice()).unwrap_or_default(),
            most: most.get(),
        }))
    })
}

fn chains_memo(session: Session) -> Memo<Option<Shared<Chains>>> {
    let ends = session.slice(|state| (state.from.clone(), state.to.clone()));
    memo(move |_| {
        let (from, to) = ends.get();
        let graph = session.graph.get();
        let (from, to) = (end(&graph, &from)?, end(&graph, &to)?);
        Some(Shared(Arc::new(chains(&graph, &condense(&graph, Kinds::ALL), from, to))))
    })
}

fn changes_memo(session: Session) -> Memo<Option<Shared<Changes>>> {
    let wanted = session.slice(|state| state.shows_changes.then(|| (state.a.clone(), state.b.clone())));
    memo(move |_| {
        let (a, b) = wanted.get()?;
        let (former, later) = sides(&session.sources.get(), &a, &b)?;
        Some(Shared(Arc::new(changes(&session.graph.get(), &former, &later))))
    })
}
