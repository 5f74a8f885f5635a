//! The verdict board: what is hit, most urgent first, with counts that filter.

use super::digest::digest;
use super::icon::{self, icon};
use super::item::{mark, name_of, proved, standing_badge, state_badge};
use super::list::{List, Listed, list};
use super::on_demand::on_demand;
use super::parts::Piece;
use super::session::Session;
use super::states::{nothing_found, nothing_of_kind};
use super::summary::coverage;
use crate::graph::{NodeId, NodeKind, Status};
use crate::session::Action;
use crate::session::route::standing_word;
use crate::session::rows::{Counts, rows};
use crate::session::sentence::needed_words;
use crate::text::visible;
use crate::ui::erased::{effect, memo};
use crate::verdict::Standing;
use leptos::prelude::*;

/// The height of a row, in pixels: a title and three lines of words.
const ROW_HEIGHT: f64 = 80.0;
/// On a narrow screen: a title and five lines of words.
const NARROW_ROW_HEIGHT: f64 = 106.0;

/// The kinds of items that the board lists.
pub const KINDS: [NodeKind; 4] =
    [NodeKind::Customization, NodeKind::Release, NodeKind::VcfRelease, NodeKind::Bundle];

/// The board.
pub fn board(session: Session) -> impl IntoView {
    let shown = rows_memo(session, &KINDS);
    let is_none = memo(move |_| session.graph.with(|graph| graph.nodes.is_empty()));
    let empty = move || {
        let is_empty = shown.with(|rows| rows.is_empty());
        is_empty.then(|| {
            if is_none.get() {
                nothing_of_kind(session, "board").into_any()
            } else {
                nothing_found(session).into_any()
            }
        })
    };
    let selected = session.slice(|state| state.selected.clone());
    let reveal = Signal::derive(move || {
        let id = session.find(&selected.get()?)?;
        shown.with(|rows| rows.iter().position(|row| *row == id))
    });
    let stop = RwSignal::new(0);
    effect(move |_| {
        if let Some(at) = reveal.get() {
            stop.set(at);
        }
    });
    let rows = move || {
        let row_height = if session.is_narrow.get() { NARROW_ROW_HEIGHT } else { ROW_HEIGHT };
        list(
            List {
                count: Signal::derive(move || shown.with(|rows| rows.len())),
                row_height,
                reveal,
                label: session.t("board-title"),
                row: move |rows: &Vec<NodeId>, at| {
                    rows.get(at).copied().map(|id| row(session, id, (at, stop)))
                },
                stop: Some(stop),
            },
            shown,
        )
    };
    view! { <div class="board">{head(session, shown)}{empty}{rows}</div> }
}

/// The rows of a table or of the board, kept until graph, board or filters change.
pub fn rows_memo(session: Session, kinds: &'static [NodeKind]) -> Memo<Listed<Vec<NodeId>>> {
    let state = session.slice(filtering);
    memo(move |_| {
        let (graph, board, found) = (session.graph.get(), session.board.get(), session.found.get());
        Listed::new(rows(&graph, &board, &state.get(), &found, kinds))
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

fn head(session: Session, shown: Memo<Listed<Vec<NodeId>>>) -> impl IntoView {
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
            <h2 class="grow">{move || lead(session, count)}</h2>
            {on_demand(session, Piece::Exports)}
            </div>
            <div class="board-coverage">{coverage(session)}</div>
            {filtered(session, shown, counts)}
            <div class="tiles">{tiles}</div>
            {digest(session, counts)}
        </header>
    }
}

/// How much is hit, at risk and unknown; what is unknown or was not understood may be hit all the same.
fn lead(session: Session, count: impl Fn(Standing) -> usize) -> String {
    let unknown = count(Standing::Unknown);
    let is_odd = session.sources.with(|sources| {
        sources.iter().any(|source| source.report.total() > 0 || !source.document.notices().is_empty())
    });
    let facts = [
        ("hit", count(Standing::Hit).into()),
        ("risk", count(Standing::AtRisk).into()),
        ("unknown", unknown.into()),
        ("unsure", (unknown + usize::from(is_odd)).into()),
    ];
    session.tr("board-lead", &facts)
}

/// How many of all pass the filters, and one press to see all again; nothing while there is no filter.
fn filtered(session: Session, shown: Memo<Listed<Vec<NodeId>>>, counts: Memo<Counts>) -> AnyView {
    let all = memo(move |_| counts.with(|counts| counts.standings.values().sum::<usize>()));
    let few = memo(move |_| shown.with(|rows| rows.len()));
    let drawn = move || {
        (few.get() < all.get()).then(|| {
            let words = session.tr("board-shown", &[("shown", few.get().into()), ("all", all.get().into())]);
            view! {
                <div class="row wrap board-filtered">
                    {icon(icon::FILTER)}<span class="numbers" role="status">{words}</span>
                    <button class="button small" on:click=move |_| session.act(Action::ClearFilters)>{icon(icon::CLOSE)}{session.t("show-all-items")}</button>
                </div>
            }
            .into_any()
        })
    };
    drawn.into_any()
}

fn row(session: Session, id: NodeId, (at, stop): (usize, RwSignal<usize>)) -> impl IntoView + use<> {
    let graph = session.graph.get_untracked();
    let node = graph.node(id).cloned()?;
    let verdict = session.board.with_untracked(|board| board.of(id).cloned())?;
    let key = node.key.clone();
    let is_selected = session.slice(move |state| state.selected.as_ref() == Some(&key));
    let needed = verdict.needed(&graph).filter(|needed| needed.directly > 0);
    let count = needed.map(|needed| session.tr("needed-by-count", &[("directly", needed.directly.into())]));
    let whole = needed.map(|needed| session.with_texts(|texts| needed_words(texts, needed)));
    let kind = session.t(&format!("item-{}", node.key.kind.word()));
    Some(view! {
        <button class=format!("board-row is-{}", mark(session, id, &node).0) class:row-selected=move || is_selected.get()
            tabindex=move || if stop.get() == at { "0" } else { "-1" }
            on:focus=move |_| stop.set(at)
            on:click=move |event| session.open_panel(id, event.detail() == 0)>
            <span class="board-standing">{standing_badge(session, verdict.standing)}</span>
            <span class="board-main">
                <span class="row">
                    <span class="board-kind" title=kind.clone()>{icon(icon::of_kind(node.key.kind))}<span class="visually-hidden">{kind.clone()}</span></span>
                    <strong class="clip"><bdi>{name_of(&node)}</bdi></strong>
                    {(node.mark().is_some() || node.version != node.key.id).then(|| view! { <code class="faint clip board-id">{visible(&node.key.id).into_owned()}</code> })}
                </span>
                <span class="board-sentence muted">{session.sentence(&proved(session, id).unwrap_or(verdict))}</span>
            </span>
            <span class="board-side">
                {(!matches!(node.status, Status::Ok | Status::Carrier)).then(|| state_badge(session, id, &node))}
                <span class="count" title=whole>{count}</span>
            </span>
        </button>
    })
}
