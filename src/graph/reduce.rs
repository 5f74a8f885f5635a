//! Transitive reduction: the drawing without the edges that longer ways imply.
//!
//! Guarantee: exact. On a graph without cycles the kept edges are the one smallest set that leaves every
//! "reaches" as it was (Aho, Garey, Ullman, SIAM J. Comput. 1, 1972). A cycle counts as one node, and
//! the edges within it are all kept. Only dependencies are reduced: that a customization was applied to a release, or
//! that a bundle is carried, follows from nothing else.
//!
//! Cost: the edges to the 128 most needed nodes are decided in one pass with a bit for each. For the others a walk
//! from every node goes down as far as its lowest dependency stands, which on release graphs is not far. The walks share a budget of 64 steps an edge; what they leave undecided on graphs that are made to be
//! hard goes through [`super::sweep`] in blocks of 512 targets, each of at most one pass over the edges.

use super::condense::{Condensation, Lists};
use super::sweep::{BLOCK, Sweep};
use super::{EdgeId, EdgeKind, Graph};

/// What remains of the edges, and what they imply.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reduction {
    /// The edges to draw, sorted; parallel ones are all kept.
    pub kept: Vec<EdgeId>,
    /// The edges that the kept ones imply, sorted.
    pub implied: Vec<EdgeId>,
}

/// Finds the dependencies that others imply.
///
/// `condensation` is that of the same graph along [`super::Kinds::DEPENDS_ON`].
pub fn reduce(graph: &Graph, condensation: &Condensation) -> Reduction {
    let below = condensation.below_lists();
    let implied = implied_between(condensation);
    let mut is_implied = vec![false; graph.edges.len()];
    // For each component: where it stands in the list of the one that is looked at.
    let mut place_of = vec![(u32::MAX, 0); below.len()];
    for component in 0..below.len() as u32 {
        for (place, &child) in (below.start(component)..).zip(below.of(component)) {
            place_of[child as usize] = (component, place);
        }
        for step in condensation.members(component).iter().flat_map(|&node| graph.leaving.steps(node)) {
            let (by, place) = place_of[condensation.component_of[step.node.0 as usize] as usize];
            is_implied[step.edge.0 as usize] =
                step.kind == EdgeKind::DependsOn && by == component && implied[place];
        }
    }
    let (implied, kept) = (0..graph.edges.len() as u32).map(EdgeId).partition(|id| is_implied[id.0 as usize]);
    Reduction { kept, implied }
}

/// For every item of the lists below, whether other items of its list reach it.
fn implied_between(condensation: &Condensation) -> Vec<bool> {
    let below = condensation.below_lists();
    let levels = levels(below);
    let mut implied = vec![false; below.total()];
    let is_hub = imply_hubs(below, &mut implied);
    let undecided = imply_by_search(below, &levels, &is_hub, &mut implied);
    imply_by_sweeps(condensation, &levels, undecided, &mut implied);
    implied
}

/// The longest way down from each component.
fn levels(below: &Lists) -> Vec<u32> {
    let mut levels = vec![0_u32; below.len()];
    for component in 0..below.len() as u32 {
        let deepest = below.of(component).iter().map(|&child| levels[child as usize] + 1).max();
        levels[component as usize] = deepest.unwrap_or(0);
    }
    levels
}

/// How many of the components that most others name are decided at once: one bit for each.
const HUBS: usize = u128::BITS as usize;

/// Decides all edges to hubs in one pass: they stand at the bottom, where walks to them would be long.
fn imply_hubs(below: &Lists, implied: &mut [bool]) -> Vec<bool> {
    let hubs = hubs(below);
    let mut bit = vec![0_u128; below.len()];
    for (place, &hub) in hubs.iter().enumerate() {
        bit[hub as usize] = 1 << place;
    }
    let mut reached = vec![0_u128; below.len()];
    for from in 0..below.len() as u32 {
        let children = below.of(from);
        let far = children.iter().fold(0, |far, &child| far | reached[child as usize]);
        let near = children.iter().fold(0, |near, &child| near | bit[child as usize]);
        reached[from as usize] = far | near;
        for (place, &child) in (below.start(from)..).zip(children) {
            implied[place] = bit[child as usize] & far != 0;
        }
    }
    bit.into_iter().map(|bit| bit != 0).collect()
}

