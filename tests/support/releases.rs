//! Release-like graphs of any size, the same on every machine.
//!
//! A few base images and common libraries collect a large share of the edges (Zipf), applications have 2 to 15
//! dependencies, everything else 1 to 5, most edges stay inside a product family, and the longest chain is 4 to 12
//! levels deep. Include it in a test crate beside [`super::builder`], whose numbers it uses.
#![allow(dead_code, reason = "each test crate uses its own part")]

use super::builder::Random;

/// A graph as pairs of dependant and dependency.
pub struct ReleaseGraph {
    /// How many releases.
    pub nodes: u32,
    /// Each pair once.
    pub edges: Vec<(u32, u32)>,
}

/// Makes a graph of `nodes` releases and about 2.5 dependencies each.
pub fn release_graph(nodes: u32, seed: u64) -> ReleaseGraph {
    let mut maker = Maker::new(nodes, seed);
    maker.chain_levels();
    maker.add_the_rest(nodes as usize * 5 / 2);
    let edges = (0..nodes).flat_map(|from| maker.out[from as usize].iter().map(move |&to| (from, to)));
    ReleaseGraph { nodes, edges: edges.collect() }
}

/// Ranks with a probability that falls with their power.
struct Zipf(Vec<f64>);

impl Zipf {
    fn new(count: usize, power: f64) -> Self {
        let mut total = 0.0;
        let weights = (1..=count).map(|rank| {
            total += 1.0 / (rank as f64).powf(power);
            total
        });
        Self(weights.collect())
    }

    fn pick(&self, random: &mut Random) -> usize {
        let wanted = unit(random) * self.0.last().copied().unwrap_or(0.0);
        self.0.partition_point(|&sum| sum < wanted).min(self.0.len().saturating_sub(1))
    }
}

/// From 0 up to 1.
fn unit(random: &mut Random) -> f64 {
    (random.next() >> 11) as f64 / (1_u64 << 53) as f64
}

/// 1, 2, 3 … with this mean, at most `most`.
fn geometric(random: &mut Random, mean: f64, most: u32) -> u32 {
    let mut count = 1;
    while count < most && unit(random) > 1.0 / mean {
        count += 1;
    }
    count
}

struct Maker {
    random: Random,
    level: Vec<u32>,
    family: Vec<u32>,
    is_chart: Vec<bool>,
    by_level: Vec<Vec<u32>>,
    popular: Vec<Zipf>,
    by_family: std::collections::BTreeMap<(u32, u32), Vec<u32>>,
    hubs: Vec<u32>,
    hub_rank: Zipf,
    out: Vec<Vec<u32>>,
    count: usize,
}

impl Maker {
    fn new(nodes: u32, seed: u64) -> Self {
        let mut random = Random(seed.wrapping_mul(7919).wrapping_add(u64::from(nodes)));
        let levels =
            ((4.0 + 8.0 / 3.0 * (f64::from(nodes) / 100.0).log10()).round().clamp(4.0, 12.0)) as usize + 1;
        let shares = shares(levels);
        let families = (nodes / 40).max(3);
        let family_rank = Zipf::new(families as usize, 0.6);
        let mut order: Vec<u32> = (0..nodes).collect();
        for at in (1..order.len()).rev() {
            order.swap(at, random.below(at as u32 + 1) as usize);
        }
        let mut maker = Self {
            level: vec![0; nodes as usize],
            family: vec![0; nodes as usize],
            is_chart: vec![false; nodes as usize],
            by_level: vec![Vec::new(); levels],
            popular: Vec::new(),
            by_family: std::collections::BTreeMap::new(),
            hubs: Vec::new(),
            hub_rank: Zipf(Vec::new()),
            out: vec![Vec::new(); nodes as usize],
            count: 0,
            random,
        };
        let mut rest = order.into_iter();
        for (level, share) in shares.into_iter().enumerate() {
            let wanted = (share * f64::from(nodes)).round() as usize;
            let wanted =
                if level + 1 == levels { rest.len() } else { wanted.max(if level == 0 { 2 } else { 1 }) };
            for node in rest.by_ref().take(wanted) {
                let family = family_rank.pick(&mut maker.random) as u32;
                maker.level[node as usize] = level as u32;
                maker.family[node as usize] = family;
                maker.is_chart[node as usize] = level >= 2 && unit(&mut maker.random) < 0.35;
                maker.by_level[level].push(node);
                maker.by_family.entry((family, level as u32)).or_default().push(node);
            }
        }
        maker.hubs = maker.by_level[..2].concat();
        maker.hub_rank = Zipf::new(maker.hubs.len(), 1.05);
        maker.popular = maker.by_level.iter().map(|nodes| Zipf::new(nodes.len(), 0.5)).collect();
        maker
    }

    /// One edge to the level below for everybody, so that the level is the depth.
    fn chain_levels(&mut self) {
        for level in 1..self.by_level.len() as u32 {
            for node in self.by_level[level as usize].clone() {
                let relative =
                    if unit(&mut self.random) < 0.75 { self.relative(node, level - 1) } else { None };
                let other = match relative {
                    Some(other) => other,
                    None if level == 1 => {
                        self.hubs[self.hub_rank.pick(&mut self.random) % self.by_level[0].len()]
                    }
                    None => self.in_level(level - 1),
                };
                self.add(node, other);
            }
        }
    }

    /// The other edges: charts take most of them.
    fn add_the_rest(&mut self, wanted: usize) {
        let nodes = self.level.len() as u32;
        let mut tries = 0;
        while self.count < wanted && tries < wanted * 20 {
            tries += 1;
            let node = self.random.below(nodes);
            let is_chart = self.is_chart[node as usize];
            let level = self.level[node as usize];
            let is_full = self.out[node as usize].len() >= if is_chart { 15 } else { 5 };
            if level == 0 || is_full || (!is_chart && unit(&mut self.random) < 0.6) {
                continue;
            }
            let kind = unit(&mut self.random);
            let other = if kind < 0.3 {
                Some(self.hubs[self.hub_rank.pick(&mut self.random)])
            } else if kind < 0.8 {
                let down = geometric(&mut self.random, 1.7, level);
                self.relative(node, level.saturating_sub(down))
            } else {
                let below = self.random.below(level);
                Some(self.in_level(below))
            };
            if let Some(other) = other.filter(|&other| self.level[other as usize] < level) {
                self.add(node, other);
            }
        }
    }

    fn relative(&mut self, node: u32, level: u32) -> Option<u32> {
        let relatives = self.by_family.get(&(self.family[node as usize], level))?;
        Some(relatives[self.random.below(relatives.len() as u32) as usize])
    }

    fn in_level(&mut self, level: u32) -> u32 {
        self.by_level[level as usize][self.popular[level as usize].pick(&mut self.random)]
    }

    fn add(&mut self, node: u32, other: u32) {
        let out = &mut self.out[node as usize];
        if node != other && !out.contains(&other) {
            out.push(other);
            self.count += 1;
        }
    }
}

/// How many releases each level has: few base images, some libraries, then a hump of consumers.
fn shares(levels: usize) -> Vec<f64> {
    let hump: Vec<f64> = (2..levels)
        .map(|level| {
            0.12 + (std::f64::consts::PI * ((level - 1) as f64 / (levels - 1) as f64).powf(0.7)).sin()
        })
        .collect();
    let total: f64 = hump.iter().sum();
    [0.01, 0.08].into_iter().chain(hump.into_iter().map(|share| share * 0.91 / total)).collect()
}
