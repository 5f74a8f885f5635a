//! Distances between things, and the turn from x and y to across and along the flow.
//!
//! All phases think in two directions: *across* the flow (within a layer) and *along* it. Only this file
//! and the last step of the job know which of them is x.

use super::levels::Levels;
use super::{Flow, Request};
use crate::geometry::{Point, Size};

/// Pixels between two stacks, across.
pub(super) const NODE_GAP: f64 = 20.0;
/// Pixels between two rows of one layer, along.
pub(super) const ROW_GAP: f64 = 22.0;
/// Pixels between a node and the lane beside it.
pub(super) const CLEARANCE: f64 = 4.0;
/// Least pixels between two layers, along.
pub(super) const LAYER_GAP: f64 = 60.0;
/// Pixels between two long edges, across.
pub(super) const LANE: f64 = 6.0;
/// Pixels between two components.
pub(super) const PART_GAP: f64 = 40.0;
/// Largest side of a node; anything else in a request is brought into range.
const LARGEST: f32 = 100_000.0;

/// Pixels between the lanes beside a stack with `rows` rows.
pub(super) fn lane_step(rows: u32) -> f64 {
    (24.0 / f64::from(rows.max(2) - 1)).min(4.0)
}

/// Pixels that `count` long edges side by side take when the layer has `room` pixels: all that they want,
/// but never more than half of it.
pub(super) fn lanes(count: usize, room: f64) -> f64 {
    (count as f64 * LANE).min(0.5 * room)
}

/// Pixels between two layers in a drawing of this breadth: the broader, the more room the edges need so
/// that they do not run flat.
pub(super) fn layer_gap(breadth: f64) -> f64 {
    LAYER_GAP + 0.03 * breadth
}

/// The sizes of the nodes of one part, across and along.
#[derive(Clone, Debug, Default)]
pub(super) struct Spread {
    sizes: Vec<(f32, f32)>,
}

impl Spread {
    /// The sizes of `nodes`, in that order.
    pub(super) fn new(request: &Request, nodes: &[u32]) -> Self {
        Self {
            sizes: nodes
                .iter()
                .map(|&node| across_along(request.flow, request.sizes[node as usize]))
                .collect(),
        }
    }

    /// The number of nodes.
    pub(super) fn count(&self) -> usize {
        self.sizes.len()
    }

    /// Pixels across.
    pub(super) fn breadth(&self, node: u32) -> f64 {
        f64::from(self.sizes[node as usize].0)
    }

    /// Pixels across of the broadest of some vertices.
    pub(super) fn widest(&self, levels: &Levels, vertices: &[u32]) -> f64 {
        let nodes = vertices.iter().filter_map(|&vertex| levels.node(vertex));
        nodes.map(|node| self.breadth(node)).fold(0.0, f64::max)
    }

    /// Pixels along.
    pub(super) fn depth(&self, node: u32) -> f64 {
        f64::from(self.sizes[node as usize].1)
    }
}

fn across_along(flow: Flow, size: Size) -> (f32, f32) {
    let size = bounded(size);
    match flow {
        Flow::LeftToRight => (size.height, size.width),
        Flow::TopToBottom => (size.width, size.height),
    }
}

/// The size itself, or the nearest one that can be drawn.
pub(super) fn bounded(size: Size) -> Size {
    let side = |pixels: f32| if pixels.is_finite() { pixels.clamp(0.0, LARGEST) } else { 0.0 };
    Size { width: side(size.width), height: side(size.height) }
}

/// The point in world space that lies `across` and `along`.
pub(super) fn world(flow: Flow, across: f64, along: f64) -> Point {
    match flow {
        Flow::LeftToRight => Point::new(along as f32, across as f32),
        Flow::TopToBottom => Point::new(across as f32, along as f32),
    }
}

/// Pixels across and along of a point in world space.
pub(super) fn unworld(flow: Flow, point: Point) -> (f64, f64) {
    match flow {
        Flow::LeftToRight => (f64::from(point.y), f64::from(point.x)),
        Flow::TopToBottom => (f64::from(point.x), f64::from(point.y)),
    }
}

/// Width divided by height that is wished for.
pub(super) fn aspect(request: &Request) -> f64 {
    if request.aspect.is_finite() && request.aspect > 0.0 {
        f64::from(request.aspect).clamp(0.05, 20.0)
    } else {
        1.6
    }
}

/// Breadth divided by depth that is wished for.
pub(super) fn ratio(request: &Request) -> f64 {
    match request.flow {
        Flow::LeftToRight => 1.0 / aspect(request),
        Flow::TopToBottom => aspect(request),
    }
}
