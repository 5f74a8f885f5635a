//! Two manifests, or two releases, side by side.

use super::icon::{self, icon};
use super::manifest::title_of;
use super::matrix::mark;
use super::place::place_link;
use super::session::Session;
use super::states::nothing_of_kind;
use super::take::take;
use crate::browser::address;
use crate::export::Table;
use crate::json::ValueId;
use crate::manifest::compare::{
    Change, Comparison, Group, Order, What, boms, compare as between, order, timeline,
};
use crate::manifest::route::{Stop, stops};
use crate::manifest::{Manifest, Release, Shift};
use crate::session::Action;
use crate::source::{Origin, SourceId};
use crate::text::visible;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many changes of a group are listed before "show more".
const FIRST: usize = 40;

/// How many names of one change are shown.
const NAMED: usize = 12;

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
    let sides = Memo::new(move |_| {
        let (a, b) = session.state.with(|state| (state.a.clone(), state.b.clone()));
        sides(session, &a, &b)
    });
    view! {
        <div class="page compare">
            <h2 class="visually-hidden">{session.t("view-compare")}</h2>
            {move || session.manifests.with(|manifests| manifests.is_empty()).then(|| nothing_of_kind(session, "manifest"))}
            {move || (!session.manifests.with(|manifests| manifests.is_empty())).then(|| pickers(session, &sides.get()))}
            {move || match sides.get() {
                (Some(Side::Manifest(a, one)), Some(Side::Manifest(b, other))) if a != b => {
                    of_manifests(session, (a, &one), (b, &other)).into_any()
                }
                (Some(one @ Side::Release(..)), Some(other @ Side::Release(..))) => of_releases(session, &one, &other).into_any(),
                (Some(Side::Manifest(a, _)), Some(Side::Manifest(b, _))) if a == b => only_one(session, a).into_any(),
                (Some(Side::Manifest(a, _)), None) => only_one(session, a).into_any(),
                (Some(_), Some(_)) => view! { <p class="banner is-unknown">{icon(icon::INFO)}{session.t("compare-mixed")}</p> }.into_any(),
                _ => ().into_any(),
            }}
            {move || history(session)}
        </div>
    }
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
    newest.sort_by_key(|(source, manifest)| (manifest.sequence, *source));
    let back = |steps: usize| {
        let (source, manifest) = newest.len().checked_sub(steps).and_then(|at| newest.get(at))?;
        Some(Side::Manifest(*source, Arc::clone(manifest)))
    };
    let one = named(a).or_else(|| back(2)).or_else(|| back(1));
    (one, named(b).or_else(|| back(1).filter(|_| newest.len() > 1)))
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
            <button class="button" title=session.t("swap-sides") aria-label=session.t("swap-sides")
                on:click=move |_| { session.act(Action::A(forth.clone())); session.act(Action::B(back.clone())); }>"⇄"</button>
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
    let releases = stops(&all)
        .into_iter()
        .rev()
        .filter_map(|stop| stop.of(&all).map(Release::name))
        .map(|name| option(format!("vcf/{name}"), visible(&name).into_owned()))
        .collect_view();
    view! {
        {current.is_empty().then(|| view! { <option value="" selected=true>{session.t("choose")}</option> })}
        <optgroup label=session.t("manifests")>{documents}</optgroup>
        <optgroup label=session.t("releases")>{releases}</optgroup>
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

fn of_manifests(
    session: Session,
    (a, one): (SourceId, &Manifest),
    (b, other): (SourceId, &Manifest),
) -> impl IntoView + use<> {
    let comparison = Arc::new(between(one, other));
    let warning = match comparison.order {
        Order::Backward => Some("compare-swapped"),
        Order::Equal => Some("compare-equal"),
        Order::Unsaid => Some("compare-unsaid"),
        Order::Forward => None,
    };
    let counts = comparison.counts();
    let chips = counts
        .iter()
        .map(|(group, count)| view! { <li class=format!("badge {}", tone(*group))>{session.tr(&format!("count-{}", group.word()), &[("count", (*count).into())])}</li> })
        .collect_view();
    let groups = counts
        .iter()
        .map(|(group, count)| draw_group(session, &comparison, (*group, *count), a, b))
        .collect_view();
    let kept = StoredValue::new(comparison);
    let is_empty = counts.is_empty();
    view! {
        {warning.map(|id| view! { <p class="banner is-pending" role="status">{icon(icon::WARNING)}{session.t(id)}</p> })}
        {if is_empty {
            view! { <div class="empty">{icon(icon::INFO)}<h2>{session.t("compare-nothing")}</h2><p>{session.t("compare-nothing-lead")}</p></div> }.into_any()
        } else {
            view! {
                <div class="row wrap compare-summary">
                    <ul class="row wrap grow" aria-label=session.t("summary")>{chips}</ul>
                    {take(session, "manifest-changes", move || kept.with_value(|comparison| table(session, comparison)))}
                </div>
                {groups}
            }.into_any()
        }}
    }
}

const fn tone(group: Group) -> &'static str {
    match group {
        Group::NewRecalls => "is-recalled",
        Group::Statuses | Group::Replacements => "is-ok",
        Group::ReleasesGone | Group::Applicability | Group::Life => "is-pending",
        _ => "is-unknown",
    }
}

