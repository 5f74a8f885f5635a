//! What is odd about a manifest: its dialect, members nobody documented, members that contradict one another.

use super::icon::{self, icon};
use super::late::{late, when_there};
use super::manifest::Shown;
use super::place::pointer_link;
use super::session::Session;
use crate::browser::pace::pace;
use crate::json::{Value, ValueId};
use crate::manifest::drift::{Contradiction, ContradictionKind, contradictions_paced};
use crate::order;
use crate::shape::NoticeKind;
use crate::source::{Source, SourceId};
use crate::text::visible;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many words of one kind are listed before "show all".
const FIRST: usize = 12;
/// How many places of one word are listed before "and more".
const FIRST_PLACES: usize = 3;

/// Words with the places where they stand; the empty word for what has none.
type Places = BTreeMap<String, Vec<ValueId>>;

/// The report.
pub fn drift(session: Session, shown: &Shown) -> impl IntoView + use<> {
    let source = session.source(shown.source);
    let manifest = Arc::clone(&shown.manifest);
    let found = late(move || {
        let manifest = Arc::clone(&manifest);
        Box::pin(async move { contradictions_paced(&manifest, pace()).await })
    });
    let is_sound = source.as_ref().is_none_or(|source| source.report.total() == 0);
    let of = shown.clone();
    let rest = when_there(session, found, move |found| {
        let is_clean = found.is_empty() && is_sound;
        let clean = is_clean
            .then(|| view! { <p class="banner is-ok">{icon(icon::INFO)}{session.t("drift-clean")}</p> });
        view! { {clean} {of_contradictions(session, &of, &found)} }.into_any()
    });
    view! {
        <div class="page drift">
            {dialect(session, shown)}
            {source.map(|source| notices(session, shown, &source))}
            {rest}
        </div>
    }
}

fn dialect(session: Session, shown: &Shown) -> impl IntoView + use<> {
    let dialect = &shown.manifest.dialect;
    let sentence = match (dialect.oldest, dialect.newest) {
        ("", _) | (_, "") => session.t("dialect-none"),
        (oldest, newest) if oldest == newest => session.tr("dialect-one", &[("version", oldest.into())]),
        (oldest, newest) => {
            session.tr("dialect-span", &[("oldest", oldest.into()), ("newest", newest.into())])
        }
    };
    let signs = dialect
        .signs
        .iter()
        .map(|(name, at)| view! { <li><code>{*name}</code> {pointer_link(session, shown.source, *at)}</li> })
        .collect_view();
    view! {
        <section class="stack">
            <h3>{session.t("drift-dialect")}</h3>
            <p>{sentence}</p>
            {(!dialect.signs.is_empty()).then(|| view! {
                <details class="drift-places"><summary>{session.tr("dialect-signs", &[("count", dialect.signs.len().into())])}</summary><ul>{signs}</ul></details>
            })}
        </section>
    }
}

