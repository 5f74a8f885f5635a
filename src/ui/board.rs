//! The verdict board: what is hit, most urgent first, with counts that filter.

use super::export_menu::{What, export_menu};
use super::icon::{self, icon};
use super::item::{standing_badge, state_badge, title_of};
use super::list::{List, list};
use super::session::Session;
use super::states::nothing_found;
use crate::graph::{NodeId, NodeKind};
use crate::session::Action;
use crate::session::route::{standing_word, status_word};
use crate::session::rows::rows;
use crate::text::visible;
use crate::verdict::Standing;
use leptos::prelude::*;
use std::sync::Arc;

/// The height of a row, in pixels.
const ROW_HEIGHT: f64 = 68.0;

/// The kinds of items that the board lists.
pub const KINDS: [NodeKind; 4] =
    [NodeKind::Customization, NodeKind::Release, NodeKind::VcfRelease, NodeKind::Bundle];

/// The board.
pub fn board(session: Session) -> impl IntoView {
    let shown = rows_memo(session, &KINDS);
    view! {
        <div class="board">
            {head(session)}
            {move || shown.with(|rows| rows.is_empty()).then(|| nothing_found(session))}
            {list(List {
                count: Signal::derive(move || shown.with(|rows| rows.len())),
                row_height: ROW_HEIGHT,
                reveal: Signal::derive(|| None),
                label: session.t("board-title"),
                row: move |at| shown.with_untracked(|rows| rows.get(at).copied()).map(|id| row(session, id)),
            }, shown)}
        </div>
    }
}

/// The rows of a table or of the board, kept until graph, board or filters change.
pub fn rows_memo(session: Session, kinds: &'static [NodeKind]) -> Memo<Arc<Vec<NodeId>>> {
    let state = session.slice(filtering);
    Memo::new(move |_| {
        let (graph, board, found) = (session.graph.get(), session.board.get(), session.found.get());
        Arc::new(rows(&graph, &board, &state.get(), &found, kinds))
    })
}

/// What of the state decides which rows are shown, so that opening a panel draws no row anew.
fn filtering(state: &crate::session::ViewState) -> crate::session::ViewState {
    crate::session::ViewState {
        find: state.find.clone(),
        standings: state.standings.clone(),
        kinds: state.kinds.clone(),
        statuses: state.statuses.clone(),
        facets: state.facets.clone(),
        sort: state.sort.clone(),
        ..crate::session::ViewState::default()
    }
}

fn head(session: Session) -> impl IntoView {
    let counts = session.counts_of(&KINDS);
    let count =
        move |standing| counts.with(|counts| counts.standings.get(&standing).copied().unwrap_or_default());
    let tiles = [Standing::Hit, Standing::AtRisk, Standing::Unknown, Standing::Clear]
        .into_iter()
        .map(|standing| {
            let word = standing_word(standing);
            let is_on = session.slice(move |state| state.standings.contains(&standing));
            view! {
                <button class=format!("tile is-{word}") aria-pressed=move || is_on.get().to_string()
                    on:click=move |_| session.act(Action::ToggleStanding(standing))>
                    <span class="tile-count numbers">{move || count(standing)}</span>
                    <span class="tile-word">{icon(icon::of_standing(standing))}{session.t(&format!("standing-{word}"))}</span>
                    <span class="tile-lead muted">{session.t(&format!("standing-{word}-lead"))}</span>
                </button>
            }
        })
        .collect_view();
    view! {
        <header class="board-head">
            <div class="row">
            <h2 class="grow">{move || session.tr("board-lead", &[("hit", count(Standing::Hit).into()), ("risk", count(Standing::AtRisk).into())])}</h2>
            {export_menu(session, &What::View)}
            </div>
            <div class="tiles">{tiles}</div>
        </header>
    }
}

fn row(session: Session, id: NodeId) -> impl IntoView + use<> {
    let graph = session.graph.get_untracked();
    let node = graph.node(id).cloned()?;
    let verdict = session.board.with_untracked(|board| board.of(id).cloned())?;
    let key = node.key.clone();
    let is_selected = session.slice(move |state| state.selected.as_ref() == Some(&key));
    let dependants = verdict
        .dependants
        .filter(|count| *count > 0)
        .map(|count| session.tr("needed-by-count", &[("count", count.into())]));
    Some(view! {
        <button class=format!("board-row is-{}", status_word(node.status)) class:row-selected=move || is_selected.get()
            on:click=move |_| session.select(id)>
            <span class="board-standing">{standing_badge(session, verdict.standing)}</span>
            <span class="board-main">
                <span class="row">
                    <span class="board-kind" title=session.t(&format!("item-{}", node.key.kind.word()))>{icon(icon::of_kind(node.key.kind))}</span>
                    <strong class="clip"><bdi>{title_of(&node)}</bdi></strong>
                    {(node.version != node.key.id).then(|| view! { <code class="faint clip board-id">{visible(&node.key.id).into_owned()}</code> })}
                </span>
                <span class="board-sentence muted clip">{session.sentence(&verdict)}</span>
            </span>
            <span class="board-side">
                {state_badge(session, &node)}
                <span class="count">{dependants}</span>
            </span>
        </button>
    })
}
