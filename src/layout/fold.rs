//! Phase 2, order, between sweeps and sifting: wide layers are folded into rows.
//!
//! Guarantee: a layer of `c` nodes folded into `k` rows holds `⌈c / k⌉` stacks of neighbours; the order of
//! nodes stays, way points inside a stack step to its nearer side. No stack is higher than the rows of its
//! layer, so the drawing's shape comes near the one that is wished for.
//!
//! Why not more layers: release graphs have 5 to 13 layers and hundreds of nodes in each. Promoting nodes
//! to new layers costs way points by the thousand; a stack costs none. Read from left to right, a stack is
//! drawn from the bottom row to the top row: arcs that enter come down in lanes left of it (the lowest
//! node's outermost), arcs that leave go down in lanes right of it (the highest node's outermost), and none
//! of these cross. So the crossings of the folded drawing are those of the order, not one more.

use super::block::Blocks;
use super::levels::Levels;
use super::spacing::{LAYER_GAP, NODE_GAP, ROW_GAP, Spread, lane_step, lanes, layer_gap};

/// In place of a stack where there is none.
const NONE: u32 = u32::MAX;

/// Which nodes stand on one another.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Stacks {
    /// The stack of each vertex; way points are in none.
    pub(super) stack: Vec<u32>,
    /// The number of rows of each layer.
    pub(super) rows: Vec<u32>,
    /// Pixels across that the folding aims at.
    pub(super) breadth: f64,
    /// Where the vertex stood in a former drawing, across, if it is to stay there; else not a number.
    /// Empty if there was none.
    pub(super) anchors: Vec<f64>,
    /// Where each layer began in a former drawing, along, if it was in it.
    pub(super) tops: Vec<Option<f64>>,
}

impl Stacks {
    /// No stacks yet.
    pub(super) fn free(levels: &Levels) -> Self {
        Self { stack: vec![NONE; levels.order.len()], ..Self::default() }
    }

    /// Whether two vertices are in one stack.
    pub(super) fn together(&self, one: u32, other: u32) -> bool {
        let stack = self.stack[one as usize];
        stack != NONE && stack == self.stack[other as usize]
    }

    /// Where a stack is to stay, across.
    pub(super) fn anchor_of(&self, stack: &[u32]) -> Option<f64> {
        stack
            .iter()
            .filter_map(|&vertex| self.anchors.get(vertex as usize).copied())
            .find(|anchor| !anchor.is_nan())
    }

    /// Chooses the rows of each layer for a drawing whose breadth is `ratio` times its depth, and gathers
    /// the nodes into stacks.
    pub(super) fn fold(levels: &mut Levels, blocks: &Blocks, spread: &Spread, ratio: f64) -> Self {
        let layers: Vec<Extent> =
            (0..levels.count()).map(|layer| Extent::new(levels, blocks, spread, layer)).collect();
        let breadth = breadth(&layers, ratio);
        let rows = layers.iter().map(|layer| layer.rows(breadth)).collect();
        let mut stacks = Self { rows, breadth, ..Self::free(levels) };
        let mut next = 0;
        for (layer, extent) in layers.iter().enumerate() {
            next = stacks.gather(levels, layer, extent.nodes, next);
        }
        stacks
    }

    /// Cuts the nodes of a layer into stacks of even height, numbered from `first`, and moves way points
    /// out of them; the next free number.
    fn gather(&mut self, levels: &mut Levels, layer: usize, nodes: usize, first: u32) -> u32 {
        let count = nodes.div_ceil(self.rows[layer] as usize);
        let mut order = Vec::with_capacity(levels.range(layer).len());
        let (mut right, mut stack) = (Vec::new(), Vec::new());
        let mut number = 0;
        for &vertex in levels.row(layer) {
            let size = stack_size(nodes, count, number);
            if levels.is_waypoint(vertex) {
                // Nothing of the stack is set down before the way points that go to its left.
                let side = if 2 * stack.len() <= size { &mut order } else { &mut right };
                side.push(vertex);
                continue;
            }
            self.stack[vertex as usize] = first + number as u32;
            stack.push(vertex);
            if stack.len() == size {
                order.append(&mut stack);
                order.append(&mut right);
                number += 1;
            }
        }
        let range = levels.range(layer);
        levels.order[range].copy_from_slice(&order);
        levels.number(layer);
        first + number as u32
    }
}

/// The height of stack `index` when `nodes` nodes are cut into `count` stacks.
fn stack_size(nodes: usize, count: usize, index: usize) -> usize {
    let end = |index: u64| (index * nodes as u64).checked_div(count as u64).unwrap_or(0);
    (end(index as u64 + 1) - end(index as u64)) as usize
}

/// What a layer asks for.
struct Extent {
    nodes: usize,
    waypoints: usize,
    /// Lanes beside a stack for each row but one.
    lanes: f64,
    breadth: f64,
    depth: f64,
}

impl Extent {
    fn new(levels: &Levels, blocks: &Blocks, spread: &Spread, layer: usize) -> Self {
        let row = levels.row(layer);
        let own: Vec<u32> = row.iter().copied().filter(|&vertex| !levels.is_waypoint(vertex)).collect();
        let nodes = || own.iter().filter_map(|&vertex| levels.node(vertex));
        let mean = |sum: f64| sum / own.len().max(1) as f64;
        let lane = |index: usize| {
            let shared = index > 0 && blocks.together(own[index - 1], own[index]);
            let sides = [&levels.above, &levels.below].map(|links| links.degree(own[index]) > 0 && !shared);
            sides.into_iter().filter(|&side| side).count() as f64
        };
        Self {
            nodes: own.len(),
            waypoints: row.len() - own.len(),
            lanes: mean((0..own.len()).map(lane).sum()),
            breadth: mean(nodes().map(|node| spread.breadth(node)).sum()),
            depth: nodes().map(|node| spread.depth(node)).fold(0.0, f64::max),
        }
    }

    /// Pixels across with `rows` rows, when the way points together may take half of `room`.
    fn across(&self, rows: u32, room: f64) -> f64 {
        let stacks = self.nodes.div_ceil(rows as usize) as f64;
        let beside = self.lanes * f64::from(rows - 1) * lane_step(rows);
        stacks * (self.breadth + beside + NODE_GAP) + lanes(self.waypoints, room)
    }

    /// The fewest rows that fit into `breadth`.
    fn rows(&self, breadth: f64) -> u32 {
        let most = self.nodes.max(1) as u32;
        let mut rows = (self.across(1, breadth) / breadth).floor().clamp(1.0, f64::from(most)) as u32;
        while rows > 1 && self.across(rows - 1, breadth) <= breadth {
            rows -= 1;
        }
        while rows < most && self.across(rows, breadth) > breadth {
            rows += 1;
        }
        rows
    }
}

/// The breadth at which breadth divided by depth comes nearest to `ratio`.
fn breadth(layers: &[Extent], ratio: f64) -> f64 {
    let widest = layers.iter().map(|layer| layer.across(1, f64::MAX)).fold(1.0, f64::max);
    let depth = |breadth: f64| -> f64 {
        let rows = layers.iter().map(|layer| f64::from(layer.rows(breadth)) * (layer.depth + ROW_GAP));
        rows.sum::<f64>() + layers.len() as f64 * layer_gap(breadth).max(LAYER_GAP)
    };
    let (mut low, mut high) = (layers.iter().map(|layer| layer.breadth).fold(1.0, f64::max), widest);
    for _ in 0..20 {
        let middle = f64::midpoint(low, high);
        if middle < ratio * depth(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    high
}
