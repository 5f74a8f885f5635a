//! Phase 2, order, second part: single items are moved to the best place within reach.
//!
//! Guarantee: no move adds a crossing; stacks stay together, and those of a former drawing
//! ([`super::former`]) keep their order. An item is a way point or a whole stack of
//! nodes ([`super::fold`]).
//!
//! Sifting (Matuszewski, Schönfeld, Molitor, "Using sifting for k-layer straightline crossing
//! minimization", 1999) looks at both neighbouring layers at once, which sweeps do not, so it takes long
//! edges round dense places. Here the walk in each direction ends as soon as it has grown much dearer than
//! staying, so that its cost does not grow with the width of the layer.
//!
//! Nearly all the time of a layout goes into this file, and a first layout runs in the young code of the
//! engine, which is replaced between calls: what is called once an item stays a function of its own
//! (`inline(never)`), what is done once a comparison does not (`inline(always)`). Without, a first layout of
//! 1,000 nodes took twice as long.

#![expect(clippy::inline_always, reason = "measured: the inner comparisons of a size-optimised build")]

use super::fold::Stacks;
use super::levels::Levels;

/// Rounds of sifting over all layers, one item a step.
#[derive(Debug, Default)]
pub(super) struct Sifting {
    rounds: u32,
    reach: usize,
    round: u32,
    step: usize,
    layer: Option<Layer>,
}

impl Sifting {
    /// `rounds` rounds in which an item looks `reach` places to each side.
    pub(super) fn new(rounds: u32, reach: usize) -> Self {
        Self { rounds, reach, ..Self::default() }
    }

    /// Goes on until done (true) or out of budget.
    pub(super) fn work(&mut self, levels: &mut Levels, stacks: &Stacks, budget: &mut i64) -> bool {
        let layers = levels.count();
        while self.round < self.rounds && layers > 1 {
            let number = if self.round.is_multiple_of(2) { self.step } else { layers - 1 - self.step };
            let mut layer = self.layer.take().unwrap_or_else(|| Layer::new(levels, stacks, number));
            if !layer.work(self.reach, budget) {
                self.layer = Some(layer);
                return false;
            }
            layer.write(levels, number);
            settle(levels, stacks, number);
            self.step += 1;
            if self.step == layers {
                self.step = 0;
                self.round += 1;
            }
        }
        true
    }

    /// The share of the work that is done.
    pub(super) fn fraction(&self, levels: &Levels) -> f32 {
        let share = self.step as f32 / levels.count().max(1) as f32;
        (self.round as f32 + share) / self.rounds.max(1) as f32
    }
}

/// The places of the neighbours of each item on one side, ascending.
#[derive(Debug, Default)]
struct Ends {
    starts: Vec<u32>,
    places: Vec<u32>,
}

impl Ends {
    #[inline(always)]
    fn of(&self, item: u32) -> &[u32] {
        &self.places[self.starts[item as usize] as usize..self.starts[item as usize + 1] as usize]
    }
}

/// An item as it stands in the row. Most are way points: their two ends are kept here, side by side in
/// memory, because nearly all the time goes into comparing them.
#[derive(Clone, Copy, Debug)]
struct Item {
    above: u32,
    below: u32,
    number: u32,
}

/// Written for both ends of an item that has not exactly one end on each side.
const MANY: u32 = u32::MAX;

/// One layer while its items move.
#[derive(Debug, Default)]
struct Layer {
    /// The vertices of item `i` are `row[starts[i]..starts[i + 1]]`.
    starts: Vec<u32>,
    row: Vec<u32>,
    above: Ends,
    below: Ends,
    /// Items from left to right, and where each item is.
    order: Vec<Item>,
    at: Vec<u32>,
    /// Whether an item stays among those that stay.
    fixed: Vec<bool>,
    next: u32,
}

impl Layer {
    #[inline(never)]
    fn new(levels: &Levels, stacks: &Stacks, number: usize) -> Self {
        let row = levels.row(number);
        let mut layer = Self { row: row.to_vec(), ..Self::default() };
        for (index, &vertex) in row.iter().enumerate() {
            if index == 0 || !stacks.together(row[index - 1], vertex) {
                layer.close_item(index);
            }
            for (ends, links) in [(&mut layer.above, &levels.above), (&mut layer.below, &levels.below)] {
                ends.places.extend(links.of(vertex).iter().map(|&other| levels.place[other as usize]));
            }
        }
        layer.close_item(layer.row.len());
        let items = layer.starts.len() as u32 - 1;
        layer.order = (0..items).map(|number| layer.item(number)).collect();
        layer.at = (0..items).collect();
        let spans = layer.starts.windows(2).map(|span| &row[span[0] as usize..span[1] as usize]);
        layer.fixed = spans.map(|stack| stacks.anchor_of(stack).is_some()).collect();
        layer
    }

    fn close_item(&mut self, index: usize) {
        self.starts.push(index as u32);
        for ends in [&mut self.above, &mut self.below] {
            let from = ends.starts.last().map_or(0, |&start| start as usize);
            ends.places[from..].sort_unstable();
            ends.starts.push(ends.places.len() as u32);
        }
    }

