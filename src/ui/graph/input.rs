//! Pointer and keys on the drawing: what they mean is said elsewhere ([`Gestures`], [`step`]); here it is done.

use super::command::{Command, run};
use super::view::{Drawn, PADDING, View, ZOOM_STEP};
use crate::browser::pointer;
use crate::geometry::Point;
use crate::graph::{Direction as Way, Kinds, NodeId, NodeKey};
use crate::layout::Flow;
use crate::scene::gesture::{Gesture, Gestures, Input, Keys};
use crate::scene::step::{Arrow, nearest, next};
use crate::scene::{Picked, Reason};
use crate::session::picture::reason;
use crate::session::{Action, Direction};
use crate::sorted::SortedSet;
use crate::text::visible;
use crate::ui::item::title_of;
use leptos::ev::{KeyboardEvent, MouseEvent, PointerEvent, WheelEvent};
use leptos::prelude::*;

impl View {
    pub(super) fn take(self, input: Input) {
        let gesture =
            self.gestures.try_update_value(|gestures| gestures.take(input)).unwrap_or(Gesture::None);
        self.follow(gesture);
    }

    fn follow(self, gesture: Gesture) {
        let Some(painter) = self.painter() else { return };
        let session = self.scope.session;
        match gesture {
            Gesture::Hover(point) => {
                let picked = painter.pick(point);
                painter.set_hover(picked);
                let hint = match picked {
                    Some(Picked::Edge(edge)) => self.words_of_edge(edge),
                    _ => None,
                };
                if self.hint.with_untracked(|former| *former != hint) {
                    self.hint.set(hint);
                }
                self.is_on_mark.set(painter.mark_at(point).is_some());
            }
            Gesture::Unhover => painter.set_hover(None),
            Gesture::Pan(by) => self.look_from(painter.camera().panned(by)),
            Gesture::Zoom { at, factor } => self.look_from(painter.camera().zoomed(at, factor)),
            Gesture::Pinch { by, at, factor } => {
                self.look_from(painter.camera().panned(by).zoomed(at, factor));
            }
            Gesture::Click(point) => self.clicked(point),
            Gesture::DoubleClick(point) => match self.clicked.get_value() {
                Some(key) => session.act(Action::Focus(key)),
                None => self.with_key_at(point, |key| session.act(Action::Focus(key))),
            },
            Gesture::ShiftClick(point) => {
                self.with_key_at(point, |key| run(self.scope, Command::toggling(self.scope, &key), &key));
            }
            Gesture::ControlClick(point) => {
                self.with_key_at(point, |key| run(self.scope, Command::Mark, &key));
            }
            Gesture::Lasso(rect) => self.lasso.set(Some(rect)),
            Gesture::LassoDone(rect) => {
                self.lasso.set(None);
                self.mark_all(&painter.pick_all(rect));
            }
            Gesture::LassoCancelled => self.lasso.set(None),
            Gesture::Scroll => session.say(session.t("zoom-hint")),
            Gesture::None => {}
        }
    }

    /// What an edge joins, and why it cannot be used: in the words of the manifest, where it gives a reason.
    fn words_of_edge(self, place: u32) -> Option<String> {
        let session = self.scope.session;
        let drawn = self.drawn_now()?;
        let id = drawn.picture.shown.edges.get(place as usize)?;
        session.graph.with_untracked(|graph| {
            let edge = graph.edge(*id)?;
            let (from, to) = (graph.node(edge.from)?, graph.node(edge.to)?);
            let ends = format!("{} → {}", title_of(from), title_of(to));
            let reason = reason(graph, edge);
            if reason == Reason::None {
                return Some(ends);
            }
            let said = session.manifests.with_untracked(|manifests| {
                let item = from.item.filter(|_| reason == Reason::Inapplicable)?;
                let (_, manifest) = manifests.iter().find(|(source, _)| *source == item.source)?;
                let reason = &manifest.releases.get(item.index as usize)?.not_applicable_reason;
                (!reason.trim().is_empty()).then(|| visible(reason).into_owned())
            });
            let why = match said {
                Some(said) => session.tr("not-applicable", &[("reason", said.into())]),
                None => session.t(&format!("reason-{}", reason.word())),
            };
            Some(format!("{ends}: {why}"))
        })
    }

