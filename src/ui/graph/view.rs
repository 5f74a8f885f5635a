//! The drawing on the screen: what stands there, from where it is seen, and what is lit in it.

use super::following::Hold;
use super::scope::Scope;
use crate::browser::canvas::GraphCanvas;
use crate::browser::resize::density;
use crate::browser::worker::LayoutWorker;
use crate::browser::{palette, style};
use crate::geometry::{Point, Rect, Size};
use crate::graph::{Graph, NodeId, NodeKey};
use crate::layout::{Flow, Layout};
use crate::scene::gesture::Gestures;
use crate::scene::{Camera, Overlay, Scene};
use crate::session::Group;
use crate::session::light::{Light, counts, lit};
use crate::session::picture::Picture;
use crate::ui::session::Shared;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// Room around the picture when it is fitted, in pixels.
pub(super) const PADDING: f32 = 20.0;
/// What the buttons (`.stage-tools` in style/graph.css) take at the right end of the screen beyond the padding, in pixels.
const TOOLS: f32 = 36.0;
/// By how much a press of + or − zooms.
pub(super) const ZOOM_STEP: f32 = 1.25;

/// Which way the layers follow one another, and what the items are grouped by.
pub(super) type Arrangement = (Flow, Group);

/// What stands on the screen.
pub struct Drawn {
    /// What is drawn.
    pub picture: Picture,
    /// Where it stands.
    pub layout: Arc<Layout>,
    /// How it looks.
    pub scene: Rc<Scene>,
    /// What is lit in it just now.
    pub lit: RefCell<Rc<Overlay>>,
}

/// The parts of the view that live as long as its canvas. A handle.
#[derive(Clone, Copy)]
pub(super) struct View {
    pub(super) scope: Scope,
    pub(super) painter: StoredValue<Option<Rc<GraphCanvas>>, LocalStorage>,
    pub(super) drawn: RwSignal<Option<Rc<Drawn>>, LocalStorage>,
    pub(super) camera: RwSignal<Camera>,
    pub(super) gestures: StoredValue<Gestures, LocalStorage>,
    pub(super) lasso: RwSignal<Option<Rect>>,
    /// How much of a layout is done that takes longer; none while there is none.
    pub(super) progress: RwSignal<Option<f32>>,
    /// Whether the pointer is over a mark that can be pressed by itself.
    pub(super) is_on_mark: RwSignal<bool>,
    /// What the edge below the pointer joins, and why it cannot be used.
    pub(super) hint: RwSignal<Option<String>>,
    /// What the view is held to when the size or the layout changes.
    pub(super) hold: StoredValue<Hold>,
    /// Where the drawing begins on the page; bars above it and beside it take more or less room.
    pub(super) origin: StoredValue<Point>,
    /// The selected node that the view last took note of.
    pub(super) followed: StoredValue<Option<NodeKey>>,
    /// The node that the first click of a double click hit; it may have been moved from below the pointer.
    pub(super) clicked: StoredValue<Option<NodeKey>>,
    /// The nodes of the chains that were brought into sight last.
    pub(super) chain: StoredValue<Vec<NodeId>>,
    /// Counts travels of the view, so that a new one ends the former.
    pub(super) glides: StoredValue<u32>,
    /// The graph that a layout was last made of, and how it was arranged.
    pub(super) laid: StoredValue<Option<(Shared<Graph>, Arrangement)>>,
    /// Counts requests for a layout, so that a late one is ignored.
    pub(super) turn: StoredValue<u32>,
    pub(super) worker: StoredValue<Option<Rc<LayoutWorker>>, LocalStorage>,
}

impl View {
    pub(super) fn new(scope: Scope) -> Self {
        Self {
            scope,
            painter: StoredValue::new_local(None),
            drawn: RwSignal::new_local(None),
            camera: RwSignal::new(Camera::default()),
            gestures: StoredValue::new_local(Gestures::new(false)),
            lasso: RwSignal::new(None),
            progress: RwSignal::new(None),
            is_on_mark: RwSignal::new(false),
            hint: RwSignal::new(None),
            hold: StoredValue::new(Hold::All),
            origin: StoredValue::new(Point::default()),
            followed: StoredValue::new(scope.session.state.with_untracked(|state| state.selected.clone())),
            clicked: StoredValue::new(None),
            chain: StoredValue::new(Vec::new()),
            glides: StoredValue::new(0),
            laid: StoredValue::new(None),
            turn: StoredValue::new(0),
            worker: StoredValue::new_local(None),
        }
    }

    pub(super) fn painter(self) -> Option<Rc<GraphCanvas>> {
        self.painter.try_get_value().flatten()
    }

    pub(super) fn drawn_now(self) -> Option<Rc<Drawn>> {
        self.drawn.try_get_untracked().flatten()
    }

    pub(super) fn paint_with_theme(self) {
        if let Some(painter) = self.painter() {
            let host = self.scope.session.host();
            painter.set_palette(palette::read(&host), &style::font(&host));
            painter.set_density(density());
        }
    }

    /// Fits the view to the place that the drawing has now; what stands on the screen stays there.
    pub(super) fn resized(self, size: Size, origin: Point) {
        let Some(painter) = self.painter() else { return };
        let former = self.origin.get_value();
        let by = Point::new(former.x - origin.x, former.y - origin.y);
        self.origin.set_value(origin);
        self.gestures.update_value(|gestures| gestures.shift(by));
        painter.set_density(density());
        let (camera, drawn) = (painter.camera(), self.drawn_now());
        match (self.hold.get_value(), drawn) {
            (Hold::All, _) => {
                self.set_camera(camera.resized(size));
                self.fit();
            }
            (Hold::Chain, Some(drawn)) => {
                self.stop_gliding();
                self.set_camera(camera.resized(size));
                if let Some(camera) = self.camera_for_chain(&drawn.picture, &drawn.layout) {
                    self.set_camera(camera);
                }
            }
            (_, drawn) => {
                self.stop_gliding();
                let kept = camera.uncovered(size).panned(by);
                self.set_camera(kept);
                let selected = drawn.and_then(|drawn| Some(drawn.scene.node_rect(self.selected_place()?)));
                if let Some(rect) = selected.filter(|rect| is_covered(*rect, camera, kept)) {
                    self.glide(kept.revealing(rect, PADDING));
                }
            }
        }
    }

