//! Which edges cross which tile of a sheet: found once for a part of the world, a little at a time.
//!
//! Asking the index for each tile anew would test every long edge again and again. Here each edge is walked
//! once, in steps of half a tile, and noted at the tiles on its way; the walk can stop after any number of
//! edges and go on in the next frame.
//!
//! Where so many edges lie over one another that single ones cannot be told apart, only every second, fourth,
//! … one is taken, and counts for as many: the shade of a pixel is the same, and the work is bounded by
//! pixels, not by edges.

use crate::geometry::{Point, Rect};

use super::build::Scene;
use super::curve;
use super::detail::Detail;
use super::ink::Ink;
use super::tiles::{Sheet, Tile};

/// Above so many edges for each pixel, on average, not all are drawn.
pub const MOST_LAYERS: f32 = 4.0;

/// Every how many-th edge of an ink is drawn at a scale in device pixels for each world pixel, for at most
/// `layers` edges over one another on average; a power of two, so that the edges drawn from afar are among
/// those drawn from near.
pub fn thinning(scene: &Scene, ink: Ink, scale: f32, layers: f32) -> u32 {
    let bounds = scene.bounds();
    let area = (bounds.width() * bounds.height()).max(1.0);
    let found = scene.edge_length(ink) / (area * scale).max(f32::MIN_POSITIVE);
    let wanted = (found / layers).clamp(1.0, 4096.0) as u32;
    1 << wanted.ilog2()
}

/// Whether an edge is among those drawn.
pub fn is_drawn(edge: u32, every: u32) -> bool {
    // The places of edges follow their sources; the upper bits of a product do not (Knuth).
    (edge.wrapping_mul(2_654_435_761) >> 16) & (every - 1) == 0
}

/// The edges of the tiles of a region.
#[derive(Clone, Debug)]
pub struct Reach {
    sheet: Sheet,
    /// The tile in the upper left corner.
    first: Tile,
    columns: i32,
    rows: i32,
    /// The edges still to be walked are those from here on.
    next_edge: u32,
    /// The last entry of each tile, plus one; 0 for none.
    heads: Vec<u32>,
    /// An edge of a tile, and the entry before it, plus one.
    entries: Vec<(u32, u32)>,
    /// Every how many-th edge of each ink is taken.
    every: Vec<u32>,
    /// Whether edges are drawn along their curves.
    curves: bool,
}

impl Reach {
    /// A region around a part of the world, with nothing found yet; `density` is that of the screen.
    pub fn new(scene: &Scene, sheet: Sheet, world: Rect, density: f32) -> Self {
        let side = sheet.side as f32 / sheet.scale;
        let from = |low: f32| (low / side).floor() as i32;
        let to = |high: f32| (high / side).ceil() as i32;
        let first = Tile { column: from(world.min.x), row: from(world.min.y) };
        let columns = (to(world.max.x) - first.column).clamp(1, MOST_ACROSS);
        let rows = (to(world.max.y) - first.row).clamp(1, MOST_ACROSS);
        Self {
            sheet,
            first,
            columns,
            rows,
            next_edge: 0,
            heads: vec![0; (columns * rows) as usize],
            entries: Vec::new(),
            every: Ink::ALL.map(|ink| thinning(scene, ink, sheet.scale, MOST_LAYERS)).into(),
            curves: Detail::at(sheet.scale / density).curves(),
        }
    }

    /// Whether this is the region of a sheet and holds a tile.
    pub fn covers(&self, sheet: Sheet, tile: Tile) -> bool {
        self.sheet == sheet && self.cell(tile).is_some()
    }

    /// Whether all edges have been walked.
    pub fn is_done(&self, scene: &Scene) -> bool {
        self.next_edge >= scene.edge_count_all()
    }

    /// Walks the next edges; at most `count` of them.
    pub fn advance(&mut self, scene: &Scene, count: u32) {
        let end = self.next_edge.saturating_add(count).min(scene.edge_count_all());
        let side = self.sheet.side as f32 / self.sheet.scale;
        let min = Point::new(self.first.column as f32 * side, self.first.row as f32 * side);
        let max = Point::new(min.x + self.columns as f32 * side, min.y + self.rows as f32 * side);
        // A line is wider than nothing, and an arrow head wider than a line.
        let margin = 10.0 / self.sheet.scale.max(0.02);
        let region = Rect { min, max }.grown(margin);
        for edge in self.next_edge..end {
            let every = self.every[scene.edge_look(edge).ink() as usize];
            if is_drawn(edge, every) && scene.edge_meets(edge, region) {
                self.walk(scene, edge, region, margin);
            }
        }
        self.next_edge = end;
    }

    /// Hands out the edges of a tile with the number of edges for which each one stands.
    pub fn edges(&self, tile: Tile, mut each: impl FnMut(u32)) {
        let Some(cell) = self.cell(tile) else { return };
        let mut at = self.heads[cell];
        while at > 0 {
            let (edge, before) = self.entries[at as usize - 1];
            each(edge);
            at = before;
        }
    }

    /// For how many edges an edge of an ink stands.
    pub fn weight(&self, ink: Ink) -> u32 {
        self.every[ink as usize]
    }

    fn cell(&self, tile: Tile) -> Option<usize> {
        let (column, row) = (tile.column - self.first.column, tile.row - self.first.row);
        let inside = column >= 0 && column < self.columns && row >= 0 && row < self.rows;
        inside.then(|| (row * self.columns + column) as usize)
    }

    /// Notes an edge at all tiles on its way through the region.
    fn walk(&mut self, scene: &Scene, edge: u32, region: Rect, margin: f32) {
        let points = scene.edge_points(edge);
        if self.curves {
            let (flow, course) = (scene.flow(), scene.edge_course(edge));
            let half = self.sheet.side as f32 / self.sheet.scale / 2.0;
            let note = |from, to| self.divide(edge, from, to, margin);
            curve::chords_within(points, flow, course, half, Some(region), note);
        } else {
            for pair in points.windows(2) {
                self.divide(edge, pair[0], pair[1], margin);
            }
        }
    }

    /// Goes along a straight piece in steps of half a tile.
    fn divide(&mut self, edge: u32, from: Point, to: Point, margin: f32) {
        let side = self.sheet.side as f32 / self.sheet.scale;
        let length = (to.x - from.x).abs().max((to.y - from.y).abs());
        let steps = (length * 2.0 / side).ceil().clamp(1.0, 4096.0);
        let mut before = from;
        for step in 1..=steps as u32 {
            let share = step as f32 / steps;
            let after = Point::new(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
            self.note(edge, before, after, side, margin);
            before = after;
        }
    }

    /// Notes an edge at the tiles that the box of a short piece touches.
    fn note(&mut self, edge: u32, one: Point, two: Point, side: f32, margin: f32) {
        let place = |value: f32, first: i32| (value / side).floor() as i32 - first;
        let left = place(one.x.min(two.x) - margin, self.first.column).max(0);
        let right = place(one.x.max(two.x) + margin, self.first.column).min(self.columns - 1);
        let top = place(one.y.min(two.y) - margin, self.first.row).max(0);
        let bottom = place(one.y.max(two.y) + margin, self.first.row).min(self.rows - 1);
        for row in top..=bottom {
            for column in left..=right {
                let head = &mut self.heads[(row * self.columns + column) as usize];
                let known = head.checked_sub(1).is_some_and(|last| self.entries[last as usize].0 == edge);
                if !known {
                    self.entries.push((edge, *head));
                    *head = self.entries.len() as u32;
                }
            }
        }
    }
}

/// No region has more tiles along one side.
const MOST_ACROSS: i32 = 64;