    fn clicked(self, point: Point) {
        let mark = self.painter().and_then(|painter| painter.mark_at(point));
        let key = mark.and_then(|(place, side)| Some((self.scope.session.key_of(self.id_of(place)?)?, side)));
        if let Some((key, side)) = key {
            self.clicked.set_value(None);
            return run(self.scope, Command::of_side(side), &key);
        }
        let id = self.node_at(point);
        self.clicked.set_value(id.and_then(|id| self.scope.session.key_of(id)));
        match id {
            Some(id) => self.scope.session.select(id),
            None => self.scope.session.act(Action::Deselect),
        }
    }

    fn node_at(self, point: Point) -> Option<NodeId> {
        match self.painter()?.pick(point) {
            Some(Picked::Node(place)) => self.id_of(place),
            _ => None,
        }
    }

    fn with_key_at(self, point: Point, act: impl FnOnce(NodeKey)) {
        if let Some(key) = self.node_at(point).and_then(|id| self.scope.session.key_of(id)) {
            act(key);
        }
    }

    /// Selects together what lies in a rectangle.
    fn mark_all(self, places: &[u32]) {
        let session = self.scope.session;
        let keys: SortedSet<NodeKey> =
            places.iter().filter_map(|place| session.key_of(self.id_of(*place)?)).collect();
        session.say(session.tr("lassoed", &[("count", keys.len().into())]));
        session.marked.set(keys);
    }

    pub(super) fn pressed(self, event: &PointerEvent) {
        if event.button() == 0 {
            self.take(Input::Press {
                pointer: event.pointer_id(),
                at: point_of(event),
                keys: keys_of(event),
            });
        }
    }

    pub(super) fn moved(self, event: &PointerEvent) {
        self.take(Input::Move { pointer: event.pointer_id(), at: point_of(event) });
        if self.gestures.with_value(Gestures::drags) {
            pointer::capture(event);
        }
    }

    pub(super) fn released(self, event: &PointerEvent) {
        self.take(Input::Release {
            pointer: event.pointer_id(),
            at: point_of(event),
            millis: event.time_stamp(),
        });
    }

    pub(super) fn wheeled(self, event: &WheelEvent) {
        let keys = Keys { shift: event.shift_key(), control: event.ctrl_key() || event.meta_key() };
        if keys.control || self.gestures.with_value(|gestures| gestures.greedy) {
            event.prevent_default();
        }
        let at = Point::new(event.offset_x() as f32, event.offset_y() as f32);
        let delta = Point::new(event.delta_x() as f32, event.delta_y() as f32);
        self.take(Input::Wheel { at, delta, mode: event.delta_mode(), keys });
    }

    /// The menu of what lies below the pointer.
    pub(super) fn asked_for_menu(self, event: &MouseEvent, top: f32) {
        let at = Point::new(event.offset_x() as f32, event.offset_y() as f32);
        if let Some(key) = self.node_at(at).and_then(|id| self.scope.session.key_of(id)) {
            event.prevent_default();
            self.scope.open_menu(key, Point::new(at.x, at.y + top));
        }
    }

