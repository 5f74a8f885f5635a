//! Phase 3, place: coordinates.
//!
//! Guarantee: items keep their order, no two overlap, and a layer is no broader than the drawing has to
//! be. A round visits each link once; placing a layer takes linear time.
//!
//! Each item wants to stand at the weighted mean of its neighbours, long edges more than nodes, so that
//! they become straight (weights 1, 2, 8 as in Gansner et al. 1993). Given these wishes, the nearest
//! places without overlap are an isotonic regression, found exactly by pooling adjacent violators
//! (Best, Chakravarti, "Active set algorithms for isotonic regression", 1990). Compared with Brandes,
//! Köpf ("Fast and simple horizontal coordinate assignment", 2001) it takes any widths and bounds.

use super::fold::Stacks;
use super::levels::Levels;
use super::spacing::{NODE_GAP, ROW_GAP, Spread, lane_step, lanes, layer_gap};

/// Where everything of one part stands, in flow space.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    /// The item of each vertex: a stack or a bundle of long edges.
    item: Vec<u32>,
    /// Where arcs enter and leave a vertex, from the left end of its item.
    enter: Vec<f32>,
    leave: Vec<f32>,
    /// The row of each node within its layer.
    pub(super) row: Vec<u32>,
    /// The items of layer `l` are `items[l]..items[l + 1]`.
    items: Vec<u32>,
    /// The first place of each item in the order.
    starts: Vec<u32>,
    left: Vec<f64>,
    breadth: Vec<f64>,
    /// Pixels across of the whole part.
    pub(super) across: f64,
    /// Top and bottom of each row; layer `l` has `rows[l]..rows[l + 1]`.
    pub(super) rows: Vec<u32>,
    pub(super) tops: Vec<f64>,
    pub(super) bottoms: Vec<f64>,
    /// Middle between the entering lanes and the leaving ones: the centre line of each node.
    middle: Vec<f32>,
}

impl Places {
    /// Everything set side by side, not yet aligned.
    pub(super) fn new(levels: &Levels, stacks: &Stacks, spread: &Spread) -> Self {
        let vertices = levels.order.len();
        let mut places = Self {
            item: vec![0; vertices],
            enter: vec![0.0; vertices],
            leave: vec![0.0; vertices],
            middle: vec![0.0; levels.nodes],
            row: vec![0; levels.nodes],
            items: vec![0],
            rows: vec![0],
            ..Self::default()
        };
        for layer in 0..levels.count() {
            places.add_items(levels, stacks, spread, layer);
            places.add_rows(levels, stacks, spread, layer);
        }
        places.starts.push(vertices as u32);
        let total = |layer: usize| places.range(layer).map(|item| places.breadth[item]).sum::<f64>();
        places.across = (0..levels.count()).map(total).fold(0.0, f64::max);
        places.spread_evenly(levels.count());
        places.set_rows(levels.count());
        places
    }

    /// Where arcs enter the vertex, across.
    pub(super) fn enter(&self, vertex: u32) -> f64 {
        self.left[self.item[vertex as usize] as usize] + f64::from(self.enter[vertex as usize])
    }

    /// Where arcs leave the vertex, across.
    pub(super) fn leave(&self, vertex: u32) -> f64 {
        self.left[self.item[vertex as usize] as usize] + f64::from(self.leave[vertex as usize])
    }

    /// The centre of a node, across.
    pub(super) fn middle(&self, node: u32) -> f64 {
        self.left[self.item[node as usize] as usize] + f64::from(self.middle[node as usize])
    }

    /// Top of the first row and bottom of the last one of a layer, along.
    pub(super) fn band(&self, layer: usize) -> (f64, f64) {
        (self.tops[self.rows[layer] as usize], self.bottoms[self.rows[layer + 1] as usize - 1])
    }

    fn range(&self, layer: usize) -> std::ops::Range<usize> {
        self.items[layer] as usize..self.items[layer + 1] as usize
    }

