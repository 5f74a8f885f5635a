//! Points, rectangles and paths, as plain values.
//!
//! World space is the space of the layout: pixels at zoom 1, x to the right, y downwards.
//! Every name that holds a coordinate says its space where two could be meant
//! (`screen_from_world`).

/// A position.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// Pixels to the right.
    pub x: f32,
    /// Pixels downwards.
    pub y: f32,
}

impl Point {
    /// The point `(x, y)`.
    pub const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }

    /// The straight distance to `other`, in pixels.
    pub fn distance(self, other: Self) -> f32 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

/// A width and a height.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// Pixels.
    pub width: f32,
    /// Pixels.
    pub height: f32,
}

/// An axis-parallel rectangle; `min` is its upper left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Upper left corner.
    pub min: Point,
    /// Lower right corner.
    pub max: Point,
}

impl Rect {
    /// The rectangle of a size around a centre.
    pub fn around(center: Point, size: Size) -> Self {
        let (half_width, half_height) = (size.width / 2.0, size.height / 2.0);
        Self {
            min: Point::new(center.x - half_width, center.y - half_height),
            max: Point::new(center.x + half_width, center.y + half_height),
        }
    }

    /// Pixels from left to right.
    pub fn width(self) -> f32 {
        self.max.x - self.min.x
    }

    /// Pixels from top to bottom.
    pub fn height(self) -> f32 {
        self.max.y - self.min.y
    }

    /// The point in the middle.
    pub fn center(self) -> Point {
        Point::new(f32::midpoint(self.min.x, self.max.x), f32::midpoint(self.min.y, self.max.y))
    }

    /// Whether the point lies inside or on the border.
    pub fn contains(self, point: Point) -> bool {
        point.x >= self.min.x && point.x <= self.max.x && point.y >= self.min.y && point.y <= self.max.y
    }

    /// Whether the two share at least a border point.
    pub fn meets(self, other: Self) -> bool {
        self.min.x <= other.max.x
            && other.min.x <= self.max.x
            && self.min.y <= other.max.y
            && other.min.y <= self.max.y
    }

    /// The smallest rectangle that holds both.
    #[must_use]
    pub fn joined(self, other: Self) -> Self {
        Self {
            min: Point::new(self.min.x.min(other.min.x), self.min.y.min(other.min.y)),
            max: Point::new(self.max.x.max(other.max.x), self.max.y.max(other.max.y)),
        }
    }

    /// The same rectangle, `margin` pixels larger on each side.
    #[must_use]
    pub fn grown(self, margin: f32) -> Self {
        Self {
            min: Point::new(self.min.x - margin, self.min.y - margin),
            max: Point::new(self.max.x + margin, self.max.y + margin),
        }
    }
}

/// A uniform scaling followed by a shift: `to = from * scale + shift`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Transform {
    /// Pixels of the target for each pixel of the source; above 0.
    pub scale: f32,
    /// Where the source's origin lands.
    pub shift: Point,
}

impl Default for Transform {
    fn default() -> Self {
        Self { scale: 1.0, shift: Point::default() }
    }
}

impl Transform {
    /// The image of a point.
    pub fn apply(self, point: Point) -> Point {
        Point::new(point.x * self.scale + self.shift.x, point.y * self.scale + self.shift.y)
    }

    /// The transform that undoes this one.
    #[must_use]
    pub fn inverse(self) -> Self {
        Self {
            scale: 1.0 / self.scale,
            shift: Point::new(-self.shift.x / self.scale, -self.shift.y / self.scale),
        }
    }

    /// The image of a rectangle.
    pub fn apply_rect(self, rect: Rect) -> Rect {
        Rect { min: self.apply(rect.min), max: self.apply(rect.max) }
    }
}
