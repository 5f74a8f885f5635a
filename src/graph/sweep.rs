//! Exact reachability in blocks: which of 512 chosen components does each component reach?
//!
//! One bit for each column, one cache line for each component above the block, filled from the sinks
//! upwards in topological order. A sweep over all columns is exact and costs at most
//! `columns / 512 × edges` cache lines whatever the graph looks like; as only the ancestors of a block are
//! touched, and the order of components keeps relatives together, release graphs cost a small part of it.

use super::condense::{Condensation, Lists};

/// Words in a block's row.
const WORDS: usize = 8;
/// Columns in a block.
pub(super) const BLOCK: usize = WORDS * 64;

/// Which columns of the present block a component reaches.
pub(super) type Row = [u64; WORDS];

const NONE: u32 = u32::MAX;

/// How many times as many components above make another class, as a power of two.
const CLASS_BITS: u32 = 3;

/// What a sweep needs of the components, made once for all blocks.
pub(super) struct Sweep<'a> {
    below: &'a Lists,
    above: Lists,
    /// The column of each component within the present block.
    column_of: Vec<u32>,
    /// The row of each component within the present block.
    row_of: Vec<u32>,
    /// Bitmap of the components above the present block.
    touched: Vec<u64>,
    rows: Vec<Row>,
    stack: Vec<u32>,
}

impl<'a> Sweep<'a> {
    pub(super) fn new(condensation: &'a Condensation) -> Self {
        let count = condensation.len();
        Self {
            below: condensation.below_lists(),
            above: condensation.above(),
            column_of: vec![NONE; count],
            row_of: vec![NONE; count],
            touched: vec![0; count.div_ceil(64)],
            rows: Vec::new(),
            stack: Vec::new(),
        }
    }

    /// Puts columns into an order in which blocks of them share most of what is above them.
    ///
    /// What nearly everything stands above goes together, so that a few blocks are large and all others small;
    /// among equals, the order of components keeps relatives together.
    pub(super) fn order(&self, columns: &mut [u32]) {
        let mut above = vec![1.0_f32; self.below.len()];
        // Counts each way apart: too many, but in the right order of size.
        for component in (0..self.below.len() as u32).rev() {
            let own = above[component as usize].min(1e30);
            for &child in self.below.of(component) {
                above[child as usize] += own;
            }
        }
        let class = |component: u32| std::cmp::Reverse(above[component as usize].log2() as u32 / CLASS_BITS);
        columns.sort_by_key(|&component| (class(component), component));
    }

    /// Sweeps one block of at most [`BLOCK`] columns.
    ///
    /// `visit` is called for every component up to `last` that reaches a column, dependencies first, with
    /// the columns that it reaches over at least two steps, and with all that it reaches (itself left out).
    pub(super) fn block(
        &mut self,
        columns: &[u32],
        last: u32,
        mut visit: impl FnMut(&Columns<'_>, u32, &Row, &Row),
    ) {
        debug_assert!(columns.len() <= BLOCK, "a block holds no more than its bits");
        for (column, &component) in columns.iter().enumerate() {
            self.column_of[component as usize] = column as u32;
        }
        self.touch(columns, last);
        self.rows.clear();
        for word in 0..self.touched.len() {
            let mut bits = std::mem::take(&mut self.touched[word]);
            while bits != 0 {
                let component = (word * 64) as u32 + bits.trailing_zeros();
                bits &= bits - 1;
                let (far, all) = self.row(component);
                self.row_of[component as usize] = self.rows.len() as u32;
                self.rows.push(all);
                self.stack.push(component);
                visit(&Columns { column_of: &self.column_of }, component, &far, &all);
            }
        }
        for component in self.stack.drain(..) {
            self.row_of[component as usize] = NONE;
        }
        for &component in columns {
            self.column_of[component as usize] = NONE;
        }
    }

    /// Marks the columns and all that is above them, up to `last`.
    fn touch(&mut self, columns: &[u32], last: u32) {
        for &component in columns {
            self.mark(component);
        }
        while let Some(component) = self.stack.pop() {
            for at in 0..self.above.of(component).len() {
                let parent = self.above.of(component)[at];
                if parent <= last {
                    self.mark(parent);
                }
            }
        }
    }

    #[inline]
    fn mark(&mut self, component: u32) {
        let word = &mut self.touched[component as usize / 64];
        let bit = 1_u64 << (component % 64);
        if *word & bit == 0 {
            *word |= bit;
            self.stack.push(component);
        }
    }

    /// What a component reaches over two steps or more, and over one or more.
    #[inline]
    fn row(&self, component: u32) -> (Row, Row) {
        let mut far = [0; WORDS];
        let mut near = [0; WORDS];
        for &child in self.below.of(component) {
            let row = self.row_of[child as usize];
            if row == NONE {
                continue;
            }
            let child_row = &self.rows[row as usize];
            for word in 0..WORDS {
                far[word] |= child_row[word];
            }
            let column = self.column_of[child as usize];
            if column != NONE {
                near[column as usize / 64] |= 1 << (column % 64);
            }
        }
        for word in 0..WORDS {
            near[word] |= far[word];
        }
        (far, near)
    }
}

/// The columns of the present block.
pub(super) struct Columns<'a> {
    column_of: &'a [u32],
}

impl Columns<'_> {
    /// Whether the row has the column of this component.
    #[inline]
    pub(super) fn has(&self, row: &Row, component: u32) -> bool {
        let column = self.column_of[component as usize];
        column != NONE && row[column as usize / 64] >> (column % 64) & 1 == 1
    }
}

/// Counts, for each column of a block, in how many rows it was set: one bit plane a binary digit.
pub(super) struct Tally {
    planes: Vec<Row>,
}

impl Tally {
    pub(super) fn new() -> Self {
        Self { planes: Vec::new() }
    }

    /// Adds `weight` to every column that is set in `row`.
    #[inline]
    pub(super) fn add(&mut self, row: &Row, weight: usize) {
        for digit in 0..usize::BITS - weight.leading_zeros() {
            if weight >> digit & 1 == 1 {
                self.carry(*row, digit as usize);
            }
        }
    }

    #[inline]
    fn carry(&mut self, mut carry: Row, from: usize) {
        let mut plane = from;
        while carry.iter().any(|&word| word != 0) {
            if self.planes.len() <= plane {
                self.planes.resize(plane + 1, [0; WORDS]);
            }
            for (sum, carried) in self.planes[plane].iter_mut().zip(&mut carry) {
                let both = *sum & *carried;
                *sum ^= *carried;
                *carried = both;
            }
            plane += 1;
        }
    }

    /// What was counted for a column.
    pub(super) fn count(&self, column: usize) -> u32 {
        let digit = |plane: &Row| (plane[column / 64] >> (column % 64) & 1) as u32;
        self.planes.iter().enumerate().map(|(at, plane)| digit(plane) << at).sum()
    }
}
