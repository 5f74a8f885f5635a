//! A place of a document as a link: to its item if one stands there, else to the raw view.

use super::icon::{self, icon};
use super::session::Session;
use crate::graph::NodeId;
use crate::json::ValueId;
use crate::session::Action;
use crate::source::{Place, SourceId};
use crate::text::visible;
use leptos::prelude::*;

/// Which item stands at a place.
pub fn item_at(session: Session, source: SourceId, at: ValueId) -> Option<NodeId> {
    session.nodes_by_place.with_untracked(|index| index.get(&Place { source, at }).copied())
}

/// Selects the item at a place, or shows the place in the raw view.
pub fn open(session: Session, source: SourceId, at: ValueId) {
    match item_at(session, source, at) {
        Some(id) => session.select(id),
        None => reveal(session, source, at),
    }
}

/// Shows a place in the raw view.
pub fn reveal(session: Session, source: SourceId, at: ValueId) {
    if let Some(found) = session.source(source) {
        session.act(Action::RevealIn(source.0.to_string(), found.document.pointer(at)));
    }
}

/// Words that open a place.
pub fn place_link(session: Session, source: SourceId, at: ValueId, words: &str) -> impl IntoView + use<> {
    view! { <button class="a-link" on:click=move |_| open(session, source, at)>{visible(words).into_owned()}</button> }
}

/// The JSON pointer of a place, which shows it in the raw view.
pub fn pointer_link(session: Session, source: SourceId, at: ValueId) -> impl IntoView + use<> {
    let pointer = session.source(source).map(|found| found.document.pointer(at)).unwrap_or_default();
    let shown = if pointer.is_empty() { "/".to_owned() } else { visible(&pointer).into_owned() };
    view! {
        <button class="a-link pointer" title=session.t("show-in-document") on:click=move |_| reveal(session, source, at)>
            {icon(icon::FILE)}<code class="break">{shown}</code>
        </button>
    }
}
