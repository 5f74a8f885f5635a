use std::collections::BTreeSet;

use proptest::prelude::*;
use release_atlas::geometry::{Point, Rect};
use release_atlas::scene::{Line, Link, Overlay, Picked, Role, Scene, Thread, Tone};

use crate::bench::{Bench, grid, scattered};

fn random_scene(nodes: u32, edges: u32) -> Scene {
    grid(nodes, edges, |edge| (scattered(edge) % nodes, scattered(edge + 77_777) % nodes))
}

proptest! {
    #[test]
    fn the_index_finds_exactly_what_a_look_at_everything_finds(
        nodes in 1_u32..300, edges in 0_u32..600,
        x in -500.0_f32..5000.0, y in -500.0_f32..2000.0, width in 0.0_f32..3000.0, height in 0.0_f32..1500.0,
    ) {
        let scene = random_scene(nodes, edges);
        let window = Rect { min: Point::new(x, y), max: Point::new(x + width, y + height) };
        let mut found = Vec::new();
        scene.nodes_in(window, |node| found.push(node));
        let wanted: BTreeSet<u32> = (0..nodes).filter(|node| scene.node_rect(*node).meets(window)).collect();
        prop_assert_eq!(found.len(), wanted.len());
        prop_assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), wanted);

        let mut found = Vec::new();
        scene.edges_in(window, |edge| found.push(edge));
        let wanted: BTreeSet<u32> = (0..edges).filter(|edge| scene.edge_bounds(*edge).meets(window)).collect();
        prop_assert_eq!(found.len(), wanted.len());
        prop_assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), wanted);
    }
}

#[test]
fn a_pick_prefers_the_node_and_then_the_nearest_edge() {
    let scene = Bench::default()
        .release(0, "app", Tone::Ok)
        .release(1, "redis", Tone::Ok)
        .release(1, "postgres", Tone::Ok)
        .edge(0, 1, Line::Solid)
        .edge(0, 2, Line::Solid)
        .scene();
    assert_eq!(scene.pick(scene.node_center(2), 4.0), Some(Picked::Node(2)));
    let end = scene.edge_points(1)[1];
    assert_eq!(scene.pick(Point::new(end.x - 14.0, end.y - 1.0), 6.0), Some(Picked::Edge(1)));
    assert_eq!(scene.pick(Point::new(end.x, end.y + 400.0), 6.0), None);
}

#[test]
fn every_edge_is_listed_at_both_of_its_ends_and_a_loop_once() {
    let scene = Bench::default()
        .release(0, "a", Tone::Ok)
        .release(1, "b", Tone::Ok)
        .edge(0, 1, Line::Solid)
        .edge(1, 0, Line::Solid)
        .edge(0, 0, Line::Solid)
        .scene();
    assert_eq!(scene.edges_of(0), [0, 1, 2]);
    assert_eq!(scene.edges_of(1), [0, 1]);
    assert_eq!(scene.edges_of(2), [0; 0]);
}

#[test]
fn bundled_edges_keep_their_count() {
    let link =
        Link { from: 0, to: 1, thread: Thread::Depends, line: Line::Solid, count: 14, ..Link::default() };
    let scene = Bench::default()
        .release(0, "a", Tone::Ok)
        .release(1, "b", Tone::Ok)
        .edge(0, 1, Line::Solid)
        .link(link)
        .scene();
    assert_eq!((scene.edge_count(0), scene.edge_count(1)), (1, 14));
}

#[test]
fn a_lit_node_lights_what_it_needs_and_what_needs_it() {
    let scene = Bench::default()
        .release(0, "app", Tone::Ok)
        .release(1, "redis", Tone::Ok)
        .release(2, "base", Tone::Ok)
        .edge(0, 1, Line::Solid)
        .edge(1, 2, Line::Solid)
        .scene();
    let overlay = Overlay::around(&scene, 1, Role::Selected, true);
    assert_eq!(overlay.nodes(), [(0, Role::Upstream), (1, Role::Selected), (2, Role::Downstream)]);
    assert_eq!(overlay.edges(), [(0, Role::Upstream), (1, Role::Downstream)]);
}

#[test]
fn a_large_scene_costs_less_than_sixty_bytes_an_edge() {
    let scene = random_scene(20_000, 50_000);
    let each = scene.bytes() as f64 / f64::from(scene.edge_count_all());
    assert!(each < 60.0, "{each} bytes an edge");
}

#[test]
fn what_the_layout_does_not_know_is_left_out_without_harm() {
    let scene = Bench::default().release(0, "a", Tone::Ok).scene();
    assert_eq!(scene.card(0).map(|card| card.name), Some("a"));
    assert_eq!(scene.card(1), None);
    assert!(scene.edge_points(5).is_empty());
    let empty = Scene::default();
    assert_eq!(empty.pick(Point::default(), 5.0), None);
    empty.nodes_in(Rect::default(), |_| panic!("an empty scene has no nodes"));
}
