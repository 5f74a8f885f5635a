//! The whole world on a postcard: pixels for the corner of the screen, and where the screen is in it.

use crate::geometry::{Point, Rect, Size};

use super::build::Scene;
use super::camera::Camera;
use super::paint::View;
use super::raster::{Colors, Drawing, Raster, draw};

/// A small picture of everything.
#[derive(Clone, Debug)]
pub struct Minimap {
    /// Its pixels.
    pub raster: Raster,
    /// The camera that it was taken with; its screen is the minimap.
    pub camera: Camera,
}

impl Minimap {
    /// The picture of a scene in a room of CSS pixels.
    pub fn new(scene: &Scene, room: Size, density: f32, colors: &Colors) -> Self {
        let camera = Camera::fitted(scene.bounds(), room, 3.0);
        let mut raster = Raster::new((room.width * density) as u32, (room.height * density) as u32);
        draw(
            scene,
            Drawing { view: view_of(camera, density), colors, overlay: None, reach: None },
            &mut raster,
        );
        Self { raster, camera }
    }

    /// The frame that shows which part of the world another camera sees, in CSS pixels of the minimap.
    pub fn frame(&self, camera: Camera) -> Rect {
        self.camera.screen_from_world().apply_rect(camera.visible())
    }

    /// The same frame, cut where it leaves a minimap of this size.
    pub fn frame_within(&self, camera: Camera, room: Size) -> Rect {
        let frame = self.frame(camera);
        let within =
            |point: Point| Point::new(point.x.clamp(0.0, room.width), point.y.clamp(0.0, room.height));
        Rect { min: within(frame.min), max: within(frame.max) }
    }

    /// The camera moved so that it looks at a point of the minimap.
    pub fn looking_at(&self, camera: Camera, at: Point) -> Camera {
        Camera { center: self.camera.to_world(at), ..camera }
    }
}

/// The view of a camera onto device pixels.
pub fn view_of(camera: Camera, density: f32) -> View {
    let css = camera.screen_from_world();
    let shift = Point::new(css.shift.x * density, css.shift.y * density);
    View { to_surface: crate::geometry::Transform { scale: css.scale * density, shift }, density }
}
