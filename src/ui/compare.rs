//! Two manifests, or two releases, side by side.

use super::changes::{changes, tone};
use super::icon::{self, icon};
use super::late::{late, when_there};
use super::manifest::title_of;
use super::matrix::mark;
use super::session::Session;
use super::states::nothing_of_kind;
use super::take::take;
use crate::browser::address;
use crate::browser::pace::pace;
use crate::export::Table;
use crate::json::ValueId;
use crate::manifest::compare::{Comparison, Order, boms, compared, timeline_paced};
use crate::manifest::route::{Stop, stops};
use crate::manifest::{Manifest, Release, Shift};
use crate::order;
use crate::session::Action;
use crate::source::{Origin, SourceId};
use crate::text::visible;
use crate::ui::erased::memo;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many releases are offered to choose from; the search brings others into the list.
const MOST_OFFERED: usize = 200;

/// One side of a comparison.
#[derive(Clone, Debug)]
enum Side {
    Manifest(SourceId, Arc<Manifest>),
    Release(SourceId, Arc<Manifest>, Stop),
}

impl Side {
    fn release(&self) -> Option<(SourceId, &Release)> {
        match self {
            Self::Manifest(..) => None,
            Self::Release(source, manifest, stop) => {
                Some((*source, manifest.releases.get(stop.release as usize)?))
            }
        }
    }
}

impl PartialEq for Side {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Manifest(a, one), Self::Manifest(b, other)) => a == b && Arc::ptr_eq(one, other),
            (Self::Release(a, one, at), Self::Release(b, other, to)) => {
                a == b && at == to && Arc::ptr_eq(one, other)
            }
            _ => false,
        }
    }
}

/// The view.
pub fn compare(session: Session) -> impl IntoView {
    let sides = memo(move |_| {
        let (a, b) = session.state.with(|state| (state.a.clone(), state.b.clone()));
        sides(session, &a, &b)
    });
    view! {
        <div class="page compare">
            <h2 class="visually-hidden">{session.t("view-compare")}</h2>
            {move || session.manifests.with(|manifests| manifests.is_empty()).then(|| nothing_of_kind(session, "manifest"))}
            {move || (!session.manifests.with(|manifests| manifests.is_empty())).then(|| pickers(session, &sides.get()))}
            {move || vain(session, &sides.get())}
            {history(session)}
            {move || match sides.get() {
                (Some(Side::Manifest(a, one)), Some(Side::Manifest(b, other))) if a != b => {
                    of_manifests(session, (a, one), (b, other))
                }
                (Some(one @ Side::Release(..)), Some(other @ Side::Release(..))) => of_releases(session, &one, &other).into_any(),
                (Some(Side::Manifest(a, _)), Some(Side::Manifest(b, _))) if a == b => only_one(session, a).into_any(),
                (Some(Side::Manifest(a, _)), None) => only_one(session, a).into_any(),
                (Some(_), Some(_)) => view! { <p class="banner is-unknown">{icon(icon::INFO)}{session.t("compare-mixed")}</p> }.into_any(),
                _ => ().into_any(),
            }}
        </div>
    }
}

/// What changed from one manifest to another, once it is worked out.
fn of_manifests(
    session: Session,
    (a, one): (SourceId, Arc<Manifest>),
    (b, other): (SourceId, Arc<Manifest>),
) -> AnyView {
    let sides = (Arc::clone(&one), Arc::clone(&other));
    let comparison = late(move || {
        let (one, other) = sides.clone();
        Box::pin(async move { compared(&one, &other, pace()).await })
    });
    when_there(session, comparison, move |comparison| {
        changes(session, comparison, (a, &one), (b, &other)).into_any()
    })
}

