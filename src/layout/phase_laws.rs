//! What each phase guarantees, held against any small graph, each phase alone.

use super::adjacency::Adjacency;
use super::block::Blocks;
use super::fold::Stacks;
use super::levels::Levels;
use super::order::{Counter, Sweeps};
use super::packing::pack;
use super::place::{Alignment, Places};
use super::sift::Sifting;
use super::spacing::Spread;
use super::{Course, Request, acyclic, rank};
use crate::geometry::Size;
use proptest::prelude::*;

/// Arcs from smaller to larger numbers among this many nodes, so that there is no cycle.
fn any_dag() -> impl Strategy<Value = (u32, Vec<(u32, u32)>)> {
    (2_u32..40).prop_flat_map(|count| {
        let arcs = proptest::collection::vec((0..count, 0..count), 1..90);
        (Just(count), arcs.prop_map(|arcs| arcs.into_iter().filter(|arc| arc.0 < arc.1).collect()))
    })
}

fn adjacency(count: u32, arcs: &[(u32, u32)]) -> Adjacency {
    Adjacency::new(count as usize, arcs.iter().copied()).turned().turned().distinct()
}

fn ranked(out: &Adjacency) -> Vec<u32> {
    let into = out.turned();
    rank::ranks(out, &into, &rank::topological(out, &into))
}

fn levels(count: u32, arcs: &[(u32, u32)]) -> Levels {
    let out = adjacency(count, arcs);
    Levels::new(&out, &ranked(&out))
}

fn blocks(count: u32, arcs: &[(u32, u32)], levels: &Levels) -> Blocks {
    let out = adjacency(count, arcs);
    Blocks::new(levels, &out, &out.turned())
}

fn crossings(levels: &Levels) -> u64 {
    let mut counter = Counter::default();
    (1..levels.count()).map(|layer| counter.count(levels, layer - 1)).sum()
}

fn spread(count: u32) -> Spread {
    let sizes =
        (0..count).map(|node| Size { width: 40.0 + (node % 7) as f32 * 20.0, height: 30.0 }).collect();
    Spread::new(&Request { sizes, ..Request::default() }, &(0..count).collect::<Vec<_>>())
}

fn is_permutation(levels: &Levels) -> bool {
    (0..levels.count()).all(|layer| {
        let mut row = levels.row(layer).to_vec();
        row.sort_unstable();
        row.iter().map(|&vertex| vertex as usize).eq(levels.range(layer))
    })
}

/// Whether `to` can be reached from `from`.
fn reaches(out: &Adjacency, from: u32, to: u32) -> bool {
    let mut seen = vec![false; out.count()];
    let mut open = vec![from];
    while let Some(node) = open.pop() {
        if node == to {
            return true;
        }
        if !std::mem::replace(&mut seen[node as usize], true) {
            open.extend_from_slice(out.of(node));
        }
    }
    false
}

