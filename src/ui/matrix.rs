//! Releases by components: what stands in the heads, rows and cells of the grid, and in what is exported.

use super::cell::{About, cell_card};
use super::choice::Choice;
use super::grid::{HEAD_HEIGHT, ROW_HEIGHT, grid};
use super::icon::{self, icon};
use super::manifest::Shown;
use super::place;
use super::session::Session;
use super::states::nothing_found;
use super::take::take;
use crate::browser::pace::pace;
use crate::export::Table;
use crate::graph::Status;
use crate::manifest::line::with_words;
use crate::manifest::{Cell, Life, Manifest, Matrix, Recalls, Release, Shift};
use crate::pace::{Pace, Work};
use crate::scene::measure::{Face, Measure, cut};
use crate::text::visible;
use crate::ui::erased::memo;
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

const RECALLED: &str = icon::of_status(Status::Recalled);
const ENDING: &str = icon::of_status(Status::Pending);

/// The cell that the keyboard is on, and the one whose card is open.
pub type On = (RwSignal<(usize, usize)>, Choice);

/// The width of a letter of a version, in pixels.
const LETTER: f64 = 7.6;
/// What else stands in a cell: paddings, the sign of its change, the mark of a recall.
const BESIDE: f64 = 62.0;
/// Columns are at least this wide, for the heads.
const NARROWEST: f64 = 148.0;
/// Longer versions are cut in the middle.
const MOST_LETTERS: usize = 32;

/// What is drawn: places of rows and columns that pass the filters.
#[derive(PartialEq)]
pub struct Passing {
    /// Places of rows in the matrix.
    pub rows: Vec<usize>,
    /// Places of columns in the matrix.
    pub columns: Vec<usize>,
}

impl Passing {
    /// Where a cell of the matrix is drawn.
    pub fn find(&self, (row, column): (usize, usize)) -> Option<(usize, usize)> {
        let at = |all: &[usize], wanted| all.iter().position(|one| *one == wanted);
        Some((at(&self.rows, row)?, at(&self.columns, column)?))
    }
}

/// A handle to everything that a cell is drawn from.
#[derive(Clone)]
pub struct Drawn {
    session: Session,
    shown: Shown,
    /// What cells are compared with: the manifest itself, or an older one.
    before: Arc<Manifest>,
    matrix: Arc<Matrix>,
    /// For each column the components whose bundle is recalled.
    recalled: Arc<Vec<BTreeSet<String>>>,
    words: Arc<Words>,
    /// The width of a column: the longest version fits.
    width: f64,
}

/// The words of cells, made once and not for each of hundreds.
struct Words {
    shifts: [(Shift, String); 6],
    recalled: String,
}

impl Words {
    fn new(session: Session) -> Self {
        let all = [Shift::Up, Shift::Down, Shift::Added, Shift::Removed, Shift::Same, Shift::Incomparable];
        let shifts = all.map(|shift| (shift, session.t(&format!("shift-{}", shift.word()))));
        Self { shifts, recalled: session.t("cell-recalled") }
    }

    fn shift(&self, shift: Shift) -> String {
        let found = self.shifts.iter().find(|(one, _)| *one == shift);
        found.map(|(_, word)| word.clone()).unwrap_or_default()
    }
}

impl Drawn {
    /// A manifest, each release against the one before it.
    pub fn of_manifest(session: Session, shown: Shown) -> Work<Self> {
        let recalls = session.recalls.get();
        Box::pin(async move {
            let pace = pace();
            let matrix = Matrix::paced(&shown.manifest, &recalls, pace).await;
            Self::of(session, Arc::clone(&shown.manifest), shown, matrix, &recalls, pace).await
        })
    }

    /// A manifest, each release against itself in an older manifest.
    pub fn of_changes(session: Session, before: Arc<Manifest>, shown: Shown) -> Work<Self> {
        let recalls = session.recalls.get();
        Box::pin(async move {
            let pace = pace();
            let matrix = Matrix::against_paced(&before, &shown.manifest, &recalls, pace).await;
            Self::of(session, before, shown, matrix, &recalls, pace).await
        })
    }

