//! The release graph: canvas, toolbar, legend, and the same items as a table.
//!
//! What is drawn follows from the state ([`shown`]); its layout is made at once where that takes a few
//! milliseconds and in the worker otherwise (in slices where no worker can be had), while the former
//! picture stays. Selection and hover light the scene and never lay it out again.

use super::export_menu::{What, export_menu};
use super::frame::GRAPH_KINDS;
use super::icon::{self, icon};
use super::item::title_of;
use super::session::{Session, Shared};
use super::states::{nothing_found, nothing_of_kind};
use super::table::table;
use super::task::spawn_while;
use crate::browser::canvas::{GraphCanvas, size_of};
use crate::browser::measure::{Moment, measure};
use crate::browser::resize::{Resize, density};
use crate::browser::timer::breathe;
use crate::browser::worker::LayoutWorker;
use crate::browser::{palette, pointer, style};
use crate::geometry::{Point, Rect, Size};
use crate::graph::{Kinds, NodeId, condense, reduce};
use crate::layout::{Flow, Job, Layout, Phase, arrange};
use crate::scene::gesture::{Gesture, Gestures, Input, Keys};
use crate::scene::step::{Arrow, nearest, next};
use crate::scene::{Camera, Picked, Scene, Tone, Words};
use crate::session::picture::{Picture, lit, turned};
use crate::session::rows::Column;
use crate::session::shown::{Shown, shown};
use crate::session::{Action, Direction, Group, ViewState};
use leptos::ev::{KeyboardEvent, PointerEvent, WheelEvent};
use leptos::html::{Canvas, Div};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

/// Up to so many nodes the layout is made at once: it takes a few milliseconds.
const AT_ONCE: usize = 600;
/// How much of a job is done between two breaths where no worker can be had.
const SLICE_UNITS: u32 = 200_000;
/// Room around the picture when it is fitted, in pixels.
const PADDING: f32 = 28.0;
/// How far an arrow key pans when nothing is selected, and a press of + or − zooms.
const ZOOM_STEP: f32 = 1.25;

const TABLE_COLUMNS: [Column; 7] = [
    Column::Risk,
    Column::Name,
    Column::Kind,
    Column::Status,
    Column::Packaging,
    Column::DependsOn,
    Column::NeededBy,
];

/// What stands on the screen.
pub struct Drawn {
    /// What is drawn.
    pub picture: Picture,
    /// Where it stands.
    pub layout: Arc<Layout>,
    /// How it looks.
    pub scene: Rc<Scene>,
}

/// The parts of the view that live as long as its canvas.
#[derive(Clone, Copy)]
struct View {
    session: Session,
    shown: Memo<Arc<Shown>>,
    painter: StoredValue<Option<Rc<GraphCanvas>>, LocalStorage>,
    drawn: RwSignal<Option<Rc<Drawn>>, LocalStorage>,
    gestures: StoredValue<Gestures, LocalStorage>,
    lasso: RwSignal<Option<Rect>>,
    is_laying_out: RwSignal<bool>,
    /// Whether the picture is fitted, until somebody moves it: then it stays fitted when the size changes.
    is_fitted: StoredValue<bool>,
    /// Counts requests for a layout, so that a late one is ignored.
    turn: StoredValue<u32>,
    worker: StoredValue<Option<Rc<LayoutWorker>>, LocalStorage>,
}

/// The view of the graph.
pub fn graph(session: Session) -> impl IntoView {
    let as_table = session.slice(|state| state.as_table);
    let shown = shown_memo(session);
    view! {
        <div class="graph">
            {toolbar(session, shown)}
            {move || if as_table.get() {
                table(session, "graph", &GRAPH_KINDS, &TABLE_COLUMNS).into_any()
            } else {
                picture(session, shown).into_any()
            }}
        </div>
    }
}

