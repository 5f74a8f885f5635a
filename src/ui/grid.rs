//! The grid of the matrix, at any size: only the cells in sight are in the page.
//!
//! Head row and name column stick by CSS; every cell has one size, so its place is a multiplication. The
//! grid holds the keyboard focus itself and names the active cell (`aria-activedescendant`), for a cell
//! that scrolls out of sight leaves the page and would take the focus along.

use super::choice::Choice;
use super::matrix::{Drawn, On, Passing};
use super::session::Session;
use crate::ui::erased::{effect, memo};
use leptos::ev::KeyboardEvent;
use leptos::html::Div;
use leptos::prelude::*;
use std::sync::Arc;

/// The height of a row, in pixels.
pub const ROW_HEIGHT: f64 = 32.0;
/// The height of the heads, in pixels.
pub const HEAD_HEIGHT: f64 = 52.0;
/// Windows move by so many cells at a time, so that a short scroll draws nothing.
const STEP: usize = 4;

/// The grid, which moves by keyboard and by scrolling.
pub fn grid(
    session: Session,
    drawn: StoredValue<Drawn>,
    passing: Memo<Arc<Passing>>,
    is_hiding: RwSignal<bool>,
    (active, choice): On,
) -> impl IntoView {
    let least_width = drawn.with_value(Drawn::width);
    let (scroller, corner) = (NodeRef::<Div>::new(), NodeRef::<Div>::new());
    let column_width = RwSignal::new(least_width);
    // The newest releases, at the end, are what is in sight first: nothing else is drawn before.
    let newest = passing.with_untracked(|passing| passing.columns.len()) as f64 * least_width - 1200.0;
    let scroll = RwSignal::new((newest.max(0.0), 0.0_f64, 1200.0_f64, 800.0_f64));
    let measure = move || {
        if let Some(element) = scroller.get_untracked() {
            let number = f64::from;
            scroll.set((
                number(element.scroll_left()),
                number(element.scroll_top()),
                number(element.client_width()),
                number(element.client_height()),
            ));
        }
    };
    // Columns share the room beside the names evenly, so that at either end none is cut: the end of a version
    // reads as a version.
    let fit = move || {
        let names = corner.get_untracked().map_or(0, |corner| corner.offset_width());
        let room = scroller.get_untracked().map_or(0, |element| element.client_width());
        column_width.set(fitted(least_width, f64::from(room - names)));
    };
    effect(move |former: Option<()>| {
        passing.track();
        // At first the effect below knows better what is to be in sight.
        if former.is_some() {
            measure();
        }
    });
    // What a link leads to; else the newest releases, which stand at the end.
    effect(move |_| {
        if scroller.get().is_some() {
            let chosen = choice.at.get_untracked();
            let (cell, newest) = passing.with_untracked(|passing| {
                let newest = (0, passing.columns.len().saturating_sub(1));
                (chosen.and_then(|chosen| passing.find(chosen)), newest)
            });
            active.set(cell.unwrap_or(newest));
            let show = move || {
                if let Some(element) = scroller.get_untracked() {
                    let column_width = column_width.get_untracked();
                    let middle =
                        |at: usize, size: f64, room: i32| (at as f64 * size - f64::from(room) / 3.0) as i32;
                    let (row, column) = cell.unwrap_or(newest);
                    let left = middle(column, column_width, element.client_width());
                    element.set_scroll_left(if cell.is_some() { left } else { element.scroll_width() });
                    element.set_scroll_top(middle(row, ROW_HEIGHT, element.client_height()).max(0));
                    measure();
                }
            };
            request_animation_frame(move || {
                fit();
                request_animation_frame(show);
            });
        }
    });
    let window = memo(move |_| {
        let (left, top, width, height) = scroll.get();
        let span = |start: f64, size: f64, cell: f64| {
            let first = (start / cell) as usize / STEP * STEP;
            (first.saturating_sub(STEP), first + (size / cell) as usize + 2 * STEP)
        };
        (span(top, height, ROW_HEIGHT), span(left, width, column_width.get()))
    });
    let step = move |event: KeyboardEvent| {
        let (rows, columns) = passing.with_untracked(|passing| (passing.rows.len(), passing.columns.len()));
        let (row, column) = active.get_untracked();
        let (row, column) = match event.key().as_str() {
            "ArrowDown" => (row + 1, column),
            "ArrowUp" => (row.saturating_sub(1), column),
            "ArrowRight" => (row, column + 1),
            "ArrowLeft" => (row, column.saturating_sub(1)),
            "PageDown" => (row + 15, column),
            "PageUp" => (row.saturating_sub(15), column),
            "Home" => (row, 0),
            "End" => (row, columns),
            "Enter" | " " => {
                event.prevent_default();
                if choice.is_open() {
                    drawn.with_value(|drawn| drawn.open(&passing.get_untracked(), column));
                }
                choose(passing, choice, (row, column));
                return;
            }
            "Escape" if choice.is_open() => {
                event.prevent_default();
                event.stop_propagation();
                choice.close();
                return;
            }
            _ => return,
        };
        event.prevent_default();
        let cell = (row.min(rows.saturating_sub(1)), column.min(columns.saturating_sub(1)));
        active.set(cell);
        if choice.is_open() {
            choose(passing, choice, cell);
        }
        if let Some(element) = scroller.get_untracked() {
            let reach = |start: i32, size: i32, cell: f64, at: usize, head: f64| {
                let (from, to) = (at as f64 * cell, (at + 1) as f64 * cell + head);
                let (start, size) = (f64::from(start), f64::from(size));
                if from < start {
                    from
                } else if to > start + size {
                    to - size
                } else {
                    start
                }
            };
            let names = 220.0;
            element.set_scroll_top(reach(
                element.scroll_top(),
                element.client_height(),
                ROW_HEIGHT,
                cell.0,
                HEAD_HEIGHT,
            ) as i32);
            element.set_scroll_left(reach(
                element.scroll_left(),
                element.client_width(),
                column_width.get_untracked(),
                cell.1,
                names,
            ) as i32);
        }
    };
    let is_empty = move || passing.with(|passing| passing.rows.is_empty() || passing.columns.is_empty());
    view! {
        <div class="matrix" node_ref=scroller on:scroll=move |_| measure() on:keydown=step
            role="grid" tabindex="0" aria-label=session.t("manifest-matrix") hidden=is_empty
            aria-rowcount=move || passing.with(|passing| passing.rows.len() + 1)
            aria-colcount=move || passing.with(|passing| passing.columns.len() + 1)
            aria-activedescendant=move || format!("cell-{}-{}", active.get().0, active.get().1)>
            <div class="matrix-all" role="presentation"
                style:height=move || format!("{}px", passing.with(|passing| passing.rows.len()) as f64 * ROW_HEIGHT + HEAD_HEIGHT)
                style:width=move || format!("calc(var(--matrix-name) + {}px)", passing.with(|passing| passing.columns.len()) as f64 * column_width.get())
                style=("--matrix-column", move || format!("{}px", column_width.get()))>
                <div class="matrix-head" role="row" aria-rowindex="1">
                    <div class="matrix-corner" node_ref=corner role="columnheader">{session.t("component")}</div>
                    {move || {
                        let (_, (first, end)) = window.get();
                        let passing = passing.get();
                        drawn.with_value(|drawn| drawn.heads(&passing, first, end, choice))
                    }}
                </div>
                <For
                    each=move || {
                        let ((first, end), columns) = window.get();
                        let (version, count) = passing.with(|passing| (Arc::as_ptr(passing) as usize, passing.rows.len()));
                        let (end, hides) = (end.min(count), is_hiding.get());
                        (first.min(end)..end).map(move |at| (at, columns, hides, version))
                    }
                    key=|row| *row
                    children=move |(at, columns, hides, _)| {
                        let passing = passing.get_untracked();
                        drawn.with_value(|drawn| drawn.row(&passing, at, columns, hides, (active, choice)))
                    }
                />
            </div>
        </div>
    }
}

/// The width of columns of which as many as fit fill a room.
fn fitted(least: f64, room: f64) -> f64 {
    let count = (room / least).floor();
    if count >= 1.0 { room / count } else { least }
}

/// Opens the card of a cell that is drawn there.
fn choose(passing: Memo<Arc<Passing>>, choice: Choice, (row, column): (usize, usize)) {
    let cell =
        passing.with_untracked(|passing| Some((*passing.rows.get(row)?, *passing.columns.get(column)?)));
    if let Some((row, column)) = cell {
        choice.choose(row, column);
    }
}