/// The components that most others name.
fn hubs(below: &Lists) -> Vec<u32> {
    let mut named = vec![0_u32; below.len()];
    for component in 0..below.len() as u32 {
        for &child in below.of(component) {
            named[child as usize] += 1;
        }
    }
    let mut order: Vec<u32> = (0..below.len() as u32).collect();
    let key = |&component: &u32| (std::cmp::Reverse(named[component as usize]), component);
    if order.len() > HUBS {
        order.select_nth_unstable_by_key(HUBS, key);
        order.truncate(HUBS);
    }
    order
}

/// How many steps of the search one edge pays for, on average.
const STEPS_PER_EDGE: usize = 64;

/// Walks down from every component as far as its lowest open edge leads. Gives the first component that the
/// budget was not enough for.
fn imply_by_search(below: &Lists, levels: &[u32], is_hub: &[bool], implied: &mut [bool]) -> u32 {
    let mut search = Search {
        below,
        levels,
        is_hub,
        named: vec![(u32::MAX, 0); below.len()],
        seen: vec![u32::MAX; below.len()],
        stack: Vec::new(),
        steps: below.total() * STEPS_PER_EDGE,
    };
    (0..below.len() as u32).find(|&from| !search.decide(from, implied)).unwrap_or(below.len() as u32)
}

struct Search<'a> {
    below: &'a Lists,
    levels: &'a [u32],
    /// The edges to these are decided.
    is_hub: &'a [bool],
    /// For each component: who asked last whether it is implied, and for which item.
    named: Vec<(u32, u32)>,
    /// For each component: whose walk came by last.
    seen: Vec<u32>,
    stack: Vec<u32>,
    steps: usize,
}

impl Search<'_> {
    /// Decides the edges of one component; false if the budget is used up.
    fn decide(&mut self, from: u32, implied: &mut [bool]) -> bool {
        let children = self.below.of(from);
        let level = |component: u32| self.levels[component as usize];
        let Some(highest) = children.iter().map(|&child| level(child)).max() else { return true };
        // Only a child that stands above another can reach it.
        let mut lowest = u32::MAX;
        let mut open = 0;
        for (place, &child) in (self.below.start(from) as u32..).zip(children) {
            if level(child) < highest && !self.is_hub[child as usize] {
                self.named[child as usize] = (from, place);
                lowest = lowest.min(level(child));
                open += 1;
            }
        }
        self.stack.clear();
        self.stack.extend(children.iter().filter(|&&child| level(child) > lowest));
        while let Some(component) = self.stack.pop() {
            for &next in self.below.of(component) {
                let Some(rest) = self.steps.checked_sub(1) else { return false };
                self.steps = rest;
                let (by, place) = self.named[next as usize];
                if by == from {
                    implied[place as usize] = true;
                    self.named[next as usize].0 = u32::MAX;
                    open -= 1;
                }
                if self.levels[next as usize] > lowest && self.seen[next as usize] != from {
                    self.seen[next as usize] = from;
                    self.stack.push(next);
                }
            }
            if open == 0 {
                break;
            }
        }
        true
    }
}

/// Decides the edges from `first` on in blocks of their targets.
fn imply_by_sweeps(condensation: &Condensation, levels: &[u32], first: u32, implied: &mut [bool]) {
    let below = condensation.below_lists();
    let last_source = open_targets(below, levels, first);
    let mut targets: Vec<u32> =
        (0..below.len() as u32).filter(|&to| last_source[to as usize].is_some()).collect();
    if targets.is_empty() {
        return;
    }
    let mut sweep = Sweep::new(condensation);
    sweep.order(&mut targets);
    for block in targets.chunks(BLOCK) {
        let last = block.iter().filter_map(|&to| last_source[to as usize]).max().unwrap_or(0);
        sweep.block(block, last, |columns, from, far, _| {
            let start = below.start(from);
            for (place, &to) in below.of(from).iter().enumerate() {
                if columns.has(far, to) {
                    implied[start + place] = true;
                }
            }
        });
    }
}

/// For each component that an open edge from `first` or later leads to: the last one such an edge comes from.
fn open_targets(below: &Lists, levels: &[u32], first: u32) -> Vec<Option<u32>> {
    let mut last_source = vec![None; below.len()];
    for from in first..below.len() as u32 {
        let children = below.of(from);
        let highest = children.iter().map(|&child| levels[child as usize]).max().unwrap_or(0);
        for &to in children.iter().filter(|&&to| levels[to as usize] < highest) {
            last_source[to as usize] = Some(from);
        }
    }
    last_source
}