    fn add_items(&mut self, levels: &Levels, stacks: &Stacks, spread: &Spread, layer: usize) {
        let range = levels.range(layer);
        let bundled = |one: u32, other: u32| {
            stacks.together(one, other)
                || levels.is_waypoint(one)
                    && levels.is_waypoint(other)
                    && levels.head(one) == levels.head(other)
        };
        let cut =
            |&index: &usize| index == range.start || !bundled(levels.order[index - 1], levels.order[index]);
        let starts: Vec<usize> = range.clone().filter(cut).chain([range.end]).collect();
        let bundles =
            starts.iter().filter(|&&start| start < range.end && levels.is_waypoint(levels.order[start]));
        let bundles = bundles.count();
        let lane = if bundles == 0 { 0.0 } else { lanes(bundles, stacks.breadth) / bundles as f64 };
        for span in starts.windows(2) {
            let vertices = &levels.order[span[0]..span[1]];
            let item = self.breadth.len() as u32;
            for &vertex in vertices {
                self.item[vertex as usize] = item;
            }
            self.starts.push(span[0] as u32);
            if levels.is_waypoint(vertices[0]) {
                for &vertex in vertices {
                    self.enter[vertex as usize] = 0.5 * lane as f32;
                    self.leave[vertex as usize] = 0.5 * lane as f32;
                }
                self.breadth.push(lane);
            } else {
                self.add_stack(levels, spread, vertices);
            }
        }
        self.items.push(self.breadth.len() as u32);
    }

    /// Lanes left, nodes in the middle, lanes right; the first vertex is the lowest.
    fn add_stack(&mut self, levels: &Levels, spread: &Spread, nodes: &[u32]) {
        let height = nodes.len();
        let step = lane_step(height as u32);
        let entering = nodes[..height - 1].iter().filter(|&&node| levels.above.degree(node) > 0).count();
        let leaving = nodes[1..].iter().filter(|&&node| levels.below.degree(node) > 0).count();
        let widest = nodes.iter().map(|&node| spread.breadth(node)).fold(0.0, f64::max);
        let first = 0.5 * NODE_GAP + entering as f64 * step;
        let middle = first + 0.5 * widest;
        let (mut enter, mut leave) = (0.5 * NODE_GAP, first + widest + step);
        for (index, &node) in nodes.iter().enumerate() {
            let own = node as usize;
            self.row[own] = (height - 1 - index) as u32;
            self.middle[own] = middle as f32;
            self.enter[own] = middle as f32;
            self.leave[own] = middle as f32;
            if index + 1 < height && levels.above.degree(node) > 0 {
                self.enter[own] = enter as f32;
                enter += step;
            }
            if index > 0 && levels.below.degree(node) > 0 {
                self.leave[own] = leave as f32;
                leave += step;
            }
        }
        self.breadth.push(first + widest + leaving as f64 * step + 0.5 * NODE_GAP);
    }

    fn add_rows(&mut self, levels: &Levels, stacks: &Stacks, spread: &Spread, layer: usize) {
        let first = self.tops.len();
        let count = stacks.rows[layer] as usize;
        self.tops.resize(first + count, 0.0);
        self.bottoms.resize(first + count, 0.0);
        for &vertex in levels.row(layer).iter().filter(|&&vertex| !levels.is_waypoint(vertex)) {
            let depth = &mut self.bottoms[first + self.row[vertex as usize] as usize];
            *depth = depth.max(spread.depth(vertex));
        }
        self.rows.push(self.tops.len() as u32);
    }

    /// Turns the depths of the rows into tops and bottoms.
    fn set_rows(&mut self, layers: usize) {
        let gap = layer_gap(self.across);
        let mut along = 0.0;
        for layer in 0..layers {
            for row in self.rows[layer] as usize..self.rows[layer + 1] as usize {
                self.tops[row] = along;
                self.bottoms[row] += along;
                along = self.bottoms[row] + ROW_GAP;
            }
            along += gap - ROW_GAP;
        }
    }

