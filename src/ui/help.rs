//! Help: the keys, and what the marks mean.

use super::icon::{self, icon};
use super::item::standing_badge;
use super::language::languages;
use super::on_demand::on_demand;
use super::parts::Piece;
use super::session::Session;
use crate::browser::host::Container;
use crate::browser::keyboard::on_press;
use crate::browser::listener::Listener;
use crate::graph::Status;
use crate::session::route::{key_text, standing_word, status_word};
use crate::session::{Action, View};
use crate::sorted::SortedSet;
use crate::ui::erased::effect;
use crate::verdict::Standing;
use leptos::html::Dialog;
use leptos::prelude::*;

/// The keys, in the order in which they are listed: what is pressed, and the text of what it does.
const KEYS: [(&str, &str); 20] = [
    ("/", "key-search"),
    ("Esc", "key-back"),
    ("Tab", "key-tab"),
    ("↑ ↓ ← →", "key-arrows"),
    ("Enter", "key-enter"),
    ("+ −", "key-zoom"),
    ("0", "key-reset"),
    ("f", "key-fit"),
    ("[ ]", "key-depth"),
    ("d", "key-dependencies"),
    ("u", "key-dependants"),
    ("Space", "key-fold"),
    ("< >", "key-sides"),
    ("m", "key-mark"),
    ("Shift+F10", "key-menu"),
    ("p", "key-path"),
    ("t", "key-table"),
    ("g", "key-graph"),
    ("c", "key-copy-link"),
    ("?", "key-help"),
];

/// The help sheet.
pub fn help(session: Session) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    effect(move |_| {
        let Some(dialog) = dialog.get() else { return };
        if session.is_help_open.get() && !dialog.open() {
            let _ = dialog.show_modal();
        }
    });
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    view! {
        <dialog node_ref=dialog class="sheet help" aria-label=session.t("help") on:close=move |_| session.is_help_open.set(false)>
            <div class="row"><h2 class="grow">{session.t("help")}</h2>
                <button class="button quiet icon-only" aria-label=session.t("close") on:click=move |_| close()>{icon(icon::CLOSE)}</button></div>
            {move || session.is_help_open.get().then(|| on_demand(session, Piece::Help))}
        </dialog>
    }
}

/// What stands in the sheet.
pub fn content(session: Session) -> AnyView {
    let keys = KEYS.into_iter().map(|(keys, id)| {
        let caps = keys.split(' ').map(|key| view! { <kbd>{key.to_owned()}</kbd> " " }).collect_view();
        view! { <div class="key-row"><span>{caps}</span><span>{session.t(id)}</span></div> }
    });
    let marks = Status::ALL.map(|status| {
        let word = status_word(status);
        view! {
            <div class="key-row">
                <span class=format!("badge is-{word}")>{icon(icon::of_status(status))}{session.t(&format!("status-{word}"))}</span>
                <span>{session.t(&format!("status-{word}-lead"))}</span>
            </div>
        }
    });
    view! {
        {languages(session)}
        <div class="help-columns">
            <section><h3 class="minor">{session.t("help-keys")}</h3>{keys.collect_view()}</section>
            <section class="stack">
                <div><h3 class="minor">{session.t("help-verdicts")}</h3>{standings(session)}</div>
                <div><h3 class="minor">{session.t("help-marks")}</h3>{marks.into_iter().collect_view()}</div>
                <div><h3 class="minor">{session.t("help-relations")}</h3>{relations(session)}</div>
            </section>
        </div>
        {super::offers::links(session)}
    }
    .into_any()
}

/// The four verdicts, each with what it says.
fn standings(session: Session) -> Vec<AnyView> {
    let line = |standing: Standing| {
        let lead = session.t(&format!("help-standing-{}", standing_word(standing)));
        view! { <div class="key-row"><span>{standing_badge(session, standing)}</span><span>{lead}</span></div> }
            .into_any()
    };
    Standing::ALL.map(line).into()
}

/// The three states of a relation.
fn relations(session: Session) -> Vec<AnyView> {
    let line = |(id, class): (&str, &str)| {
        let (word, lead) = (session.t(id), session.t(&format!("{id}-lead")));
        view! { <div class="key-row"><span><span class=format!("badge {class}")>{word}</span></span><span>{lead}</span></div> }
            .into_any()
    };
    let states =
        [("relation-none", "is-ok"), ("relation-not-loaded", "is-unknown"), ("relation-failed", "is-failed")];
    states.map(line).into()
}

/// Handles the keys that work everywhere in the element, as long as the returned guard lives.
pub fn listen(session: Session, container: &Container, owns_page: bool) -> Listener {
    on_press(container, owns_page, move |press| {
        if session.is_help_open.get_untracked() {
            return false; // the sheet has its own keys
        }
        if press.is_typing {
            if press.key == "Escape" {
                session.host().focus(".centre");
            }
            return false;
        }
        pressed(session, &press.key)
    })
}

/// Whether the key meant something.
fn pressed(session: Session, key: &str) -> bool {
    match key {
        "/" => session.host().focus(".search input"),
        "?" => session.is_help_open.set(true),
        "c" => session.copy_link(),
        "p" => mark_path(session),
        "t" => {
            session.show_as_table(true);
            session.act(Action::Open(View::Graph));
            session.focus_soon("[role='treegrid']");
        }
        "g" => {
            session.show_as_table(false);
            session.act(Action::Open(View::Graph));
            session.focus_soon(".stage");
        }
        "Escape" => return step_back(session),
        _ => return false,
    }
    true
}

/// The selected item becomes the start of a chain, the next one its end. In the graph the chain is lit
/// where it is; elsewhere it is listed.
fn mark_path(session: Session) {
    let state = session.state.get_untracked();
    let Some(key) = state.selected else { return };
    let text = key_text(&key);
    if state.from.is_empty() || !state.to.is_empty() {
        session.act(Action::To(String::new()));
        session.act(Action::From(text));
        session.say(session.t("path-started"));
    } else if state.from == text {
        session.say(session.t("path-same"));
    } else {
        session.act(Action::To(text));
        if state.view != View::Graph || session.shows_table_now() {
            session.act(Action::Open(View::Why));
        }
    }
}

/// One step back: close the facets, what is selected together, the panel, the place that is marked in a
/// document, the chain that is lit in the graph, the focus, the search, in this order.
fn step_back(session: Session) -> bool {
    let state = session.state.get_untracked();
    if session.are_facets_open.get_untracked() {
        session.are_facets_open.set(false);
    } else if session.marked.with_untracked(|marked| !marked.is_empty()) {
        session.marked.set(SortedSet::new());
    } else if state.selected.is_some() {
        session.close_panel();
    } else if state.view == View::Inspect && !state.pointer.is_empty() {
        session.leave_place(state);
    } else if state.view == View::Graph && !(state.from.is_empty() && state.to.is_empty()) {
        session.act(Action::From(String::new()));
        session.act(Action::To(String::new()));
    } else if state.focus.is_some() {
        session.act(Action::Unfocus);
    } else if !state.find.is_empty() {
        session.act(Action::Find(String::new()));
    } else {
        return false;
    }
    true
}
