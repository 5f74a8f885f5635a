//! The view of a manifest: its matrix, its releases in time, what is odd about it, and its other lists.

use super::drift::drift;
use super::link::link;
use super::matrix::matrix;
use super::outside::outside;
use super::session::Session;
use super::states::nothing_of_kind;
use super::timeline::timeline;
use crate::manifest::Manifest;
use crate::session::Action;
use crate::source::SourceId;
use crate::text::visible;
use leptos::prelude::*;
use std::sync::Arc;

/// A manifest with the document it stands in.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The document.
    pub source: SourceId,
    /// What was read of it.
    pub manifest: Arc<Manifest>,
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source && Arc::ptr_eq(&self.manifest, &other.manifest)
    }
}

/// The parts of the view: word in the address.
const PARTS: [&str; 4] = ["matrix", "timeline", "drift", "outside"];

/// The view of one manifest of those that are open.
pub fn manifest(session: Session) -> impl IntoView {
    let shown = shown(session);
    let part = session.slice(|state| PARTS.into_iter().find(|part| *part == state.part).unwrap_or(PARTS[0]));
    view! {
        <div class="manifest">
            {move || match shown.get() {
                None => nothing_of_kind(session, "manifest").into_any(),
                Some(shown) => view! {
                    {head(session, &shown)}
                    <div class="tabs" role="tablist" aria-label=session.t("view-manifest")>
                        {PARTS.into_iter().map(|one| view! {
                            <button role="tab" aria-selected=move || (part.get() == one).to_string()
                                on:click=move |_| session.act(Action::Part(if one == PARTS[0] { String::new() } else { one.to_owned() }))>
                                {session.t(&format!("manifest-{one}"))}
                            </button>
                        }).collect_view()}
                    </div>
                    {move || match part.get() {
                        "timeline" => timeline(session, &shown).into_any(),
                        "drift" => drift(session, &shown).into_any(),
                        "outside" => outside(session, &shown).into_any(),
                        _ => matrix(session, shown.clone()).into_any(),
                    }}
                }.into_any(),
            }}
        </div>
    }
}

/// The manifest that is chosen, or else the newest.
fn shown(session: Session) -> Memo<Option<Shown>> {
    let chosen = session.slice(|state| state.a.clone());
    Memo::new(move |_| {
        let manifests = session.manifests.get();
        let chosen = manifests.iter().find(|(source, _)| source.0.to_string() == chosen.get());
        let newest = || manifests.iter().max_by_key(|(source, manifest)| (manifest.sequence, *source));
        let (source, manifest) = chosen.or_else(newest)?;
        Some(Shown { source: *source, manifest: Arc::clone(manifest) })
    })
}

/// What a manifest is called where one is chosen: its document and number.
pub fn title_of(session: Session, source: SourceId, manifest: &Manifest) -> String {
    let title = session.source(source).map(|source| visible(&source.title).into_owned()).unwrap_or_default();
    match manifest.sequence {
        Some(number) => format!("{title} · #{number}"),
        None => title,
    }
}

fn head(session: Session, shown: &Shown) -> impl IntoView + use<> {
    let manifests = session.manifests.get_untracked();
    let manifest = &shown.manifest;
    let current = shown.source;
    let picker = (manifests.len() > 1).then(|| {
        let options = manifests
            .iter()
            .map(|(source, manifest)| {
                let is_current = *source == current;
                view! { <option value=source.0.to_string() selected=is_current>{title_of(session, *source, manifest)}</option> }
            })
            .collect_view();
        view! {
            <select class="field" aria-label=session.t("choose-manifest")
                on:change=move |event| session.act(Action::A(event_target_value(&event)))>{options}</select>
        }
    });
    let source = session.source(current);
    let address = source.as_ref().and_then(|source| source.address.clone());
    let title = title_of(session, current, manifest);
    let date =
        |stamp: Option<&crate::stamp::Stamp>| stamp.map(|stamp| super::time::day(session, stamp).into_any());
    view! {
        <header class="manifest-head row wrap">
            {match picker { Some(picker) => view! { <h2 class="visually-hidden">{title.clone()}</h2> {picker} }.into_any(), None => view! { <h2 class="clip">{title}</h2> }.into_any() }}
            <span class="count">{session.tr("releases-count", &[("count", manifest.releases.len().into())])}</span>
            <span class="count">{session.tr("recalls-count", &[("count", manifest.recalls.len().into())])}</span>
            {date(manifest.published.as_ref()).map(|date| view! { <span class="count">{session.t("published")} " " {date}</span> })}
            {address.map(|address| view! { <span class="count clip">{link(session, &address, None)}</span> })}
        </header>
    }
}