/// What of the state decides what is drawn.
fn deciding(state: &ViewState) -> ViewState {
    ViewState {
        find: state.find.clone(),
        standings: state.standings.clone(),
        kinds: state.kinds.clone(),
        statuses: state.statuses.clone(),
        facets: state.facets.clone(),
        focus: state.focus.clone(),
        depth: state.depth,
        direction: state.direction,
        group: state.group,
        flow: state.flow,
        show_all: state.show_all,
        ..ViewState::default()
    }
}

fn shown_memo(session: Session) -> Memo<Arc<Shown>> {
    let reduction = Memo::new(move |_| {
        let graph = session.graph.get();
        Shared(Arc::new(reduce(&graph, &condense(&graph, Kinds::DEPENDS_ON))))
    });
    let deciding = session.slice(deciding);
    let selected = session.slice(|state| state.selected.clone());
    Memo::new(move |former: Option<&Arc<Shown>>| {
        let (graph, board) = (session.graph.get(), session.board.get());
        let mut state = deciding.get();
        // Only where not everything is drawn can a selection change what is.
        let leaves_out = former.is_some_and(|former| former.matching > former.nodes.len());
        state.selected = if leaves_out { selected.get() } else { selected.get_untracked() };
        Arc::new(shown(&graph, &board, &reduction.get(), &state))
    })
}

/// The words on the cards.
pub fn words(session: Session) -> Words {
    let word = |tone: Tone| match tone {
        Tone::Ok => session.t("status-ok"),
        Tone::Unknown => session.t("status-unknown"),
        Tone::Pending => session.t("status-pending"),
        Tone::Failed => session.t("status-failed"),
        Tone::Recalled => session.t("status-recalled"),
        Tone::Vain => session.t("status-vain"),
    };
    let mut words = Words::default();
    for tone in Tone::ALL {
        words.tones[tone as usize] = word(tone);
    }
    words
}

fn picture(session: Session, shown: Memo<Arc<Shown>>) -> impl IntoView {
    let view = View {
        session,
        shown,
        painter: StoredValue::new_local(None),
        drawn: RwSignal::new_local(None),
        gestures: StoredValue::new_local(Gestures::new(false)),
        lasso: RwSignal::new(None),
        is_laying_out: RwSignal::new(false),
        is_fitted: StoredValue::new(true),
        turn: StoredValue::new(0),
        worker: StoredValue::new_local(None),
    };
    let (base, overlay, stage) = (NodeRef::<Canvas>::new(), NodeRef::<Canvas>::new(), NodeRef::<Div>::new());
    let resize = StoredValue::new_local(None::<Resize>);
    Effect::new(move |_| {
        let (Some(base), Some(overlay), Some(stage)) = (base.get(), overlay.get(), stage.get()) else {
            return;
        };
        let Some(painter) = GraphCanvas::new(base.clone(), overlay).map(Rc::new) else { return };
        painter.set_camera(painter.camera().resized(size_of(&base)));
        view.painter.set_value(Some(Rc::clone(&painter)));
        view.paint_with_theme();
        resize.set_value(Resize::new(&stage, move || view.resized(size_of(&base))));
        view.lay_out();
    });
    Effect::new(move |former: Option<()>| {
        view.shown.track();
        if former.is_some() {
            view.lay_out();
        }
    });
    Effect::new(move |_| view.light());
    Effect::new(move |_| {
        session.theme.track();
        view.paint_with_theme();
    });
    let kept = session.drawn();
    on_cleanup(move || {
        resize.set_value(None);
        view.painter.set_value(None);
        view.worker.set_value(None);
        kept.try_set_value(None);
    });
    let zoomed = move |factor: f32| view.zoom_about_middle(factor);
    view! {
        <div
            class="stage"
            node_ref=stage
            part="canvas"
            tabindex="0"
            role="application"
            aria-roledescription=session.t("graph-role")
            aria-label=move || session.tr("graph-label", &[("nodes", shown.with(|shown| shown.nodes.len()).into()), ("edges", shown.with(|shown| shown.edges.len()).into())])
            on:pointerdown=move |event| view.pressed(&event)
            on:pointermove=move |event| view.moved(&event)
            on:pointerup=move |event| view.released(&event)
            on:pointercancel=move |_| view.take(Input::Cancel)
            on:pointerleave=move |_| view.take(Input::Leave)
            on:wheel=move |event| view.wheeled(&event)
            on:keydown=move |event| view.key(&event)
        >
            <canvas node_ref=base class="stage-base"></canvas>
            <canvas node_ref=overlay class="stage-overlay"></canvas>
            {move || view.lasso.get().map(|rect| view! {
                <div class="lasso" style:left=format!("{}px", rect.min.x) style:top=format!("{}px", rect.min.y)
                    style:width=format!("{}px", rect.width()) style:height=format!("{}px", rect.height())></div>
            })}
            {move || view.is_laying_out.get().then(|| view! { <div class="stage-note" role="status">{session.t("laying-out")}</div> })}
            {move || shown.with(|shown| shown.nodes.is_empty()).then(|| {
                let is_none = session.graph.with(|graph| graph.nodes.is_empty());
                if is_none { nothing_of_kind(session, "graph").into_any() } else { nothing_found(session).into_any() }
            })}
            <div class="stage-tools" role="group" aria-label=session.t("zoom")>
                <button class="button icon-only" title=session.t("zoom-in") aria-label=session.t("zoom-in") on:click=move |_| zoomed(ZOOM_STEP)>{icon(icon::PLUS)}</button>
                <button class="button icon-only" title=session.t("zoom-out") aria-label=session.t("zoom-out") on:click=move |_| zoomed(1.0 / ZOOM_STEP)>{icon(icon::MINUS)}</button>
                <button class="button icon-only" title=session.t("fit") aria-label=session.t("fit") on:click=move |_| view.fit()>{icon(icon::FIT)}</button>
            </div>
        </div>
        {legend(session, shown)}
        <div class="visually-hidden" role="status" aria-live="polite">{move || view.announcement()}</div>
    }
}

