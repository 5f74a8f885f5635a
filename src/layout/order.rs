//! Phase 2, order: who stands left of whom in each layer, so that few arcs cross.
//!
//! Guarantee: each layer keeps its vertices, and the order that is left behind has no more crossings than
//! any order that was met on the way. Time for a pass: O(E log V).
//!
//! Layers are sorted by the mean place of the neighbours above, then below, in turn (barycentre sweeps:
//! Sugiyama, Tagawa, Toda, "Methods for visual understanding of hierarchical system structures", 1981).
//! Crossings are counted with an accumulator tree (Barth, Jünger, Mutzel, "Simple and efficient bilayer
//! cross counting", 2002). What sweeps cannot reach, [`super::sift`] does afterwards.

use super::levels::Levels;

/// Which neighbours a layer is sorted by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Above,
    Below,
}

/// Barycentre sweeps over the layers, one layer a step.
#[derive(Debug, Default)]
pub(super) struct Sweeps {
    passes: u32,
    counted: bool,
    pass: u32,
    step: usize,
    crossings: u64,
    best: Option<(u64, Vec<u32>)>,
    keys: Vec<u64>,
    row: Vec<u32>,
    counter: Counter,
}

impl Sweeps {
    /// At most `passes` passes, down and up in turn; if not `counted`, the last order stands.
    pub(super) fn new(passes: u32, counted: bool) -> Self {
        Self { passes, counted, ..Self::default() }
    }

    /// Goes on until done (true) or out of budget; a unit is about one link.
    pub(super) fn work(&mut self, levels: &mut Levels, budget: &mut i64) -> bool {
        let layers = levels.count();
        while self.pass < self.passes && layers > 1 {
            if *budget <= 0 {
                return false;
            }
            let (layer, side) = if self.pass.is_multiple_of(2) {
                (self.step + 1, Side::Above)
            } else {
                (layers - 2 - self.step, Side::Below)
            };
            self.sort(levels, layer, side);
            if self.counted {
                let gap = if side == Side::Above { layer - 1 } else { layer };
                self.crossings += self.counter.count(levels, gap);
            }
            *budget -= 4 * levels.range(layer).len() as i64;
            self.step += 1;
            if self.step + 1 == layers {
                self.finish_pass(levels);
            }
        }
        if let Some((_, best)) = self.best.take() {
            levels.order = best;
            (0..layers).for_each(|layer| levels.number(layer));
        }
        true
    }

    /// The share of the work that is done.
    pub(super) fn fraction(&self, levels: &Levels) -> f32 {
        let layers = levels.count().max(2) - 1;
        (self.pass as f32 + self.step as f32 / layers as f32) / self.passes.max(1) as f32
    }

    fn finish_pass(&mut self, levels: &Levels) {
        let crossings = std::mem::take(&mut self.crossings);
        self.step = 0;
        self.pass += 1;
        if !self.counted {
            return;
        }
        match &mut self.best {
            Some((fewest, best)) if crossings < *fewest => {
                *fewest = crossings;
                best.clone_from(&levels.order);
            }
            Some(_) if self.pass > 3 => self.pass = self.passes,
            Some(_) => {}
            None => self.best = Some((crossings, levels.order.clone())),
        }
        if crossings == 0 {
            self.pass = self.passes;
        }
    }

    // Its own function, for the reason that `sift` gives.
    #[inline(never)]
    fn sort(&mut self, levels: &mut Levels, layer: usize, side: Side) {
        let (links, other) = match side {
            Side::Above => (&levels.above, layer - 1),
            Side::Below => (&levels.below, layer + 1),
        };
        let range = levels.range(layer);
        let (scale, own) = (1.0 / levels.range(other).len() as f32, 1.0 / range.len() as f32);
        self.row.clear();
        self.row.extend_from_slice(&levels.order[range.clone()]);
        self.keys.clear();
        self.keys.extend(self.row.iter().enumerate().map(|(place, &vertex)| {
            let near = links.of(vertex);
            let sum: u64 = near.iter().map(|&vertex| u64::from(levels.place[vertex as usize])).sum();
            let mean = if near.is_empty() {
                (place as f32 + 0.5) * own
            } else {
                (sum as f32 / near.len() as f32 + 0.5) * scale
            };
            // The bits of floats that are not negative ascend with their values.
            u64::from(mean.to_bits()) << 32 | place as u64
        }));
        self.keys.sort_unstable();
        for (slot, &key) in levels.order[range].iter_mut().zip(&self.keys) {
            *slot = self.row[(key & u64::from(u32::MAX)) as usize];
        }
        levels.number(layer);
    }
}

/// Counts crossings between two neighbouring layers.
#[derive(Debug, Default)]
pub(super) struct Counter {
    tree: Vec<u32>,
}

impl Counter {
    /// Crossings between layer `layer` and the next one.
    pub(super) fn count(&mut self, levels: &Levels, layer: usize) -> u64 {
        let width = levels.range(layer + 1).len();
        self.tree.clear();
        self.tree.resize(width + 1, 0);
        let (mut crossings, mut seen) = (0_u64, 0_u32);
        for &vertex in levels.row(layer) {
            let near = levels.below.of(vertex);
            for &other in near {
                crossings += u64::from(seen - self.up_to(levels.place[other as usize]));
            }
            for &other in near {
                self.add(levels.place[other as usize]);
            }
            seen += near.len() as u32;
        }
        crossings
    }

    /// How many arrived at places up to `place`.
    fn up_to(&self, place: u32) -> u32 {
        let (mut index, mut sum) = (place as usize + 1, 0);
        while index > 0 {
            sum += self.tree[index];
            index &= index - 1;
        }
        sum
    }

    fn add(&mut self, place: u32) {
        let mut index = place as usize + 1;
        while let Some(slot) = self.tree.get_mut(index) {
            *slot += 1;
            index += index & index.wrapping_neg();
        }
    }
}
