//! What the host page is told, in events whose details are plain objects with the version of this interface.
//!
//! They follow from the signals of the session, so nothing that changes what is shown can forget to tell.

use super::super::fault;
use super::super::session::{Loading, Session, Stage};
use crate::browser::resize::Resize;
use crate::graph::{NodeId, NodeKey};
use crate::hal::fault::Fault;
use crate::session::config::Problem;
use crate::session::route::standing_word;
use crate::session::{ViewState, show};
use crate::sorted::SortedSet;
use crate::source::Source;
use crate::ui::erased::effect;
use crate::verdict::Standing;
use leptos::prelude::*;
use serde_json::{Value, json};
use std::sync::Arc;

/// The version of the interface, in every detail and answer.
pub const INTERFACE: u32 = 1;

impl Session {
    /// Tells the page something that it cannot prevent.
    pub(crate) fn tell(self, name: &str, detail: Value) {
        self.host().tell(name, &versioned(detail), false);
    }

    /// Whether the page lets a person go on to another view, focus or document.
    pub(crate) fn may_go_to(self, state: &ViewState) -> bool {
        let (from, to) = (self.state.with_untracked(show), show(state));
        let detail = json!({ "from": from, "to": to, "view": state.view.word() });
        from == to || self.host().tell("atlas-navigate", &versioned(detail), true)
    }

    /// Whether the page lets a person follow a link.
    pub(crate) fn may_follow(self, href: &str, is_external: bool) -> bool {
        let detail = json!({ "href": href, "external": is_external });
        self.host().tell("atlas-link", &versioned(detail), true)
    }

    pub(super) fn tell_auth(self, origin: &str) {
        self.tell("atlas-auth", json!({ "origin": origin }));
    }

    /// Tells whatever changes from now on.
    pub(crate) fn tell_host(self) {
        self.tell_documents();
        self.tell_progress();
        self.tell_view();
        self.tell_problems();
        self.tell_size();
    }

    fn tell_documents(self) {
        effect(move |told: Option<SortedSet<u32>>| {
            let sources = self.sources.get();
            let ids: SortedSet<u32> = sources.iter().map(|source| source.id.0).collect();
            let known = told.unwrap_or_default();
            let new: Vec<Value> =
                sources.iter().filter(|source| !known.contains(&source.id.0)).map(Self::document).collect();
            if !new.is_empty() {
                self.tell("atlas-load", json!({ "documents": new, "total": ids.len() }));
            }
            ids
        });
        effect(move |former: Option<bool>| {
            let is_any = self.sources.with(|all| !all.is_empty());
            self.board.track();
            if is_any || former == Some(true) {
                self.tell("atlas-verdict", self.overall());
            }
            is_any
        });
    }

    fn tell_progress(self) {
        effect(move |former: Option<usize>| {
            let (open, detail) = self.loadings.with(|all| progress(all));
            if open > 0 || former.is_some_and(|former| former > 0) {
                self.tell("atlas-progress", detail);
            }
            open
        });
    }

    fn tell_view(self) {
        let selected = self.slice(|state| state.selected.clone());
        effect(move |former: Option<()>| {
            let key = selected.get();
            if former.is_some() {
                self.tell("atlas-select", json!({ "item": key.map(|key| self.item(&key)) }));
            }
        });
        effect(move |former: Option<String>| {
            let route = self.state.with(show);
            if former.is_some_and(|former| former != route) {
                self.tell("atlas-statechange", self.view_state());
            }
            route
        });
    }

    fn tell_problems(self) {
        effect(move |told: Option<SortedSet<u32>>| {
            let known = told.unwrap_or_default();
            let failed = fault::failed(self);
            for (loading, fault) in failed.iter().filter(|(loading, _)| !known.contains(&loading.id)) {
                self.tell("atlas-error", self.failure(loading, fault));
            }
            failed.iter().map(|(loading, _)| loading.id).collect()
        });
        effect(move |told: Option<Vec<Problem>>| {
            let (known, problems) = (told.unwrap_or_default(), self.hosting().problems.get());
            for problem in problems.iter().filter(|problem| !known.contains(problem)) {
                let message = self.problem_sentence(problem);
                let detail =
                    json!({ "kind": problem.place.word(), "name": problem.name, "message": message });
                self.tell("atlas-error", detail);
            }
            problems
        });
    }

