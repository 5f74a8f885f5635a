//! What is odd in a document: everything that the reader and the tables noticed, each with its place.

use super::session::Session;
use crate::session::Action;
use crate::shape::NoticeKind;
use crate::source::Source;
use leptos::prelude::*;
use std::sync::Arc;

/// How many oddities are listed.
const MOST_NOTICES: usize = 500;

/// Everything that the reader noticed, each with its place.
pub fn odd(session: Session, source: &Arc<Source>) -> AnyView {
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
