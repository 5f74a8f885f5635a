use release_atlas::geometry::Point;
use release_atlas::layout::Flow;
use release_atlas::scene::step::{Arrow, nearest, next};
use release_atlas::scene::{Line, Scene, Tone};

use crate::bench::Bench;

/// `app` needs `redis` and `postgres`, both need `base`; `tool` stands alone in the first layer.
fn diamond(flow: Flow) -> Scene {
    Bench::default()
        .flow(flow)
        .release(0, "app", Tone::Ok)
        .release(0, "tool", Tone::Ok)
        .release(1, "redis", Tone::Ok)
        .release(1, "postgres", Tone::Ok)
        .release(2, "base", Tone::Ok)
        .edge(0, 2, Line::Solid)
        .edge(0, 3, Line::Solid)
        .edge(2, 4, Line::Solid)
        .edge(3, 4, Line::Solid)
        .scene()
}

#[test]
fn left_and_right_follow_edges_up_and_down_go_to_siblings() {
    let scene = diamond(Flow::LeftToRight);
    assert_eq!(next(&scene, 0, Arrow::Right), Some(2));
    assert_eq!(next(&scene, 2, Arrow::Down), Some(3));
    assert_eq!(next(&scene, 3, Arrow::Right), Some(4));
    assert_eq!(next(&scene, 4, Arrow::Left), Some(2));
    assert_eq!(next(&scene, 0, Arrow::Down), Some(1));
    assert_eq!(next(&scene, 1, Arrow::Up), Some(0));
}

#[test]
fn the_arrows_turn_with_the_flow() {
    let scene = diamond(Flow::TopToBottom);
    assert_eq!(next(&scene, 0, Arrow::Down), Some(2));
    assert_eq!(next(&scene, 2, Arrow::Right), Some(3));
    assert_eq!(next(&scene, 4, Arrow::Up), Some(2));
}

#[test]
fn where_nothing_lies_no_step_is_made() {
    let scene = diamond(Flow::LeftToRight);
    assert_eq!(next(&scene, 1, Arrow::Right), None);
    assert_eq!(next(&scene, 0, Arrow::Up), None);
    assert_eq!(next(&scene, 99, Arrow::Up), None);
    assert_eq!(next(&Scene::default(), 0, Arrow::Left), None);
}

#[test]
fn a_walk_begins_at_the_node_nearest_to_the_middle_of_the_screen() {
    let scene = diamond(Flow::LeftToRight);
    assert_eq!(nearest(&scene, Point::new(330.0, 70.0)), Some(3));
    assert_eq!(nearest(&Scene::default(), Point::default()), None);
}
