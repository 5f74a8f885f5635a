//! Questions on release-like graphs of 100,000 nodes and 250,000 edges, and building one from its documents.
#![allow(clippy::expect_used, missing_docs, reason = "a bench may stop; its macros write functions")]

#[path = "../tests/support/builder.rs"]
mod builder;
#[path = "../tests/support/releases.rs"]
mod releases;
#[path = "../tests/support/world.rs"]
mod world;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use release_atlas::graph::{
    Direction, Ends, Failures, Graph, Kinds, NodeId, Scratch, build, condense, count_paths, diff, frontier,
    index, most_needed, reach, reduce, shortest_paths, visible,
};
use release_atlas::manifest::Recalls;
use release_atlas::source::Source;
use release_atlas::verdict::{Board, recalls};
use serde_json::json;

const NODES: u32 = 100_000;

fn big() -> Graph {
    let made = releases::release_graph(NODES, 1);
    world::bare(made.nodes, &made.edges)
}

/// The node that most others need directly.
fn hub(graph: &Graph) -> NodeId {
    graph.ids().max_by_key(|&node| graph.entering.degree(node)).expect("a node")
}

/// The first of the nodes from which the longest way leads to `to`.
fn farthest(graph: &Graph, to: NodeId) -> NodeId {
    let above = reach(graph, &mut Scratch::default(), to, Direction::Up, Kinds::NEEDS, None);
    above.nodes.last().copied().expect("at least itself")
}

fn questions(c: &mut Criterion) {
    let graph = big();
    let condensation = condense(&graph, Kinds::DEPENDS_ON);
    let (hub, mut scratch) = (hub(&graph), Scratch::default());
    let top = farthest(&graph, hub);
    let kinds = Kinds::NEEDS;
    c.bench_function("condense", |b| b.iter(|| condense(black_box(&graph), Kinds::DEPENDS_ON)));
    c.bench_function("reduce", |b| b.iter(|| reduce(black_box(&graph), &condensation)));
    c.bench_function("blast radius of the hub", |b| {
        b.iter(|| reach(&graph, &mut scratch, black_box(hub), Direction::Up, kinds, None).count());
    });
    c.bench_function("path count", |b| {
        b.iter(|| count_paths(&graph, &condensation, black_box(top), hub, kinds));
    });
    c.bench_function("ten shortest paths", |b| {
        b.iter(|| shortest_paths(&graph, &condensation, black_box(top), hub, kinds, 10));
    });
    c.bench_function("minimum cut above the hub", |b| {
        let tops: Vec<NodeId> = graph.ids().filter(|&node| graph.entering.degree(node) == 0).collect();
        b.iter(|| frontier(&graph, black_box(&tops), &[hub], kinds, Ends { tops: true, causes: false }));
    });
    c.bench_function("most needed", |b| b.iter(|| most_needed(&condensation, 20)));
    c.bench_function("visible by text", |b| {
        let filter = release_atlas::graph::Filter { text: "99".to_owned(), ..Default::default() };
        b.iter(|| visible(&graph, &filter, kinds));
    });
    let index = index::<Source>(&graph, &[], &Recalls::default());
    for query in ["9", "product 4", "00099999", "nothing like it"] {
        c.bench_function(&format!("search {query}"), |b| b.iter(|| index.search(black_box(query), 50)));
    }
    c.bench_function("diff", |b| b.iter(|| diff(&graph, black_box(&graph))));
}

/// The same graph as documents: a page of releases that name their dependencies by id, and a customization under
/// which every hundredth failed.
fn documents() -> Vec<Source> {
    let made = releases::release_graph(NODES, 1);
    let id = |number: u32| format!("{number:024x}");
    let mut dependencies: Vec<Vec<serde_json::Value>> = vec![Vec::new(); NODES as usize];
    for (from, to) in made.edges {
        dependencies[from as usize].push(json!({"id": id(to)}));
    }
    let page = builder::page((0..NODES).zip(dependencies).map(|(number, dependencies)| {
        builder::release(&id(number)).with("dependencies", json!(dependencies))
    }));
    let failed = (0..NODES).step_by(100);
    let customization = failed
        .fold(builder::customization("c"), |c, number| c.failed(json!({"id": id(number)}), "TEST_ERROR"));
    world::sources([page.text(), customization.text()])
}

fn building(c: &mut Criterion) {
    let sources = documents();
    let graph = build(&sources, &Failures::default());
    let recalls = recalls(&sources);
    let mut group = c.benchmark_group("documents");
    group.sample_size(10);
    group.bench_function("build", |b| b.iter(|| build(black_box(&sources), &Failures::default())));
    group.bench_function("board", |b| b.iter(|| Board::new(black_box(&graph), &recalls, 0)));
    let board = Board::new(&graph, &recalls, 0);
    let mut scratch = Scratch::default();
    let first = board.verdicts.first().expect("a verdict").node;
    group.bench_function("explain", |b| {
        b.iter(|| board.explain(&graph, &recalls, &mut scratch, black_box(first)));
    });
    group.bench_function("index", |b| b.iter(|| index(&graph, black_box(&sources), &Recalls::default())));
}

criterion_group!(benches, questions, building);
criterion_main!(benches);