impl View {
    fn painter(self) -> Option<Rc<GraphCanvas>> {
        self.painter.try_get_value().flatten()
    }

    fn paint_with_theme(self) {
        if let Some(painter) = self.painter() {
            let host = self.session.host();
            painter.set_palette(palette::read(&host), &style::font(&host));
            painter.set_density(density());
        }
    }

    fn resized(self, size: Size) {
        let Some(painter) = self.painter() else { return };
        painter.set_density(density());
        painter.set_camera(painter.camera().resized(size));
        if self.is_fitted.get_value() {
            self.fit();
        }
    }

    /// Makes the layout of what is to be shown, and shows it.
    fn lay_out(self) {
        let turn = self.turn.get_value().wrapping_add(1);
        self.turn.set_value(turn);
        let session = self.session;
        let former = self.drawn.with_untracked(|drawn| match drawn {
            Some(drawn) => drawn.picture.places(&drawn.layout),
            None => BTreeMap::new(),
        });
        let state = session.state.get_untracked();
        let picture = session.graph.with_untracked(|graph| {
            Picture::new(graph, self.shown.get_untracked(), &state, &words(session), &former)
        });
        spawn_while(self.turn, async move {
            let start = Moment::now();
            self.is_laying_out.set(picture.request.sizes.len() > AT_ONCE);
            let layout = self.layout_of(&picture, turn).await;
            if self.turn.try_get_value() != Some(turn) {
                return;
            }
            self.is_laying_out.set(false);
            if let Some(layout) = layout {
                let detail = [
                    ("nodes", picture.request.sizes.len() as f64),
                    ("edges", picture.request.edges.len() as f64),
                ];
                measure("atlas:layout", start, &detail);
                self.show(picture, layout);
            }
        });
    }

