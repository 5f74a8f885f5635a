//! The scene as a stream of shapes: what the canvas of the browser and the SVG writer have in common.
//!
//! A [`Surface`] takes filled and stroked paths and texts, each in an [`Ink`]. [`Batches`] stands before a
//! surface for which a change of style is dear: it puts all shapes of one style into one path.

use std::collections::BTreeMap;

use crate::geometry::{Point, Rect, Transform};

use super::build::Scene;
use super::card::{self, Frame};
use super::curve::{self, Piece};
use super::detail::Detail;
use super::ink::Ink;
use super::look::{Line, Role};
use super::measure::{Face, Measure, short_count};
use super::note;

/// One step of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// Starts a new line.
    Move(Point),
    /// A straight line.
    Line(Point),
    /// A cubic Bézier curve: two control points and the end.
    Cubic(Point, Point, Point),
    /// Back to where the line started.
    Close,
}

/// A path as plain data, in the space of the surface.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Path {
    /// In order.
    pub steps: Vec<Step>,
}

/// How far the control points of a quarter circle stand from its ends, for radius 1.
const ARC: f32 = 0.552_284_8;

impl Path {
    /// A straight line.
    pub fn line(from: Point, to: Point) -> Self {
        Self { steps: vec![Step::Move(from), Step::Line(to)] }
    }

    /// A line through points, open.
    pub fn open(points: &[Point]) -> Self {
        let mut path = Self::default();
        path.through(points);
        path
    }

    /// A closed shape with straight sides.
    pub fn polygon(points: &[Point]) -> Self {
        let mut path = Self::open(points);
        path.steps.push(Step::Close);
        path
    }

    /// A rectangle.
    pub fn rect(rect: Rect) -> Self {
        let Rect { min, max } = rect;
        Self::polygon(&[min, Point::new(max.x, min.y), max, Point::new(min.x, max.y)])
    }

    /// A circle.
    pub fn circle(center: Point, radius: f32) -> Self {
        let around = Rect {
            min: Point::new(center.x - radius, center.y - radius),
            max: Point::new(center.x + radius, center.y + radius),
        };
        Self::rounded(around, [radius; 4])
    }

    /// A rectangle with rounded corners: radii from the upper left one clockwise.
    pub fn rounded(rect: Rect, radii: [f32; 4]) -> Self {
        let Rect { min, max } = rect;
        let mut path = Self::default();
        let [one, two, three, four] = radii;
        path.steps.push(Step::Move(Point::new(min.x + one, min.y)));
        path.corner(Point::new(max.x, min.y), Point::new(-two, 0.0), Point::new(0.0, two));
        path.corner(max, Point::new(0.0, -three), Point::new(-three, 0.0));
        path.corner(Point::new(min.x, max.y), Point::new(four, 0.0), Point::new(0.0, -four));
        path.corner(min, Point::new(0.0, one), Point::new(one, 0.0));
        path.steps.push(Step::Close);
        path
    }

    /// A line to the corner's beginning and a quarter circle to its end, both given from the corner.
    fn corner(&mut self, at: Point, begin: Point, end: Point) {
        let from = |by: Point, share: f32| Point::new(at.x + by.x * share, at.y + by.y * share);
        self.steps.push(Step::Line(from(begin, 1.0)));
        if begin != Point::default() || end != Point::default() {
            self.steps.push(Step::Cubic(from(begin, 1.0 - ARC), from(end, 1.0 - ARC), from(end, 1.0)));
        }
    }

    fn through(&mut self, points: &[Point]) {
        for (place, &point) in points.iter().enumerate() {
            self.steps.push(if place == 0 { Step::Move(point) } else { Step::Line(point) });
        }
    }
}

/// How a path is stroked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pen {
    /// Its colour.
    pub ink: Ink,
    /// Its width in pixels of the surface.
    pub width: f32,
    /// Lengths of dash and gap in pixels of the surface.
    pub dash: Option<[f32; 2]>,
}

impl Pen {
    /// An unbroken pen.
    pub const fn solid(ink: Ink, width: f32) -> Self {
        Self { ink, width, dash: None }
    }
}

/// Where a text's position is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Anchor {
    /// At its left end.
    Start,
    /// In its middle.
    Middle,
    /// At its right end.
    End,
}

/// How and where a text is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Run {
    /// On the base line.
    pub at: Point,
    /// Which kind of text.
    pub face: Face,
    /// Font size in pixels of the surface.
    pub size: f32,
    /// Its colour.
    pub ink: Ink,
    /// What `at` is.
    pub anchor: Anchor,
}

/// The order of things that lie over one another; higher is nearer to the reader.
pub mod depth {
    /// Edges at rest.
    pub const EDGE: u8 = 0;
    /// Arrow heads and bars.
    pub const HEAD: u8 = 1;
    /// Lit edges.
    pub const LIT_EDGE: u8 = 2;
    /// The cards below a folded one.
    pub const STACK: u8 = 3;
    /// Bodies of cards.
    pub const BODY: u8 = 4;
    /// What lies on a body.
    pub const INSIDE: u8 = 5;
    /// Borders.
    pub const BORDER: u8 = 6;
    /// Signs inside icons.
    pub const SIGN: u8 = 7;
    /// Rings of lit nodes.
    pub const RING: u8 = 8;
    /// What lies on a ring.
    pub const BADGE: u8 = 9;
}

