//! Laws that hold for every graph, tried on random ones beside the plainest way to the same answer.

use std::collections::BTreeSet;

use proptest::prelude::*;
use release_atlas::graph::{
    Condensation, Direction, Ends, Graph, Kinds, NodeId, Scratch, condense, count_paths, dependant_counts,
    diff, frontier, most_needed, reach, reduce, root_causes, shortest, shortest_paths,
};

use crate::builder::Random;
use crate::world::bare;

const KINDS: Kinds = Kinds::NEEDS;

fn condensed(graph: &Graph) -> Condensation {
    condense(graph, Kinds::DEPENDS_ON)
}

/// Any graph of up to `most` nodes, with loops and cycles.
fn any_graph(most: u32) -> impl Strategy<Value = Graph> {
    (1..=most).prop_flat_map(|nodes| {
        let pairs = prop::collection::vec((0..nodes, 0..nodes), 0..(3 * nodes as usize));
        pairs.prop_map(move |pairs| bare(nodes, &pairs))
    })
}

/// A graph without cycles.
fn any_dag(most: u32) -> impl Strategy<Value = Graph> {
    (2..=most).prop_flat_map(|nodes| {
        let pairs = prop::collection::vec((0..nodes, 0..nodes), 0..(3 * nodes as usize));
        pairs.prop_map(move |pairs| {
            let down = |&(a, b): &(u32, u32)| (a != b).then_some((a.max(b), a.min(b)));
            bare(nodes, &pairs.iter().filter_map(down).collect::<Vec<_>>())
        })
    })
}

/// What each node reaches over at least one edge, by multiplying until nothing changes.
fn closure(nodes: usize, edges: &[(usize, usize)]) -> Vec<BTreeSet<usize>> {
    let mut reached = vec![BTreeSet::new(); nodes];
    loop {
        let mut has_grown = false;
        for &(from, to) in edges {
            let more: BTreeSet<usize> = reached[to].iter().copied().chain([to]).collect();
            let before = reached[from].len();
            reached[from].extend(more);
            has_grown |= reached[from].len() > before;
        }
        if !has_grown {
            return reached;
        }
    }
}

fn pairs(graph: &Graph) -> Vec<(usize, usize)> {
    graph.edges.iter().map(|edge| (edge.from.0 as usize, edge.to.0 as usize)).collect()
}

fn graph_closure(graph: &Graph) -> Vec<BTreeSet<usize>> {
    closure(graph.nodes.len(), &pairs(graph))
}

/// Every way without a node twice.
fn all_paths(graph: &Graph, from: NodeId, to: NodeId) -> Vec<Vec<NodeId>> {
    let mut open = vec![vec![from]];
    let mut paths = Vec::new();
    while let Some(path) = open.pop() {
        let last = path[path.len() - 1];
        if last == to {
            paths.push(path);
            continue;
        }
        for next in graph.leaving.ends(last, KINDS).filter(|next| !path.contains(next)) {
            open.push(path.iter().copied().chain([next]).collect());
        }
    }
    paths.sort_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
    paths
}

fn assert_is_way(graph: &Graph, path: &release_atlas::graph::Path) {
    assert_eq!(path.edges.len() + 1, path.nodes.len());
    for (pair, edge) in path.nodes.windows(2).zip(&path.edges) {
        let edge = graph.edge(*edge).expect("an edge");
        assert_eq!([edge.from, edge.to], [pair[0], pair[1]]);
    }
}

/// Whether no way is left from the tops to the causes without these nodes.
fn separates(graph: &Graph, without: &BTreeSet<NodeId>, tops: &[NodeId], causes: &[NodeId]) -> bool {
    let mut open: Vec<NodeId> = tops.iter().copied().filter(|top| !without.contains(top)).collect();
    let mut seen: BTreeSet<NodeId> = open.iter().copied().collect();
    while let Some(node) = open.pop() {
        if causes.contains(&node) {
            return false;
        }
        open.extend(
            graph.leaving.ends(node, KINDS).filter(|next| !without.contains(next) && seen.insert(*next)),
        );
    }
    true
}