/// What the address names; where it names nothing, the two newest manifests.
fn sides(session: Session, a: &str, b: &str) -> (Option<Side>, Option<Side>) {
    let manifests = session.manifests.get();
    let all: Vec<&Manifest> = manifests.iter().map(|(_, manifest)| &**manifest).collect();
    let named = |word: &str| {
        if let Some(name) = word.strip_prefix("vcf/") {
            let stop = stops(&all)
                .into_iter()
                .find(|stop| stop.of(&all).is_some_and(|release| release.name() == name))?;
            let (source, manifest) = manifests.get(stop.manifest as usize)?;
            return Some(Side::Release(*source, Arc::clone(manifest), stop));
        }
        let (source, manifest) = manifests.iter().find(|(source, _)| source.0.to_string() == word)?;
        Some(Side::Manifest(*source, Arc::clone(manifest)))
    };
    let mut newest: Vec<_> = manifests.iter().collect();
    order::sort_by_key(&mut newest, |(source, manifest)| (manifest.sequence, *source));
    let back = |steps: usize| {
        let (source, manifest) = newest.len().checked_sub(steps).and_then(|at| newest.get(at))?;
        Some(Side::Manifest(*source, Arc::clone(manifest)))
    };
    let one = named(a).or_else(|| back(2)).or_else(|| back(1));
    (one, named(b).or_else(|| back(1).filter(|_| newest.len() > 1)))
}

/// What the address names and nothing that is loaded is called.
fn vain(session: Session, (one, other): &(Option<Side>, Option<Side>)) -> Vec<AnyView> {
    let (a, b) = session.state.with(|state| (state.a.clone(), state.b.clone()));
    let names = [(a, one, Action::A as fn(String) -> Action), (b, other, Action::B)];
    let vain = names.into_iter().filter(|(name, side, _)| !name.is_empty() && word(side.as_ref()) != *name);
    vain.map(|(name, side, action)| {
        let shown = visible(name.strip_prefix("vcf/").unwrap_or(&name)).into_owned();
        let id = if side.is_some() { "astray-side" } else { "why-unknown" };
        let words = session.tr(id, &[("name", shown.into())]);
        super::astray::note(session, words, move || session.act(action(String::new())))
    })
    .collect()
}

/// The two manifests of the comparison, if it is one of manifests.
pub fn two_manifests(session: Session) -> Option<[(SourceId, Arc<Manifest>); 2]> {
    let (a, b) = session.state.with(|state| (state.a.clone(), state.b.clone()));
    match sides(session, &a, &b) {
        (Some(Side::Manifest(a, one)), Some(Side::Manifest(b, other))) if a != b => {
            Some([(a, one), (b, other)])
        }
        _ => None,
    }
}

fn word(side: Option<&Side>) -> String {
    match side {
        None => String::new(),
        Some(Side::Manifest(source, _)) => source.0.to_string(),
        Some(Side::Release(..)) => side
            .and_then(Side::release)
            .map(|(_, release)| format!("vcf/{}", release.name()))
            .unwrap_or_default(),
    }
}

fn pickers(session: Session, (one, other): &(Option<Side>, Option<Side>)) -> impl IntoView + use<> {
    let (a, b) = (word(one.as_ref()), word(other.as_ref()));
    let (back, forth) = (a.clone(), b.clone());
    view! {
        <div class="compare-sides">
            <label class="stack tight"><span class="muted small">{session.t("compare-before")}</span>
                <select class="field" on:change=move |event| session.act(Action::A(event_target_value(&event)))>{choices(session, &a)}</select>
            </label>
            <button class="button icon-only" title=session.t("swap-sides") aria-label=session.t("swap-sides")
                on:click=move |_| { session.act(Action::A(forth.clone())); session.act(Action::B(back.clone())); }>{icon(icon::SWAP)}</button>
            <label class="stack tight"><span class="muted small">{session.t("compare-after")}</span>
                <select class="field" on:change=move |event| session.act(Action::B(event_target_value(&event)))>{choices(session, &b)}</select>
            </label>
        </div>
    }
}

