//! Phase 3, place: coordinates.
//!
//! Guarantee: items keep their order, no two overlap, and a layer is no broader than the drawing has to
//! be. A round visits each link twice; placing a layer takes linear time.
//!
//! Each item wants to stand at the weighted mean of its neighbours, long edges more than nodes, so that
//! they become straight (weights 1, 2, 8 as in Gansner et al. 1993). Given these wishes, the nearest
//! places without overlap are an isotonic regression, found exactly by pooling adjacent violators
//! (Best, Chakravarti, "Active set algorithms for isotonic regression", 1990). Compared with Brandes,
//! Köpf ("Fast and simple horizontal coordinate assignment", 2001) it takes any widths and bounds.

use super::block::Blocks;
use super::fold::Stacks;
use super::levels::Levels;
use super::spacing::{CLEARANCE, LAYER_GAP, NODE_GAP, ROW_GAP, Spread, lane_step, lanes, layer_gap};

/// Where arcs reach and leave a vertex, in pixels across.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Port {
    /// Where arcs from the layer above arrive.
    pub(super) enter: f64,
    /// Where arcs to the layer below depart.
    pub(super) leave: f64,
}

/// A stack of nodes, or a bundle of way points side by side.
#[derive(Clone, Copy, Debug, Default)]
struct Item {
    /// Its first place in the order of all vertices.
    start: u32,
    breadth: f32,
    left: f64,
}

/// Where everything of one part stands, in flow space.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    ports: Vec<Port>,
    /// The centre line of each node, and its row within the layer.
    middles: Vec<f64>,
    rows: Vec<u32>,
    /// The items of layer `l` are `items[firsts[l]..firsts[l + 1]]`; one more closes the list.
    items: Vec<Item>,
    firsts: Vec<u32>,
    /// Where the left end of each item stood in a former drawing, if there was one; else not a number.
    anchors: Vec<f64>,
    /// Pixels across of the whole part.
    pub(super) across: f64,
    /// Top and bottom of each row; layer `l` has `bands[l]..bands[l + 1]`.
    bands: Vec<u32>,
    tops: Vec<f64>,
    bottoms: Vec<f64>,
}

impl Places {
    /// Everything set side by side, not yet aligned.
    pub(super) fn new(levels: &Levels, stacks: &Stacks, blocks: &Blocks, spread: &Spread) -> Self {
        let vertices = levels.order.len();
        let mut places = Self {
            ports: vec![Port::default(); vertices],
            middles: vec![0.0; spread.count()],
            rows: vec![0; spread.count()],
            firsts: vec![0],
            bands: vec![0],
            ..Self::default()
        };
        for layer in 0..levels.count() {
            places.add_items(levels, stacks, blocks, spread, layer);
            places.add_rows(levels, stacks, spread, layer);
        }
        places.items.push(Item { start: vertices as u32, ..Item::default() });
        places.across = (0..levels.count()).map(|layer| places.total(layer)).fold(0.0, f64::max);
        (0..levels.count()).for_each(|layer| places.spread_evenly(levels, layer));
        places.anchor(levels, stacks);
        places.set_rows(levels.count(), &stacks.tops);
        places
    }

    /// Where arcs reach and leave the vertex, across.
    pub(super) fn port(&self, vertex: u32) -> Port {
        self.ports[vertex as usize]
    }

    /// The centre of a node, across.
    pub(super) fn middle(&self, node: u32) -> f64 {
        self.middles[node as usize]
    }

    /// Top of the first row and bottom of the last one of a layer, along.
    pub(super) fn band(&self, layer: usize) -> (f64, f64) {
        (self.tops[self.bands[layer] as usize], self.bottoms[self.bands[layer + 1] as usize - 1])
    }

    /// Top and bottom of the row that a node stands in, along.
    pub(super) fn row(&self, layer: usize, node: u32) -> (f64, f64) {
        let row = (self.bands[layer] + self.rows[node as usize]) as usize;
        (self.tops[row], self.bottoms[row])
    }

    fn range(&self, layer: usize) -> std::ops::Range<usize> {
        self.firsts[layer] as usize..self.firsts[layer + 1] as usize
    }

    fn add_items(
        &mut self,
        levels: &Levels,
        stacks: &Stacks,
        blocks: &Blocks,
        spread: &Spread,
        layer: usize,
    ) {
        let range = levels.range(layer);
        let cut = |&index: &usize| {
            let Some(before) = index.checked_sub(1).filter(|_| index > range.start) else { return true };
            let (left, right) = (levels.order[before], levels.order[index]);
            !stacks.together(left, right) && !levels.meet(left, right)
        };
        let first = self.items.len();
        let starts = range.clone().filter(cut).map(|start| Item { start: start as u32, ..Item::default() });
        self.items.extend(starts);
        self.firsts.push(self.items.len() as u32);
        let is_lane = |item: &&Item| levels.is_waypoint(levels.order[item.start as usize]);
        let bundles = self.items[first..].iter().filter(is_lane).count();
        let lane = lanes(bundles, stacks.breadth) / bundles.max(1) as f64;
        for item in first..self.items.len() {
            let end = self.items.get(item + 1).map_or(range.end, |next| next.start as usize);
            let vertices = &levels.order[self.items[item].start as usize..end];
            if levels.is_waypoint(vertices[0]) {
                for &vertex in vertices {
                    self.ports[vertex as usize] = Port { enter: 0.5 * lane, leave: 0.5 * lane };
                }
                self.items[item].breadth = lane as f32;
            } else {
                self.items[item].breadth = self.add_stack(levels, blocks, spread, vertices) as f32;
            }
        }
    }

