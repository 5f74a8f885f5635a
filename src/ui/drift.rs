//! What is odd about a manifest: its dialect, members nobody documented, members that contradict one another.

use super::icon::{self, icon};
use super::late::{late, when_there};
use super::manifest::Shown;
use super::place::pointer_link;
use super::session::Session;
use crate::browser::pace::pace;
use crate::json::ValueId;
use crate::manifest::drift::{Contradiction, ContradictionKind, contradictions_paced};
use crate::shape::NoticeKind;
use crate::source::Source;
use crate::text::visible;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many places of one kind are listed before "show all".
const FIRST: usize = 12;

/// Places with what is to be said of each.
type Places = Vec<(ValueId, String)>;

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
        group.1.push((notice.at, detail(notice.kind)));
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

fn detail(kind: NoticeKind) -> String {
    match kind {
        NoticeKind::MissingRequired(name) => name.to_owned(),
        NoticeKind::WrongType { expected, found } | NoticeKind::JunkInList { expected, found } => {
            format!("{found:?} ≠ {expected:?}").to_lowercase()
        }
        _ => String::new(),
    }
}

fn of_contradictions(session: Session, shown: &Shown, found: &[Contradiction]) -> impl IntoView + use<> {
    let mut groups: BTreeMap<&'static str, Places> = BTreeMap::new();
    for Contradiction { at, kind } in found {
        let detail = match kind {
            ContradictionKind::OutsideTheBom { sku, component } => format!("{sku}: {component}"),
            other => other.name().to_owned(),
        };
        groups.entry(kind.word()).or_default().push((*at, detail));
    }
    groups
        .into_iter()
        .map(|(word, places)| {
            group(session, shown, session.t(&format!("contradiction-{word}")), places.len(), places)
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
    let kept = places.len();
    let limit = RwSignal::new(FIRST);
    view! {
        <section class="stack drift-group">
            <h3>{title} " " <span class="count">{count}</span></h3>
            <ul class="drift-list">
                {move || places.iter().take(limit.get()).map(|(at, detail)| view! {
                    <li class="row wrap">{(!detail.is_empty()).then(|| view! { <code>{visible(detail).into_owned()}</code> })} {pointer_link(session, source, *at)}</li>
                }).collect_view()}
            </ul>
            {move || (kept > limit.get()).then(|| view! {
                <button class="a-link small" on:click=move |_| limit.set(usize::MAX)>{session.tr("show-all", &[("count", kept.into())])}</button>
            })}
        </section>
    }
}
