//! A bundle as manifests speak of it: what it is, what names it, what recalls it, and each place.

use super::figure::label;
use super::icon::{self, icon};
use super::place::{place_link, pointer_link};
use super::session::Session;
use super::ways::bundle_link;
use crate::json::ValueId;
use crate::manifest::compare::status_text;
use crate::manifest::{Carrier, Id, Manifest, Named, Near, Recall, Status};
use crate::source::SourceId;
use crate::text::visible;
use leptos::prelude::*;
use std::sync::Arc;

/// How many places are listed before "show all".
const FIRST: usize = 8;

/// The manifests that are open, by the numbers that recalls use.
type Open = Vec<(SourceId, Arc<Manifest>)>;

/// What manifests say about a bundle.
pub fn named(session: Session, id: &str) -> AnyView {
    let manifests = session.manifests.get();
    let recalls = session.recalls.get();
    let carriers: Vec<Carrier> = recalls.carriers(id).cloned().collect();
    let entries = recalls.entries(id);
    let near = recalls.near(id);
    view! {
        {recalled_by(session, &manifests, &entries, id)}
        {(!near.is_empty()).then(|| look_alikes(session, &near))}
        {named_by(session, &manifests, carriers)}
    }
    .into_any()
}

/// The entries that recall it, each with its place, its status in words and its replacements.
fn recalled_by(session: Session, manifests: &Open, entries: &[(u32, u32)], id: &str) -> Option<AnyView> {
    let drawn: Vec<AnyView> = entries
        .iter()
        .take(FIRST)
        .filter_map(|(manifest, entry)| {
            let (source, manifest) = manifests.get(*manifest as usize)?;
            let recall = manifest.recalls.get(*entry as usize)?;
            Some(entry_of(session, *source, recall, id))
        })
        .collect();
    let count = entries.len();
    (!drawn.is_empty()).then(|| {
        view! {
            <section class="stack tight named">
                <h3 class="minor">{session.t("named-recalled-by")} " " <span class="count">{count}</span></h3>
                <ul class="named-list">{drawn}</ul>
            </section>
        }
        .into_any()
    })
}

fn entry_of(session: Session, source: SourceId, recall: &Recall, id: &str) -> AnyView {
    let own = recall.recalled.iter().find(|one| one.text == id).map_or(recall.at, |one| one.at);
    let status = status_text(&recall.status);
    let words = session.t(match (&recall.status, recall.replacements.is_empty()) {
        (Status::Ready, false) => "status-words-ready",
        (Status::Ready, true) => "status-words-ready-without-ids",
        (Status::Pending, true) => "status-words-pending",
        (Status::Pending, false) => "status-words-pending-with-ids",
        (Status::None, true) => "status-words-none",
        (Status::None, false) => "status-words-none-with-ids",
        (Status::Other(word), _) if word.is_empty() => "status-words-missing",
        (Status::Other(_), _) => "status-words-other",
    });
    let replacements = recall.replacements.iter().take(FIRST);
    let replacements = replacements.map(|one| replacement(session, source, one)).collect_view();
    let rest = recall.replacements.len().saturating_sub(FIRST);
    view! {
        <li class="named-entry">
            {(!status.is_empty()).then(|| view! { <div class="row wrap"><span class="muted small">{session.t("status-label")}</span><code class="badge outline">{visible(status).into_owned()}</code></div> })}
            <p>{words}</p>
            {pointer_link(session, source, own)}
            <ul class="named-replacements">{replacements}</ul>
            {(rest > 0).then(|| view! { <span class="count">{session.tr("and-more", &[("count", rest.into())])}</span> })}
        </li>
    }
    .into_any()
}

/// A replacement, called by what it holds, and the release that carries it.
fn replacement(session: Session, source: SourceId, id: &Id) -> AnyView {
    let place = label(session, &id.text).place;
    let words = if place.is_empty() { session.t("named-by-none") } else { place };
    view! {
        <li class="stack tight">
            <div class="row wrap">{icon(icon::OUT)}{bundle_link(session, &id.text)}</div>
            <span class="muted small break">{words}</span>
            {pointer_link(session, source, id.at)}
        </li>
    }
    .into_any()
}

fn look_alikes(session: Session, near: &[Near]) -> AnyView {
    let drawn = near.iter().take(FIRST).map(|near| {
        let word = near.recalled.then(|| view! { <span class="badge is-recalled">{icon(icon::WARNING)}{session.t("answer-recalled")}</span> });
        view! { <li class="row wrap">{bundle_link(session, &near.id)}{word}</li> }
    });
    view! {
        <section class="stack tight named is-pending">
            <h3 class="minor">{session.t("named-look-alikes")} " " <span class="count">{near.len()}</span></h3>
            <p class="note">{session.t("named-look-alikes-lead")}</p>
            <ul>{drawn.collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// Everything that would have it installed.
fn named_by(session: Session, manifests: &Open, carriers: Vec<Carrier>) -> AnyView {
    let manifests = manifests.clone();
    let count = carriers.len();
    let limit = RwSignal::new(FIRST);
    let lines = move || {
        let all: Vec<&Manifest> = manifests.iter().map(|(_, manifest)| &**manifest).collect();
        let drawn = carriers.iter().take(limit.get()).filter_map(|carrier| {
            let source = manifests.get(carrier.manifest as usize)?.0;
            Some(carrier_of(session, source, Named::of(&all, carrier)?, carrier.at))
        });
        drawn.collect_view()
    };
    view! {
        <section class="stack tight named">
            <h3 class="minor">{session.t("named-by")} " " <span class="count">{count}</span></h3>
            {(count == 0).then(|| view! { <p class="note">{session.t("named-by-none")}</p> })}
            <ul class="named-list">{lines}</ul>
            {move || (count > limit.get()).then(|| view! {
                <button class="a-link small" on:click=move |_| limit.set(usize::MAX)>{session.tr("show-all", &[("count", count.into())])}</button>
            })}
        </section>
    }
    .into_any()
}

fn carrier_of(session: Session, source: SourceId, named: Named<'_>, at: ValueId) -> AnyView {
    let contents = visible(&named.contents()).into_owned();
    let release = named.release.map(|release| place_link(session, source, release.at, &release.name()));
    let sku = named.sku.map(|sku| visible(&sku.name).into_owned());
    view! {
        <li class="named-entry">
            <div class="row wrap">
                {release}
                {sku.map(|sku| view! { <span class="badge outline">{sku}</span> })}
                <span class="break">{contents}</span>
            </div>
            {pointer_link(session, source, at)}
        </li>
    }
    .into_any()
}