    /// Lanes left, nodes in the middle, lanes right; the first vertex is the lowest. Nodes of one block
    /// share their lanes. Gives the breadth.
    fn add_stack(&mut self, levels: &Levels, blocks: &Blocks, spread: &Spread, vertices: &[u32]) -> f64 {
        let height = vertices.len();
        let step = lane_step(height as u32);
        let apart = |index: usize| !blocks.together(vertices[index - 1], vertices[index]);
        let enters = |index: usize| index + 1 < height && levels.above.degree(vertices[index]) > 0;
        let leaves = |index: usize| index > 0 && levels.below.degree(vertices[index]) > 0;
        let lanes = (0..height).filter(|&index| enters(index) && (index == 0 || apart(index))).count();
        let widest = spread.widest(levels, vertices);
        let first = 0.5 * NODE_GAP + lanes as f64 * step;
        let first = if lanes > 0 { first - step + CLEARANCE } else { first };
        let middle = first + 0.5 * widest;
        let (mut enter, mut leave) = (0.5 * NODE_GAP - step, first + widest + CLEARANCE - step);
        let mut end = first + widest;
        for (index, &vertex) in vertices.iter().enumerate() {
            let Some(node) = levels.node(vertex) else { continue };
            self.rows[node as usize] = (height - 1 - index) as u32;
            self.middles[node as usize] = middle;
            let mut port = Port { enter: middle, leave: middle };
            if enters(index) {
                enter += if index == 0 || apart(index) { step } else { 0.0 };
                port.enter = enter;
            }
            if leaves(index) {
                leave += if index == 1 || apart(index) { step } else { 0.0 };
                port.leave = leave;
                end = leave;
            }
            self.ports[vertex as usize] = port;
        }
        end + 0.5 * NODE_GAP
    }

    fn add_rows(&mut self, levels: &Levels, stacks: &Stacks, spread: &Spread, layer: usize) {
        let first = self.tops.len();
        let count = stacks.rows[layer] as usize;
        self.tops.resize(first + count, 0.0);
        self.bottoms.resize(first + count, 0.0);
        for &vertex in levels.row(layer) {
            let Some(node) = levels.node(vertex) else { continue };
            let depth = &mut self.bottoms[first + self.rows[node as usize] as usize];
            *depth = depth.max(spread.depth(node));
        }
        self.bands.push(self.tops.len() as u32);
    }

    /// Turns the depths of the rows into tops and bottoms; layers of a former drawing begin where they did.
    fn set_rows(&mut self, layers: usize, former: &[Option<f64>]) {
        let gap = layer_gap(self.across);
        let (mut along, mut origin) = (0.0, None);
        for layer in 0..layers {
            if let Some(&Some(top)) = former.get(layer) {
                let start = *origin.get_or_insert(top - along);
                along = f64::max(along - gap + LAYER_GAP, top - start).max(0.0);
            }
            for row in self.bands[layer] as usize..self.bands[layer + 1] as usize {
                self.tops[row] = along;
                self.bottoms[row] += along;
                along = self.bottoms[row] + ROW_GAP;
            }
            along += gap - ROW_GAP;
        }
    }

    fn spread_evenly(&mut self, levels: &Levels, layer: usize) {
        let range = self.range(layer);
        let slack = (self.across - self.total(layer)) / range.len().max(1) as f64;
        let mut left = 0.5 * slack;
        for item in range {
            self.shift(levels, item, left);
            left += self.breadth(item) + slack;
        }
    }

    /// Notes where items of a former drawing stood, and makes the part as broad as it was.
    fn anchor(&mut self, levels: &Levels, stacks: &Stacks) {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for item in 0..self.items.len() - 1 {
            let vertices = self.vertices(levels, item);
            let Some(anchor) = stacks.anchor_of(vertices) else { continue };
            let node = levels.node(vertices[0]).unwrap_or_default();
            let left = anchor - (self.middle(node) - self.items[item].left);
            self.anchors.resize(self.items.len(), f64::NAN);
            self.anchors[item] = left;
            low = low.min(left);
            high = high.max(left + self.breadth(item));
        }
        if low > high {
            return;
        }
        (0..levels.count()).for_each(|layer| self.squeeze(levels, layer));
        let broadest = (0..levels.count()).map(|layer| self.total(layer)).fold(0.0, f64::max);
        let missing = (broadest - (high - low)).max(0.0);
        self.across = high - low + missing;
        for item in 0..self.items.len() - 1 {
            if let Some(left) = self.anchor_of(item) {
                let left = left - low + 0.5 * missing;
                self.anchors[item] = left;
                self.shift(levels, item, left);
            }
        }
    }