/// Whatever shapes can be drawn on. `depth` is one of [`depth`]; a surface may draw in the order of the
/// calls, or all of one depth at once.
pub trait Surface {
    /// Fills a path.
    fn fill(&mut self, depth: u8, path: &Path, ink: Ink);
    /// Strokes a path.
    fn stroke(&mut self, depth: u8, path: &Path, pen: Pen);
    /// Writes a text.
    fn text(&mut self, text: &str, run: Run);
}

/// One style of [`Batches`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Style {
    depth: u8,
    ink: Ink,
    /// Nothing for a fill; else the width, and the dash and gap, in hundredths of a pixel.
    pen: Option<(u32, Option<[u32; 2]>)>,
}

/// Face, size in hundredths of a pixel, ink and anchor of texts.
type Writing = (Face, u32, Ink, Anchor);

/// Collects shapes by style, and texts by face, to draw each style at once.
#[derive(Debug, Default)]
pub struct Batches {
    paths: BTreeMap<Style, Path>,
    texts: BTreeMap<Writing, Vec<(Point, String)>>,
}

impl Batches {
    /// Draws everything that was collected and empties itself, keeping its room.
    pub fn flush(&mut self, surface: &mut impl Surface) {
        for (style, path) in &mut self.paths {
            if path.steps.is_empty() {
                continue;
            }
            match style.pen {
                None => surface.fill(style.depth, path, style.ink),
                Some((width, dash)) => {
                    let pixels = |hundredths: u32| hundredths as f32 / 100.0;
                    let dash = dash.map(|dash| dash.map(pixels));
                    surface.stroke(style.depth, path, Pen { ink: style.ink, width: pixels(width), dash });
                }
            }
            path.steps.clear();
        }
        for (&(face, size, ink, anchor), runs) in &mut self.texts {
            for (at, text) in runs.drain(..) {
                surface.text(&text, Run { at, face, size: size as f32 / 100.0, ink, anchor });
            }
        }
    }
}

fn hundredths(pixels: f32) -> u32 {
    (pixels * 100.0).round() as u32
}

impl Surface for Batches {
    fn fill(&mut self, depth: u8, path: &Path, ink: Ink) {
        let style = Style { depth, ink, pen: None };
        self.paths.entry(style).or_default().steps.extend_from_slice(&path.steps);
    }

    fn stroke(&mut self, depth: u8, path: &Path, pen: Pen) {
        let key = Some((hundredths(pen.width), pen.dash.map(|dash| dash.map(hundredths))));
        let style = Style { depth, ink: pen.ink, pen: key };
        self.paths.entry(style).or_default().steps.extend_from_slice(&path.steps);
    }

    fn text(&mut self, text: &str, run: Run) {
        let key = (run.face, hundredths(run.size), run.ink, run.anchor);
        self.texts.entry(key).or_default().push((run.at, text.to_owned()));
    }
}

/// From world to surface, and how closely to look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// From world to the surface's pixels.
    pub to_surface: Transform,
    /// How many pixels of the surface are one CSS pixel: 2 on a high-density screen.
    pub density: f32,
}

impl View {
    /// World space itself, as an SVG has it.
    pub const WORLD: Self =
        Self { to_surface: Transform { scale: 1.0, shift: Point { x: 0.0, y: 0.0 } }, density: 1.0 };

    /// CSS pixels for each world pixel.
    pub fn scale(self) -> f32 {
        self.to_surface.scale / self.density
    }

    /// The level of detail.
    pub fn detail(self) -> Detail {
        Detail::at(self.scale())
    }
}

/// Draws a node at the view's level of detail.
pub fn node(
    scene: &Scene,
    node: u32,
    role: Option<Role>,
    view: View,
    measure: &impl Measure,
    surface: &mut impl Surface,
) {
    let frame =
        Frame { rect: view.to_surface.apply_rect(scene.node_rect(node)), scale: view.to_surface.scale };
    let Some(card) = scene.card(node) else { return };
    match view.detail() {
        Detail::Cards => card::draw(card, scene.words(), scene.flow(), frame, measure, surface),
        Detail::Labels => card::draw_label(card, frame, view.density, measure, surface),
        Detail::Marks | Detail::Density => {
            // What is too small for a ring is drawn in the ink of its role.
            let small = frame.rect.height() < 4.0 * view.density;
            let ink = role.filter(|_| small).map_or(card.tone.ink(), Role::ink);
            surface.fill(depth::BODY, &Path::rect(at_least(frame.rect, 2.0 * view.density)), ink);
        }
    }
    note::draw(scene, node, view, surface);
    if let Some(role) = role {
        card::draw_ring(card, role, frame, view.density, view.detail(), surface);
    }
}

