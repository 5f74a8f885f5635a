//! The finished parts in one picture.
//!
//! Guarantee: no two parts overlap, the handles of loops and the edges side by side counted; parts of a
//! former drawing stay where they were as far as that allows, new ones are packed below; parallel edges
//! are drawn side by side, each along its own arc.

use super::component::Parts;
use super::packing::pack;
use super::part::Drawn;
use super::spacing::{PART_GAP, aspect, bounded, unworld, world};
use super::{Course, Layout, Request};
use crate::geometry::{Point, Rect};

/// Half of the pixels that parallel edges may spread over; less than a lane keeps clear of nodes.
const SPREAD: f64 = 3.0;

/// The parts and where each of them goes.
pub(super) struct Picture<'a> {
    request: &'a Request,
    parts: &'a Parts,
    drawn: Vec<Drawn>,
    courses: Vec<Course>,
    /// The part that each node is in.
    part_of: Vec<u32>,
    /// How far each edge is set aside because others join the same nodes; empty if none is.
    asides: Vec<f64>,
    /// How far each part is moved, across and along.
    shifts: Vec<(f64, f64)>,
}

impl<'a> Picture<'a> {
    /// Finds a place for each part.
    pub(super) fn new(
        request: &'a Request,
        parts: &'a Parts,
        drawn: Vec<Drawn>,
        courses: Vec<Course>,
    ) -> Self {
        let mut part_of = vec![0; request.sizes.len()];
        for part in 0..parts.count() {
            parts.nodes(part).iter().for_each(|&node| part_of[node as usize] = part as u32);
        }
        let asides = asides(request, parts, &courses);
        let shifts = vec![(0.0, 0.0); parts.count()];
        let mut picture = Self { request, parts, drawn, courses, part_of, asides, shifts };
        let frames = picture.frames();
        let stays: Vec<Option<Point>> = (0..parts.count()).map(|part| picture.stay(part)).collect();
        let corners = arrange_frames(&frames, &stays, aspect(request));
        picture.shifts = (corners.iter().zip(&frames))
            .map(|(corner, frame)| {
                unworld(request.flow, Point::new(corner.x - frame.min.x, corner.y - frame.min.y))
            })
            .collect();
        picture
    }

    /// The drawing of the request.
    pub(super) fn finish(self) -> Layout {
        let count = self.request.sizes.len();
        let mut layout = Layout {
            centers: (0..count as u32).map(|node| self.center(node)).collect(),
            layers: vec![0; count],
            effort: self.request.effort,
            ..Layout::default()
        };
        for (index, drawn) in self.drawn.iter().enumerate() {
            for (&node, &layer) in self.parts.nodes(index).iter().zip(&drawn.layers) {
                layout.layers[node as usize] = layer;
            }
        }
        self.draw_edges(&mut layout);
        layout.bounds = self.bounds(&layout);
        layout.courses = self.courses;
        layout
    }

    /// Where a node stands.
    fn center(&self, node: u32) -> Point {
        let part = self.part_of[node as usize] as usize;
        let (across, along) = self.drawn[part].centers[self.parts.number(node)];
        let shift = self.shifts[part];
        world(self.request.flow, across + shift.0, along + shift.1)
    }

    /// The rectangle around each part where it was drawn.
    fn frames(&self) -> Vec<Rect> {
        let mut frames: Vec<Rect> = (0..self.parts.count()).map(|part| self.frame(part)).collect();
        // Handles of loops and lines set aside are drawn here alone, so the part cannot have counted them.
        let mut line = Vec::new();
        for (edge, &(from, _)) in self.request.edges.iter().enumerate() {
            let is_own = self.courses[edge] != Course::Loop && self.aside(edge) == 0.0;
            let Some(&part) = self.part_of.get(from as usize).filter(|_| !is_own) else { continue };
            self.draw_edge(edge, &mut line);
            let frame = &mut frames[part as usize];
            *frame = line.drain(..).fold(*frame, |frame, min| frame.joined(Rect { min, max: min }));
        }
        frames
    }

    /// The rectangle around what a part itself has drawn.
    fn frame(&self, part: usize) -> Rect {
        let drawn = &self.drawn[part];
        let flow = self.request.flow;
        let nodes = self.parts.nodes(part).iter().zip(&drawn.centers).map(|(&node, center)| {
            Rect::around(world(flow, center.0, center.1), bounded(self.request.sizes[node as usize]))
        });
        let bends = drawn.courses.points.iter().map(|&(across, along)| {
            let point = world(flow, f64::from(across), f64::from(along));
            Rect { min: point, max: point }
        });
        nodes.chain(bends).reduce(Rect::joined).unwrap_or_default()
    }

    /// How far the old nodes of a part would have it moved, if it has any: the median in each direction.
    fn stay(&self, part: usize) -> Option<Point> {
        let moves =
            self.parts.nodes(part).iter().zip(&self.drawn[part].centers).filter_map(|(&node, center)| {
                let former = self.request.former.get(node as usize).copied().flatten()?;
                let now = world(self.request.flow, center.0, center.1);
                (former.x.is_finite() && former.y.is_finite()).then_some((former.x - now.x, former.y - now.y))
            });
        let (mut right, mut down): (Vec<f32>, Vec<f32>) = moves.unzip();
        right.sort_by(f32::total_cmp);
        down.sort_by(f32::total_cmp);
        let middle = right.len() / 2;
        Some(Point::new(*right.get(middle)?, *down.get(middle)?))
    }

