//! A second arrangement for looking at everything at once: a frame for each group, with its title and a grid.
//!
//! Guarantee: no two nodes overlap, groups do not mix, and within a group nodes stand in the order in which
//! they are given, row by row. Above each grid is room for a title that can be read when the whole fits a screen.
//! Edges are straight and may pass over nodes: from so far away they show only where much is linked with much.
//!
//! How much of the world a readable title takes depends on how far away the whole is seen from, and that on the
//! titles: a few rounds settle it, the same ones for the same request.

use super::packing::pack;
use super::spacing::{aspect, bounded};
use super::{Course, Layout, Request};
use crate::geometry::{Point, Rect, Size};
use std::collections::BTreeMap;

/// Pixels between two nodes of a grid.
const GAP: f32 = 14.0;
/// Pixels between a frame and what is in it.
const INSET: f32 = 10.0;
/// The room that the whole is fitted into on a usual screen, in pixels: its width.
const SCREEN: f32 = 1_000.0;
/// Rounds until titles and scale agree well enough.
const ROUNDS: u32 = 5;
/// From farther away than this scale, titles take no more of the world: there are too many groups to name.
const FARTHEST: f32 = 0.12;
/// A title makes a frame at most so many nodes wide.
const WIDEST: f32 = 2.0;

/// The arrangement of groups, and the frame of each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grouped {
    /// Where everything stands.
    pub layout: Layout,
    /// The frame of each group, by ascending number; its grid stands at the bottom.
    pub frames: Vec<Rect>,
    /// How high the room for a title at the top of each frame is.
    pub head: f32,
}

/// Nodes with equal entries in `groups` stand together; a node without an entry is in the last group.
/// [`Layout::layers`] holds the place of each node's group among the groups, by ascending number. `titles` are
/// the sizes of the titles on a screen, one a group; without them no room is kept.
pub fn overview(request: &Request, groups: &[u32], titles: &[Size]) -> Grouped {
    let mut members: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for node in 0..request.sizes.len() {
        members.entry(groups.get(node).copied().unwrap_or(u32::MAX)).or_default().push(node as u32);
    }
    let grids: Vec<Grid> = members.into_values().map(|nodes| Grid::new(request, nodes)).collect();
    let (frames, head) = frames(&grids, titles, aspect(request) as f32);
    let mut layout = Layout {
        centers: vec![Point::default(); request.sizes.len()],
        layers: vec![0; request.sizes.len()],
        effort: request.effort,
        ..Layout::default()
    };
    for (index, (grid, frame)) in grids.iter().zip(&frames).enumerate() {
        for (place, &node) in grid.nodes.iter().enumerate() {
            layout.centers[node as usize] = grid.center(*frame, head, place);
            layout.layers[node as usize] = index as u32;
        }
    }
    draw_edges(request, &mut layout);
    layout.bounds = frames.iter().copied().reduce(Rect::joined).unwrap_or_default();
    Grouped { layout, frames, head }
}

/// The nodes of a group, and the room that each of them gets.
struct Grid {
    nodes: Vec<u32>,
    pitch: Size,
    columns: usize,
}

impl Grid {
    /// A grid that is about as wide as it is high.
    fn new(request: &Request, nodes: Vec<u32>) -> Self {
        let sizes = || nodes.iter().map(|&node| bounded(request.sizes[node as usize]));
        let width = sizes().map(|size| size.width).fold(0.0, f32::max) + GAP;
        let height = sizes().map(|size| size.height).fold(0.0, f32::max) + GAP;
        let wish = (nodes.len() as f32 * height / width * aspect(request) as f32).sqrt();
        let columns = (wish.round() as usize).clamp(1, nodes.len().max(1));
        // No wider than its rows fill.
        let columns = nodes.len().div_ceil(nodes.len().div_ceil(columns).max(1));
        Self { nodes, pitch: Size { width, height }, columns: columns.max(1) }
    }

    fn size(&self) -> Size {
        let rows = self.nodes.len().div_ceil(self.columns) as f32;
        Size {
            width: self.columns as f32 * self.pitch.width - GAP + 2.0 * INSET,
            height: rows * self.pitch.height - GAP + 2.0 * INSET,
        }
    }

    fn center(&self, frame: Rect, head: f32, place: usize) -> Point {
        let half = |length: f32| (length - GAP) / 2.0 + INSET;
        Point::new(
            frame.min.x + half(self.pitch.width) + (place % self.columns) as f32 * self.pitch.width,
            frame.min.y + head + half(self.pitch.height) + (place / self.columns) as f32 * self.pitch.height,
        )
    }
}

/// The frame of each grid, and how high their titles are in the world.
fn frames(grids: &[Grid], titles: &[Size], aspect: f32) -> (Vec<Rect>, f32) {
    let highest = titles.iter().map(|title| title.height).fold(0.0, f32::max);
    let mut scale = 0.5_f32;
    let (mut frames, mut head) = (Vec::new(), 0.0);
    for _ in 0..ROUNDS {
        head = highest / scale;
        let size = |(index, grid): (usize, &Grid)| {
            let own = grid.size();
            let title = titles.get(index).map_or(0.0, |title| title.width / scale);
            let width = own.width.max(title.min(WIDEST * grid.pitch.width));
            (f64::from(width), f64::from(own.height + head))
        };
        let sizes: Vec<(f64, f64)> = grids.iter().enumerate().map(size).collect();
        let corners = pack(&sizes, f64::from(aspect));
        frames = (corners.iter().zip(&sizes))
            .map(|(&(x, y), &(width, height))| Rect {
                min: Point::new(x as f32, y as f32),
                max: Point::new((x + width) as f32, (y + height) as f32),
            })
            .collect();
        let whole = frames.iter().copied().reduce(Rect::joined).unwrap_or_default();
        let fits = (SCREEN / whole.width().max(1.0)).min(SCREEN / aspect / whole.height().max(1.0));
        scale = fits.clamp(FARTHEST, 1.0);
    }
    (frames, head)
}

/// A straight line for each edge, from border to border.
fn draw_edges(request: &Request, layout: &mut Layout) {
    layout.starts.push(0);
    for &(from, to) in &request.edges {
        let ends = (layout.centers.get(from as usize), layout.centers.get(to as usize));
        let (Some(&tail), Some(&head)) = ends else {
            layout.points.extend([Point::default(); 2]);
            layout.courses.push(Course::Loop);
            layout.starts.push(layout.points.len() as u32);
            continue;
        };
        let sizes = (bounded(request.sizes[from as usize]), bounded(request.sizes[to as usize]));
        layout.points.extend([border(tail, sizes.0, head), border(head, sizes.1, tail)]);
        layout.courses.push(if from == to { Course::Loop } else { Course::Forward });
        layout.starts.push(layout.points.len() as u32);
    }
}

/// Where the line from the centre of a node towards a point meets its border.
fn border(center: Point, size: Size, towards: Point) -> Point {
    let (dx, dy) = (towards.x - center.x, towards.y - center.y);
    let reach =
        |distance: f32, side: f32| if distance == 0.0 { f32::MAX } else { 0.5 * side / distance.abs() };
    let share = reach(dx, size.width).min(reach(dy, size.height)).min(1.0);
    Point::new(center.x + dx * share, center.y + dy * share)
}
