//! The drawing's place on the page: canvases, what lies over them, and what is said of them.

use super::legend::legend;
use super::minimap::minimap;
use super::scope::Scope;
use super::view::{View, ZOOM_STEP};
use crate::browser::canvas::{GraphCanvas, origin_in, size_of};
use crate::browser::resize::Resize;
use crate::scene::gesture::Input;
use crate::session::config::ZoomMode;
use crate::ui::erased::{effect, memo};
use crate::ui::icon::{self, icon};
use crate::ui::item::title_of;
use crate::ui::states::{nothing_found, nothing_of_kind};
use leptos::html::{Canvas, Div};
use leptos::prelude::*;
use std::rc::Rc;

/// The drawing.
pub(super) fn stage(scope: Scope) -> impl IntoView {
    let (session, shown) = (scope.session, scope.shown);
    let view = View::new(scope);
    let (base, overlay, stage) = (NodeRef::<Canvas>::new(), NodeRef::<Canvas>::new(), NodeRef::<Div>::new());
    follow(view, base, overlay, stage);
    // Where the drawing begins, from the top of the graph view.
    let frame = NodeRef::<Div>::new();
    let top = move || frame.get_untracked().map_or(0.0, |frame| frame.offset_top() as f32);
    let label = move || {
        let (nodes, edges) = shown.with(|shown| (shown.nodes.len(), shown.edges.len()));
        session.tr("graph-label", &[("nodes", nodes.into()), ("edges", edges.into())])
    };
    view! {
        <div class="stage-frame" node_ref=frame>
        <div class="stage" class:is-on-mark=move || view.is_on_mark.get() node_ref=stage part="canvas" tabindex="0" role="application"
            aria-roledescription=session.t("graph-role") aria-label=label title=move || view.hint.get()
            on:pointerdown=move |event| view.pressed(&event)
            on:pointermove=move |event| view.moved(&event)
            on:pointerup=move |event| view.released(&event)
            on:pointercancel=move |_| view.take(Input::Cancel)
            on:pointerleave=move |_| view.take(Input::Leave)
            on:contextmenu=move |event| view.asked_for_menu(&event, top())
            on:wheel=move |event| view.wheeled(&event)
            on:keydown=move |event| view.key(&event, top())
        >
            <canvas node_ref=base class="stage-base"></canvas>
            <canvas node_ref=overlay class="stage-overlay"></canvas>
            {move || view.lasso.get().map(|rect| view! {
                <div class="lasso" style:left=format!("{}px", rect.min.x) style:top=format!("{}px", rect.min.y)
                    style:width=format!("{}px", rect.width()) style:height=format!("{}px", rect.height())></div>
            })}
        </div>
        <div class="stage-over">
            {progress(view)}
            {move || shown.with(|shown| shown.nodes.is_empty()).then(|| {
                let is_none = session.graph.with(|graph| graph.nodes.is_empty());
                if is_none { nothing_of_kind(session, "graph").into_any() } else { nothing_found(session).into_any() }
            })}
            {minimap(view)}
            {tools(view)}
        </div>
        </div>
        {legend(scope)}
        <div class="visually-hidden" role="status" aria-live="polite">{move || announcement(scope)}</div>
    }
    .into_any()
}

/// What the host page asks for: to fit the picture, and what the wheel does.
fn follow_host(view: View) {
    let hosting = view.scope.session.hosting();
    effect(move |former: Option<()>| {
        hosting.fits.track();
        if former.is_some() {
            view.fit();
        }
    });
    effect(move |_| {
        let is_greedy = hosting.config.with(|config| config.zoom_mode == ZoomMode::Greedy);
        view.gestures.update_value(|gestures| gestures.greedy = is_greedy);
    });
}

/// Starts the painter and everything that follows the state.
fn follow(view: View, base: NodeRef<Canvas>, overlay: NodeRef<Canvas>, stage: NodeRef<Div>) {
    let session = view.scope.session;
    let resize = StoredValue::new_local(None::<Resize>);
    effect(move |_| {
        let (Some(base), Some(overlay), Some(stage)) = (base.get(), overlay.get(), stage.get()) else {
            return;
        };
        let Some(painter) = GraphCanvas::new(base.clone(), overlay).map(Rc::new) else { return };
        view.painter.set_value(Some(painter));
        view.set_camera(view.camera.get_untracked().resized(size_of(&base)));
        view.paint_with_theme();
        let (host, sized) = (session.host(), base.clone());
        let place = move || origin_in(&host, &base);
        view.origin.set_value(place());
        resize.set_value(Resize::new(&stage, move || view.resized(size_of(&sized), place())));
        view.lay_out();
    });
    // Turning and grouping change no item that is drawn, only where it stands.
    let arrangement = session.slice(|state| (state.flow, state.group));
    effect(move |former: Option<()>| {
        view.scope.shown.track();
        arrangement.track();
        if former.is_some() {
            view.lay_out();
        }
    });
    effect(move |_| view.light());
    follow_host(view);
    effect(move |_| {
        session.theme.track();
        view.paint_with_theme();
    });
    let kept = session.drawn();
    on_cleanup(move || {
        resize.set_value(None);
        kept.try_set_value(None);
        view.painter.set_value(None);
        view.worker.set_value(None);
    });
}

/// How far a layout is that takes longer, and the way to stop it.
fn progress(view: View) -> impl IntoView {
    let session = view.scope.session;
    let is_long = memo(move |_| view.progress.get().is_some());
    move || {
        is_long.get().then(|| {
            let share = move || view.progress.get().unwrap_or_default();
            view! {
                <div class="stage-note" role="status">
                    <span>{session.t("laying-out")}</span>
                    <progress max="1" prop:value=move || f64::from(share()) aria-label=session.t("laying-out")></progress>
                    <button class="button quiet small" on:click=move |_| view.stop_layout()>{session.t("stop")}</button>
                </div>
            }
        })
    }
}

fn tools(view: View) -> impl IntoView {
    let session = view.scope.session;
    view! {
        <div class="stage-tools" role="group" aria-label=session.t("zoom")>
            <button class="button icon-only" title=session.t("zoom-in") aria-label=session.t("zoom-in") on:click=move |_| view.zoom_about_middle(ZOOM_STEP)>{icon(icon::PLUS)}</button>
            <button class="button icon-only" title=session.t("zoom-out") aria-label=session.t("zoom-out") on:click=move |_| view.zoom_about_middle(1.0 / ZOOM_STEP)>{icon(icon::MINUS)}</button>
            <button class="button icon-only" title=session.t("fit") aria-label=session.t("fit") on:click=move |_| view.fit()>{icon(icon::FIT)}</button>
        </div>
    }
}

/// The selected node in words, for those who do not see it.
fn announcement(scope: Scope) -> Option<String> {
    let session = scope.session;
    let key = session.state.with(|state| state.selected.clone())?;
    session.graph.with(|graph| {
        let id = graph.find(&key)?;
        let node = graph.node(id)?;
        let status = session.t(&format!("status-{}", node.condition().word()));
        let words = session.tr(
            "graph-announce",
            &[
                ("name", title_of(node).into()),
                ("status", status.into()),
                ("down", graph.needs(id).count().into()),
                ("up", graph.needed_by(id).count().into()),
            ],
        );
        let part_of = graph.customized_by(id).next().and_then(|id| graph.node(id)).map(title_of);
        Some(match part_of {
            Some(name) => {
                session.tr("graph-announce-part", &[("words", words.into()), ("name", name.into())])
            }
            None => words,
        })
    })
}