    /// Puts the camera somewhere; everybody who follows it is told.
    pub(super) fn set_camera(self, camera: Camera) {
        if let Some(painter) = self.painter() {
            painter.set_camera(camera);
            self.camera.set(camera);
        }
    }

    /// Shows everything that is drawn.
    pub(super) fn fit(self) {
        let Some(drawn) = self.drawn_now() else { return };
        self.stop_gliding();
        self.hold.set_value(Hold::All);
        let view = self.camera.get_untracked().view;
        self.set_camera(fitted(drawn.scene.bounds(), view));
    }

    /// Moves the view as a person asked for.
    pub(super) fn look_from(self, camera: Camera) {
        let bounds = self.drawn_now().map(|drawn| drawn.scene.bounds());
        self.stop_gliding();
        self.hold.set_value(Hold::Nothing);
        self.set_camera(bounds.map_or(camera, |bounds| camera.clamped(bounds)));
    }

    pub(super) fn zoom_about_middle(self, factor: f32) {
        let camera = self.camera.get_untracked();
        self.look_from(camera.zoomed(self.middle(), factor));
    }

    /// The middle of the screen.
    pub(super) fn middle(self) -> Point {
        let view = self.camera.get_untracked().view;
        Point::new(view.width / 2.0, view.height / 2.0)
    }

    /// Whether something of the picture lies beyond the screen.
    pub(super) fn is_beyond(self) -> bool {
        let Some(bounds) = self.drawn.with(|drawn| drawn.as_ref().map(|drawn| drawn.scene.bounds())) else {
            return false;
        };
        let seen = self.camera.with(|camera| camera.visible());
        !(seen.contains(bounds.min) && seen.contains(bounds.max))
    }

    /// The node at a place of the drawing.
    pub(super) fn id_of(self, place: u32) -> Option<NodeId> {
        self.drawn_now()?.picture.shown.nodes.get(place as usize).copied()
    }

    /// The place of a node in the drawing.
    pub(super) fn place_of(self, key: &NodeKey) -> Option<u32> {
        let id = self.scope.session.graph.with_untracked(|graph| graph.find(key))?;
        self.drawn_now()?.picture.shown.place(id)
    }

    pub(super) fn selected(self) -> Option<NodeKey> {
        self.scope.session.state.with_untracked(|state| state.selected.clone())
    }

    pub(super) fn selected_place(self) -> Option<u32> {
        self.place_of(&self.selected()?)
    }

    /// Where a node stands in the middle of the screen's pixels; none if it is not drawn.
    pub(super) fn screen_place(self, key: &NodeKey) -> Option<Point> {
        let drawn = self.drawn_now()?;
        let place = self.place_of(key)?;
        Some(self.camera.get_untracked().to_screen(drawn.scene.node_center(place)))
    }

    /// Lights what is selected, asked for, found or compared.
    pub(super) fn light(self) {
        let Some(drawn) = self.drawn.get() else { return };
        let overlay = self.overlay(&drawn.picture, &drawn.scene);
        let counts = counts(&self.scope.session.graph.get(), &drawn.picture.shown, &overlay);
        if self.scope.lit.with_untracked(|lit| *lit != counts) {
            self.scope.lit.set(counts);
        }
        let overlay = Rc::new(overlay);
        drawn.lit.replace(Rc::clone(&overlay));
        if let Some(painter) = self.painter() {
            painter.set_overlay(overlay);
        }
        self.follow_selection(&drawn);
        self.follow_chains(&drawn);
    }

    /// What is lit in a drawing.
    pub(super) fn overlay(self, picture: &Picture, scene: &Scene) -> Overlay {
        let session = self.scope.session;
        let selected = session.state.with(|state| state.selected.clone());
        let (graph, found, changes) = (session.graph.get(), session.found.get(), self.scope.changes.get());
        lit(
            &graph,
            &picture.shown,
            scene,
            &Light {
                selected: selected.and_then(|key| graph.find(&key)),
                marked: &self.scope.marked(),
                chains: &self.scope.paths(),
                found: Some(&*found),
                changes: changes.as_deref(),
            },
        )
    }
}

/// The camera that shows the whole picture beside the buttons, which take the right end of the screen.
pub(super) fn fitted(bounds: Rect, view: Size) -> Camera {
    let room = Size { width: view.width - TOOLS.min(view.width / 4.0), ..view };
    Camera::fitted(bounds, room, PADDING).uncovered(view)
}

/// How much wider than high the room for a fitted picture is.
pub(super) fn room_for(view: Size) -> f32 {
    let room = |length: f32| (length - 2.0 * PADDING).max(1.0);
    (room(view.width - TOOLS) / room(view.height)).clamp(0.5, 2.0)
}

/// Whether something of a rectangle was in sight before the screen changed its size, and is not any more.
fn is_covered(rect: Rect, before: Camera, now: Camera) -> bool {
    let (before, now) = (before.visible(), now.visible());
    let is_whole = |seen: Rect| seen.contains(rect.min) && seen.contains(rect.max);
    (is_whole(before) && !is_whole(now)) || !now.meets(rect)
}
