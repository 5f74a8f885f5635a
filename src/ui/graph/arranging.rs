//! Layouts, and how they come on the screen: a first one at once, the better one when it is there.
//!
//! A small graph is laid out within a frame. A large one goes to the worker: first with little effort, then
//! with all, and what a person looks at stays where it is. Where no worker can be had, the same work is done
//! in slices. A new request makes an old one void, and any of them can be stopped: the former drawing stays.

use super::following::Hold;
use super::view::{Drawn, View, fitted, room_for};
use crate::browser::fetch::Signal;
use crate::browser::measure::{Moment, measure};
use crate::browser::resize::wants_less_motion;
use crate::browser::timer::{breathe, sleep};
use crate::browser::worker::LayoutWorker;
use crate::geometry::{Point, Rect};
use crate::graph::{NodeId, Status};
use crate::layout::{Effort, Job, Layout, Phase, Request, arrange, overview};
use crate::scene::{Camera, Reason, Scene, Tone, Words};
use crate::session::Group;
use crate::session::picture::Picture;
use crate::session::shown::Shown;
use crate::ui::session::Session;
use crate::ui::task::spawn_while;
use leptos::prelude::*;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

/// Up to so many nodes the layout is made at once: it takes a few milliseconds.
const AT_ONCE: usize = 600;
/// On a screen that is narrower than this, in pixels, parts are laid below one another rather than side by side.
const NARROW: f32 = 560.0;
/// How much of a job is done between two breaths where no worker can be had.
const SLICE_UNITS: u32 = 200_000;
/// How long nodes are on their way to new places, at most.
const TRAVEL_MILLIS: f64 = 150.0;
/// Between two steps of the way.
const STEP_MILLIS: u64 = 12;
/// Nobody sees a shorter way, in pixels of the screen.
const SHORTEST_WAY: f32 = 2.0;

/// Where nodes stood.
type Places = BTreeMap<NodeId, Point>;

impl View {
    /// Makes the layout of what is to be shown, and shows it.
    pub(super) fn lay_out(self) {
        let turn = self.turn.get_value().wrapping_add(1);
        self.turn.set_value(turn);
        if self.progress.get_untracked().is_some() {
            self.worker.set_value(None); // what it works on is void
        }
        let session = self.scope.session;
        let former = self.former_places();
        let state = session.state.get_untracked();
        let board = session.board.get_untracked();
        let mut picture = session.graph.with_untracked(|graph| {
            Picture::new((graph, &board), self.scope.shown.get_untracked(), &state, &words(session), &former)
        });
        let screen = self.camera.get_untracked().view;
        if screen.width < NARROW {
            picture.request.aspect = (room_for(screen) * 10.0).round() / 10.0;
        }
        spawn_while(self.turn, async move {
            let is_long = picture.request.sizes.len() > AT_ONCE;
            self.progress.set(is_long.then_some(0.0));
            if is_long && picture.request.former.is_empty() && picture.groups.is_empty() {
                let quick = Request { effort: Effort::Quick, ..picture.request.clone() };
                self.show_next(Picture { request: quick, ..picture.clone() }, turn).await;
            }
            self.show_next(picture, turn).await;
            if self.is_turn(turn) {
                self.progress.set(None);
            }
        });
    }

    /// Ends the layout under way; if nothing is drawn yet, nodes are put into a grid.
    pub(super) fn stop_layout(self) {
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.worker.set_value(None);
        self.progress.set(None);
        let session = self.scope.session;
        session.say(session.t("layout-stopped"));
        if self.drawn_now().is_none() {
            let state = session.state.get_untracked();
            let board = session.board.get_untracked();
            let picture = session.graph.with_untracked(|graph| {
                Picture::new(
                    (graph, &board),
                    self.scope.shown.get_untracked(),
                    &state,
                    &words(session),
                    &Places::new(),
                )
            });
            let layout = overview(&picture.request, &[], &[]).layout;
            self.show(picture, layout);
        }
    }

    fn is_turn(self, turn: u32) -> bool {
        self.turn.try_get_value() == Some(turn)
    }