    async fn layout_of(self, picture: &Picture, turn: u32) -> Option<Layout> {
        if let Some(overview) = picture.overview() {
            return Some(overview);
        }
        if picture.request.sizes.len() <= AT_ONCE {
            return Some(arrange(&picture.request));
        }
        if let Some(worker) = self.worker() {
            if let Ok(layout) = worker.arrange(&picture.request).await {
                return Some(layout);
            }
            self.worker.try_set_value(None);
        }
        let mut job = Job::new(&picture.request);
        while job.step(SLICE_UNITS).phase != Phase::Done {
            breathe().await;
            if self.turn.try_get_value() != Some(turn) {
                return None;
            }
        }
        Some(job.finish())
    }

    fn worker(self) -> Option<Rc<LayoutWorker>> {
        let kept = self.worker.try_get_value()?;
        kept.or_else(|| {
            let started = LayoutWorker::start().map(Rc::new);
            self.worker.set_value(started.clone());
            started
        })
    }

    fn show(self, picture: Picture, layout: Layout) {
        let Some(painter) = self.painter() else { return };
        let start = Moment::now();
        let layout = Arc::new(layout);
        let is_first = self.drawn.with_untracked(|drawn| {
            drawn.as_ref().is_none_or(|drawn| {
                !drawn.picture.shown.nodes.iter().any(|id| picture.shown.place(*id).is_some())
            })
        });
        let keeps = is_first
            || self.drawn.with_untracked(|drawn| {
                drawn
                    .as_ref()
                    .is_some_and(|drawn| drawn.picture.shown.nodes.len() != picture.shown.nodes.len())
            });
        let scene = self
            .session
            .graph
            .with_untracked(|graph| picture.scene(graph, Arc::clone(&layout), words(self.session)));
        measure(
            "atlas:scene",
            start,
            &[("nodes", picture.shown.nodes.len() as f64), ("edges", picture.shown.edges.len() as f64)],
        );
        let scene = Rc::new(scene);
        painter.set_scene(Rc::clone(&scene));
        let drawn = Rc::new(Drawn { picture, layout, scene });
        self.session.drawn().set_value(Some(Rc::clone(&drawn)));
        self.drawn.set(Some(drawn));
        if keeps {
            self.fit();
        }
    }

    /// Lights what is selected.
    fn light(self) {
        let session = self.session;
        let Some(drawn) = self.drawn.get() else { return };
        let selected = session.state.with(|state| state.selected.clone());
        let Some(painter) = self.painter() else { return };
        let state = ViewState { selected, ..session.state.get_untracked() };
        let overlay = session.graph.with(|graph| lit(graph, &drawn.picture.shown, &drawn.scene, &state, &[]));
        painter.set_overlay(Rc::new(overlay));
    }

    fn selected_place(self) -> Option<u32> {
        let key = self.session.state.with_untracked(|state| state.selected.clone())?;
        let id = self.session.graph.with_untracked(|graph| graph.find(&key))?;
        self.drawn.with_untracked(|drawn| drawn.as_ref().and_then(|drawn| drawn.picture.shown.place(id)))
    }

    fn fit(self) {
        let Some(painter) = self.painter() else { return };
        let bounds = self.drawn.with_untracked(|drawn| drawn.as_ref().map(|drawn| drawn.scene.bounds()));
        self.is_fitted.set_value(true);
        if let Some(bounds) = bounds {
            painter.set_camera(Camera::fitted(bounds, painter.camera().view, PADDING));
        }
    }

    /// Moves the view as a person asked for.
    fn look_from(self, camera: Camera) {
        if let Some(painter) = self.painter() {
            let bounds = self.drawn.with_untracked(|drawn| drawn.as_ref().map(|drawn| drawn.scene.bounds()));
            self.is_fitted.set_value(false);
            painter.set_camera(bounds.map_or(camera, |bounds| camera.clamped(bounds)));
        }
    }

    fn zoom_about_middle(self, factor: f32) {
        if let Some(painter) = self.painter() {
            let camera = painter.camera();
            let middle = Point::new(camera.view.width / 2.0, camera.view.height / 2.0);
            self.look_from(camera.zoomed(middle, factor));
        }
    }

