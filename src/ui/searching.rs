//! The search field with its best matches: Enter opens the best one, arrows walk them, Esc takes the words back.
//!
//! The words filter the lists, and light what they find in the graph, which stays as it is; the matches below
//! the field work on every view, also where there is no list to be filtered. Who opens one of them has found what
//! they were looking for: the lists are filtered then as they were before.

use super::icon::{self, icon};
use super::item::{standing_badge, title_of};
use super::session::Session;
use crate::graph::{Node, NodeId, NodeKind};
use crate::manifest::line::with_words;
use crate::manifest::{Component, Manifest, Named};
use crate::session::Action;
use crate::text::visible;
use crate::ui::erased::memo;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use std::sync::Arc;

/// The state of the field's own list.
#[derive(Clone, Copy)]
struct Field {
    session: Session,
    best: Memo<Arc<Vec<NodeId>>>,
    is_open: RwSignal<bool>,
    at: RwSignal<usize>,
    /// The words that filtered before the search was begun.
    before: StoredValue<String>,
}

/// The field.
pub fn search(session: Session) -> AnyView {
    let find = session.slice(|state| state.find.clone());
    let field = Field {
        session,
        best: memo(move |_| session.found.with(|found| Arc::new(found.best().to_vec()))),
        is_open: RwSignal::new(false),
        at: RwSignal::new(0),
        before: StoredValue::new(String::new()),
    };
    let is_shown = move || field.is_open.get() && field.best.with(|best| !best.is_empty());
    view! {
        <div class="search" role=if session.hosting().owns_page { "search" } else { "group" } aria-label=session.t("search") part="search">
            {icon(icon::SEARCH)}
            <input class="field" type="search" autocomplete="off" spellcheck="false" aria-label=session.t("search")
                role="combobox" aria-autocomplete="list" aria-controls="atlas-matches"
                aria-expanded=move || is_shown().to_string()
                aria-activedescendant=move || is_shown().then(|| match_id(field.at.get()))
                placeholder=session.t("search-hint")
                prop:value=move || find.get()
                on:input=move |event| field.typed(event_target_value(&event))
                on:keydown=move |event| field.pressed(&event)
                on:focus=move |_| field.before.set_value(find.get_untracked())
                on:blur=move |_| field.is_open.set(false)
            />
            <kbd aria-hidden="true">"/"</kbd>
            {move || is_shown().then(|| field.matches())}
            <span class="visually-hidden" role="status">{move || field.count()}</span>
        </div>
    }
    .into_any()
}

fn match_id(at: usize) -> String {
    format!("atlas-match-{at}")
}

impl Field {
    fn typed(self, words: String) {
        self.at.set(0);
        self.is_open.set(!words.trim().is_empty());
        self.session.act(Action::Find(words));
    }

    fn pressed(self, event: &KeyboardEvent) {
        let count = self.best.with_untracked(|best| best.len());
        let is_open = self.is_open.get_untracked() && count > 0;
        match event.key().as_str() {
            // In an empty field it is for whoever is left: the keys that work everywhere take the focus out of it.
            "Escape" if self.session.state.with_untracked(|state| !state.find.is_empty()) => {
                self.typed(String::new());
            }
            "Enter" if count > 0 => self.choose(self.at.get_untracked(), true),
            "ArrowDown" if count > 0 && !is_open => self.is_open.set(true),
            "ArrowDown" if is_open => self.at.update(|at| *at = (*at + 1) % count),
            "ArrowUp" if is_open => self.at.update(|at| *at = (*at + count - 1) % count),
            _ => return,
        }
        event.prevent_default();
    }

    /// Opens the panel of a match; a press of a key goes on reading there.
    fn choose(self, at: usize, is_by_key: bool) {
        self.is_open.set(false);
        if let Some(id) = self.best.with_untracked(|best| best.get(at).copied()) {
            self.session.act(Action::Find(self.before.get_value()));
            self.session.open_panel(id, is_by_key);
        }
    }

    /// How many were found, for those who do not see the list.
    fn count(self) -> Option<String> {
        let found = self.session.found.get();
        let count = found.count();
        found.is_asked().then(|| self.session.tr("search-count", &[("count", count.into())]))
    }

    fn matches(self) -> AnyView {
        let session = self.session;
        let best = self.best.get();
        let drawn: Vec<AnyView> = best.iter().enumerate().map(|(at, id)| self.one(at, *id)).collect();
        let rest = session.found.with(|found| found.count()).saturating_sub(best.len());
        view! {
            <div class="matches">
                <ul role="listbox" id="atlas-matches" aria-label=session.t("search-matches")>{drawn}</ul>
                <p class="count">{if rest > 0 { session.tr("search-more", &[("count", rest.into())]) } else { session.t("search-keys") }}</p>
            </div>
        }
        .into_any()
    }

    /// The line of its BOM that a Cloud Foundation release was found by, or what a bundle holds.
    fn line(self, node: &Node) -> Option<String> {
        let find = self.session.state.with(|state| state.find.clone());
        let manifests = self.session.manifests.get();
        let first = |lines: Vec<&Component>| {
            let line = lines.first()?;
            Some(visible(&[&line.name, " ", &line.version].concat()).into_owned())
        };
        if node.key.kind == NodeKind::Bundle {
            let all: Vec<&Manifest> = manifests.iter().map(|(_, manifest)| &**manifest).collect();
            return self.session.recalls.with(|recalls| {
                let named = recalls.carriers(&node.key.id).filter_map(|carrier| Named::of(&all, carrier));
                first(with_words(
                    named.flat_map(|named| named.components().filter_map(|(_, line)| line)),
                    &find,
                ))
            });
        }
        let item =
            node.item.filter(|_| node.key.kind == NodeKind::VcfRelease && !node.is_single_component())?;
        let (_, manifest) = manifests.iter().find(|(source, _)| *source == item.source)?;
        first(with_words(manifest.releases.get(item.index as usize)?.lines(), &find))
    }

    fn one(self, at: usize, id: NodeId) -> AnyView {
        let session = self.session;
        let Some(node) = session.graph.with(|graph| graph.node(id).cloned()) else { return ().into_any() };
        let standing = session.board.with(|board| board.standing(id));
        let kind = session.t(&format!("item-{}", node.key.kind.word()));
        let packaging = visible(&node.facets.packaging).into_owned();
        let why = self.line(&node).unwrap_or(packaging);
        let kind = if why.is_empty() { kind } else { format!("{kind} · {why}") };
        // The press must not take the focus from the field before it is heard.
        view! {
            <li role="option" id=match_id(at) aria-selected=move || (self.at.get() == at).to_string()
                on:mousedown=move |event| event.prevent_default()
                on:click=move |_| self.choose(at, false)>
                {icon(icon::of_kind(node.key.kind))}
                <span class="grow clip"><bdi>{title_of(&node)}</bdi>" "<span class="muted small">{kind}</span></span>
                {standing_badge(session, standing)}
            </li>
        }
        .into_any()
    }
}
