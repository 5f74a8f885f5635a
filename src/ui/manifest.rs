//! The view of a manifest: its matrix, its releases in time, what is odd about it, and its other lists.

use super::compare::two_manifests;
use super::drift::drift;
use super::icon::{self, icon};
use super::late::{Late, late, when_there};
use super::link::link;
use super::matrix::{Drawn, matrix};
use super::outside::outside;
use super::session::Session;
use super::states::nothing_of_kind;
use super::timeline::timeline;
use crate::manifest::{Manifest, gone};
use crate::session::{Action, View};
use crate::source::SourceId;
use crate::text::visible;
use crate::ui::erased::memo;
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
const PARTS: [&str; 5] = ["matrix", "changes", "timeline", "drift", "outside"];

/// The view of one manifest of those that are open.
pub fn manifest(session: Session) -> impl IntoView {
    let shown = shown(session);
    let part = session.slice(|state| {
        let part = state.part.split('/').next();
        PARTS.into_iter().find(|one| Some(*one) == part).unwrap_or(PARTS[0])
    });
    view! {
        <div class="manifest">
            {move || match shown.get() {
                None => nothing_of_kind(session, "manifest").into_any(),
                Some(shown) => { let kept = shown.clone(); view! {
                    {move || (part.get() != "changes").then(|| head(session, &kept))}
                    <div class="tabs" role="tablist" aria-label=session.t("view-manifest")>
                        {PARTS.into_iter().filter(|one| *one != "changes" || session.manifests.with(|all| all.len() > 1)).map(|one| view! {
                            <button role="tab" aria-selected=move || (part.get() == one).to_string()
                                on:click=move |_| session.act(Action::Part(if one == PARTS[0] { String::new() } else { one.to_owned() }))>
                                {session.t(&format!("manifest-{one}"))}
                            </button>
                        }).collect_view()}
                    </div>
                    {move || match part.get() {
                        "changes" => changes_of(session),
                        "timeline" => timeline(session, &shown).into_any(),
                        "drift" => drift(session, &shown).into_any(),
                        "outside" => outside(session, &shown).into_any(),
                        _ => matrix_of(session, shown.clone()),
                    }}
                }.into_any() },
            }}
        </div>
    }
}

/// The manifest that is chosen, or else the newest.
fn shown(session: Session) -> Memo<Option<Shown>> {
    let chosen = session.slice(|state| state.a.clone());
    memo(move |_| {
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

/// The matrix of the newer manifest against the older one, as both are chosen in the comparison.
fn changes_of(session: Session) -> AnyView {
    let Some([(a, before), (b, after)]) = two_manifests(session) else {
        return view! {
            <div class="empty">
                {icon(icon::INFO)}<h2>{session.t("changes-none")}</h2><p>{session.t("changes-none-lead")}</p>
                <button class="button" on:click=move |_| session.act(Action::Open(View::Compare))>{session.t("view-compare")}</button>
            </div>
        }
        .into_any();
    };
    let gone: Vec<String> = gone(&before, &after).into_iter().map(crate::manifest::Release::name).collect();
    let title = format!("{} → {}", title_of(session, a, &before), title_of(session, b, &after));
    let gone = (!gone.is_empty()).then(|| {
        let names = gone.iter().take(12).cloned().collect::<Vec<_>>().join(", ");
        session.tr("changes-gone", &[("count", gone.len().into()), ("names", names.into())])
    });
    let shown = Shown { source: b, manifest: after };
    view! {
        <header class="manifest-head row wrap">
            <h2 class="break">{title}</h2>
            {gone.map(|words| view! { <span class="count break">{words}</span> })}
            <button class="a-link small" on:click=move |_| session.act(Action::Open(View::Compare))>{session.t("changes-list")}</button>
        </header>
        {drawn(session, late(move || Drawn::of_changes(session, Arc::clone(&before), shown.clone())))}
    }
    .into_any()
}

fn matrix_of(session: Session, shown: Shown) -> AnyView {
    drawn(session, late(move || Drawn::of_manifest(session, shown.clone())))
}

fn drawn(session: Session, made: Late<Drawn>) -> AnyView {
    when_there(session, made, move |drawn| matrix(session, (*drawn).clone()).into_any())
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
