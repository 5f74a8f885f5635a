//! What is left of the drawing before: old nodes stay where they were.
//!
//! Guarantee: nodes that keep their layer keep their row, their stack and the order of the stacks, and
//! stand as near to their former place as the new ones leave room for. If less than three in four old
//! nodes could keep their layer, or most nodes are new, the former drawing is given up: it would be a bad
//! start.
//!
//! The former drawing is read back from the centres alone: nodes of one row share one coordinate, nodes of
//! one stack the other, and layers lie farther apart than rows. A caller so has nothing to keep but the
//! places, and any other picture (rows moved by hand, some nodes gone) is a former drawing as well.

use super::adjacency::Adjacency;
use super::fold::Stacks;
use super::levels::Levels;
use super::spacing::{LAYER_GAP, ROW_GAP, Spread};

/// Places within this many pixels are one row, or one stack.
const SAME: f64 = 1.0;

/// The former drawing of one part.
#[derive(Clone, Debug, Default)]
pub(super) struct Former {
    /// The layer that each node is to have now.
    pub(super) ranks: Vec<u32>,
    /// Where nodes that keep their layer stood, across and along.
    places: Vec<Option<(f64, f64)>>,
}

impl Former {
    /// Reads the former drawing back; none if nothing of use is left of it.
    pub(super) fn new(
        out: &Adjacency,
        into: &Adjacency,
        order: &[u32],
        spread: &Spread,
        mut places: Vec<Option<(f64, f64)>>,
    ) -> Option<Self> {
        let former = layers(spread, &places);
        let old = former.iter().flatten().count();
        if old == 0 {
            return None;
        }
        let ranks = ranks(out, into, order, &former);
        let mut kept = 0;
        for (node, place) in places.iter_mut().enumerate() {
            if former[node] == Some(ranks[node]) {
                kept += 1;
            } else {
                *place = None;
            }
        }
        let first = ranks.iter().copied().min().unwrap_or(0);
        let mut ranks: Vec<u32> = ranks.iter().map(|rank| (rank - first) as u32).collect();
        super::rank::close_holes(&mut ranks);
        (4 * kept >= 3 * old && 2 * old >= places.len()).then_some(Self { ranks, places })
    }

    /// Sorts the vertices as they stood, and stacks them as they were stacked.
    pub(super) fn stack(&self, levels: &mut Levels, spread: &Spread) -> Stacks {
        let across = self.across(levels);
        let mut stacks = Stacks { anchors: vec![f64::NAN; levels.order.len()], ..Stacks::free(levels) };
        let mut next = 0;
        for layer in 0..levels.count() {
            let columns = self.columns(levels, spread, layer, &across);
            let rows = columns.iter().map(|column| column.nodes.len()).max().unwrap_or(1).max(1);
            stacks.rows.push(rows as u32);
            stacks.tops.push(self.top(levels, spread, layer));
            let order: Vec<u32> = columns.iter().flat_map(|column| column.nodes.iter().copied()).collect();
            let range = levels.range(layer);
            levels.order[range].copy_from_slice(&order);
            levels.number(layer);
            for column in columns {
                for &vertex in column.nodes.iter().filter(|&&vertex| !levels.is_waypoint(vertex)) {
                    stacks.stack[vertex as usize] = next;
                    if column.kept {
                        stacks.anchors[vertex as usize] = column.across;
                    }
                }
                next += 1;
            }
        }
        let edges = self.places.iter().flatten().map(|place| place.0);
        let (low, high) = edges.fold((f64::MAX, f64::MIN), |(low, high), at| (low.min(at), high.max(at)));
        stacks.breadth = (high - low).max(1.0);
        stacks
    }

    /// Where a layer began, along.
    fn top(&self, levels: &Levels, spread: &Spread, layer: usize) -> Option<f64> {
        let nodes = levels.row(layer).iter().filter_map(|&vertex| levels.node(vertex));
        let tops = nodes.filter_map(|node| Some(self.places[node as usize]?.1 - 0.5 * spread.depth(node)));
        tops.min_by(f64::total_cmp)
    }

    /// Where each vertex stood or, if it is new, where its neighbours would have it, across.
    fn across(&self, levels: &Levels) -> Vec<f64> {
        let mut across = vec![f64::NAN; levels.order.len()];
        for (node, place) in self.places.iter().enumerate() {
            if let Some(place) = place {
                across[levels.vertex(node as u32) as usize] = place.0;
            }
        }
        for (arc, &(tail, head)) in levels.arcs.iter().enumerate() {
            let ends = [tail, head].map(|node| across[levels.vertex(node) as usize]);
            let way = levels.waypoints(arc);
            for (step, &vertex) in way.iter().enumerate() {
                let share = (step + 1) as f64 / (way.len() + 1) as f64;
                across[vertex as usize] = ends[0] + (ends[1] - ends[0]) * share;
            }
        }
        let middle = self.places.iter().flatten().map(|place| place.0).sum::<f64>()
            / self.places.iter().flatten().count().max(1) as f64;
        // Each pass reaches one step farther from what is known; what is left then may stand anywhere.
        for _ in 0..4 {
            for &vertex in &levels.order {
                if across[vertex as usize].is_nan() {
                    let near = levels.above.of(vertex).iter().chain(levels.below.of(vertex));
                    let known = near.map(|&other| across[other as usize]).filter(|at| !at.is_nan());
                    let (sum, count) = known.fold((0.0, 0), |(sum, count), at| (sum + at, count + 1));
                    if count > 0 {
                        across[vertex as usize] = sum / f64::from(count);
                    }
                }
            }
        }
        across.iter().map(|&at| if at.is_nan() { middle } else { at }).collect()
    }

