//! Why is B in A: the shortest chains between two items, with the place that states each hop.

use super::icon::{self, icon};
use super::item::{item_link, title_of};
use super::proof::place_view;
use super::session::Session;
use super::take::take;
use crate::export::Table;
use crate::graph::{EdgeState, Graph, Kinds, NodeId, Path, Scratch, condense, count_paths};
use crate::order;
use crate::session::Action;
use crate::session::near::nearest_names;
use crate::session::path::{Chains, chains, end as end_of};
use crate::session::route::key_text;
use crate::verdict::Rule;
use leptos::prelude::*;

/// How many items a field offers.
const MOST_OFFERED: usize = 400;
/// How many chains of a kind are offered as examples, and how many are looked at for them.
const MOST_EXAMPLES: usize = 3;
const MOST_TRIED: usize = 24;
/// How many near names are offered for one that nothing has.
const MOST_NEAR: usize = 5;

/// The view of chains between two items.
pub fn why(session: Session) -> impl IntoView {
    let from = session.slice(|state| state.from.clone());
    let to = session.slice(|state| state.to.clone());
    let swap = move |_| {
        let (from, to) = (from.get_untracked(), to.get_untracked());
        session.act(Action::From(to));
        session.act(Action::To(from));
    };
    view! {
        <div class="page why">
            <header class="page-head">
                <div class="grow"><h2>{session.t("why-title")}</h2><p>{session.t("why-lead")}</p></div>
            </header>
            <div class="why-ends card">
                {end(session, "why-from", from, Action::From)}
                <button class="button icon-only" title=session.t("swap") aria-label=session.t("swap") on:click=swap>{icon(icon::SWAP)}</button>
                {end(session, "why-to", to, Action::To)}
            </div>
            <datalist id="atlas-items">{move || offered(session)}</datalist>
            {move || answer(session, &from.get(), &to.get())}
        </div>
    }
}

fn end(
    session: Session,
    label: &'static str,
    value: Memo<String>,
    set: fn(String) -> Action,
) -> impl IntoView {
    let shown = move || match session.graph.with(|graph| end_of(graph, &value.get())) {
        Some(id) => session.graph.with(|graph| graph.node(id).map(title_of)).unwrap_or_default(),
        None => value.get(),
    };
    let change = move |typed: String| {
        let key = session.graph.with_untracked(|graph| {
            by_words(graph, &typed).and_then(|id| graph.node(id).map(|node| key_text(&node.key)))
        });
        session.act(set(key.unwrap_or(typed)));
    };
    view! {
        <label class="stack grow">
            <span class="minor">{session.t(label)}</span>
            <input class="field" list="atlas-items" autocomplete="off" spellcheck="false" placeholder=session.t("why-hint")
                prop:value=shown on:change=move |event| change(event_target_value(&event)) />
        </label>
    }
}

fn offered(session: Session) -> impl IntoView {
    let graph = session.graph.get();
    let board = session.board.get();
    let names =
        board.verdicts.iter().take(MOST_OFFERED).filter_map(|verdict| graph.node(verdict.node).map(title_of));
    names.map(|name| view! { <option value=name></option> }).collect_view()
}

/// The item that a person means: by its whole name, its id, or the only one that holds the words.
fn by_words(graph: &Graph, typed: &str) -> Option<NodeId> {
    let wanted = typed.trim().to_lowercase();
    if wanted.is_empty() {
        return None;
    }
    let named =
        |id: NodeId| graph.node(id).map(|node| (title_of(node).to_lowercase(), node.key.id.to_lowercase()));
    let exact = graph.ids().find(|id| named(*id).is_some_and(|(name, key)| name == wanted || key == wanted));
    exact.or_else(|| {
        let mut holding = graph.ids().filter(|id| {
            named(*id).is_some_and(|(name, key)| name.contains(&wanted) || key.contains(&wanted))
        });
        holding.next()
    })
}

fn answer(session: Session, from: &str, to: &str) -> AnyView {
    let graph = session.graph.get();
    let (Some(start), Some(goal)) = (end_of(&graph, from), end_of(&graph, to)) else {
        let unknown =
            [unknown(session, &graph, from, Action::From), unknown(session, &graph, to, Action::To)];
        let lead = unknown
            .iter()
            .all(Option::is_none)
            .then(|| view! { <p class="muted">{session.t("why-choose")}</p> {examples(session, &graph)} });
        return view! { {unknown.into_iter().flatten().collect_view()}{lead} }.into_any();
    };
    let condensed = condense(&graph, Kinds::ALL);
    let Chains { from, to, paths, is_turned } = chains(&graph, &condensed, start, goal);
    if paths.is_empty() {
        return view! {
            <div class="banner">{icon(icon::INFO)}<p>{session.t("why-none")}</p></div>
        }
        .into_any();
    }
    let count = count_paths(&graph, &condensed, from, to, Kinds::ALL);
    let count = i64::try_from(count.count).unwrap_or(i64::MAX);
    let drawn = paths.iter().map(|path| chain(session, &graph, path)).collect_view();
    let kept = StoredValue::new(paths);
    view! {
        {is_turned.then(|| view! { <p class="note is-pending">{session.t("why-turned")}</p> })}
        <div class="row">
            <p class="muted grow">{session.tr("why-count", &[("count", crate::text::Arg::Count(count))])}</p>
            {take(session, "why", move || kept.with_value(|paths| table(session, paths)))}
        </div>
        <div class="why-paths">{drawn}</div>
    }
    .into_any()
}

