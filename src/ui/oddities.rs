//! What is odd about recalls, in words: by kind, each with its place.

use super::late::{late, when_there};
use super::place::pointer_link;
use super::session::Session;
use super::ways::bundle_link;
use crate::browser::pace::pace;
use crate::manifest::{Oddity, OddityKind, Spot};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many of one kind are listed before "show more".
const FIRST: usize = 12;

/// An oddity in a sentence.
pub fn oddity_sentence(session: Session, oddity: &Oddity) -> String {
    let id = oddity.id.as_deref().unwrap_or_default();
    let (text, detail) = oddity_text(&oddity.kind);
    session.tr(text, &[("id", id.into()), ("detail", detail.into())])
}

/// All that is odd about the recalls of the open manifests.
pub fn oddities(session: Session) -> AnyView {
    let groups = late(move || {
        let recalls = session.recalls.get();
        Box::pin(async move { grouped(recalls.oddities_paced(pace()).await) })
    });
    let all = when_there(session, groups, move |groups| {
        let none =
            groups.is_empty().then(|| view! { <p class="banner is-ok">{session.t("oddities-none")}</p> });
        let drawn = groups.iter().map(|((_, text), oddities)| group(session, text, oddities));
        view! { {none} {drawn.collect_view()} }.into_any()
    });
    view! { <div class="page"><h2 class="visually-hidden">{session.t("recalls-oddities")}</h2><p class="muted">{session.t("oddities-lead")}</p>{all}</div> }.into_any()
}

/// By weight and by the text that names them.
type Groups = BTreeMap<(u8, &'static str), Arc<Vec<Oddity>>>;

fn grouped(all: Vec<Oddity>) -> Groups {
    let mut groups: BTreeMap<(u8, &'static str), Vec<Oddity>> = BTreeMap::new();
    for oddity in all {
        let (text, _) = oddity_text(&oddity.kind);
        groups.entry((weight(&oddity.kind), text)).or_default().push(oddity);
    }
    groups.into_iter().map(|(key, oddities)| (key, Arc::new(oddities))).collect()
}

/// The first bundles that an entry recalls.
fn recalled_at(session: Session, spot: Spot) -> Vec<String> {
    session
        .manifests
        .with_untracked(|all| {
            let (_, manifest) = all.get(spot.manifest as usize)?;
            let recall = manifest.recalls.iter().find(|recall| recall.at == spot.at)?;
            Some(recall.recalled.iter().take(3).map(|id| id.text.to_string()).collect())
        })
        .unwrap_or_default()
}

/// What contradicts itself before what is merely worth knowing.
const fn weight(kind: &OddityKind) -> u8 {
    match kind {
        OddityKind::DifferentAnswers
        | OddityKind::DifferentReplacements
        | OddityKind::ReadyWithoutIds
        | OddityKind::NoneWithIds
        | OddityKind::PendingWithIds => 0,
        OddityKind::Cycle | OddityKind::SelfLoop => 1,
        OddityKind::LooksLike(_) => 2,
        OddityKind::OddStatus(_) | OddityKind::RecallsNothing | OddityKind::Placeholder => 3,
        OddityKind::ReplacementUnknown | OddityKind::RecalledUnknown => 4,
        _ => 5,
    }
}

fn group(session: Session, text: &'static str, oddities: &Arc<Vec<Oddity>>) -> AnyView {
    let count = oddities.len();
    let limit = RwSignal::new(FIRST);
    let title = session.t(&format!("{text}-title"));
    let oddities = Arc::clone(oddities);
    let lines = move || {
        let shown = oddities.iter().take(limit.get());
        shown.map(|oddity| line(session, oddity)).collect_view()
    };
    view! {
        <section class="stack drift-group">
            <h3>{title} " " <span class="count">{count}</span></h3>
            <ul class="drift-list">{lines}</ul>
            {move || (count > limit.get()).then(|| view! {
                <button class="button small" on:click=move |_| limit.update(|limit| *limit *= 8)>{session.tr("show-more", &[("count", (count - limit.get()).into())])}</button>
            })}
        </section>
    }
    .into_any()
}

fn line(session: Session, oddity: &Oddity) -> AnyView {
    let source = session
        .manifests
        .with_untracked(|all| all.get(oddity.spot.manifest as usize).map(|(source, _)| *source));
    let pointer = source.map(|source| pointer_link(session, source, oddity.spot.at));
    let bundles: Vec<AnyView> = match &oddity.id {
        Some(id) => vec![bundle_link(session, id)],
        None => recalled_at(session, oddity.spot).iter().map(|id| bundle_link(session, id)).collect(),
    };
    view! {
        <li class="odd-line">
            <p class="break">{oddity_sentence(session, oddity)}</p>
            <div class="row wrap">{bundles}{pointer}</div>
        </li>
    }
    .into_any()
}

/// The text of an oddity and what it names.
fn oddity_text(kind: &OddityKind) -> (&'static str, String) {
    let plain = |id| (id, String::new());
    match kind {
        OddityKind::ReadyWithoutIds => plain("odd-ready-without-ids"),
        OddityKind::PendingWithIds => plain("odd-pending-with-ids"),
        OddityKind::NoneWithIds => plain("odd-none-with-ids"),
        OddityKind::OddStatus(word) => ("odd-status", word.clone()),
        OddityKind::RecallsNothing => plain("odd-recalls-nothing"),
        OddityKind::Placeholder => plain("odd-placeholder"),
        OddityKind::NamedTwice => plain("odd-named-twice"),
        OddityKind::Fork => plain("odd-fork"),
        OddityKind::Merge => plain("odd-merge"),
        OddityKind::Chain => plain("odd-chain"),
        OddityKind::SelfLoop => plain("odd-self-loop"),
        OddityKind::Cycle => plain("odd-cycle"),
        OddityKind::DifferentAnswers => plain("odd-different-answers"),
        OddityKind::DifferentReplacements => plain("odd-different-replacements"),
        OddityKind::Overruled => plain("odd-overruled"),
        OddityKind::RecalledUnknown => plain("odd-recalled-unknown"),
        OddityKind::ReplacementUnknown => plain("odd-replacement-unknown"),
        OddityKind::LooksLike(other) => ("odd-looks-like", other.to_string()),
    }
}