    fn take(self, input: Input) {
        let gesture =
            self.gestures.try_update_value(|gestures| gestures.take(input)).unwrap_or(Gesture::None);
        self.follow(gesture);
    }

    fn follow(self, gesture: Gesture) {
        let Some(painter) = self.painter() else { return };
        let node_at = |point: Point| match painter.pick(point) {
            Some(Picked::Node(place)) => self.id_of(place),
            _ => None,
        };
        match gesture {
            Gesture::Hover(point) => painter.set_hover(painter.pick(point)),
            Gesture::Unhover => painter.set_hover(None),
            Gesture::Pan(by) => self.look_from(painter.camera().panned(by)),
            Gesture::Zoom { at, factor } => self.look_from(painter.camera().zoomed(at, factor)),
            Gesture::Pinch { by, at, factor } => {
                self.look_from(painter.camera().panned(by).zoomed(at, factor));
            }
            Gesture::Click(point) => match node_at(point) {
                Some(id) => self.session.select(id),
                None => self.session.act(Action::Deselect),
            },
            Gesture::DoubleClick(point) => {
                if let Some(key) = node_at(point).and_then(|id| self.session.key_of(id)) {
                    self.session.act(Action::Focus(key));
                }
            }
            Gesture::Lasso(rect) => self.lasso.set(Some(rect)),
            Gesture::LassoDone(rect) => {
                self.lasso.set(None);
                let inside = painter.pick_all(rect);
                self.session.say(self.session.tr("lassoed", &[("count", inside.len().into())]));
            }
            Gesture::LassoCancelled => self.lasso.set(None),
            Gesture::Scroll => self.session.say(self.session.t("zoom-hint")),
            Gesture::ShiftClick(_) | Gesture::ControlClick(_) | Gesture::None => {}
        }
    }

    fn id_of(self, place: u32) -> Option<NodeId> {
        self.drawn.with_untracked(|drawn| drawn.as_ref()?.picture.shown.nodes.get(place as usize).copied())
    }

    fn pressed(self, event: &PointerEvent) {
        self.take(Input::Press { pointer: event.pointer_id(), at: point_of(event), keys: keys_of(event) });
    }

    fn moved(self, event: &PointerEvent) {
        self.take(Input::Move { pointer: event.pointer_id(), at: point_of(event) });
        if self.gestures.with_value(Gestures::drags) {
            pointer::capture(event);
        }
    }

    fn released(self, event: &PointerEvent) {
        self.take(Input::Release {
            pointer: event.pointer_id(),
            at: point_of(event),
            millis: event.time_stamp(),
        });
    }

    fn wheeled(self, event: &WheelEvent) {
        let keys = Keys { shift: event.shift_key(), control: event.ctrl_key() || event.meta_key() };
        if keys.control {
            event.prevent_default();
        }
        let at = Point::new(event.offset_x() as f32, event.offset_y() as f32);
        let delta = Point::new(event.delta_x() as f32, event.delta_y() as f32);
        self.take(Input::Wheel { at, delta, mode: event.delta_mode(), keys });
    }

    fn key(self, event: &KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let handled = match event.key().as_str() {
            "ArrowLeft" => self.step(Arrow::Left),
            "ArrowRight" => self.step(Arrow::Right),
            "ArrowUp" => self.step(Arrow::Up),
            "ArrowDown" => self.step(Arrow::Down),
            "+" | "=" => self.done(|view| view.zoom_about_middle(ZOOM_STEP)),
            "-" => self.done(|view| view.zoom_about_middle(1.0 / ZOOM_STEP)),
            "0" => self.done(Self::reset_zoom),
            "f" => self.done(Self::fit),
            "[" => self.done(|view| view.deepen(-1)),
            "]" => self.done(|view| view.deepen(1)),
            "d" => self.done(|view| view.look(Direction::Down)),
            "u" => self.done(|view| view.look(Direction::Up)),
            _ => false,
        };
        if handled {
            event.prevent_default();
            event.stop_propagation();
        }
    }

