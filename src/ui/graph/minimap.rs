//! The whole drawing in the corner, with a frame around what the screen shows of it.

use super::view::View;
use crate::browser::pointer;
use crate::browser::resize::density;
use crate::geometry::{Point, Size};
use crate::scene::minimap::{Corner, Minimap};
use crate::scene::raster::Colors;
use crate::ui::erased::{effect, memo};
use leptos::ev::PointerEvent;
use leptos::html::Canvas;
use leptos::prelude::*;

/// The size of the map in CSS pixels; style/graph.css says the same.
const ROOM: Size = Size { width: 184.0, height: 116.0 };
/// What it takes of the screen, with the room around it.
const TAKEN: Size = Size { width: 204.0, height: 136.0 };

/// The map, as long as something lies beyond the screen.
pub(super) fn minimap(view: View) -> impl IntoView {
    let is_needed = memo(move |_| view.is_beyond());
    move || is_needed.get().then(|| drawn(view))
}

/// The corner where it hides least. Chosen anew when something else is drawn, seen or selected, and not while
/// somebody moves the view, or it would jump about below the pointer.
fn corner(view: View) -> Memo<Corner> {
    let size = memo(move |_| view.camera.with(|camera| camera.view));
    let selected = view.scope.session.slice(|state| state.selected.clone());
    memo(move |_| {
        size.track();
        let key = selected.get();
        let Some(drawn) = view.drawn.get() else { return Corner::default() };
        let place = key.and_then(|key| view.place_of(&key));
        Corner::quietest(&drawn.scene, view.camera.get_untracked(), TAKEN, place)
    })
}

fn drawn(view: View) -> AnyView {
    let session = view.scope.session;
    let corner = corner(view);
    let canvas = NodeRef::<Canvas>::new();
    let map = RwSignal::new_local(None::<Minimap>);
    effect(move |_| {
        session.theme.track();
        let (Some(canvas), Some(drawn), Some(painter)) = (canvas.get(), view.drawn.get(), view.painter())
        else {
            return;
        };
        let made = Minimap::new(&drawn.scene, ROOM, density(), &Colors::from(&painter.palette()));
        crate::browser::brush::show(&made.raster, &canvas);
        map.set(Some(made));
    });
    let go = move |event: &PointerEvent| {
        let at = Point::new(event.offset_x() as f32, event.offset_y() as f32);
        let camera =
            map.with_untracked(|map| map.as_ref().map(|map| map.looking_at(view.camera.get_untracked(), at)));
        if let Some(camera) = camera {
            view.look_from(camera);
        }
    };
    let frame = move || {
        let camera = view.camera.get();
        map.with(|map| map.as_ref().map(|map| map.frame_within(camera, ROOM))).unwrap_or_default()
    };
    view! {
        <div class=move || format!("minimap is-{}", corner.get().word()) aria-hidden="true" title=session.t("minimap")
            on:pointerdown=move |event| { pointer::capture(&event); go(&event); }
            on:pointermove=move |event| if event.buttons() & 1 == 1 { go(&event); }>
            <canvas node_ref=canvas></canvas>
            <div class="minimap-frame" style:left=move || format!("{}px", frame().min.x) style:top=move || format!("{}px", frame().min.y)
                style:width=move || format!("{}px", frame().width()) style:height=move || format!("{}px", frame().height())></div>
        </div>
    }
    .into_any()
}
