//! What the marks on the screen mean, with counts: only what is there is explained.

use super::scope::Scope;
use crate::graph::{EdgeState, Status};
use crate::scene::Role;
use crate::ui::icon::{self, icon};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Statuses, lines and roles that are on the screen.
pub(super) fn legend(scope: Scope) -> impl IntoView {
    view! {
        <div class="legend row wrap" part="legend">
            {move || statuses(scope)}
            <span class="legend-gap"></span>
            {move || lines(scope)}
            {move || roles(scope)}
        </div>
    }
    .into_any()
}

fn statuses(scope: Scope) -> impl IntoView {
    let session = scope.session;
    let graph = session.graph.get();
    let mut counts = BTreeMap::<Status, usize>::new();
    scope.shown.with(|shown| {
        for node in shown.nodes.iter().filter_map(|id| graph.node(*id)) {
            *counts.entry(node.condition()).or_default() += 1;
        }
    });
    counts
        .into_iter()
        .map(|(status, count)| {
            let word = status.word();
            let (shape, words) = (icon::of_status(status), session.t(&format!("status-{word}")));
            view! {
                <span class=format!("legend-entry is-{word}")><span class="mark">{icon(shape)}</span>{words} <span class="count">{count}</span></span>
            }
        })
        .collect_view()
}

fn lines(scope: Scope) -> impl IntoView {
    let graph = scope.session.graph.get();
    let mut counts = BTreeMap::<EdgeState, usize>::new();
    scope.shown.with(|shown| {
        for edge in shown.edges.iter().filter_map(|id| graph.edge(*id)) {
            *counts.entry(edge.state).or_default() += 1;
        }
    });
    counts
        .into_iter()
        .map(|(state, count)| {
            let word = match state {
                EdgeState::Allowed => "solid",
                EdgeState::Conditional => "dashed",
                EdgeState::NotLoaded => "dotted",
                EdgeState::Blocked => "barred",
            };
            view! {
                <span class="legend-entry"><span class=format!("legend-line is-{word}")></span>{scope.session.t(&format!("line-{word}"))} <span class="count">{count}</span></span>
            }
        })
        .collect_view()
}

fn roles(scope: Scope) -> impl IntoView {
    let lit = scope.lit.get();
    let explained = lit.into_iter().filter(|(role, _)| !matches!(role, Role::Selected | Role::Hover));
    explained
        .map(|(role, count)| {
            let word = role.word();
            view! {
                <span class="legend-entry"><span class=format!("legend-role is-{word}")></span>{scope.session.t(&format!("role-{word}"))} <span class="count">{count}</span></span>
            }
        })
        .collect_view()
}
