//! Everything a person can do to the view, and what becomes of the state.

use super::state::{Direction, Group, Status, Tab, View, ViewState};
use crate::graph::{NodeKey, NodeKind};
use crate::layout::Flow;
use crate::verdict::Standing;

/// One thing that a person did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Open a view; the selection stays.
    Open(View),
    /// Select an item and open its panel.
    Select(NodeKey),
    /// Close the panel.
    Deselect,
    /// Open a tab of the panel.
    OpenTab(Tab),
    /// Open a sheet of the inspector.
    OpenSheet(Tab),
    /// Type into the search field.
    Find(String),
    /// Switch a verdict filter.
    ToggleStanding(Standing),
    /// Open a view on everything that stands so, and nothing else.
    OpenStanding(View, Standing),
    /// Switch a kind filter.
    ToggleKind(NodeKind),
    /// Switch a status filter.
    ToggleStatus(Status),
    /// Switch a facet filter.
    ToggleFacet(String, String),
    /// Remove all filters and the search words.
    ClearFilters,
    /// Sort a table by a column: upwards, downwards, by risk again.
    Sort(String),
    /// Show the surroundings of an item in the graph.
    Focus(NodeKey),
    /// Show the surroundings of several items in the graph.
    FocusAll(Vec<NodeKey>),
    /// Show the whole graph.
    Unfocus,
    /// Draw all neighbours of a node, or what is folded into it.
    Unfold(NodeKey),
    /// Draw all dependencies or all dependants of a node.
    UnfoldSide(NodeKey, Direction),
    /// Remember which rows of the tree-table are open.
    OpenRows(String),
    /// Fold into a node what only it needs, or what needs only it.
    Fold(NodeKey),
    /// Fold and unfold nothing any more.
    ResetFolds,
    /// Draw the edges that others imply.
    ShowImplied(bool),
    /// Show what differs between two documents.
    ShowChanges(bool),
    /// How far the focus reaches.
    Depth(u8),
    /// Which way the focus looks.
    Look(Direction),
    /// Group nodes.
    GroupBy(Group),
    /// Which way layers follow one another.
    Flow(Flow),
    /// Graph or tree-table, or whichever fits the screen.
    AsTable(Option<bool>),
    /// Draw every node.
    ShowAll(bool),
    /// Start of a chain or move.
    From(String),
    /// End of a chain or move.
    To(String),
    /// First side of a comparison.
    A(String),
    /// Second side of a comparison.
    B(String),
    /// Open a part of a view.
    Part(String),
    /// Open a resource in the inspector.
    Inspect(String),
    /// Look into an embedded resource in the inspector (resource, pointer).
    LookInto(String, String),
    /// Show a place in the raw view of the panel.
    Reveal(NodeKey, String),
    /// Show a place of a document in the inspector (source, pointer).
    RevealIn(String, String),
    /// Take over a state as it is (a link, back, forward).
    Restore(Box<ViewState>),
}

/// What the browser's history is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum History {
    /// A new entry: Back returns to the state before.
    Push,
    /// The entry is replaced: settings and typing make no history.
    Replace,
    /// The address says it already.
    Keep,
}

/// Changes the state by an action; says what the browser's history is to be told.
pub fn apply(state: &mut ViewState, action: Action) -> History {
    match action {
        Action::Open(view) => {
            // Each view has parts of its own; another one's would be kept in links without a meaning.
            if state.view != view {
                state.part.clear();
            }
            state.view = view;
            state.pointer.clear();
            History::Push
        }
        Action::OpenStanding(view, standing) => {
            clear_filters(state);
            state.view = view;
            state.standings = [standing].into();
            state.pointer.clear();
            History::Push
        }
        Action::Select(key) => select(state, key),
        Action::Deselect => {
            state.selected = None;
            state.tab = Tab::default();
            // In the inspector it is the place that is looked at, not one of the panel's.
            if state.view != View::Inspect {
                state.pointer.clear();
            }
            History::Push
        }
        Action::OpenTab(tab) => {
            state.tab = tab;
            state.pointer.clear();
            History::Replace
        }
        Action::OpenSheet(sheet) => {
            state.sheet = sheet;
            History::Replace
        }
        Action::Focus(key) => focus(state, vec![key]),
        Action::FocusAll(keys) => focus(state, keys),
        Action::Unfocus => focus(state, Vec::new()),
        Action::Inspect(href) => {
            state.view = View::Inspect;
            state.href = href;
            state.pointer.clear();
            History::Push
        }
        Action::LookInto(href, pointer) => {
            state.view = View::Inspect;
            state.href = href;
            state.sheet = Tab::Links;
            state.pointer = pointer;
            History::Push
        }
        Action::Reveal(key, pointer) => {
            state.selected = Some(key);
            state.tab = Tab::Raw;
            state.pointer = pointer;
            History::Push
        }
        Action::RevealIn(source, pointer) => {
            state.view = View::Inspect;
            state.href = source;
            state.sheet = Tab::Raw;
            state.pointer = pointer;
            History::Push
        }
        Action::ShowAll(show_all) => {
            state.show_all = show_all;
            History::Push
        }
        Action::Restore(restored) => {
            *state = *restored;
            History::Keep
        }
        setting => {
            set(state, setting);
            History::Replace
        }
    }
}