fn choices(session: Session, current: &str) -> impl IntoView + use<> {
    let manifests = session.manifests.get_untracked();
    let all: Vec<&Manifest> = manifests.iter().map(|(_, manifest)| &**manifest).collect();
    let option = |value: String, words: String| {
        let is_current = value == current;
        view! { <option value=value selected=is_current>{words}</option> }
    };
    let documents = manifests
        .iter()
        .map(|(source, manifest)| option(source.0.to_string(), title_of(session, *source, manifest)))
        .collect_view();
    let names = stops(&all).into_iter().rev().filter_map(|stop| stop.of(&all).map(Release::name));
    // What was searched for comes into the list however many releases there are.
    let find = session.state.with_untracked(|state| state.find.to_lowercase());
    let is_wanted = |name: &String| find.is_empty() || name.to_lowercase().contains(&find);
    let (wanted, others): (Vec<String>, Vec<String>) = names.partition(is_wanted);
    let beyond = (wanted.len() + others.len()).saturating_sub(MOST_OFFERED);
    let mut offered: Vec<String> = wanted.into_iter().chain(others).take(MOST_OFFERED).collect();
    if let Some(name) = current.strip_prefix("vcf/").filter(|name| offered.iter().all(|other| other != name))
    {
        offered.push(name.to_owned());
    }
    let releases = offered.iter().map(|name| option(format!("vcf/{name}"), visible(name).into_owned()));
    let releases = releases.collect_view();
    let more = (beyond > 0).then(
        || view! { <option disabled=true>{session.tr("preset-more", &[("count", beyond.into())])}</option> },
    );
    view! {
        {current.is_empty().then(|| view! { <option value="" selected=true>{session.t("choose")}</option> })}
        <optgroup label=session.t("manifests")>{documents}</optgroup>
        <optgroup label=session.t("releases")>{releases}{more}</optgroup>
    }
}

/// Nothing to compare a manifest with: the way to a second one.
fn only_one(session: Session, source: SourceId) -> impl IntoView + use<> {
    let is_sample = session.source(source).is_some_and(|source| source.origin == Origin::Sample);
    let has_both = session.manifests.with_untracked(|manifests| manifests.len() > 1);
    let other = if session.source(source).is_some_and(|source| source.title.contains("newer")) {
        "sample/manifest.json"
    } else {
        "sample/manifest-newer.json"
    };
    let open_sample = move |_| {
        let found = address::parse(other, address::page_href().as_deref());
        session.load_addresses(found.into_iter().collect(), Origin::Sample);
    };
    view! {
        <div class="empty">
            {icon(icon::FILE)}
            <h2>{session.t(if has_both { "compare-same" } else { "compare-one" })}</h2>
            <p>{session.t("compare-one-lead")}</p>
            <div class="row wrap">
                {(is_sample && !has_both).then(|| view! { <button class="button primary" on:click=open_sample>{session.t("open-other-sample")}</button> })}
                <button class="button" on:click=move |_| session.act(Action::Open(crate::session::View::Sources))>{session.t("go-open")}</button>
            </div>
        </div>
    }
}

