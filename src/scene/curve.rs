//! The course of an edge between the bend points of its route.
//!
//! Along the flow an edge is a monotone cubic (Steffen, "A simple method for monotonic interpolation in one
//! dimension", Astronomy and Astrophysics 239, 1990) with its ends parallel to the flow: it goes through
//! every bend point, and each piece stays inside the box of its two bends, so that an edge which the layout
//! led around a node is still around it. Edges against the flow and loops have their corners rounded.

use crate::geometry::{Point, Rect};
use crate::layout::{Course, Flow};

/// The largest radius of a rounded corner, in world pixels.
const CORNER: f32 = 12.0;

/// A piece of an edge's course: a cubic Bézier curve (Bézier's control points) or a straight line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Piece {
    /// A straight line to the point.
    Line(Point),
    /// A cubic curve: two control points and the end.
    Cubic(Point, Point, Point),
}

/// Hands out the pieces of an edge one after the other; the first starts at the first point.
pub fn pieces(points: &[Point], flow: Flow, course: Course, mut each: impl FnMut(Piece)) {
    if course == Course::Forward && advances(points, flow) {
        monotone(points, flow, &mut each);
    } else {
        rounded(points, &mut each);
    }
}

/// The course as short straight lines, in world space; `tolerance` is the length in world pixels below which
/// a piece is not divided further.
pub fn chords(points: &[Point], flow: Flow, course: Course, tolerance: f32, each: impl FnMut(Point, Point)) {
    chords_within(points, flow, course, tolerance, None, each);
}

/// The same, but what lies wholly outside of a rectangle is passed over.
pub fn chords_within(
    points: &[Point],
    flow: Flow,
    course: Course,
    tolerance: f32,
    within: Option<Rect>,
    mut each: impl FnMut(Point, Point),
) {
    let Some(&first) = points.first() else { return };
    let mut at = first;
    let outside = |one: Point, two: Point| within.is_some_and(|within| misses(one, two, within));
    pieces(points, flow, course, |piece| match piece {
        Piece::Line(to) => {
            if !outside(at, to) {
                each(at, to);
            }
            at = to;
        }
        Piece::Cubic(_, _, to) if outside(at, to) => at = to,
        Piece::Cubic(one, two, to) => {
            let from = at;
            let length = distance(from, to);
            let bend = chord_distance(from, to, one).max(chord_distance(from, to, two));
            let straight = bend < tolerance / 4.0;
            let count = if straight { 1.0 } else { (length / tolerance).sqrt().ceil().clamp(2.0, 24.0) };
            for step in 1..=count as u32 {
                let share = step as f32 / count;
                let next = if share < 1.0 { cubic(from, one, two, to, share) } else { to };
                if !outside(at, next) {
                    each(at, next);
                }
                at = next;
            }
        }
    });
}

/// Whether the box of two points lies wholly outside of a rectangle.
fn misses(one: Point, two: Point, rect: Rect) -> bool {
    one.x.min(two.x) > rect.max.x
        || one.x.max(two.x) < rect.min.x
        || one.y.min(two.y) > rect.max.y
        || one.y.max(two.y) < rect.min.y
}

/// The point at half the length of a route, and the direction there (of length 1).
pub fn middle(points: &[Point]) -> Option<(Point, Point)> {
    let lengths = || points.windows(2).map(|pair| distance(pair[0], pair[1]));
    let mut left = lengths().sum::<f32>() / 2.0;
    for (pair, length) in points.windows(2).zip(lengths()) {
        if length >= left && length > 0.0 {
            let share = left / length;
            let along = Point::new((pair[1].x - pair[0].x) / length, (pair[1].y - pair[0].y) / length);
            let at = Point::new(
                pair[0].x + (pair[1].x - pair[0].x) * share,
                pair[0].y + (pair[1].y - pair[0].y) * share,
            );
            return Some((at, along));
        }
        left -= length;
    }
    None
}