    fn item(&self, number: u32) -> Item {
        match (self.above.of(number), self.below.of(number)) {
            (&[above], &[below]) => Item { above, below, number },
            _ => Item { above: MANY, below: MANY, number },
        }
    }

    fn work(&mut self, reach: usize, budget: &mut i64) -> bool {
        while (self.next as usize) < self.order.len() {
            if *budget <= 0 {
                return false;
            }
            if !self.fixed[self.next as usize] {
                *budget -= self.sift(self.next, reach) as i64;
            }
            *budget -= 4;
            self.next += 1;
        }
        true
    }

    /// Moves one item to the best place within reach; the number of places that were looked at.
    #[inline(never)]
    fn sift(&mut self, number: u32, reach: usize) -> usize {
        let here = self.at[number as usize] as usize;
        let item = self.order[here];
        let (above, below) = (self.above.of(number), self.below.of(number));
        let limit = 4 + (above.len() + below.len()) as i64;
        let cost = |other: &Item| {
            balance(above, self.above.of(other.number)) + balance(below, self.below.of(other.number))
        };
        let (target, looked) = if item.above == MANY {
            self.walk(here, reach, limit, |other| {
                if other.above == MANY {
                    cost(other)
                } else {
                    surplus(above, other.above) + surplus(below, other.below)
                }
            })
        } else {
            self.walk(here, reach, limit, |other| {
                if other.above == MANY {
                    cost(other)
                } else {
                    i64::from(side(item.above, other.above) + side(item.below, other.below))
                }
            })
        };
        self.shift(here, target);
        looked
    }

    /// The best place within reach, where `cost` tells by how many crossings it is dearer to stand before
    /// an item than behind it.
    #[inline(never)]
    fn walk(&self, here: usize, reach: usize, limit: i64, cost: impl Fn(&Item) -> i64) -> (usize, usize) {
        let (mut best, mut target, mut looked) = (0, here, 0);
        let mut sum = 0;
        let first = here.saturating_sub(reach);
        for (place, other) in self.order[first..here].iter().enumerate().rev() {
            sum += cost(other);
            looked += 1;
            if sum < best {
                (best, target) = (sum, first + place);
            } else if sum > best + limit {
                break;
            }
        }
        sum = 0;
        let last = (here + reach + 1).min(self.order.len());
        for (place, other) in self.order[here + 1..last].iter().enumerate() {
            sum -= cost(other);
            looked += 1;
            if sum < best {
                (best, target) = (sum, here + 1 + place);
            } else if sum > best + limit {
                break;
            }
        }
        (target, looked)
    }

    #[inline(never)]
    fn shift(&mut self, from: usize, to: usize) {
        let (low, high) = (from.min(to), from.max(to));
        if from < to {
            self.order[low..=high].rotate_left(1);
        } else {
            self.order[low..=high].rotate_right(1);
        }
        for place in low..=high {
            self.at[self.order[place].number as usize] = place as u32;
        }
    }

    fn write(&self, levels: &mut Levels, number: usize) {
        let range = levels.range(number);
        let vertices = self.order.iter().flat_map(|item| {
            let item = item.number as usize;
            &self.row[self.starts[item] as usize..self.starts[item + 1] as usize]
        });
        for (slot, &vertex) in levels.order[range].iter_mut().zip(vertices) {
            *slot = vertex;
        }
        levels.number(number);
    }
}

/// 1 if `end` lies right of `other`, -1 if left.
#[inline(always)]
fn side(end: u32, other: u32) -> i32 {
    i32::from(end > other) - i32::from(end < other)
}

/// How many of the ends lie right of `place`, less those left of it.
#[inline(always)]
fn surplus(ends: &[u32], place: u32) -> i64 {
    match *ends {
        [] => 0,
        [end] => i64::from(side(end, place)),
        [first, second] => i64::from(side(first, place) + side(second, place)),
        _ => {
            let left = ends.partition_point(|&end| end < place);
            let right = ends.len() - ends.partition_point(|&end| end <= place);
            right as i64 - left as i64
        }
    }
}

/// Crossings when an item with ends `own` stands before one with ends `other`, less those when it stands
/// behind it.
#[inline(always)]
fn balance(own: &[u32], other: &[u32]) -> i64 {
    other.iter().map(|&place| surplus(own, place)).sum()
}

/// Swaps neighbours within the stacks of a layer while that saves crossings.
#[inline(never)]
fn settle(levels: &mut Levels, stacks: &Stacks, number: usize) {
    let mut ends: [Vec<u32>; 4] = Default::default();
    for index in levels.range(number).skip(1) {
        let (left, right) = (levels.order[index - 1], levels.order[index]);
        if !stacks.together(left, right) || stacks.anchor_of(&[left, right]).is_some() {
            continue;
        }
        let lists =
            [levels.above.of(left), levels.above.of(right), levels.below.of(left), levels.below.of(right)];
        for (places, list) in ends.iter_mut().zip(lists) {
            places.clear();
            places.extend(list.iter().map(|&other| levels.place[other as usize]));
            places.sort_unstable();
        }
        if balance(&ends[0], &ends[1]) + balance(&ends[2], &ends[3]) > 0 {
            levels.order.swap(index - 1, index);
        }
    }
    levels.number(number);
}