/// A few chains that are worth a look: what leads to a failure, and what carries a recalled bundle.
fn examples(session: Session, graph: &Graph) -> AnyView {
    let (board, recalls) = (session.board.get(), session.recalls.get());
    let of_rule = |is_it: fn(Rule) -> bool| {
        let verdicts = board.verdicts.iter();
        let found = verdicts.filter(move |one| one.reasons.first().is_some_and(|first| is_it(first.rule)));
        let leads = found.take(MOST_TRIED).filter_map(|one| {
            let lead = board.lead(graph, &recalls, &mut Scratch::default(), one.node)?;
            lead.reasons.into_iter().next().map(|first| first.path)
        });
        // What lies next to one another needs no explanation.
        let mut paths: Vec<Vec<NodeId>> = leads.filter(|path| path.len() > 1).collect();
        order::sort_by_key(&mut paths, |path| std::cmp::Reverse(path.len()));
        paths.truncate(MOST_EXAMPLES);
        paths
    };
    let failures = of_rule(|rule| rule == Rule::DependsOnFailed);
    let carried = of_rule(|rule| matches!(rule, Rule::CarriesRecalled(_)));
    let ends = failures.into_iter().chain(carried).filter_map(|path| {
        let (from, to) = (graph.node(*path.first()?)?, graph.node(*path.last()?)?);
        (!from.is_single_component()).then_some((from, to))
    });
    let buttons = ends.map(|(from, to)| {
        let (names, keys) = ([title_of(from), title_of(to)], [key_text(&from.key), key_text(&to.key)]);
        let [start, goal] = names;
        let choose = move |_| {
            session.act(Action::From(keys[0].clone()));
            session.act(Action::To(keys[1].clone()));
        };
        view! { <button class="button small" on:click=choose>{start}{icon(icon::OUT)}<span class="visually-hidden">{session.t("why-to")}</span>{goal}</button> }
    });
    view! { <div class="row wrap why-examples" role="group" aria-label=session.t("why-examples")>{buttons.collect_view()}</div> }.into_any()
}

/// The chains as rows: which chain, which step, what it is, and where that is stated.
fn table(session: Session, paths: &[Path]) -> Table {
    let head = ["why-chain", "why-step", "record-item", "record-id", "record-stated-in"];
    let mut table = Table::new(session.t("why-title"), head.map(|id| session.t(id)));
    let graph = session.graph.get_untracked();
    for (chain, path) in (1..).zip(paths) {
        let stated = std::iter::once(None).chain(path.places(&graph));
        for ((step, node), place) in (1..).zip(&path.nodes).zip(stated) {
            let Some(node) = graph.node(*node) else { continue };
            let place = place.and_then(|place| {
                let source = untrack(|| session.source(place.source))?;
                Some(format!("{} {}", source.title, source.document.pointer(place.at)))
            });
            let numbers: [String; 2] = [chain, step].map(|number: u32| number.to_string());
            let [chain, step] = numbers;
            table.push([chain, step, title_of(node), node.key.id.to_string(), place.unwrap_or_default()]);
        }
    }
    table
}

/// That nothing is called so, with the names that come nearest; nothing for an end that is empty or known.
fn unknown(session: Session, graph: &Graph, typed: &str, set: fn(String) -> Action) -> Option<AnyView> {
    if typed.trim().is_empty() || end_of(graph, typed).is_some() {
        return None;
    }
    let near = nearest_names(graph, typed, MOST_NEAR);
    let offers = near.iter().filter_map(|id| graph.node(*id)).map(|node| {
        let key = key_text(&node.key);
        view! { <button class="button small" on:click=move |_| session.act(set(key.clone()))>{title_of(node)}</button> }
    });
    let offers = offers.collect_view();
    Some(
        view! {
            <div class="banner is-pending" role="status">
                {icon(icon::WARNING)}
                <div class="grow stack tight">
                    <p>{session.tr("why-unknown", &[("name", typed.trim().into())])}</p>
                    {(!near.is_empty()).then(|| view! { <div class="row wrap"><span class="muted">{session.t("why-near")}</span>{offers}</div> })}
                </div>
            </div>
        }
        .into_any(),
    )
}

fn chain(session: Session, graph: &Graph, path: &Path) -> impl IntoView + use<> {
    let places = path.places(graph);
    let hops = path
        .nodes
        .iter()
        .enumerate()
        .map(|(at, id)| {
            let edge = at.checked_sub(1).and_then(|at| path.edges.get(at)).and_then(|edge| graph.edge(*edge));
            let state = edge.filter(|edge| edge.state != EdgeState::Allowed).map(|edge| {
                let word = match edge.state {
                    EdgeState::Conditional => "line-dashed",
                    EdgeState::Blocked => "line-barred",
                    EdgeState::NotLoaded | EdgeState::Allowed => "line-dotted",
                };
                view! { <span class="badge outline">{session.t(word)}</span> }
            });
            let place = at.checked_sub(1).and_then(|at| places.get(at).copied().flatten());
            view! {
                <li>
                    <div class="row wrap">{item_link(session, *id)}{state}</div>
                    {place.map(|place| view! { <ul>{place_view(session, place)}</ul> })}
                </li>
            }
        })
        .collect_view();
    view! { <ol class="path card">{hops}</ol> }
}
