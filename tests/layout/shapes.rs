//! Graphs of a special shape, each of which has broken some layout before.

use crate::graphs::{boxes, overlap, releases, request, strays};
use release_atlas::layout::{Course, Layout, Request, arrange, overview};

fn drawn(request: &Request) -> Layout {
    let layout = arrange(request);
    assert_eq!(strays(request, &layout), Vec::<usize>::new());
    layout
}

fn aspect(layout: &Layout) -> f32 {
    layout.bounds.width() / layout.bounds.height()
}

#[test]
fn empty_graph_gives_an_empty_drawing() {
    let layout = arrange(&Request::default());
    assert!(layout.centers.is_empty());
    assert_eq!(layout.starts, [0]);
}

#[test]
fn chain_of_a_hundred_thousand_is_drawn_without_recursion() {
    let count = 100_000;
    let layout = drawn(&request(count as usize, (1..count).map(|node| (node - 1, node)).collect()));
    assert_eq!(layout.layers.last(), Some(&(count - 1)));
}

#[test]
fn ring_of_a_hundred_thousand_has_one_back_edge() {
    let count = 100_000;
    let layout = drawn(&request(count as usize, (0..count).map(|node| (node, (node + 1) % count)).collect()));
    assert_eq!(layout.courses.iter().filter(|&&course| course == Course::Back).count(), 1);
}

#[test]
fn chain_with_many_long_edges_stays_small() {
    let count = 5_000;
    let chain = (1..count).map(|node| (node - 1, node));
    let long = (0..count / 2).map(|node| (node, count - 1 - node));
    let layout = drawn(&request(count as usize, chain.chain(long).collect()));
    assert!(layout.points.len() < 3_000_000);
}

#[test]
fn star_of_five_thousand_fits_a_screen() {
    let layout = drawn(&request(5_001, (1..=5_000).map(|leaf| (leaf, 0)).collect()));
    assert!((0.33..3.0).contains(&aspect(&layout)), "{}", aspect(&layout));
}

#[test]
fn five_thousand_components_fit_a_screen() {
    let layout = drawn(&request(10_000, (0..5_000).map(|pair| (2 * pair, 2 * pair + 1)).collect()));
    assert!((0.33..3.0).contains(&aspect(&layout)), "{}", aspect(&layout));
}

#[test]
fn complete_layers_are_drawn() {
    let edges = (0..60_u32).flat_map(|from| (60..120).map(move |to| (from, to))).collect();
    assert_eq!(drawn(&request(120, edges)).layers[100], 1);
}

#[test]
fn thirty_diamonds_in_a_row_have_no_crossing_and_ninety_layers_less_thirty() {
    let edges = (0..30_u32).flat_map(|diamond| {
        let top = 3 * diamond;
        [(top, top + 1), (top, top + 2), (top + 1, top + 3), (top + 2, top + 3)]
    });
    assert_eq!(drawn(&request(91, edges.collect())).layers[90], 60);
}

#[test]
fn thousand_releases_fit_a_screen_without_overlap() {
    let request = request(1_000, releases(1_000));
    let layout = drawn(&request);
    assert!((0.33..3.0).contains(&aspect(&layout)), "{}", aspect(&layout));
    let boxes = boxes(&request, &layout);
    for (index, &one) in boxes.iter().enumerate() {
        assert!(boxes[index + 1..].iter().all(|&other| !overlap(one, other)));
    }
}

#[test]
fn edges_to_unknown_nodes_are_kept_as_loops() {
    let layout = arrange(&request(2, vec![(0, 1), (0, 7), (9, 9)]));
    assert_eq!(layout.courses, [Course::Forward, Course::Loop, Course::Loop]);
}

#[test]
fn overview_keeps_groups_apart() {
    let request = request(300, releases(300));
    let groups: Vec<u32> = (0..300).map(|node| node % 7).collect();
    let layout = overview(&request, &groups);
    let boxes = boxes(&request, &layout);
    for (index, &one) in boxes.iter().enumerate() {
        assert!(boxes[index + 1..].iter().all(|&other| !overlap(one, other)));
    }
    assert!((0.33..3.0).contains(&aspect(&layout)), "{}", aspect(&layout));
}