    pub(super) fn key(self, event: &KeyboardEvent, top: f32) {
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
            "0" => self.done(|view| view.zoom_about_middle(1.0 / view.camera.get_untracked().scale)),
            "f" => self.done(Self::fit),
            "[" => self.done(|view| view.deepen(-1)),
            "]" => self.done(|view| view.deepen(1)),
            "d" => self.done(|view| view.look(Direction::Down)),
            "u" => self.done(|view| view.look(Direction::Up)),
            "Enter" if self.selected().is_some() => {
                self.done(|view| view.scope.session.host().focus(".panel-body"))
            }
            " " => self.on_selected(|view, key| run(view.scope, Command::toggling(view.scope, &key), &key)),
            "<" => self.on_selected(|view, key| run(view.scope, Command::UnfoldDependants, &key)),
            ">" => self.on_selected(|view, key| run(view.scope, Command::UnfoldDependencies, &key)),
            "m" => self.on_selected(|view, key| run(view.scope, Command::Mark, &key)),
            "ContextMenu" => self.on_selected(|view, key| view.menu_at_node(key, top)),
            "F10" if event.shift_key() => self.on_selected(|view, key| view.menu_at_node(key, top)),
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

    fn on_selected(self, act: impl FnOnce(Self, NodeKey)) -> bool {
        let selected = self.selected();
        let is_any = selected.is_some();
        if let Some(key) = selected {
            act(self, key);
        }
        is_any
    }

    fn menu_at_node(self, key: NodeKey, top: f32) {
        let at = self.screen_place(&key).unwrap_or_else(|| self.middle());
        self.scope.open_menu(key, Point::new(at.x, at.y + top));
    }

    /// Depth and direction are those of a focus: it goes to what is selected if it is nowhere. Whether there
    /// is one now; if not, it is said what is missing.
    fn has_focus(self) -> bool {
        let session = self.scope.session;
        let (focus, selected) =
            session.state.with_untracked(|state| (state.focus.is_some(), state.selected.clone()));
        match selected {
            _ if focus => true,
            Some(key) => {
                session.act(Action::Focus(key));
                true
            }
            None => {
                session.say(session.t("focus-select-first"));
                false
            }
        }
    }

    fn deepen(self, by: i16) {
        if !self.has_focus() {
            return;
        }
        let session = self.scope.session;
        let depth = session.state.with_untracked(|state| i16::from(state.depth));
        session.act(Action::Depth((depth + by).clamp(1, 99) as u8));
    }

    fn look(self, direction: Direction) {
        if !self.has_focus() {
            return;
        }
        let session = self.scope.session;
        let now = session.state.with_untracked(|state| state.direction);
        session.act(Action::Look(if now == direction { Direction::Both } else { direction }));
    }

    /// Which way along edges an arrow key leads; none for one that leads to siblings.
    fn way_of(drawn: &Drawn, arrow: Arrow) -> Option<Way> {
        let ahead = match drawn.scene.flow() {
            Flow::LeftToRight => [Arrow::Right, Arrow::Left],
            Flow::TopToBottom => [Arrow::Down, Arrow::Up],
        };
        ahead.iter().position(|one| *one == arrow).map(|at| if at == 0 { Way::Down } else { Way::Up })
    }

    /// The first neighbour that no drawn edge leads to, as where a hub is drawn without its edges; and whether
    /// it is drawn at all.
    fn beyond_edges(self, drawn: &Drawn, place: u32, way: Way) -> Option<(NodeId, bool)> {
        let shown = &drawn.picture.shown;
        let id = *shown.nodes.get(place as usize)?;
        let graph = self.scope.session.graph.get_untracked();
        let ends = || graph.rows(way).ends(id, Kinds::ALL).filter(|end| *end != id);
        let drawn = ends().find(|end| shown.place(*end).is_some()).map(|end| (end, true));
        drawn.or_else(|| ends().next().map(|end| (end, false)))
    }

    /// Moves the selection along an edge or among siblings. Where the picture ends and the graph goes on, what
    /// comes next is drawn.
    fn step(self, arrow: Arrow) -> bool {
        let Some(drawn) = self.drawn_now() else { return false };
        let camera = self.camera.get_untracked();
        let Some(place) = self.selected_place() else {
            self.go_to(&drawn, nearest(&drawn.scene, camera.to_world(self.middle())));
            return true;
        };
        if let Some(to) = next(&drawn.scene, place, arrow) {
            self.go_to(&drawn, Some(to));
            return true;
        }
        let Some(way) = Self::way_of(&drawn, arrow) else { return true };
        match self.beyond_edges(&drawn, place, way) {
            Some((end, true)) => self.go_to(&drawn, drawn.picture.shown.place(end)),
            Some((end, false)) => {
                let side =
                    if way == Way::Down { Command::UnfoldDependencies } else { Command::UnfoldDependants };
                self.on_selected(|view, key| run(view.scope, side, &key));
                self.scope.session.select(end);
            }
            None => {}
        }
        true
    }

    /// Selects what is drawn at a place, and brings it into sight.
    fn go_to(self, drawn: &Drawn, place: Option<u32>) {
        let Some(place) = place else { return };
        self.look_from(self.camera.get_untracked().revealing(drawn.scene.node_rect(place), PADDING));
        if let Some(id) = self.id_of(place) {
            self.scope.session.select(id);
        }
    }
}

fn point_of(event: &PointerEvent) -> Point {
    Point::new(event.offset_x() as f32, event.offset_y() as f32)
}

fn keys_of(event: &PointerEvent) -> Keys {
    Keys { shift: event.shift_key(), control: event.ctrl_key() || event.meta_key() }
}
