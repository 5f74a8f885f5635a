//! What the view is held to until somebody moves it: the whole picture, or the chain that is lit.
//!
//! A chain that leaves the screen, or is too small to read, is brought into it; one that can be read where it
//! is moves nothing.

use super::view::{Drawn, PADDING, View};
use crate::browser::fetch::Signal;
use crate::browser::measure::Moment;
use crate::browser::resize::wants_less_motion;
use crate::browser::timer::sleep;
use crate::geometry::Rect;
use crate::graph::NodeId;
use crate::layout::Layout;
use crate::scene::{Camera, Detail};
use crate::session::picture::Picture;
use crate::ui::task::spawn_while;
use leptos::prelude::*;

/// How long the view is on its way, at most.
const GLIDE_MILLIS: f64 = 150.0;
/// Between two steps of the way.
const STEP_MILLIS: u64 = 12;

/// What the view is held to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hold {
    /// The whole picture.
    All,
    /// The chain that is lit.
    Chain,
    /// What somebody looks at.
    Nothing,
}

impl View {
    /// A selection holds the view where it is; what was selected beyond the screen is brought into sight.
    pub(super) fn follow_selection(self, drawn: &Drawn) {
        let selected = self.selected();
        if self.followed.with_value(|followed| *followed == selected) {
            return;
        }
        let place = selected.as_ref().and_then(|key| self.place_of(key));
        if selected.is_some() && place.is_none() {
            return; // it may be drawn in a moment
        }
        if let Some(painter) = self.painter().filter(|_| selected.is_none()) {
            painter.set_hover(None); // or all around it would stay lit below a pointer that rests
        }
        self.followed.set_value(selected);
        self.hold.set_value(Hold::Nothing);
        let camera = self.camera.get_untracked();
        let rect = place.map(|place| drawn.scene.node_rect(place));
        if let Some(rect) = rect.filter(|rect| !camera.visible().meets(*rect)) {
            self.glide(camera.revealing(rect, PADDING));
        }
    }

    /// Brings a chain into sight that has just been lit.
    pub(super) fn follow_chains(self, drawn: &Drawn) {
        let nodes: Vec<NodeId> = self.scope.paths().into_iter().flat_map(|path| path.nodes).collect();
        if self.chain.with_value(|former| *former == nodes) {
            return;
        }
        self.chain.set_value(nodes);
        let camera = self.camera.get_untracked();
        let Some(bounds) = self.chain_bounds(&drawn.picture, &drawn.layout) else { return };
        let visible = camera.visible();
        let is_seen = visible.contains(bounds.min) && visible.contains(bounds.max);
        self.hold.set_value(Hold::Chain);
        if !is_seen || Detail::at(camera.scale) != Detail::Cards {
            self.glide(chain_camera(bounds, camera));
        }
    }

    /// From where the lit chain is seen in a layout; none if there is none.
    pub(super) fn camera_for_chain(self, picture: &Picture, layout: &Layout) -> Option<Camera> {
        let bounds = self.chain_bounds(picture, layout)?;
        Some(chain_camera(bounds, self.camera.get_untracked()))
    }

    fn chain_bounds(self, picture: &Picture, layout: &Layout) -> Option<Rect> {
        let rect = |id: &NodeId| {
            let place = picture.shown.place(*id)? as usize;
            Some(Rect::around(*layout.centers.get(place)?, *picture.request.sizes.get(place)?))
        };
        self.chain.with_value(|nodes| nodes.iter().filter_map(rect).reduce(Rect::joined))
    }

    /// Lets the view travel to where it is to be, if somebody can follow that.
    pub(super) fn glide(self, goal: Camera) {
        let turn = self.glides.get_value().wrapping_add(1);
        self.glides.set_value(turn);
        if wants_less_motion() {
            return self.set_camera(goal);
        }
        let (start, from) = (Moment::now(), self.camera.get_untracked());
        spawn_while(self.glides, async move {
            loop {
                let share = (start.elapsed_millis() / GLIDE_MILLIS).min(1.0) as f32;
                if self.glides.try_get_value() != Some(turn) {
                    return;
                }
                self.set_camera(from.toward(goal, share * (2.0 - share)));
                if share >= 1.0 {
                    return;
                }
                sleep(STEP_MILLIS, &Signal::never()).await;
            }
        });
    }

    /// Ends a travel under way.
    pub(super) fn stop_gliding(self) {
        self.glides.update_value(|turn| *turn = turn.wrapping_add(1));
    }
}

fn chain_camera(bounds: Rect, camera: Camera) -> Camera {
    let fitted = Camera::fitted(bounds, camera.view, 2.0 * PADDING);
    Camera { scale: fitted.scale.min(1.0), ..fitted }
}
