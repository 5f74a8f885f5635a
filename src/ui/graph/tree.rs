//! The graph as a tree of rows, as the APG's treegrid: what the drawing shows, for reading and for the keyboard.
//!
//! The grid itself has the keyboard's focus and names the row that it is on, since a virtual list takes rows
//! away that a person could be on.

use super::command::{Command, run};
use super::scope::Scope;
use crate::geometry::Point;
use crate::graph::{NodeId, NodeKey};
use crate::session::rows::Column;
use crate::session::shown::near_focus;
use crate::session::tree::{Row, Tree};
use crate::session::{Action, ViewState};
use crate::ui::board::rows_memo;
use crate::ui::erased::{effect, memo};
use crate::ui::frame::GRAPH_KINDS;
use crate::ui::icon::{self, icon};
use crate::ui::item::title_of;
use crate::ui::list::{List, Listed, Outside, list_in_grid};
use crate::ui::session::Session;
use crate::ui::states::{nothing_found, nothing_of_kind};
use crate::ui::table::{cell, grid_template, head_cell};
use leptos::attr::custom::custom_attribute;
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;

/// The height of a row, in pixels.
const ROW_HEIGHT: f64 = 36.0;
/// The height of the head, in pixels; style/table.css says the same.
const HEAD_HEIGHT: f64 = 35.0;
/// How many rows Page Up and Page Down go.
const PAGE: isize = 15;

const COLUMNS: [Column; 7] = [
    Column::Name,
    Column::Risk,
    Column::Kind,
    Column::Status,
    Column::Packaging,
    Column::DependsOn,
    Column::NeededBy,
];

/// The tree, and the row that the keyboard is on.
#[derive(Clone, Copy)]
struct Grid {
    scope: Scope,
    tree: RwSignal<Listed<Tree>>,
    at: RwSignal<usize>,
}

/// The tree-table.
pub(super) fn tree(scope: Scope) -> impl IntoView {
    let session = scope.session;
    let grid = Grid { scope, tree: RwSignal::new(Listed::new(Tree::default())), at: RwSignal::new(0) };
    let roots = roots_memo(session);
    effect(move |_| grid.plant(&roots.get()));
    let outside = Outside { element: NodeRef::new(), scrolled: RwSignal::new(0), head: HEAD_HEIGHT };
    let version = memo(move |_| grid.tree.get());
    let count = Signal::derive(move || grid.tree.with(|tree| tree.len()));
    let counts = session.counts_of(&GRAPH_KINDS);
    let heads = COLUMNS.iter().map(|column| head_cell(session, *column)).collect_view();
    view! {
        <div class="table tree" part="table" node_ref=outside.element on:scroll=move |_| outside.scrolled.update(|times| *times += 1) role="treegrid" tabindex="0" aria-label=session.t("view-graph")
            aria-rowcount=move || (count.get() + 1).to_string() aria-multiselectable="true"
            aria-activedescendant=move || grid.active_row()
            style=("--columns", grid_template(&COLUMNS)) on:keydown=move |event| grid.key(&event)>
            <div class="table-head" role="row" aria-rowindex="1">{heads}</div>
            {move || {
                let is_none = counts.with(|counts| counts.standings.is_empty());
                let is_empty = count.get() == 0;
                (is_none || is_empty).then(|| if is_none { nothing_of_kind(session, "graph").into_any() } else { nothing_found(session).into_any() })
            }}
            {list_in_grid(List {
                count,
                row_height: ROW_HEIGHT,
                reveal: Signal::derive(move || Some(grid.at.get())),
                stop: None,
                label: session.t("view-graph"),
                row: move |tree: &Tree, at| tree.row(at).map(|row| grid.row(*row, at)),
            }, version, outside)}
        </div>
        <div class="table-foot count">{move || session.tr("rows-of", &[
                ("shown", roots.with(|roots| roots.len()).into()),
                ("all", counts.with(|counts| counts.standings.values().sum::<usize>()).into()),
            ])}</div>
    }
    .into_any()
}

/// The items on the first level: what passes the filters, within the focus if there is one.
fn roots_memo(session: Session) -> Memo<Listed<Vec<NodeId>>> {
    let all = rows_memo(session, &GRAPH_KINDS);
    let focus = session.slice(|state| ViewState {
        focus: state.focus.clone(),
        beside: state.beside.clone(),
        depth: state.depth,
        direction: state.direction,
        ..ViewState::default()
    });
    memo(move |_| {
        let near = session.graph.with(|graph| near_focus(graph, &focus.get()));
        match near {
            None => all.get(),
            Some(near) => {
                let is_near = |id: &NodeId| near.binary_search(id).is_ok();
                Listed::new(all.with(|all| all.iter().copied().filter(is_near).collect()))
            }
        }
    })
}

impl Grid {
    /// Begins anew with these items; the keyboard goes to the selected one.
    fn plant(self, roots: &[NodeId]) {
        let session = self.scope.session;
        let (selected, opened) =
            session.state.with_untracked(|state| (state.selected.clone(), state.rows.clone()));
        let tree = session.graph.with_untracked(|graph| {
            let mut tree = Tree::new(graph, roots);
            tree.reopen(graph, &opened);
            tree
        });
        let id = selected.and_then(|key| session.graph.with_untracked(|graph| graph.find(&key)));
        let at = id.and_then(|id| tree.find(id)).unwrap_or(0);
        // The tree first: a list cannot scroll to a row that it has no room for yet.
        self.tree.set(Listed::new(tree));
        self.at.set(at);
    }

