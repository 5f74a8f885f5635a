//! The inspector: a document as it is, its fields, links, what is odd in it, and the raw text.

use super::fields::fields;
use super::icon::{self, icon};
use super::links::resource_view;
use super::raw::raw;
use super::session::Session;
use super::sources::kind_id;
use crate::hal::link::read;
use crate::json::ValueId;
use crate::session::{Action, Tab};
use crate::shape::NoticeKind;
use crate::source::{Source, SourceId, shape};
use crate::text::visible;
use leptos::prelude::*;
use std::sync::Arc;

/// How many oddities are listed.
const MOST_NOTICES: usize = 500;

/// The inspector.
pub fn inspect(session: Session) -> impl IntoView {
    let href = session.slice(|state| state.href.clone());
    let pointer = session.slice(|state| state.pointer.clone());
    let tab = session.slice(|state| state.sheet);
    let chosen = Memo::new(move |_| {
        let id = href.get().parse().ok().map(SourceId);
        session.sources.with(|all| {
            let found = all.iter().find(|source| Some(source.id) == id).or_else(|| all.first());
            found.map(|source| source.id)
        })
    });
    view! {
        <div class="inspect">
            <nav class="documents" aria-label=session.t("loaded")>
                {move || session.sources.get().iter().map(|source| document_tab(session, source, chosen)).collect_view()}
            </nav>
            {move || chosen.get().and_then(|id| session.source(id)).map(|source| {
                let is_raw = tab.get() == Tab::Raw;
                view! {
                    {tabs(session, is_raw)}
                    {if is_raw {
                        let place = pointer.get();
                        let marked = (!place.is_empty()).then(|| source.document.resolve(&place)).flatten();
                        raw(session, &source.document, ValueId(0), marked.map(crate::json::Value::id)).into_any()
                    } else {
                        sheet(session, &source, tab.get()).into_any()
                    }}
                }
            })}
        </div>
    }
}

fn document_tab(
    session: Session,
    source: &Arc<Source>,
    chosen: Memo<Option<SourceId>>,
) -> impl IntoView + use<> {
    let id = source.id;
    let title = visible(&source.title).into_owned();
    view! {
        <button class="document-tab" aria-current=move || (chosen.get() == Some(id)).then_some("true")
            on:click=move |_| session.act(Action::Inspect(id.0.to_string()))>
            {icon(icon::FILE)}
            <span class="clip">{title}</span>
            <span class="faint small nowrap">{session.t(kind_id(source.kind))}</span>
        </button>
    }
}

fn tabs(session: Session, is_raw: bool) -> impl IntoView {
    let tab = session.slice(|state| state.sheet);
    let one = move |this: Tab, id: &'static str| {
        let is_on = move || if this == Tab::Raw { is_raw } else { !is_raw && tab.get() == this };
        view! {
            <button role="tab" aria-selected=move || is_on().to_string() on:click=move |_| session.act(Action::OpenSheet(this))>
                {session.t(id)}
            </button>
        }
    };
    view! {
        <div class="tabs" role="tablist">
            {one(Tab::Summary, "inspect-fields")}{one(Tab::Why, "inspect-odd")}{one(Tab::Links, "tab-links")}{one(Tab::Raw, "tab-raw")}
        </div>
    }
}

fn sheet(session: Session, source: &Arc<Source>, tab: Tab) -> impl IntoView + use<> {
    let body = match tab {
        Tab::Links => {
            let resource = read(source.document.root());
            if resource.relations.is_empty() && resource.embedded.is_empty() {
                view! { <p class="muted">{session.t("no-links")}</p> }.into_any()
            } else {
                resource_view(session, source, &resource).into_any()
            }
        }
        Tab::Why => odd(session, source).into_any(),
        _ => fields(session, source, ValueId(0), shape(&source.document, source.kind)).into_any(),
    };
    view! { <div class="inspect-body" role="tabpanel" tabindex="0">{body}</div> }
}

/// Everything that the reader noticed, each with its place.
fn odd(session: Session, source: &Arc<Source>) -> impl IntoView + use<> {
    let shapes = source.report.notices().iter().map(|notice| (notice.at, notice_text(session, notice.kind)));
    let texts = source
        .document
        .notices()
        .iter()
        .map(|notice| (notice.at, session.t(&format!("json-{:?}", notice.kind).to_lowercase())));
    let all: Vec<_> = texts.chain(shapes).take(MOST_NOTICES).collect();
    if all.is_empty() {
        return view! { <p class="muted">{session.t("nothing-odd")}</p> }.into_any();
    }
    let id = source.id.0.to_string();
    let rows = all
        .into_iter()
        .map(|(at, words)| {
            let (pointer, id) = (source.document.pointer(at), id.clone());
            let shown = if pointer.is_empty() { "/".to_owned() } else { pointer.clone() };
            view! {
                <li class="place">
                    <button class="a-link mono" on:click=move |_| session.act(Action::RevealIn(id.clone(), pointer.clone()))>{shown}</button>
                    <span>{words}</span>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="stack">{rows}</ul> }.into_any()
}

fn notice_text(session: Session, kind: NoticeKind) -> String {
    let word = |what: &dyn std::fmt::Debug| session.t(&format!("value-{what:?}").to_lowercase());
    match kind {
        NoticeKind::WrongType { expected, found } => session
            .tr("notice-wrong-type", &[("expected", word(&expected).into()), ("found", word(&found).into())]),
        NoticeKind::UnknownMember => session.t("notice-unknown-member"),
        NoticeKind::UnknownWord => session.t("notice-unknown-word"),
        NoticeKind::MissingRequired(name) => session.tr("notice-missing", &[("name", name.into())]),
        NoticeKind::ObjectForList => session.t("notice-object-for-list"),
        NoticeKind::JunkInList { expected, found } => {
            session.tr("notice-junk", &[("expected", word(&expected).into()), ("found", word(&found).into())])
        }
        NoticeKind::Placeholder => session.t("notice-placeholder"),
    }
}
