//! Items as a table: releases, customizations, the graph's tree as a list. Virtual, sorted, by keyboard.

use super::board::rows_memo;
use super::export_menu::{What, export_menu};
use super::icon::{self, icon};
use super::item::{standing_badge, state_badge, title_of};
use super::list::{List, list_in_table};
use super::session::Session;
use super::states::{nothing_found, nothing_of_kind};
use crate::graph::{Graph, Node, NodeId, NodeKind};
use crate::session::Action;
use crate::session::rows::{Column, applied, facet_of, failures};
use crate::text::visible;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// The height of a row, in pixels.
const ROW_HEIGHT: f64 = 36.0;

/// A table of the items of these kinds.
pub fn table(
    session: Session,
    name: &'static str,
    kinds: &'static [NodeKind],
    columns: &'static [Column],
) -> impl IntoView {
    let shown = rows_memo(session, kinds);
    let counts = session.counts_of(kinds);
    let selected = session.slice(|state| state.selected.clone());
    let reveal = Signal::derive(move || {
        let id = session.find(&selected.get()?)?;
        shown.with(|rows| rows.iter().position(|row| *row == id))
    });
    let step = move |event: KeyboardEvent| {
        let by = match event.key().as_str() {
            "ArrowDown" => 1,
            "ArrowUp" => -1,
            "PageDown" => 20,
            "PageUp" => -20,
            _ => return,
        };
        event.prevent_default();
        let count = shown.with_untracked(|rows| rows.len());
        let at =
            reveal.get_untracked().map_or(if by > 0 { 0 } else { count as isize - 1 }, |at| at as isize + by);
        let next = at.clamp(0, count as isize - 1).max(0) as usize;
        if let Some(id) = shown.with_untracked(|rows| rows.get(next).copied()) {
            session.select(id);
        }
    };
    let template = grid_template(columns);
    view! {
        <div class="table" part="table" role="table" aria-label=session.t(&format!("view-{name}"))
            style=("--columns", template) on:keydown=step>
            <div class="table-head" role="row">
                {columns.iter().map(|column| head_cell(session, *column)).collect_view()}
            </div>
            {move || {
                let is_none = counts.with(|counts| counts.standings.is_empty());
                let is_empty = shown.with(|rows| rows.is_empty());
                match (is_none, is_empty) {
                    (true, _) => Some(nothing_of_kind(session, name).into_any()),
                    (false, true) => Some(nothing_found(session).into_any()),
                    _ => None,
                }
            }}
            {list_in_table(List {
                count: Signal::derive(move || shown.with(|rows| rows.len())),
                row_height: ROW_HEIGHT,
                reveal,
                stop: None,
                label: session.t(&format!("view-{name}")),
                row: move |rows: &Vec<NodeId>, at| rows.get(at).copied().map(|id| row(session, id, columns)),
            }, shown)}
        </div>
        <div class="table-foot count row">
            <span class="grow">{move || session.tr("rows-of", &[
                ("shown", shown.with(|rows| rows.len()).into()),
                ("all", counts.with(|counts| counts.standings.values().sum::<usize>()).into()),
            ])}</span>
            {(name != "graph").then(|| export_menu(session, &What::View))}
        </div>
    }
}

pub(super) fn grid_template(columns: &[Column]) -> String {
    let width = |column: &Column| match column {
        Column::Name => "minmax(180px, 3fr)",
        Column::Risk => "112px",
        Column::Status => "150px",
        Column::DependsOn | Column::NeededBy => "84px",
        Column::Packaging => "minmax(136px, 1fr)",
        Column::Applied | Column::Failures => "104px",
        Column::Kind => "90px",
        Column::Version | Column::Branch => "minmax(70px, 0.8fr)",
        _ => "minmax(96px, 1fr)",
    };
    columns.iter().map(width).collect::<Vec<_>>().join(" ")
}

pub(super) fn head_cell(session: Session, column: Column) -> impl IntoView {
    let sort = session.slice(|state| state.sort.clone());
    let direction = move || {
        let sort = sort.get();
        let is_down = sort.starts_with('-');
        let name = sort.trim_start_matches('-');
        match (name == column.word() || (name.is_empty() && column == Column::Risk), is_down) {
            (true, true) => "descending",
            (true, false) => "ascending",
            _ => "none",
        }
    };
    view! {
        <div role="columnheader" aria-sort=direction class=format!("cell-{}", column.word())>
            <button on:click=move |_| session.act(Action::Sort(column.word().to_owned()))>
                {session.t(&format!("column-{}", column.word()))}
                <span class="sort" aria-hidden="true">{move || match direction() { "ascending" => "↑", "descending" => "↓", _ => "" }}</span>
            </button>
        </div>
    }
}

fn row(session: Session, id: NodeId, columns: &'static [Column]) -> impl IntoView + use<> {
    let graph = session.graph.get_untracked();
    let node = graph.node(id).cloned()?;
    let key = node.key.clone();
    let is_selected = session.slice(move |state| state.selected.as_ref() == Some(&key));
    let cells = columns
        .iter()
        .map(|column| view! { <div role="cell" class=format!("cell cell-{}", column.word())>{cell(session, &graph, id, &node, *column)}</div> })
        .collect_view();
    let tab_index = move || if is_selected.get() { "0" } else { "-1" };
    Some(view! {
        <div class="table-row" role="row" tabindex=tab_index aria-selected=move || is_selected.get().to_string()
            class:row-selected=move || is_selected.get() on:click=move |_| session.select(id)>
            {cells}
        </div>
    })
}

pub(super) fn cell(session: Session, graph: &Graph, id: NodeId, node: &Node, column: Column) -> AnyView {
    let count = |count: usize| view! { <span class="numbers">{count}</span> }.into_any();
    match column {
        Column::Risk => {
            let standing = session.board.with_untracked(|board| board.of(id).map(|verdict| verdict.standing));
            standing.map(|standing| standing_badge(session, standing)).into_any()
        }
        Column::Name => view! {
            <button class="cell-name row" on:click=move |_| session.select(id)>
                {icon(icon::of_kind(node.key.kind))}
                <bdi class="clip">{title_of(node)}</bdi>
            </button>
        }
        .into_any(),
        Column::Status => state_badge(session, id, node).into_any(),
        Column::Version => visible(&node.version).into_owned().into_any(),
        Column::Kind => session.t(&format!("item-{}", node.key.kind.word())).into_any(),
        Column::DependsOn => count(graph.needs(id).count()),
        Column::NeededBy => count(graph.needed_by(id).count()),
        Column::Applied => count(applied(graph, id).count()),
        Column::Failures => count(failures(graph, id)),
        _ => {
            let value = visible(facet_of(node, column.word())).into_owned();
            view! { <span class="clip" title=value.clone()>{value.clone()}</span> }.into_any()
        }
    }
}