    fn spread_evenly(&mut self, layers: usize) {
        self.left = vec![0.0; self.breadth.len()];
        for layer in 0..layers {
            let range = self.range(layer);
            let total: f64 = range.clone().map(|item| self.breadth[item]).sum();
            let slack = (self.across - total) / range.len().max(1) as f64;
            let mut left = 0.5 * slack;
            for item in range {
                self.left[item] = left;
                left += self.breadth[item] + slack;
            }
        }
    }
}

/// Rounds of alignment, one layer a step.
#[derive(Debug, Default)]
pub(super) struct Alignment {
    rounds: u32,
    round: u32,
    step: usize,
    pool: Vec<Block>,
}

/// Items that are pushed together.
#[derive(Clone, Copy, Debug)]
struct Block {
    weight: f64,
    wish: f64,
    end: usize,
}

impl Alignment {
    /// `rounds` passes over the layers, down and up in turn.
    pub(super) fn new(rounds: u32) -> Self {
        Self { rounds, ..Self::default() }
    }

    /// Goes on until done (true) or out of budget.
    pub(super) fn work(&mut self, levels: &Levels, places: &mut Places, budget: &mut i64) -> bool {
        let layers = levels.count();
        while self.round < self.rounds && layers > 1 {
            if *budget <= 0 {
                return false;
            }
            let down = self.round.is_multiple_of(2);
            let layer = if down { self.step } else { layers - 1 - self.step };
            let sides = if self.round >= 2 { (true, true) } else { (down, !down) };
            self.align(levels, places, layer, sides);
            *budget -= 2 * levels.range(layer).len() as i64;
            self.step += 1;
            if self.step == layers {
                (self.round, self.step) = (self.round + 1, 0);
            }
        }
        true
    }

    /// The share of the work that is done.
    pub(super) fn fraction(&self, levels: &Levels) -> f32 {
        let share = self.step as f32 / levels.count().max(1) as f32;
        (self.round as f32 + share) / self.rounds.max(1) as f32
    }

    fn align(&mut self, levels: &Levels, places: &mut Places, layer: usize, sides: (bool, bool)) {
        self.pool.clear();
        let mut before = 0.0;
        for item in places.range(layer) {
            let (wish, weight) = wish(levels, places, item, sides);
            let mut block = Block { weight, wish: (wish - before) * weight, end: item + 1 };
            while let Some(last) = self.pool.last() {
                if last.wish * block.weight <= block.wish * last.weight {
                    break;
                }
                block.weight += last.weight;
                block.wish += last.wish;
                self.pool.pop();
            }
            self.pool.push(block);
            before += places.breadth[item];
        }
        let slack = (places.across - before).max(0.0);
        let (mut item, mut before) = (places.range(layer).start, 0.0);
        for block in &self.pool {
            let shift = (block.wish / block.weight).clamp(0.0, slack);
            while item < block.end {
                places.left[item] = before + shift;
                before += places.breadth[item];
                item += 1;
            }
        }
    }
}

/// Where an item wants its left end, and how much.
fn wish(levels: &Levels, places: &Places, item: usize, (above, below): (bool, bool)) -> (f64, f64) {
    let vertices = &levels.order[places.starts[item] as usize..places.starts[item + 1] as usize];
    let (mut sum, mut total) = (0.0, 0.0);
    for &vertex in vertices {
        let weight = |other: u32| match (levels.is_waypoint(vertex), levels.is_waypoint(other)) {
            (true, true) => 8.0,
            (false, false) => 1.0,
            _ => 2.0,
        };
        if above {
            for &other in levels.above.of(vertex) {
                let weight = weight(other);
                sum += weight * (places.leave(other) - f64::from(places.enter[vertex as usize]));
                total += weight;
            }
        }
        if below {
            for &other in levels.below.of(vertex) {
                let weight = weight(other);
                sum += weight * (places.enter(other) - f64::from(places.leave[vertex as usize]));
                total += weight;
            }
        }
    }
    if total > 0.0 { (sum / total, total) } else { (places.left[item], 0.01) }
}