    /// Makes long edges so narrow that they fit between the stacks that are to stay.
    fn squeeze(&mut self, levels: &Levels, layer: usize) {
        let kept = self.range(layer).filter(|&item| self.anchor_of(item).is_some());
        let kept: Vec<usize> = kept.collect();
        for pair in kept.windows(2) {
            let between = pair[0] + 1..pair[1];
            let (Some(start), Some(end)) = (self.anchor_of(pair[0]), self.anchor_of(pair[1])) else {
                continue;
            };
            let is_lane = |&item: &usize| levels.is_waypoint(levels.order[self.items[item].start as usize]);
            let lanes: Vec<usize> = between.clone().filter(is_lane).collect();
            let wanted: f64 = lanes.iter().map(|&item| self.breadth(item)).sum();
            let others: f64 = between.map(|item| self.breadth(item)).sum::<f64>() - wanted;
            let room = end - start - self.breadth(pair[0]) - others;
            let share = (room / wanted.max(f64::MIN_POSITIVE)).clamp(0.1, 1.0);
            for item in lanes {
                let breadth = self.breadth(item) * share;
                self.items[item].breadth = breadth as f32;
                for place in self.items[item].start..self.items[item + 1].start {
                    let middle = self.items[item].left + 0.5 * breadth;
                    self.ports[levels.order[place as usize] as usize] = Port { enter: middle, leave: middle };
                }
            }
        }
    }

    /// Pixels that the items of a layer take side by side.
    fn total(&self, layer: usize) -> f64 {
        self.range(layer).map(|item| self.breadth(item)).sum()
    }

    fn breadth(&self, item: usize) -> f64 {
        f64::from(self.items[item].breadth)
    }

    /// Where the left end of an item stood in a former drawing.
    fn anchor_of(&self, item: usize) -> Option<f64> {
        self.anchors.get(item).copied().filter(|anchor| !anchor.is_nan())
    }

    /// What stands in an item.
    fn vertices<'a>(&self, levels: &'a Levels, item: usize) -> &'a [u32] {
        &levels.order[self.items[item].start as usize..self.items[item + 1].start as usize]
    }

    /// Moves an item and all that stands in it.
    fn shift(&mut self, levels: &Levels, item: usize, left: f64) {
        let by = left - self.items[item].left;
        self.items[item].left = left;
        for &vertex in self.vertices(levels, item) {
            self.ports[vertex as usize].enter += by;
            self.ports[vertex as usize].leave += by;
            if let Some(node) = levels.node(vertex) {
                self.middles[node as usize] += by;
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
            *budget -= 4 * levels.range(layer).len() as i64;
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

    // Its own function, for the reason that `sift` gives.
    #[inline(never)]
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
            before += places.breadth(item);
        }
        let slack = (places.across - before).max(0.0);
        let (mut item, mut before) = (places.range(layer).start, 0.0);
        for block in &self.pool {
            let shift = (block.wish / block.weight).clamp(0.0, slack);
            while item < block.end {
                places.shift(levels, item, before + shift);
                before += places.breadth(item);
                item += 1;
            }
        }
    }
}

/// How much an item wants to stay where it stood in a former drawing: more than all its neighbours together
/// want it elsewhere.
const ANCHOR: f64 = 1.0e5;

/// Where an item wants its left end, and how much.
fn wish(levels: &Levels, places: &Places, item: usize, (above, below): (bool, bool)) -> (f64, f64) {
    let left = places.items[item].left;
    if let Some(anchor) = places.anchor_of(item) {
        return (anchor, ANCHOR);
    }
    let vertices = places.vertices(levels, item);
    let (mut sum, mut total) = (0.0, 0.0);
    for &vertex in vertices {
        let from_waypoint = levels.is_waypoint(vertex);
        let weight = |other: u32| match (from_waypoint, levels.is_waypoint(other)) {
            (true, true) => 8.0,
            (false, false) => 1.0,
            _ => 2.0,
        };
        let own = places.port(vertex);
        if above {
            for &other in levels.above.of(vertex) {
                let weight = weight(other);
                sum += weight * (places.port(other).leave - own.enter);
                total += weight;
            }
        }
        if below {
            for &other in levels.below.of(vertex) {
                let weight = weight(other);
                sum += weight * (places.port(other).enter - own.leave);
                total += weight;
            }
        }
    }
    if total > 0.0 { (left + sum / total, total) } else { (left, 0.01) }
}