/// The direction in which an edge enters its target, of length 1.
pub fn arrival(points: &[Point], flow: Flow, course: Course) -> Option<Point> {
    let mut at = *points.first()?;
    let mut way = Point::default();
    pieces(points, flow, course, |piece| {
        let (from, to) = match piece {
            Piece::Line(to) => (at, to),
            Piece::Cubic(_, two, to) => (two, to),
        };
        if from != to {
            way = Point::new(to.x - from.x, to.y - from.y);
        }
        at = to;
    });
    let length = (way.x * way.x + way.y * way.y).sqrt();
    (length > 0.0).then(|| Point::new(way.x / length, way.y / length))
}

fn advances(points: &[Point], flow: Flow) -> bool {
    points.windows(2).all(|pair| split(pair[1], flow).0 - split(pair[0], flow).0 > 0.5)
}

/// A point as (along the flow, across it).
const fn split(point: Point, flow: Flow) -> (f32, f32) {
    match flow {
        Flow::LeftToRight => (point.x, point.y),
        Flow::TopToBottom => (point.y, point.x),
    }
}

const fn joined(along: f32, across: f32, flow: Flow) -> Point {
    match flow {
        Flow::LeftToRight => Point::new(along, across),
        Flow::TopToBottom => Point::new(across, along),
    }
}

fn monotone(points: &[Point], flow: Flow, each: &mut impl FnMut(Piece)) {
    let mut slope = 0.0;
    for place in 1..points.len() {
        let from = split(points[place - 1], flow);
        let to = split(points[place], flow);
        let next = points.get(place + 1).map(|point| split(*point, flow));
        let next_slope = next.map_or(0.0, |next| steffen(from, to, next));
        let third = (to.0 - from.0) / 3.0;
        if (to.1 - from.1).abs() < 0.5 && slope == 0.0 && next_slope == 0.0 {
            each(Piece::Line(points[place]));
        } else {
            // Longer handles where the curve is level make the bend rounder; they stay inside the box.
            let reach = |slope: f32| if slope == 0.0 { 1.5 * third } else { third };
            let (out, into) = (reach(slope), reach(next_slope));
            let one = joined(from.0 + out, from.1 + slope * out, flow);
            let two = joined(to.0 - into, to.1 - next_slope * into, flow);
            each(Piece::Cubic(one, two, points[place]));
        }
        slope = next_slope;
    }
}

/// The slope at `at` that keeps both neighbouring pieces monotone.
fn steffen(from: (f32, f32), at: (f32, f32), to: (f32, f32)) -> f32 {
    let (before, after) = (at.0 - from.0, to.0 - at.0);
    let (rise, next) = ((at.1 - from.1) / before, (to.1 - at.1) / after);
    if rise * next <= 0.0 {
        return 0.0;
    }
    let parabola = (rise * after + next * before) / (before + after);
    let steepest = rise.abs().min(next.abs()).min(parabola.abs() / 2.0) * 2.0;
    if steepest < 1e-3 { 0.0 } else { steepest.copysign(rise) }
}

fn rounded(points: &[Point], each: &mut impl FnMut(Piece)) {
    for place in 1..points.len() {
        let (from, corner) = (points[place - 1], points[place]);
        let Some(&to) = points.get(place + 1) else {
            each(Piece::Line(corner));
            return;
        };
        let radius = CORNER.min(distance(from, corner) / 2.0).min(distance(corner, to) / 2.0);
        if radius < 0.5 {
            each(Piece::Line(corner));
            continue;
        }
        let enter = toward(corner, from, radius);
        let leave = toward(corner, to, radius);
        each(Piece::Line(enter));
        // A quadratic curve through the corner, written as a cubic.
        each(Piece::Cubic(toward_share(enter, corner), toward_share(leave, corner), leave));
    }
}

fn toward(from: Point, to: Point, length: f32) -> Point {
    let share = length / distance(from, to).max(f32::MIN_POSITIVE);
    Point::new(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share)
}

