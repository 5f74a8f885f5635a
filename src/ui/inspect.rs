//! The inspector: any document or answer as it is, with its links, its raw text, and how it was answered.
//!
//! `#/inspect?href=…` names a loaded document by its id, or any address. An address is asked for once and
//! shown from what was kept; one of another origin only after a question.

use super::answer::curl_of;
use super::ask;
use super::icon::{self, icon};
use super::link::in_tab;
use super::looked::{Looked, looked};
use super::session::Session;
use super::sources::kind_id;
use super::visit::Prospect;
use crate::session::Action;
use crate::source::{Response, Source, SourceId};
use crate::text::visible;
use crate::ui::erased::{effect, memo};
use leptos::html::Input;
use leptos::prelude::*;
use std::sync::Arc;

/// How many addresses the history lists.
const MOST_LISTED: usize = 50;

/// The inspector.
pub fn inspect(session: Session) -> impl IntoView {
    let href = session.slice(|state| state.href.clone());
    let chosen = memo(move |_| chosen(session, &href.get()));
    effect(move |_| {
        if let Chosen::Address(shown) = chosen.get() {
            session.answers().visits.update(|visits| visits.note(&shown));
        }
    });
    view! {
        <div class="inspect">
            <h2 class="visually-hidden">{session.t("view-inspect")}</h2>
            {documents(session, chosen)}
            {bar(session, href)}
            {move || match chosen.get() {
                Chosen::Nothing => view! { <div class="inspect-body"><p class="muted">{session.t("inspect-nothing")}</p></div> }.into_any(),
                Chosen::Document(id) => session.source(id).map(|source| document(session, &source)).into_any(),
                Chosen::Address(shown) => resource(session, shown),
            }}
        </div>
    }
}

/// What the inspector shows.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Chosen {
    Nothing,
    Document(SourceId),
    Address(String),
}

fn chosen(session: Session, href: &str) -> Chosen {
    let id = href.parse().ok().map(SourceId);
    session.sources.with(|all| {
        let by_id = all.iter().find(|source| Some(source.id) == id).or_else(|| all.first());
        match by_id {
            _ if !href.is_empty() && id.is_none() => Chosen::Address(session.whole_address(href)),
            Some(source) => Chosen::Document(source.id),
            None => Chosen::Nothing,
        }
    })
}

/// The loaded documents as tabs.
fn documents(session: Session, chosen: Memo<Chosen>) -> AnyView {
    let tabs = move || {
        let all = session.sources.get();
        let drawn = all.iter().map(|source| document_tab(session, source, chosen)).collect_view();
        (!all.is_empty())
            .then(|| view! { <nav class="documents" aria-label=session.t("loaded")>{drawn}</nav> })
    };
    tabs.into_any()
}

fn document_tab(session: Session, source: &Arc<Source>, chosen: Memo<Chosen>) -> impl IntoView + use<> {
    let id = source.id;
    let title = visible(&source.title).into_owned();
    view! {
        <button class="document-tab" aria-current=move || (chosen.get() == Chosen::Document(id)).then_some("true")
            on:click=move |_| session.act(Action::Inspect(id.0.to_string()))>
            {icon(icon::FILE)}
            <span class="clip">{title}</span>
            <span class="faint small nowrap">{session.t(kind_id(source.kind))}</span>
        </button>
    }
}

/// Back, forward, the address, and what was visited.
fn bar(session: Session, href: Memo<String>) -> AnyView {
    let input = NodeRef::<Input>::new();
    let is_wrong = RwSignal::new(false);
    let go = move || {
        let typed = input.get_untracked().map(|input| input.value()).unwrap_or_default();
        if !typed.trim().is_empty() {
            is_wrong.set(!session.inspect_typed(&typed));
        }
    };
    let shown = move || Some(href.get()).filter(|href| href.parse::<u32>().is_err()).unwrap_or_default();
    view! {
        <form class="inspect-bar" on:submit=move |event| { event.prevent_default(); go(); }>
            {step(session, "visit-back", icon::BACK, |session| session.answers().visits.with(|visits| visits.back().map(str::to_owned)))}
            {step(session, "visit-forward", icon::OUT, |session| session.answers().visits.with(|visits| visits.forward().map(str::to_owned)))}
            <input node_ref=input class="field mono" type="text" inputmode="url" autocomplete="off" spellcheck="false"
                aria-label=session.t("inspect-address") placeholder=session.t("inspect-address") prop:value=shown
                aria-invalid=move || is_wrong.get().to_string() />
            <button class="button" type="submit">{session.t("inspect-go")}</button>
            {visited(session)}
        </form>
        {move || is_wrong.get().then(|| view! { <p role="alert" class="note is-failed inspect-wrong">{session.t("cause-not-askable")}</p> })}
    }
    .into_any()
}

