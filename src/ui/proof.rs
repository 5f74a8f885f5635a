//! The Why tab: every reason of a verdict, its path, and for each hop the place that states it.

use super::item::{item_link, standing_badge};
use super::session::Session;
use crate::graph::NodeId;
use crate::session::Action;
use crate::session::sentence::label;
use crate::source::Place;
use crate::text::visible;
use crate::verdict::Reason;
use leptos::prelude::*;

/// How many places are listed.
const FIRST_PLACES: usize = 24;
/// How many hops are drawn at either end of a long path.
const HOPS: usize = 6;

/// The proof of an item's verdict.
pub fn proof(session: Session, id: NodeId) -> impl IntoView {
    let verdict = session.explain(id);
    verdict.map(|verdict| {
        let drawn = verdict.reasons.iter().map(|reason| reason_view(session, id, reason)).collect_view();
        let coverage = verdict.proof.as_ref().map(|proof| {
            let (read, known) = (proof.coverage.read, proof.coverage.known);
            session.tr(proof.coverage.text_id(), &[("read", read.into()), ("known", known.into())])
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
    let path = (reason.path.len() > 1).then(|| path(session, &reason.path));
    let unseen = reason.places.len().saturating_sub(FIRST_PLACES);
    let is_named = reason.places.len() > reason.path.len() + 1;
    let places = reason.places.iter().take(FIRST_PLACES);
    let places = places.map(|place| stated_view(session, *place, is_named)).collect_view();
    view! {
        <li class="reason">
            <p>{sentence}</p>
            {path}
            <ul class="places">{places}</ul>
            {(unseen > 0).then(|| view! { <p class="count">{session.tr("and-more", &[("count", unseen.into())])}</p> })}
        </li>
    }
}

/// The hops of a path; of a long one its beginning and its end.
fn path(session: Session, hops: &[NodeId]) -> AnyView {
    let link = |id: &NodeId| view! { <li>{item_link(session, *id)}</li> };
    let folded = hops.len().saturating_sub(2 * HOPS);
    if folded <= 1 {
        return view! { <ol class="path">{hops.iter().map(link).collect_view()}</ol> }.into_any();
    }
    let (first, last) = (&hops[..HOPS], &hops[hops.len() - HOPS..]);
    view! {
        <ol class="path">
            {first.iter().map(link).collect_view()}
            <li class="count">{session.tr("figure-between", &[("count", folded.into())])}</li>
            {last.iter().map(link).collect_view()}
        </ol>
    }
    .into_any()
}

/// A place that states a reason; with the item that it speaks of, where there are more places than hops.
fn stated_view(session: Session, place: Place, is_named: bool) -> AnyView {
    let item = item_at(session, place).filter(|_| is_named);
    let name = item.and_then(|item| session.graph.with(|graph| graph.node(item).map(label)));
    place_line(session, place, name).into_any()
}

/// The first item that is described at a place or within it.
fn item_at(session: Session, place: Place) -> Option<NodeId> {
    let end = session.source(place.source)?.document.value(place.at).end();
    let end = Place { at: end, ..place };
    session.nodes_by_place.with(|places| places.range(place..end).next().map(|(_, item)| *item))
}

/// A place in a document, as a link into the raw view.
pub fn place_view(session: Session, place: Place) -> impl IntoView + use<> {
    place_line(session, place, None)
}

fn place_line(session: Session, place: Place, name: Option<String>) -> impl IntoView + use<> {
    session.source(place.source).map(|source| {
        let pointer = source.document.pointer(place.at);
        let (key, shown) = (place.source.0.to_string(), pointer.clone());
        view! {
            <li class="place">
                {name.map(|name| view! { <span class="clip place-item">{visible(&name).into_owned()}</span> })}
                <button class="a-link mono" on:click=move |_| session.act(Action::RevealIn(key.clone(), pointer.clone()))>{shown}</button>
                <span class="faint clip">{source.title.clone()}</span>
            </li>
        }
    })
}
