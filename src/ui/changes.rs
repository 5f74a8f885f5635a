//! What changed between two manifests: a summary, then every change by group, each with its place.

use super::figure::label;
use super::icon::{self, icon};
use super::matrix::mark as mark_of;
use super::place::place_link;
use super::session::Session;
use super::take::take;
use crate::export::Table;
use crate::manifest::compare::{Change, Comparison, Group, Mark, Order, What};
use crate::manifest::{Manifest, Shift};
use crate::session::{Action, View};
use crate::source::SourceId;
use crate::text::visible;
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// How many changes of a group are listed before "show more".
const FIRST: usize = 40;

/// How many names of one change are shown.
const NAMED: usize = 12;

/// What changed between two manifests, most urgent first.
pub fn changes(
    session: Session,
    comparison: Arc<Comparison>,
    (a, one): (SourceId, &Manifest),
    (b, other): (SourceId, &Manifest),
) -> impl IntoView + use<> {
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
    let lead = sentence(session, one, other, counts.values().sum());
    let kept = StoredValue::new(comparison);
    let is_empty = counts.is_empty();
    view! {
        {warning.map(|id| view! { <p class="banner is-pending" role="status">{icon(icon::WARNING)}{session.t(id)}</p> })}
        {if is_empty {
            view! { <div class="empty">{icon(icon::INFO)}<h2>{session.t("compare-nothing")}</h2><p>{session.t("compare-nothing-lead")}</p></div> }.into_any()
        } else {
            view! {
                <p>{lead}</p>
                <div class="row wrap compare-summary">
                    <ul class="row wrap grow" aria-label=session.t("summary")>{chips}</ul>
                    <button class="button small" on:click=move |_| { session.act(Action::Open(View::Manifest)); session.act(Action::Part("changes".to_owned())); }>{icon(icon::TABLE)}{session.t("show-on-matrix")}</button>
                    <button class="button small" on:click=move |_| session.show_changes(a, b)>{icon(icon::GRAPH)}{session.t("show-in-graph")}</button>
                    {take(session, "manifest-changes", move || kept.with_value(|comparison| table(session, comparison)))}
                </div>
                {groups}
            }.into_any()
        }}
    }
}

/// The class of a group of changes.
pub const fn tone(group: Group) -> &'static str {
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

/// The sign before a change; its word is read out beside it.
const fn mark(sign: Mark) -> &'static str {
    match sign {
        Mark::Shift(shift) => mark_of(shift),
        Mark::Changed => "Δ",
        Mark::Moved => "→",
    }
}

fn values(session: Session, from: &str, to: &str, sign: Mark) -> AnyView {
    if from.is_empty() && to.is_empty() {
        return ().into_any();
    }
    let side = |text: &str| {
        let is_none = text.is_empty();
        let shown: String = visible(text).chars().take(400).collect();
        view! { <code class:faint=is_none>{if is_none { session.t("not-given") } else { shown }}</code> }
    };
    match sign {
        Mark::Shift(Shift::Added) => return side(to).into_any(),
        Mark::Shift(Shift::Removed) => return side(from).into_any(),
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
    sign: Mark,
}

fn words(session: Session, what: &What) -> Words {
    let list = |label: &str, names: &[String]| {
        if names.is_empty() { String::new() } else { session.tr(label, &[("names", some_of(names).into())]) }
    };
    let both = |one: String, other: String| {
        [one, other].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
    };
    let plain = |subject: String| Words {
        subject,
        from: String::new(),
        to: String::new(),
        detail: String::new(),
        sign: what.mark(),
    };
    match what {
        What::Recall { ids, before, after, added, gone } => Words {
            // A status that stayed is no change.
            from: before.clone().filter(|_| before != after).unwrap_or_default(),
            to: after.clone().filter(|_| before != after).unwrap_or_default(),
            detail: both(
                held(session, ids),
                both(list("replacements-added", added), list("replacements-gone", gone)),
            ),
            ..plain(some_of(ids))
        },
        What::Release { name, .. } => plain(name.clone()),
        What::Member { of, member, before, after } => Words {
            from: before.clone(),
            to: after.clone(),
            detail: (*member).to_owned(),
            ..plain(of.clone())
        },
        What::Component { release, sku, name, before, after, .. } => Words {
            from: before.clone(),
            to: after.clone(),
            detail: format!("{release} {sku}").trim().to_owned(),
            ..plain(name.clone())
        },
        What::Bundle { id, added, gone, .. } => Words {
            detail: both(list("named-now-by", added), list("named-no-more-by", gone)),
            ..plain(id.clone())
        },
        What::Entry { list, name, .. } => {
            Words { detail: session.t(&format!("list-{}", list.word())), ..plain(name.clone()) }
        }
    }
}

/// What recalled bundles hold, where a release says so; of many the first few.
fn held(session: Session, ids: &[String]) -> String {
    let held: BTreeSet<String> = ids.iter().take(NAMED).map(|id| label(session, id).contents).collect();
    let held: Vec<String> = held.into_iter().filter(|text| !text.is_empty()).collect();
    if held.is_empty() { String::new() } else { format!("{}.", held.join(", ")) }
}

/// The sentence above the list: how much changed between which two.
fn sentence(session: Session, one: &Manifest, other: &Manifest, count: usize) -> String {
    let named = |manifest: &Manifest| {
        let number = manifest.sequence.map(|number| format!("#{number}"));
        let date =
            manifest.published.as_ref().map(|date| date.utc_text().chars().take(10).collect::<String>());
        [number, date].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    let args = [("count", count.into()), ("from", named(one).into()), ("to", named(other).into())];
    session.tr("compare-sentence", &args)
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
