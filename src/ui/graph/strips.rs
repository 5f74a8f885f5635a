//! One line each for what a person is about: the focus and how it came about, a chain, a comparison, and
//! what is selected together.

use super::scope::Scope;
use crate::export::Table;
use crate::graph::{Graph, NodeKey};
use crate::session::overlay::{partner, sides};
use crate::session::{Action, Direction, View, ViewState};
use crate::source::{Source, SourceId};
use crate::text::visible;
use crate::ui::erased::memo;
use crate::ui::export_menu::{What, export_menu};
use crate::ui::icon::{self, icon};
use crate::ui::session::Session;
use crate::ui::sources::kind_id;
use crate::verdict::{Standing, Verdict};
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;

/// Up to so many nodes the focus can be on at once: they stand in the address.
const MOST_FOCUSED: usize = 300;

/// The lines that there is something to say in.
pub(super) fn strips(scope: Scope) -> impl IntoView {
    view! {
        {first(scope)}
        {focus(scope)}
        {chain(scope)}
        {changes(scope)}
        {marked(scope)}
    }
    .into_any()
}

/// That a first picture is not the whole, what it leaves out, and how to see that.
fn first(scope: Scope) -> impl IntoView {
    let session = scope.session;
    let drawn = memo(move |_| {
        scope.shown.with(|shown| {
            shown.is_urgent.then(|| {
                let unknown = session.board.with(|board| {
                    let is_left_out =
                        |one: &&Verdict| one.standing == Standing::Unknown && shown.place(one.node).is_none();
                    board.verdicts.iter().filter(is_left_out).count()
                });
                (shown.matching - shown.left_out, shown.matching, unknown)
            })
        })
    });
    let as_table = session.shows_table();
    move || {
        let (count, all, unknown) = drawn.get().filter(|_| !as_table.get())?;
        let words = session.tr("urgent-first", &[("shown", count.into()), ("all", all.into())]);
        let unknown = (unknown > 0).then(|| session.tr("urgent-unknown", &[("count", unknown.into())]));
        Some(view! {
            <div class="strip row is-first">
                <span class="grow" role="status">{words}" "{unknown.map(|words| view! { <span class="muted">{words}</span> })}</span>
                <button class="button small" on:click=move |_| session.act(Action::ShowAll(true))>{session.t("draw-all")}</button>
            </div>
        })
    }
}

/// The focus with its trail, its direction and its depth.
fn focus(scope: Scope) -> impl IntoView {
    let session = scope.session;
    let has_focus = session.slice(|state| state.focus.is_some());
    let missing =
        memo(move |_| session.graph.with(|graph| session.state.with(|state| missing(graph, state))));
    move || {
        if let Some(missing) = missing.get() {
            return Some(nowhere(session, &missing));
        }
        has_focus.get().then(|| {
            view! {
                <div class="strip row wrap">
                    <nav class="trail row wrap" aria-label=session.t("trail")>
                        <button class="a-link small" on:click=move |_| session.act(Action::Unfocus)>{session.t("trail-all")}</button>
                        {move || crumbs(scope)}
                    </nav>
                    <span class="grow"></span>
                    {reach(session)}
                    <button class="button small icon-only quiet" aria-label=session.t("unfocus") title=session.t("unfocus") on:click=move |_| session.act(Action::Unfocus)>{icon(icon::CLOSE)}</button>
                </div>
            }
            .into_any()
        })
    }
}

/// The focus, if nothing that is loaded is called so: the whole graph is drawn then.
fn missing(graph: &Graph, state: &ViewState) -> Option<NodeKey> {
    state.focus.clone().filter(|focus| graph.find(focus).is_none())
}

/// Says so, with the way back to a graph without it.
fn nowhere(session: Session, focus: &NodeKey) -> AnyView {
    let words = session.tr("astray-focus", &[("name", visible(&focus.id).into_owned().into())]);
    view! {
        <div class="strip row wrap is-pending" role="status">
            {icon(icon::WARNING)}
            <span class="grow">{words}</span>
            <button class="button small" on:click=move |_| session.act(Action::Unfocus)>{session.t("trail-all")}</button>
        </div>
    }
    .into_any()
}