/// All smallest sets that separate, by trying every set.
fn smallest_cuts(graph: &Graph, tops: &[NodeId], causes: &[NodeId], ends: Ends) -> Vec<BTreeSet<NodeId>> {
    let may_change =
        |node: &NodeId| (ends.tops || !tops.contains(node)) && (ends.causes || !causes.contains(node));
    let nodes: Vec<NodeId> = graph.ids().filter(may_change).collect();
    let sets = (0..1_u32 << nodes.len()).map(|set| {
        (0..nodes.len()).filter(|at| set >> at & 1 == 1).map(|at| nodes[at]).collect::<BTreeSet<_>>()
    });
    let cuts: Vec<_> = sets.filter(|set| separates(graph, set, tops, causes)).collect();
    let least = cuts.iter().map(BTreeSet::len).min().unwrap_or(0);
    cuts.into_iter().filter(|cut| cut.len() == least).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn nodes_are_of_one_component_exactly_if_they_reach_each_other(graph in any_graph(14)) {
        let reached = graph_closure(&graph);
        let component_of = condensed(&graph).component_of;
        for a in 0..graph.nodes.len() {
            for b in 0..graph.nodes.len() {
                let together = a == b || reached[a].contains(&b) && reached[b].contains(&a);
                prop_assert_eq!(component_of[a] == component_of[b], together);
                if reached[a].contains(&b) {
                    prop_assert!(component_of[a] >= component_of[b], "dependencies have smaller numbers");
                }
            }
        }
    }

    #[test]
    fn reduction_keeps_what_reaches_what(graph in any_graph(14)) {
        let reduction = reduce(&graph, &condensed(&graph));
        let all = pairs(&graph);
        let kept: Vec<_> = reduction.kept.iter().map(|edge| all[edge.0 as usize]).collect();
        prop_assert_eq!(closure(graph.nodes.len(), &kept), graph_closure(&graph));
        prop_assert_eq!(reduction.kept.len() + reduction.implied.len(), graph.edges.len());
    }

    #[test]
    fn no_kept_edge_is_implied_by_the_others(graph in any_dag(14)) {
        let reduction = reduce(&graph, &condensed(&graph));
        let all = pairs(&graph);
        for edge in &reduction.kept {
            let others: Vec<_> = reduction.kept.iter().filter(|other| *other != edge).map(|other| all[other.0 as usize]).collect();
            let (from, to) = all[edge.0 as usize];
            prop_assert!(!closure(graph.nodes.len(), &others)[from].contains(&to));
        }
    }

    #[test]
    fn reach_finds_all_at_their_distance(graph in any_graph(14), from in 0..14_u32) {
        let from = NodeId(from % graph.nodes.len() as u32);
        let found = reach(&graph, &mut Scratch::default(), from, Direction::Down, KINDS, None);
        let mut expected = graph_closure(&graph)[from.0 as usize].clone();
        expected.insert(from.0 as usize);
        prop_assert_eq!(found.nodes.iter().map(|node| node.0 as usize).collect::<BTreeSet<_>>(), expected);
        for depth in 0..=found.depth() {
            for &node in found.at_depth(depth) {
                let way = shortest(&graph, &mut Scratch::default(), from, node, KINDS).expect("it was reached");
                prop_assert_eq!(way.edges.len(), depth);
            }
        }
    }

    #[test]
    fn shortest_ways_are_all_ways_in_order_of_length(graph in any_graph(7), from in 0..7_u32, to in 0..7_u32) {
        let count = graph.nodes.len() as u32;
        let (from, to) = (NodeId(from % count), NodeId(to % count));
        let condensation = condensed(&graph);
        let found = shortest_paths(&graph, &condensation, from, to, KINDS, usize::MAX);
        for path in &found.paths {
            assert_is_way(&graph, path);
        }
        prop_assert!(found.is_complete);
        let expected = all_paths(&graph, from, to);
        prop_assert_eq!(found.paths.into_iter().map(|path| path.nodes).collect::<Vec<_>>(), expected.clone());
        let three: Vec<usize> = shortest_paths(&graph, &condensation, from, to, KINDS, 3).paths.iter().map(|path| path.nodes.len()).collect();
        prop_assert_eq!(three, expected.iter().take(3).map(Vec::len).collect::<Vec<_>>());
    }

    #[test]
    fn ways_are_counted_one_by_one(graph in any_dag(9), from in 0..9_u32, to in 0..9_u32) {
        let count = graph.nodes.len() as u32;
        let (from, to) = (NodeId(from % count), NodeId(to % count));
        let counted = count_paths(&graph, &condensed(&graph), from, to, KINDS);
        prop_assert_eq!(counted.count, all_paths(&graph, from, to).len() as u128);
        prop_assert!(!counted.passes_cycle && !counted.is_saturated);
    }

    #[test]
    fn frontier_separates_and_nothing_smaller_does(
        graph in any_graph(8),
        tops in prop::collection::btree_set(0..8_u32, 1..3),
        causes in prop::collection::btree_set(0..8_u32, 1..3),
        ends in prop::sample::select(vec![(true, false), (false, true), (true, true), (false, false)]),
    ) {
        let count = graph.nodes.len() as u32;
        let ids = |numbers: BTreeSet<u32>| -> Vec<NodeId> {
            numbers.into_iter().map(|number| NodeId(number % count)).collect::<BTreeSet<_>>().into_iter().collect()
        };
        let (tops, causes) = (ids(tops), ids(causes));
        let ends = Ends { tops: ends.0, causes: ends.1 };
        let found = frontier(&graph, &tops, &causes, KINDS, ends);
        let cuts = smallest_cuts(&graph, &tops, &causes, ends);
        prop_assert_eq!(found.exists, !cuts.is_empty());
        if found.exists {
            let nodes: BTreeSet<NodeId> = found.nodes.iter().copied().collect();
            prop_assert!(cuts.contains(&nodes), "{:?} is not one of {:?}", nodes, cuts);
            let in_any: BTreeSet<NodeId> = cuts.into_iter().flatten().collect();
            let listed: BTreeSet<NodeId> = found.nodes.into_iter().chain(found.ties).collect();
            prop_assert_eq!(listed, in_any);
        }
    }

    #[test]
    fn root_causes_are_the_failures_without_failures_below(graph in any_graph(12), failed in prop::collection::btree_set(0..12_u32, 0..6)) {
        let is_failed = |node: NodeId| failed.contains(&node.0);
        let condensation = condensed(&graph);
        let reached = graph_closure(&graph);
        let explains = |node: usize, other: &usize| {
            failed.contains(&(*other as u32)) && condensation.component_of[*other] != condensation.component_of[node]
        };
        let expected: Vec<NodeId> = graph
            .ids()
            .filter(|&node| is_failed(node))
            .filter(|node| !reached[node.0 as usize].iter().any(|other| explains(node.0 as usize, other)))
            .collect();
        prop_assert_eq!(root_causes(&condensation, is_failed), expected);
    }

    #[test]
    fn dependants_are_counted_each_once(graph in any_graph(14)) {
        let ids: Vec<NodeId> = graph.ids().collect();
        let counts = dependant_counts(&condensed(&graph), &ids);
        let mut scratch = Scratch::default();
        for (&node, count) in ids.iter().zip(counts) {
            prop_assert_eq!(count, reach(&graph, &mut scratch, node, Direction::Up, KINDS, None).count());
        }
    }

    #[test]
    fn most_needed_are_those_with_the_most_dependants(graph in any_graph(14), most in 1..5_usize) {
        let condensation = condensed(&graph);
        let ids: Vec<NodeId> = graph.ids().collect();
        let mut all: Vec<(NodeId, u32)> = ids.iter().copied().zip(dependant_counts(&condensation, &ids)).collect();
        all.retain(|&(_, count)| count > 0);
        all.sort_by_key(|&(node, count)| (std::cmp::Reverse(count), node));
        all.truncate(most);
        prop_assert_eq!(most_needed(&condensation, most), all);
    }

    #[test]
    fn graph_does_not_differ_from_itself(graph in any_graph(14)) {
        let changes = diff(&graph, &graph);
        prop_assert!(changes.nodes.is_empty() && changes.edges.is_empty());
    }
}