    async fn of(
        session: Session,
        before: Arc<Manifest>,
        shown: Shown,
        matrix: Matrix,
        recalls: &Recalls,
        pace: Pace,
    ) -> Self {
        let mut recalled = Vec::with_capacity(matrix.columns.len());
        let mut letters = 0;
        for column in &matrix.columns {
            pace.turn().await;
            let bom = column.of(&shown.manifest).into_iter().flat_map(|release| &release.bom);
            letters = bom.map(|line| line.version.chars().count()).fold(letters, usize::max);
            let bundles = column.of(&shown.manifest).into_iter().flat_map(Release::all_bundles);
            let withdrawn =
                bundles.filter(|bundle| bundle.id.as_deref().is_some_and(|id| recalls.is_recalled(id)));
            let names = withdrawn.flat_map(|bundle| bundle.elements.iter().map(ToString::to_string));
            recalled.push(names.collect::<BTreeSet<String>>());
        }
        let words = Arc::new(Words::new(session));
        let width = (letters.min(MOST_LETTERS) as f64 * LETTER + BESIDE).max(NARROWEST).ceil();
        Self { session, before, shown, matrix: Arc::new(matrix), recalled: Arc::new(recalled), words, width }
    }

    fn is_overlay(&self) -> bool {
        !Arc::ptr_eq(&self.before, &self.shown.manifest)
    }
}

/// The matrix of a manifest, or of the changes between two.
pub fn matrix(session: Session, drawn: Drawn) -> impl IntoView {
    let is_overlay = drawn.is_overlay();
    let drawn = StoredValue::new(drawn);
    let is_hiding = RwSignal::new(is_overlay);
    let find = session.slice(|state| state.find.trim().to_lowercase());
    let passing =
        memo(move |_| Arc::new(drawn.with_value(|drawn| drawn.passing(&find.get(), is_hiding.get()))));
    let active = RwSignal::new((0_usize, 0_usize));
    let choice = Choice::new(session, drawn, if is_overlay { "changes" } else { "matrix" });
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
        {move || passing.with(|passing| passing.rows.is_empty() || passing.columns.is_empty()).then(|| {
            if is_overlay && is_hiding.get() { unchanged(session).into_any() } else { nothing_found(session).into_any() }
        })}
        {grid(session, drawn, passing, is_hiding, (active, choice))}
        {move || choice.at.get().map(|(row, column)| drawn.with_value(|drawn| drawn.card(row, column, choice)))}
    }
}

fn unchanged(session: Session) -> impl IntoView {
    view! { <div class="empty">{icon(icon::INFO)}<h2>{session.t("changes-no-cell")}</h2><p>{session.t("changes-no-cell-lead")}</p></div> }
}