    /// Stacks and way points of a layer from left to right.
    fn columns(&self, levels: &Levels, spread: &Spread, layer: usize, across: &[f64]) -> Vec<Column> {
        let place = |vertex: u32| levels.node(vertex).and_then(|node| self.places[node as usize]);
        let along = |vertex: u32| place(vertex).map_or(0.0, |place| place.1);
        let mut row = levels.row(layer).to_vec();
        // Kept nodes of one stack side by side, the lowest first.
        let kept = |vertex: u32| place(vertex).is_some();
        row.sort_by(|&one, &other| {
            let (first, second) = (across[one as usize], across[other as usize]);
            first
                .total_cmp(&second)
                .then(kept(other).cmp(&kept(one)))
                .then(along(other).total_cmp(&along(one)))
                .then(one.cmp(&other))
        });
        let mut columns: Vec<Column> = Vec::with_capacity(row.len());
        let mut rows: Vec<f64> =
            row.iter().filter_map(|&vertex| place(vertex)).map(|place| place.1).collect();
        rows.sort_by(f64::total_cmp);
        rows.dedup_by(|one, other| *one - *other < SAME);
        let mut fresh: Vec<Column> = Vec::new();
        for vertex in row {
            let own = Column { across: across[vertex as usize], kept: kept(vertex), nodes: vec![vertex] };
            if levels.node(vertex).is_some() && !own.kept && !rows.is_empty() {
                fresh.push(own);
                continue;
            }
            match columns.last_mut() {
                Some(last) if own.kept && last.kept && own.across - last.across < SAME => {
                    last.nodes.push(vertex);
                }
                _ => columns.push(own),
            }
        }
        let mut extra: Vec<Column> = Vec::new();
        for column in fresh {
            let reach = 3.0 * spread.widest(levels, &column.nodes);
            let near = column.across - reach..column.across + reach;
            let room = |other: &&mut Column| {
                other.nodes.len() < rows.len()
                    && near.contains(&other.across)
                    && !levels.is_waypoint(other.nodes[0])
            };
            let first = columns.partition_point(|other| other.across < near.start);
            let last = columns.partition_point(|other| other.across < near.end);
            let stack =
                columns[first..last].iter_mut().chain(extra.last_mut()).filter(room).min_by(|one, other| {
                    (one.across - column.across).abs().total_cmp(&(other.across - column.across).abs())
                });
            match stack {
                Some(stack) => stack.nodes.insert(0, column.nodes[0]),
                None => extra.push(column),
            }
        }
        columns.append(&mut extra);
        columns.sort_by(|one, other| one.across.total_cmp(&other.across));
        columns
    }
}

/// A stack, or one way point.
struct Column {
    across: f64,
    kept: bool,
    /// From the lowest to the highest.
    nodes: Vec<u32>,
}

/// The layers of the former drawing, where a node was in it.
fn layers(spread: &Spread, places: &[Option<(f64, f64)>]) -> Vec<Option<i64>> {
    let mut old: Vec<(f64, f64, usize)> = places
        .iter()
        .enumerate()
        .filter_map(|(node, place)| {
            let (_, along) = (*place)?;
            let half = 0.5 * spread.depth(node as u32);
            Some((along - half, along + half, node))
        })
        .collect();
    old.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.2.cmp(&other.2)));
    let mut layers = vec![None; places.len()];
    let (mut layer, mut bottom) = (0, f64::INFINITY);
    for (top, end, node) in old {
        if top - bottom > 0.5 * (ROW_GAP + LAYER_GAP) {
            layer += 1;
            bottom = end;
        }
        bottom = if bottom.is_finite() { bottom.max(end) } else { end };
        layers[node] = Some(layer);
    }
    layers
}

/// The former layers, changed as little as the arcs ask for; new nodes just above what they need.
fn ranks(out: &Adjacency, into: &Adjacency, order: &[u32], former: &[Option<i64>]) -> Vec<i64> {
    let mut wishes: Vec<Option<i64>> = former.to_vec();
    for &node in order.iter().rev() {
        if wishes[node as usize].is_none() {
            let below = out.of(node).iter().filter_map(|&head| wishes[head as usize]).min();
            wishes[node as usize] = below.map(|rank| rank - 1);
        }
    }
    let mut ranks = vec![0; former.len()];
    for &node in order {
        let above = into.of(node).iter().map(|&tail| ranks[tail as usize] + 1).max();
        let wish = wishes[node as usize].or(above).unwrap_or(0);
        ranks[node as usize] = wish.max(above.unwrap_or(i64::MIN));
    }
    ranks
}
