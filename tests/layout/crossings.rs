//! Crossings, edge length and area of a fixed set of graphs, so that a change for the worse is seen in
//! review (`cargo insta review` shows both sides).

use crate::graphs::{bipartite, grid, line, petersen, releases, request, tree};
use crate::sample::Sample;
use release_atlas::geometry::Point;
use release_atlas::layout::{Effort, Layout, Request, arrange};
use std::fmt::Write as _;

/// Which side of the line through the first two points the third lies on.
fn side(from: Point, to: Point, point: Point) -> f64 {
    let [x, y] = [from.x, from.y].map(f64::from);
    (f64::from(to.x) - x) * (f64::from(point.y) - y) - (f64::from(to.y) - y) * (f64::from(point.x) - x)
}

fn segments_cross(one: &[Point], other: &[Point]) -> bool {
    let apart =
        |from: Point, to: Point, pair: &[Point]| side(from, to, pair[0]) * side(from, to, pair[1]) < 0.0;
    one[0].x.max(one[1].x) >= other[0].x.min(other[1].x)
        && other[0].x.max(other[1].x) >= one[0].x.min(one[1].x)
        && one[0].y.max(one[1].y) >= other[0].y.min(other[1].y)
        && other[0].y.max(other[1].y) >= one[0].y.min(one[1].y)
        && apart(one[0], one[1], other)
        && apart(other[0], other[1], one)
}

/// Crossings of the edges as they are drawn; one crossing of edges that share a node is not counted.
fn crossings(request: &Request, layout: &Layout) -> usize {
    let lines: Vec<&[Point]> = (0..request.edges.len()).map(|edge| line(layout, edge)).collect();
    let spans: Vec<(f32, f32)> = lines
        .iter()
        .map(|line| {
            let along = line.iter().map(|point| point.y);
            (along.clone().fold(f32::MAX, f32::min), along.fold(f32::MIN, f32::max))
        })
        .collect();
    let mut total = 0;
    for (one, &(top, bottom)) in spans.iter().enumerate() {
        for other in one + 1..lines.len() {
            if spans[other].1 < top || bottom < spans[other].0 {
                continue;
            }
            let found: usize = lines[one]
                .windows(2)
                .map(|first| lines[other].windows(2).filter(|second| segments_cross(first, second)).count())
                .sum();
            let (first, second) = (request.edges[one], request.edges[other]);
            let shared = [first.0, first.1].iter().any(|&node| node == second.0 || node == second.1);
            total += found.saturating_sub(usize::from(shared));
        }
    }
    total
}

fn length(layout: &Layout, edges: usize) -> f64 {
    (0..edges)
        .flat_map(|edge| line(layout, edge).windows(2))
        .map(|pair| f64::from(pair[0].distance(pair[1])))
        .sum()
}

#[test]
fn drawings_are_as_good_as_recorded() {
    let graphs = [
        ("tree of 121", 121, tree(121)),
        ("grid of 144", 144, grid(12)),
        ("complete layers of 20", 40, bipartite(20, 20)),
        ("complete layers of 3", 6, bipartite(3, 3)),
        ("Petersen", 10, petersen()),
        ("releases of 60", 60, releases(60)),
        ("releases of 300", 300, releases(300)),
    ];
    let mut table = String::from("graph, effort: crossings, kilopixels of edges, width x height\n");
    for (name, count, edges) in graphs {
        for effort in [Effort::Quick, Effort::Full] {
            let request = Request { effort, ..request(count, edges.clone()) };
            let layout = arrange(&request);
            let _ = writeln!(
                table,
                "{name}, {effort:?}: {}, {:.0}, {:.0} x {:.0}",
                crossings(&request, &layout),
                length(&layout, request.edges.len()) / 1_000.0,
                layout.bounds.width(),
                layout.bounds.height(),
            );
        }
    }
    insta::with_settings!({ snapshot_path => "../golden", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("layout_crossings", table);
    });
}

#[test]
fn the_sample_is_drawn_as_well_as_recorded() {
    let (picture, layout) = Sample::read().picture();
    let found = format!(
        "{} crossings, {:.0} x {:.0}",
        crossings(&picture.request, &layout),
        layout.bounds.width(),
        layout.bounds.height()
    );
    insta::with_settings!({ snapshot_path => "../golden", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("sample_crossings", found);
    });
}

#[test]
fn the_same_request_gives_the_same_bytes_everywhere() {
    let layout = arrange(&request(400, releases(400)));
    let wire = layout.encode();
    let mix = |sum: u64, word: u32| (sum ^ u64::from(word)).wrapping_mul(0x0100_0000_01b3);
    let sum = wire.words.iter().copied().chain(wire.numbers.iter().map(|number| number.to_bits()));
    insta::assert_snapshot!(format!("{:016x}", sum.fold(0xcbf2_9ce4_8422_2325, mix)), @"9dd2d13c123ff564");
}
