use release_atlas::geometry::{Point, Rect, Size};
use release_atlas::scene::minimap::{Minimap, view_of};
use release_atlas::scene::raster::{Colors, Drawing, Raster, draw};
use release_atlas::scene::{Camera, Line, Overlay, Palette, Role, Tone};

use crate::bench::{Bench, grid, scattered};

const BLACK: [u8; 3] = [0, 0, 0];
const WHITE: [u8; 3] = [255, 255, 255];

fn blank(width: u32, height: u32) -> Raster {
    let mut raster = Raster::new(width, height);
    raster.clear(BLACK);
    raster
}

fn red(raster: &Raster, x: u32, y: u32) -> u8 {
    raster.pixels()[((y * raster.width() + x) * 4) as usize]
}

fn sum(raster: &Raster) -> f64 {
    raster.pixels().chunks(4).map(|pixel| f64::from(pixel[0])).sum::<f64>() / 255.0
}

#[test]
fn a_line_covers_its_length_times_its_width_at_any_slope() {
    for (x, y) in [(80.0, 0.0), (0.0, 80.0), (60.0, 50.0), (-40.0, 70.0), (13.0, -61.0)] {
        for width in [0.8, 1.0, 2.5] {
            let mut raster = blank(200, 200);
            let (from, to) = (Point::new(100.3, 100.6), Point::new(100.3 + x, 100.6 + y));
            raster.count_line(from, to, width, 1);
            raster.shade(WHITE, (1.0, 1.0));
            let wanted = f64::from(from.distance(to) * width);
            let covered = sum(&raster);
            assert!(
                (covered / wanted - 1.0).abs() < 0.08,
                "({x}, {y}) of width {width}: {covered} for {wanted}"
            );
        }
    }
}

#[test]
fn a_line_that_is_cut_in_two_covers_the_same() {
    let (from, to) = (Point::new(10.2, 20.7), Point::new(90.9, 61.1));
    let middle = Point::new(f32::midpoint(from.x, to.x), f32::midpoint(from.y, to.y));
    let mut whole = blank(100, 100);
    whole.count_line(from, to, 1.2, 1);
    whole.shade(WHITE, (1.0, 1.0));
    let mut halves = blank(100, 100);
    halves.count_line(from, middle, 1.2, 1);
    halves.count_line(middle, to, 1.2, 1);
    halves.shade(WHITE, (1.0, 1.0));
    assert!((sum(&whole) - sum(&halves)).abs() < 1.0);
}

#[test]
fn lines_beyond_the_border_cost_nothing_and_harm_nothing() {
    let mut raster = blank(64, 64);
    let far = 1e7;
    raster.count_line(Point::new(-far, -far), Point::new(far, far), 1.0, 1);
    raster.count_line(Point::new(-far, 900.0), Point::new(far, 900.0), 1.0, 1);
    raster.count_line(Point::new(f32::NAN, 0.0), Point::new(3.0, f32::INFINITY), 1.0, 1);
    raster.count_line(Point::new(5.0, 5.0), Point::new(5.0, 5.0), 1.0, 1);
    raster.shade(WHITE, (1.0, 1.0));
    assert!(red(&raster, 31, 31) > 100 && red(&raster, 40, 20) == 0);
}

#[test]
fn many_edges_over_one_another_are_darker_than_one_but_never_flat() {
    let shade_of = |count: usize| {
        let mut raster = blank(20, 20);
        for _ in 0..count {
            raster.count_line(Point::new(0.0, 10.5), Point::new(20.0, 10.5), 1.0, 1);
        }
        raster.shade(WHITE, (0.2, 0.97));
        red(&raster, 10, 10)
    };
    let shades: Vec<u8> = [1, 4, 16, 64, 200].map(shade_of).into();
    assert!(shades.windows(2).all(|pair| pair[0] + 10 < pair[1]), "{shades:?}");
}

#[test]
fn a_failed_release_shows_even_where_nodes_are_smaller_than_a_pixel() {
    let scene = grid(40_000, 0, |_| (0, 0));
    let camera = Camera::fitted(scene.bounds(), Size { width: 300.0, height: 200.0 }, 0.0);
    let mut raster = Raster::new(300, 200);
    let palette = Palette::light();
    let colors = Colors::from(&palette);
    draw(
        &scene,
        Drawing { view: view_of(camera, 1.0), colors: &colors, overlay: None, reach: None },
        &mut raster,
    );
    let failed = palette.rgb(Tone::Failed.ink());
    let shown = raster.pixels().chunks(4).filter(|pixel| pixel[..3] == failed).count();
    assert!(shown > 1_000, "{shown}");
}

#[test]
fn the_same_scene_gives_the_same_pixels() {
    let ends = |edge| (scattered(edge) % 2_000, scattered(edge + 9) % 2_000);
    let picture = || {
        let scene = grid(2_000, 5_000, ends);
        let colors = Colors::from(&Palette::dark());
        Minimap::new(&scene, Size { width: 180.0, height: 120.0 }, 2.0, &colors).raster
    };
    assert_eq!(picture().pixels(), picture().pixels());
    assert_eq!(picture().pixels().len(), 360 * 240 * 4);
}

#[test]
fn what_is_not_lit_fades_and_what_is_lit_stands_out() {
    let scene = Bench::default()
        .release(0, "a", Tone::Failed)
        .release(1, "b", Tone::Failed)
        .release(1, "c", Tone::Failed)
        .edge(0, 1, Line::Solid)
        .edge(0, 2, Line::Solid)
        .scene();
    let camera = Camera::fitted(scene.bounds(), Size { width: 60.0, height: 40.0 }, 2.0);
    let palette = Palette::light();
    let colors = Colors::from(&palette);
    let overlay = Overlay::new([(1, Role::Path)], [(0, Role::Path)], true);
    let mut raster = Raster::new(60, 40);
    draw(
        &scene,
        Drawing { view: view_of(camera, 1.0), colors: &colors, overlay: Some(&overlay), reach: None },
        &mut raster,
    );
    let failed = palette.rgb(Tone::Failed.ink());
    assert!(raster.pixels().chunks(4).all(|pixel| pixel[..3] != failed) || scene.node_count() == 3);
    let path = palette.rgb(Role::Path.ink());
    assert!(raster.pixels().chunks(4).any(|pixel| pixel[..3] == path));
}

#[test]
fn the_minimap_shows_where_the_screen_is() {
    let scene = grid(900, 0, |_| (0, 0));
    let map =
        Minimap::new(&scene, Size { width: 180.0, height: 120.0 }, 1.0, &Colors::from(&Palette::light()));
    let view = Size { width: 1280.0, height: 800.0 };
    let whole = map.frame(Camera::fitted(scene.bounds(), view, 0.0));
    assert!(whole.grown(1.0).contains(Point::new(4.0, 60.0)) || whole.width() >= 170.0);
    let camera = map.looking_at(Camera { view, ..Camera::default() }, Point::new(90.0, 60.0));
    assert!(camera.center.distance(scene.bounds().center()) < 1.0);
    let frame = map.frame(camera);
    assert!(Rect { min: Point::default(), max: Point::new(180.0, 120.0) }.contains(frame.center()));
}