    fn done(self, act: impl FnOnce(Self)) -> bool {
        act(self);
        true
    }

    fn reset_zoom(self) {
        if let Some(painter) = self.painter() {
            let camera = painter.camera();
            self.zoom_about_middle(1.0 / camera.scale);
        }
    }

    fn deepen(self, by: i16) {
        let depth = self.session.state.with_untracked(|state| i16::from(state.depth));
        self.session.act(Action::Depth((depth + by).clamp(1, 99) as u8));
    }

    fn look(self, direction: Direction) {
        let now = self.session.state.with_untracked(|state| state.direction);
        self.session.act(Action::Look(if now == direction { Direction::Both } else { direction }));
    }

    /// Moves the selection along an edge or among siblings.
    fn step(self, arrow: Arrow) -> bool {
        let Some(painter) = self.painter() else { return false };
        let Some(drawn) = self.drawn.get_untracked() else { return false };
        let camera = painter.camera();
        let to = match self.selected_place() {
            Some(place) => next(&drawn.scene, place, arrow),
            None => nearest(
                &drawn.scene,
                camera.to_world(Point::new(camera.view.width / 2.0, camera.view.height / 2.0)),
            ),
        };
        if let Some(to) = to {
            self.look_from(camera.revealing(drawn.scene.node_rect(to), PADDING));
            if let Some(id) = self.id_of(to) {
                self.session.select(id);
            }
        }
        true
    }

    fn announcement(self) -> Option<String> {
        let key = self.session.state.with(|state| state.selected.clone())?;
        self.session.graph.with(|graph| {
            let id = graph.find(&key)?;
            let node = graph.node(id)?;
            let status =
                self.session.t(&format!("status-{}", crate::session::route::status_word(node.status)));
            Some(self.session.tr(
                "graph-announce",
                &[
                    ("name", title_of(node).into()),
                    ("status", status.into()),
                    ("down", graph.leaving.degree(id).into()),
                    ("up", graph.entering.degree(id).into()),
                ],
            ))
        })
    }
}

fn point_of(event: &PointerEvent) -> Point {
    Point::new(event.offset_x() as f32, event.offset_y() as f32)
}

fn keys_of(event: &PointerEvent) -> Keys {
    Keys { shift: event.shift_key(), control: event.ctrl_key() || event.meta_key() }
}

fn toolbar(session: Session, shown: Memo<Arc<Shown>>) -> impl IntoView {
    let as_table = session.slice(|state| state.as_table);
    let flow = session.slice(|state| state.flow);
    let group = session.slice(|state| state.group);
    let groups = Group::ALL
        .into_iter()
        .map(|one| {
            let label = session.t(&format!("group-{}", one.word()));
            view! { <option value=one.word() selected=move || group.get() == one>{label}</option> }
        })
        .collect_view();
    view! {
        <div class="graph-bar row wrap">
            <div class="segmented" role="group" aria-label=session.t("graph-or-table")>
                <button class="button small" aria-pressed=move || (!as_table.get()).to_string() on:click=move |_| session.act(Action::AsTable(false))>{icon(icon::GRAPH)}{session.t("view-graph")}</button>
                <button class="button small" aria-pressed=move || as_table.get().to_string() on:click=move |_| session.act(Action::AsTable(true))>{icon(icon::TABLE)}{session.t("as-table")}</button>
            </div>
            <button class="button small" on:click=move |_| session.act(Action::Flow(turned(flow.get_untracked())))>
                {move || session.t(if flow.get() == Flow::LeftToRight { "flow-lr" } else { "flow-tb" })}
            </button>
            <label class="row small">
                <span class="muted">{session.t("group-by")}</span>
                <select class="field small" on:change=move |event| {
                    session.act(Action::GroupBy(Group::from_word(&event_target_value(&event)).unwrap_or_default()));
                }>{groups}</select>
            </label>
            {focus_bar(session)}
            <span class="grow"></span>
            <span class="count">{move || shown.with(|shown| counts_text(session, shown))}</span>
            {move || shown.with(|shown| (shown.matching > shown.nodes.len()).then(|| {
                let matching = shown.matching;
                view! { <button class="button small" on:click=move |_| session.act(Action::ShowAll(true))>{session.tr("show-all", &[("count", matching.into())])}</button> }
            }))}
            {export_menu(session, &What::View)}
        </div>
    }
}

