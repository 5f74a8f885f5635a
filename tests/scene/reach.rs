use std::collections::BTreeSet;

use proptest::prelude::*;
use release_atlas::geometry::{Point, Rect};
use release_atlas::scene::reach::{MOST_LAYERS, Reach, is_drawn, thinning};
use release_atlas::scene::tiles::Sheet;
use release_atlas::scene::{Ink, Scene};

use crate::bench::{grid, scattered};

fn random_scene(nodes: u32, edges: u32) -> Scene {
    grid(nodes, edges, |edge| (scattered(edge) % nodes, scattered(edge + 77_777) % nodes))
}

/// All of a region found, a few edges at a time.
fn found(scene: &Scene, sheet: Sheet, world: Rect) -> Reach {
    let mut reach = Reach::new(scene, sheet, world, 1.0);
    while !reach.is_done(scene) {
        reach.advance(scene, 37);
    }
    reach
}

/// Whether a straight line passes through a rectangle, by looking at many of its points.
fn passes(from: Point, to: Point, rect: Rect) -> bool {
    (0..=400).any(|step| {
        let share = step as f32 / 400.0;
        rect.contains(Point::new(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share))
    })
}

proptest! {
    #[test]
    fn no_tile_misses_an_edge_that_crosses_it(edges in 1_u32..120, scale in 0.05_f32..0.2, x in 0.0_f32..2000.0) {
        let scene = random_scene(150, edges);
        let sheet = Sheet { scale, side: 256 };
        let world = Rect { min: Point::new(x, 0.0), max: Point::new(x + 2500.0, 900.0) };
        let reach = found(&scene, sheet, world);
        for tile in sheet.covering(world) {
            let mut listed = Vec::new();
            reach.edges(tile, |edge| listed.push(edge));
            let once: BTreeSet<u32> = listed.iter().copied().collect();
            prop_assert_eq!(once.len(), listed.len(), "an edge is listed twice");
            for edge in 0..edges {
                let points = scene.edge_points(edge);
                let every = thinning(&scene, scene.edge_look(edge).ink(), scale, MOST_LAYERS);
                let needed = is_drawn(edge, every) && passes(points[0], points[1], sheet.world(tile));
                prop_assert!(!needed || once.contains(&edge), "edge {} misses in {:?}", edge, tile);
            }
        }
    }
}

#[test]
fn edges_drawn_from_afar_are_among_those_drawn_from_near() {
    let scene = random_scene(2_000, 30_000);
    let mut before = 1;
    for scale in [1.0, 0.3, 0.1, 0.03, 0.01] {
        let every = thinning(&scene, Ink::Edge, scale, MOST_LAYERS);
        assert!(every >= before && every.is_power_of_two());
        assert!((0..30_000).all(|edge| !is_drawn(edge, every) || is_drawn(edge, before)));
        before = every;
    }
    assert!(before > 1);
}

#[test]
fn a_thinned_drawing_keeps_its_share_of_the_edges() {
    for every in [2, 8, 64] {
        let drawn = (0..64_000).filter(|edge| is_drawn(*edge, every)).count() as u32;
        let wanted = 64_000 / every;
        assert!(drawn.abs_diff(wanted) < wanted / 5, "{drawn} of {wanted}");
    }
}
