//! One document or answer in the inspector: its facts, what went wrong, and its sheets.

use super::answer::{answer, facts};
use super::base::base_form;
use super::fault::{Handling, message_in_place};
use super::fields::fields;
use super::icon::{self, icon};
use super::links::{Held, resource_view};
use super::odd::odd;
use super::raw::raw;
use super::session::{Loading, Session, Stage};
use super::visit::Prospect;
use crate::hal::link::{self, Resource};
use crate::json::{Document, Value, ValueId};
use crate::session::{Action, Tab};
use crate::source::{Body, Response, Source, shape};
use crate::text::visible;
use crate::ui::erased::memo;
use leptos::prelude::*;
use std::sync::Arc;

/// How many bytes of a text that is no JSON are drawn; the copy button takes all.
const LONGEST_TEXT: usize = 100_000;

/// What is looked at.
#[derive(Clone)]
pub struct Looked {
    /// How the inspector names it.
    href: String,
    source: Option<Arc<Source>>,
    response: Option<Arc<Response>>,
}

impl Looked {
    /// A loaded document, with the answer that it was read of.
    pub fn of_source(source: &Arc<Source>, response: Option<Arc<Response>>) -> Self {
        Self { href: source.id.0.to_string(), source: Some(Arc::clone(source)), response }
    }

    /// An answer.
    pub fn of_response(response: &Arc<Response>) -> Self {
        let href = response.address.clone().unwrap_or_default();
        Self { href, source: None, response: Some(Arc::clone(response)) }
    }

    fn held(&self) -> Option<Held> {
        if let Some(source) = &self.source {
            return Some(Held::of_source(source));
        }
        let response = self.response.as_ref()?;
        let Body::Document(document) = &response.body else { return None };
        let base = response.base().map(str::to_owned);
        Some(Held { document: Arc::clone(document), base, source: None, href: self.href.clone() })
    }

    fn is_file(&self) -> bool {
        self.source.as_ref().is_some_and(|source| source.address.is_none())
    }
}

/// Everything about it.
pub fn looked(session: Session, shown: Looked) -> AnyView {
    let head = shown.response.as_ref().map(|response| facts(session, response));
    let fault = shown.response.as_ref().and_then(|response| fault_of(session, response));
    let sheets = sheets_of(&shown);
    let wanted = session.slice(|state| state.sheet);
    let tab = memo(move |_| {
        let tab = wanted.get();
        if sheets.iter().any(|(one, _)| *one == tab) {
            tab
        } else {
            sheets.first().map_or(tab, |(one, _)| *one)
        }
    });
    let pointer = session.slice(|state| state.pointer.clone());
    view! {
        <div class="looked-head">{head}{fault}</div>
        {tabs(session, sheets, tab)}
        {move || sheet(session, &shown, tab.get(), &pointer.get())}
    }
    .into_any()
}

type Sheets = &'static [(Tab, &'static str)];

/// The sheets that there are, the first to be shown first.
fn sheets_of(shown: &Looked) -> Sheets {
    const DOCUMENT: Sheets = &[
        (Tab::Summary, "inspect-fields"),
        (Tab::Why, "inspect-odd"),
        (Tab::Links, "tab-links"),
        (Tab::Raw, "tab-raw"),
        (Tab::Move, "inspect-answer"),
    ];
    const HAL: Sheets = &[(Tab::Links, "tab-links"), (Tab::Raw, "tab-raw"), (Tab::Move, "inspect-answer")];
    const JSON: Sheets = &[(Tab::Raw, "tab-raw"), (Tab::Links, "tab-links"), (Tab::Move, "inspect-answer")];
    const TEXT: Sheets = &[(Tab::Raw, "inspect-text"), (Tab::Move, "inspect-answer")];
    if shown.source.is_some() {
        return DOCUMENT;
    }
    match shown.held() {
        Some(held) if link::is_resource(held.document.root()) => HAL,
        Some(_) => JSON,
        None => TEXT,
    }
}

fn tabs(session: Session, sheets: Sheets, tab: Memo<Tab>) -> AnyView {
    let all = sheets
        .iter()
        .map(|&(one, id)| {
            view! {
                <button role="tab" aria-selected=move || (tab.get() == one).to_string()
                    on:click=move |_| session.act(Action::OpenSheet(one))>{session.t(id)}</button>
            }
        })
        .collect_view();
    view! { <div class="tabs" role="tablist">{all}</div> }.into_any()
}