fn notices(session: Session, shown: &Shown, source: &Source) -> impl IntoView + use<> {
    let mut groups = BTreeMap::<(u8, &'static str), (u32, Places)>::new();
    for notice in source.report.notices() {
        let (rank, word) = word_of(notice.kind);
        let group =
            groups.entry((rank, word)).or_insert_with(|| (source.report.count(notice.kind), Places::new()));
        let word = detail(notice.kind, source.document.value(notice.at));
        group.1.entry(word).or_default().push(notice.at);
    }
    groups
        .into_iter()
        .map(|((_, word), (count, places))| {
            group(session, shown, session.t(&format!("drift-{word}")), count as usize, places)
        })
        .collect_view()
}

const fn word_of(kind: NoticeKind) -> (u8, &'static str) {
    match kind {
        NoticeKind::MissingRequired(_) => (0, "missing-required"),
        NoticeKind::UnknownMember => (1, "unknown-member"),
        NoticeKind::UnknownWord => (2, "unknown-word"),
        NoticeKind::WrongType { .. } => (3, "wrong-type"),
        NoticeKind::JunkInList { .. } => (4, "junk-in-list"),
        NoticeKind::ObjectForList => (5, "object-for-list"),
        NoticeKind::Placeholder => (6, "placeholder"),
    }
}

/// What is odd in one word: a member's name, a word as it stands there, or a type.
fn detail(kind: NoticeKind, value: Value<'_>) -> String {
    match kind {
        NoticeKind::UnknownMember | NoticeKind::ObjectForList => {
            value.name().unwrap_or_default().into_owned()
        }
        NoticeKind::UnknownWord | NoticeKind::Placeholder => {
            value.as_text().unwrap_or_else(|| value.shown()).into_owned()
        }
        NoticeKind::MissingRequired(name) => name.to_owned(),
        NoticeKind::WrongType { expected, found } | NoticeKind::JunkInList { expected, found } => {
            format!("{found:?} ≠ {expected:?}").to_lowercase()
        }
    }
}

fn of_contradictions(session: Session, shown: &Shown, found: &[Contradiction]) -> impl IntoView + use<> {
    let mut groups: BTreeMap<&'static str, (usize, Places)> = BTreeMap::new();
    for Contradiction { at, kind } in found {
        let detail = match kind {
            ContradictionKind::OutsideTheBom { sku, component } => format!("{sku}: {component}"),
            other => other.name().to_owned(),
        };
        let group = groups.entry(kind.word()).or_default();
        group.0 += 1;
        group.1.entry(detail).or_default().push(*at);
    }
    groups
        .into_iter()
        .map(|(word, (count, places))| {
            group(session, shown, session.t(&format!("contradiction-{word}")), count, places)
        })
        .collect_view()
}

fn group(
    session: Session,
    shown: &Shown,
    title: String,
    count: usize,
    places: Places,
) -> impl IntoView + use<> {
    let source = shown.source;
    let kept: usize = places.values().map(Vec::len).sum();
    let mut words: Vec<(String, Vec<ValueId>)> = places.into_iter().collect();
    order::sort_by_key(&mut words, |(word, places)| (std::cmp::Reverse(places.len()), word.clone()));
    let all = words.len();
    let limit = RwSignal::new(FIRST);
    let rows = move || {
        let rows = words.iter().take(limit.get());
        rows.map(|(word, places)| row(session, source, word, places)).collect_view()
    };
    view! {
        <section class="stack drift-group">
            <h3>{title} " " <span class="count">{count}</span></h3>
            {(kept < count).then(|| view! { <p class="muted small">{session.tr("drift-kept-first", &[("count", kept.into())])}</p> })}
            <ul class="drift-list">{rows}</ul>
            {move || (all > limit.get()).then(|| view! {
                <button class="a-link small" on:click=move |_| limit.set(usize::MAX)>{session.tr("show-all", &[("count", all.into())])}</button>
            })}
        </section>
    }
}

/// One word: how often it stands there, and its first places.
fn row(session: Session, source: SourceId, word: &str, places: &[ValueId]) -> AnyView {
    let words = if word.is_empty() { session.t("drift-not-a-word") } else { visible(word).into_owned() };
    let places = places.to_vec();
    let count = places.len();
    let limit = RwSignal::new(FIRST_PLACES);
    view! {
        <li class="drift-row">
            <code class="break" class:faint=word.is_empty()>{words}</code>
            <span class="count">{format!("×{count}")}</span>
            <span class="drift-where">
                {move || places.iter().take(limit.get()).map(|at| pointer_link(session, source, *at)).collect_view()}
                {move || (count > limit.get()).then(|| view! {
                    <button class="a-link small" on:click=move |_| limit.set(usize::MAX)>{session.tr("drift-places-more", &[("count", (count - limit.get_untracked()).into())])}</button>
                })}
            </span>
        </li>
    }
    .into_any()
}
