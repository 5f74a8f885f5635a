//! A second arrangement for looking at everything at once: a cell for each group, a grid in each cell.
//!
//! Guarantee: no two nodes overlap, groups do not mix, and within a group nodes stand in the order in which
//! they are given, row by row. Edges are straight and may pass over nodes: from so far away they show only
//! where much is linked with much.
//!
//! Cells are a squarified treemap (Bruls, Huizing, van Wijk, "Squarified treemaps", 2000), enlarged until
//! each grid fits into its cell.

use super::spacing::{PART_GAP, bounded};
use super::{Course, Layout, Request};
use crate::geometry::{Point, Rect, Size};
use std::collections::BTreeMap;

/// Pixels between two nodes of a cell.
const GAP: f32 = 16.0;

/// Nodes with equal entries in `groups` stand together; a node without an entry is in the last group.
/// [`Layout::layers`] holds the place of each node's group among the groups, by ascending number.
pub fn overview(request: &Request, groups: &[u32]) -> Layout {
    let mut members: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for node in 0..request.sizes.len() {
        members.entry(groups.get(node).copied().unwrap_or(u32::MAX)).or_default().push(node as u32);
    }
    let grids: Vec<Grid> = members.into_values().map(|nodes| Grid::new(request, nodes)).collect();
    let cells = fitting_cells(&grids, super::spacing::aspect(request) as f32);
    let mut layout = Layout {
        centers: vec![Point::default(); request.sizes.len()],
        layers: vec![0; request.sizes.len()],
        effort: request.effort,
        ..Layout::default()
    };
    for (index, (grid, cell)) in grids.iter().zip(&cells).enumerate() {
        for (place, &node) in grid.nodes.iter().enumerate() {
            layout.centers[node as usize] = grid.center(*cell, place);
            layout.layers[node as usize] = index as u32;
        }
    }
    draw_edges(request, &mut layout);
    let nodes =
        layout.centers.iter().zip(&request.sizes).map(|(&center, &size)| Rect::around(center, bounded(size)));
    layout.bounds = nodes.reduce(Rect::joined).unwrap_or_default();
    layout
}

/// The nodes of a group and the room that each of them gets.
struct Grid {
    nodes: Vec<u32>,
    pitch: Size,
}

impl Grid {
    fn new(request: &Request, nodes: Vec<u32>) -> Self {
        let sizes = || nodes.iter().map(|&node| bounded(request.sizes[node as usize]));
        let width = sizes().map(|size| size.width).fold(0.0, f32::max) + GAP;
        let height = sizes().map(|size| size.height).fold(0.0, f32::max) + GAP;
        Self { nodes, pitch: Size { width, height } }
    }

    fn area(&self) -> f32 {
        self.nodes.len() as f32 * self.pitch.width * self.pitch.height
    }

    fn columns(&self, cell: Rect) -> usize {
        ((cell.width() - PART_GAP as f32) / self.pitch.width).floor().max(1.0) as usize
    }

    fn fits(&self, cell: Rect) -> bool {
        let rows = self.nodes.len().div_ceil(self.columns(cell)) as f32;
        self.pitch.width + PART_GAP as f32 <= cell.width()
            && rows * self.pitch.height + PART_GAP as f32 <= cell.height()
    }

    fn center(&self, cell: Rect, place: usize) -> Point {
        let columns = self.columns(cell);
        Point::new(
            cell.min.x + (0.5 + (place % columns) as f32) * self.pitch.width,
            cell.min.y + (0.5 + (place / columns) as f32) * self.pitch.height,
        )
    }
}

/// The smallest treemap, in steps of a tenth, in which every grid fits into its cell.
fn fitting_cells(grids: &[Grid], aspect: f32) -> Vec<Rect> {
    let areas: Vec<f32> = grids.iter().map(Grid::area).collect();
    let total: f32 = areas.iter().sum();
    let mut scale = 1.0_f32;
    loop {
        let area = total * scale * scale;
        let height = (area / aspect).sqrt();
        let frame = Rect { min: Point::default(), max: Point::new(height * aspect, height) };
        let cells = squarify(&areas, frame);
        let fits = grids.iter().zip(&cells).all(|(grid, &cell)| grid.fits(cell));
        if fits || scale > 1.0e4 {
            return cells;
        }
        scale *= 1.1;
    }
}

/// Cells whose areas are in the proportion of `areas`, as square as a greedy choice of strips makes them.
fn squarify(areas: &[f32], frame: Rect) -> Vec<Rect> {
    let mut order: Vec<usize> = (0..areas.len()).collect();
    order.sort_by(|&one, &other| areas[other].total_cmp(&areas[one]).then(one.cmp(&other)));
    let mut cells = vec![Rect::default(); areas.len()];
    let total: f32 = areas.iter().sum();
    let unit = frame.width() * frame.height() / total.max(f32::MIN_POSITIVE);
    let (mut rest, mut from) = (frame, 0);
    while from < order.len() {
        let side = rest.width().min(rest.height());
        let mut to = from + 1;
        let mut sum = areas[order[from]] * unit;
        while to < order.len() {
            let next = areas[order[to]] * unit;
            let worst =
                |sum: f32, last: f32| ratio(areas[order[from]] * unit, sum, side).max(ratio(last, sum, side));
            if worst(sum + next, next) > worst(sum, areas[order[to - 1]] * unit) {
                break;
            }
            sum += next;
            to += 1;
        }
        rest = lay_strip(&order[from..to], areas, unit, sum, rest, &mut cells);
        from = to;
    }
    cells
}

/// How far from square a cell of this area is in a strip of area `sum` along `side`; at least 1.
fn ratio(area: f32, sum: f32, side: f32) -> f32 {
    let depth = sum / side;
    let length = area / depth;
    (depth / length).max(length / depth)
}

/// Lays one strip along the shorter side of `rest`; what is left of it.
fn lay_strip(strip: &[usize], areas: &[f32], unit: f32, sum: f32, rest: Rect, cells: &mut [Rect]) -> Rect {
    let upright = rest.width() >= rest.height();
    let depth = sum / rest.width().min(rest.height());
    let mut at = rest.min;
    for &index in strip {
        let length = areas[index] * unit / depth;
        let size = if upright { (depth, length) } else { (length, depth) };
        cells[index] = Rect { min: at, max: Point::new(at.x + size.0, at.y + size.1) };
        if upright {
            at.y += length;
        } else {
            at.x += length;
        }
    }
    let corner = if upright {
        Point::new(rest.min.x + depth, rest.min.y)
    } else {
        Point::new(rest.min.x, rest.min.y + depth)
    };
    Rect { min: corner, max: rest.max }
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