    /// Where nodes stood, if they are to stay there: while one is folded or unfolded by hand, while documents
    /// come, and where what is drawn of very many changes with what is selected or searched for. Else the same
    /// address gives the same picture, whatever stood there before; so does what is turned or grouped another
    /// way, which is seen as a whole again unless somebody holds on to an item.
    fn former_places(self) -> Places {
        let session = self.scope.session;
        let graph = session.graph.get_untracked();
        let arrangement = session.state.with_untracked(|state| (state.flow, state.group));
        let former = self.laid.get_value();
        self.laid.set_value(Some((graph.clone(), arrangement)));
        if former.as_ref().is_some_and(|(_, former)| *former != arrangement) {
            if self.hold.get_value() == Hold::Nothing && self.selected_place().is_none() {
                self.hold.set_value(Hold::All);
            }
            return Places::new();
        }
        let is_same = former.is_some_and(|(former, _)| former == graph);
        let is_part = self.scope.shown.with_untracked(|shown| shown.left_out > 0);
        let is_held = !is_same || is_part || self.scope.anchor.with_value(Option::is_some);
        let former = if is_held { self.places() } else { Places::new() };
        if keeps_most(&self.scope.shown.get_untracked(), &former) { former } else { Places::new() }
    }

    fn places(self) -> Places {
        self.drawn_now().map(|drawn| drawn.picture.places(&drawn.layout)).unwrap_or_default()
    }

    async fn show_next(self, picture: Picture, turn: u32) {
        let start = Moment::now();
        let Some(layout) = self.layout_of(&picture, turn).await else { return };
        if !self.is_turn(turn) {
            return;
        }
        let (nodes, edges) = (picture.request.sizes.len() as f64, picture.request.edges.len() as f64);
        measure("atlas:layout", start, &[("nodes", nodes), ("edges", edges)]);
        self.travel(&picture, &layout, turn).await;
        if self.is_turn(turn) {
            self.show(picture, layout);
        }
    }

    async fn layout_of(self, picture: &Picture, turn: u32) -> Option<Layout> {
        if let Some(overview) = picture.overview() {
            return Some(overview);
        }
        if picture.request.sizes.len() <= AT_ONCE {
            return Some(arrange(&picture.request));
        }
        if let Some(worker) = self.worker() {
            let progress = self.progress;
            worker.on_progress(move |share| {
                progress.try_set(Some(share));
            });
            match worker.arrange(&picture.request).await {
                Ok(layout) => return Some(layout),
                Err(_) if !self.is_turn(turn) => return None,
                Err(_) => _ = self.worker.try_set_value(None),
            }
        }
        self.in_slices(&picture.request, turn).await
    }

    async fn in_slices(self, request: &Request, turn: u32) -> Option<Layout> {
        let mut job = Job::new(request);
        loop {
            let now = job.step(SLICE_UNITS);
            if now.phase == Phase::Done {
                return Some(job.finish());
            }
            self.progress.try_set(Some(now.fraction));
            breathe().await;
            if !self.is_turn(turn) {
                return None;
            }
        }
    }

    fn worker(self) -> Option<Rc<LayoutWorker>> {
        let kept = self.worker.try_get_value()?;
        kept.or_else(|| {
            let started = LayoutWorker::start().map(Rc::new);
            self.worker.set_value(started.clone());
            started
        })
    }

    /// Lets nodes travel from where they stand to where they belong, if somebody can follow that.
    async fn travel(self, picture: &Picture, layout: &Layout, turn: u32) {
        let former = self.places();
        let camera = self.camera.get_untracked();
        let goal = self.camera_for(picture, layout);
        if picture.request.sizes.len() > AT_ONCE
            || wants_less_motion()
            || !is_far(picture, layout, &former, camera)
        {
            return;
        }
        let start = Moment::now();
        loop {
            let share = (start.elapsed_millis() / TRAVEL_MILLIS).min(1.0) as f32;
            if share >= 1.0 || !self.is_turn(turn) {
                return;
            }
            let eased = share * (2.0 - share);
            let scene = self.scene_of(picture, Arc::new(picture.moving(layout, &former, eased)));
            let Some(painter) = self.painter() else { return };
            let overlay = untrack(|| self.overlay(picture, &scene));
            painter.set_scene(Rc::new(scene));
            painter.set_overlay(Rc::new(overlay));
            self.set_camera(camera.toward(goal, eased));
            sleep(STEP_MILLIS, &Signal::never()).await;
        }
    }

    fn scene_of(self, picture: &Picture, layout: Arc<Layout>) -> Scene {
        let session = self.scope.session;
        session.graph.with_untracked(|graph| picture.scene(graph, layout, words(session)))
    }

