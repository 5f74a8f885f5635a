//! Which tiles of a drawn sheet the screen needs, and in which order they are to be drawn.
//!
//! A sheet is the world at one scale, cut into square tiles that are drawn once and copied afterwards, so that
//! a pan costs what its newly shown tiles cost. Tiles lie on whole pixels of the device, so a copy is exact.

use crate::geometry::{Point, Rect, Size, Transform};
use crate::order;

use super::camera::Camera;

/// A tile by column and row; tile (0, 0) has its upper left corner at the origin of the world.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tile {
    /// To the right.
    pub column: i32,
    /// Downwards.
    pub row: i32,
}

/// The world at one scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sheet {
    /// Device pixels for each pixel of the world.
    pub scale: f32,
    /// The side of a tile in device pixels.
    pub side: u32,
}

impl Sheet {
    /// From the world to the device pixels of one tile.
    pub fn tile_from_world(self, tile: Tile) -> Transform {
        let side = self.side as f32;
        Transform {
            scale: self.scale,
            shift: Point::new(-tile.column as f32 * side, -tile.row as f32 * side),
        }
    }

    /// The part of the world that a tile shows.
    pub fn world(self, tile: Tile) -> Rect {
        let side = self.side as f32 / self.scale;
        let min = Point::new(tile.column as f32 * side, tile.row as f32 * side);
        Rect { min, max: Point::new(min.x + side, min.y + side) }
    }

    /// The tiles that show a part of the world, nearest to its middle first.
    pub fn covering(self, world: Rect) -> Vec<Tile> {
        let side = self.side as f32 / self.scale;
        let span = |low: f32, high: f32| ((low / side).floor() as i32, (high / side).ceil() as i32);
        let (left, right) = span(world.min.x, world.max.x);
        let (top, bottom) = span(world.min.y, world.max.y);
        let mut tiles: Vec<Tile> = (top..bottom)
            .flat_map(|row| (left..right).map(move |column| Tile { column, row }))
            .take(MOST_TILES)
            .collect();
        let middle = world.center();
        let far = |tile: &Tile| {
            let at = self.world(*tile).center();
            let (x, y) = (at.x - middle.x, at.y - middle.y);
            (x * x + y * y) / side
        };
        order::sort_by(&mut tiles, |one, two| far(one).total_cmp(&far(two)));
        tiles
    }

    /// Where a tile lies on the screen, in whole device pixels: left, top, right, bottom. Neighbours share
    /// their borders at every scale, so no seam shows.
    pub fn placed(self, tile: Tile, camera: Camera, density: f32) -> [i32; 4] {
        let at = camera.screen_from_world();
        let ratio = f64::from(camera.scale) * f64::from(density) / f64::from(self.scale);
        let (x, y) = (f64::from((at.shift.x * density).round()), f64::from((at.shift.y * density).round()));
        let edge =
            |place: i32, shift: f64| (f64::from(place) * f64::from(self.side) * ratio + shift).round() as i32;
        [edge(tile.column, x), edge(tile.row, y), edge(tile.column + 1, x), edge(tile.row + 1, y)]
    }
}

/// No screen needs more.
const MOST_TILES: usize = 1024;

/// The side of a tile in device pixels: about twenty tiles fill a screen, and one is drawn in a few
/// milliseconds.
pub fn tile_side(density: f32) -> u32 {
    if density > 1.5 { 512 } else { 256 }
}

/// The scale at which to draw a sheet while the camera zooms: the next step of a fixed ladder, so that
/// neighbouring frames share their tiles; one step an octave.
pub fn ladder_scale(scale: f32) -> f32 {
    scale.log2().round().exp2()
}

/// The camera snapped so that the world's origin falls on a whole device pixel: a pan then copies tiles
/// without resampling.
pub fn snapped(camera: Camera, density: f32) -> Camera {
    let shift = camera.screen_from_world().shift;
    let whole = |value: f32| (value * density).round() / density;
    let view = camera.view;
    let center = Point::new(
        (view.width / 2.0 - whole(shift.x)) / camera.scale,
        (view.height / 2.0 - whole(shift.y)) / camera.scale,
    );
    Camera { center, ..camera }
}

/// The screen in device pixels.
pub fn device_size(view: Size, density: f32) -> (u32, u32) {
    let pixels = |length: f32| ((length * density).round() as u32).clamp(1, 16_384);
    (pixels(view.width), pixels(view.height))
}

#[cfg(test)]
mod tests {
    use super::*;

    const VIEW: Size = Size { width: 1280.0, height: 800.0 };

    #[test]
    fn tiles_cover_the_screen_and_begin_in_its_middle() {
        let camera = Camera { center: Point::new(-300.0, 777.0), scale: 0.7, view: VIEW };
        let sheet = Sheet { scale: 0.7, side: 256 };
        let tiles = sheet.covering(camera.visible());
        assert!(tiles.len() <= 6 * 5);
        assert!(sheet.world(tiles[0]).contains(camera.center));
        for corner in [camera.visible().min, camera.visible().max, camera.center] {
            assert!(tiles.iter().any(|tile| sheet.world(*tile).contains(corner)));
        }
    }

    #[test]
    fn neighbours_share_their_border_at_any_zoom() {
        let sheet = Sheet { scale: 0.5, side: 256 };
        for scale in [0.31, 0.5, 0.77, 1.4] {
            let camera = Camera { center: Point::new(91.7, -3.3), scale, view: VIEW };
            let one = sheet.placed(Tile { column: -2, row: 3 }, camera, 1.0);
            let two = sheet.placed(Tile { column: -1, row: 3 }, camera, 1.0);
            assert_eq!(one[2], two[0]);
        }
        let camera = Camera { center: Point::new(91.7, -3.3), scale: 0.5, view: VIEW };
        let [left, top, right, bottom] = sheet.placed(Tile { column: 5, row: -1 }, camera, 1.0);
        assert_eq!((right - left, bottom - top), (256, 256));
    }

    #[test]
    fn the_ladder_stays_near_the_scale() {
        for scale in [0.003_f32, 0.1, 0.9, 1.0, 3.1] {
            let ratio = ladder_scale(scale) / scale;
            assert!((0.7..=1.42).contains(&ratio), "{ratio}");
        }
    }
}