/// A graph without cycles that is larger than a block of the sweep.
fn large(nodes: u32, seed: u64) -> Graph {
    let mut random = Random(seed);
    let pairs: Vec<(u32, u32)> = (1..nodes)
        .flat_map(|from| (0..4).map(move |_| from))
        .map(|from| (from, from - 1 - random.below(from.min(200))))
        .collect();
    bare(nodes, &pairs)
}

#[test]
fn reduction_is_exact_over_many_blocks() {
    let graph = large(1500, 7);
    let reduction = reduce(&graph, &condensed(&graph));
    let all = pairs(&graph);
    let reached = graph_closure(&graph);
    for edge in graph.edges.iter().enumerate() {
        let (from, to) = all[edge.0];
        let other_way =
            graph.leaving.ends(NodeId(from as u32), KINDS).any(|next| reached[next.0 as usize].contains(&to));
        let is_implied =
            reduction.implied.binary_search(&release_atlas::graph::EdgeId(edge.0 as u32)).is_ok();
        assert_eq!(is_implied, other_way, "{from} > {to}");
    }
}

#[test]
fn dependants_are_counted_over_many_blocks() {
    let graph = large(1500, 8);
    let ids: Vec<NodeId> = graph.ids().collect();
    let mut scratch = Scratch::default();
    let expected: Vec<u32> = ids
        .iter()
        .map(|&node| reach(&graph, &mut scratch, node, Direction::Up, KINDS, None).count())
        .collect();
    assert_eq!(dependant_counts(&condensed(&graph), &ids), expected);
}