    /// Puts a drawing on the screen.
    fn show(self, picture: Picture, layout: Layout) {
        let Some(painter) = self.painter() else { return };
        let session = self.scope.session;
        let start = Moment::now();
        let camera = self.camera_for(&picture, &layout);
        let layout = Arc::new(layout);
        let scene = Rc::new(self.scene_of(&picture, Arc::clone(&layout)));
        let (nodes, edges) = (picture.shown.nodes.len() as f64, picture.shown.edges.len() as f64);
        measure("atlas:scene", start, &[("nodes", nodes), ("edges", edges)]);
        painter.set_scene(Rc::clone(&scene));
        self.set_camera(camera);
        self.scope.anchor.set_value(None);
        let drawn = Rc::new(Drawn { picture, layout, scene, lit: RefCell::default() });
        session.drawn().set_value(Some(Rc::clone(&drawn)));
        self.drawn.set(Some(drawn));
    }

    /// From where a new drawing is seen: what a person holds on to stays where it is; a picture that is
    /// fitted, or of which nothing is known yet, is fitted.
    fn camera_for(self, picture: &Picture, layout: &Layout) -> Camera {
        let camera = self.camera.get_untracked();
        let fitted = fitted(layout.bounds, camera.view);
        let Some(drawn) = self.drawn_now() else { return fitted };
        let held = self.scope.anchor.get_value();
        match self.hold.get_value() {
            Hold::All if held.is_none() => return fitted,
            Hold::Chain if held.is_none() => {
                return self.camera_for_chain(picture, layout).unwrap_or(fitted);
            }
            _ => {}
        }
        let held = held.or_else(|| self.selected());
        let id = held.and_then(|key| self.scope.session.graph.with_untracked(|graph| graph.find(&key)));
        let center = |picture: &Picture, layout: &Layout| {
            let place = picture.shown.place(id?)?;
            layout.centers.get(place as usize).copied()
        };
        if let (Some(old), Some(new)) = (center(&drawn.picture, &drawn.layout), center(picture, layout)) {
            let moved = Point::new(camera.center.x + new.x - old.x, camera.center.y + new.y - old.y);
            self.hold.set_value(Hold::Nothing);
            return Camera { center: moved, ..camera };
        }
        let is_seen = camera.visible().meets(layout.bounds);
        let keeps = picture.shown.nodes.iter().any(|id| drawn.picture.shown.place(*id).is_some());
        if is_seen && keeps { camera } else { fitted }
    }
}

/// Whether a drawing is another state of the former one: where most of either is not in the other, as with a new
/// focus, old places would only tear the new drawing apart.
fn keeps_most(shown: &Shown, former: &Places) -> bool {
    let kept = shown.nodes.iter().filter(|id| former.contains_key(id)).count();
    2 * kept >= shown.nodes.len().max(former.len())
}

/// Whether any node that is to be seen goes so far that it would be lost from sight.
fn is_far(picture: &Picture, layout: &Layout, former: &Places, camera: Camera) -> bool {
    let seen: Rect = camera.visible();
    picture.shown.nodes.iter().zip(&layout.centers).any(|(id, to)| {
        former
            .get(id)
            .is_some_and(|from| seen.contains(*from) && from.distance(*to) * camera.scale > SHORTEST_WAY)
    })
}

/// The words on the cards.
pub fn words(session: Session) -> Words {
    let mut words = Words::default();
    for tone in Tone::ALL {
        let id = match tone {
            Tone::Ok => "card-ok",
            Tone::Unknown => "card-unknown",
            Tone::Pending => "card-pending",
            Tone::Failed => "card-failed",
            Tone::Recalled => "card-recalled",
            Tone::Carrier => "card-carrier",
            Tone::Vain => "card-load-failed",
            Tone::Failing => "card-failing",
            Tone::AtRisk => "card-at-risk",
            Tone::Unclear => "card-unclear",
        };
        words.tones[tone as usize] = session.t(id);
    }
    for reason in Reason::ALL.into_iter().filter(|reason| *reason != Reason::None) {
        words.reasons[reason as usize] = session.t(&format!("reason-{}", reason.word()));
    }
    words.groups.push((String::new(), session.t("group-rest")));
    if session.state.with_untracked(|state| state.group == Group::Status) {
        let status =
            |status: Status| (status.word().to_owned(), session.t(&format!("status-{}", status.word())));
        words.groups.extend(Status::ALL.map(status));
    }
    words
}
