//! A virtual list: only the rows that can be seen are in the page, at 100,000 rows as at ten.
//!
//! Rows have one height, so the place of a row is a multiplication; the list scrolls by itself. In tables that
//! height is the custom property `--atlas-row-height`, measured on a ruler: density, theme and host page set it.

use super::shared::Shared;
use super::task::spawn_while;
use crate::browser::host::focus_within;
use crate::browser::resize::Resize;
use crate::browser::timer::breathe;
use crate::ui::erased::{effect, memo};
use leptos::ev::KeyboardEvent;
use leptos::html::Div;
use leptos::prelude::*;
use std::sync::Arc;

/// How far beyond its edges a list is drawn, in pixels, so that a quick scroll shows no gap.
const OVERSCAN: f64 = 400.0;

/// Where a row that is to be seen comes to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rest {
    /// At the nearer edge, and nowhere else if it is in sight.
    Edge,
    /// At a third of the height, so that what is around it is read with it.
    Third,
}

/// What a list lies in that scrolls instead of it, below a head that stays in sight.
#[derive(Clone, Copy)]
pub struct Outside {
    /// The element.
    pub element: NodeRef<Div>,
    /// Counts how often it was scrolled.
    pub scrolled: RwSignal<u32>,
    /// The height of the head, in pixels.
    pub head: f64,
}

/// What a list is drawn from. Equal to itself alone: what was worked out anew is drawn anew, even where it comes
/// to the same rows, for these may stand for something else by now.
pub type Listed<T> = Shared<T>;

/// What a list shows.
pub struct List<Row> {
    /// How many rows there are.
    pub count: Signal<usize>,
    /// The height of one, in pixels; in a table, until its ruler is measured.
    pub row_height: f64,
    /// Draws a row by its place, from what the list is drawn from.
    pub row: Row,
    /// Scrolls to this row when it changes.
    pub reveal: Signal<Option<usize>>,
    /// What the list is called (for assistive technology).
    pub label: String,
    /// The row that is the list's one stop of the Tab key, where its rows are buttons; none if they see to
    /// that themselves.
    pub stop: Option<RwSignal<usize>>,
}

/// Draws a list.
///
/// `rows` is what the rows are drawn from, and what each of them is handed: when it changes, every visible row is
/// drawn anew.
pub fn list<T, Row, View>(options: List<Row>, rows: Memo<Listed<T>>) -> AnyView
where
    T: Send + Sync + 'static,
    Row: Fn(&T, usize) -> View + Send + Sync + 'static,
    View: IntoView + 'static,
{
    flowing(erased(options, rows), turns(rows), Rest::Edge)
}

/// Draws a list in which a row that is to be seen comes to stand at a third of the height.
pub fn list_at_third<T, Row, View>(options: List<Row>, rows: Memo<Listed<T>>) -> AnyView
where
    T: Send + Sync + 'static,
    Row: Fn(&T, usize) -> View + Send + Sync + 'static,
    View: IntoView + 'static,
{
    flowing(erased(options, rows), turns(rows), Rest::Third)
}

/// Draws the rows of a grid that is one stop of the keyboard, and so has to scroll itself.
pub fn list_in_grid<T, Row, View>(options: List<Row>, rows: Memo<Listed<T>>, outside: Outside) -> AnyView
where
    T: Send + Sync + 'static,
    Row: Fn(&T, usize) -> View + Send + Sync + 'static,
    View: IntoView + 'static,
{
    in_table(erased(options, rows), turns(rows), Some(outside))
}

/// Draws a list whose rows have a role of their own within a table.
pub fn list_in_table<T, Row, View>(options: List<Row>, rows: Memo<Listed<T>>) -> AnyView
where
    T: Send + Sync + 'static,
    Row: Fn(&T, usize) -> View + Send + Sync + 'static,
    View: IntoView + 'static,
{
    in_table(erased(options, rows), turns(rows), None)
}

