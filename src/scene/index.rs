//! What lies where: uniform grids for culling and picking.
//!
//! Nodes lie in one grid, by their middle. Edges lie in a pyramid of grids, each edge once, by the middle of
//! its box, in the finest grid whose cells are not smaller than the box (a loose quadtree; Ulrich, "Loose
//! Octrees", Game Programming Gems, 2000). So an index costs four bytes for each thing and a few for each
//! cell, however long the edges are.

use crate::geometry::{Point, Rect};

/// One grid in compressed sparse rows.
#[derive(Clone, Debug, Default)]
struct Grid {
    origin: Point,
    /// Width and height of a cell.
    cell: Point,
    columns: u32,
    rows: u32,
    starts: Vec<u32>,
    items: Vec<u32>,
}

impl Grid {
    fn new(bounds: Rect, columns: u32, rows: u32) -> Self {
        let cell = Point::new(
            (bounds.width() / columns as f32).max(f32::MIN_POSITIVE),
            (bounds.height() / rows as f32).max(f32::MIN_POSITIVE),
        );
        let starts = vec![0; (columns * rows) as usize + 1];
        Self { origin: bounds.min, cell, columns, rows, starts, items: Vec::new() }
    }

    fn column(&self, x: f32) -> u32 {
        // A float cast saturates, and NaN becomes 0: any coordinate has a cell.
        (((x - self.origin.x) / self.cell.x) as u32).min(self.columns - 1)
    }

    fn row(&self, y: f32) -> u32 {
        (((y - self.origin.y) / self.cell.y) as u32).min(self.rows - 1)
    }

    fn cell_of(&self, point: Point) -> usize {
        (self.row(point.y) * self.columns + self.column(point.x)) as usize
    }

    /// Fills the grid by a counting sort: items stay in the order given within a cell.
    fn fill(&mut self, items: &[(u32, Point)]) {
        for (_, point) in items {
            let cell = self.cell_of(*point);
            self.starts[cell + 1] += 1;
        }
        for cell in 1..self.starts.len() {
            self.starts[cell] += self.starts[cell - 1];
        }
        let mut next = self.starts.clone();
        self.items = vec![0; items.len()];
        for (item, point) in items {
            let place = &mut next[self.cell_of(*point)];
            self.items[*place as usize] = *item;
            *place += 1;
        }
    }

    /// Hands out what lies in the cells that a rectangle touches.
    fn within(&self, rect: Rect, each: &mut impl FnMut(u32)) {
        if self.items.is_empty() {
            return;
        }
        let (left, right) = (self.column(rect.min.x), self.column(rect.max.x));
        for row in self.row(rect.min.y)..=self.row(rect.max.y) {
            let first = self.starts[(row * self.columns + left) as usize] as usize;
            let last = self.starts[(row * self.columns + right) as usize + 1] as usize;
            self.items[first..last].iter().for_each(|item| each(*item));
        }
    }

    fn bytes(&self) -> usize {
        (self.starts.capacity() + self.items.capacity()) * size_of::<u32>()
    }
}

/// Finds nodes.
#[derive(Clone, Debug, Default)]
pub struct NodeIndex {
    grid: Grid,
    /// Half the width and height of the largest node.
    reach: Point,
}

/// Cells for each node: more cost memory, fewer cost time.
const CELLS_PER_NODE: f32 = 0.5;

impl NodeIndex {
    /// The index of `count` nodes with their rectangles.
    pub fn new(count: u32, rect: impl Fn(u32) -> Rect) -> Self {
        let mut reach = Point::default();
        let mut items = Vec::with_capacity(count as usize);
        let mut bounds: Option<Rect> = None;
        for node in 0..count {
            let rect = rect(node);
            reach = Point::new(reach.x.max(rect.width() / 2.0), reach.y.max(rect.height() / 2.0));
            bounds = Some(bounds.map_or(rect, |bounds| bounds.joined(rect)));
            items.push((node, rect.center()));
        }
        let Some(bounds) = bounds else { return Self::default() };
        let cells = (count as f32 * CELLS_PER_NODE).max(1.0);
        let side = (bounds.width() * bounds.height() / cells).sqrt().max(1.0);
        let along = |length: f32| ((length / side).ceil() as u32).clamp(1, 4096);
        let mut grid = Grid::new(bounds, along(bounds.width()), along(bounds.height()));
        grid.fill(&items);
        Self { grid, reach }
    }

    /// Hands out every node that may meet a rectangle, each once.
    pub fn candidates(&self, rect: Rect, mut each: impl FnMut(u32)) {
        let reached = Rect {
            min: Point::new(rect.min.x - self.reach.x, rect.min.y - self.reach.y),
            max: Point::new(rect.max.x + self.reach.x, rect.max.y + self.reach.y),
        };
        self.grid.within(reached, &mut each);
    }

    /// Bytes held.
    pub fn bytes(&self) -> usize {
        self.grid.bytes()
    }
}

/// The number of grids of [`EdgeIndex`]: the finest has 256 by 256 cells.
const LEVELS: u32 = 9;

/// Finds edges.
#[derive(Clone, Debug, Default)]
pub struct EdgeIndex {
    /// Coarsest first: grid `l` has 2^l by 2^l cells.
    levels: Vec<Grid>,
}

impl EdgeIndex {
    /// The index of edges with the boxes around them.
    pub fn new(boxes: &[Rect]) -> Self {
        let count = boxes.len() as u32;
        let Some(bounds) = boxes.iter().copied().reduce(Rect::joined) else { return Self::default() };
        // Not more cells than edges in the finest grid.
        let finest = (32 - count.leading_zeros()).div_ceil(2).min(LEVELS - 1);
        let mut sorted: Vec<Vec<(u32, Point)>> = vec![Vec::new(); finest as usize + 1];
        for (edge, rect) in boxes.iter().enumerate() {
            sorted[level_of(*rect, bounds, finest) as usize].push((edge as u32, rect.center()));
        }
        let levels = sorted.iter().zip(0..).map(|(items, level)| {
            let side = if items.is_empty() { 1 } else { 1 << level };
            let mut grid = Grid::new(bounds, side, side);
            grid.fill(items);
            grid
        });
        Self { levels: levels.collect() }
    }

    /// Hands out every edge that may meet a rectangle, each once.
    pub fn candidates(&self, rect: Rect, mut each: impl FnMut(u32)) {
        for grid in &self.levels {
            // A box reaches half a cell beyond the cell of its middle.
            let reached = Rect {
                min: Point::new(rect.min.x - grid.cell.x / 2.0, rect.min.y - grid.cell.y / 2.0),
                max: Point::new(rect.max.x + grid.cell.x / 2.0, rect.max.y + grid.cell.y / 2.0),
            };
            grid.within(reached, &mut each);
        }
    }

    /// Bytes held.
    pub fn bytes(&self) -> usize {
        self.levels.iter().map(Grid::bytes).sum()
    }
}

/// The finest level whose cells are not smaller than the box.
fn level_of(rect: Rect, bounds: Rect, finest: u32) -> u32 {
    let share = |length: f32, whole: f32| if whole > 0.0 { length / whole } else { 0.0 };
    let largest = share(rect.width(), bounds.width()).max(share(rect.height(), bounds.height()));
    let mut level = 0;
    while level < finest && largest * ((2_u32 << level) as f32) <= 1.0 {
        level += 1;
    }
    level
}
