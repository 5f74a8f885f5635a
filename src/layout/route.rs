//! Phase 4, route: a polyline for each arc.
//!
//! Guarantee: no arc runs through a node, none leaves or enters anything but its own ends; it never turns
//! back against the flow (arcs that take the express lane excepted, which go outside the drawing for most
//! of their way). Two arcs cross only between layers, where their order changes, once for each change.
//!
//! Arcs with the same dependency that run side by side share one lane, so that hubs are reached by bundles
//! (confluence: Dickerson, Eppstein, Goodrich, Meng, "Confluent drawings", 2005; only arcs that share an
//! end are merged, so a bundle never claims a dependency that is not there).

use super::fold::Stacks;
use super::levels::Levels;
use super::place::Places;
use super::spacing::{LANE, ROW_GAP, Spread};

/// Polylines of the arcs of one part, in flow space.
#[derive(Clone, Debug, Default)]
pub(super) struct Courses {
    /// Arc `a` runs through `points[starts[a]..starts[a + 1]]`.
    pub(super) starts: Vec<u32>,
    /// Across and along.
    pub(super) points: Vec<(f32, f32)>,
}

/// Draws arcs one after the other.
#[derive(Debug, Default)]
pub(super) struct Router {
    courses: Courses,
    /// The head of the last express arc on each side, and how many lanes are taken there.
    express: u32,
    last_head: Option<u32>,
    line: Vec<(f64, f64)>,
}

impl Router {
    /// Goes on until done (true) or out of budget.
    pub(super) fn work(
        &mut self,
        levels: &Levels,
        places: &Places,
        stacks: &Stacks,
        spread: &Spread,
        budget: &mut i64,
    ) -> bool {
        while self.courses.starts.len() <= levels.arcs.len() {
            if *budget <= 0 {
                return false;
            }
            let arc = self.courses.starts.len();
            self.courses.starts.push(self.courses.points.len() as u32);
            if arc == levels.arcs.len() {
                break;
            }
            self.draw(arc, levels, places, stacks, spread);
            *budget -= self.line.len() as i64;
            self.line.drain(..).for_each(|(across, along)| {
                self.courses.points.push((across as f32, along as f32));
            });
        }
        true
    }

    /// The share of the work that is done.
    pub(super) fn fraction(&self, levels: &Levels) -> f32 {
        self.courses.starts.len() as f32 / (levels.arcs.len() + 1) as f32
    }

    /// The finished polylines.
    pub(super) fn finish(self) -> Courses {
        self.courses
    }

    fn draw(&mut self, arc: usize, levels: &Levels, places: &Places, stacks: &Stacks, spread: &Spread) {
        let (tail, head) = levels.arcs[arc];
        self.leave(tail, levels, places, spread);
        if levels.is_express(arc) {
            self.pass_outside(arc, levels, places, stacks);
        }
        for vertex in levels.waypoints(arc) {
            let (top, bottom) = places.band(levels.layer[vertex as usize] as usize);
            self.add(places.enter(vertex), top);
            self.add(places.leave(vertex), bottom);
        }
        self.enter(head, levels, places, spread);
    }

    /// From the node's lower border to the lower end of its layer.
    fn leave(&mut self, node: u32, levels: &Levels, places: &Places, spread: &Spread) {
        let layer = levels.layer[node as usize] as usize;
        let row = (places.rows[layer] + places.row[node as usize]) as usize;
        let center = f64::midpoint(places.tops[row], places.bottoms[row]);
        let (middle, lane) = (places.middle(node), places.leave(node));
        self.add(middle, center + 0.5 * spread.depth(node));
        if lane > middle {
            self.add(lane, places.bottoms[row] + ROW_GAP);
        }
        self.add(lane, places.band(layer).1);
    }

    /// From the upper end of the node's layer to its upper border.
    fn enter(&mut self, node: u32, levels: &Levels, places: &Places, spread: &Spread) {
        let layer = levels.layer[node as usize] as usize;
        let row = (places.rows[layer] + places.row[node as usize]) as usize;
        let center = f64::midpoint(places.tops[row], places.bottoms[row]);
        let (middle, lane) = (places.middle(node), places.enter(node));
        self.add(lane, places.band(layer).0);
        if lane < middle {
            self.add(lane, places.tops[row] - ROW_GAP);
        }
        self.add(middle, center - 0.5 * spread.depth(node));
    }

    /// Round the drawing, in one lane for each head.
    fn pass_outside(&mut self, arc: usize, levels: &Levels, places: &Places, _stacks: &Stacks) {
        let (tail, head) = levels.arcs[arc];
        if self.last_head.replace(head).is_some_and(|last| last != head) {
            self.express += 1;
        }
        let lane = 2.0 * LANE + f64::from(self.express / 2) * LANE;
        let across = if self.express.is_multiple_of(2) { -lane } else { places.across + lane };
        let (from, to) = (levels.layer[tail as usize] as usize, levels.layer[head as usize] as usize);
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