fn of_releases(session: Session, one: &Side, other: &Side) -> impl IntoView + use<> {
    let (Some((a, was)), Some((b, is))) = (one.release(), other.release()) else { return ().into_any() };
    let lines = boms(&was.bom, &is.bom);
    let mut counts: BTreeMap<Shift, usize> = BTreeMap::new();
    let head = [session.t("component"), was.name(), is.name(), session.t("change")];
    let mut table = Table::new(format!("{} → {}", was.name(), is.name()), head);
    let mut rows = Vec::new();
    for line in &lines {
        *counts.entry(line.shift).or_default() += 1;
        let name = line.component().map(|component| component.name.clone()).unwrap_or_default();
        let public_name = line.component().map(|component| component.public_name.clone()).unwrap_or_default();
        let side = |component: Option<&crate::manifest::Component>| {
            component.map(|component| component.version.clone()).unwrap_or_default()
        };
        let (before, after) = (side(line.before), side(line.after));
        let word = session.t(&format!("shift-{}", line.shift.word()));
        table.push([name.to_string(), before.to_string(), after.to_string(), word.clone()]);
        let place = |source: SourceId, at: Option<ValueId>| {
            at.map(|at| super::place::pointer_link(session, source, at))
        };
        rows.push(view! {
            <tr class=format!("is-{}", line.shift.word())>
                <th scope="row"><span>{visible(&public_name).into_owned()}</span> " " <code class="faint">{visible(&name).into_owned()}</code></th>
                <td><code>{visible(&before).into_owned()}</code></td>
                <td><code>{visible(&after).into_owned()}</code></td>
                <td><span class=format!("shift is-{}", line.shift.word())>{mark(line.shift)} " " {word}</span></td>
                <td class="row">{place(a, line.before.map(|it| it.at)).filter(|_| line.after.is_none())}{place(b, line.after.map(|it| it.at))}</td>
            </tr>
        });
    }
    let chips = counts
        .iter()
        .map(|(shift, count)| view! { <li class=format!("badge shift is-{}", shift.word())>{mark(*shift)} " " {*count} " " {session.t(&format!("shift-{}", shift.word()))}</li> })
        .collect_view();
    let kept = StoredValue::new(table);
    view! {
        <div class="row wrap compare-summary">
            <ul class="row wrap grow" aria-label=session.t("summary")>{chips}</ul>
            {take(session, "bom-changes", move || kept.get_value())}
        </div>
        <div class="scroll-x card">
            <table class="plain">
                <thead><tr><th>{session.t("component")}</th><th>{visible(&was.name()).into_owned()}</th><th>{visible(&is.name()).into_owned()}</th><th>{session.t("change")}</th><th>{session.t("place")}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// One step of the history: the places of two manifests, and what changed from one to the other.
type Step = (usize, usize, Comparison);

/// With three manifests or more: what changed when.
fn history(session: Session) -> AnyView {
    let steps = late(move || {
        let manifests = session.manifests.get();
        Box::pin(async move {
            let all: Vec<&Manifest> = manifests.iter().map(|(_, manifest)| &**manifest).collect();
            if all.len() < 3 { Vec::new() } else { timeline_paced(&all, pace()).await }
        })
    });
    let is_long = memo(move |_| session.manifests.with(|manifests| manifests.len() > 2));
    let list = when_there(session, steps, move |steps| draw_history(session, &steps));
    let list = StoredValue::new_local(Some(list));
    (move || {
        is_long.get().then(|| view! {
            <section class="stack history"><h3>{session.t("what-changed-when")}</h3>{list.try_update_value(Option::take).flatten()}</section>
        })
    })
    .into_any()
}

fn draw_history(session: Session, steps: &[Step]) -> AnyView {
    let manifests = session.manifests.get_untracked();
    let drawn = steps.iter().filter_map(|(a, b, comparison)| {
        let ((from, one), (to, other)) = (manifests.get(*a)?, manifests.get(*b)?);
        Some(draw_step(session, (*from, one), (*to, other), comparison))
    });
    view! { <ol class="card lines">{drawn.collect_view()}</ol> }.into_any()
}

fn draw_step(
    session: Session,
    (from, one): (SourceId, &Manifest),
    (to, other): (SourceId, &Manifest),
    comparison: &Comparison,
) -> AnyView {
    let counts = comparison.counts();
    let chips = counts.iter().map(|(group, count)| {
        let words = session.tr(&format!("count-{}", group.word()), &[("count", (*count).into())]);
        view! { <li class=format!("badge {}", tone(*group))>{words}</li> }
    });
    let chips = chips.collect_view();
    let is_equal = comparison.order == Order::Equal;
    let note = match (is_equal, counts.is_empty()) {
        (true, _) => Some("compare-equal"),
        (false, true) => Some("compare-nothing"),
        (false, false) => None,
    };
    let is_shown = session.slice(move |state| state.a == from.0.to_string() && state.b == to.0.to_string());
    let date = other.published.as_ref().map(|date| super::time::day(session, date).into_any());
    let title = format!("{} → {}", title_of(session, from, one), title_of(session, to, other));
    let open = move |_| {
        session.act(Action::A(from.0.to_string()));
        session.act(Action::B(to.0.to_string()));
    };
    view! {
        <li class="lines-row" class:row-selected=move || is_shown.get()>
            <span class="count nowrap">{date}</span>
            <div class="stack tight grow">
                <button class="a-link break" aria-current=move || is_shown.get().then_some("true") on:click=open>{title}</button>
                <ul class="row wrap">{chips}</ul>
                {note.map(|id| view! { <span class="count">{session.t(id)}</span> })}
            </div>
        </li>
    }
    .into_any()
}