fn crumbs(scope: Scope) -> impl IntoView {
    let session = scope.session;
    let trail = session.trail.get();
    let more = session.state.with(|state| state.beside.len());
    let last = trail.len().saturating_sub(1);
    trail
        .into_iter()
        .enumerate()
        .map(|(at, key)| {
            let name = scope.name_of(&key);
            let step = if at == last {
                let more = (more > 0).then(|| session.tr("trail-more", &[("count", more.into())]));
                view! { <strong class="clip" aria-current="location"><bdi>{name}</bdi> {more}</strong> }.into_any()
            } else {
                view! { <button class="a-link small clip" on:click=move |_| session.act(Action::Focus(key.clone()))><bdi>{name}</bdi></button> }.into_any()
            };
            view! { <span class="faint" aria-hidden="true">"›"</span>{step} }
        })
        .collect_view()
}

fn reach(session: Session) -> impl IntoView {
    let depth = session.slice(|state| state.depth);
    let direction = session.slice(|state| state.direction);
    let deepen = move |by: i16| {
        let now = i16::from(depth.get_untracked());
        session.act(Action::Depth((now + by).clamp(1, 99) as u8));
    };
    let directions = [Direction::Both, Direction::Up, Direction::Down]
        .into_iter()
        .map(|one| {
            view! {
                <button class="button small" aria-pressed=move || (direction.get() == one).to_string()
                    on:click=move |_| session.act(Action::Look(one))>{session.t(&format!("look-{}", one.word()))}</button>
            }
        })
        .collect_view();
    view! {
        <span class="segmented" role="group" aria-label=session.t("direction")>{directions}</span>
        <span class="row">
            <button class="button small icon-only" aria-label=session.t("less-deep") title=session.t("less-deep") on:click=move |_| deepen(-1)>{icon(icon::MINUS)}</button>
            <span class="numbers nowrap">{move || session.tr("depth", &[("count", depth.get().into())])}</span>
            <button class="button small icon-only" aria-label=session.t("deeper") title=session.t("deeper") on:click=move |_| deepen(1)>{icon(icon::PLUS)}</button>
        </span>
    }
}

/// The chain that is lit, or the end that is still missing.
fn chain(scope: Scope) -> impl IntoView {
    let session = scope.session;
    let ends = session.slice(|state| (state.from.clone(), state.to.clone()));
    move || {
        let (from, to) = ends.get();
        let named = |text: &str| crate::session::route::key_from_text(text).map(|key| scope.name_of(&key));
        let (from, to) = (named(&from), named(&to));
        let words = match (&from, &to, scope.chains.get()) {
            (None, None, _) => return None,
            (Some(_), Some(_), Some(chains)) if chains.paths.is_empty() => session.t("why-none"),
            (Some(_), Some(_), Some(chains)) => {
                session.tr("chains-lit", &[("count", chains.paths.len().into())])
            }
            _ => session.t("chain-open"),
        };
        let is_whole = from.is_some() && to.is_some();
        let clear = move |_| {
            session.act(Action::From(String::new()));
            session.act(Action::To(String::new()));
        };
        let name = |name: Option<String>| view! { <strong class="clip"><bdi>{name.unwrap_or_else(|| "…".to_owned())}</bdi></strong> };
        Some(view! {
            <div class="strip row wrap is-path" role="status">
                <span class="legend-role is-path" aria-hidden="true"></span>
                {name(from)}<span class="faint" aria-hidden="true">"→"</span>{name(to)}
                <span class="muted">{words}</span>
                <span class="grow"></span>
                {is_whole.then(|| view! { <button class="button small" on:click=move |_| session.act(Action::Open(View::Why))>{session.t("chain-details")}</button> })}
                <button class="button small icon-only quiet" aria-label=session.t("chain-clear") title=session.t("chain-clear") on:click=clear>{icon(icon::CLOSE)}</button>
            </div>
        }.into_any())
    }
}