    fn row_at(self, at: usize) -> Option<Row> {
        self.tree.with_untracked(|tree| tree.row(at).copied())
    }

    fn active_row(self) -> Option<String> {
        let at = self.at.get();
        self.tree.with(|tree| tree.row(at).map(|_| format!("atlas-row-{at}")))
    }

    fn key_at(self, at: usize) -> Option<NodeKey> {
        self.scope.session.key_of(self.row_at(at)?.node)
    }

    /// Opens or closes a row.
    fn set_open(self, at: usize, is_open: bool) {
        let graph = self.scope.session.graph.get_untracked();
        let mut tree = Tree::clone(&self.tree.get_untracked());
        if is_open {
            tree.open(&graph, at);
        } else {
            tree.close(at);
        }
        self.tree.set(Listed::new(tree));
        let opened = self.tree.with_untracked(|tree| tree.opened(&graph));
        self.scope.session.act(Action::OpenRows(opened));
    }

    fn go(self, by: isize) {
        let last = self.tree.with_untracked(|tree| tree.len()).saturating_sub(1);
        self.at.update(|at| *at = at.saturating_add_signed(by).min(last));
    }

    fn key(self, event: &KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let at = self.at.get_untracked();
        let Some(row) = self.row_at(at) else { return };
        match event.key().as_str() {
            "ArrowDown" => self.go(1),
            "ArrowUp" => self.go(-1),
            "PageDown" => self.go(PAGE),
            "PageUp" => self.go(-PAGE),
            "Home" => self.at.set(0),
            "End" => self.go(isize::MAX / 2),
            "ArrowRight" if row.is_open => self.go(1),
            "ArrowRight" => self.set_open(at, true),
            "ArrowLeft" if row.is_open => self.set_open(at, false),
            "ArrowLeft" => {
                if let Some(parent) = self.tree.with_untracked(|tree| tree.parent(at)) {
                    self.at.set(parent);
                }
            }
            "Enter" => self.scope.session.select(row.node),
            " " => self.run(Command::Mark, at),
            "ContextMenu" => self.menu_by_key(at),
            "F10" if event.shift_key() => self.menu_by_key(at),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    }

    fn run(self, command: Command, at: usize) {
        if let Some(key) = self.key_at(at) {
            run(self.scope, command, &key);
        }
    }

    fn menu_by_key(self, at: usize) {
        if let Some(key) = self.key_at(at) {
            self.scope.open_menu(key, Point::new(48.0, 120.0));
        }
    }

    fn clicked(self, event: &MouseEvent, at: usize) {
        self.at.set(at);
        if event.ctrl_key() || event.meta_key() || event.shift_key() {
            self.run(Command::Mark, at);
        } else if let Some(row) = self.row_at(at) {
            self.scope.session.select(row.node);
        }
    }

    fn row(self, row: Row, at: usize) -> AnyView {
        let session = self.scope.session;
        let graph = session.graph.get_untracked();
        let Some(node) = graph.node(row.node).cloned() else { return ().into_any() };
        let (key, own) = (node.key.clone(), node.key.clone());
        let is_selected = memo(move |_| {
            session.state.with(|state| state.selected.as_ref() == Some(&key))
                || session.marked.with(|marked| marked.contains(&key))
        });
        let cells = COLUMNS
            .iter()
            .skip(1)
            .map(|column| {
                let cell = cell(session, &graph, row.node, &node, *column);
                view! { <div role="gridcell" class=format!("cell cell-{}", column.word())>{cell}</div> }
            })
            .collect_view();
        let level = custom_attribute("aria-level", row.level.to_string());
        let expanded = (row.children > 0).then(|| row.is_open.to_string());
        let asked = move |event: MouseEvent| {
            event.prevent_default();
            self.at.set(at);
            let top = (at as f32 * ROW_HEIGHT as f32) % 400.0;
            self.scope.open_menu(own.clone(), Point::new(event.offset_x() as f32 + 24.0, 100.0 + top));
        };
        view! {
            <div {..level} class="table-row" role="row" id=format!("atlas-row-{at}") aria-rowindex=(at + 2).to_string() aria-posinset=row.place.to_string() aria-setsize=row.siblings.to_string()
                aria-expanded=expanded aria-selected=move || is_selected.get().to_string()
                class:row-selected=move || is_selected.get() class:row-active=move || self.at.get() == at
                on:click=move |event| self.clicked(&event, at)
                on:dblclick=move |_| self.run(Command::Focus, at)
                on:contextmenu=asked>
                <div role="gridcell" class="cell cell-name" style=("--level", (row.level - 1).to_string())>
                    {self.twisty(at, row)}
                    {icon(icon::of_kind(node.key.kind))}
                    <bdi class="clip">{title_of(&node)}</bdi>
                </div>
                {cells}
            </div>
        }
        .into_any()
    }

    /// The mark that opens and closes a row by pointer; the keyboard has its arrows.
    fn twisty(self, at: usize, row: Row) -> AnyView {
        if row.children == 0 {
            return view! { <span class="twisty"></span> }.into_any();
        }
        let turn = move |event: MouseEvent| {
            event.stop_propagation();
            self.at.set(at);
            self.set_open(at, !row.is_open);
        };
        let shape = if row.is_open { icon::DOWN } else { icon::RIGHT };
        view! { <span class="twisty" on:click=turn>{icon(shape)}</span> }.into_any()
    }
}