/// Rows as high as the view says, in a list that scrolls itself.
fn flowing(options: List<AnyRow>, turns: Memo<u32>, rest: Rest) -> AnyView {
    let height = RwSignal::new(options.row_height);
    draw(options, turns, height, ["list", "listitem"], (rest, None))
}

/// Rows as high as the style sheets say.
fn in_table(options: List<AnyRow>, turns: Memo<u32>, outside: Option<Outside>) -> AnyView {
    let (ruler, height) = (NodeRef::<Div>::new(), RwSignal::new(options.row_height));
    let watch = StoredValue::new_local(None::<Resize>);
    effect(move |_| {
        let Some(element) = ruler.get() else { return };
        let measured = element.clone();
        let measure = move || {
            let pixels = f64::from(measured.client_height());
            if pixels > 0.0
                && height.try_get_untracked().is_some_and(|known| known.to_bits() != pixels.to_bits())
            {
                height.set(pixels);
            }
        };
        watch.set_value(Resize::new(&element, measure));
    });
    on_cleanup(move || watch.set_value(None));
    let drawn = draw(options, turns, height, ["rowgroup", "none"], (Rest::Edge, outside));
    view! { <div class="list-ruler" node_ref=ruler aria-hidden="true"></div> {drawn} }.into_any()
}

/// A row of any view: one list is compiled for all of them, which is most of what a list weighs.
type AnyRow = Arc<dyn Fn(usize) -> AnyView + Send + Sync>;

fn erased<T, Row, View>(options: List<Row>, rows: Memo<Listed<T>>) -> List<AnyRow>
where
    T: Send + Sync + 'static,
    Row: Fn(&T, usize) -> View + Send + Sync + 'static,
    View: IntoView + 'static,
{
    let List { count, row_height, row, reveal, label, stop } = options;
    let row = Arc::new(move |at| row(&rows.get_untracked(), at).into_any());
    List { count, row_height, row, reveal, label, stop }
}

/// How often the rows have changed: of where they lie in memory, one could not tell new ones from those that lay
/// there before.
fn turns<T: Send + Sync + 'static>(rows: Memo<Listed<T>>) -> Memo<u32> {
    memo(move |former: Option<&u32>| {
        rows.track();
        former.map_or(0, |turns| turns.wrapping_add(1))
    })
}

