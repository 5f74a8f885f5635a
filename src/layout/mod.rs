//! A layered drawing: [`Request`] to [`Layout`] in four phases, rank, order, place, route.
//!
//! In reading order: `acyclic` (which edges run back), `component` (connected parts), then for each
//! part `rank` → `levels` (way points) → `order` (sweeps) → `block` (equal neighbours) → `sift` → `fold`
//! (wide layers into rows) → `place` → `route`, told by `part`; `former` starts from an earlier drawing
//! instead; `picture` puts the parts together, by `packing`. Each file begins with what it guarantees, and `phase_laws`
//! holds it to that.
//!
//! Layout is a pure function of its request: no clock, no random source, no hash-map order. It sees
//! sizes and edges, never a release. The request is `PartialEq`: that is the whole cache.

mod acyclic;
mod adjacency;
mod block;
mod component;
mod fold;
mod former;
mod job;
mod levels;
mod order;
mod overview;
mod packing;
mod part;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod phase_laws;
mod picture;
mod place;
mod rank;
mod route;
mod sift;
mod spacing;
mod wire;

pub use job::{Job, Phase, Progress};
pub use overview::{Grouped, overview};
pub use wire::{VERSION, Wire, WireError};

use crate::geometry::{Point, Rect, Size};

/// The drawing of a request, all in one go.
pub fn arrange(request: &Request) -> Layout {
    Job::new(request).finish()
}

/// Which way the layers follow one another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Flow {
    /// Dependencies to the right.
    #[default]
    LeftToRight,
    /// Dependencies below.
    TopToBottom,
}

/// How much time to put into fewer crossings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effort {
    /// A first drawing at once.
    Quick,
    /// The drawing that stays.
    #[default]
    Full,
}

/// Everything that a drawing depends on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Request {
    /// The size of each node, in pixels of world space; a node is named by its place in this list.
    pub sizes: Vec<Size>,
    /// Edges from the dependant to the dependency, as places in `sizes`; parallel edges, loops and
    /// cycles are allowed.
    pub edges: Vec<(u32, u32)>,
    /// Which way the layers follow one another.
    pub flow: Flow,
    /// How much time to spend.
    pub effort: Effort,
    /// Where a node stood in the drawing before (its centre), if it was in it: it stays near. Empty, or
    /// one entry a node. Leave it empty to refine a [`Effort::Quick`] drawing: what stays near cannot get
    /// better.
    pub former: Vec<Option<Point>>,
    /// Width of the picture divided by its height that is wished for; 0 for the default of 1.6.
    pub aspect: f32,
}

/// What an edge is in the drawing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Course {
    /// Along the flow.
    #[default]
    Forward,
    /// Against the flow: this edge closes a cycle.
    Back,
    /// From a node to itself.
    Loop,
}

/// A finished drawing in world space.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// The centre of each node.
    pub centers: Vec<Point>,
    /// The layer of each node, from 0.
    pub layers: Vec<u32>,
    /// All bend points of all edges, one run after the other.
    pub points: Vec<Point>,
    /// Edge `e` runs through `points[starts[e]..starts[e + 1]]`, first and last on the borders of its
    /// nodes; at least two points.
    pub starts: Vec<u32>,
    /// What each edge is.
    pub courses: Vec<Course>,
    /// The rectangle that holds everything.
    pub bounds: Rect,
    /// The stage that was reached.
    pub effort: Effort,
}
