//! Which part of the world the screen shows, and how large.
//!
//! All zooming and panning is arithmetic on this one value; screen space is CSS pixels from the upper left
//! corner of the canvas.

use crate::geometry::{Point, Rect, Size, Transform};

/// The smallest scale: a world of ten million pixels fits a screen.
pub const SMALLEST_SCALE: f32 = 1e-4;

/// The largest scale: larger letters say no more.
pub const LARGEST_SCALE: f32 = 4.0;

/// How large a fitted picture may become: two nodes need not fill a wall.
const LARGEST_FIT: f32 = 1.25;

/// A point of the world in the middle of a screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// The world point in the middle of the screen.
    pub center: Point,
    /// Screen pixels for each pixel of the world.
    pub scale: f32,
    /// The size of the screen, in CSS pixels.
    pub view: Size,
}

impl Default for Camera {
    fn default() -> Self {
        Self { center: Point::default(), scale: 1.0, view: Size { width: 1.0, height: 1.0 } }
    }
}

impl Camera {
    /// The camera that shows the whole rectangle with `padding` screen pixels around it.
    pub fn fitted(world: Rect, view: Size, padding: f32) -> Self {
        let room = |length: f32| (length - 2.0 * padding).max(1.0);
        let across = room(view.width) / world.width().max(1.0);
        let down = room(view.height) / world.height().max(1.0);
        let scale = across.min(down).min(LARGEST_FIT);
        Self { center: world.center(), scale: scale.max(SMALLEST_SCALE), view }
    }

    /// From world to screen.
    pub fn screen_from_world(self) -> Transform {
        let shift = Point::new(
            self.view.width / 2.0 - self.center.x * self.scale,
            self.view.height / 2.0 - self.center.y * self.scale,
        );
        Transform { scale: self.scale, shift }
    }

    /// The screen position of a world point.
    pub fn to_screen(self, world: Point) -> Point {
        Point::new(
            (world.x - self.center.x) * self.scale + self.view.width / 2.0,
            (world.y - self.center.y) * self.scale + self.view.height / 2.0,
        )
    }

    /// The world point below a screen position.
    pub fn to_world(self, screen: Point) -> Point {
        Point::new(
            (screen.x - self.view.width / 2.0) / self.scale + self.center.x,
            (screen.y - self.view.height / 2.0) / self.scale + self.center.y,
        )
    }

    /// The part of the world that is on the screen.
    pub fn visible(self) -> Rect {
        let world = Size { width: self.view.width / self.scale, height: self.view.height / self.scale };
        Rect::around(self.center, world)
    }

    /// Moved so that what was at a screen position is `by` pixels further.
    #[must_use]
    pub fn panned(self, by: Point) -> Self {
        let center = Point::new(self.center.x - by.x / self.scale, self.center.y - by.y / self.scale);
        Self { center, ..self }
    }

    /// Zoomed by a factor, with the world point below `screen` staying there.
    #[must_use]
    pub fn zoomed(self, screen: Point, factor: f32) -> Self {
        let anchor = self.to_world(screen);
        let scale = (self.scale * factor).clamp(SMALLEST_SCALE, LARGEST_SCALE);
        let center = Point::new(
            anchor.x - (screen.x - self.view.width / 2.0) / scale,
            anchor.y - (screen.y - self.view.height / 2.0) / scale,
        );
        Self { center, scale, ..self }
    }

    /// The same look on another size of screen, middle kept.
    #[must_use]
    pub fn resized(self, view: Size) -> Self {
        Self { view, ..self }
    }

    /// The same look on another size of screen, the upper left corner kept: what was in sight there stays.
    #[must_use]
    pub fn uncovered(self, view: Size) -> Self {
        let grown = Point::new(view.width - self.view.width, view.height - self.view.height);
        let center = Point::new(
            self.center.x + grown.x / 2.0 / self.scale,
            self.center.y + grown.y / 2.0 / self.scale,
        );
        Self { center, view, ..self }
    }

    /// Moved as little as is needed for some of `world` to stay in the middle half of the screen.
    #[must_use]
    pub fn clamped(self, world: Rect) -> Self {
        let visible = self.visible();
        let margin = (visible.width() / 4.0, visible.height() / 4.0);
        let within = |value: f32, low: f32, high: f32| value.max(low.min(high)).min(high.max(low));
        let center = Point::new(
            within(self.center.x, world.min.x - margin.0, world.max.x + margin.0),
            within(self.center.y, world.min.y - margin.1, world.max.y + margin.1),
        );
        Self { center, ..self }
    }

    /// Moved as little as is needed to have `world` on the screen with `padding` screen pixels around it;
    /// unmoved if it is there already. What is larger than the screen is put into the middle.
    #[must_use]
    pub fn revealing(self, world: Rect, padding: f32) -> Self {
        let visible = self.visible().grown(-padding / self.scale);
        let shift = |low: f32, high: f32, from: f32, to: f32| {
            if to - from > high - low {
                f32::midpoint(from, to) - f32::midpoint(low, high)
            } else {
                (from - low).min(0.0) + (to - high).max(0.0)
            }
        };
        let by = Point::new(
            shift(visible.min.x, visible.max.x, world.min.x, world.max.x),
            shift(visible.min.y, visible.max.y, world.min.y, world.max.y),
        );
        Self { center: Point::new(self.center.x + by.x, self.center.y + by.y), ..self }
    }

    /// Part of the way to another camera, `share` from 0 to 1; the zoom goes by ratio, so that it looks even.
    #[must_use]
    pub fn toward(self, other: Self, share: f32) -> Self {
        let mix = |from: f32, to: f32| from + (to - from) * share;
        Self {
            center: Point::new(mix(self.center.x, other.center.x), mix(self.center.y, other.center.y)),
            scale: self.scale * (other.scale / self.scale).powf(share),
            view: other.view,
        }
    }
}
