use release_atlas::graph::{
    Direction, Graph, Kinds, NodeId, NodeKind, Scratch, condense, count_paths, nearest, neighbourhood, reach,
    reduce, root_causes, shortest, shortest_paths,
};

use crate::builder::{customization, manifest, page, release};
use crate::world::{bare, find, graph, release_id};

/// A ladder of diamonds: each step doubles the ways.
fn diamonds(steps: u32) -> Graph {
    let pairs: Vec<(u32, u32)> = (0..steps)
        .flat_map(|step| {
            let top = 3 * step;
            [(top, top + 1), (top, top + 2), (top + 1, top + 3), (top + 2, top + 3)]
        })
        .collect();
    bare(3 * steps + 1, &pairs)
}

fn count(graph: &Graph, from: u32, to: u32) -> release_atlas::graph::PathCount {
    count_paths(graph, &condense(graph, Kinds::DEPENDS_ON), NodeId(from), NodeId(to), Kinds::DEPENDS_ON)
}

#[test]
fn everything_that_needs_a_release_is_found_at_its_distance() {
    let graph = graph([page([
        release("app").depends_on("mid").closed(),
        release("mid").depends_on("lib").closed(),
        release("tool").depends_on("lib").closed(),
        release("lib").closed(),
    ])
    .text()]);
    let blast =
        reach(&graph, &mut Scratch::default(), release_id(&graph, "lib"), Direction::Up, Kinds::NEEDS, None);
    let ids = |nodes: &[NodeId]| -> Vec<&str> {
        nodes.iter().map(|node| graph.node(*node).expect("a node").key.id.as_str()).collect()
    };
    assert_eq!(blast.count(), 3);
    assert_eq!(ids(blast.at_depth(1)), ["mid", "tool"]);
    assert_eq!(ids(blast.at_depth(2)), ["app"]);
}

#[test]
fn depth_ends_a_walk() {
    let graph = diamonds(3);
    let near = reach(&graph, &mut Scratch::default(), NodeId(0), Direction::Down, Kinds::NEEDS, Some(1));
    assert_eq!(near.nodes, [NodeId(0), NodeId(1), NodeId(2)]);
    let none = reach(&graph, &mut Scratch::default(), NodeId(0), Direction::Down, Kinds::NEEDS, Some(0));
    assert_eq!(none.nodes, [NodeId(0)]);
}

#[test]
fn siblings_are_no_neighbours() {
    let graph = bare(3, &[(0, 2), (1, 2)]);
    let around = neighbourhood(
        &graph,
        &mut Scratch::default(),
        NodeId(0),
        &[Direction::Down, Direction::Up],
        Kinds::NEEDS,
        2,
    );
    assert_eq!(around, [NodeId(0), NodeId(2)]);
}

#[test]
fn replacement_is_no_part_of_a_blast_radius() {
    let graph = graph([manifest().carries("5.2.0.0", &["b1"]).recalls(&["b1"], &["b2"], "READY").text()]);
    let replacement = find(&graph, NodeKind::Bundle, "b2");
    let blast = reach(&graph, &mut Scratch::default(), replacement, Direction::Up, Kinds::NEEDS, None);
    assert_eq!(blast.count(), 0);
}

#[test]
fn every_hop_of_the_shortest_way_has_its_place() {
    let graph = graph([
        release("app").depends_on(release("mid").closed()).closed().text(),
        release("mid").depends_on(release("lib").closed()).closed().text(),
    ]);
    let [app, lib] = ["app", "lib"].map(|id| release_id(&graph, id));
    let path = shortest(&graph, &mut Scratch::default(), app, lib, Kinds::NEEDS).expect("a way");
    let documents: Vec<Option<u32>> =
        path.places(&graph).into_iter().map(|place| place.map(|place| place.source.0)).collect();
    assert_eq!(documents, [Some(0), Some(1)]);
}

#[test]
fn there_is_no_way_against_the_edges() {
    let graph = bare(2, &[(0, 1)]);
    assert!(shortest(&graph, &mut Scratch::default(), NodeId(1), NodeId(0), Kinds::NEEDS).is_none());
    let up = nearest(&graph, &mut Scratch::default(), NodeId(1), Direction::Up, Kinds::NEEDS, |node| {
        node == NodeId(0)
    });
    assert_eq!(up.expect("a way").nodes, [NodeId(1), NodeId(0)]);
}

#[test]
fn diamonds_with_two_to_the_thirtieth_ways_are_counted_exactly() {
    assert_eq!(count(&diamonds(30), 0, 90).count, 1 << 30);
}

#[test]
fn more_ways_than_can_be_counted_are_said_to_be_more() {
    let counted = count(&diamonds(200), 0, 600);
    assert!(counted.is_saturated);
    assert_eq!(counted.count, u128::MAX);
}

#[test]
fn cycle_on_the_way_is_said() {
    let graph = bare(4, &[(0, 1), (1, 2), (2, 1), (2, 3)]);
    let counted = count(&graph, 0, 3);
    assert!(counted.passes_cycle);
    assert_eq!(counted.count, 1);
}

#[test]
fn chain_of_five_thousand_is_walked_without_recursion() {
    let chain: Vec<(u32, u32)> = (0..5000).map(|at| (at, at + 1)).collect();
    let graph = bare(5001, &chain);
    assert_eq!(count(&graph, 0, 5000).count, 1);
    let paths =
        shortest_paths(&graph, &condense(&graph, Kinds::NEEDS), NodeId(0), NodeId(5000), Kinds::NEEDS, 10);
    assert_eq!(paths.paths.len(), 1);
    assert_eq!(reduce(&graph, &condense(&graph, Kinds::DEPENDS_ON)).implied, []);
}

#[test]
fn edge_that_a_longer_way_implies_is_not_drawn() {
    let graph = bare(3, &[(0, 1), (1, 2), (0, 2)]);
    let reduction = reduce(&graph, &condense(&graph, Kinds::DEPENDS_ON));
    let implied: Vec<_> = reduction.implied.iter().map(|edge| graph.edges[edge.0 as usize].to).collect();
    assert_eq!(implied, [NodeId(2)]);
}

#[test]
fn customization_of_a_dependency_is_drawn_though_it_customizes_the_dependant_too() {
    let graph = graph([
        page([release("app").depends_on("lib").closed(), release("lib").closed()]).text(),
        customization("c").succeeded("app").succeeded("lib").text(),
    ]);
    assert_eq!(reduce(&graph, &condense(&graph, Kinds::DEPENDS_ON)).implied, []);
}

#[test]
fn edges_of_a_cycle_are_all_drawn() {
    let graph = bare(3, &[(0, 1), (1, 0), (1, 2), (0, 2)]);
    let reduction = reduce(&graph, &condense(&graph, Kinds::DEPENDS_ON));
    assert_eq!(reduction.kept.len(), 4);
}

#[test]
fn failure_that_another_failure_explains_is_no_root_cause() {
    let graph = graph([
        release("app").depends_on(release("lib").closed()).closed().text(),
        customization("c").failed("app", "").failed("lib", "").text(),
    ]);
    let condensation = condense(&graph, Kinds::NEEDS);
    let failed = |node: NodeId| graph.nodes[node.0 as usize].status == release_atlas::graph::Status::Failed;
    assert_eq!(root_causes(&condensation, failed), [release_id(&graph, "lib")]);
}
