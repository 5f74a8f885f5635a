//! The chooser of recall chains: bundles that hang together are one picture, the most urgent one first.

use super::figure::label;
use super::icon::{self, icon};
use super::list::Listed;
use super::recalls::Rows;
use super::session::Session;
use crate::graph::NodeKind;
use crate::manifest::{Answer, Recalls};
use crate::session::Action;
use crate::session::sentence::short_id;
use crate::text::visible;
use crate::ui::erased::memo;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many chains the list names; the arrows go through all.
const MOST_LISTED: usize = 300;

/// The word of the picture in the address; an id behind it says whose.
pub const PICTURE: &str = "picture";

/// Bundles that hang together by recalls.
#[derive(PartialEq)]
struct Chain {
    answer: Answer,
    /// The most urgent of them.
    id: Arc<str>,
    bundles: usize,
}

/// All chains, and which one each id belongs to.
#[derive(PartialEq, Default)]
struct Chains {
    all: Vec<Chain>,
    of: BTreeMap<Arc<str>, usize>,
}

impl Chains {
    fn new(recalls: &Recalls, rows: &Rows) -> Self {
        let mut chains = Self::default();
        for (answer, id) in rows {
            if chains.of.contains_key(id) {
                continue;
            }
            let place = chains.all.len();
            let before = chains.of.len();
            chains.of.insert(Arc::clone(id), place);
            for kin in recalls.family(id) {
                for member in kin.recalled.into_iter().chain(kin.replacements) {
                    chains.of.entry(member).or_insert(place);
                }
            }
            let bundles = chains.of.len() - before;
            chains.all.push(Chain { answer: *answer, id: Arc::clone(id), bundles });
        }
        chains
    }
}

/// The bundle whose chain is shown: the selected one if it hangs together with a recall, or else the chosen one,
/// or else the most urgent.
pub fn pictured(session: Session, all: Memo<Listed<Rows>>) -> Memo<Option<Arc<str>>> {
    let wanted = session.slice(|state| {
        let selected = state.selected.as_ref().filter(|key| key.kind == NodeKind::Bundle);
        let chosen = state.part.split_once('/').map(|(_, id)| id.to_owned());
        (selected.map(|key| key.id.to_string()), chosen)
    });
    memo(move |_| {
        let (selected, chosen) = wanted.get();
        let is_kin = |id: &String| session.recalls.with(|recalls| recalls.is_kin(id));
        let found = selected.filter(is_kin).or_else(|| chosen.filter(is_kin)).map(Arc::from);
        found.or_else(|| all.with(|rows| rows.first().map(|(_, id)| Arc::clone(id))))
    })
}

/// The list and its two arrows; nothing where there is one chain.
pub fn chooser(session: Session, all: Memo<Listed<Rows>>, shown: Memo<Option<Arc<str>>>) -> AnyView {
    let chains = memo(move |_| {
        let rows = all.get();
        Arc::new(session.recalls.with(|recalls| Chains::new(recalls, &rows)))
    });
    let at = memo(move |_| {
        let id = shown.get()?;
        chains.with(|chains| chains.of.get(&id).copied())
    });
    let chooser = move || {
        let count = chains.with(|chains| chains.all.len());
        (count > 1).then(|| {
            let go = move |by: usize| {
                choose(session, &chains.get_untracked(), (at.get_untracked().unwrap_or_default() + by) % count);
            };
            view! {
                <div class="row chain-chooser">
                    <button class="button icon-only" title=session.t("figure-chain-before") aria-label=session.t("figure-chain-before") on:click=move |_| go(count - 1)>{icon(icon::BACK)}</button>
                    {list(session, chains, at)}
                    <button class="button icon-only" title=session.t("figure-chain-after") aria-label=session.t("figure-chain-after") on:click=move |_| go(1)>{icon(icon::OUT)}</button>
                    <span class="count nowrap" role="status">{move || at.get().map(|at| session.tr("figure-chain-of", &[("at", (at + 1).into()), ("count", count.into())]))}</span>
                </div>
            }
        })
    };
    chooser.into_any()
}

fn list(session: Session, chains: Memo<Arc<Chains>>, at: Memo<Option<usize>>) -> AnyView {
    let options = chains.with(|chains| {
        let named = chains.all.iter().take(MOST_LISTED).enumerate();
        named.map(|(place, chain)| {
            let words = words(session, chain);
            view! { <option value=place.to_string() prop:selected=move || at.get() == Some(place)>{words}</option> }
        }).collect_view()
    });
    view! {
        <select class="field" aria-label=session.t("figure-chains") on:change=move |event| {
            let place = event_target_value(&event).parse().unwrap_or_default();
            choose(session, &chains.get_untracked(), place);
        }>{options}</select>
    }
    .into_any()
}

fn words(session: Session, chain: &Chain) -> String {
    let contents = label(session, &chain.id).contents;
    let name = if contents.is_empty() { visible(&short_id(&chain.id)).into_owned() } else { contents };
    let answer = session.t(&format!("answer-{}", chain.answer.word()));
    session.tr(
        "figure-chain",
        &[("answer", answer.into()), ("name", name.into()), ("bundles", chain.bundles.into())],
    )
}

/// Shows a chain. What is selected in another one would be shown in its place, so it is let go.
fn choose(session: Session, chains: &Chains, place: usize) {
    let Some(chain) = chains.all.get(place) else { return };
    let selected = session.state.with_untracked(|state| state.selected.clone());
    if selected.is_some_and(|key| chains.of.get(key.id.as_str()) != Some(&place)) {
        session.act(Action::Deselect);
    }
    session.act(Action::Part(format!("{PICTURE}/{}", chain.id)));
}
