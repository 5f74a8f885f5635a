use proptest::prelude::*;
use release_atlas::geometry::{Point, Rect, Size};
use release_atlas::scene::Camera;

fn cameras() -> impl Strategy<Value = Camera> {
    (-1e4_f32..1e4, -1e4_f32..1e4, 0.01_f32..4.0, 100.0_f32..3000.0, 100.0_f32..2000.0).prop_map(
        |(x, y, scale, width, height)| Camera {
            center: Point::new(x, y),
            scale,
            view: Size { width, height },
        },
    )
}

fn close(one: Point, two: Point, tolerance: f32) -> bool {
    one.distance(two) <= tolerance
}

proptest! {
    #[test]
    fn world_from_screen_undoes_screen_from_world(camera in cameras(), x in -2e4_f32..2e4, y in -2e4_f32..2e4) {
        let point = Point::new(x, y);
        prop_assert!(close(camera.to_world(camera.to_screen(point)), point, 0.5));
        let seen = camera.screen_from_world().apply(point);
        prop_assert!(close(seen, camera.to_screen(point), 0.5));
    }

    #[test]
    fn zoom_keeps_the_point_under_the_pointer(camera in cameras(), x in 0.0_f32..800.0, y in 0.0_f32..600.0, factor in 0.2_f32..5.0) {
        let screen = Point::new(x, y);
        let zoomed = camera.zoomed(screen, factor);
        let moved = zoomed.to_screen(camera.to_world(screen));
        prop_assert!(close(moved, screen, 0.25), "{moved:?}");
    }

    #[test]
    fn a_pan_moves_the_picture_by_what_the_pointer_moved(camera in cameras(), x in -500.0_f32..500.0, y in -500.0_f32..500.0) {
        let before = camera.to_screen(camera.center);
        let after = camera.panned(Point::new(x, y)).to_screen(camera.center);
        prop_assert!(close(Point::new(after.x - before.x, after.y - before.y), Point::new(x, y), 0.3));
    }

    #[test]
    fn a_fitted_world_is_on_the_screen_with_its_padding(width in 10.0_f32..1e5, height in 10.0_f32..1e5) {
        let world = Rect { min: Point::new(-40.0, 7.0), max: Point::new(width - 40.0, height + 7.0) };
        let camera = Camera::fitted(world, Size { width: 1280.0, height: 800.0 }, 32.0);
        let seen = camera.screen_from_world().apply_rect(world);
        prop_assert!(seen.min.x >= 31.0 && seen.min.y >= 31.0 && seen.max.x <= 1249.0 && seen.max.y <= 769.0, "{seen:?}");
    }

    #[test]
    fn a_clamped_camera_always_shows_some_of_the_world(camera in cameras()) {
        let world = Rect { min: Point::new(-200.0, -100.0), max: Point::new(900.0, 600.0) };
        prop_assert!(camera.clamped(world).visible().meets(world));
        let inside = Camera { center: world.center(), ..camera };
        prop_assert_eq!(inside.clamped(world), inside);
    }

    #[test]
    fn revealing_moves_only_what_is_hidden(camera in cameras(), x in -1e4_f32..1e4, y in -1e4_f32..1e4) {
        let node = Rect::around(Point::new(x, y), Size { width: 20.0, height: 10.0 });
        let revealed = camera.revealing(node, 4.0);
        prop_assert!(revealed.visible().grown(1.0).contains(node.center()));
        prop_assert_eq!(revealed.revealing(node, 2.0).center.distance(revealed.center) < 1.0, true);
    }
}

#[test]
fn two_nodes_do_not_fill_a_wall() {
    let world = Rect { min: Point::default(), max: Point::new(60.0, 40.0) };
    let camera = Camera::fitted(world, Size { width: 1280.0, height: 800.0 }, 32.0);
    assert!(camera.scale <= 1.25);
}