proptest! {
    #[test]
    fn turned_edges_lie_on_cycles_and_leave_none(edges in proptest::collection::vec((0_u32..25, 0_u32..25), 0..70)) {
        let courses = acyclic::courses(25, &edges);
        let all = Adjacency::new(25, edges.iter().copied());
        let mut arcs = Vec::new();
        for (&(from, to), course) in edges.iter().zip(&courses) {
            match course {
                Course::Forward => arcs.push((from, to)),
                Course::Back => {
                    prop_assert!(reaches(&all, to, from));
                    arcs.push((to, from));
                }
                Course::Loop => prop_assert_eq!(from, to),
            }
        }
        let out = Adjacency::new(25, arcs.iter().copied());
        prop_assert_eq!(rank::topological(&out, &out.turned()).len(), 25);
    }

    #[test]
    fn arcs_point_to_later_layers_and_no_layer_is_empty((count, arcs) in any_dag()) {
        let ranks = ranked(&adjacency(count, &arcs));
        prop_assert!(arcs.iter().all(|&(tail, head)| ranks[tail as usize] < ranks[head as usize]));
        let last = ranks.iter().copied().max().unwrap_or(0);
        prop_assert!((0..=last).all(|layer| ranks.contains(&layer)));
    }

    #[test]
    fn links_join_neighbouring_layers((count, arcs) in any_dag()) {
        let levels = levels(count, &arcs);
        for (upper, lower) in levels.below.links() {
            prop_assert_eq!(levels.layer(upper) + 1, levels.layer(lower));
        }
        for (arc, &(tail, head)) in levels.arcs.iter().enumerate() {
            let span = levels.layer(levels.vertex(head)) - levels.layer(levels.vertex(tail));
            prop_assert_eq!(levels.waypoints(arc).len() + 1, span);
        }
    }

    #[test]
    fn counted_crossings_are_those_of_a_plain_count((count, arcs) in any_dag()) {
        let levels = levels(count, &arcs);
        let links: Vec<(u32, u32)> = levels.below.links().collect();
        let place = |vertex: u32| levels.place[vertex as usize];
        let crossed = |one: &(u32, u32), other: &(u32, u32)| {
            levels.layer(one.0) == levels.layer(other.0)
                && place(one.0) < place(other.0)
                && place(one.1) > place(other.1)
        };
        let plain = links.iter().flat_map(|one| links.iter().filter(move |other| crossed(one, other)));
        prop_assert_eq!(crossings(&levels), plain.count() as u64);
    }

    #[test]
    fn sweeps_keep_the_best_order_they_met((count, arcs) in any_dag()) {
        let mut swept = levels(count, &arcs);
        let mut once = levels(count, &arcs);
        Sweeps::new(8, true).work(&mut swept, &mut i64::MAX.clone());
        Sweeps::new(1, false).work(&mut once, &mut i64::MAX.clone());
        prop_assert!(crossings(&swept) <= crossings(&once));
        prop_assert!(is_permutation(&swept));
    }

    #[test]
    fn sifting_never_adds_a_crossing((count, arcs) in any_dag()) {
        let mut levels = levels(count, &arcs);
        let before = crossings(&levels);
        let stacks = Stacks::free(&levels);
        Sifting::new(2, 10).work(&mut levels, &stacks, &mut i64::MAX.clone());
        prop_assert!(crossings(&levels) <= before);
        prop_assert!(is_permutation(&levels));
    }

    #[test]
    fn stacks_are_runs_no_higher_than_the_rows_of_their_layer((count, arcs) in any_dag(), ratio in 0.2_f64..5.0) {
        let mut levels = levels(count, &arcs);
        let blocks = blocks(count, &arcs, &levels);
        let stacks = Stacks::fold(&mut levels, &blocks, &spread(count), ratio);
        prop_assert!(is_permutation(&levels));
        for layer in 0..levels.count() {
            let runs = levels.row(layer).chunk_by(|&one, &other| stacks.together(one, other));
            let mut seen = Vec::new();
            for run in runs.filter(|run| !levels.is_waypoint(run[0])) {
                prop_assert!(run.len() <= stacks.rows[layer] as usize);
                prop_assert!(!seen.contains(&stacks.stack[run[0] as usize]));
                seen.push(stacks.stack[run[0] as usize]);
            }
        }
    }

    #[test]
    fn placed_items_keep_their_order_and_their_distance((count, arcs) in any_dag(), rounds in 0_u32..6) {
        let mut levels = levels(count, &arcs);
        let (blocks, spread) = (blocks(count, &arcs, &levels), spread(count));
        let stacks = Stacks::fold(&mut levels, &blocks, &spread, 1.0);
        let mut places = Places::new(&levels, &stacks, &blocks, &spread);
        Alignment::new(rounds).work(&levels, &mut places, &mut i64::MAX.clone());
        for layer in 0..levels.count() {
            let mut right = f64::NEG_INFINITY;
            for stack in levels.row(layer).chunk_by(|&one, &other| stacks.together(one, other)) {
                let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
                for &vertex in stack {
                    let port = places.port(vertex);
                    let half = levels.node(vertex).map_or(0.0, |node| 0.5 * spread.breadth(node));
                    let middle = levels.node(vertex).map_or(port.enter, |node| places.middle(node));
                    low = low.min(port.enter).min(middle - half);
                    high = high.max(port.leave).max(middle + half);
                }
                prop_assert!(low > right - 1.0e-3 || levels.is_waypoint(stack[0]));
                right = high;
            }
            prop_assert!(right <= places.across + 1.0e-3);
        }
    }

    #[test]
    fn packed_boxes_never_overlap(sizes in proptest::collection::vec((1_u16..400, 1_u16..400), 1..40)) {
        let sizes: Vec<(f64, f64)> =
            sizes.into_iter().map(|(width, height)| (f64::from(width), f64::from(height))).collect();
        let corners = pack(&sizes, 1.6);
        for (index, (one, size)) in corners.iter().zip(&sizes).enumerate() {
            for (other, beside) in corners.iter().zip(&sizes).skip(index + 1) {
                let apart = one.0 + size.0 <= other.0
                    || other.0 + beside.0 <= one.0
                    || one.1 + size.1 <= other.1
                    || other.1 + beside.1 <= one.1;
                prop_assert!(apart);
            }
        }
    }
}