fn step(
    session: Session,
    id: &'static str,
    shape: &'static str,
    target: fn(Session) -> Option<String>,
) -> AnyView {
    view! {
        <button class="button quiet icon-only" type="button" title=session.t(id) aria-label=session.t(id)
            disabled=move || target(session).is_none()
            on:click=move |_| if let Some(href) = untrack(|| target(session)) { session.act(Action::Inspect(href)); }>{icon(shape)}</button>
    }
    .into_any()
}

/// What was visited, the latest first.
fn visited(session: Session) -> AnyView {
    let list = move || {
        let all: Vec<String> = session
            .answers()
            .visits
            .with(|visits| visits.latest_first().into_iter().take(MOST_LISTED).map(str::to_owned).collect());
        let rows = all
            .iter()
            .cloned()
            .map(|href| {
                let words = visible(&href).into_owned();
                view! { <li><button type="button" class="a-link mono small" on:click=move |_| session.act(Action::Inspect(href.clone()))>{words}</button></li> }
            })
            .collect_view();
        (all.len() > 1).then(|| {
            view! {
                <details class="visited">
                    <summary class="button quiet">{session.tr("visited", &[("count", all.len().into())])}</summary>
                    <ol class="card visited-list">{rows}</ol>
                </details>
            }
        })
    };
    list.into_any()
}

/// A loaded document.
fn document(session: Session, source: &Arc<Source>) -> AnyView {
    let response = session.answers().responses.with_untracked(|all| all.of_source(source.id).map(Arc::clone));
    let shown = Looked::of_source(source, response);
    looked(session, shown)
}

/// Whatever is kept of an address, or what can be done to have it.
fn resource(session: Session, shown: String) -> AnyView {
    let kept = {
        let shown = shown.clone();
        memo(move |_| Kept(session.answers().responses.with(|all| all.of_address(&shown).map(Arc::clone))))
    };
    let wanted = shown.clone();
    effect(move |_| {
        let prospect = session.prospect(&wanted);
        let is_there = kept.get_untracked().0.is_some() || untrack(|| session.is_under_way(&wanted));
        if let (Prospect::Allowed(address), false) = (prospect, is_there) {
            session.look_at(address, false);
        }
    });
    (move || match kept.get().0 {
        Some(response) => view! {
            {actions(session, &shown, &response)}
            {looked(session, Looked::of_response(&response))}
        }
        .into_any(),
        None => ask::pending(session, shown.clone()),
    })
    .into_any()
}

/// An answer that is compared by pointer.
#[derive(Clone)]
struct Kept(Option<Arc<Response>>);

impl PartialEq for Kept {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (None, None) => true,
            _ => false,
        }
    }
}

/// What can be done with an answer.
fn actions(session: Session, shown: &str, response: &Arc<Response>) -> AnyView {
    let command = curl_of(session, shown);
    let again = shown.to_owned();
    let is_again_under_way = {
        let shown = shown.to_owned();
        move || session.is_under_way(&shown)
    };
    let opened = Arc::clone(response);
    let can_open = response.fault.is_none() && response.source.is_none() && !response.body.is_empty();
    let tab = match session.prospect(shown) {
        Prospect::Allowed(address) | Prospect::AskFirst(address) => {
            Some(in_tab(&address.href, session.t("fault-in-tab")))
        }
        Prospect::Masked | Prospect::NoAddress => None,
    };
    view! {
        <div class="row wrap inspect-actions">
            <button class="button small" disabled=is_again_under_way
                on:click=move |_| if let Prospect::Allowed(address) = untrack(|| session.prospect(&again)) { session.look_at(address, true); }>
                {session.t("inspect-again")}
            </button>
            {can_open.then(|| view! {
                <button class="button small" on:click=move |_| session.open_as_document(&opened)>{icon(icon::OPEN)}{session.t("open-as-document")}</button>
            })}
            <button class="button small" on:click=move |_| session.copy(command.clone())>{icon(icon::COPY)}{session.t("copy-curl")}</button>
            {tab}
        </div>
    }
    .into_any()
}