fn draw_group(
    session: Session,
    comparison: &Arc<Comparison>,
    (group, things): (Group, usize),
    a: SourceId,
    b: SourceId,
) -> impl IntoView + use<> {
    let comparison = Arc::clone(comparison);
    let first = comparison.changes.partition_point(|change| change.what.group() < group);
    let count = comparison.changes.iter().filter(|change| change.what.group() == group).count();
    let limit = RwSignal::new(FIRST);
    let is_open = !matches!(group, Group::Others) || count < FIRST;
    view! {
        <details class="card change-group" open=is_open>
            <summary><h3>{session.t(&format!("group-{}", group.word()))} " " <span class="count">{things}</span></h3></summary>
            <ul>
                {move || {
                    let shown = comparison.changes.iter().skip(first).take(count.min(limit.get()));
                    shown.map(|change| draw_change(session, change, a, b)).collect_view()
                }}
            </ul>
            {move || (count > limit.get()).then(|| view! {
                <button class="button small" on:click=move |_| limit.update(|limit| *limit *= 8)>{session.tr("show-more", &[("count", (count - limit.get()).into())])}</button>
            })}
        </details>
    }
}

fn draw_change(session: Session, change: &Change, a: SourceId, b: SourceId) -> impl IntoView + use<> {
    let Words { subject, from, to, detail, sign } = words(session, &change.what);
    let (source, at) = change.after.map_or((a, change.before), |at| (b, Some(at)));
    let link = match at {
        Some(at) => place_link(session, source, at, &subject).into_any(),
        None => visible(&subject).into_owned().into_any(),
    };
    view! {
        <li class="change">
            <span class=format!("sign shift is-{}", sign.word()) aria-hidden="true">{mark(sign)}</span>
            <span class="visually-hidden">{session.t(&format!("shift-{}", sign.word()))}</span>
            <span class="change-subject break">{link}</span>
            <span class="change-values break">{values(session, &from, &to, sign)}</span>
            {(!detail.is_empty()).then(|| view! { <span class="change-detail muted break">{visible(&detail).into_owned()}</span> })}
        </li>
    }
}

fn values(session: Session, from: &str, to: &str, sign: Shift) -> AnyView {
    if from.is_empty() && to.is_empty() {
        return ().into_any();
    }
    let side = |text: &str| {
        let is_none = text.is_empty();
        let shown: String = visible(text).chars().take(400).collect();
        view! { <code class:faint=is_none>{if is_none { session.t("not-given") } else { shown }}</code> }
    };
    match sign {
        Shift::Added => return side(to).into_any(),
        Shift::Removed => return side(from).into_any(),
        _ => {}
    }
    view! { {side(from)} <span class="faint" aria-hidden="true">" → "</span> <span class="visually-hidden">{session.t("became")}</span> {side(to)} }.into_any()
}

/// A change in words.
struct Words {
    subject: String,
    from: String,
    to: String,
    detail: String,
    sign: Shift,
}