fn draw(
    options: List<AnyRow>,
    turns: Memo<u32>,
    row_height: RwSignal<f64>,
    [role, row_role]: [&'static str; 2],
    (rest, outside): (Rest, Option<Outside>),
) -> AnyView {
    let List { count, row, reveal, label, stop, .. } = options;
    let own = NodeRef::<Div>::new();
    let scroller = outside.map_or(own, |outside| outside.element);
    let head = outside.map_or(0.0, |outside| outside.head);
    let top = RwSignal::new(0.0_f64);
    let height = RwSignal::new(800.0_f64);
    // Nothing beyond the edges in the first picture: whoever opens a view waits for what can be seen.
    let beyond = RwSignal::new(0.0_f64);
    request_animation_frame(move || {
        spawn_while(beyond, async move {
            breathe().await;
            beyond.set(OVERSCAN);
        });
    });
    let measure = move || {
        if let Some(element) = scroller.get_untracked() {
            top.set(f64::from(element.scroll_top()));
            height.set(f64::from(element.client_height()) - head);
        }
    };
    effect(move |former: Option<Option<usize>>| {
        let (count, row) = (count.get(), reveal.get());
        let element = scroller.get();
        // What was seen already is not scrolled to again because rows come or go around it.
        let is_seen = former.is_some_and(|former| former == row);
        let is_there = element.is_some() && row.is_some_and(|row| row < count);
        if let (Some(element), Some(row), false) = (element, row, is_seen) {
            let pixels = row_height.get_untracked();
            // On the next frame: before it, the list may have no room for the row yet.
            request_animation_frame(move || match rest {
                Rest::Edge => scroll_to(&element, row, pixels, head),
                Rest::Third => scroll_to_third(&element, row, pixels),
            });
        }
        measure();
        row.filter(|_| is_there)
    });
    effect(move |_| {
        if let Some(outside) = outside {
            outside.scrolled.track();
            measure();
        }
    });
    let window = memo(move |_| {
        let beyond = (beyond.get() / row_height.get()).ceil() as usize;
        let first = ((top.get() / row_height.get()) as usize).saturating_sub(beyond);
        let shown = (height.get() / row_height.get()) as usize + 2 * beyond + 2;
        (first.min(count.get()), (first + shown).min(count.get()))
    });
    effect(move |_| {
        // What was scrolled away is no place for Tab to come to.
        let (first, end) = window.get();
        if let Some(stop) = stop.filter(|stop| end > first && !(first..end).contains(&stop.get_untracked())) {
            stop.set(
                ((top.get_untracked() / row_height.get_untracked()).ceil() as usize).clamp(first, end - 1),
            );
        }
    });
    let walk = move |event: KeyboardEvent| {
        let (Some(stop), Some(element)) = (stop, own.get_untracked()) else { return };
        let pixels = row_height.get_untracked();
        let page = ((height.get_untracked() / pixels) as usize).max(1);
        let Some(next) = step(&event.key(), stop.get_untracked(), page, count.get_untracked()) else {
            return;
        };
        event.prevent_default();
        scroll_to(&element, next, pixels, head);
        measure();
        stop.set(next);
        spawn_while(stop, async move {
            breathe().await;
            let _ = focus_within(&element, "[tabindex='0']");
        });
    };
    view! {
        <div class="list" node_ref=own on:scroll=move |_| measure() on:keydown=walk role=role aria-label=label tabindex="-1">
            <div class="list-all" style:height=move || pixels_to(count.get(), row_height.get() as u32)>
                <For
                    each=move || {
                        let (first, end) = window.get();
                        let version = (turns.get(), row_height.get() as u32);
                        (first..end).map(move |at| (at, version))
                    }
                    key=|row| *row
                    children=move |(at, (_, pixels))| {
                        view! {
                            <div class="list-row" role=row_role style:top=pixels_to(at, pixels) style:height=format!("{pixels}px")>
                                {row(at)}
                            </div>
                        }
                    }
                />
            </div>
        </div>
    }
    .into_any()
}

/// Where a row begins, for a style. In whole pixels, as rows are high: to write others takes code that nothing else
/// needs before the first verdict.
fn pixels_to(row: usize, row_height: u32) -> String {
    format!("{}px", row as u64 * u64::from(row_height))
}

/// The row that a key leads to from another one.
fn step(key: &str, at: usize, page: usize, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    Some(match key {
        "ArrowDown" => (at + 1).min(last),
        "ArrowUp" => at.saturating_sub(1),
        "PageDown" => (at + page).min(last),
        "PageUp" => at.saturating_sub(page),
        "Home" => 0,
        "End" => last,
        _ => return None,
    })
}

/// Scrolls as little as it takes to have a row in sight.
fn scroll_to(list: &<Div as leptos::html::ElementType>::Output, row: usize, row_height: f64, head: f64) {
    let (above, below) = (row as f64 * row_height, (row + 1) as f64 * row_height);
    let (top, height) = (f64::from(list.scroll_top()), f64::from(list.client_height()) - head);
    if above < top {
        list.set_scroll_top(above as i32);
    } else if below > top + height {
        list.set_scroll_top((below - height) as i32);
    }
}

/// Puts a row at a third of the height.
fn scroll_to_third(list: &<Div as leptos::html::ElementType>::Output, row: usize, row_height: f64) {
    let above = row as f64 * row_height;
    list.set_scroll_top((above - f64::from(list.client_height()) / 3.0).max(0.0) as i32);
}
