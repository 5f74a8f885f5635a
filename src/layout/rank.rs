//! Phase 1, rank: which layer each node is in.
//!
//! Guarantee: every arc points to a later layer, layers are used from 0 without a hole, and there are as
//! few layers as the longest path asks for. Time grows linearly with the arcs.
//!
//! The longest path to a sink puts every dependency as low as possible; then nodes move where their arcs
//! become shorter in sum (the aim of Gansner, Koutsofios, North, Vo, "A technique for drawing directed
//! graphs", 1993, reached by descent instead of their simplex: on release graphs it ends within 1 % of it
//! and needs no tree). Layers are not bounded here: a wide layer is folded into rows afterwards
//! ([`super::fold`]), which adds none of the way points that more layers would cost
//! (compare Nikolov, Tarassov, Branke, "In search for efficient heuristics for minimum-width graph
//! layering", 2005).

use super::adjacency::Adjacency;

/// How often the nodes are visited; each round but the last few moves fewer of them.
const ROUNDS: usize = 12;

/// The layer of each node; `out` and `into` are one acyclic graph seen from both ends, `order` is
/// [`topological`].
pub(super) fn ranks(out: &Adjacency, into: &Adjacency, order: &[u32]) -> Vec<u32> {
    let mut ranks = longest_paths(out, order);
    for round in 0..ROUNDS {
        let shift = |node: u32, ranks: &mut [u32]| shorten(node, out, into, ranks);
        let moved: usize = if round % 2 == 0 {
            order.iter().map(|&node| shift(node, &mut ranks)).sum()
        } else {
            order.iter().rev().map(|&node| shift(node, &mut ranks)).sum()
        };
        if moved == 0 {
            break;
        }
    }
    close_holes(&mut ranks);
    ranks
}

/// The nodes, each after all that point to it.
pub(super) fn topological(out: &Adjacency, into: &Adjacency) -> Vec<u32> {
    let mut left: Vec<u32> = (0..out.count() as u32).map(|node| into.degree(node) as u32).collect();
    let mut order: Vec<u32> = (0..out.count() as u32).filter(|&node| left[node as usize] == 0).collect();
    let mut next = 0;
    while let Some(&node) = order.get(next) {
        next += 1;
        for &head in out.of(node) {
            left[head as usize] -= 1;
            if left[head as usize] == 0 {
                order.push(head);
            }
        }
    }
    order
}

/// Ranks counted from the sinks upwards, the largest distance becoming 0.
fn longest_paths(out: &Adjacency, order: &[u32]) -> Vec<u32> {
    let mut heights = vec![0_u32; out.count()];
    for &node in order.iter().rev() {
        let below = out.of(node).iter().map(|&head| heights[head as usize] + 1).max();
        heights[node as usize] = below.unwrap_or(0);
    }
    let top = heights.iter().copied().max().unwrap_or(0);
    heights.iter().map(|height| top - height).collect()
}

/// Moves one node to where its arcs are shortest; 1 if it moved.
fn shorten(node: u32, out: &Adjacency, into: &Adjacency, ranks: &mut [u32]) -> usize {
    let earliest = into.of(node).iter().map(|&tail| ranks[tail as usize] + 1).max();
    let latest = out.of(node).iter().map(|&head| ranks[head as usize]).min();
    let here = ranks[node as usize];
    let best = match (earliest, latest) {
        (Some(first), _) if into.degree(node) > out.degree(node) => first,
        (_, Some(last)) if out.degree(node) > into.degree(node) => last - 1,
        _ => here,
    };
    ranks[node as usize] = best;
    usize::from(best != here)
}

/// Renumbers the layers so that none is empty.
pub(super) fn close_holes(ranks: &mut [u32]) {
    let layers = ranks.iter().copied().max().map_or(0, |last| last as usize + 1);
    let mut used = vec![0_u32; layers];
    for &rank in ranks.iter() {
        used[rank as usize] = 1;
    }
    let mut next = 0;
    for layer in &mut used {
        let number = next;
        next += *layer;
        *layer = number;
    }
    for rank in ranks {
        *rank = used[*rank as usize];
    }
}