    fn tell_size(self) {
        let watch = StoredValue::new_local(None::<Resize>);
        let told = StoredValue::new([0; 3]);
        let changed = move || {
            let sizes = self.host().sizes();
            if told.try_get_value().is_some_and(|told| told != sizes) {
                told.set_value(sizes);
                let [width, height, content] = sizes;
                self.tell(
                    "atlas-resize",
                    json!({ "width": width, "height": height, "contentHeight": content }),
                );
            }
        };
        watch.set_value(Resize::new(&self.host(), changed));
        on_cleanup(move || watch.set_value(None));
    }

    /// What is looked at, as a plain object that restores it.
    pub fn view_state(self) -> Value {
        self.state.with_untracked(|state| {
            let key = |key: &Option<NodeKey>| {
                key.as_ref().map(|key| json!({ "kind": key.kind.word(), "id": key.id.as_str() }))
            };
            versioned(json!({
                "route": show(state),
                "view": state.view.word(),
                "selected": key(&state.selected),
                "focus": key(&state.focus),
                "find": state.find,
            }))
        })
    }

    fn failure(self, loading: &Loading, fault: &Fault) -> Value {
        json!({
            "kind": fault.class.word(),
            "message": fault::headline(self, fault),
            "title": loading.title,
            "address": fault.address,
            "status": fault.status,
        })
    }

    /// A document as hosts see it.
    pub(super) fn document(source: &Arc<Source>) -> Value {
        json!({
            "id": source.id.0,
            "title": source.title,
            "kind": super::super::sources::kind_id(source.kind).trim_start_matches("kind-"),
            "address": source.address,
            "odd": source.report.total() as usize + source.document.notices().len(),
        })
    }

    /// An item as hosts see it, loaded or not.
    pub(super) fn item(self, key: &NodeKey) -> Value {
        let graph = self.graph.get_untracked();
        let found = graph.find(key).and_then(|id| Some((id, graph.node(id)?)));
        let standing = |id: NodeId| self.board.with_untracked(|board| board.standing(id).word());
        json!({
            "kind": key.kind.word(),
            "id": key.id.as_str(),
            "name": found.map(|(_, node)| node.name.as_str()),
            "itemVersion": found.map(|(_, node)| node.version.as_str()),
            "status": found.map(|(_, node)| node.condition().word()),
            "standing": found.map(|(id, _)| standing(id)),
        })
    }

    /// The verdict over all that is loaded: how many items stand how, and the most urgent one.
    pub(super) fn overall(self) -> Value {
        let counts = self.board.with_untracked(|board| {
            let count =
                |standing| board.verdicts.iter().filter(|verdict| verdict.standing == standing).count();
            Standing::ALL.map(count)
        });
        let first = self.board.with_untracked(|board| board.verdicts.first().cloned());
        let named = Standing::ALL.into_iter().zip(counts);
        let mut counts = serde_json::Map::new();
        // Not collected: that would bring a sort of its own (see `order`).
        counts
            .extend(named.map(|(standing, count)| (standing_word(standing).to_owned(), Value::from(count))));
        json!({
            "standing": first.as_ref().map_or(Standing::Unknown, |verdict| verdict.standing).word(),
            "counts": counts,
            "sentence": first.as_ref().map(|verdict| untrack(|| self.sentence(verdict))),
            "item": first.and_then(|verdict| self.key_of(verdict.node)).map(|key| self.item(&key)),
        })
    }
}

/// A detail with the version of the interface.
pub(super) fn versioned(mut detail: Value) -> Value {
    if let Some(members) = detail.as_object_mut() {
        members.insert("version".to_owned(), INTERFACE.into());
    }
    detail
}

/// How many documents are on their way, and how far.
fn progress(all: &[Loading]) -> (usize, Value) {
    let (mut open, mut failed, mut received) = (0, 0, 0);
    for loading in all {
        match &loading.stage {
            Stage::Failed(_) => failed += 1,
            Stage::Reading => open += 1,
            Stage::Fetching { received: bytes, .. } => {
                open += 1;
                received += bytes;
            }
        }
    }
    (open, json!({ "open": open, "failed": failed, "bytes": received }))
}
