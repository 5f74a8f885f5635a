//! Releases by components, at any size: only the cells in sight are in the page.
//!
//! Head row and name column stick by CSS; every cell has one size, so its place is a multiplication. The
//! grid holds the keyboard focus itself and names the active cell (`aria-activedescendant`), for a cell
//! that scrolls out of sight leaves the page and would take the focus along.

use super::icon::{self, icon};
use super::manifest::Shown;
use super::place;
use super::session::Session;
use super::states::nothing_found;
use super::take::take;
use crate::export::Table;
use crate::manifest::{Cell, Life, Matrix, Release, Shift};
use crate::text::visible;
use leptos::ev::KeyboardEvent;
use leptos::html::Div;
use leptos::prelude::*;
use std::sync::Arc;

const COLUMN_WIDTH: f64 = 180.0;
const ROW_HEIGHT: f64 = 32.0;
const HEAD_HEIGHT: f64 = 52.0;
/// Windows move by so many cells at a time, so that a short scroll draws nothing.
const STEP: usize = 4;

/// What is drawn: places of rows and columns that pass the filters.
#[derive(PartialEq)]
struct Passing {
    rows: Vec<usize>,
    columns: Vec<usize>,
}

/// A handle to everything that a cell is drawn from.
#[derive(Clone)]
struct Drawn {
    session: Session,
    shown: Shown,
    matrix: Arc<Matrix>,
}

/// The matrix of a manifest.
pub fn matrix(session: Session, shown: Shown) -> impl IntoView {
    let matrix = Arc::new(session.recalls.with_untracked(|recalls| Matrix::new(&shown.manifest, recalls)));
    let drawn = StoredValue::new(Drawn { session, shown, matrix });
    let is_hiding = RwSignal::new(false);
    let find = session.slice(|state| state.find.trim().to_lowercase());
    let passing =
        Memo::new(move |_| Arc::new(drawn.with_value(|drawn| drawn.passing(&find.get(), is_hiding.get()))));
    view! {
        <div class="matrix-bar row wrap">
            <button class="button small" aria-pressed=move || is_hiding.get().to_string()
                on:click=move |_| is_hiding.update(|hides| *hides = !*hides)>{session.t("hide-unchanged")}</button>
            <span class="count">{move || passing.with(|passing| session.tr("matrix-size", &[
                ("components", passing.rows.len().into()), ("releases", passing.columns.len().into())]))}</span>
            <span class="grow"></span>
            {legend(session)}
            {take(session, "bom-matrix", move || drawn.with_value(|drawn| drawn.table(&passing.get_untracked())))}
        </div>
        {move || passing.with(|passing| passing.rows.is_empty() || passing.columns.is_empty()).then(|| nothing_found(session))}
        {grid(session, drawn, passing, is_hiding)}
    }
}

fn legend(session: Session) -> impl IntoView {
    let marks = [Shift::Up, Shift::Down, Shift::Added, Shift::Removed, Shift::Incomparable];
    let entries = marks
        .into_iter()
        .map(|shift| view! { <span class=format!("shift is-{}", shift.word())>{mark(shift)} " " {session.t(&format!("shift-{}", shift.word()))}</span> })
        .collect_view();
    view! { <div class="matrix-legend row wrap" aria-hidden="true">{entries}</div> }
}

/// The sign of a shift.
pub const fn mark(shift: Shift) -> &'static str {
    match shift {
        Shift::Up => "↑",
        Shift::Down => "↓",
        Shift::Added => "+",
        Shift::Removed => "−",
        Shift::Same => "=",
        Shift::Incomparable => "≠",
    }
}

