//! The Why tab: every reason of a verdict, its path, and for each hop the place that states it.

use super::item::{item_link, standing_badge};
use super::session::Session;
use crate::graph::NodeId;
use crate::session::Action;
use crate::source::Place;
use crate::verdict::Reason;
use leptos::prelude::*;

/// The proof of an item's verdict.
pub fn proof(session: Session, id: NodeId) -> impl IntoView {
    let verdict = session.explain(id);
    verdict.map(|verdict| {
        let drawn = verdict.reasons.iter().map(|reason| reason_view(session, id, reason)).collect_view();
        let coverage = verdict.proof.as_ref().map(|proof| {
            let (read, known) = (proof.coverage.read, proof.coverage.known);
            session.tr("coverage", &[("read", read.into()), ("known", known.into())])
        });
        view! {
            <div class="stack">
                <div class="row">{standing_badge(session, verdict.standing)}<span class="muted">{coverage}</span></div>
                <ol class="reasons">{drawn}</ol>
            </div>
        }
    })
}

fn reason_view(session: Session, of: NodeId, reason: &Reason) -> impl IntoView + use<> {
    let sentence = session.reason_sentence(of, reason);
    let path = (reason.path.len() > 1).then(|| {
        let hops = reason.path.iter().map(|id| view! { <li>{item_link(session, *id)}</li> }).collect_view();
        view! { <ol class="path">{hops}</ol> }
    });
    let places = reason.places.iter().map(|place| place_view(session, *place)).collect_view();
    view! {
        <li class="reason">
            <p>{sentence}</p>
            {path}
            <ul class="places">{places}</ul>
        </li>
    }
}

/// A place in a document, as a link into the raw view.
pub fn place_view(session: Session, place: Place) -> impl IntoView + use<> {
    session.source(place.source).map(|source| {
        let pointer = source.document.pointer(place.at);
        let (key, shown) = (place.source.0.to_string(), pointer.clone());
        view! {
            <li class="place">
                <button class="a-link mono" on:click=move |_| session.act(Action::RevealIn(key.clone(), pointer.clone()))>{shown}</button>
                <span class="faint clip">{source.title.clone()}</span>
            </li>
        }
    })
}
