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

/// A corner of the screen that a minimap can lie in; the lower right one has the buttons.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Corner {
    /// Where it lies unless nodes lie there.
    #[default]
    LowerLeft,
    /// Above it.
    UpperLeft,
    /// Across.
    UpperRight,
}

impl Corner {
    /// Every corner, the usual one first.
    pub const ALL: [Self; 3] = [Self::LowerLeft, Self::UpperLeft, Self::UpperRight];

    /// The word used as a class.
    pub const fn word(self) -> &'static str {
        match self {
            Self::LowerLeft => "lower-left",
            Self::UpperLeft => "upper-left",
            Self::UpperRight => "upper-right",
        }
    }

    /// The corner that hides least: not the selected node, as few as can be of those tied
    /// to it, and as few others. `room` is what the map
    /// takes, its margin included.
    pub fn quietest(scene: &Scene, camera: Camera, room: Size, selected: Option<u32>) -> Self {
        let edges = selected.map(|node| scene.edges_of(node)).unwrap_or_default();
        let is_beside = |node| edges.iter().any(|edge| scene.edge_ends(*edge).contains(&node));
        let hidden = |corner: &Self| {
            let world = camera.screen_from_world().inverse().apply_rect(corner.rect(camera.view, room));
            let mut count = 0_u32;
            scene.nodes_in(world, |node| {
                count += match () {
                    () if Some(node) == selected => 1_000,
                    () if is_beside(node) => 20,
                    () => 1,
                };
            });
            count
        };
        Self::ALL.into_iter().min_by_key(hidden).unwrap_or_default()
    }

    fn rect(self, view: Size, room: Size) -> Rect {
        let (left, top) = match self {
            Self::LowerLeft => (0.0, view.height - room.height),
            Self::UpperLeft => (0.0, 0.0),
            Self::UpperRight => (view.width - room.width, 0.0),
        };
        let min = Point::new(left, top);
        Rect { min, max: Point::new(left + room.width, top + room.height) }
    }
}

/// The view of a camera onto device pixels.
pub fn view_of(camera: Camera, density: f32) -> View {
    let css = camera.screen_from_world();
    let shift = Point::new(css.shift.x * density, css.shift.y * density);
    View { to_surface: crate::geometry::Transform { scale: css.scale * density, shift }, density }
}