fn legend(session: Session) -> impl IntoView {
    let marks = [Shift::Up, Shift::Down, Shift::Added, Shift::Removed, Shift::Incomparable];
    let entries = marks
        .into_iter()
        .map(|shift| view! { <span class=format!("shift is-{}", shift.word())>{mark(shift)} " " {session.t(&format!("shift-{}", shift.word()))}</span> })
        .collect_view();
    let states = [
        ("is-recalled", RECALLED, "figure-recalled"),
        ("is-pending", ENDING, "legend-ending"),
        ("is-failed", icon::CLOSE, "not-applicable-short"),
    ];
    let states = states
        .into_iter()
        .map(|(class, path, id)| view! { <span class=format!("figure-key {class}")>{icon(path)}{session.t(id)}</span> })
        .collect_view();
    view! { <div class="matrix-legend row wrap" aria-hidden="true">{entries}{states}</div> }
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

impl Drawn {
    fn passing(&self, find: &str, hides_unchanged: bool) -> Passing {
        let Matrix { rows, columns, .. } = &*self.matrix;
        let named = |name: &str| name.to_lowercase().contains(find);
        let is_row = |at: &usize| {
            let row = &rows[*at];
            (!hides_unchanged || row.changes > 0)
                && (find.is_empty() || named(&row.name) || named(&row.public_name))
        };
        let hides_columns = hides_unchanged && self.is_overlay();
        let is_shown = |at: &usize| !hides_columns || columns[*at].changes > 0;
        let all_columns = || (0..columns.len()).filter(is_shown).collect::<Vec<_>>();
        let passing: Vec<usize> = (0..rows.len()).filter(is_row).collect();
        if find.is_empty() || !passing.is_empty() {
            return Passing { rows: passing, columns: all_columns() };
        }
        let is_column = |at: &usize| self.release(*at).is_some_and(|release| named(&release.name()));
        let kept = (0..rows.len()).filter(|at| !hides_unchanged || rows[*at].changes > 0).collect();
        let named: Vec<usize> = all_columns().into_iter().filter(is_column).collect();
        if named.is_empty() {
            self.with_version(find, all_columns())
        } else {
            Passing { rows: kept, columns: named }
        }
    }

    /// The releases that have a component in a version that is looked for, and the rows of these components.
    fn with_version(&self, find: &str, mut columns: Vec<usize>) -> Passing {
        let mut names = BTreeSet::new();
        columns.retain(|at| {
            let found = self.release(*at).map(|release| with_words(release.bom.iter(), find));
            let found = found.unwrap_or_default();
            names.extend(found.iter().map(|line| line.name.as_str()));
            !found.is_empty()
        });
        let rows = &self.matrix.rows;
        let rows = (0..rows.len()).filter(|at| names.contains(rows[*at].name.as_str())).collect();
        Passing { rows, columns }
    }

    fn release(&self, column: usize) -> Option<&Release> {
        self.matrix.columns.get(column)?.of(&self.shown.manifest)
    }

    fn version(&self, cell: Cell, column: usize) -> Option<&str> {
        let component = self.release(column)?.bom.get(cell.component? as usize)?;
        Some(component.version.as_str())
    }

    /// What stood in the release that a cell is compared with.
    fn before(&self, row: usize, column: usize) -> Option<&str> {
        let before = self.matrix.columns.get(column)?.before?;
        let release = self.before.releases.get(before as usize)?;
        Some(release.component(&self.matrix.rows.get(row)?.name)?.version.as_str())
    }

    /// The least width of a column, in pixels.
    pub const fn width(&self) -> f64 {
        self.width
    }

    /// The names of a cell: its component and its release.
    pub fn names(&self, row: usize, column: usize) -> Option<(String, String)> {
        Some((self.matrix.rows.get(row)?.name.clone(), self.release(column)?.name()))
    }

    /// The cell of these names.
    pub fn find(&self, component: &str, release: &str) -> Option<(usize, usize)> {
        let row = self.matrix.rows.iter().position(|row| row.name == component)?;
        let is_it = |column: &usize| self.release(*column).is_some_and(|one| one.name() == release);
        Some((row, (0..self.matrix.columns.len()).find(is_it)?))
    }

    /// Where a column begins; how wide columns are, the grid says.
    fn left(at: usize) -> String {
        format!("calc(var(--matrix-name) + {at} * var(--matrix-column))")
    }

    /// Opens the release of a column.
    pub fn open(&self, passing: &Passing, column: usize) {
        if let Some(release) = passing.columns.get(column).and_then(|at| self.release(*at)) {
            place::open(self.session, self.shown.source, release.at);
        }
    }

    /// Everything about one cell.
    fn card(&self, row: usize, column: usize, choice: Choice) -> Option<AnyView> {
        let cell = self.matrix.cell(row, column);
        let about = About {
            source: self.shown.source,
            release: self.release(column)?,
            name: &self.matrix.rows.get(row)?.name,
            public_name: &self.matrix.rows.get(row)?.public_name,
            component: cell.and_then(|cell| self.release(column)?.bom.get(cell.component? as usize)),
            before: self.before(row, column),
            shift: cell.and_then(|cell| cell.shift),
        };
        Some(cell_card(self.session, &about, choice))
    }

    /// The heads of the columns in sight.
    pub fn heads(
        &self,
        passing: &Passing,
        first: usize,
        end: usize,
        choice: Choice,
    ) -> impl IntoView + use<> {
        let end = end.min(passing.columns.len());
        (first.min(end)..end).map(|at| self.head(passing.columns[at], at, choice)).collect_view()
    }

    fn head(&self, column: usize, at: usize, choice: Choice) -> Option<impl IntoView + use<>> {
        let (session, source) = (self.session, self.shown.source);
        let (release, marks) = (self.release(column)?, self.matrix.columns[column]);
        let place = release.at;
        let life = Life::of(&release.eol, session.now_millis());
        let mut badges = Vec::new();
        if marks.recalled > 0 {
            badges.push((
                "is-recalled",
                RECALLED,
                session.tr("column-recalled", &[("count", marks.recalled.into())]),
            ));
        }
        if matches!(life, Life::Ended | Life::Soon) {
            badges.push((
                "is-pending",
                ENDING,
                session.tr(
                    &format!("life-{}", life.word()),
                    &[("date", super::time::day_text(&release.eol).into())],
                ),
            ));
        }
        if release.applicable == Some(false) {
            let reason = release.not_applicable_reason.clone();
            badges.push((
                "is-failed",
                icon::CLOSE,
                session.tr("not-applicable", &[("reason", reason.as_str().into())]),
            ));
        }
        if self.is_overlay() && marks.before.is_none() {
            badges.push(("is-ok", icon::PLUS, session.t("release-is-new")));
        }
        let badges = badges.into_iter().map(|(class, path, words)| view! {
            <span class=format!("column-mark {class}") title=words.clone()>{icon(path)}<span class="visually-hidden">{words.clone()}</span></span>
        }).collect_view();
        let date = release.released.as_ref().map(|date| date.utc_text().chars().take(10).collect::<String>());
        Some(view! {
            <div class="matrix-column" role="columnheader" aria-colindex=at + 2 style:left=Self::left(at)
                class:is-chosen=move || choice.at.get().is_some_and(|(_, one)| one == column)
                on:click=move |_| place::open(session, source, place)>
                <span class="row"><strong class="clip" title=visible(&release.name()).into_owned()>{visible(&release.version).into_owned()}</strong>{badges}</span>
                <span class="count">{date}</span>
            </div>
        })
    }

    /// One row, with the cells in sight.
    pub fn row(
        &self,
        passing: &Passing,
        at: usize,
        (first, end): (usize, usize),
        hides: bool,
        on: On,
    ) -> impl IntoView + use<> {
        let (row, choice) = (passing.rows[at], on.1);
        let component = &self.matrix.rows[row];
        let name = visible(&component.name).into_owned();
        let public_name = visible(&component.public_name).into_owned();
        let title = name.clone();
        let words = if public_name.is_empty() { name.clone() } else { public_name };
        let end = end.min(passing.columns.len());
        let cells = (first.min(end)..end)
            .map(|to| self.cell(row, passing.columns[to], (at, to), hides, on))
            .collect_view();
        view! {
            <div class="matrix-row" role="row" aria-rowindex=at + 2 style:top=format!("{}px", at as f64 * ROW_HEIGHT + HEAD_HEIGHT)>
                <div class="matrix-name" role="rowheader" title=title class:is-chosen=move || choice.at.get().is_some_and(|(one, _)| one == row)>
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
        (active, choice): On,
    ) -> impl IntoView + use<> {
        let session = self.session;
        let cell = self.matrix.cell(row, column);
        let version = cell.and_then(|cell| self.version(cell, column));
        let shift = cell.and_then(|cell| cell.shift);
        let is_quiet = hides && shift == Some(Shift::Same);
        let class = format!("matrix-cell is-{}", shift.map_or("none", Shift::word));
        let whole = version.filter(|_| !is_quiet).map(|version| visible(version).into_owned());
        let words = whole.as_deref().map(shortened);
        let sign = shift.filter(|shift| *shift != Shift::Same).map(mark);
        let names = self.recalled.get(column);
        let is_recalled =
            version.is_some() && names.is_some_and(|names| names.contains(&self.matrix.rows[row].name));
        let is_doubled = cell.is_some_and(|cell| cell.is_ambiguous);
        let is_chosen = move || choice.at.get() == Some((row, column));
        view! {
            <div class=class role="gridcell" id=format!("cell-{at}-{to}") aria-colindex=to + 2 style:left=Self::left(to)
                class:is-active=move || active.get() == (at, to) class:is-chosen=is_chosen
                aria-selected=move || is_chosen().to_string()
                on:click=move |_| { active.set((at, to)); choice.choose(row, column); }>
                <span class="sign" aria-hidden="true">{sign}</span>
                <span class="visually-hidden">{shift.map(|shift| self.words.shift(shift))}</span>
                <code class="clip" title=whole>{words}</code>
                {is_recalled.then(|| view! { <span class="column-mark is-recalled" title=self.words.recalled.clone()>{icon(RECALLED)}<span class="visually-hidden">{self.words.recalled.clone()}</span></span> })}
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

/// Each letter is as wide as another.
struct Letters;

impl Measure for Letters {
    fn width(&self, text: &str, _face: Face) -> f32 {
        text.chars().count() as f32
    }
}

/// The version, or its beginning and its end: build numbers differ at the end.
fn shortened(version: &str) -> String {
    let cut = cut(version, MOST_LETTERS as f32, Face::Version, &Letters);
    cut.unwrap_or_else(|| version.to_owned())
}
