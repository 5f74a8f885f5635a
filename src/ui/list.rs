//! A virtual list: only the rows that can be seen are in the page, at 100,000 rows as at ten.
//!
//! Rows have one height, so the place of a row is a multiplication; the list scrolls by itself. In tables that
//! height is the custom property `--atlas-row-height`, measured on a ruler: density, theme and host page set it.

use crate::browser::resize::Resize;
use leptos::html::Div;
use leptos::prelude::*;
use std::sync::Arc;

/// Rows drawn beyond the edges, so that a quick scroll shows no gap.
const OVERSCAN: usize = 12;

/// What a list shows.
pub struct List<Row> {
    /// How many rows there are.
    pub count: Signal<usize>,
    /// The height of one, in pixels; in a table, until its ruler is measured.
    pub row_height: f64,
    /// Draws a row by its place.
    pub row: Row,
    /// Scrolls to this row when it changes.
    pub reveal: Signal<Option<usize>>,
    /// What the list is called (for assistive technology).
    pub label: String,
}

/// Draws a list.
///
/// `version` is what the rows are drawn from: when it changes, every visible row is drawn anew.
pub fn list<Row, View, Version>(options: List<Row>, version: Memo<Arc<Version>>) -> AnyView
where
    Version: Send + Sync + PartialEq + 'static,
    Row: Fn(usize) -> View + Send + Sync + 'static,
    View: IntoView + 'static,
{
    let height = RwSignal::new(options.row_height);
    draw(erased(options), address(version), height, ["list", "listitem"])
}

/// Draws a list whose rows have a role of their own within a table.
pub fn list_in_table<Row, View, Version>(options: List<Row>, version: Memo<Arc<Version>>) -> AnyView
where
    Version: Send + Sync + PartialEq + 'static,
    Row: Fn(usize) -> View + Send + Sync + 'static,
    View: IntoView + 'static,
{
    let (ruler, height) = (NodeRef::<Div>::new(), RwSignal::new(options.row_height));
    let watch = StoredValue::new_local(None::<Resize>);
    Effect::new(move |_| {
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
    let drawn = draw(erased(options), address(version), height, ["rowgroup", "none"]);
    view! { <div class="list-ruler" node_ref=ruler aria-hidden="true"></div> {drawn} }.into_any()
}

/// A row of any view: one list is compiled for all of them, which is most of what a list weighs.
type AnyRow = Arc<dyn Fn(usize) -> AnyView + Send + Sync>;

fn erased<Row, View>(options: List<Row>) -> List<AnyRow>
where
    Row: Fn(usize) -> View + Send + Sync + 'static,
    View: IntoView + 'static,
{
    let List { count, row_height, row, reveal, label } = options;
    List { count, row_height, row: Arc::new(move |at| row(at).into_any()), reveal, label }
}

/// Where the rows lie in memory: another place is another version.
fn address<Version: Send + Sync + PartialEq + 'static>(version: Memo<Arc<Version>>) -> Signal<usize> {
    Signal::derive(move || version.with(|rows| Arc::as_ptr(rows).cast::<()>() as usize))
}

fn draw(
    options: List<AnyRow>,
    version: Signal<usize>,
    row_height: RwSignal<f64>,
    [role, row_role]: [&'static str; 2],
) -> AnyView {
    let List { count, row, reveal, label, .. } = options;
    let scroller = NodeRef::<Div>::new();
    let top = RwSignal::new(0.0_f64);
    let height = RwSignal::new(800.0_f64);
    let measure = move || {
        if let Some(element) = scroller.get_untracked() {
            top.set(f64::from(element.scroll_top()));
            height.set(f64::from(element.client_height()));
        }
    };
    Effect::new(move |_| {
        count.track();
        if let (Some(element), Some(row)) = (scroller.get(), reveal.get()) {
            let pixels = row_height.get_untracked();
            // On the next frame: before it, the list may have no room for the row yet.
            request_animation_frame(move || scroll_to(&element, row, pixels));
        }
        measure();
    });
    let window = Memo::new(move |_| {
        let first = ((top.get() / row_height.get()) as usize).saturating_sub(OVERSCAN);
        let shown = (height.get() / row_height.get()) as usize + 2 * OVERSCAN + 2;
        (first.min(count.get()), (first + shown).min(count.get()))
    });
    view! {
        <div class="list" node_ref=scroller on:scroll=move |_| measure() role=role aria-label=label tabindex="-1">
            <div class="list-all" style:height=move || format!("{}px", count.get() as f64 * row_height.get())>
                <For
                    each=move || {
                        let (first, end) = window.get();
                        let version = (version.get(), row_height.get() as u32);
                        (first..end).map(move |at| (at, version))
                    }
                    key=|row| *row
                    children=move |(at, (_, pixels))| {
                        view! {
                            <div class="list-row" role=row_role style:top=format!("{}px", at as f64 * f64::from(pixels)) style:height=format!("{pixels}px")>
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

/// Scrolls as little as it takes to have a row in sight.
fn scroll_to(list: &<Div as leptos::html::ElementType>::Output, row: usize, row_height: f64) {
    let (above, below) = (row as f64 * row_height, (row + 1) as f64 * row_height);
    let (top, height) = (f64::from(list.scroll_top()), f64::from(list.client_height()));
    if above < top {
        list.set_scroll_top(above as i32);
    } else if below > top + height {
        list.set_scroll_top((below - height) as i32);
    }
}
