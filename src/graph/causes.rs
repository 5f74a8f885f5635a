//! Which failures explain the others, and which nodes carry the most.

use super::NodeId;
use super::condense::Condensation;
use super::sweep::{BLOCK, Sweep, Tally};
use crate::order;

/// The marked nodes below which no other marked node stands: the ones to look at first.
///
/// Of marked nodes in one cycle none explains the other, so all of them are roots if nothing below the cycle
/// is marked. `condensation` is that of the same graph. Sorted; linear.
pub fn root_causes(condensation: &Condensation, marked: impl Fn(NodeId) -> bool) -> Vec<NodeId> {
    let mut is_below = vec![false; condensation.len()];
    let mut roots = Vec::new();
    for component in 0..condensation.len() as u32 {
        let is_explained = condensation.below(component).iter().any(|&child| is_below[child as usize]);
        let members = condensation.members(component).iter().filter(|&&node| marked(node));
        is_below[component as usize] = is_explained || members.clone().next().is_some();
        if !is_explained {
            roots.extend(members.copied());
        }
    }
    order::sort(&mut roots);
    roots
}

/// How many nodes need each of `nodes`, directly and through others, itself left out.
///
/// Exact; `condensation` says along which edges. Costs about a pass over the edges above for each 512 nodes.
pub fn dependant_counts(condensation: &Condensation, nodes: &[NodeId]) -> Vec<u32> {
    let component = |node: &NodeId| condensation.component_of.get(node.0 as usize).copied();
    let mut columns: Vec<u32> = nodes.iter().filter_map(component).collect();
    order::sort(&mut columns);
    columns.dedup();
    let counts = counts_above(condensation, &columns);
    let count_of = |component: u32| columns.binary_search(&component).map_or(0, |at| counts[at]);
    nodes.iter().map(|node| component(node).map_or(0, count_of)).collect()
}

/// For each of the components, given in ascending order: how many nodes reach one of its members.
fn counts_above(condensation: &Condensation, columns: &[u32]) -> Vec<u32> {
    let last = (condensation.len() as u32).saturating_sub(1);
    let mut sweep = Sweep::new(condensation);
    let mut counts = Vec::with_capacity(columns.len());
    for block in columns.chunks(BLOCK) {
        let mut tally = Tally::new();
        sweep.block(block, last, |_, component, _, all| {
            tally.add(all, condensation.members(component).len());
        });
        let own = |component: u32| condensation.members(component).len() as u32 - 1;
        counts.extend(
            block.iter().enumerate().map(|(column, &component)| tally.count(column) + own(component)),
        );
    }
    counts
}

/// The nodes that most others need, most needed first, with how many need them; at most `most`.
///
/// Exact. Nothing is needed more than what it needs itself, so counting begins with the sinks and goes on upwards
/// only as far as the bound allows.
pub fn most_needed(condensation: &Condensation, most: usize) -> Vec<(NodeId, u32)> {
    let mut found: Vec<(NodeId, u32)> = Vec::new();
    let mut is_counted = vec![false; condensation.len()];
    let mut wave: Vec<u32> = (0..condensation.len() as u32)
        .filter(|&component| condensation.below(component).is_empty())
        .collect();
    let above = condensation.above();
    while !wave.is_empty() {
        let counts = counts_above(condensation, &wave);
        for (&component, &count) in wave.iter().zip(&counts) {
            is_counted[component as usize] = true;
            found.extend(condensation.members(component).iter().map(|&node| (node, count)));
        }
        order::sort_by_key(&mut found, |&(node, count)| (std::cmp::Reverse(count), node));
        found.truncate(most);
        let least = if found.len() < most { 0 } else { found.last().map_or(0, |&(_, count)| count) };
        let mut next: Vec<u32> = (wave.iter().zip(&counts))
            .filter(|&(_, &count)| count > least)
            .flat_map(|(&component, _)| above.of(component).iter().copied())
            .filter(|&component| !is_counted[component as usize])
            .collect();
        order::sort(&mut next);
        next.dedup();
        wave = next;
    }
    found.retain(|&(_, count)| count > 0);
    found
}