fn words(session: Session, what: &What) -> Words {
    let list = |label: &str, names: &[String]| {
        if names.is_empty() { String::new() } else { session.tr(label, &[("names", some_of(names).into())]) }
    };
    let both = |one: String, other: String| {
        [one, other].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
    };
    let plain = |subject: String, sign: Shift| Words {
        subject,
        from: String::new(),
        to: String::new(),
        detail: String::new(),
        sign,
    };
    let came = |is_added: bool| if is_added { Shift::Added } else { Shift::Removed };
    match what {
        What::Recall { ids, before, after, added, gone } => Words {
            subject: some_of(ids),
            from: before.clone().unwrap_or_default(),
            to: after.clone().unwrap_or_default(),
            detail: both(list("replacements-added", added), list("replacements-gone", gone)),
            sign: match (before, after) {
                (None, _) => Shift::Added,
                (_, None) => Shift::Removed,
                _ => Shift::Incomparable,
            },
        },
        What::Release { name, is_added } => plain(name.clone(), came(*is_added)),
        What::Member { of, member, before, after } => Words {
            from: before.clone(),
            to: after.clone(),
            detail: (*member).to_owned(),
            ..plain(of.clone(), Shift::Incomparable)
        },
        What::Component { release, sku, name, shift, before, after } => Words {
            from: before.clone(),
            to: after.clone(),
            detail: format!("{release} {sku}").trim().to_owned(),
            ..plain(name.clone(), *shift)
        },
        What::Bundle { id, shift, added, gone } => Words {
            detail: both(list("named-now-by", added), list("named-no-more-by", gone)),
            ..plain(id.clone(), if *shift == Shift::Same { Shift::Incomparable } else { *shift })
        },
        What::Entry { list, name, is_added } => Words {
            detail: session.t(&format!("list-{}", list.word())),
            ..plain(name.clone(), came(*is_added))
        },
    }
}

/// The first of some names, and how many there are in all.
fn some_of(names: &[String]) -> String {
    let shown = names.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    if names.len() > NAMED { format!("{shown} … ({})", names.len()) } else { shown }
}

fn table(session: Session, comparison: &Comparison) -> Table {
    let head = ["change", "subject", "compare-before", "compare-after", "details"].map(|id| session.t(id));
    let mut table = Table::new(session.t("view-compare"), head);
    for change in &comparison.changes {
        let Words { subject, from, to, detail, .. } = words(session, &change.what);
        let subject = if let What::Recall { ids, .. } = &change.what { ids.join(" ") } else { subject };
        table.push([session.t(&format!("group-{}", change.what.group().word())), subject, from, to, detail]);
    }
    table
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
        table.push([name.clone(), before.clone(), after.clone(), word.clone()]);
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

/// With three manifests or more: what changed when.
fn history(session: Session) -> impl IntoView {
    let manifests = session.manifests.get();
    if manifests.len() < 3 {
        return ().into_any();
    }
    let all: Vec<&Manifest> = manifests.iter().map(|(_, manifest)| &**manifest).collect();
    let steps = timeline(&all)
        .into_iter()
        .filter_map(|(a, b, comparison)| {
            let ((from, one), (to, other)) = (manifests.get(a)?, manifests.get(b)?);
            let (from, to) = (*from, *to);
            let is_equal = order(one, other) == Order::Equal;
            let counts = comparison.counts();
            let counts = counts.iter().map(|(group, count)| view! { <li class=format!("badge {}", tone(*group))>{session.tr(&format!("count-{}", group.word()), &[("count", (*count).into())])}</li> }).collect_view();
            let title = format!("{} → {}", title_of(session, from, one), title_of(session, to, other));
            Some(view! {
                <li class="stack tight">
                    <button class="a-link" on:click=move |_| { session.act(Action::A(from.0.to_string())); session.act(Action::B(to.0.to_string())); }>{title}</button>
                    <ul class="row wrap">{counts}</ul>
                    {is_equal.then(|| view! { <span class="count">{session.t("compare-equal")}</span> })}
                </li>
            })
        })
        .collect_view();
    view! { <section class="stack"><h3>{session.t("what-changed-when")}</h3><ol class="stack">{steps}</ol></section> }.into_any()
}
