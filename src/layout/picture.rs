//! The finished parts in one picture.
//!
//! Guarantee: no two parts overlap; parts of a former drawing stay where they were as far as that allows,
//! new ones are packed below; parallel edges are drawn side by side, each along its own arc.

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
    /// How far each part is moved, across and along.
    shifts: Vec<(f64, f64)>,
}

impl<'a> Picture<'a> {
    /// Finds a place for each part.
    pub(super) fn new(request: &'a Request, parts: &'a Parts, drawn: Vec<Drawn>) -> Self {
        let mut picture = Self { request, parts, drawn, shifts: Vec::new() };
        let frames: Vec<Rect> = (0..parts.count()).map(|part| picture.frame(part)).collect();
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
    pub(super) fn finish(self, courses: Vec<Course>) -> Layout {
        let count = self.request.sizes.len();
        let mut layout = Layout {
            centers: vec![Point::default(); count],
            layers: vec![0; count],
            effort: self.request.effort,
            ..Layout::default()
        };
        let mut part_of = vec![0_u32; count];
        for (index, drawn) in self.drawn.iter().enumerate() {
            let shift = self.shifts[index];
            for (own, &node) in self.parts.nodes(index).iter().enumerate() {
                let (across, along) = drawn.centers[own];
                layout.centers[node as usize] = world(self.request.flow, across + shift.0, along + shift.1);
                layout.layers[node as usize] = drawn.layers[own];
                part_of[node as usize] = index as u32;
            }
        }
        self.draw_edges(&courses, &part_of, &mut layout);
        layout.courses = courses;
        layout.bounds = self.bounds(&layout);
        layout
    }

    /// The rectangle around a part where it was drawn.
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

    fn draw_edges(&self, courses: &[Course], part_of: &[u32], layout: &mut Layout) {
        let parallels = self.parallels(courses);
        let loops = courses.iter().filter(|&&course| course == Course::Loop).count();
        let bends: usize = self.drawn.iter().map(|drawn| drawn.courses.points.len()).sum();
        layout.points.reserve_exact(bends + 4 * loops);
        layout.starts.reserve_exact(courses.len() + 1);
        layout.starts.push(0);
        for (index, (&(from, to), &course)) in self.request.edges.iter().zip(courses).enumerate() {
            let (tail, head) = if course == Course::Back { (to, from) } else { (from, to) };
            let before = layout.points.len();
            if course == Course::Loop {
                layout.points.extend(self.loop_points(from, &layout.centers));
            } else {
                let part = part_of[tail as usize] as usize;
                let (across, along) = self.shifts[part];
                let own = self.parts.arc(tail, head);
                let aside = across + parallels.get(index).copied().unwrap_or(0.0);
                layout.points.extend(self.drawn[part].courses.of(own).iter().map(|point| {
                    world(self.request.flow, f64::from(point.0) + aside, f64::from(point.1) + along)
                }));
                if course == Course::Back {
                    layout.points[before..].reverse();
                }
            }
            layout.starts.push(layout.points.len() as u32);
        }
    }

    /// How far each edge is set aside because others join the same nodes; empty if none is.
    fn parallels(&self, courses: &[Course]) -> Vec<f64> {
        let loops = courses.iter().filter(|&&course| course == Course::Loop).count();
        if self.parts.arc_count() + loops == courses.len() {
            return Vec::new();
        }
        let mut aside = vec![0.0; courses.len()];
        let mut pairs: Vec<(u32, u32, u32)> = (self.request.edges.iter().zip(courses).zip(0_u32..))
            .filter(|((_, course), _)| **course != Course::Loop)
            .map(|((&(from, to), _), index)| (from.min(to), from.max(to), index))
            .collect();
        pairs.sort_unstable();
        for group in pairs.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1)) {
            let step = 2.0 * SPREAD / (group.len() - 1).max(1) as f64;
            for (place, &(_, _, index)) in group.iter().enumerate().filter(|_| group.len() > 1) {
                aside[index as usize] = place as f64 * step - SPREAD;
            }
        }
        aside
    }

    /// A small handle at the right border of a node.
    fn loop_points(&self, node: u32, centers: &[Point]) -> [Point; 4] {
        let (Some(&center), Some(&size)) =
            (centers.get(node as usize), self.request.sizes.get(node as usize))
        else {
            return [Point::default(); 4];
        };
        let size = bounded(size);
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
