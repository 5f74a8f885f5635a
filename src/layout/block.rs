//! Nodes with equal neighbours: they stand side by side and share their lanes.
//!
//! Guarantee: two nodes are in one block exactly if they need the same nodes, are needed by the same nodes
//! and stand in the same layer. Found in O(E + V log V).
//!
//! Ten charts that need only the common library say one thing, ten times. As one block they are moved as
//! one while crossings are taken away, fold into a grid, and their arcs leave in one bundle. No arc is
//! claimed that is not there: each of the block has an arc to each end of the bundle.

use super::adjacency::Adjacency;
use super::fold::Stacks;
use super::levels::Levels;

/// In place of a block where there is none.
const NONE: u32 = u32::MAX;

/// Which vertices have the same neighbours.
#[derive(Clone, Debug, Default)]
pub(super) struct Blocks {
    block: Vec<u32>,
}

impl Blocks {
    /// The blocks of a part with these arcs.
    pub(super) fn new(levels: &Levels, out: &Adjacency, into: &Adjacency) -> Self {
        let mut keys: Vec<(u64, u32)> = (0..out.count() as u32)
            .filter(|&node| out.degree(node) + into.degree(node) > 0)
            .map(|node| (signature(out.of(node)) ^ signature(into.of(node)).rotate_left(32), node))
            .collect();
        keys.sort_unstable();
        let mut block = vec![NONE; levels.order.len()];
        for pair in keys.windows(2) {
            let (one, other) = (pair[0].1, pair[1].1);
            let (first, second) = (levels.vertex(one), levels.vertex(other));
            let equal = pair[0].0 == pair[1].0
                && out.of(one) == out.of(other)
                && into.of(one) == into.of(other)
                && levels.layer(first) == levels.layer(second);
            if equal {
                if block[first as usize] == NONE {
                    block[first as usize] = one;
                }
                block[second as usize] = block[first as usize];
            }
        }
        Self { block }
    }

    /// The blocks as stacks that are moved as one.
    pub(super) fn as_stacks(&self, levels: &Levels) -> Stacks {
        Stacks { stack: self.block.clone(), ..Stacks::free(levels) }
    }

    /// Whether two vertices have the same neighbours.
    pub(super) fn together(&self, one: u32, other: u32) -> bool {
        let block = self.block[one as usize];
        block != NONE && block == self.block[other as usize]
    }

    /// Moves the vertices of each block to where the first of them stands.
    pub(super) fn gather(&self, levels: &mut Levels) {
        let mut first = vec![NONE; self.block.len()];
        let mut keys: Vec<(u32, u32)> = Vec::new();
        for layer in 0..levels.count() {
            let row = levels.row(layer);
            if row.iter().all(|&vertex| self.block[vertex as usize] == NONE) {
                continue;
            }
            keys.clear();
            keys.extend(row.iter().zip(0_u32..).map(|(&vertex, place)| {
                let block = self.block[vertex as usize];
                if block == NONE {
                    return (place, vertex);
                }
                // Blocks are named by a node of theirs, so its number serves as an index.
                let slot = &mut first[block as usize];
                *slot = (*slot).min(place);
                (*slot, vertex)
            }));
            keys.sort_unstable();
            let range = levels.range(layer);
            for (slot, &(_, vertex)) in levels.order[range].iter_mut().zip(&keys) {
                *slot = vertex;
            }
            levels.number(layer);
        }
    }
}

/// A number that equal lists share and others hardly ever do (a polynomial over the integers modulo 2⁶⁴).
fn signature(list: &[u32]) -> u64 {
    list.iter().fold(list.len() as u64, |sum, &node| {
        (sum ^ (sum >> 29)).wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(u64::from(node) + 1)
    })
}
