//! The bar above the graph: which arrangement, how much of it, and how much is left out.

use super::scope::Scope;
use crate::layout::Flow;
use crate::session::overlay::sides;
use crate::session::picture::turned;
use crate::session::shown::{Shown, begins_with_urgent};
use crate::session::{Action, Group};
use crate::ui::erased::memo;
use crate::ui::export_menu::{What, export_menu};
use crate::ui::icon::{self, icon};
use crate::ui::session::Session;
use leptos::prelude::*;

/// The bar.
pub(super) fn toolbar(scope: Scope) -> impl IntoView {
    let session = scope.session;
    let as_table = session.shows_table();
    view! {
        <div class="graph-bar row wrap" role="toolbar" aria-label=session.t("graph-tools")>
            <div class="segmented" role="group" aria-label=session.t("graph-or-table")>
                <button class="button small" aria-pressed=move || (!as_table.get()).to_string() on:click=move |_| session.show_as_table(false)>{icon(icon::GRAPH)}{session.t("view-graph")}</button>
                <button class="button small" aria-pressed=move || as_table.get().to_string() on:click=move |_| session.show_as_table(true)>{icon(icon::TABLE)}{session.t("as-table")}</button>
            </div>
            {move || (!as_table.get()).then(|| view! { {arrangement(session)} {differences(session)} })}
            <span class="grow"></span>
            {move || (!as_table.get()).then(|| counts(scope))}
            {export_menu(session, &What::View)}
        </div>
    }
    .into_any()
}

fn arrangement(session: Session) -> AnyView {
    let flow = session.slice(|state| state.flow);
    let group = session.slice(|state| state.group);
    let groups = Group::ALL
        .into_iter()
        .map(|one| {
            let label = session.t(&format!("group-{}", one.word()));
            view! { <option value=one.word() selected=move || group.get() == one>{label}</option> }
        })
        .collect_view();
    view! {
        <button class="button small" title=session.t("flow-turn") on:click=move |_| session.act(Action::Flow(turned(flow.get_untracked())))>
            {move || session.t(if flow.get() == Flow::LeftToRight { "flow-lr" } else { "flow-tb" })}
        </button>
        <select class="field small" aria-label=session.t("group-by") on:change=move |event| {
            session.act(Action::GroupBy(Group::from_word(&event_target_value(&event)).unwrap_or_default()));
        }>{groups}</select>
    }
    .into_any()
}

/// The switch for what differs between two documents, where there are two to compare.
fn differences(session: Session) -> impl IntoView {
    let ends = session.slice(|state| (state.a.clone(), state.b.clone()));
    let can = memo(move |_| {
        let (a, b) = ends.get();
        session.sources.with(|sources| sides(sources, &a, &b).is_some())
    });
    let is_on = session.slice(|state| state.shows_changes);
    move || {
        can.get().then(|| {
            view! {
                <button class="button small" aria-pressed=move || is_on.get().to_string()
                    on:click=move |_| session.act(Action::ShowChanges(!is_on.get_untracked()))>{session.t("show-changes")}</button>
            }
        })
    }
}

/// How much is shown, and a button for each thing that is left out.
fn counts(scope: Scope) -> impl IntoView {
    let (session, shown) = (scope.session, scope.shown);
    let shows_implied = session.slice(|state| state.shows_implied);
    let has_folds = session.slice(|state| {
        !(state.folded.is_empty() && state.unfolded.is_empty() && state.unfolded_sides.is_empty())
    });
    // What is left out of a first picture, and how to draw it, stands in a strip of its own.
    let left_out =
        memo(move |_| shown.with(|shown| (if shown.is_urgent { 0 } else { shown.left_out }, shown.matching)));
    let implied = memo(move |_| shown.with(|shown| shown.implied));
    // Everything is drawn because somebody asked for it: one press leads back to what is hit.
    let can_begin = memo(move |_| {
        let matching = shown.with(|shown| shown.matching);
        session.state.with(|state| {
            state.show_all && session.board.with(|board| begins_with_urgent(state, board, matching))
        })
    });
    view! {
        <span class="count" role="status">{move || shown.with(|shown| counts_text(session, shown))}</span>
        {move || (implied.get() > 0).then(|| {
            let count = implied.get();
            view! { <button class="button small" aria-pressed=move || shows_implied.get().to_string() title=session.t("implied-lead")
                on:click=move |_| session.act(Action::ShowImplied(!shows_implied.get_untracked()))>{session.tr("implied", &[("count", count.into())])}</button> }
        })}
        {move || hubs(scope)}
        {move || has_folds.get().then(|| view! {
            <button class="button small" on:click=move |_| session.act(Action::ResetFolds)>{session.t("reset-folds")}</button>
        })}
        {move || can_begin.get().then(|| view! {
            <button class="button small" title=session.t("urgent-again-lead") on:click=move |_| session.act(Action::ShowAll(false))>{session.t("urgent-again")}</button>
        })}
        {move || {
            let (count, all) = left_out.get();
            (count > 0).then(|| view! {
                <button class="button small" on:click=move |_| session.act(Action::ShowAll(true))>{session.tr("show-all", &[("count", all.into())])}</button>
            })
        }}
    }
}

fn counts_text(session: Session, shown: &Shown) -> String {
    let (nodes, edges) = (shown.nodes.len(), shown.edges.len());
    if shown.left_out > 0 && !shown.is_urgent {
        session.tr("showing-of", &[("shown", nodes.into()), ("all", shown.matching.into())])
    } else {
        session.tr("graph-counts", &[("nodes", nodes.into()), ("edges", edges.into())])
    }
}

/// What is drawn without the edges to it: one press draws them.
fn hubs(scope: Scope) -> Option<AnyView> {
    let session = scope.session;
    let hubs = scope.shown.with(|shown| shown.hubs.clone());
    let edges: u32 = hubs.values().sum();
    let keys: Vec<_> = hubs.keys().filter_map(|id| session.key_of(*id)).collect();
    let names: Vec<String> = keys.iter().map(|key| scope.name_of(key)).collect();
    let args = [("count", keys.len().into()), ("edges", edges.into())];
    let words = session.tr("hubs-folded", &args);
    let title = format!("{}: {}", session.tr("hubs-folded-lead", &args), names.join(", "));
    let unfold = move |_| {
        for key in &keys {
            session.act(Action::Unfold(key.clone()));
        }
    };
    (edges > 0).then(|| {
        view! { <button class="button small" title=title on:click=unfold>{words}</button> }.into_any()
    })
}