fn grid(
    session: Session,
    drawn: StoredValue<Drawn>,
    passing: Memo<Arc<Passing>>,
    is_hiding: RwSignal<bool>,
) -> impl IntoView {
    let scroller = NodeRef::<Div>::new();
    let scroll = RwSignal::new((0.0_f64, 0.0_f64, 1200.0_f64, 800.0_f64));
    let active = RwSignal::new((0_usize, 0_usize));
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
    Effect::new(move |_| {
        passing.track();
        measure();
    });
    // The newest releases stand at the end, and are what one wants to see first.
    Effect::new(move |_| {
        if scroller.get().is_some() {
            active.set((0, passing.with_untracked(|passing| passing.columns.len().saturating_sub(1))));
            request_animation_frame(move || {
                if let Some(element) = scroller.get_untracked() {
                    element.set_scroll_left(element.scroll_width());
                    measure();
                }
            });
        }
    });
    let window = Memo::new(move |_| {
        let (left, top, width, height) = scroll.get();
        let span = |start: f64, size: f64, cell: f64| {
            let first = (start / cell) as usize / STEP * STEP;
            (first.saturating_sub(STEP), first + (size / cell) as usize + 3 * STEP)
        };
        (span(top, height, ROW_HEIGHT), span(left, width, COLUMN_WIDTH))
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
                drawn.with_value(|drawn| drawn.open(&passing.get_untracked(), column));
                return;
            }
            _ => return,
        };
        event.prevent_default();
        let cell = (row.min(rows.saturating_sub(1)), column.min(columns.saturating_sub(1)));
        active.set(cell);
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
                COLUMN_WIDTH,
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
                style:width=move || format!("calc(var(--matrix-name) + {}px)", passing.with(|passing| passing.columns.len()) as f64 * COLUMN_WIDTH)>
                <div class="matrix-head" role="row" aria-rowindex="1">
                    <div class="matrix-corner" role="columnheader">{session.t("component")}</div>
                    {move || {
                        let (_, (first, end)) = window.get();
                        let passing = passing.get();
                        drawn.with_value(|drawn| drawn.heads(&passing, first, end))
                    }}
                </div>
                {move || {
                    let ((first, end), columns) = window.get();
                    let (passing, hides) = (passing.get(), is_hiding.get());
                    let end = end.min(passing.rows.len());
                    drawn.with_value(|drawn| {
                        (first.min(end)..end).map(|at| drawn.row(&passing, at, columns, hides, active)).collect_view()
                    })
                }}
            </div>
        </div>
    }
}

impl Drawn {
    fn passing(&self, find: &str, hides_unchanged: bool) -> Passing {
        let Matrix { rows, columns, .. } = &*self.matrix;
        let named = |name: &str| name.to_lowercase().contains(find);
        let is_row = |at: &usize| {
            let row = &rows[*at];
            (!hides_unchanged || row.changes > 0)
                && (find.is_empty() || named(&row.name) || named(&row.public_name))
        };
        let all_columns = || (0..columns.len()).collect::<Vec<_>>();
        let passing: Vec<usize> = (0..rows.len()).filter(is_row).collect();
        if find.is_empty() || !passing.is_empty() {
            return Passing { rows: passing, columns: all_columns() };
        }
        let is_column = |at: &usize| self.release(*at).is_some_and(|release| named(&release.name()));
        let rows = (0..rows.len()).filter(|at| !hides_unchanged || rows[*at].changes > 0).collect();
        Passing { rows, columns: all_columns().into_iter().filter(is_column).collect() }
    }

    fn release(&self, column: usize) -> Option<&Release> {
        self.matrix.columns.get(column)?.of(&self.shown.manifest)
    }

    fn version(&self, cell: Cell, column: usize) -> Option<&str> {
        let component = self.release(column)?.bom.get(cell.component? as usize)?;
        Some(component.version.as_str())
    }

    /// What the release before had in place of a cell.
    fn before(&self, row: usize, column: usize) -> Option<&str> {
        let before = column.checked_sub(1)?;
        self.version(self.matrix.cell(row, before)?, before)
    }

    fn open(&self, passing: &Passing, column: usize) {
        if let Some(release) = passing.columns.get(column).and_then(|at| self.release(*at)) {
            place::open(self.session, self.shown.source, release.at);
        }
    }

    fn heads(&self, passing: &Passing, first: usize, end: usize) -> impl IntoView + use<> {
        let end = end.min(passing.columns.len());
        (first.min(end)..end).map(|at| self.head(passing.columns[at], at)).collect_view()
    }

    fn head(&self, column: usize, at: usize) -> Option<impl IntoView + use<>> {
        let (session, source) = (self.session, self.shown.source);
        let (release, marks) = (self.release(column)?, self.matrix.columns[column]);
        let place = release.at;
        let life = Life::of(&release.eol, session.now_millis());
        let mut badges = Vec::new();
        if marks.recalled > 0 {
            badges.push((
                "is-recalled",
                icon::WARNING,
                session.tr("column-recalled", &[("count", marks.recalled.into())]),
            ));
        }
        if matches!(life, Life::Ended | Life::Soon) {
            badges.push((
                "is-pending",
                icon::INFO,
                session.tr(&format!("life-{}", life.word()), &[("date", release.eol.clone().into())]),
            ));
        }
        if release.applicable == Some(false) {
            let reason = release.not_applicable_reason.clone();
            badges.push((
                "is-failed",
                icon::CLOSE,
                session.tr("not-applicable", &[("reason", reason.into())]),
            ));
        }
        let badges = badges.into_iter().map(|(class, path, words)| view! {
            <span class=format!("column-mark {class}") title=words.clone()>{icon(path)}<span class="visually-hidden">{words.clone()}</span></span>
        }).collect_view();
        let date = release.released.as_ref().map(|date| date.utc_text().chars().take(10).collect::<String>());
        Some(view! {
            <div class="matrix-column" role="columnheader" aria-colindex=at + 2 style:left=left(at)
                on:click=move |_| place::open(session, source, place)>
                <span class="row"><strong class="clip" title=visible(&release.name()).into_owned()>{visible(&release.version).into_owned()}</strong>{badges}</span>
                <span class="count">{date}</span>
            </div>
        })
    }