/// Draws an edge at the view's level of detail; a lit one in the ink of its role.
pub fn edge(scene: &Scene, edge: u32, role: Option<Role>, view: View, surface: &mut impl Surface) {
    let look = scene.edge_look(edge);
    let close = view.detail() >= Detail::Labels;
    let rest = Detail::edge_width(view.scale());
    let width = role.map_or(rest, |role| role.line_width(view.scale()).max(rest)) * view.density;
    let unit = view.to_surface.scale.max(0.5 * view.density);
    let dash = look.line().dash().filter(|_| close).map(|dash| dash.map(|length| length * unit));
    let ink = role.map_or(look.ink(), Role::ink);
    let level = if role.is_some() { depth::LIT_EDGE } else { depth::EDGE };
    surface.stroke(level, &edge_path(scene, edge, view), Pen { ink, width, dash });
    if close {
        let head = if role.is_none() && ink == Ink::Edge { Ink::Edge } else { ink };
        edge_ends(scene, edge, head, level, view, surface);
    }
}

/// The line of an edge.
pub fn edge_path(scene: &Scene, edge: u32, view: View) -> Path {
    let at = |point| view.to_surface.apply(point);
    let points = scene.edge_points(edge);
    let mut path = Path::default();
    let Some(&first) = points.first() else { return path };
    path.steps.push(Step::Move(at(first)));
    if view.detail().curves() {
        curve::pieces(points, scene.flow(), scene.edge_course(edge), |piece| {
            path.steps.push(match piece {
                Piece::Line(to) => Step::Line(at(to)),
                Piece::Cubic(one, two, to) => Step::Cubic(at(one), at(two), at(to)),
            });
        });
    } else {
        path.steps.extend(points[1..].iter().map(|point| Step::Line(at(*point))));
    }
    path
}

/// The arrow head, the bar of a blocked edge, and the count of a bundle of parallel ones.
pub fn edge_ends(scene: &Scene, edge: u32, ink: Ink, level: u8, view: View, surface: &mut impl Surface) {
    let points = scene.edge_points(edge);
    let course = scene.edge_course(edge);
    let (Some(&end), Some(way)) = (points.last(), curve::arrival(points, scene.flow(), course)) else {
        return;
    };
    let unit = view.to_surface.scale.max(0.4 * view.density);
    let tip = view.to_surface.apply(end);
    let level = level.max(depth::HEAD);
    // Where a point lies `back` pixels before the tip and `side` pixels beside the line.
    let beside = |back: f32, side: f32| {
        Point::new(tip.x - (way.x * back + way.y * side) * unit, tip.y - (way.y * back - way.x * side) * unit)
    };
    surface.fill(level, &Path::polygon(&[tip, beside(7.0, 3.2), beside(5.6, 0.0), beside(7.0, -3.2)]), ink);
    if scene.edge_look(edge).line() == Line::Barred {
        let bar = Path::line(beside(12.0, 5.0), beside(12.0, -5.0));
        surface.stroke(level, &bar, Pen::solid(ink, 2.2 * unit));
    }
    let count = scene.edge_count(edge);
    if count > 1 && view.detail() == Detail::Cards {
        edge_count(points, count, view, surface);
    }
}

/// Whether anything that stands at the end or in the middle of an edge lies in a rectangle of the world.
pub fn ends_in(scene: &Scene, edge: u32, world: Rect) -> bool {
    let points = scene.edge_points(edge);
    let is_in = |point: Point| world.contains(point);
    points.last().copied().is_some_and(is_in)
        || (scene.edge_count(edge) > 1 && curve::middle(points).is_some_and(|(point, _)| is_in(point)))
}

fn edge_count(points: &[Point], count: u32, view: View, surface: &mut impl Surface) {
    let Some((middle, _)) = curve::middle(points) else { return };
    let at = view.to_surface.apply(middle);
    let unit = view.to_surface.scale;
    let text = format!("×{}", short_count(count));
    let half = (3.6 * text.chars().count() as f32 + 3.0) * unit;
    let pill = Rect {
        min: Point::new(at.x - half, at.y - 8.0 * unit),
        max: Point::new(at.x + half, at.y + 8.0 * unit),
    };
    let outline = Path::rounded(pill, [8.0 * unit; 4]);
    surface.fill(depth::STACK, &outline, Ink::Canvas);
    surface.stroke(depth::STACK, &outline, Pen::solid(Ink::CardBorder, unit));
    let base = Point::new(at.x, at.y + 4.0 * unit);
    let size = Face::Badge.size() * unit;
    surface.text(&text, Run { at: base, face: Face::Badge, size, ink: Ink::Muted, anchor: Anchor::Middle });
}

/// The rectangle, made at least `side` pixels wide and high around its middle.
pub(super) fn at_least(rect: Rect, side: f32) -> Rect {
    let grow = |length: f32| ((side - length) / 2.0).max(0.0);
    let (x, y) = (grow(rect.width()), grow(rect.height()));
    Rect { min: Point::new(rect.min.x - x, rect.min.y - y), max: Point::new(rect.max.x + x, rect.max.y + y) }
}