/// Which two documents are compared.
fn changes(scope: Scope) -> impl IntoView {
    let session = scope.session;
    let is_on = session.slice(|state| state.shows_changes);
    move || {
        is_on.get().then(|| {
            let (a, b) = session.state.with(|state| (state.a.clone(), state.b.clone()));
            let (former, later) = session.sources.with(|sources| sides(sources, &a, &b))?;
            let (one, other) = (former.id, later.id);
            let choice = move |current: SourceId, other: SourceId| comparable(session, current, other);
            let choose = move |chosen: String, other: SourceId, is_former: bool| {
                let ends = session.sources.with_untracked(|sources| {
                    let chosen = sources.iter().find(|source| source.id.0.to_string() == chosen)?;
                    Some((chosen.id, partner(sources, chosen, Some(other))?.id))
                });
                if let Some((chosen, other)) = ends {
                    let (a, b) = if is_former { (chosen, other) } else { (other, chosen) };
                    session.act(Action::A(a.0.to_string()));
                    session.act(Action::B(b.0.to_string()));
                }
            };
            Some(view! {
                <div class="strip row wrap">
                    <label class="row small"><span class="muted">{session.t("compare-before")}</span>
                        <select class="field small" on:change=move |event| choose(event_target_value(&event), other, true)>{choice(one, other)}</select></label>
                    <label class="row small"><span class="muted">{session.t("compare-after")}</span>
                        <select class="field small" on:change=move |event| choose(event_target_value(&event), one, false)>{choice(other, one)}</select></label>
                    <span class="muted" role="status">{move || counted(scope)}</span>
                    <span class="grow"></span>
                    <button class="button small icon-only quiet" aria-label=session.t("hide-changes") title=session.t("hide-changes") on:click=move |_| session.act(Action::ShowChanges(false))>{icon(icon::CLOSE)}</button>
                </div>
            }.into_any())
        })
    }
}

/// The documents that can stand on one side: those that another of their kind is loaded for, the other side
/// itself left out.
fn comparable(session: Session, current: SourceId, other: SourceId) -> AnyView {
    let sources = session.sources.get();
    let can = |source: &&Arc<Source>| source.id != other && partner(&sources, source, None).is_some();
    let option = |source: &Arc<Source>| {
        let id = source.id;
        let kind = session.t(kind_id(source.kind));
        let title = format!("{} · {kind}", visible(&source.title));
        view! { <option value=id.0.to_string() selected=id == current>{title}</option> }
    };
    sources.iter().filter(can).map(option).collect_view().into_any()
}

fn counted(scope: Scope) -> Option<String> {
    use crate::scene::Role;
    let changes = scope.changes.get()?;
    let count = |role| crate::text::Arg::from(changes.count(role));
    let counts =
        [("added", count(Role::Added)), ("removed", count(Role::Removed)), ("changed", count(Role::Changed))];
    Some(scope.session.tr("changes-counted", &counts))
}

/// What is selected together, and what can be done with it.
fn marked(scope: Scope) -> impl IntoView {
    let session = scope.session;
    let count = memo(move |_| scope.marked().len());
    let is_any = memo(move |_| count.get() > 0);
    let keys = move || session.marked.with_untracked(|keys| keys.iter().cloned().collect::<Vec<NodeKey>>());
    let focus = move |_| {
        let mut keys = keys();
        if keys.len() > MOST_FOCUSED {
            keys.truncate(MOST_FOCUSED);
            session.say(session.tr("focused-first", &[("count", MOST_FOCUSED.into())]));
        }
        session.act(Action::FocusAll(keys));
    };
    let copy = move |_| session.copy(keys().iter().map(|key| key.id.as_str()).collect::<Vec<_>>().join("\n"));
    move || {
        is_any.get().then(|| {
            view! {
                <div class="strip row wrap is-marked" role="group" aria-label=session.t("marked")>
                    <strong role="status">{move || session.tr("marked-count", &[("count", count.get().into())])}</strong>
                    <button class="button small" on:click=focus>{icon(icon::GRAPH)}{session.t("focus-on-them")}</button>
                    <button class="button small" on:click=copy>{icon(icon::COPY)}{session.t("copy-ids")}</button>
                    {export_menu(session, &What::Table("selection", Rc::new(move || Box::pin(std::future::ready(table(scope))))))}
                    <span class="grow"></span>
                    <button class="button small icon-only quiet" aria-label=session.t("marked-clear") title=session.t("marked-clear") on:click=move |_| session.marked.set(crate::sorted::SortedSet::new())>{icon(icon::CLOSE)}</button>
                </div>
            }
        })
    }
}

/// The nodes that are selected together, as a table for a ticket.
fn table(scope: Scope) -> Table {
    let session = scope.session;
    let head = ["column-kind", "column-name", "column-version", "column-status"].map(|id| session.t(id));
    let mut table = Table::new(session.t("marked"), head.into_iter().chain(["id".to_owned()]));
    let graph = session.graph.get_untracked();
    for node in untrack(|| scope.marked()).into_iter().filter_map(|id| graph.node(id)) {
        let kind = session.t(&format!("item-{}", node.key.kind.word()));
        let status = session.t(&format!("status-{}", node.condition().word()));
        table.push([kind, node.name.to_string(), node.version.to_string(), status, node.key.id.to_string()]);
    }
    table
}