    fn row(
        &self,
        passing: &Passing,
        at: usize,
        (first, end): (usize, usize),
        hides: bool,
        active: RwSignal<(usize, usize)>,
    ) -> impl IntoView + use<> {
        let row = passing.rows[at];
        let component = &self.matrix.rows[row];
        let name = visible(&component.name).into_owned();
        let public_name = visible(&component.public_name).into_owned();
        let title = name.clone();
        let words = if public_name.is_empty() { name.clone() } else { public_name };
        let end = end.min(passing.columns.len());
        let cells = (first.min(end)..end)
            .map(|to| self.cell(row, passing.columns[to], (at, to), hides, active))
            .collect_view();
        view! {
            <div class="matrix-row" role="row" aria-rowindex=at + 2 style:top=format!("{}px", at as f64 * ROW_HEIGHT + HEAD_HEIGHT)>
                <div class="matrix-name" role="rowheader" title=title>
                    <span class="clip">{words}</span>
                    <code class="clip faint">{name}</code>
                </div>
                {cells}
            </div>
        }
    }

    fn cell(
        &self,
        row: usize,
        column: usize,
        (at, to): (usize, usize),
        hides: bool,
        active: RwSignal<(usize, usize)>,
    ) -> impl IntoView + use<> {
        let (session, source) = (self.session, self.shown.source);
        let cell = self.matrix.cell(row, column);
        let version = cell.and_then(|cell| self.version(cell, column));
        let shift = cell.and_then(|cell| cell.shift);
        let is_quiet = hides && shift == Some(Shift::Same);
        let class = format!("matrix-cell is-{}", shift.map_or("none", Shift::word));
        let words = version.filter(|_| !is_quiet).map(|version| visible(version).into_owned());
        let title = shift.map(|shift| {
            let (from, to) = (self.before(row, column).unwrap_or_default(), version.unwrap_or_default());
            session.tr(&format!("shift-{}-title", shift.word()), &[("from", from.into()), ("to", to.into())])
        });
        let sign = shift.filter(|shift| *shift != Shift::Same).map(mark);
        let release = self.release(column).map(|release| release.at);
        let is_doubled = cell.is_some_and(|cell| cell.is_ambiguous);
        view! {
            <div class=class role="gridcell" id=format!("cell-{at}-{to}") aria-colindex=to + 2 style:left=left(to) title=title
                class:is-active=move || active.get() == (at, to)
                on:click=move |_| { active.set((at, to)); if let Some(release) = release { place::open(session, source, release); } }>
                <span class="sign" aria-hidden="true">{sign}</span>
                <span class="visually-hidden">{shift.map(|shift| session.t(&format!("shift-{}", shift.word())))}</span>
                <code class="clip">{words}</code>
                {is_doubled.then(|| view! { <span class="column-mark is-pending" title=session.t("named-twice-in-bom")>{icon(icon::WARNING)}</span> })}
            </div>
        }
    }

    fn table(&self, passing: &Passing) -> Table {
        let releases = passing.columns.iter().filter_map(|at| self.release(*at)).map(Release::name);
        let head = std::iter::once(self.session.t("component")).chain(releases);
        let mut table = Table::new(self.session.t("manifest-matrix"), head);
        for row in &passing.rows {
            let cells = passing.columns.iter().map(|column| {
                let cell = self.matrix.cell(*row, *column);
                let sign =
                    cell.and_then(|cell| cell.shift).filter(|shift| *shift != Shift::Same).map_or("", mark);
                let version = cell.and_then(|cell| self.version(cell, *column)).unwrap_or_default();
                format!("{version} {sign}").trim().to_owned()
            });
            table.push(std::iter::once(self.matrix.rows[*row].name.clone()).chain(cells));
        }
        table
    }
}

fn left(at: usize) -> String {
    format!("calc(var(--matrix-name) + {}px)", at as f64 * COLUMN_WIDTH)
}
