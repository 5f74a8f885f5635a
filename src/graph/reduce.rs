//! Transitive reduction: the drawing without the edges that longer ways imply.
//!
//! Guarantee: exact. On a graph without cycles the kept edges are the one smallest set that leaves every
//! "reaches" as it was (Aho, Garey, Ullman, SIAM J. Comput. 1, 1972). A cycle counts as one node, and
//! the edges within it are all kept. Only dependencies are reduced: that a customization was applied to a release, or
//! that a bundle is carried, follows from nothing else.
//!
//! Cost: an edge is at risk only if it spans two levels or more. What a way of two edges implies is found by
//! marking (linear, within a budget); what is left goes through [`super::sweep`] in blocks of 512 targets,
//! each of at most one pass over the edges.

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
    let shortest_open = if imply_over_two_steps(below, &levels, &mut implied) { 2 } else { 1 };
    imply_by_sweeps(condensation, &levels, shortest_open, &mut implied);
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

/// Whether a longer way may exist beside the edge: then there is a level in between.
#[inline]
fn spans(levels: &[u32], from: u32, to: u32) -> bool {
    levels[from as usize] >= levels[to as usize] + 2
}

/// How many steps of the quick search one edge pays for, on average.
const STEPS_PER_EDGE: usize = 16;

/// Marks what a way of exactly two edges implies. False if its budget was used up: the sweeps do the rest.
fn imply_over_two_steps(below: &Lists, levels: &[u32], implied: &mut [bool]) -> bool {
    let mut budget = below.total() * STEPS_PER_EDGE;
    // For each component: who named it last as a child, and where in its list.
    let mut named = vec![(u32::MAX, 0_u32); below.len()];
    for from in 0..below.len() as u32 {
        let children = below.of(from);
        let start = below.start(from);
        let candidates = children.iter().filter(|&&child| spans(levels, from, child));
        let Some(lowest) = candidates.map(|&child| levels[child as usize]).min() else { continue };
        for (place, &child) in children.iter().enumerate() {
            named[child as usize] = (from, (start + place) as u32);
        }
        for &child in children.iter().filter(|&&child| levels[child as usize] > lowest) {
            let grandchildren = below.of(child);
            let Some(rest) = budget.checked_sub(grandchildren.len()) else { return false };
            budget = rest;
            for &grandchild in grandchildren {
                let (by, place) = named[grandchild as usize];
                if by == from {
                    implied[place as usize] = true;
                }
            }
        }
    }
    true
}

/// Decides every edge that is still open; the ways beside it have `shortest_open` edges or more after the first.
fn imply_by_sweeps(condensation: &Condensation, levels: &[u32], shortest_open: u32, implied: &mut [bool]) {
    let below = condensation.below_lists();
    let last_source = open_targets(below, levels, shortest_open, implied);
    let targets: Vec<u32> =
        (0..below.len() as u32).filter(|&to| last_source[to as usize].is_some()).collect();
    let mut sweep = Sweep::new(condensation);
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

/// For each component that an undecided edge leads to: the last component such an edge comes from.
fn open_targets(below: &Lists, levels: &[u32], shortest_open: u32, implied: &[bool]) -> Vec<Option<u32>> {
    let mut last_source = vec![None; below.len()];
    for from in 0..below.len() as u32 {
        let children = below.of(from);
        let start = below.start(from);
        let highest = children.iter().map(|&child| levels[child as usize]).max().unwrap_or(0);
        for (place, &to) in children.iter().enumerate() {
            // Only another child that stands so far above it can reach it.
            let is_open = highest >= levels[to as usize] + shortest_open;
            if is_open && !implied[start + place] && spans(levels, from, to) {
                last_source[to as usize] = Some(from);
            }
        }
    }
    last_source
}