    fn draw_edges(&self, layout: &mut Layout) {
        let loops = self.courses.iter().filter(|&&course| course == Course::Loop).count();
        let bends: usize = self.drawn.iter().map(|drawn| drawn.courses.points.len()).sum();
        layout.points.reserve_exact(bends + 4 * loops);
        layout.starts.reserve_exact(self.courses.len() + 1);
        layout.starts.push(0);
        for edge in 0..self.courses.len() {
            self.draw_edge(edge, &mut layout.points);
            layout.starts.push(layout.points.len() as u32);
        }
    }

    /// Adds the bends of an edge.
    fn draw_edge(&self, edge: usize, points: &mut Vec<Point>) {
        let ((from, to), course) = (self.request.edges[edge], self.courses[edge]);
        if course == Course::Loop {
            points.extend(self.loop_points(from));
            return;
        }
        let before = points.len();
        let (tail, head) = if course == Course::Back { (to, from) } else { (from, to) };
        let part = self.part_of[tail as usize] as usize;
        let (across, along) = self.shifts[part];
        let across = across + self.aside(edge);
        let line = self.drawn[part].courses.of(self.parts.arc(tail, head));
        points.extend(
            line.iter().map(|point| {
                world(self.request.flow, f64::from(point.0) + across, f64::from(point.1) + along)
            }),
        );
        if course == Course::Back {
            points[before..].reverse();
        }
    }

    /// How far an edge is set aside.
    fn aside(&self, edge: usize) -> f64 {
        self.asides.get(edge).copied().unwrap_or(0.0)
    }

    /// A small handle at the right border of a node.
    fn loop_points(&self, node: u32) -> [Point; 4] {
        let Some(&size) = self.request.sizes.get(node as usize) else { return [Point::default(); 4] };
        let (center, size) = (self.center(node), bounded(size));
        let right = Rect::around(center, size).max.x;
        let reach = size.height / 4.0;
        [(0.0, -reach), (8.0, -reach), (8.0, reach), (0.0, reach)]
            .map(|(x, y)| Point::new(right + x, center.y + y))
    }

    fn bounds(&self, layout: &Layout) -> Rect {
        let sizes = self.request.sizes.iter().map(|&size| bounded(size));
        let nodes = layout.centers.iter().zip(sizes).map(|(&center, size)| Rect::around(center, size));
        let points = layout.points.iter().map(|&point| Rect { min: point, max: point });
        nodes.chain(points).reduce(Rect::joined).unwrap_or_default()
    }
}

/// How far each edge is set aside because others join the same nodes; empty if none is.
fn asides(request: &Request, parts: &Parts, courses: &[Course]) -> Vec<f64> {
    let loops = courses.iter().filter(|&&course| course == Course::Loop).count();
    if parts.arc_count() + loops == courses.len() {
        return Vec::new();
    }
    let mut asides = vec![0.0; courses.len()];
    let mut pairs: Vec<(u32, u32, u32)> = (request.edges.iter().zip(courses).zip(0_u32..))
        .filter(|((_, course), _)| **course != Course::Loop)
        .map(|((&(from, to), _), index)| (from.min(to), from.max(to), index))
        .collect();
    pairs.sort_unstable();
    for group in pairs.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1)) {
        let step = 2.0 * SPREAD / (group.len() - 1).max(1) as f64;
        for (place, &(_, _, index)) in group.iter().enumerate().filter(|_| group.len() > 1) {
            asides[index as usize] = place as f64 * step - SPREAD;
        }
    }
    asides
}

/// The upper left corner of each frame; those that stay come first, and the others below them.
fn arrange_frames(frames: &[Rect], stays: &[Option<Point>], aspect: f64) -> Vec<Point> {
    let mut corners = vec![Point::default(); frames.len()];
    let mut old: Vec<(Rect, usize)> = (stays.iter().zip(frames).zip(0..))
        .filter_map(|((stay, frame), index)| {
            let shift = (*stay)?;
            let corner = |point: Point| Point::new(point.x + shift.x, point.y + shift.y);
            Some((Rect { min: corner(frame.min), max: corner(frame.max) }, index))
        })
        .collect();
    old.sort_by(|one, other| one.0.min.y.total_cmp(&other.0.min.y).then(one.1.cmp(&other.1)));
    let mut placed: Vec<Rect> = Vec::with_capacity(old.len());
    for (mut frame, index) in old {
        // What has grown into its neighbour pushes it down; each push passes one more of those above.
        while let Some(other) = placed.iter().find(|other| frame.grown(-0.05).meets(other.grown(-0.05))) {
            let by = other.max.y + PART_GAP as f32 - frame.min.y;
            frame.min.y += by;
            frame.max.y += by;
        }
        corners[index] = frame.min;
        placed.push(frame);
    }
    let base = placed.into_iter().reduce(Rect::joined);
    let new: Vec<usize> = (0..frames.len()).filter(|&index| stays[index].is_none()).collect();
    let sizes: Vec<(f64, f64)> = new
        .iter()
        .map(|&index| (f64::from(frames[index].width()), f64::from(frames[index].height())))
        .collect();
    let origin = base.map_or(Point::default(), |base| Point::new(base.min.x, base.max.y + PART_GAP as f32));
    for (&index, (left, top)) in new.iter().zip(pack(&sizes, aspect)) {
        corners[index] = Point::new(origin.x + left as f32, origin.y + top as f32);
    }
    corners
}