fn select(state: &mut ViewState, key: NodeKey) -> History {
    if state.selected.as_ref() == Some(&key) {
        return History::Keep;
    }
    state.selected = Some(key);
    state.pointer.clear();
    History::Push
}

/// Puts the focus on these nodes, or on none.
fn focus(state: &mut ViewState, keys: Vec<NodeKey>) -> History {
    let mut keys = keys.into_iter();
    state.focus = keys.next();
    state.beside.clear();
    state.beside.extend(keys);
    History::Push
}

/// What was folded comes out again; what was not shows all its neighbours.
fn unfold(state: &mut ViewState, key: NodeKey) {
    if !state.folded.remove(&key) {
        state.unfolded_sides.retain(|(one, _)| *one != key);
        state.unfolded.insert(key);
    }
}

/// One side of a node; both sides are the whole node.
fn unfold_side(state: &mut ViewState, key: NodeKey, side: Direction) {
    let other = if side == Direction::Down { Direction::Up } else { Direction::Down };
    if state.unfolded_sides.contains(&(key.clone(), other)) {
        unfold(state, key);
    } else if !state.unfolded.contains(&key) {
        state.unfolded_sides.insert((key, side));
    }
}

/// What showed all its neighbours does not any more; what did not is folded.
fn fold(state: &mut ViewState, key: NodeKey) {
    let sides = state.unfolded_sides.len();
    state.unfolded_sides.retain(|(one, _)| *one != key);
    if !state.unfolded.remove(&key) && sides == state.unfolded_sides.len() {
        state.folded.insert(key);
    }
}

fn set(state: &mut ViewState, setting: Action) {
    match setting {
        Action::Find(text) => state.find = text,
        Action::ToggleStanding(standing) => toggle(&mut state.standings, standing),
        Action::ToggleKind(kind) => toggle(&mut state.kinds, kind),
        Action::ToggleStatus(status) => toggle(&mut state.statuses, status),
        Action::ToggleFacet(facet, value) => toggle(&mut state.facets, (facet, value)),
        Action::ClearFilters => clear_filters(state),
        Action::Sort(column) => state.sort = next_sort(&state.sort, &column),
        Action::Depth(depth) => state.depth = depth.clamp(1, 99),
        Action::Look(direction) => state.direction = direction,
        Action::GroupBy(group) => state.group = group,
        Action::Flow(flow) => state.flow = flow,
        Action::AsTable(as_table) => state.as_table = as_table,
        Action::Unfold(key) => unfold(state, key),
        Action::UnfoldSide(key, side) => unfold_side(state, key, side),
        Action::OpenRows(rows) => state.rows = rows,
        Action::Fold(key) => fold(state, key),
        Action::ResetFolds => {
            state.unfolded.clear();
            state.unfolded_sides.clear();
            state.folded.clear();
        }
        Action::ShowImplied(shows) => state.shows_implied = shows,
        Action::ShowChanges(shows) => state.shows_changes = shows,
        Action::From(from) => state.from = from,
        Action::To(to) => state.to = to,
        Action::A(a) => state.a = a,
        Action::B(b) => state.b = b,
        Action::Part(part) => state.part = part,
        _ => {}
    }
}

fn clear_filters(state: &mut ViewState) {
    state.find.clear();
    state.standings.clear();
    state.kinds.clear();
    state.statuses.clear();
    state.facets.clear();
}

fn toggle<T: Ord>(set: &mut crate::sorted::SortedSet<T>, value: T) {
    if !set.remove(&value) {
        set.insert(value);
    }
}

/// Upwards, then downwards, then by risk again.
fn next_sort(now: &str, column: &str) -> String {
    match now.strip_prefix('-') {
        Some(down) if down == column => String::new(),
        _ if now == column => format!("-{column}"),
        _ => column.to_owned(),
    }
}