fn counts_text(session: Session, shown: &Shown) -> String {
    let mut words = if shown.matching > shown.nodes.len() {
        session.tr("showing-of", &[("shown", shown.nodes.len().into()), ("all", shown.matching.into())])
    } else {
        session
            .tr("graph-counts", &[("nodes", shown.nodes.len().into()), ("edges", shown.edges.len().into())])
    };
    if shown.implied > 0 {
        words.push_str(&session.tr("implied", &[("count", shown.implied.into())]));
    }
    words
}

fn focus_bar(session: Session) -> impl IntoView {
    let focus = session.slice(|state| state.focus.clone());
    let depth = session.slice(|state| state.depth);
    let direction = session.slice(|state| state.direction);
    move || {
        focus.get().map(|key| {
            let name = session.graph.with(|graph| {
                graph.find(&key).and_then(|id| graph.node(id)).map_or_else(|| key.id.clone(), title_of)
            });
            let directions = [Direction::Both, Direction::Up, Direction::Down]
                .into_iter()
                .map(|one| {
                    view! {
                        <button class="button small" aria-pressed=move || (direction.get() == one).to_string()
                            on:click=move |_| session.act(Action::Look(one))>{session.t(&format!("look-{}", one.word()))}</button>
                    }
                })
                .collect_view();
            view! {
                <div class="focus row">
                    <span class="badge outline"><bdi class="clip">{name}</bdi>
                        <button class="focus-close" aria-label=session.t("unfocus") title=session.t("unfocus") on:click=move |_| session.act(Action::Unfocus)>{icon(icon::CLOSE)}</button></span>
                    <span class="segmented" role="group" aria-label=session.t("direction")>{directions}</span>
                    <span class="row">
                        <button class="button small icon-only" aria-label=session.t("less-deep") on:click=move |_| session.act(Action::Depth(depth.get_untracked().saturating_sub(1)))>{icon(icon::MINUS)}</button>
                        <span class="numbers">{move || session.tr("depth", &[("count", depth.get().into())])}</span>
                        <button class="button small icon-only" aria-label=session.t("deeper") on:click=move |_| session.act(Action::Depth(depth.get_untracked().saturating_add(1)))>{icon(icon::PLUS)}</button>
                    </span>
                </div>
            }
        })
    }
}

/// What the marks on the screen mean, with counts.
fn legend(session: Session, shown: Memo<Arc<Shown>>) -> impl IntoView {
    use crate::graph::Status;
    let entries = move || {
        let graph = session.graph.get();
        let mut counts = BTreeMap::<Status, usize>::new();
        shown.with(|shown| {
            for node in shown.nodes.iter().filter_map(|id| graph.node(*id)) {
                *counts.entry(node.status).or_default() += 1;
            }
        });
        counts
            .into_iter()
            .map(|(status, count)| {
                let word = crate::session::route::status_word(status);
                view! {
                    <span class=format!("legend-entry is-{word}")><span class="mark">{icon(icon::of_status(status))}</span>{session.t(&format!("status-{word}"))} <span class="count">{count}</span></span>
                }
            })
            .collect_view()
    };
    let lines = ["solid", "dashed", "dotted", "barred"].map(|line| {
        view! { <span class="legend-entry"><span class=format!("legend-line is-{line}")></span>{session.t(&format!("line-{line}"))}</span> }
    });
    view! { <div class="legend row wrap" part="legend">{entries}<span class="legend-gap"></span>{lines.into_iter().collect_view()}</div> }
}