fn toward_share(from: Point, to: Point) -> Point {
    Point::new(from.x + (to.x - from.x) * 2.0 / 3.0, from.y + (to.y - from.y) * 2.0 / 3.0)
}

/// The point of a cubic Bézier curve at `t` from 0 to 1.
pub fn cubic(from: Point, one: Point, two: Point, to: Point, t: f32) -> Point {
    let s = 1.0 - t;
    let (a, b, c, d) = (s * s * s, 3.0 * s * s * t, 3.0 * s * t * t, t * t * t);
    Point::new(a * from.x + b * one.x + c * two.x + d * to.x, a * from.y + b * one.y + c * two.y + d * to.y)
}

/// By square root alone, which every platform rounds alike (`hypot` is not), so that a written picture is
/// the same natively and in the browser.
fn distance(from: Point, to: Point) -> f32 {
    let (x, y) = (to.x - from.x, to.y - from.y);
    (x * x + y * y).sqrt()
}

fn chord_distance(from: Point, to: Point, point: Point) -> f32 {
    let length = distance(from, to);
    if length == 0.0 {
        return distance(from, point);
    }
    ((to.x - from.x) * (from.y - point.y) - (from.x - point.x) * (to.y - from.y)).abs() / length
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(points: &[Point], course: Course) -> Vec<Point> {
        let mut ends = Vec::new();
        pieces(points, Flow::LeftToRight, course, |piece| {
            ends.push(match piece {
                Piece::Line(to) | Piece::Cubic(_, _, to) => to,
            });
        });
        ends
    }

    #[test]
    fn a_forward_edge_goes_through_its_bends_and_stays_in_their_boxes() {
        let points = [(0.0, 0.0), (60.0, 40.0), (120.0, 45.0), (260.0, 45.0), (300.0, -80.0)]
            .map(|(x, y)| Point::new(x, y));
        assert_eq!(ends(&points, Course::Forward), points[1..]);
        let mut from = points[0];
        let mut place = 1;
        pieces(&points, Flow::LeftToRight, Course::Forward, |piece| {
            if let Piece::Cubic(one, two, to) = piece {
                for step in 0..=20 {
                    let at = cubic(from, one, two, to, step as f32 / 20.0);
                    let (low, high) = (from.y.min(to.y), from.y.max(to.y));
                    assert!(
                        at.y >= low - 0.01 && at.y <= high + 0.01,
                        "piece {place} leaves its box: {at:?}"
                    );
                }
            }
            from = points[place];
            place += 1;
        });
    }

    #[test]
    fn a_back_edge_has_rounded_corners_and_ends_where_its_route_ends() {
        let points = [(0.0, 0.0), (20.0, 0.0), (20.0, -60.0), (-200.0, -60.0), (-200.0, 0.0)]
            .map(|(x, y)| Point::new(x, y));
        assert_eq!(ends(&points, Course::Back).last(), points.last());
        assert_eq!(arrival(&points, Flow::LeftToRight, Course::Back), Some(Point::new(0.0, 1.0)));
    }

    #[test]
    fn chords_are_one_unbroken_line() {
        let points = [(0.0, 0.0), (80.0, 300.0), (160.0, 20.0)].map(|(x, y)| Point::new(x, y));
        let mut at = points[0];
        chords(&points, Flow::LeftToRight, Course::Forward, 4.0, |from, to| {
            assert_eq!(from, at);
            at = to;
        });
        assert_eq!(at, points[2]);
    }

    #[test]
    fn the_middle_lies_at_half_the_way() {
        let points = [(0.0, 0.0), (10.0, 0.0), (10.0, 30.0)].map(|(x, y)| Point::new(x, y));
        assert_eq!(middle(&points), Some((Point::new(10.0, 10.0), Point::new(0.0, 1.0))));
        assert_eq!(middle(&points[..1]), None);
    }
}
