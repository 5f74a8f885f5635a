//! Phase 4, route: a polyline for each arc.
//!
//! Guarantee: no arc runs through a node, none leaves or enters anything but its own ends; it never turns
//! back against the flow (arcs that take the express lane excepted, which go outside the drawing for most
//! of their way). Two arcs cross only between layers, where their order changes, once for each change.
//!
//! Arcs with the same dependency that run side by side share one lane, so that hubs are reached by bundles
//! (confluence: Dickerson, Eppstein, Goodrich, Meng, "Confluent drawings", 2005; only arcs that share an
//! end are merged, so a bundle never claims a dependency that is not there).

use super::levels::Levels;
use super::place::Places;
use super::spacing::{LANE, ROW_GAP, Spread};
use std::collections::BTreeMap;

/// The most bends of an arc without its way points.
const ENDS: usize = 6;

/// Polylines of the arcs of one part, in flow space.
#[derive(Clone, Debug, Default)]
pub(super) struct Courses {
    /// Arc `a` runs through `points[starts[a]..starts[a + 1]]`.
    starts: Vec<u32>,
    /// Across and along.
    pub(super) points: Vec<(f32, f32)>,
}

impl Courses {
    /// The bends of an arc.
    pub(super) fn of(&self, arc: usize) -> &[(f32, f32)] {
        &self.points[self.starts[arc] as usize..self.starts[arc + 1] as usize]
    }
}

/// Draws arcs one after the other.
#[derive(Debug, Default)]
pub(super) struct Router {
    courses: Courses,
    /// The express lane of each head that has one.
    express: BTreeMap<u32, u32>,
    line: Vec<(f64, f64)>,
}

impl Router {
    /// Goes on until done (true) or out of budget.
    pub(super) fn work(
        &mut self,
        levels: &Levels,
        places: &Places,
        spread: &Spread,
        budget: &mut i64,
    ) -> bool {
        if self.courses.starts.is_empty() {
            self.reserve(levels);
        }
        while self.courses.starts.len() <= levels.arcs.len() {
            if *budget <= 0 {
                return false;
            }
            let arc = self.courses.starts.len();
            self.courses.starts.push(self.courses.points.len() as u32);
            if arc == levels.arcs.len() {
                break;
            }
            self.draw(arc, levels, places, spread);
            *budget -= self.line.len() as i64;
            self.line.drain(..).for_each(|(across, along)| {
                self.courses.points.push((across as f32, along as f32));
            });
        }
        true
    }

    /// Makes room once: lists of millions of points that grow by doubling take twice their memory.
    fn reserve(&mut self, levels: &Levels) {
        let bends = (0..levels.arcs.len()).map(|arc| ENDS + 2 * levels.waypoints(arc).len());
        self.courses.points.reserve_exact(bends.sum());
        self.courses.starts.reserve_exact(levels.arcs.len() + 1);
    }

    /// The share of the work that is done.
    pub(super) fn fraction(&self, levels: &Levels) -> f32 {
        self.courses.starts.len() as f32 / (levels.arcs.len() + 1) as f32
    }

    /// The finished polylines.
    pub(super) fn finish(self) -> Courses {
        self.courses
    }

    // Its own function, for the reason that `sift` gives.
    #[inline(never)]
    fn draw(&mut self, arc: usize, levels: &Levels, places: &Places, spread: &Spread) {
        let (tail, head) = levels.arcs[arc];
        let from = levels.layer(levels.vertex(tail));
        self.leave(tail, from, levels, places, spread);
        let mut layer = from + 1;
        for &vertex in levels.waypoints(arc) {
            let (top, bottom) = places.band(layer);
            self.add(places.port(vertex).enter, top);
            self.add(places.port(vertex).leave, bottom);
            layer += 1;
        }
        if levels.is_express(arc) {
            layer = levels.layer(levels.vertex(head));
            self.pass_outside(head, from, layer, places);
        }
        self.enter(head, layer, levels, places, spread);
    }

    /// From the node's lower border to the lower end of its layer.
    fn leave(&mut self, node: u32, layer: usize, levels: &Levels, places: &Places, spread: &Spread) {
        let vertex = levels.vertex(node);
        let (top, bottom) = places.row(layer, node);
        let (middle, lane) = (places.middle(node), places.port(vertex).leave);
        self.add(middle, f64::midpoint(top, bottom) + 0.5 * spread.depth(node));
        if lane > middle {
            self.add(lane, bottom + ROW_GAP);
        }
        self.add(lane, places.band(layer).1);
    }

    /// From the upper end of the node's layer to its upper border.
    fn enter(&mut self, node: u32, layer: usize, levels: &Levels, places: &Places, spread: &Spread) {
        let vertex = levels.vertex(node);
        let (top, bottom) = places.row(layer, node);
        let (middle, lane) = (places.middle(node), places.port(vertex).enter);
        self.add(lane, places.band(layer).0);
        if lane < middle {
            self.add(lane, top - ROW_GAP);
        }
        self.add(middle, f64::midpoint(top, bottom) - 0.5 * spread.depth(node));
    }

    /// Round the drawing, in one lane for each head.
    fn pass_outside(&mut self, head: u32, from: usize, to: usize, places: &Places) {
        let taken = self.express.len() as u32;
        let number = *self.express.entry(head).or_insert(taken);
        let lane = 2.0 * LANE + f64::from(number / 2) * LANE;
        let across = if number.is_multiple_of(2) { -lane } else { places.across + lane };
        self.add(across, f64::midpoint(places.band(from).1, places.band(from + 1).0));
        self.add(across, f64::midpoint(places.band(to - 1).1, places.band(to).0));
    }

    /// Adds a bend unless it stands where the last one does or continues straight on.
    fn add(&mut self, across: f64, along: f64) {
        if self.line.last() == Some(&(across, along)) {
            return;
        }
        if let [.., before, last] = *self.line.as_slice()
            && before.0.total_cmp(&last.0).is_eq()
            && last.0.total_cmp(&across).is_eq()
        {
            self.line.pop();
        }
        self.line.push((across, along));
    }
}
