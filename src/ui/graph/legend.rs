//! What the marks on the screen mean, with counts: only what is there is explained.

use super::scope::Scope;
use crate::graph::{EdgeState, Status};
use crate::scene::Role;
use crate::session::route::standing_word;
use crate::ui::icon::{self, icon};
use crate::verdict::Standing;
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
    let board = session.board.get();
    // What is in order itself is told apart by how it stands: it is drawn so.
    let mut counts = BTreeMap::<(Status, Option<Standing>), usize>::new();
    scope.shown.with(|shown| {
        for (id, node) in shown.nodes.iter().filter_map(|id| Some((*id, graph.node(*id)?))) {
            let status = node.condition();
            let standing = (status == Status::Ok).then(|| board.standing(id));
            *counts.entry((status, standing)).or_default() += 1;
        }
    });
    counts
        .into_iter()
        .map(|((status, standing), count)| {
            let (word, shape) = match standing {
                Some(standing) => (standing_word(standing), icon::of_standing(standing)),
                None => (status.word(), icon::of_status(status)),
            };
            let words = session.t(match standing {
                Some(Standing::Hit | Standing::AtRisk) => "card-at-risk",
                Some(Standing::Unknown) => "card-unclear",
                _ => "card-ok",
            });
            let words = if standing.is_some() { words } else { session.t(&format!("status-{word}")) };
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