fn sheet(session: Session, shown: &Looked, tab: Tab, pointer: &str) -> AnyView {
    let held = shown.held();
    let body = match (tab, held, &shown.source) {
        (Tab::Raw, Some(held), _) => return raw_of(session, &held.document, pointer),
        (Tab::Move, ..) => shown.response.as_ref().map(|response| answer(session, response)).into_any(),
        (Tab::Links, Some(held), _) => links(session, &held, shown.is_file(), pointer),
        (Tab::Why, _, Some(source)) => odd(session, source),
        (_, _, Some(source)) => {
            fields(session, source, ValueId(0), shape(&source.document, source.kind)).into_any()
        }
        _ => shown.response.as_ref().map(|response| text(session, response)).into_any(),
    };
    view! { <div class="inspect-body" role="tabpanel" tabindex="0">{body}</div> }.into_any()
}

fn raw_of(session: Session, document: &Arc<Document>, pointer: &str) -> AnyView {
    let marked = (!pointer.is_empty()).then(|| document.resolve(pointer)).flatten();
    raw(session, document, ValueId(0), marked.map(Value::id)).into_any()
}

/// The links and embedded resources of the whole answer, or of one embedded resource in it.
fn links(session: Session, held: &Held, is_file: bool, pointer: &str) -> AnyView {
    let inside = (!pointer.is_empty()).then(|| held.document.resolve(pointer)).flatten();
    let resource: Resource = link::read(inside.unwrap_or(held.document.root()));
    let href = held.href.clone();
    let place = inside.map(|_| {
        view! {
            <div class="row wrap embedded-place">
                <span class="badge is-pending">{session.t("embedded-copy")}</span>
                <code class="break">{visible(pointer).into_owned()}</code>
                <button class="a-link small" on:click=move |_| session.act(Action::LookInto(href.clone(), String::new()))>{session.t("embedded-whole")}</button>
            </div>
        }
    });
    let is_empty = resource.relations.is_empty() && resource.embedded.is_empty();
    view! {
        <div class="stack">
            {place}
            {is_file.then(|| base_form(session))}
            {if is_empty {
                view! { <p class="muted">{session.t("no-links")}</p> }.into_any()
            } else {
                resource_view(session, held, &resource)
            }}
        </div>
    }
    .into_any()
}

/// What came, as text: of a page, an error in plain words, or anything else that is no JSON.
fn text(session: Session, response: &Arc<Response>) -> AnyView {
    if response.body.is_empty() {
        return view! { <p class="muted">{session.t("cause-no-body")}</p> }.into_any();
    }
    let bytes = response.body.bytes();
    let beginning = bytes.get(..LONGEST_TEXT).unwrap_or(&bytes);
    let words = session.secrets().known_masked(&String::from_utf8_lossy(beginning)).into_owned();
    let is_cut = beginning.len() < bytes.len();
    let copied = Arc::clone(response);
    let copy = move |_| {
        let whole = String::from_utf8_lossy(&copied.body.bytes()).into_owned();
        session.copy(session.secrets().known_masked(&whole).into_owned());
    };
    view! {
        <div class="stack">
            <div class="row">
                <span class="muted small grow">{session.t(if is_cut { "fault-excerpt-cut" } else { "fault-excerpt" })}</span>
                <button class="button quiet icon-only small" title=session.t("copy") aria-label=session.t("copy") on:click=copy>{icon(icon::COPY)}</button>
            </div>
            <pre class="fault-code mono body-text">{visible(&words).into_owned()}</pre>
        </div>
    }
    .into_any()
}

/// What was wrong with an answer, with the buttons that help.
fn fault_of(session: Session, response: &Arc<Response>) -> Option<AnyView> {
    let fault = response.fault.as_ref()?;
    let shown = response.address.clone().unwrap_or_default();
    let again = {
        let shown = shown.clone();
        move || {
            if let Prospect::Allowed(address) = untrack(|| session.prospect(&shown)) {
                session.look_at(address, true);
            }
        }
    };
    let asked = match session.prospect(&shown) {
        Prospect::Allowed(address) | Prospect::AskFirst(address) => {
            Some(super::session::Asked { address, origin: response.origin, replaces: None })
        }
        Prospect::Masked | Prospect::NoAddress => None,
    };
    let retry = again.clone();
    let handling = Handling {
        retry: Some(Callback::new(move |()| retry())),
        dismiss: None,
        raise: Some(Callback::new(move |limit| {
            session.settings.update_value(|settings| settings.max_bytes = settings.max_bytes.max(limit));
            again();
        })),
    };
    let loading = Loading { id: 0, title: response.title.clone(), stage: Stage::Reading, asked };
    Some(message_in_place(session, &loading, fault, handling))
}
